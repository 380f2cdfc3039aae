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
	ctrl(fyne.Key3, func() { s.show(screenBuild) })
	ctrl(fyne.Key4, func() { s.show(screenExercises) })
	ctrl(fyne.Key5, func() { s.show(screenSettings) })
	ctrl(fyne.KeyF, func() {
		switch {
		case s.playing != nil:
		case s.at == screenExercises:
			s.exercises.FocusSearch()
		case s.at == screenBuild:
			s.build.FocusSearch()
		default:
			s.show(screenRoutines)
			s.library.FocusSearch()
		}
	})
	s.sharedKeys(s.leave)
	c.SetOnTypedKey(s.typed)
	session := c.OnTypedRune()
	c.SetOnTypedRune(func(r rune) {
		switch {
		case s.playing != nil:
			session(r)
		case s.at == screenExercises:
			s.exercises.TypedRune(r)
		case s.at == screenBuild:
			s.build.TypedRune(r)
		case s.at == screenPose:
			s.pose.TypedRune(r)
		}
	})
	s.workKeys()
}

// sharedKeys sets the keys of every window: Ctrl+Q leaves, and what is typed beside everything reaches the session.
func (w *window) sharedKeys(leave func()) {
	c := w.win.Canvas()
	quit := &desktop.CustomShortcut{KeyName: fyne.KeyQ, Modifier: fyne.KeyModifierShortcutDefault}
	c.AddShortcut(quit, func(fyne.Shortcut) { leave() })
	c.SetOnTypedRune(func(r rune) {
		if w.playing != nil {
			w.playing.screen.TypedRune(r)
		}
	})
}

// fullScreenKey fills the screen on F11, and reports whether that was the key.
func (w *window) fullScreenKey(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyF11 {
		return false
	}
	w.win.SetFullScreen(!w.win.FullScreen())
	return true
}

// typed is a key that nothing with the focus had a use for.
func (s *Shell) typed(e *fyne.KeyEvent) {
	if s.fullScreenKey(e) {
		return
	}
	if s.playing != nil { // a click beside everything took the focus from the session; its keys still work
		s.playing.screen.TypedKey(e)
		return
	}
	if s.covered() {
		s.opening.screen.TypedKey(e)
		return
	}
	if w := s.working(); w != nil && w.TypedKey(e) || s.at == screenExercises && s.exercises.TypedKey(e) {
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
