package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/plan"
)

// Tones is the person on the stage: the names the settings keep for skin and hair; "" is the usual one.
type Tones struct{ Skin, Hair string }

// Stage is a tinted, rounded panel with the figure on it.
type Stage struct {
	widget.BaseWidget
	kind    exercise.Kind
	figure  *figure.Figure
	options figure.Options
	moment  figure.Moment
	tones   Tones
}

// NewStage makes an empty stage.
func NewStage() *Stage {
	s := &Stage{kind: exercise.Static}
	s.ExtendBaseWidget(s)
	return s
}

// SideOf is a plan's side as a figure's.
func SideOf(s plan.Side) figure.Side {
	switch s {
	case plan.SideLeft:
		return figure.Left
	case plan.SideRight:
		return figure.Right
	}
	return figure.Both
}

// CreateRenderer draws the stage.
func (s *Stage) CreateRenderer() fyne.WidgetRenderer {
	p := &pieces{layout: func(fyne.Size) {}, min: func() fyne.Size { return fyne.NewSize(160, 120) }}
	return p
}
