package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// scale is what a level can be: from the least to the most in steps, each said in words.
type scale struct {
	least, most, step int
	words             func(int) string
}

// level is how much of something, such as how loud. Worked by pointer, by ←/→ and by Home/End. Changed tells where it
// was let go, not every step on the way.
type level struct {
	widget.BaseWidget
	name             string // what a screen reader says
	scale            scale
	changed          func(int)
	value            int
	dragged          bool
	hovered, focused bool
}

var (
	_ fyne.Focusable    = (*level)(nil)
	_ fyne.Tappable     = (*level)(nil)
	_ fyne.Draggable    = (*level)(nil)
	_ desktop.Hoverable = (*level)(nil)
)

func newLevel(name string, s scale, changed func(int)) *level {
	l := &level{name: name, scale: s, value: s.least, changed: changed}
	l.ExtendBaseWidget(l)
	return l
}

func (l *level) set(v int) {
	if l.value != v {
		l.value = v
		l.Refresh()
	}
}

const dot = 22 // diameter of the knob

// at is the level under a place on the track.
func (l *level) at(x float32) int {
	s := l.scale
	f := (x - dot/2) / (l.Size().Width - l.words() - dot)
	return min(max(s.least+int(f*float32(s.most-s.least)/float32(s.step)+0.5)*s.step, s.least), s.most)
}

// words is the room kept for the widest words beside the track.
func (l *level) words() float32 {
	w := float32(0)
	for v := l.scale.least; v <= l.scale.most; v += l.scale.step {
		w = max(w, fyne.MeasureText(l.scale.words(v), look.Size(look.Small), fyne.TextStyle{Bold: true}).Width)
	}
	return w + look.S3
}

func (l *level) choose(v int) {
	if v = min(max(v, l.scale.least), l.scale.most); v != l.value {
		l.set(v)
		l.changed(v)
	}
}

// Tapped takes the level under the pointer.
func (l *level) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	l.choose(l.at(e.Position.X))
}

// Dragged follows the pointer.
func (l *level) Dragged(e *fyne.DragEvent) {
	l.dragged = true
	l.set(l.at(e.Position.X))
}

// DragEnd takes the level where the pointer was let go.
func (l *level) DragEnd() {
	if l.dragged {
		l.dragged = false
		l.changed(l.value)
	}
}

// TypedKey moves along the levels.
func (l *level) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyDown, fyne.KeyMinus:
		l.choose(l.value - l.scale.step)
	case fyne.KeyRight, fyne.KeyUp, fyne.KeyPlus:
		l.choose(l.value + l.scale.step)
	case fyne.KeyHome:
		l.choose(l.scale.least)
	case fyne.KeyEnd:
		l.choose(l.scale.most)
	default:
		parts.PassOn(l, e)
	}
}

// AccessibilityLabel is what a screen reader says.
func (l *level) AccessibilityLabel() string { return l.name + ": " + l.scale.words(l.value) }

// AccessibilityRole says that it can be worked.
func (l *level) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (l *level) TypedRune(rune)                 {}
func (l *level) FocusGained()                   { l.focused = true; l.Refresh(); parts.Reveal(l) }
func (l *level) FocusLost()                     { l.focused = false; l.Refresh() }
func (l *level) MouseIn(*desktop.MouseEvent)    { l.hovered = true; l.Refresh() }
func (l *level) MouseMoved(*desktop.MouseEvent) {}
func (l *level) MouseOut()                      { l.hovered = false; l.Refresh() }

// CreateRenderer draws the level as the length slider looks: a track, what is filled of it, a knob and the number.
func (l *level) CreateRenderer() fyne.WidgetRenderer {
	rail, done := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	halo, disc, eye, ring := canvas.NewCircle(nil), canvas.NewCircle(nil), canvas.NewCircle(nil), canvas.NewCircle(nil)
	number := canvas.NewText("", nil)
	ring.StrokeWidth = 2
	rail.CornerRadius, done.CornerRadius = 4, 4
	r := &drawn{objects: []fyne.CanvasObject{rail, done, halo, disc, eye, ring, number}}
	r.min = func() fyne.Size { return fyne.NewSize(look.Size(120)+l.words(), look.Target) }
	r.draw = func(s fyne.Size) {
		w := max(s.Width-l.words(), dot)
		mid := s.Height / 2
		x := dot/2 + (w-dot)*float32(l.value-l.scale.least)/float32(l.scale.most-l.scale.least)
		put := func(o fyne.CanvasObject, x, y, w, h float32) {
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(w, h))
		}
		rail.FillColor, done.FillColor = look.Color(look.Well), look.Color(look.Accent)
		disc.FillColor, eye.FillColor, ring.StrokeColor = look.Color(look.Accent), look.Color(look.Card), look.Color(look.Focus)
		halo.FillColor = nil
		if l.hovered {
			halo.FillColor = look.Color(look.Hover)
		}
		put(rail, 0, mid-4, w, 8)
		put(done, 0, mid-4, x, 8)
		put(halo, x-dot/2-6, mid-dot/2-6, dot+12, dot+12)
		put(disc, x-dot/2, mid-dot/2, dot, dot)
		put(eye, x-5, mid-5, 10, 10)
		put(ring, x-dot/2-3, mid-dot/2-3, dot+6, dot+6)
		parts.Show(ring, l.focused)
		number.Text = l.scale.words(l.value)
		number.TextSize, number.TextStyle, number.Color = look.Size(look.Small), fyne.TextStyle{Bold: true}, look.Color(look.Ink)
		m := number.MinSize()
		put(number, s.Width-m.Width, mid-m.Height/2, m.Width, m.Height)
	}
	r.again = func() { r.draw(l.Size()) }
	return r
}
