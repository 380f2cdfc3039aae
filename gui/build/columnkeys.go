package build

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/draft"
)

var (
	_ fyne.Focusable  = (*column)(nil)
	_ fyne.Accessible = (*column)(nil)
)

// FocusGained shows the focus ring; the keyboard is on some row.
func (c *column) FocusGained() {
	c.focused, c.keyed = true, true
	if c.pick.at == 0 {
		if stops := c.stops(); len(stops) > 0 {
			first := stops[0]
			if len(stops) > 1 && c.view(stops[1]).kind == cardRow {
				first = stops[1]
			}
			c.pick.only(c, first)
		}
	}
	c.Refresh()
}

// ringed reports whether a row shows that the keyboard is on it.
func (c *column) ringed(k draft.Key) bool { return c.focused && c.keyed && c.pick.at == k }

// FocusLost hides it.
func (c *column) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune counts the first part of the dose up and down; other letters are the window's.
func (c *column) TypedRune(r rune) {
	switch r {
	case '+':
		c.s.countDose(1)
	case '-', '−':
		c.s.countDose(-1)
	default:
		parts.PassRune(c, r)
	}
}

// TypedKey goes from row to row and works on what is chosen.
func (c *column) TypedKey(e *fyne.KeyEvent) {
	c.keyed = true
	if !c.key(e.Name) {
		parts.PassOn(c, e)
	}
}

// key reports whether the routine had a use for a key.
func (c *column) key(k fyne.KeyName) bool {
	if c.drag != nil {
		if k == fyne.KeyEscape {
			c.cancelDrag()
		}
		return true
	}
	stops := c.stops()
	at := slices.Index(stops, c.pick.at)
	to := at
	switch k {
	case fyne.KeyUp:
		to = max(at-1, 0)
	case fyne.KeyDown:
		to = at + 1
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(stops) - 1
	case fyne.KeyPageUp, fyne.KeyPageDown:
		to = c.page(stops, at, k == fyne.KeyPageDown)
	case fyne.KeyRight:
		if card := c.cards[c.pick.at]; card != nil && len(card.steppers) > 0 {
			c.s.focus(card.steppers[0])
		}
		return at >= 0
	case fyne.KeyLeft:
		return at >= 0
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		return c.enter()
	case fyne.KeySpace:
		if at < 0 {
			return false
		}
		c.pick.also(c, c.pick.at)
		return true
	case fyne.KeyDelete, fyne.KeyBackspace:
		return c.s.deleteChosen()
	case fyne.KeyEscape:
		return c.escape()
	case desktop.KeyMenu:
		return c.menu()
	default:
		return false
	}
	if len(stops) == 0 {
		return false
	}
	next := stops[min(max(to, 0), len(stops)-1)]
	if c.s.deps.Modifiers()&fyne.KeyModifierShift != 0 {
		c.pick.upTo(c, next)
	} else {
		c.pick.only(c, next)
	}
	c.reveal(next)
	return true
}

// page is the row a screenful away.
func (c *column) page(stops []draft.Key, at int, down bool) int {
	from, ok := c.rowOf(c.pick.at)
	if !ok {
		return 0
	}
	far := c.s.frame.scroll.Size().Height - look.Size(thumbHigh)
	to := at
	for i := range stops {
		r, _ := c.rowOf(stops[i])
		if down && i > at && r.y-from.y <= far {
			to = i
		}
		if !down && i < at && from.y-r.y <= far {
			return i
		}
	}
	return to
}

// enter opens a card, or renames a phase.
func (c *column) enter() bool {
	v := c.view(c.pick.at)
	switch {
	case v.key == 0:
		return false
	case v.kind == sectionRow:
		c.reveal(v.key)
		c.wake()
		if sec := c.sections[v.key]; sec != nil {
			sec.rename()
		}
	case c.pick.open == v.key:
		c.close()
		c.Refresh()
	default:
		c.pick.only(c, v.key)
		c.open(v.key)
		c.s.focus(c.more.first())
	}
	return true
}

// escape takes one thing back after the other: the open card, several that are chosen.
func (c *column) escape() bool {
	switch {
	case c.pick.open != 0:
		c.close()
		c.Refresh()
	case len(c.pick.chosen) > 1:
		c.pick.only(c, c.pick.at)
	default:
		return false
	}
	return true
}

// menu shows what can be done with the row the keyboard is on.
func (c *column) menu() bool {
	v := c.view(c.pick.at)
	r, ok := c.rowOf(v.key)
	if !ok {
		return false
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c).AddXY(rim+gripWidth(), r.y+look.Target)
	if v.kind == sectionRow {
		c.s.menuAt(at, c.s.phaseItems(v.key))
	} else {
		c.s.menuAt(at, c.s.stepItems(v.key))
	}
	return true
}

// AccessibilityLabel is what a screen reader says: the row the keyboard is on.
func (c *column) AccessibilityLabel() string {
	if v := c.view(c.pick.at); v.key != 0 {
		return v.spoken()
	}
	return look.T("build.column", "The routine")
}

// AccessibilityRole says that it can be worked.
func (c *column) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
