package session

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// start is a session that stands at a segment, some time into it, with the time it stands there.
func start(t *testing.T, p *plan.Plan, segment int, into time.Duration) (*Session, time.Time) {
	t.Helper()
	now := time.Now()
	s := New(p, library.Catalogue, now)
	s.JumpTo(segment, now)
	for into > 0 {
		step := min(into, second)
		now, into = now.Add(step), into-step
		s.Advance(now)
	}
	return s, now
}

func TestPauseNeverRestartsAHold(t *testing.T) {
	p := combo()
	at := find(t, p, plan.Work, twist, plan.SideLeft)
	s, now := start(t, p, at, 17*second+300*time.Millisecond)
	for range 3 {
		if got := kinds(s.TogglePause(now)); !slices.Equal(got, []EventKind{PausedEvent}) {
			t.Fatalf("pausing said %v", got)
		}
		now = now.Add(5 * time.Hour)
		if got := kinds(s.TogglePause(now)); !slices.Equal(got, []EventKind{ResumedEvent}) {
			t.Fatalf("resuming said %v", got)
		}
		if v := s.View(); v.Segment != at || v.Elapsed != 17*second+300*time.Millisecond || v.State != Playing {
			t.Fatalf("after a pause: %s, segment %d at %v", v.State, v.Segment, v.Elapsed)
		}
	}
}

func TestNextAndBack(t *testing.T) {
	p := combo()
	s, now := start(t, p, 3, 2*second)
	steps := []struct {
		after   time.Duration
		do      func(time.Time) []Event
		segment int
		state   State
	}{
		{second, s.Back, 3, Playing},                    // to the start of this one
		{second, s.Back, 2, Playing},                    // again within 2 s: the one before
		{second, s.Back, 1, Playing},                    // and the one before that
		{2*second + 1, s.Back, 1, Playing},              // too late: the start of this one
		{second, s.Next, 2, Playing},                    // forward
		{0, s.Pause, 2, Paused},                         //
		{time.Hour, s.Next, 3, Paused},                  // paused stays paused
		{time.Hour, s.Back, 3, Paused},                  //
		{second, s.Back, 2, Paused},                     //
		{time.Hour, s.ContinueAfterActivity, 2, Paused}, // nothing waits
		{0, s.Resume, 2, Playing},
	}
	for i, st := range steps {
		if st.after > GapLimit && s.View().State == Playing {
			for range 3 {
				now = now.Add(st.after / 3)
				s.Advance(now)
			}
		} else {
			now = now.Add(st.after)
		}
		st.do(now)
		if v := s.View(); v.Segment != st.segment || v.State != st.state || v.Elapsed != 0 {
			t.Fatalf("step %d: segment %d at %v, %s; want %d, %s", i, v.Segment, v.Elapsed, v.State, st.segment, st.state)
		}
	}
}

// TestPausedMovesSpeakOnResume keeps a paused session quiet until it goes on.
func TestPausedMovesSpeakOnResume(t *testing.T) {
	s, now := start(t, combo(), 1, second)
	s.Pause(now)
	if ev := s.Next(now); ev != nil {
		t.Errorf("next while paused said %v", kinds(ev))
	}
	if got := kinds(s.Resume(now)); !slices.Equal(got, []EventKind{ResumedEvent, GetReady}) {
		t.Errorf("resuming said %v", got)
	}
}

func TestJump(t *testing.T) {
	p := combo()
	activity := find(t, p, plan.ActivitySlot, activity, plan.SideBoth)
	tests := []struct {
		to      time.Duration
		segment int
		at      time.Duration
		state   State
		said    []EventKind
	}{
		{-minute, 0, 0, Playing, []EventKind{PhaseBegins, GetReady}},
		{5 * second, 1, 5 * second, Playing, []EventKind{PhaseBegins, Start, Rep}},
		{8 * second, 1, 8 * second, Playing, []EventKind{PhaseBegins, Start}},
		{p.Segments[activity].Start, activity + 1, p.Segments[activity].Start, Playing, []EventKind{PhaseBegins, GetReady}},
		{p.Length - second, len(p.Segments) - 1, p.Length - second, Playing, []EventKind{PhaseBegins, Start, LastThree}},
		{p.Length, len(p.Segments) - 1, p.Length, Done, []EventKind{DoneEvent}},
		{100 * time.Hour, len(p.Segments) - 1, p.Length, Done, []EventKind{DoneEvent}},
	}
	for _, tt := range tests {
		now := time.Now()
		s := New(p, nil, now)
		s.Pause(now) // swallows the first events
		s.phase = -1
		s.Resume(now)
		s.phase = -1
		ev := s.Jump(tt.to, now)
		v := s.View()
		if v.Segment != tt.segment || v.Position != tt.at || v.State != tt.state || !slices.Equal(kinds(ev), tt.said) {
			t.Errorf("jump to %v: segment %d, %v, %s, %v; want %d, %v, %s, %v", tt.to, v.Segment, v.Position, v.State, kinds(ev),
				tt.segment, tt.at, tt.state, tt.said)
		}
		for _, e := range ev {
			if e.At != tt.at {
				t.Errorf("jump to %v: %s lies at %v", tt.to, e.Kind, e.At)
			}
		}
	}
}

