package build

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// stepper is one part of a step's dose: − value +. ↑, ↓, + and − count, digits are typed in place; it never leaves the
// exercise's bounds. Its − and + show while the card is looked at. It can be tabbed to on the card the keyboard is on.
type stepper struct {
	widget.BaseWidget
	card  *card
	dose  dose
	typed string // the digits so far, "" while nothing is typed

	over             int // what the pointer is on: -1 is −, 1 is +
	hovered, focused bool
}

var (
	_ fyne.Focusable    = (*stepper)(nil)
	_ fyne.Disableable  = (*stepper)(nil)
	_ fyne.Tappable     = (*stepper)(nil)
	_ desktop.Hoverable = (*stepper)(nil)
)

func newStepper(c *card, d dose) *stepper {
	w := &stepper{card: c, dose: d}
	w.ExtendBaseWidget(w)
	return w
}

func (w *stepper) set(d dose) {
	if w.dose != d {
		w.dose = d
		w.Refresh()
	}
}

// Disabled keeps the steppers of the other cards from being tabbed to, one after the other.
func (w *stepper) Disabled() bool { return !w.card.current() }

// Enable does nothing: see Disabled.
func (w *stepper) Enable() {}

// Disable does nothing: see Disabled.
func (w *stepper) Disable() {}

// count goes a step up or down.
func (w *stepper) count(by int) {
	w.typed = ""
	v := w.dose.down
	if by > 0 {
		v = w.dose.up
	}
	w.card.column.s.setDose(w.card.view.key, w.dose, v)
	w.Refresh()
}

// takeTyped takes what was typed.
func (w *stepper) takeTyped() {
	v, ok := w.dose.typed(w.typed)
	w.typed = ""
	if ok && v != w.dose.value {
		w.card.column.s.setDose(w.card.view.key, w.dose, v)
	}
	w.Refresh()
}

func (w *stepper) zoneAt(x float32) int {
	switch {
	case x < zone():
		return -1
	case x > w.Size().Width-zone():
		return 1
	}
	return 0
}

// Tapped counts at the ends, and lets digits be typed in between.
func (w *stepper) Tapped(e *fyne.PointEvent) {
	c := w.card.column
	if k := w.card.view.key; c.pick.at != k || !c.pick.chosen[k] || len(c.pick.chosen) > 1 {
		c.pick.only(c, k) // which ends a gesture
	}
	c.s.focus(w)
	if by := w.zoneAt(e.Position.X); by != 0 {
		w.count(by)
	}
}

// TappedSecondary opens the menu of the card.
func (w *stepper) TappedSecondary(e *fyne.PointEvent) { w.card.TappedSecondary(e) }

// MouseIn shows what can be pressed.
func (w *stepper) MouseIn(e *desktop.MouseEvent) {
	w.hovered = true
	w.card.setHovered(true)
	w.MouseMoved(e)
	w.Refresh()
}

// MouseMoved follows the pointer.
func (w *stepper) MouseMoved(e *desktop.MouseEvent) {
	if at := w.zoneAt(e.Position.X); at != w.over {
		w.over = at
		w.Refresh()
	}
}

// MouseOut takes that back.
func (w *stepper) MouseOut() {
	w.hovered, w.over = false, 0
	w.card.setHovered(false)
	w.Refresh()
}

// FocusGained shows the focus ring.
func (w *stepper) FocusGained() {
	w.focused = true
	w.card.column.reveal(w.card.view.key)
	w.Refresh()
}

// FocusLost takes what was typed.
func (w *stepper) FocusLost() {
	w.focused = false
	w.card.column.s.work.settle()
	w.takeTyped()
}

// TypedRune takes digits, and the signs that count.
func (w *stepper) TypedRune(r rune) {
	switch {
	case r >= '0' && r <= '9' && len(w.typed) < 4:
		w.typed += string(r)
		w.Refresh()
	case r == '+':
		w.count(1)
	case r == '-' || r == '−':
		w.count(-1)
	case r < '0' || r > '9':
		parts.PassRune(w, r)
	}
}

