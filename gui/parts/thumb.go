package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// Thumb is a small still picture of an exercise, with its ghost, arrow and where it is felt, on the tint of its kind.
type Thumb struct {
	widget.BaseWidget
	exercise *exercise.Exercise
	side     plan.Side
	tones    Tones
	min      fyne.Size
}

// NewThumb makes a picture that is at least the given size (units, unscaled). A nil exercise is an empty panel.
func NewThumb(e *exercise.Exercise, side plan.Side, tones Tones, min fyne.Size) *Thumb {
	t := &Thumb{exercise: e, side: side, tones: tones, min: min}
	t.ExtendBaseWidget(t)
	return t
}

// Set changes what is shown.
func (t *Thumb) Set(e *exercise.Exercise, side plan.Side) {
	if t.exercise != e || t.side != side {
		t.exercise, t.side = e, side
		t.Refresh()
	}
}

// CreateRenderer draws the picture.
func (t *Thumb) CreateRenderer() fyne.WidgetRenderer {
	return &pieces{layout: func(fyne.Size) {}, min: func() fyne.Size { return t.min }}
}
