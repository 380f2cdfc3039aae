package terminal

import (
	"context"
	"fmt"
	"strings"
	"time"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/plan"
	"catcow/routines/session"
)

// frame is how often the player looks at the clock.
const frame = 50 * time.Millisecond

// plainEvery is how far apart the seconds are said where a line cannot be written over.
const plainEvery = 10 * time.Second

// cue is a sound to be played.
type cue struct {
	event session.EventKind
	kind  exercise.Kind
	n     int
}

// player plays a session in a terminal.
type player struct {
	screen *screen
	keys   <-chan key
	speed  int // how many times as fast as the clock
	mute   bool
	sound  func(cue)

	session *session.Session
	started time.Time
	now     time.Time // the session's clock
	said    int       // seconds left when they were last said
}

// play plays the plan to its end, until it is quit or ctx ends.
func (pl *player) play(ctx context.Context, p *plan.Plan, lib *routines.Library) {
	pl.now = time.Now()
	pl.begin(p, lib)
	tick := time.NewTicker(frame)
	defer tick.Stop()
	for !pl.over() {
		pl.status()
		select {
		case <-ctx.Done():
			pl.advance()
			pl.hear(pl.session.Stop(pl.now))
		case k := <-pl.keys:
			pl.advance()
			pl.press(k)
		case <-tick.C:
			pl.advance()
		}
	}
	pl.ending()
}

// begin says what is about to be played, and begins it.
func (pl *player) begin(p *plan.Plan, lib *routines.Library) {
	for _, line := range opening(p) {
		pl.screen.line(line)
	}
	if pl.screen.live {
		pl.screen.line("space pause · n next · b back · + longer · e easier · m mute · q quit")
	}
	pl.started = pl.now
	pl.session = session.New(p, lib.Catalogue, pl.now)
	pl.hear(pl.session.Advance(pl.now))
}

func (pl *player) over() bool {
	state := pl.session.View().State
	return state == session.Done || state == session.Stopped
}

// advance brings the session up to the clock. Played faster it goes in small steps, so that hurrying does not look
// like a machine that slept.
func (pl *player) advance() {
	if pl.speed == 1 {
		pl.to(time.Now())
		return
	}
	end := pl.started.Add(time.Since(pl.started) * time.Duration(pl.speed))
	for pl.now.Before(end) && !pl.over() {
		pl.to(pl.now.Add(min(end.Sub(pl.now), time.Second)))
	}
}

// to brings the session up to a moment.
func (pl *player) to(now time.Time) {
	pl.now = now
	pl.hear(pl.session.Advance(now))
}

func (pl *player) press(k key) {
	var ev []session.Event
	switch k {
	case keyPause:
		ev = pl.session.TogglePause(pl.now)
	case keyNext:
		ev = pl.session.Next(pl.now)
	case keyBack:
		ev = pl.session.Back(pl.now)
	case keyMore:
		ev = pl.session.More(pl.now)
	case keyEase:
		ev = pl.session.EaseOff(pl.now)
	case keyMute:
		pl.mute = !pl.mute
		if pl.mute {
			pl.screen.line("  sound off")
		} else {
			pl.screen.line("  sound on")
		}
	case keyQuit:
		ev = pl.session.Stop(pl.now)
	}
	pl.hear(ev)
}

// hear says and sounds what happened.
func (pl *player) hear(events []session.Event) {
	for _, e := range events {
		v := pl.session.View()
		if e.Segment < len(v.Plan.Segments) {
			s := v.Plan.Segments[e.Segment]
			for _, line := range caption(e, v.Plan, s) {
				pl.screen.line(line)
			}
			if !pl.mute {
				pl.sound(cue{e.Kind, v.Plan.Phases[s.Phase].Kind, e.N})
			}
		}
		pl.said = -1
		if pl.keys != nil {
			continue
		}
		switch e.Kind { // nobody can press a key here
		case session.Waits:
			pl.screen.line("Going on with what follows it.")
			pl.hear(pl.session.ContinueAfterActivity(pl.now))
		case session.Gap:
			pl.hear(pl.session.Resume(pl.now))
		}
	}
}

// status says the seconds: on a line of its own that is written over, or now and then where there is none.
func (pl *player) status() {
	v := pl.session.View()
	if v.State == session.Done || v.State == session.Stopped {
		return
	}
	secs := whole(v.Left)
	if pl.screen.live {
		pl.screen.status(statusLine(v))
		return
	}
	s := v.Current()
	if v.State != session.Playing || s.Kind != plan.Work || secs == pl.said {
		return
	}
	every := seconds(plainEvery)
	if first := pl.said < 0; secs%every == 0 && secs > 0 && !first {
		pl.screen.line(fmt.Sprintf("         %d s left", secs))
	}
	pl.said = secs
}

// whole is how many seconds are left as a clock that counts down shows them: 0.2 s is still 1.
func whole(d time.Duration) int { return int((d + time.Second - 1) / time.Second) }

// left is a time that runs down, whole seconds as above, so that all of them change together.
func left(d time.Duration) string { return clock(time.Duration(whole(d)) * time.Second) }

func statusLine(v session.View) string {
	s := v.Current()
	switch v.State {
	case session.Paused:
		return fmt.Sprintf("  paused · %s · %s left in all · space goes on", named(s), left(v.TotalLeft))
	case session.Waiting:
		return "  " + v.Plan.Phases[s.Phase].Name + " · space when you are back"
	}
	text := "  " + bar(v.Elapsed, s.Length) + fmt.Sprintf(" %3d s · ", whole(v.Left))
	if s.Kind == plan.Work {
		text += named(s)
	} else {
		text += between(s)
	}
	if v.Rep > 0 {
		text += fmt.Sprintf(" · %d of %d", v.Rep, s.Reps)
	}
	return text + " · " + left(v.TotalLeft) + " in all"
}

// bar draws how much of a segment is over.
func bar(done, length time.Duration) string {
	const width = 12
	n := 0
	if length > 0 {
		n = int(width * done / length)
	}
	n = min(max(n, 0), width)
	return "[" + strings.Repeat("=", n) + strings.Repeat(" ", width-n) + "]"
}

// ending says what was done, plainly, and one thing to do next.
func (pl *player) ending() {
	sum := pl.session.Summary()
	var names []string
	for _, x := range sum.Exercises {
		names = append(names, x.Name)
	}
	pl.screen.line("")
	switch {
	case len(names) == 0:
		pl.screen.line("Nothing done this time. It is here when you want it.")
		return
	case sum.Complete:
		pl.screen.line(fmt.Sprintf("%s, %s, all of it.", sum.Name, clock(sum.Total.Round(time.Second))))
	default:
		pl.screen.line(fmt.Sprintf("%s, %s of it.", sum.Name, clock(sum.Total.Round(time.Second))))
	}
	pl.screen.line("You did " + strings.Join(names, ", ") + ".")
	pl.screen.line(pl.session.NextStep().String())
}
