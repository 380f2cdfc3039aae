package pose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/figure"
)

// knob is a handle on the stage. It is dragged by the pointer, and moved by the arrow keys once Tab has come to it: with
// Shift by larger steps, with , and . it turns.
type knob struct {
	widget.BaseWidget
	e      *easel
	handle figure.Handle
	at     figure.Knob
	disc   float32 // diameter of what is seen; the pointer takes hold of twice that

	from                      fyne.Position // of the pointer on the window, where it was pressed
	pressed, hovered, focused bool
}

var (
	_ fyne.Focusable     = (*knob)(nil)
	_ fyne.Draggable     = (*knob)(nil)
	_ fyne.Tappable      = (*knob)(nil)
	_ desktop.Hoverable  = (*knob)(nil)
	_ desktop.Mouseable  = (*knob)(nil)
	_ desktop.Cursorable = (*knob)(nil)
)

func newKnob(e *easel, h figure.Handle) *knob {
	k := &knob{e: e, handle: h}
	k.ExtendBaseWidget(k)
	return k
}

const (
	small = 0.01 // a step of the arrow keys, in statures
	large = 0.05
)

func (k *knob) put(at figure.Knob, middle fyne.Position, disc float32) {
	changed := k.at.Held != at.Held || k.at.Rests != at.Rests || k.disc != disc
	k.at, k.disc = at, disc
	grasp := 2 * disc
	if want := middle.SubtractXY(grasp/2, grasp/2); k.Position() != want {
		k.Move(want)
	}
	if k.Size() != fyne.NewSquareSize(grasp) {
		k.Resize(fyne.NewSquareSize(grasp))
	}
	if changed {
		k.Refresh()
	}
}

func (k *knob) middle() fyne.Position { return k.Position().AddXY(k.disc, k.disc) }

// MouseDown takes hold of the handle.
func (k *knob) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	k.pressed, k.from = true, ev.AbsolutePosition
	k.e.grab(k.handle)
	k.e.s.focus(k)
	k.Refresh()
}

// MouseUp lets it go where it was not dragged.
func (k *knob) MouseUp(*desktop.MouseEvent) {
	k.pressed = false
	k.e.letGo()
	k.Refresh()
}

// Dragged moves it with the pointer.
func (k *knob) Dragged(ev *fyne.DragEvent) {
	k.e.drag(fyne.NewDelta(ev.AbsolutePosition.X-k.from.X, ev.AbsolutePosition.Y-k.from.Y))
}

// DragEnd lets it go, with the keyboard on it: where it could not follow the pointer, the window has just taken that away.
func (k *knob) DragEnd() {
	k.pressed = false
	k.e.letGo()
	k.e.s.focus(k)
	k.Refresh()
}

// Tapped gives it the keyboard.
func (k *knob) Tapped(*fyne.PointEvent) { k.e.s.focus(k) }

// MouseIn names it.
func (k *knob) MouseIn(*desktop.MouseEvent) { k.hovered = true; k.e.say(); k.Refresh() }

// MouseMoved does nothing.
func (k *knob) MouseMoved(*desktop.MouseEvent) {}

// MouseOut names it no longer.
func (k *knob) MouseOut() { k.hovered = false; k.e.say(); k.Refresh() }

// Cursor is a hand.
func (k *knob) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained shows the focus ring and names it.
func (k *knob) FocusGained() {
	k.focused = true
	k.e.choose(k.handle)
	k.e.say()
	k.Refresh()
}

// FocusLost hides it.
func (k *knob) FocusLost() { k.focused = false; k.e.say(); k.Refresh() }

// TypedRune turns it, plants it and lets it go; what it has no use for is the window's.
func (k *knob) TypedRune(r rune) {
	if !k.e.s.rune(r) {
		parts.PassRune(k, r)
	}
}

// TypedKey moves it.
func (k *knob) TypedKey(ev *fyne.KeyEvent) {
	step := small
	if k.e.s.deps.Modifiers()&fyne.KeyModifierShift != 0 {
		step = large
	}
	switch ev.Name {
	case fyne.KeyLeft:
		k.e.nudge(k.handle, -step, 0, false)
	case fyne.KeyRight:
		k.e.nudge(k.handle, step, 0, false)
	case fyne.KeyUp:
		k.e.nudge(k.handle, 0, step, false)
	case fyne.KeyDown:
		k.e.nudge(k.handle, 0, -step, false)
	default:
		parts.PassOn(k, ev)
	}
}

