package settings

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// pick is one of many: what is chosen, and a list of all when it is pressed. ↑ and ↓ go along them.
type pick struct {
	control
	options []option[string]
	value   string
	changed func(string)
}

var (
	_ fyne.Focusable    = (*pick)(nil)
	_ desktop.Hoverable = (*pick)(nil)
)

func newPick(name string, changed func(string)) *pick {
	w := &pick{changed: changed}
	w.self, w.name, w.press = w, name, w.list
	w.ExtendBaseWidget(w)
	return w
}

// set says what can be chosen and what is.
func (w *pick) set(options []option[string], value string) {
	if w.value != value || !slices.Equal(w.options, options) {
		w.options, w.value = options, value
		w.Refresh()
	}
}

// label is what is chosen, in words.
func (w *pick) label() string {
	for _, o := range w.options {
		if o.value == w.value {
			return o.label
		}
	}
	return look.T("settings.pick.missing", "{{.What}} (not there now)", map[string]any{"What": w.value})
}

func (w *pick) choose(value string) {
	if value != w.value {
		w.value = value
		w.Refresh()
		w.changed(value)
	}
}

// list shows everything there is to choose from.
func (w *pick) list() {
	c := fyne.CurrentApp().Driver().CanvasForObject(w)
	if c == nil {
		return
	}
	c.Focus(w)
	var items []*fyne.MenuItem
	for _, o := range w.options {
		item := fyne.NewMenuItem(o.label, func() { w.choose(o.value) })
		item.Checked = o.value == w.value
		items = append(items, item)
	}
	if len(items) > 0 {
		widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", items...), c, fyne.NewPos(0, w.Size().Height+look.S1), w)
	}
}

// TypedKey goes along what can be chosen.
func (w *pick) TypedKey(e *fyne.KeyEvent) {
	at := slices.IndexFunc(w.options, func(o option[string]) bool { return o.value == w.value })
	switch e.Name {
	case fyne.KeyUp:
		if at > 0 {
			w.choose(w.options[at-1].value)
		}
	case fyne.KeyDown:
		if at < len(w.options)-1 {
			w.choose(w.options[at+1].value)
		}
	default:
		w.control.TypedKey(e)
	}
}

// FocusGained shows the focus ring.
func (w *pick) FocusGained() { w.focused = true; w.Refresh(); parts.Reveal(w) }

// AccessibilityLabel is what a screen reader says.
func (w *pick) AccessibilityLabel() string { return w.name + ": " + w.label() }

// CreateRenderer draws the pick: the label and an arrow down.
func (w *pick) CreateRenderer() fyne.WidgetRenderer {
	face, over, ring, arrow := canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewImageFromResource(nil)
	label := parts.NewLabel("", look.Body, look.Ink, false)
	face.CornerRadius, over.CornerRadius, ring.CornerRadius = look.ControlRadius, look.ControlRadius, look.ControlRadius+3
	face.StrokeWidth, ring.StrokeWidth = 1, 2
	arrow.FillMode = canvas.ImageFillContain
	r := &drawn{objects: []fyne.CanvasObject{face, over, label, arrow, ring}}
	edge := func() float32 { return look.Size(18) }
	r.min = func() fyne.Size {
		h := fyne.MeasureText("Ág", look.Size(look.Body), fyne.TextStyle{}).Height
		return fyne.NewSize(look.Size(140), max(h+2*look.S2, look.Target))
	}
	r.draw = func(s fyne.Size) {
		face.FillColor, face.StrokeColor, over.FillColor = look.Color(look.Card), look.Color(look.Line), nil
		if w.hovered {
			over.FillColor = look.Color(look.Hover)
		}
		face.Resize(s)
		over.Resize(s)
		ring.StrokeColor = look.Color(look.Focus)
		ring.Move(fyne.NewPos(-3, -3))
		ring.Resize(s.AddWidthHeight(6, 6))
		parts.Show(ring, w.focused)
		arrow.Resource = look.IconIn(look.IconChevronDown, look.Quiet)
		arrow.Move(fyne.NewPos(s.Width-look.S3-edge(), (s.Height-edge())/2))
		arrow.Resize(fyne.NewSquareSize(edge()))
		label.SetText(w.label())
		label.Move(fyne.NewPos(look.S4, 0))
		label.Resize(fyne.NewSize(max(s.Width-2*look.S4-edge(), 0), s.Height))
	}
	r.again = func() { r.draw(w.Size()) }
	return r
}
