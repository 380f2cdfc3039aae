package settings

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// control is what the switch, the swatch and their like share: it is pressed by pointer, Space and Enter, and shows where the
// keyboard is.
type control struct {
	widget.BaseWidget
	self             fyne.CanvasObject // the widget this is a part of
	name             string            // what a screen reader says
	press            func()
	hovered, focused bool
}

func (c *control) Tapped(*fyne.PointEvent) { c.press() }
func (c *control) FocusLost()              { c.focused = false; c.Refresh() }
func (c *control) TypedRune(rune)          {}

func (c *control) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.press()
	default:
		parts.PassOn(c.self, e)
	}
}

func (c *control) MouseIn(*desktop.MouseEvent)    { c.hovered = true; c.Refresh() }
func (c *control) MouseMoved(*desktop.MouseEvent) {}
func (c *control) MouseOut()                      { c.hovered = false; c.Refresh() }

func (c *control) AccessibilityLabel() string             { return c.name }
func (c *control) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// onOff is a switch.
type onOff struct {
	control
	on bool
}

var _ fyne.Focusable = (*onOff)(nil)

func newSwitch(name string, changed func(bool)) *onOff {
	w := &onOff{}
	w.self, w.name = w, name
	w.press = func() {
		w.set(!w.on)
		changed(w.on)
	}
	w.ExtendBaseWidget(w)
	return w
}

func (w *onOff) set(on bool) {
	if w.on != on {
		w.on = on
		w.Refresh()
	}
}

// FocusGained shows the focus ring.
func (w *onOff) FocusGained() { w.focused = true; w.Refresh(); parts.Reveal(w) }

// CreateRenderer draws the switch: a track with a knob at one end and a word, so that colour does not speak alone.
func (w *onOff) CreateRenderer() fyne.WidgetRenderer {
	track, knob, ring := canvas.NewRectangle(nil), canvas.NewCircle(nil), canvas.NewRectangle(nil)
	word := canvas.NewText("", nil)
	ring.StrokeWidth = 2
	r := &drawn{objects: []fyne.CanvasObject{word, track, knob, ring}}
	const long, high = 46, 26
	words := func() (on, off string) { return look.T("settings.on", "On"), look.T("settings.off", "Off") }
	wide := func() float32 {
		on, off := words()
		return max(fyne.MeasureText(on, look.Size(look.Small), fyne.TextStyle{}).Width,
			fyne.MeasureText(off, look.Size(look.Small), fyne.TextStyle{}).Width)
	}
	r.min = func() fyne.Size { return fyne.NewSize(wide()+look.S2+long, look.Target) }
	r.draw = func(s fyne.Size) {
		on, off := words()
		word.Text, word.TextSize, word.Color = off, look.Size(look.Small), look.Color(look.Quiet)
		track.FillColor, track.StrokeColor, track.StrokeWidth = look.Color(look.Well), look.Color(look.Quiet), 1.5
		knob.FillColor = look.Color(look.Quiet)
		if w.on {
			word.Text = on
			track.FillColor, track.StrokeColor, knob.FillColor = look.Color(look.Accent), look.Color(look.Accent), look.Color(look.OnAccent)
		}
		track.CornerRadius = high / 2
		x, y := s.Width-long, (s.Height-high)/2
		m := word.MinSize()
		word.Move(fyne.NewPos(x-look.S2-m.Width, (s.Height-m.Height)/2))
		word.Resize(m)
		track.Move(fyne.NewPos(x, y))
		track.Resize(fyne.NewSize(long, high))
		const dot = 16
		at := x + (high-dot)/2
		if w.on {
			at = x + long - (high-dot)/2 - dot
		}
		knob.Move(fyne.NewPos(at, y+(high-dot)/2))
		knob.Resize(fyne.NewSquareSize(dot))
		ring.StrokeColor, ring.CornerRadius = look.Color(look.Focus), high/2+3
		ring.Move(fyne.NewPos(x-3, y-3))
		ring.Resize(fyne.NewSize(long+6, high+6))
		parts.Show(ring, w.focused)
	}
	r.again = func() { r.draw(w.Size()) }
	return r
}

// iconButton is a small button that shows an icon alone; its name is for who cannot see it.
type iconButton struct {
	control
	icon look.IconName
}

var _ fyne.Focusable = (*iconButton)(nil)