// AccessibilityLabel is what a screen reader says.
func (k *knob) AccessibilityLabel() string { return knobSays(k.at) }

// AccessibilityRole says that it can be worked.
func (k *knob) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer draws the handle: a ring where it is free, a filled disc with a dot where it is planted or pinned.
func (k *knob) CreateRenderer() fyne.WidgetRenderer {
	halo, face, dot, ring := canvas.NewCircle(nil), canvas.NewCircle(nil), canvas.NewCircle(nil), canvas.NewCircle(nil)
	r := &parts.Drawing{Of: []fyne.CanvasObject{halo, face, dot, ring}}
	draw := func(s fyne.Size) {
		centre := func(o fyne.CanvasObject, d float32) { parts.Put(o, (s.Width-d)/2, (s.Height-d)/2, d, d) }
		d := k.disc
		if k.hovered || k.pressed {
			d += 4
		}
		held := k.at.Held != figure.HeldFree
		halo.FillColor = look.Color(look.Card)
		face.StrokeWidth, face.StrokeColor, face.FillColor = 2.5, look.Color(look.AccentInk), look.Color(look.Card)
		if held {
			face.FillColor = look.Color(look.Accent)
		}
		dot.FillColor = look.Color(look.OnAccent)
		ring.StrokeWidth, ring.StrokeColor = 2.5, look.Color(look.Focus)
		centre(halo, d+3)
		centre(face, d)
		centre(dot, d/3)
		centre(ring, d+9)
		parts.Show(dot, held)
		parts.Show(ring, k.focused)
	}
	r.Place = draw
	r.Renew = func() {
		draw(k.Size())
		for _, o := range r.Of {
			o.Refresh()
		}
	}
	r.Least = func() fyne.Size { return fyne.NewSquareSize(20) }
	return r
}

// knobSays is what a handle is called, and what keeps it.
func knobSays(k figure.Knob) string {
	name := look.Say(k.Name)
	switch {
	case k.Held == figure.HeldFloor:
		return look.T("pose.knob.floor", "{{.Part}} · planted on the floor", map[string]any{"Part": name})
	case k.Held == figure.HeldPoint:
		return look.T("pose.knob.air", "{{.Part}} · kept at its place", map[string]any{"Part": name})
	case k.Held == figure.HeldBody:
		return look.T("pose.knob.on", "{{.Part}} · on the {{.Point}}", map[string]any{"Part": name, "Point": figure.PointName(k.On)})
	case k.Rests:
		return look.T("pose.knob.rests", "{{.Part}} · rests", map[string]any{"Part": name})
	}
	return name
}

// bubble is a name over the stage, beside what it names. It lets the pointer through.
type bubble struct {
	widget.BaseWidget
	text string
	at   fyne.Position
	room fyne.Size
}

func newBubble() *bubble {
	b := &bubble{}
	b.ExtendBaseWidget(b)
	return b
}

func (b *bubble) say(text string, at fyne.Position, room fyne.Size) {
	if b.text != text || b.at != at || b.room != room {
		b.text, b.at, b.room = text, at, room
		b.Refresh()
	}
}

// CreateRenderer draws the bubble.
func (b *bubble) CreateRenderer() fyne.WidgetRenderer {
	face, text := canvas.NewRectangle(nil), canvas.NewText("", nil)
	face.CornerRadius, face.StrokeWidth = 8, 1
	r := &parts.Drawing{Of: []fyne.CanvasObject{face, text}}
	draw := func(fyne.Size) {
		face.FillColor, face.StrokeColor = look.Color(look.Card), look.Color(look.Line)
		text.Text, text.TextSize, text.Color = b.text, look.Size(look.Small), look.Color(look.Ink)
		parts.Show(face, b.text != "")
		parts.Show(text, b.text != "")
		m := text.MinSize()
		w, h := m.Width+2*look.S2, m.Height+look.S1
		x := min(max(b.at.X-w/2, look.S2), max(b.room.Width-w-look.S2, look.S2))
		y := b.at.Y - h - 16
		if y < look.S2 {
			y = b.at.Y + 16
		}
		parts.Put(face, x, y, w, h)
		parts.Put(text, x+look.S2, y+look.S1/2, m.Width, m.Height)
	}
	r.Place = draw
	r.Renew = func() {
		draw(b.Size())
		face.Refresh()
		text.Refresh()
	}
	return r
}
