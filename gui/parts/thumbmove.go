package parts

import (
	"image"

	"catcow/gui/look"
	"catcow/routines/exercise"
	"catcow/routines/figure"
)

// live is a thumbnail that moves: its figure is painted anew for every moment, in the frame of the still, so that nothing
// jumps when it begins and ends.
type live struct {
	press  press
	moment figure.Moment
	frame  figure.Rect
	img    *image.RGBA
}

// SetMoment shows the figure at a moment of its movement instead of the still; call it as often as there is something new.
func (t *Thumb) SetMoment(m figure.Moment) {
	if t.exercise == nil || t.exercise.Figure == nil {
		return
	}
	if t.live == nil {
		t.live = &live{}
		t.live.frame = t.live.press.scene.Frame(t.exercise.Figure, t.options())
	}
	t.live.moment = m
	if t.raster != nil {
		t.raster.Refresh()
	}
}

// Rest shows the still again.
func (t *Thumb) Rest() {
	if t.live == nil {
		return
	}
	t.live = nil
	if t.raster != nil {
		t.raster.Refresh()
	}
}

// Moving reports whether the thumbnail shows a moment instead of the still.
func (t *Thumb) Moving() bool { return t.live != nil }

// options are how the still is drawn.
func (t *Thumb) options() figure.Options {
	o := figure.All()
	o.Side, o.Build = SideOf(t.side), t.tones.Figure
	return o
}

func (l *live) paint(t *Thumb, w, h int) image.Image {
	if l.img == nil || l.img.Rect.Dx() != w || l.img.Rect.Dy() != h {
		l.img = image.NewRGBA(image.Rect(0, 0, w, h))
	}
	clear(l.img.Pix)
	o := t.options()
	o.Ghost, o.Arrow, o.Alternate = false, false, t.exercise.Dose.Mode == exercise.Alternate
	l.press.scene.Draw(t.exercise.Figure, l.moment, o)
	palette := t.tones.paletteFor(look.Dark())
	l.press.painter.Paint(l.img, &l.press.scene, &palette, l.frame)
	return l.img
}
