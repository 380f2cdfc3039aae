package build

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"catcow/routines/draft"
)

const alt = fyne.KeyModifierAlt

// Shortcuts are all the screen knows. The window hears them on its canvas and hands them to Shortcut.
func Shortcuts() []fyne.Shortcut {
	out := []fyne.Shortcut{
		&fyne.ShortcutUndo{}, &fyne.ShortcutRedo{}, &fyne.ShortcutCut{}, &fyne.ShortcutCopy{}, &fyne.ShortcutPaste{}, &fyne.ShortcutSelectAll{},
	}
	for _, k := range []fyne.KeyName{fyne.KeyS, fyne.KeyD, fyne.KeyReturn, fyne.KeyN} {
		out = append(out, &desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault})
	}
	out = append(out, &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	for _, k := range []fyne.KeyName{fyne.KeyUp, fyne.KeyDown} {
		out = append(out, &desktop.CustomShortcut{KeyName: k, Modifier: alt})
	}
	return out
}

// Shortcut works on the routine that is open; it reports whether the screen had a use for it.
func (s *Screen) Shortcut(sc fyne.Shortcut) bool {
	if s.work == nil || s.frame == nil || s.frame.clash.active() || s.frame.column.drag != nil {
		return false
	}
	damaged := s.work.ed.Now().Damaged
	if c, ok := sc.(*desktop.CustomShortcut); ok {
		switch {
		case c.KeyName == fyne.KeyS && c.Modifier == fyne.KeyModifierShortcutDefault:
			s.commitTyping()
			s.save()
		case damaged:
			return false
		case c.KeyName == fyne.KeyD && c.Modifier == fyne.KeyModifierShortcutDefault:
			s.duplicate(s.chosenOrPhase())
		case c.KeyName == fyne.KeyN && c.Modifier == fyne.KeyModifierShortcutDefault:
			s.menuOf(s.frame.column.add, s.newPhaseItems(-1))
		case c.KeyName == fyne.KeyReturn && c.Modifier == fyne.KeyModifierShortcutDefault:
			s.tryAll()
		case c.KeyName == fyne.KeyZ:
			s.redo()
		case c.KeyName == fyne.KeyUp && c.Modifier == alt:
			s.shift(-1)
		case c.KeyName == fyne.KeyDown && c.Modifier == alt:
			s.shift(1)
		default:
			return false
		}
		return true
	}
	if damaged {
		return false
	}
	col := s.frame.column
	switch sc.(type) {
	case *fyne.ShortcutUndo:
		s.undo()
	case *fyne.ShortcutRedo:
		s.redo()
	case *fyne.ShortcutCut:
		return s.cutSteps()
	case *fyne.ShortcutCopy:
		return s.copySteps()
	case *fyne.ShortcutPaste:
		return s.paste()
	case *fyne.ShortcutSelectAll:
		all := col.steps()
		at := col.pick.at
		col.pick.these(col, all)
		if col.view(at).kind == cardRow && at != 0 {
			col.pick.at = at
			col.Refresh()
		}
	default:
		return false
	}
	return true
}

// TypedKey is a key that nothing with the focus had a use for; it reports whether the screen had.
func (s *Screen) TypedKey(e *fyne.KeyEvent) bool {
	switch {
	case s.frame == nil:
		return false
	case s.work == nil:
		return s.frame.begin.Key(e.Name)
	case s.frame.clash.active():
		return s.frame.clash.key(e.Name)
	case s.frame.column.drag != nil:
		return s.frame.column.key(e.Name)
	case e.Name == fyne.KeyEscape && s.frame.closeDrawer():
		return true
	case s.work.ed.Now().Damaged:
		return false
	}
	switch e.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown:
		if s.focused() == nil {
			s.focus(s.frame.column)
		}
		if !s.frame.column.focused {
			return false // a button has no use for arrows, and neither has the routine then
		}
		return s.frame.column.key(e.Name)
	case fyne.KeyEscape:
		if s.frame.column.escape() {
			return true
		}
		if f := s.focused(); f == nil || f == fyne.Focusable(s.frame.column) {
			return false
		}
		s.focus(s.frame.column) // from wherever the keyboard is, back to the routine
		return true
	}
	if s.focused() == nil {
		return s.frame.column.key(e.Name)
	}
	return false
}

// TypedRune is a letter that nothing with the focus had a use for; it reports whether the screen had.
func (s *Screen) TypedRune(r rune) bool {
	if r != '/' || s.frame == nil {
		return false
	}
	if s.work == nil {
		s.frame.begin.FocusSearch()
	} else {
		s.FocusSearch()
	}
	return true
}

// chosenOrPhase is what a command works on: the chosen steps, or the phase the keyboard is on.
func (s *Screen) chosenOrPhase() []draft.Key {
	col := s.frame.column
	if keys := col.pick.keys(col); len(keys) > 0 {
		return keys
	}
	if col.pick.at != 0 {
		return []draft.Key{col.pick.at}
	}
	return nil
}
