package parts

import (
	"catcow/gui/look"
	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/plan"
)

// Tones is the person on the stage: the names the settings keep for skin, hair and figure; "" is the usual one.
type Tones struct{ Skin, Hair, Figure string }

// Palette colours the person in the theme in force.
func (t Tones) Palette() figure.Palette { return t.paletteFor(look.Dark()) }

func (t Tones) paletteFor(dark bool) figure.Palette {
	if dark {
		return figure.Dark(t.Skin, t.Hair)
	}
	return figure.Light(t.Skin, t.Hair)
}

// Shot is what the stage is to show.
type Shot struct {
	Exercise *exercise.Exercise // nil is an empty stage
	Side     plan.Side
	Moment   figure.Moment
	Preview  bool // with a ghost of the start and an arrow, for what is about to come
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

// options are how the stage draws a shot.
func (s *Stage) options(shot Shot) figure.Options {
	o := shot.options()
	o.Build = s.tones.Figure
	return o
}

func (s Shot) options() figure.Options {
	return figure.Options{
		Ghost: s.Preview, Arrow: s.Preview, Feel: true,
		Side: SideOf(s.Side), Alternate: s.Exercise.Dose.Mode == exercise.Alternate,
	}
}

// frame is the part of the picture the camera holds. It is the same before and during an exercise, so that the camera
// stays where it is when the movement begins. Working it out poses the figure many times over, so it is done once for
// each subject.
func (s *Stage) frame(shot Shot) figure.Rect {
	at := subject{shot.Exercise.Figure, shot.Side, s.tones.Figure}
	if f, ok := s.frames[at]; ok {
		return f
	}
	o := s.options(shot)
	o.Ghost, o.Arrow = true, true
	f := shot.Exercise.Figure.Frame(o)
	s.frames[at] = f
	return f
}

// subject is what a frame depends on.
type subject struct {
	figure *figure.Figure
	side   plan.Side
	build  string
}

func (s Shot) drawn() bool { return s.Exercise != nil && s.Exercise.Figure != nil }

func (s Shot) sameSubject(o Shot) bool {
	return s.Exercise == o.Exercise && s.Side == o.Side && s.Preview == o.Preview
}
