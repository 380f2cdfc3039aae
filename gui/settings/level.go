package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// level is how loud: 0 to 100 in steps of 5. Worked by pointer, by ←/→ and by Home/End. Changed tells where it was let
// go, not every step on the way.
type level struct {
	widget.BaseWidget
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

func newLevel(changed func(int)) *level {
	l := &level{changed: changed}
	l.ExtendBaseWidget(l)
	return l
}

func (l *level) set(v int) {
	if l.value != v {
		l.value = v
		l.Refresh()
	}
}

const (
	loudest = 100
	step    = 5
	dot     = 22 // diameter of the knob
)

func (l *level) at(x float32) int {
	f := (x - dot/2) / (l.Size().Width - dot)
	return min(max(int(f*loudest/step+0.5)*step, 0), loudest)
}

func (l *level) choose(v int) {
	if v = min(max(v, 0), loudest); v != l.value {
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
		l.choose(l.value - step)
	case fyne.KeyRight, fyne.KeyUp, fyne.KeyPlus:
		l.choose(l.value + step)
	case fyne.KeyHome:
		l.choose(0)
	case fyne.KeyEnd:
		l.choose(loudest)
	default:
		parts.PassOn(l, e)
	}
}

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
	wide := func() float32 {
		return fyne.MeasureText("100 %", look.Size(look.Small), fyne.TextStyle{Bold: true}).Width + look.S3
	}
	r.min = func() fyne.Size { return fyne.NewSize(look.Size(120)+wide(), look.Target) }
	r.draw = func(s fyne.Size) {
		w := s.Width - wide()
		mid := s.Height / 2
		x := dot/2 + (w-dot)*float32(l.value)/loudest
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
		shown(ring, l.focused)
		number.Text = look.T("settings.percent", "{{.N}} %", map[string]any{"N": l.value})
		number.TextSize, number.TextStyle, number.Color = look.Size(look.Small), fyne.TextStyle{Bold: true}, look.Color(look.Ink)
		m := number.MinSize()
		put(number, s.Width-m.Width, mid-m.Height/2, m.Width, m.Height)
	}
	r.again = func() { r.draw(l.Size()) }
	return r
}
