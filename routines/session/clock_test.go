package session

import (
	"math/rand/v2"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"catcow/routines/plan"
)

// expected is every event of a plan played from start to end, worked out from the rules and not by the session.
func expected(p *plan.Plan) []Event {
	var out []Event
	for i, g := range p.Segments {
		add := func(k EventKind, offset time.Duration, n int) {
			out = append(out, Event{Kind: k, At: g.Start + offset, Segment: i, N: n})
		}
		if i == 0 || p.Segments[i-1].Phase != g.Phase {
			add(PhaseBegins, 0, 0)
		}
		add(map[plan.SegmentKind]EventKind{plan.LeadIn: GetReady, plan.Transition: GetReady, plan.Work: Start,
			plan.Switch: SwitchSides, plan.Rest: RestBegins, plan.ActivitySlot: Waits}[g.Kind], 0, 0)
		if g.Kind != plan.Work {
			continue
		}
		for ms := time.Duration(0); ms < g.Length; ms += 500 * time.Millisecond {
			if g.Reps > 0 && ms%g.Tempo == 0 {
				add(Rep, ms, int(ms/g.Tempo)+1)
			}
			if g.Reps == 0 && g.Length >= 20*second && 2*ms == g.Length {
				add(Half, ms, 0)
			}
			if left := g.Length - ms; ms > 0 && (left == 3*second || left == 2*second || left == second) {
				add(LastThree, ms, int(left/second))
			}
		}
	}
	return append(out, Event{Kind: DoneEvent, At: p.Length, Segment: len(p.Segments) - 1})
}

// TestDeadlines plays 45 min with uneven frames, stalls, pauses, suspended nights and clocks being set, and checks
// that every event comes at the first look after its deadline, with its exact position, and that nothing comes twice
// or never.
func TestDeadlines(t *testing.T) {
	p := long()
	if p.Length < 45*minute {
		t.Fatalf("the plan is only %v long", p.Length)
	}
	want := expected(p)
	ref := time.Now() // a bubble's own clock has no monotonic reading, so readings are counted from one that has
	for seed := range uint64(4) {
		synctest.Test(t, func(t *testing.T) {
			rnd := rand.New(rand.NewPCG(seed, 1))
			wall := 0 // how far the wall clock has been set, in seconds
			bubble := time.Now()
			now := func() time.Time { return setWall(t, ref.Add(time.Since(bubble)), wall) }
			s := New(p, library.Catalogue, now())
			began := time.Now() // moved on by everything that is not playing
			before := time.Duration(-1)
			var got []Event
			look := func(ev []Event, at time.Duration) {
				for _, e := range ev {
					if e.Kind == PausedEvent || e.Kind == ResumedEvent {
						continue
					}
					if e.At > at || e.At <= before && !(e.At == 0 && before <= 0) {
						t.Fatalf("seed %d: %s of %v came between %v and %v", seed, e.Kind, e.At, before, at)
					}
				}
				got = append(got, ev...)
				before = at
			}
			for s.View().State != Done {
				switch r := rnd.IntN(4000); {
				case r == 0: // a pause
					look(s.Pause(now()), time.Since(began))
					rest := time.Duration(rnd.IntN(900_000)) * time.Millisecond
					time.Sleep(rest)
					if ev := s.Advance(now()); ev != nil {
						t.Fatalf("events while paused: %v", ev)
					}
					began = began.Add(rest)
					look(s.Resume(now()), time.Since(began))
				case r == 1: // a suspend: only the wall clock runs on
					wall += 3 + rnd.IntN(30_000)
					ev := s.Advance(now())
					if len(ev) != 1 || ev[0].Kind != Gap || s.View().State != Paused {
						t.Fatalf("after a suspend: %v", ev)
					}
					look(s.Resume(now()), time.Since(began))
				case r == 2: // a clock set back
					wall -= rnd.IntN(30_000)
				case r == 3: // a clock set forward a little
					wall += 1
				case r == 4: // a stall that is too long
					gap := GapLimit + time.Duration(1+rnd.IntN(9_000))*time.Millisecond
					time.Sleep(gap)
					ev := s.Advance(now())
					if len(ev) != 1 || ev[0].Kind != Gap || ev[0].At != s.View().Position {
						t.Fatalf("after a stall of %v: %v", gap, ev)
					}
					began = began.Add(gap)
					look(s.Resume(now()), time.Since(began))
				case r < 20: // a stall that may be
					time.Sleep(time.Duration(rnd.IntN(900)) * time.Millisecond)
				default: // a frame
					time.Sleep(time.Duration(1+rnd.IntN(40_000)) * time.Microsecond)
				}
				look(s.Advance(now()), time.Since(began))
				if v := s.View(); v.State == Playing && v.Position != time.Since(began) {
					t.Fatalf("seed %d: at %v, should be at %v", seed, v.Position, time.Since(began))
				}
			}
			got = slices.DeleteFunc(got, func(e Event) bool { return e.Kind == PausedEvent || e.Kind == ResumedEvent })
			if !slices.Equal(kinds(got), kinds(want)) || len(got) != len(want) {
				t.Fatalf("seed %d: %d events, want %d", seed, len(got), len(want))
			}
			for i := range got {
				if g, w := got[i], want[i]; g.Kind != w.Kind || g.At != w.At || g.Segment != w.Segment || g.N != w.N {
					t.Fatalf("seed %d: event %d is %+v, want %+v", seed, i, g, w)
				}
			}
			if sum := s.Summary(); sum.Total != p.Length || !sum.Complete {
				t.Errorf("seed %d: played %v of %v, complete %v", seed, sum.Total, p.Length, sum.Complete)
			}
		})
	}
}

