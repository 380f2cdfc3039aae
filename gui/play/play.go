// Package play is the screen on which a session is played.
//
// In go a session, the time and what the person presses; out come the moving figure, the ring, the cues, the timeline
// and, through callbacks, the session's events for sound, voice and saving. It keeps no time of its own and owns no
// goroutine: Tick is told the time, as often as Every says, and repaints only what changed. While something moves that
// is 20 times a second, in a hold 4 times, otherwise only when a word changes.
package play

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
	"catcow/routines/session"
)

// Session is what the screen uses of a session; *session.Session is one.
type Session interface {
	View() session.View
	Advance(now time.Time) []session.Event
	TogglePause(now time.Time) []session.Event
	Pause(now time.Time) []session.Event
	Resume(now time.Time) []session.Event
	ContinueAfterActivity(now time.Time) []session.Event
	Next(now time.Time) []session.Event
	Back(now time.Time) []session.Event
	More(now time.Time) []session.Event
	EaseOff(now time.Time) []session.Event
	Jump(to time.Duration, now time.Time) []session.Event
	JumpTo(segment int, now time.Time) []session.Event
	Stop(now time.Time) []session.Event
	RewarmOffered(now time.Time) bool
	Rewarm(now time.Time) []session.Event
	Summary() session.Summary
	NextStep() message.Message
}

var _ Session = (*session.Session)(nil)

// Deps is all the screen needs from outside. Callbacks may be nil.
type Deps struct {
	Session Session
	Now     func() time.Time // the time a key or a tap happens at

	Tones       parts.Tones
	BreathPacer bool
	Muted       bool
	// Brief is a session that is not kept to go on with, as a break: leaving it asks nothing.
	Brief bool

	// OnEvents is given every cue once, for sound, voice and saving.
	OnEvents func([]session.Event)
	// OnMute is told that the person turned the sound off or on, OnBreathPacer the same for the paced breath.
	OnMute        func(muted bool)
	OnBreathPacer func(on bool)
	// OnLeave is called once when the person leaves the screen. The session's state says how: Done or Stopped is over,
	// Paused or Waiting is to be picked up later.
	OnLeave func()
}

// How long between two repaints. Fyne repaints the whole window, which without a graphics card takes 11 ms of a core at
// 1180×760: 20 a second keep a moving figure under a quarter of a core, and fall on every third beat of a 60 Hz display,
// so that the motion is even. A stretch is slow; in a hold only the chest and the ring move, and barely.
const (
	whileMoving  = time.Second / 20
	whileHolding = time.Second / 4
	whileWaiting = time.Second
)

// How long a line over the stage stays.
const (
	captionFor = 2500 * time.Millisecond
	toastFor   = 6 * time.Second
)

// Screen plays a session. It holds the focus itself, so that bare keys work wherever a person clicked.
type Screen struct {
	widget.BaseWidget
	deps Deps

	view  session.View
	drawn time.Time // when everything was last brought up to date
	now   time.Time
	shown face
	mat   bool
	muted bool
	gone  bool

	caption, toast           string
	captionUntil, toastUntil time.Time

	over  *over
	stage *parts.Stage
	panel *panel
	bar   *bar
	floor *matView
	wait  *waitView
	end   *endView
	ask   *question
}

var _ fyne.Focusable = (*Screen)(nil)

// New makes the screen of a session. Give it the focus once it is shown, and call Tick.
func New(d Deps) *Screen {
	s := &Screen{deps: d, muted: d.Muted}
	s.stage = parts.NewStage()
	s.stage.SetTones(d.Tones)
	s.over = newOver()
	s.panel = newPanel(d.Tones)
	s.bar = newBar(s)
	s.floor = newMatView()
	s.wait = newWaitView(s)
	s.end = newEndView(s)
	s.ask = newQuestion(s)
	s.ExtendBaseWidget(s)
	s.Tick(d.Now())
	return s
}

