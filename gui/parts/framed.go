package parts

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"catcow/gui/look"
)

// Framed draws a field of Fyne's in a frame that is seen on a card too, and that says where the keyboard is and what is
// wrong; state is asked for both at every refresh.
func Framed(field fyne.WidgetRenderer, state func() (focused, wrong bool)) fyne.WidgetRenderer {
	r := &framed{WidgetRenderer: field, state: state, frame: canvas.NewRectangle(nil)}
	r.frame.CornerRadius = look.ControlRadius
	r.restyle()
	return r
}

type framed struct {
	fyne.WidgetRenderer
	state func() (focused, wrong bool)
	frame *canvas.Rectangle
}

func (r *framed) Objects() []fyne.CanvasObject {
	return append(slices.Clip(r.WidgetRenderer.Objects()), r.frame)
}

func (r *framed) Layout(s fyne.Size) {
	r.WidgetRenderer.Layout(s)
	r.frame.Resize(s)
}

func (r *framed) Refresh() {
	r.WidgetRenderer.Refresh()
	r.restyle()
	r.frame.Refresh()
}

func (r *framed) restyle() {
	role, width := look.Disabled, float32(1) // between a hair line and the text
	switch focused, wrong := r.state(); {
	case focused:
		role, width = look.Focus, 2
	case wrong:
		role, width = look.DangerInk, 2
	}
	r.frame.StrokeColor, r.frame.StrokeWidth = look.Color(role), width
}