func newIconButton(icon look.IconName, name string, pressed func()) *iconButton {
	w := &iconButton{icon: icon}
	w.self, w.name, w.press = w, name, pressed
	w.ExtendBaseWidget(w)
	return w
}

// FocusGained shows the focus ring.
func (w *iconButton) FocusGained() { w.focused = true; w.Refresh(); parts.Reveal(w) }

// CreateRenderer draws the button: its icon, on a disc where the pointer is.
func (w *iconButton) CreateRenderer() fyne.WidgetRenderer {
	over, ring, icon := canvas.NewCircle(nil), canvas.NewCircle(nil), canvas.NewImageFromResource(nil)
	icon.FillMode = canvas.ImageFillContain
	ring.StrokeWidth = 2
	r := &drawn{objects: []fyne.CanvasObject{over, icon, ring}}
	disc := func() float32 { return max(look.Size(20)+look.S3, look.Target) }
	r.min = func() fyne.Size { return fyne.NewSize(disc(), rowHeight()) }
	r.draw = func(s fyne.Size) {
		over.FillColor, ring.StrokeColor = nil, look.Color(look.Focus)
		if w.hovered {
			over.FillColor = look.Color(look.Hover)
		}
		for _, c := range []*canvas.Circle{over, ring} {
			c.Move(fyne.NewPos((s.Width-disc())/2, (s.Height-disc())/2))
			c.Resize(fyne.NewSquareSize(disc()))
		}
		parts.Show(ring, w.focused)
		edge := look.Size(18)
		icon.Resource = look.IconIn(w.icon, look.Quiet)
		icon.Move(fyne.NewPos((s.Width-edge)/2, (s.Height-edge)/2))
		icon.Resize(fyne.NewSquareSize(edge))
	}
	r.again = func() { r.draw(w.Size()) }
	return r
}

// swatch is a colour to choose.
type swatch struct {
	control
	colour color.NRGBA
	on     bool
}

var _ fyne.Focusable = (*swatch)(nil)

func newSwatch(c color.NRGBA, name string, chosen func()) *swatch {
	w := &swatch{colour: c}
	w.self, w.name, w.press = w, name, chosen
	w.ExtendBaseWidget(w)
	return w
}

func (w *swatch) setOn(on bool) {
	if w.on != on {
		w.on = on
		w.Refresh()
	}
}

// FocusGained shows the focus ring.
func (w *swatch) FocusGained() { w.focused = true; w.Refresh(); parts.Reveal(w) }

// CreateRenderer draws the swatch: a disc, ringed when it is the chosen one; its name stands above the row.
func (w *swatch) CreateRenderer() fyne.WidgetRenderer {
	disc, chosen, ring := canvas.NewCircle(nil), canvas.NewCircle(nil), canvas.NewCircle(nil)
	ring.StrokeWidth, chosen.StrokeWidth = 2, 2
	r := &drawn{objects: []fyne.CanvasObject{chosen, disc, ring}}
	r.min = func() fyne.Size { return fyne.NewSquareSize(look.Target + look.S1) }
	r.draw = func(s fyne.Size) {
		centre := func(o fyne.CanvasObject, d float32) {
			o.Move(fyne.NewPos((s.Width-d)/2, (s.Height-d)/2))
			o.Resize(fyne.NewSquareSize(d))
		}
		disc.FillColor, disc.StrokeColor, disc.StrokeWidth = w.colour, look.Color(look.Line), 1
		chosen.StrokeColor, ring.StrokeColor = look.Color(look.Ink), look.Color(look.Focus)
		d := float32(28)
		if w.hovered {
			d = 30
		}
		centre(disc, d)
		centre(chosen, 34)
		centre(ring, 40)
		parts.Show(chosen, w.on)
		parts.Show(ring, w.focused)
	}
	r.again = func() { r.draw(w.Size()) }
	return r
}

// drawn is the renderer of all of these.
type drawn struct {
	objects []fyne.CanvasObject
	min     func() fyne.Size
	draw    func(fyne.Size)
	again   func()
}

func (r *drawn) Layout(s fyne.Size)           { r.draw(s) }
func (r *drawn) MinSize() fyne.Size           { return r.min() }
func (r *drawn) Objects() []fyne.CanvasObject { return r.objects }
func (r *drawn) Destroy()                     {}

func (r *drawn) Refresh() {
	r.again()
	for _, o := range r.objects {
		o.Refresh()
	}
}