// TypedKey counts, takes what was typed, or goes to what is beside.
func (w *stepper) TypedKey(e *fyne.KeyEvent) {
	c := w.card
	switch {
	case e.Name == fyne.KeyUp:
		w.count(1)
	case e.Name == fyne.KeyDown:
		w.count(-1)
	case w.typed != "" && (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter):
		w.takeTyped()
	case w.typed != "" && e.Name == fyne.KeyEscape:
		w.typed = ""
		w.Refresh()
	case w.typed != "" && e.Name == fyne.KeyBackspace:
		w.typed = w.typed[:len(w.typed)-1]
		w.Refresh()
	case e.Name == fyne.KeyLeft:
		c.beside(w, -1)
	case e.Name == fyne.KeyRight:
		c.beside(w, 1)
	case e.Name == fyne.KeyEscape, e.Name == fyne.KeyReturn, e.Name == fyne.KeyEnter:
		c.column.s.focus(c.column)
	case typesRune(e.Name): // comes as a letter, too
	default:
		c.column.TypedKey(e)
	}
}

// typesRune reports whether a key also arrives as a letter that a stepper takes.
func typesRune(k fyne.KeyName) bool {
	return len(k) == 1 && k[0] >= '0' && k[0] <= '9' || k == fyne.KeyPlus || k == fyne.KeyMinus || k == fyne.KeyEqual
}

// AccessibilityLabel is what a screen reader says.
func (w *stepper) AccessibilityLabel() string {
	return w.card.view.name + ", " + w.dose.part.name() + ": " + w.dose.says(w.dose.value)
}

// AccessibilityRole says that it can be worked.
func (w *stepper) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer draws the stepper.
func (w *stepper) CreateRenderer() fyne.WidgetRenderer {
	face, over, ring := canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	text, less, more := canvas.NewText("", nil), canvas.NewText("−", nil), canvas.NewText("+", nil)
	face.CornerRadius, over.CornerRadius, ring.CornerRadius = 10, 8, 12
	ring.StrokeWidth = 2
	for _, t := range []*canvas.Text{text, less, more} {
		t.Alignment = fyne.TextAlignCenter
	}
	r := &parts.Drawing{Of: []fyne.CanvasObject{face, over, less, text, more, ring}}
	r.Least = func() fyne.Size { return fyne.NewSize(w.dose.width(), stepperHeight()) }
	r.Place = func(s fyne.Size) {
		z := zone()
		parts.Put(face, 0, 0, s.Width, s.Height)
		parts.Put(ring, -2, -2, s.Width+4, s.Height+4)
		x := float32(2)
		if w.over > 0 {
			x = s.Width - z + 1
		}
		parts.Put(over, x, 2, z-3, s.Height-4)
		h := text.MinSize().Height
		parts.Put(text, 0, (s.Height-h)/2, s.Width, h)
		parts.Put(less, 0, (s.Height-h)/2, z, h)
		parts.Put(more, s.Width-z, (s.Height-h)/2, z, h)
	}
	r.Renew = func() {
		d := w.dose
		seen := w.card.looked() || w.focused
		face.FillColor, ring.StrokeColor, over.FillColor = look.Color(look.Well), look.Color(look.Focus), look.Color(look.Hover)
		text.Text, text.Color, text.TextStyle = d.says(d.value), look.Color(look.Ink), fyne.TextStyle{}
		if d.outside() {
			text.Color, text.TextStyle = look.Color(look.DangerInk), bold
		}
		if w.typed != "" {
			text.Text, text.TextStyle = w.typed+"|", bold
		}
		for i, t := range []*canvas.Text{less, more} {
			t.Color = look.Color(look.Quiet)
			if by := 2*i - 1; by < 0 && d.down == d.value || by > 0 && d.up == d.value {
				t.Color = look.Color(look.Disabled)
			} else if w.over == by {
				t.Color = look.Color(look.Ink)
			}
			parts.Show(t, seen && w.typed == "")
		}
		for _, t := range []*canvas.Text{text, less, more} {
			t.TextSize = look.Size(look.Body)
		}
		parts.Show(over, w.over != 0)
		parts.Show(ring, w.focused)
		if s := w.Size(); !s.IsZero() {
			r.Place(s)
		}
		canvas.Refresh(w)
	}
	r.Renew()
	return r
}
