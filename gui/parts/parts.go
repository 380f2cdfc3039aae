// Package parts is what several screens share: the stage with the moving figure, thumbnails, the phase timeline, the
// ring, the length slider, buttons, chips, cards and text that wraps.
//
// In go plain values (a figure, a plan, a fraction, a label) and callbacks; out come widgets that wear the look in
// force and restyle themselves when it changes. Every one of them can be reached and worked by keyboard, shows where
// the keyboard is, is at least look.Target high where it can be hit, and grows with the text size without cutting
// anything off: text wraps or ends in "…". No part keeps time: what moves is told the moment.
package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"catcow/gui/look"
)

// pieces is the renderer of every part: its objects, how they are laid out, how small they may get and how they take
// on the widget's state and the theme.
type pieces struct {
	objects []fyne.CanvasObject
	layout  func(fyne.Size)
	min     func() fyne.Size
	restyle func()
	gone    func()
}

func (p *pieces) Objects() []fyne.CanvasObject { return p.objects }
func (p *pieces) Layout(s fyne.Size)           { p.layout(s) }
func (p *pieces) MinSize() fyne.Size           { return p.min() }

func (p *pieces) Refresh() {
	if p.restyle != nil {
		p.restyle()
	}
	for _, o := range p.objects {
		o.Refresh()
	}
}

func (p *pieces) Destroy() {
	if p.gone != nil {
		p.gone()
	}
}

// PassOn gives the window a key that a part has no use for. Fyne does so by itself only when nothing has the focus, and
// then F11 or the key that starts a session would depend on where the focus happens to be.
func PassOn(o fyne.CanvasObject, e *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// PassRune gives the window a letter in the same way.
func PassRune(o fyne.CanvasObject, r rune) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// ringGap is how far the focus ring stands off what it surrounds.
const ringGap = 3

// focusRing surrounds what the keyboard acts on.
func focusRing(radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(nil)
	r.StrokeWidth = 2
	r.CornerRadius = radius + ringGap
	r.Hide()
	return r
}

func placeRing(r *canvas.Rectangle, at fyne.Position, s fyne.Size) {
	r.Move(at.SubtractXY(ringGap, ringGap))
	r.Resize(s.AddWidthHeight(2*ringGap, 2*ringGap))
}

func showRing(r *canvas.Rectangle, focused bool) {
	r.StrokeColor = look.Color(look.Focus)
	if focused {
		r.Show()
	} else {
		r.Hide()
	}
}

// newRaster is a picture painted pixel by pixel for where it stands, so nothing is gained by smoothing between pixels; not
// doing so is what makes it cheap to draw without a graphics card.
func newRaster() *canvas.Raster { return &canvas.Raster{ScaleMode: canvas.ImageScalePixels} }