// TestActivityWaits lets the day take as long as it needs.
func TestActivityWaits(t *testing.T) {
	p := combo()
	at := find(t, p, plan.ActivitySlot, activity, plan.SideBoth)
	s, now := start(t, p, at-1, 0)
	var said []EventKind
	for s.View().State == Playing {
		now = now.Add(700 * time.Millisecond)
		said = append(said, kinds(s.Advance(now))...)
	}
	if n := len(said); n < 2 || said[n-2] != PhaseBegins || said[n-1] != Waits {
		t.Errorf("the activity began with %v", said)
	}
	for range 5 {
		now = now.Add(2 * time.Hour)
		if ev := s.Advance(now); ev != nil {
			t.Fatalf("while waiting: %v", kinds(ev))
		}
		s.Pause(now)
		s.Resume(now)
		s.More(now)
		s.EaseOff(now)
	}
	v := s.View()
	if v.State != Waiting || v.Segment != at || v.TotalLeft != p.Length-p.Segments[at].Start || v.Next != find(t, p, plan.Work, twist, plan.SideLeft) {
		t.Errorf("waiting: %+v", v)
	}
	if got := kinds(s.ContinueAfterActivity(now)); !slices.Equal(got, []EventKind{PhaseBegins, GetReady}) {
		t.Errorf("going on said %v", got)
	}
	s.Advance(now.Add(second))
	if v := s.View(); v.Segment != at+1 || v.Elapsed != second || v.State != Playing {
		t.Errorf("after going on: segment %d at %v, %s", v.Segment, v.Elapsed, v.State)
	}
	s.Back(now.Add(second))
	s.Back(now.Add(2 * second))
	if v := s.View(); v.State != Waiting {
		t.Errorf("back from the cool-down: %s", v.State)
	}
}

// TestTrailingActivity ends the session where nothing but the day follows.
func TestTrailingActivity(t *testing.T) {
	p := build(phase{"dynamic", []work{{catCow, 1}}}, phase{"activity", []work{{activity, 1}}})
	s, now := start(t, p, 1, catCow.Dose.Tempo*10-second)
	if got := kinds(s.Advance(now.Add(second))); !slices.Equal(got, []EventKind{DoneEvent}) {
		t.Errorf("the end said %v", got)
	}
}

// TestLeadingActivity announces an activity that comes first, once.
func TestLeadingActivity(t *testing.T) {
	p := build(phase{"activity", []work{{activity, 1}}}, phase{"dynamic", []work{{catCow, 1}}})
	now := time.Now()
	s := New(p, nil, now)
	if got := kinds(s.Advance(now.Add(second / 30))); !slices.Equal(got, []EventKind{PhaseBegins, Waits}) {
		t.Errorf("the beginning said %v", got)
	}
	if got := s.Advance(now.Add(second)); len(got) != 0 {
		t.Errorf("said again: %v", kinds(got))
	}
}

func TestEmptyPlan(t *testing.T) {
	now := time.Now()
	s := New(build(), nil, now)
	if v := s.View(); v.State != Done || v.Current().Exercise != nil {
		t.Errorf("an empty plan: %+v", v)
	}
	s.Advance(now)
	s.Next(now)
	s.EaseOff(now)
	s.Snapshot(now)
	s.Summary()
}

// TestGapThenKey: a key pressed before the window noticed the gap must not undo the pause unseen.
func TestGapThenKey(t *testing.T) {
	for name, key := range map[string]func(*Session, time.Time) []Event{
		"toggle": (*Session).TogglePause, "resume": (*Session).Resume, "pause": (*Session).Pause, "more": (*Session).More,
	} {
		s, now := start(t, combo(), 1, second)
		ev := key(s, now.Add(minute))
		if s.View().State != Paused || ev[0].Kind != Gap {
			t.Errorf("%s after a gap: %s, %v", name, s.View().State, kinds(ev))
		}
	}
}

