package shell

import (
	"time"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/play"
	"catcow/gui/system"
	"catcow/routines/exercise"
	"catcow/routines/plan"
	"catcow/routines/session"
	"catcow/routines/settings"
	"catcow/routines/tomlfile"
)

// playing is the session on the screen.
type playing struct {
	session *session.Session
	screen  *play.Screen
	ticker  *fyne.Animation
	awake   bool // the desktop was asked not to blank the screen
}

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
	r, ok := s.lib.Get(id)
	if !ok {
		s.notice.say(look.T("shell.no-routine", "There is no routine {{.ID}} here.", map[string]any{"ID": id}))
		return
	}
	w := s.wishes()
	p, err := plan.Fit(plan.Input{Routine: r, Catalogue: s.lib.Catalogue, Length: length, Pace: w.Pace, Floor: w.Floor, Warm: w.Warm})
	if err != nil {
		s.show(screenToday)
		s.today.ShowRoutine(id)
		s.notice.say(err.Error())
		return
	}
	s.play(session.New(p, s.lib.Catalogue, s.opts.Now()))
}

// play puts a session on the screen.
func (s *Shell) play(sess *session.Session) {
	p := &playing{session: sess}
	s.playing = p
	p.screen = play.New(play.Deps{
		Session: sess, Now: s.opts.Now,
		Tones: s.tones(), BreathPacer: s.set.BreathPacer, Muted: !s.set.Sounds,
		OnEvents:      s.heard,
		OnMute:        func(muted bool) { s.change(func(c *settings.Settings) { c.Sounds = !muted }) },
		OnBreathPacer: func(on bool) { s.change(func(c *settings.Settings) { c.BreathPacer = on }) },
		OnLeave:       s.left,
	})
	p.ticker = &fyne.Animation{
		Duration: time.Hour, RepeatCount: fyne.AnimationRepeatForever, Curve: fyne.AnimationLinear,
		Tick: func(float32) { s.tick() },
	}
	s.everyMinute()
	s.root.Objects[0] = p.screen
	s.notice.onTop(true)
	s.root.Refresh()
	s.win.Canvas().Focus(p.screen)
	s.keepSession()
	p.ticker.Start()
	s.tick()
}

// tick brings the session up to now. It comes with every frame of the display while a session is on the screen; the
// screen itself decides what is worth repainting.
func (s *Shell) tick() {
	p := s.playing
	if p == nil {
		return
	}
	p.screen.Tick(s.opts.Now())
	if s.playing == p {
		s.stayAwake(p.session.View().State == session.Playing)
	}
}

// stayAwake asks the desktop not to blank the screen while something moves or is held.
func (s *Shell) stayAwake(on bool) {
	p := s.playing
	if p == nil || p.awake == on {
		return
	}
	p.awake = on
	if system.Offers(system.ServiceScreenSaver) { // or Fyne would complain on the terminal at every pause
		s.app.Driver().SetDisableScreenBlanking(on)
	}
}

// heard is every cue of the session: it sounds, it is spoken, and where the session stands is kept.
func (s *Shell) heard(events []session.Event) {
	p := s.playing
	if p == nil {
		return
	}
	v := p.session.View()
	for _, e := range events {
		kind := exercise.Dynamic
		if e.Segment < len(v.Plan.Segments) {
			kind = v.Plan.Phases[v.Plan.Segments[e.Segment].Phase].Kind
		}
		s.sound.Play(e.Kind, kind, e.N)
		if s.set.Voice {
			if line := play.Caption(e, v.Plan); line != "" && e.Kind != session.LastThree {
				s.voice.Say(line)
			}
		}
		switch e.Kind {
		case session.Rep, session.Half, session.LastThree:
		default:
			s.keepSession()
		}
	}
}

// keepSession writes where the session stands, so that it survives whatever happens to the window.
func (s *Shell) keepSession() {
	p := s.playing
	if p == nil {
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
	s.park()
	s.show(screenToday)
	s.win.Canvas().Unfocus()
}

// park takes the session off the screen; one that is not over is kept.
func (s *Shell) park() {
	p := s.playing
	if p == nil {
		return
	}
	p.session.Pause(s.opts.Now())
	s.keepSession()
	p.ticker.Stop()
	s.stayAwake(false)
	s.voice.Stop()
	s.playing = nil
	if n := p.session.Snapshot(s.opts.Now()); n.Offered(s.opts.Now()) {
		s.parked = &n
	} else {
		s.parked = nil
	}
	s.root.Objects[0] = s.browse
	s.notice.onTop(false)
	s.root.Refresh()
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

// trySound lets one cue be heard, as loud as the settings say.
func (s *Shell) trySound() { s.sound.Play(session.Start, exercise.Static, 0) }
