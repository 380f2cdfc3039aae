package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// tab is the name of a pane; the one shown is bold and underlined. ← and → go to its neighbours.
type tab struct {
	control
	on      bool
	towards func(step int)
}

var (
	_ fyne.Focusable    = (*tab)(nil)
	_ desktop.Hoverable = (*tab)(nil)
)

func newTab(name string, chosen func(), towards func(step int)) *tab {
	w := &tab{towards: towards}
	w.self, w.name, w.press = w, name, chosen
	w.ExtendBaseWidget(w)
	return w
}

func (w *tab) setOn(on bool) {
	if w.on != on {
		w.on = on
		w.Refresh()
	}
}

// FocusGained shows the focus ring.
func (w *tab) FocusGained() { w.focused = true; w.Refresh() }

// TypedKey goes along the tabs.
func (w *tab) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		w.towards(-1)
	case fyne.KeyRight:
		w.towards(1)
	default:
		w.control.TypedKey(e)
	}
}

// CreateRenderer draws the tab.
func (w *tab) CreateRenderer() fyne.WidgetRenderer {
	over, line, ring, name := canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewText(w.name, nil)
	ring.StrokeWidth = 2
	over.CornerRadius, ring.CornerRadius, line.CornerRadius = look.ControlRadius, look.ControlRadius, 1.5
	name.Alignment = fyne.TextAlignCenter
	r := &drawn{objects: []fyne.CanvasObject{over, line, name, ring}}
	// Measured bold, so that choosing it does not move its neighbours.
	measure := func() fyne.Size { return fyne.MeasureText(w.name, look.Size(look.Body), fyne.TextStyle{Bold: true}) }
	r.min = func() fyne.Size {
		m := measure()
		return fyne.NewSize(m.Width+2*look.S3, max(m.Height+2*look.S2, look.Target))
	}
	r.draw = func(s fyne.Size) {
		over.FillColor = nil
		if w.hovered {
			over.FillColor = look.Color(look.Hover)
		}
		over.Resize(s)
		ring.StrokeColor = look.Color(look.Focus)
		ring.Resize(s)
		parts.Show(ring, w.focused)
		m := measure()
		name.TextSize, name.TextStyle, name.Color = look.Size(look.Body), fyne.TextStyle{Bold: w.on}, look.Color(look.Quiet)
		if w.on {
			name.Color = look.Color(look.Ink)
		}
		name.Move(fyne.NewPos(0, (s.Height-m.Height)/2))
		name.Resize(fyne.NewSize(s.Width, m.Height))
		line.FillColor = look.Color(look.AccentInk)
		line.Move(fyne.NewPos((s.Width-m.Width)/2, (s.Height+m.Height)/2+1))
		line.Resize(fyne.NewSize(m.Width, 3))
		parts.Show(line, w.on)
	}
	r.again = func() { r.draw(w.Size()) }
	return r
}

// header sets the title and the tabs side by side where there is room, else one under the other.
func header(objects []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	title, tabs := objects[0], objects[1]
	t := title.MinSize()
	x, least := t.Width+look.S5, float32(0)
	for _, o := range tabs.(*parts.Flow).Contents() {
		least += o.MinSize().Width + look.S1
	}
	under := x+least > width
	if under {
		x = 0
	}
	h := parts.HeightFor(tabs, width-x)
	high := max(h, t.Height)
	above, below := (high-t.Height)/2, (high-h)/2
	if under {
		high = t.Height + look.S2 + h
		above, below = 0, t.Height+look.S2
	}
	if at != nil {
		at(title, fyne.NewPos(0, above), fyne.NewSize(min(t.Width, width), t.Height))
		at(tabs, fyne.NewPos(x, below), fyne.NewSize(width-x, h))
	}
	return high
}

// headed is a layout: the first object keeps its place above, the second has the rest.
type headed struct{}

func (headed) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	h := parts.HeightFor(objects[0], s.Width)
	objects[0].Resize(fyne.NewSize(s.Width, h))
	objects[1].Move(fyne.NewPos(0, h))
	objects[1].Resize(fyne.NewSize(s.Width, max(s.Height-h, 0)))
}

func (headed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[1].MinSize().AddWidthHeight(0, look.Target)
}
