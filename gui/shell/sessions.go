package shell

import (
	"time"

	"catcow/routines/plan"
	"catcow/routines/session"
	"catcow/routines/settings"
	"catcow/routines/tomlfile"
)

// start plays a plan. A whole-minute length is what the routine is offered with next time.
func (s *Shell) start(p *plan.Plan) {
	if s.playing != nil {
		return
	}
	if id := p.Routine.ID; !p.Routine.Fixed && p.Length%time.Minute == 0 && time.Duration(s.set.Lengths[id]) != p.Length {
		s.change(func(c *settings.Settings) {
			lengths := map[string]tomlfile.Duration{id: tomlfile.Duration(p.Length)}
			for k, v := range c.Lengths {
				if k != id {
					lengths[k] = v
				}
			}
			c.Lengths = lengths
		})
	}
	s.play(session.New(p, s.lib.Catalogue, s.opts.Now()))
}

// startNamed plays a routine named on the command line.
func (s *Shell) startNamed(id string, length time.Duration) {
	p, err := s.fit(id, length)
	if err == nil {
		s.play(session.New(p, s.lib.Catalogue, s.opts.Now()))
		return
	}
	if _, ok := s.lib.Get(id); ok {
		s.today.ShowRoutine(id)
	}
	s.notice.say(err.Error())
}

// play puts a session on the screen.
func (s *Shell) play(sess *session.Session) {
	s.uncover()
	s.window.play(sess)
	if s.opts.Began != nil {
		s.opts.Began(sess.View().Plan.Routine.ID)
	}
	s.everyMinute()
}

// keepSession writes where the session stands, so that it survives whatever happens to the window.
func (s *Shell) keepSession() {
	p := s.playing
	if p == nil || s.trying {
		return
	}
	switch p.session.View().State {
	case session.Done, session.Stopped:
		s.keep.clear()
	default:
		s.keep.save(p.session.Snapshot(s.opts.Now()))
	}
}

// left goes back to the screens when the person has left the session.
func (s *Shell) left() {
	back := screenToday
	if s.trying {
		back = screenBuild
	}
	s.park()
	s.show(back)
	s.win.Canvas().Unfocus()
	s.openLater()
}

// park takes the session off the screen; one that is not over is kept.
func (s *Shell) park() {
	p := s.playing
	if p == nil {
		return
	}
	p.session.Pause(s.opts.Now())
	s.keepSession()
	if s.opts.Ended != nil {
		s.opts.Ended(p.session.Summary().Moved, p.session.View().State == session.Done)
	}
	s.clear(s.browse)
	if s.trying {
		s.trying = false
		return
	}
	if n := p.session.Snapshot(s.opts.Now()); n.Offered(s.opts.Now()) {
		s.parked = &n
	} else {
		s.parked = nil
	}
	s.offerWaiting()
}

// resume goes on with the session that waits.
func (s *Shell) resume() {
	if s.parked == nil || s.playing != nil {
		return
	}
	sess, err := session.Restore(*s.parked, s.lib, s.opts.Now())
	if err != nil {
		s.notice.say(err.Error())
		s.forget()
		return
	}
	s.play(sess)
}

// forget lets the session that waits be.
func (s *Shell) forget() {
	s.parked = nil
	s.keep.clear()
	s.offerWaiting()
}