// TestGap looks at one gap of each kind, in the middle of a hold.
func TestGap(t *testing.T) {
	p := combo()
	begin := time.Now()
	tests := []struct {
		name string
		mono time.Duration
		wall int // seconds more than mono
		gap  bool
	}{
		{"a frame", 33 * time.Millisecond, 0, false},
		{"a stall at the limit", GapLimit, 0, false},
		{"a stall over the limit", GapLimit + 1, 0, true},
		{"a suspend of two minutes", 40 * time.Millisecond, 120, true},
		{"a clock set forward within the limit", 500 * time.Millisecond, 1, false},
		{"a clock set forward an hour", 33 * time.Millisecond, 3600, true},
		{"a clock set back an hour", 33 * time.Millisecond, -3600, false},
		{"a clock set back during a stall", 3 * second, -3600, true},
	}
	for _, tt := range tests {
		s := New(p, library.Catalogue, begin)
		s.Jump(20*second, begin)
		at := begin
		for range 3 {
			at = at.Add(second)
			s.Advance(at)
		}
		before := s.View().Position
		ev := s.Advance(setWall(t, at.Add(tt.mono), tt.wall))
		v := s.View()
		if tt.gap {
			if len(ev) != 1 || ev[0].Kind != Gap || ev[0].At != before || ev[0].Message.String() == "" || v.State != Paused || v.Position != before {
				t.Errorf("%s: %v, %s at %v; want a gap at %v", tt.name, ev, v.State, v.Position, before)
			}
			continue
		}
		if v.State != Playing || v.Position != before+tt.mono {
			t.Errorf("%s: %s at %v, want playing at %v", tt.name, v.State, v.Position, before+tt.mono)
		}
	}
}

// TestWallOnly plays with readings that carry no monotonic clock.
func TestWallOnly(t *testing.T) {
	now := time.Date(2026, 11, 22, 18, 0, 0, 0, time.UTC)
	s := New(combo(), library.Catalogue, now)
	for range 10 {
		now = now.Add(second)
		s.Advance(now)
	}
	now = now.Add(-time.Hour)
	s.Advance(now)
	now = now.Add(second)
	s.Advance(now)
	if v := s.View(); v.Position != 11*second || v.State != Playing {
		t.Errorf("at %v, %s; want 11 s, playing", v.Position, v.State)
	}
}

// TestSeveralBoundariesAtOnce lets one late look pass the ends of several short segments.
func TestSeveralBoundariesAtOnce(t *testing.T) {
	p := build(phase{"dynamic", []work{{circles, 1}}})
	for i := range p.Segments {
		g := &p.Segments[i]
		g.Length, g.Reps, g.Tempo = 400*time.Millisecond, 0, 0
	}
	retile(p)
	begin := time.Now()
	s := New(p, nil, begin)
	got := s.Advance(begin.Add(GapLimit))
	want := []Event{
		{Kind: PhaseBegins}, {Kind: GetReady},
		{Kind: Start, At: 400 * time.Millisecond, Segment: 1},
		{Kind: SwitchSides, At: 800 * time.Millisecond, Segment: 2},
		{Kind: Start, At: 1200 * time.Millisecond, Segment: 3},
		{Kind: DoneEvent, At: 1600 * time.Millisecond, Segment: 3},
	}
	if len(got) != len(want) {
		t.Fatalf("got %v", got)
	}
	for i := range got {
		if got[i].Kind != want[i].Kind || got[i].At != want[i].At || got[i].Segment != want[i].Segment {
			t.Errorf("event %d is %+v, want %+v", i, got[i], want[i])
		}
	}
}

// TestSlowStart begins at the beginning however long the first picture takes.
func TestSlowStart(t *testing.T) {
	begin := time.Now()
	s := New(combo(), nil, begin)
	if got := kinds(s.Advance(begin.Add(9 * second))); !slices.Equal(got, []EventKind{PhaseBegins, GetReady}) {
		t.Errorf("the first look said %v", got)
	}
	s.Advance(begin.Add(10 * second))
	if v := s.View(); v.State != Playing || v.Position != second {
		t.Errorf("%s at %v", v.State, v.Position)
	}
}
