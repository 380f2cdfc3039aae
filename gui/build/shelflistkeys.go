package build

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/figure"
)

// moment brings the picture that moves to a moment.
func (l *list) moment(m figure.Moment, still bool, _ time.Time) {
	f := l.faces[l.moving]
	switch {
	case f == nil:
	case still:
		f.thumb.Rest()
	default:
		f.thumb.SetMoment(m)
	}
}

// goTo goes to an entry, brings it into view and tells.
func (l *list) goTo(i int) {
	if l.n == 0 {
		return
	}
	i = min(max(i, 0), l.n-1)
	l.reveal(i)
	if i == l.at {
		return
	}
	l.choose(i)
	l.chosen(i)
}

func (l *list) reveal(i int) {
	if l.show != nil && i >= 0 {
		l.show(float32(i)*entryHeight(), float32(i+1)*entryHeight())
	}
}

// under is the entry at a place on the list, -1 for none.
func (l *list) under(at fyne.Position) int {
	if i := int(at.Y / entryHeight()); at.Y >= 0 && i < l.n {
		return i
	}
	return -1
}

// FocusGained shows where the keyboard is.
func (l *list) FocusGained() {
	l.focused = true
	if l.at < 0 && l.n > 0 {
		first, _ := l.seen()
		if float32(first)*entryHeight() < l.top {
			first++
		}
		l.goTo(first)
	} else {
		l.reveal(l.at)
	}
	l.dress()
	l.move()
}

// FocusLost shows it no more.
func (l *list) FocusLost() {
	l.focused = false
	l.dress()
	l.move()
}

// TypedRune hands letters on.
func (l *list) TypedRune(r rune) { parts.PassRune(l, r) }

// TypedKey goes from entry to entry, takes one, or gives up dragging.
func (l *list) TypedKey(e *fyne.KeyEvent) {
	_, bottom := l.seen()
	first, _ := l.seen()
	page := max(bottom-first-2, 1)
	switch e.Name {
	case fyne.KeyUp:
		if l.at <= 0 && l.above != nil {
			l.above()
			return
		}
		l.goTo(l.at - 1)
	case fyne.KeyDown:
		l.goTo(l.at + 1)
	case fyne.KeyPageUp:
		l.goTo(l.at - page)
	case fyne.KeyPageDown:
		l.goTo(l.at + page)
	case fyne.KeyHome:
		l.goTo(0)
	case fyne.KeyEnd:
		l.goTo(l.n - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if again := l.Again(e); l.at >= 0 && !again {
			l.taken(l.at)
		}
	case fyne.KeyEscape:
		if l.dragging >= 0 && l.lifted {
			l.giveUp()
			return
		}
		parts.PassOn(l, e)
	default:
		parts.PassOn(l, e)
	}
}

// MouseDown remembers where a drag would begin.
func (l *list) MouseDown(e *desktop.MouseEvent) { l.down = e.AbsolutePosition }

// MouseUp does nothing.
func (l *list) MouseUp(*desktop.MouseEvent) {}

// Tapped chooses the entry under the pointer; a second click soon after takes it, and so does one on the +.
func (l *list) Tapped(e *fyne.PointEvent) {
	i := l.under(e.Position)
	if i < 0 {
		return
	}
	f, now := l.faces[i], l.now()
	twice := i == l.tapped && now.Sub(l.tappedAt) <= fyne.CurrentApp().Driver().DoubleTapDelay() && !now.Before(l.tappedAt)
	onPlus := f != nil && f.onPlus(e.Position.SubtractXY(0, float32(i)*entryHeight()))
	l.tapped = i
	other := i != l.at
	l.choose(i)
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil && !l.focused {
		c.Focus(l)
	}
	if other {
		l.chosen(i)
	}
	if twice || onPlus || l.direct {
		l.tapped = -1
		l.taken(i)
	}
	l.tappedAt = l.now() // what a slow machine takes to show it is not the finger's
}

// Dragged takes the entry along.
func (l *list) Dragged(e *fyne.DragEvent) {
	if l.drag == nil {
		return
	}
	if l.dragging < 0 {
		start := e.AbsolutePosition.Subtract(e.Dragged)
		if !l.down.IsZero() {
			start = l.down
		}
		l.dragging = l.under(start.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(l)))
		l.down, l.lifted = start, false
		l.still()
	}
	l.last = e.AbsolutePosition
	if l.dragging < 0 {
		return
	}
	if off := l.last.Subtract(l.down); !l.lifted && off.X*off.X+off.Y*off.Y < lift*lift {
		return
	}
	l.lifted = true
	l.drag(l.dragging, l.last)
}

// DragEnd lets it go there.
func (l *list) DragEnd() {
	i, lifted := l.dragging, l.lifted
	l.dragging, l.lifted = -1, false
	switch {
	case i < 0:
	case lifted:
		l.dropped(i, l.last)
	default:
		at := l.down.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(l))
		l.Tapped(&fyne.PointEvent{Position: at, AbsolutePosition: l.down})
	}
	l.move()
}

// giveUp takes back what is dragged.
func (l *list) giveUp() {
	lifted := l.lifted
	l.dragging, l.lifted = -1, false
	if lifted && l.drag != nil {
		l.drag(-1, l.last)
	}
}

// MouseIn shows what is under the pointer.
func (l *list) MouseIn(e *desktop.MouseEvent) { l.MouseMoved(e) }

// MouseMoved shows what is under the pointer.
func (l *list) MouseMoved(e *desktop.MouseEvent) {
	l.pointer = e.AbsolutePosition
	l.point(l.under(e.Position))
}

// MouseOut shows nothing under the pointer.
func (l *list) MouseOut() { l.point(-1) }

func (l *list) point(i int) {
	if i == l.hover {
		return
	}
	l.hover = i
	l.dress()
	l.move()
}

// AccessibilityLabel is what a screen reader says: the entry that is chosen, and where it stands.
func (l *list) AccessibilityLabel() string {
	if l.at < 0 || l.at >= l.n {
		return look.T("build.list.none", "List, {{.Count}} entries", map[string]any{"Count": l.n})
	}
	e := l.entry(l.at)
	return look.T("build.list.at", "{{.Name}}, {{.About}}, {{.N}} of {{.M}}", map[string]any{
		"Name": e.name, "About": e.about, "N": l.at + 1, "M": l.n})
}

// AccessibilityRole says that it can be worked.
func (l *list) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
