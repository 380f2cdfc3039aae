package pose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"catcow/gui/look"
	"catcow/routines/figure"
)

const ctrl, alt = fyne.KeyModifierShortcutDefault, fyne.KeyModifierAlt

// Shortcuts are all the screen knows. The window hears them on its canvas and hands them to Shortcut.
func Shortcuts() []fyne.Shortcut {
	return []fyne.Shortcut{
		&fyne.ShortcutUndo{}, &fyne.ShortcutRedo{},
		&desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: ctrl},
		&desktop.CustomShortcut{KeyName: fyne.KeyD, Modifier: ctrl},
		&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: ctrl | fyne.KeyModifierShift},
		&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: alt},
		&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: alt},
	}
}

// Shortcut works on the exercise that is open; it reports whether the screen had a use for it.
func (s *Screen) Shortcut(sc fyne.Shortcut) bool {
	w := s.work
	if w == nil || s.frame.clash.active() || s.asker.Visible() {
		return false
	}
	switch c := sc.(type) {
	case *fyne.ShortcutUndo:
		s.undo()
	case *fyne.ShortcutRedo:
		s.redo()
	case *desktop.CustomShortcut:
		switch {
		case c.KeyName == fyne.KeyS && c.Modifier == ctrl:
			s.save()
		case c.KeyName == fyne.KeyD && c.Modifier == ctrl:
			s.addPose()
		case c.KeyName == fyne.KeyZ:
			s.redo()
		case c.KeyName == fyne.KeyLeft && c.Modifier == alt:
			s.movePose(w.now.pose, w.now.pose-1)
		case c.KeyName == fyne.KeyRight && c.Modifier == alt:
			s.movePose(w.now.pose, w.now.pose+1)
		default:
			return false
		}
	default:
		return false
	}
	return true
}

// TypedKey is a key that nothing with the focus had a use for; it reports whether the screen had.
func (s *Screen) TypedKey(e *fyne.KeyEvent) bool {
	if s.frame == nil {
		return false
	}
	if s.asker.Visible() {
		if e.Name == fyne.KeyEscape {
			s.asker.close()
			return true
		}
		return false
	}
	if s.work == nil {
		if e.Name == fyne.KeyEscape {
			s.done()
			return true
		}
		return false
	}
	if s.frame.clash.active() {
		if e.Name == fyne.KeyEscape {
			s.frame.clash.close()
			return true
		}
		return false
	}
	if s.frame.easel.picking != nil {
		switch e.Name {
		case fyne.KeyEscape:
			s.endPick()
		case fyne.KeyDown, fyne.KeyRight:
			s.pickNext(1)
		case fyne.KeyUp, fyne.KeyLeft:
			s.pickNext(-1)
		case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
			if p := s.frame.easel.pointed; p != "" {
				s.frame.easel.picking(p)
			}
		default:
			return false
		}
		return true
	}
	switch e.Name {
	case fyne.KeySpace:
		s.frame.play()
	case fyne.KeyLeftBracket:
		s.showPose(s.work.now.pose - 1)
	case fyne.KeyRightBracket:
		s.showPose(s.work.now.pose + 1)
	case fyne.KeyEscape:
		if c := s.canvas(); c != nil && c.Focused() != nil {
			s.unfocus()
			return true
		}
		if s.frame.narrow && s.frame.aside {
			s.frame.aside = false
			s.frame.Refresh()
			return true
		}
		s.done()
	default:
		return false
	}
	return true
}

// TypedRune is a letter that nothing with the focus had a use for; it reports whether the screen had.
func (s *Screen) TypedRune(r rune) bool { return s.rune(r) }

// turned is how far , and . turn, in statures on the picture; some six degrees.
const turned = 0.008

// rune works on the handle that was chosen last.
func (s *Screen) rune(r rune) bool {
	if s.work == nil || s.work.figure() == nil || s.frame.clash.active() || s.frame.easel.picking != nil {
		return false
	}
	e := s.frame.easel
	switch r {
	case ',', '.':
		if !e.hasChosen {
			return false
		}
		if e.chosen >= figure.HandleLeftElbow {
			s.frame.say(look.T("pose.no-turn", "Head, chest and hips go round; an arm or a leg only moves."), false)
			return true
		}
		by := turned
		if r == ',' {
			by = -by
		}
		e.nudge(e.chosen, by, 0, true)
	case 'p', 'P':
		s.plantOrLetGo()
	default:
		return false
	}
	return true
}
