package play

import (
	"fyne.io/fyne/v2"

	"catcow/gui/parts"
	"catcow/routines/session"
)

// Key does what a bare key does and says whether it was one of the screen's.
func (s *Screen) Key(k fyne.KeyName) bool {
	if s.ask.Visible() {
		return s.ask.key(k)
	}
	switch k {
	case fyne.KeyEscape:
		s.Leave()
		return true
	case fyne.KeyM:
		s.toggleMute()
		return true
	case fyne.KeyB:
		s.toggleBreath()
		return true
	}
	switch s.shown {
	case faceEnd:
		return s.endKey(k)
	case faceWait:
		return s.waitKey(k)
	}
	do := s.deps.Session
	switch k {
	case fyne.KeySpace:
		s.act(do.TogglePause)
	case fyne.KeyRight, fyne.KeyN:
		s.act(do.Next)
	case fyne.KeyLeft:
		s.act(do.Back)
	case fyne.KeyPlus, fyne.KeyEqual:
		s.act(do.More)
	case fyne.KeyE:
		s.act(do.EaseOff)
	case fyne.KeyF:
		s.toggleMat()
	default:
		return false
	}
	return true
}

func (s *Screen) waitKey(k fyne.KeyName) bool {
	switch k {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		s.goOn()
	case fyne.KeyRight, fyne.KeyN:
		s.act(s.deps.Session.ContinueAfterActivity)
	case fyne.KeyLeft:
		s.act(s.deps.Session.Back)
	default:
		return false
	}
	return true
}

func (s *Screen) endKey(k fyne.KeyName) bool {
	switch k {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		s.leave()
		return true
	}
	return false
}

// goOn ends the waiting, with a minute of easy movement first where the body has cooled down.
func (s *Screen) goOn() {
	if s.deps.Session.RewarmOffered(s.deps.Now()) {
		s.act(s.deps.Session.Rewarm)
		return
	}
	s.act(s.deps.Session.ContinueAfterActivity)
}

func (s *Screen) toggleMute() {
	s.SetMuted(!s.muted)
	if s.deps.OnMute != nil {
		s.deps.OnMute(s.muted)
	}
}

func (s *Screen) toggleBreath() {
	s.deps.BreathPacer = !s.deps.BreathPacer
	s.bar.setPaced(s.deps.BreathPacer)
	if s.deps.OnBreathPacer != nil {
		s.deps.OnBreathPacer(s.deps.BreathPacer)
	}
	s.draw(s.deps.Now())
}

func (s *Screen) toggleMat() {
	s.mat = !s.mat
	s.draw(s.deps.Now())
	s.Refresh()
}

// Leave leaves the screen, or asks first where something would be lost: in the middle of a session that has begun.
// From the mat view it goes back to the whole screen.
func (s *Screen) Leave() {
	if s.mat && s.shown == faceMat {
		s.toggleMat()
		return
	}
	switch s.view.State {
	case session.Playing, session.Paused:
		if !s.deps.Brief && s.deps.Session.Summary().Moved > 0 {
			s.ask.wasPaused = s.view.State == session.Paused
			s.act(s.deps.Session.Pause)
			s.ask.open(s.deps.Session.Summary(), s.view.TotalLeft)
			return
		}
		s.act(s.deps.Session.Stop)
	}
	s.leave()
}

// stop ends the session; what was done counts and is shown.
func (s *Screen) stop() {
	s.ask.Hide()
	s.act(s.deps.Session.Stop)
}

// takeBack closes the question and leaves the session as it was before.
func (s *Screen) takeBack() {
	if s.ask.wasPaused {
		s.ask.Hide()
		return
	}
	s.goOnPlaying()
}

// goOnPlaying closes the question and plays.
func (s *Screen) goOnPlaying() {
	s.ask.Hide()
	s.act(s.deps.Session.Resume)
}

func (s *Screen) leave() {
	if s.gone {
		return
	}
	s.gone = true
	if s.deps.OnLeave != nil {
		s.deps.OnLeave()
	}
}

// FocusGained does nothing: the whole screen is what the keys act on.
func (s *Screen) FocusGained() {}

// FocusLost does nothing.
func (s *Screen) FocusLost() {}

// TypedKey does what a bare key does. Plus is left to TypedRune, because on many keyboards it is no key of its own.
func (s *Screen) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyPlus, fyne.KeyEqual:
	case fyne.KeyF11: // the window's own
		parts.PassOn(s, e)
	default:
		s.Key(e.Name)
	}
}

// TypedRune hears the plus sign wherever a keyboard has it.
func (s *Screen) TypedRune(r rune) {
	if r == '+' || r == '=' {
		s.Key(fyne.KeyPlus)
	}
}
