package shell

import (
	"errors"
	"time"

	"catcow/gui/look"
	settingsscreen "catcow/gui/settings"
	"catcow/gui/system"
	"catcow/gui/system/presence"
	"catcow/gui/tray"
	"catcow/routines"
	"catcow/routines/breaks"
	"catcow/routines/tomlfile"
)

// reminders is what the window knows of the resident, which is another process.
type reminders struct {
	on        bool // whether they are wanted, as it was put in force last
	autostart bool
	status    settingsscreen.ResidentStatus
	found     candidates
}

// candidates are what a break can be, and what that follows from.
type candidates struct {
	list  []breaks.Candidate
	from  *routines.Library
	pace  string
	floor tomlfile.Duration
	warm  bool
}

// startTakes is how long the resident takes until it answers and has found out what the desktop offers.
const startTakes = time.Second

// remind puts in force whether reminders are wanted. The resident hears of all other rules from the file. One that is
// being written by hand says nothing until it is in order.
func (s *Shell) remind() {
	if s.problems != nil {
		return
	}
	if on := s.set.Breaks.On; on != s.reminders.on {
		s.reminders.on = on
		if on {
			s.startResident()
		} else {
			s.apart(func() { _, _ = tray.Quit(s.opts.Folders) }) // that there is none to end is as well
		}
	}
}

// startResident starts it where it does not run.
func (s *Shell) startResident() {
	f, start := s.opts.Folders, s.opts.StartResident
	if start == nil {
		return
	}
	s.apart(func() {
		if _, err := tray.AskStatus(f); !errors.Is(err, tray.ErrNotRunning) {
			return
		}
		if err := start(); err != nil {
			s.post(func() { s.notice.say(err.Error()) })
			return
		}
		time.Sleep(startTakes)
	})
}

// lookForResident finds out what the resident has found out.
func (s *Shell) lookForResident() { s.apart(func() {}) }

// apart does something that may take a moment, on a goroutine of its own, and shows the resident as it is after it.
func (s *Shell) apart(f func()) {
	folders := s.opts.Folders
	go func() {
		f()
		var now settingsscreen.ResidentStatus
		if st, err := tray.AskStatus(folders); err == nil {
			now = settingsscreen.ResidentStatus{
				Running: true, IdleSource: presence.Source(st.IdleSource),
				Tray: st.Tray, Notifications: st.Notifications, Buttons: st.Buttons, Missing: st.Silent,
			}
		}
		autostart, err := system.Autostart(folders.Own)
		s.post(func() {
			if err == nil {
				s.reminders.autostart = autostart
			}
			if now != s.reminders.status || s.settingsSeen() {
				s.reminders.status = now
				s.stale[screenSettings] = true
				s.freshen()
			}
		})
	}()
}

func (s *Shell) settingsSeen() bool { return s.at == screenSettings && s.playing == nil }

// candidates are what a break can be. They are found anew only where something has changed that they follow from: in a
// library of a thousand this takes several frames, and a slider in the settings asks at every move.
func (s *Shell) candidates() []breaks.Candidate {
	was, set := &s.reminders.found, s.set
	if was.from != s.lib || was.pace != set.Pace || was.floor != set.HoldFloor || was.warm != set.Warm {
		*was = candidates{tray.Candidates(s.lib, set), s.lib, set.Pace, set.HoldFloor, set.Warm}
	}
	return was.list
}

// breakState is where the clock of the resident stands, for the breaks of today.
func (s *Shell) breakState() breaks.State {
	state, aside := breaks.Load(s.opts.Folders.State)
	if aside != nil {
		s.notice.say(look.Say(*aside))
	}
	return state
}

// setAutostart starts the resident with the computer, or no longer.
func (s *Shell) setAutostart(on bool) error {
	if err := system.SetAutostart(on, s.opts.Folders.Own); err != nil {
		return err
	}
	s.reminders.autostart = on
	return nil
}

// tryBreak plays a break now: the resident's next one, or without a resident the one it would be.
func (s *Shell) tryBreak() {
	f, start := s.opts.Folders, s.opts.StartBreak
	c, ok := breaks.Choose(s.candidates(), s.set.Breaks, s.breakState().Recent, breaks.Short, s.opts.Now())
	s.apart(func() {
		_, err := tray.Start(f, "")
		if errors.Is(err, tray.ErrNotRunning) && ok && start != nil {
			err = start(c.ID)
		}
		if err != nil {
			s.post(func() { s.notice.say(err.Error()) })
		}
	})
}
