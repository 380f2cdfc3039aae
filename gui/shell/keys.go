package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// keys sets the keys that work on every screen. A session has keys of its own; while it plays only F11 and Ctrl+Q are
// heard here.
func (s *Shell) keys() {
	c := s.win.Canvas()
	ctrl := func(k fyne.KeyName, f func()) {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) { f() })
	}
	ctrl(fyne.Key1, func() { s.show(screenToday) })
	ctrl(fyne.Key2, func() { s.show(screenRoutines) })
	ctrl(fyne.Key3, func() { s.show(screenSettings) })
	ctrl(fyne.KeyF, func() {
		if s.playing == nil {
			s.show(screenRoutines)
			s.library.FocusSearch()
		}
	})
	ctrl(fyne.KeyQ, s.leave)
	c.SetOnTypedKey(s.typed)
	c.SetOnTypedRune(func(r rune) {
		if s.playing != nil {
			s.playing.screen.TypedRune(r)
		}
	})
}

// typed is a key that nothing with the focus had a use for.
func (s *Shell) typed(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyF11:
		s.win.SetFullScreen(!s.win.FullScreen())
		return
	}
	if s.playing != nil { // a click beside everything took the focus from the session; its keys still work
		s.playing.screen.TypedKey(e)
		return
	}
	switch e.Name {
	case fyne.KeyEscape:
		s.win.SetFullScreen(false)
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.at == screenToday {
			s.today.Begin()
		}
	case fyne.KeyLeft, fyne.KeyRight:
		if s.at == screenToday {
			s.today.Nudge(e)
		}
	}
}