// TestAnything plays any sequence of actions and checks what must hold after each: the position lies in the plan, the
// segments tile it, no doubled announcement, the parts add up, and both sides get the same.
func TestAnything(t *testing.T) {
	names := []string{"advance", "pause", "resume", "toggle", "next", "back", "more", "ease", "jump", "continue", "rewarm", "sleep", "save"}
	plans := map[string]func() *plan.Plan{"combo": combo, "long": long}
	for name, make := range plans {
		for seed := range uint64(150) {
			rnd := rand.New(rand.NewPCG(seed, 7))
			now := time.Now()
			s := New(make(), library.Catalogue, now)
			trail := ""
			for range 400 {
				act := names[rnd.IntN(len(names))]
				if rnd.IntN(3) > 0 {
					act = "advance"
				}
				now = now.Add(time.Duration(rnd.Int64N(int64(GapLimit) + 1)))
				before := s.View()
				var ev []Event
				switch act {
				case "advance":
					ev = s.Advance(now)
				case "pause":
					ev = s.Pause(now)
				case "resume":
					ev = s.Resume(now)
				case "toggle":
					ev = s.TogglePause(now)
				case "next":
					ev = s.Next(now)
				case "back":
					ev = s.Back(now)
				case "more":
					ev = s.More(now)
				case "ease":
					ev = s.EaseOff(now)
				case "jump":
					ev = s.Jump(time.Duration(rnd.Int64N(int64(before.Plan.Length)+1)), now)
				case "continue":
					ev = s.ContinueAfterActivity(now)
				case "rewarm":
					ev = s.Rewarm(now)
				case "sleep":
					now = now.Add(time.Duration(rnd.IntN(3600)) * second)
					ev = s.Advance(now)
				case "save":
					if before.State != Done {
						again, err := Restore(s.Snapshot(now), library, now)
						if err != nil {
							t.Fatalf("%s seed %d after %s: %v", name, seed, trail, err)
						}
						s = again
					}
				}
				trail += " " + act
				if msg := broken(s, before, act, ev); msg != "" {
					t.Fatalf("%s seed %d, after%s: %s", name, seed, trail, msg)
				}
				if s.View().State == Done {
					break
				}
			}
		}
	}
}

// broken says what does not hold.
func broken(s *Session, before View, act string, ev []Event) string {
	v := s.View()
	g := v.Current()
	switch {
	case v.Position < 0 || v.Position > v.Plan.Length:
		return fmt.Sprintf("at %v of %v", v.Position, v.Plan.Length)
	case v.State != Done && (v.Elapsed < 0 || v.Left < 0 || v.Elapsed+v.Left != g.Length):
		return fmt.Sprintf("%v + %v in a segment of %v", v.Elapsed, v.Left, g.Length)
	case v.Position+v.TotalLeft != v.Plan.Length:
		return fmt.Sprintf("%v + %v left of %v", v.Position, v.TotalLeft, v.Plan.Length)
	case v.State != Done && (v.PhaseLeft < v.Left || v.PhaseLeft > v.TotalLeft):
		return fmt.Sprintf("phase left %v, segment %v, total %v", v.PhaseLeft, v.Left, v.TotalLeft)
	case (v.State == Waiting) != (g.Kind == plan.ActivitySlot && v.State != Done):
		return fmt.Sprintf("%s in %s", v.State, g.Kind)
	case act == "advance" && v.Plan == before.Plan && v.Position < before.Position:
		return "went back by itself"
	case (act == "pause" || act == "resume" || act == "toggle") && before.State == Paused && (v.Position != before.Position):
		return "a pause moved the position"
	}
	var at time.Duration
	for i, g := range v.Plan.Segments {
		if g.Start != at || g.Length < 0 || g.Length == 0 && g.Kind != plan.ActivitySlot || g.Reps > 0 && time.Duration(g.Reps)*g.Tempo != g.Length {
			return fmt.Sprintf("segment %d: %+v at %v", i, g, at)
		}
		if g.Kind == plan.Work && g.Exercise.Kind == exercise.Static && (g.Length < 20*second || g.Length > 60*second) {
			return fmt.Sprintf("a hold of %v", g.Length)
		}
		at = g.End()
	}
	var phases time.Duration
	for _, ph := range v.Plan.Phases {
		phases += ph.Length
	}
	if at != v.Plan.Length || phases != at {
		return fmt.Sprintf("segments make %v, phases %v, the plan %v", at, phases, v.Plan.Length)
	}
	for _, e := range ev {
		if e.At < 0 || e.Segment < 0 || (e.Kind == Changed || e.Kind == Gap) != (e.Message.String() != "") {
			return fmt.Sprintf("event %+v", e)
		}
	}
	for _, e := range []*exercise.Exercise{circles, twist, four, easyFour} {
		if !balanced(v.Plan, e) && !slices.Contains(s.tally.leftOut, e) && !slices.Contains(s.tally.eased, e) && e != easyFour {
			return e.ID + " has uneven sides"
		}
	}
	return ""
}
