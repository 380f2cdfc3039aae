package shell

import (
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/play"
	"catcow/gui/system"
	"catcow/routines/exercise"
	"catcow/routines/plan"
	"catcow/routines/session"
	"catcow/routines/settings"
)

// playing is the session on the screen.
type playing struct {
	session *session.Session
	screen  *play.Screen
	ticker  *fyne.Animation
	awake   bool // the desktop was asked not to blank the screen
}

// fit makes a plan of the routine called id as the settings have it; a length of 0 is its natural one.
func (w *window) fit(id string, length time.Duration) (*plan.Plan, error) {
	r, ok := w.lib.Get(id)
	if !ok {
		return nil, errors.New(look.T("shell.no-routine", "There is no routine {{.ID}} here.", map[string]any{"ID": id}))
	}
	return plan.Fit(plan.Input{
		Routine: r, Catalogue: w.lib.Catalogue, Length: length,
		Pace: w.set.PlanPace(), Floor: time.Duration(w.set.HoldFloor), Warm: w.set.Warm,
	})
}

// play puts a session on the screen.
func (w *window) play(sess *session.Session) {
	p := &playing{session: sess}
	w.playing = p
	p.screen = play.New(play.Deps{
		Session: sess, Now: w.opts.Now,
		Tones: w.tones(), BreathPacer: w.set.BreathPacer, Muted: !w.set.Sounds, Brief: w.opts.Break,
		OnEvents:      w.heard,
		OnMute:        func(muted bool) { w.change(func(c *settings.Settings) { c.Sounds = !muted }) },
		OnBreathPacer: func(on bool) { w.change(func(c *settings.Settings) { c.BreathPacer = on }) },
		OnLeave:       w.onLeave,
	})
	p.ticker = &fyne.Animation{
		Duration: time.Hour, RepeatCount: fyne.AnimationRepeatForever, Curve: fyne.AnimationLinear,
		Tick: func(float32) { w.tick() },
	}
	w.root.Objects[0] = p.screen
	w.notice.over(p.screen)
	w.root.Refresh()
	w.win.Canvas().Focus(p.screen)
	w.onCue()
	p.ticker.Start()
	w.tick()
}

// tick brings the session up to now. It comes with every frame of the display while a session is on the screen; the
// screen itself decides what is worth repainting.
func (w *window) tick() {
	p := w.playing
	if p == nil {
		return
	}
	p.screen.Tick(w.opts.Now())
	if w.playing == p {
		w.stayAwake(p.session.View().State == session.Playing)
		w.onTick()
	}
}

// stayAwake asks the desktop not to blank the screen while something moves or is held.
func (w *window) stayAwake(on bool) {
	p := w.playing
	if p == nil || p.awake == on {
		return
	}
	p.awake = on
	if system.Offers(system.ServiceScreenSaver) { // or Fyne would complain on the terminal at every pause
		w.app.Driver().SetDisableScreenBlanking(on)
	}
}

// heard is every cue of the session: it sounds, it is spoken, and where the session stands is kept.
func (w *window) heard(events []session.Event) {
	p := w.playing
	if p == nil {
		return
	}
	v := p.session.View()
	for _, e := range events {
		kind := exercise.Dynamic
		if e.Segment < len(v.Plan.Segments) {
			kind = v.Plan.Phases[v.Plan.Segments[e.Segment].Phase].Kind
		}
		w.sound.Play(e.Kind, kind, e.N)
		if w.set.Voice {
			if line := play.Caption(e, v.Plan); line != "" && e.Kind != session.LastThree {
				w.voice.Say(line)
			}
		}
		switch e.Kind {
		case session.Rep, session.Half, session.LastThree:
		default:
			w.onCue()
		}
	}
}

// clear takes the session off the screen and shows something else.
func (w *window) clear(instead fyne.CanvasObject) {
	w.playing.ticker.Stop()
	w.stayAwake(false)
	w.voice.Stop()
	w.playing = nil
	w.root.Objects[0] = instead
	w.notice.over(nil)
	w.root.Refresh()
}

// trySound lets one cue be heard, as loud as the settings say.
func (w *window) trySound() { w.sound.Play(session.Start, exercise.Static, 0) }