// SetLook takes over what can be changed in the settings while a session is played.
func (s *Screen) SetLook(t parts.Tones, breathPacer bool) {
	s.deps.Tones, s.deps.BreathPacer = t, breathPacer
	s.stage.SetTones(t)
	s.panel.setTones(t)
	s.bar.setPaced(breathPacer)
	s.draw(s.now)
}

// SetMuted shows whether the sound is off, without calling OnMute.
func (s *Screen) SetMuted(m bool) {
	s.muted = m
	s.bar.setMuted(m)
}

// Every is how often Tick wants to be called now. Calling it more often costs almost nothing; a second is enough
// while nothing plays.
func (s *Screen) Every() time.Duration {
	switch {
	case s.view.State == session.Playing && s.moving() || s.stage.Busy():
		return whileMoving
	case s.view.State == session.Playing:
		return whileHolding
	}
	return whileWaiting
}

// moving reports whether the figure is in motion: repetitions, and going into a hold.
func (s *Screen) moving() bool {
	g := s.view.Current()
	return g.Kind == plan.Work && !look.ReducedMotion() && (g.Reps > 0 || rolls(g.Exercise) || s.view.Elapsed < intoHold)
}

// Tick brings the session and the screen to a time.
func (s *Screen) Tick(now time.Time) {
	ev := s.deps.Session.Advance(now)
	s.hear(ev, now)
	// A tick comes on the display's beat; one that is a hair early is still the one meant. The seconds change on time.
	due := now.Sub(s.drawn) >= s.Every()-4*time.Millisecond || now.Before(s.drawn)
	if len(ev) > 0 || due || seconds(s.deps.Session.View().Left) != seconds(s.view.Left) {
		s.draw(now)
	}
}

// act does what the person asked for, and shows it at once.
func (s *Screen) act(do func(now time.Time) []session.Event) {
	now := s.deps.Now()
	s.hear(do(now), now)
	s.draw(now)
}

// hear turns events into captions and hands them on.
func (s *Screen) hear(events []session.Event, now time.Time) {
	if len(events) == 0 {
		return
	}
	s.view = s.deps.Session.View()
	for _, e := range events {
		switch e.Kind {
		case session.Changed, session.Gap:
			s.toast, s.toastUntil = look.Say(e.Message), now.Add(toastFor)
		case session.ResumedEvent:
			s.toast = ""
		}
		if c := Caption(e, s.view.Plan); c != "" {
			s.caption, s.captionUntil = c, now.Add(captionFor)
		}
	}
	if s.deps.OnEvents != nil {
		s.deps.OnEvents(events)
	}
}

// draw shows where the session stands.
func (s *Screen) draw(now time.Time) {
	s.now, s.drawn = now, now
	s.view = s.deps.Session.View()
	if s.caption != "" && !now.Before(s.captionUntil) {
		s.caption = ""
	}
	if s.toast != "" && !now.Before(s.toastUntil) {
		s.toast = ""
	}
	s.show(faceOf(s.view.State, s.mat))
	switch s.shown {
	case faceWait:
		s.stage.SetKind(exercise.Activity)
		s.stage.Set(parts.Shot{}, now)
		s.wait.set(s.view, s.deps.Session.RewarmOffered(now))
		s.bar.set(s.view, now)
	case faceEnd:
		s.end.set(s.deps.Session.Summary(), s.deps.Session.NextStep(), s.deps.Tones)
	case faceMat:
		t := tell(s.view, s.deps.BreathPacer)
		s.stage.SetKind(t.kind)
		s.stage.Set(t.shot, now)
		s.floor.set(s.view, t, s.line())
	default:
		t := tell(s.view, s.deps.BreathPacer)
		s.stage.SetKind(t.kind)
		s.stage.Set(t.shot, now)
		s.over.set(s.view, t, s.caption, s.toast)
		s.panel.set(s.view, t)
		if s.bar.set(s.view, now) {
			s.Refresh()
		}
	}
}

// line is what stands over the stage: what changed before what is cued.
func (s *Screen) line() string {
	if s.toast != "" {
		return s.toast
	}
	return s.caption
}
