package session

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// shipped calls f with every shipped routine fitted to each length it is offered at; under -short to three of them.
func shipped(t *testing.T, f func(t *testing.T, name string, lib *routines.Library, p *plan.Plan)) {
	t.Helper()
	lib := routines.Load("")
	if len(lib.Routines) == 0 {
		t.Fatal("nothing is shipped")
	}
	for _, r := range lib.Routines {
		in := plan.Input{Routine: r, Catalogue: lib.Catalogue}
		offers := plan.Offers(in)
		if len(offers) == 0 {
			t.Errorf("%s is offered at no length", r.ID)
		}
		for i, length := range offers {
			if testing.Short() && i != 0 && i != len(offers)/2 && i != len(offers)-1 {
				continue
			}
			in.Length = length
			p, err := plan.Fit(in)
			if err != nil {
				t.Fatalf("%s, %v: %v", r.ID, length, err)
			}
			f(t, fmt.Sprintf("%s, %v", r.ID, length), lib, p)
		}
	}
}

// TestShippedPlay plays everything that is shipped from start to end.
func TestShippedPlay(t *testing.T) {
	shipped(t, func(t *testing.T, name string, lib *routines.Library, p *plan.Plan) {
		now := time.Now()
		s := New(p, lib.Catalogue, now)
		var got []Event
		for s.View().State != Done {
			now = now.Add(170 * time.Millisecond)
			got = append(got, s.Advance(now)...)
			if s.View().State == Waiting {
				now = now.Add(time.Hour)
				got = append(got, s.ContinueAfterActivity(now)...)
			}
		}
		want := expected(p)
		if len(got) != len(want) {
			t.Fatalf("%s: %d events, want %d", name, len(got), len(want))
		}
		for i := range got {
			if g, w := got[i], want[i]; g.Kind != w.Kind || g.At != w.At || g.Segment != w.Segment || g.N != w.N {
				t.Fatalf("%s: event %d is %+v, want %+v", name, i, g, w)
			}
		}
		sum := s.Summary()
		if !sum.Complete || sum.Total != p.Length || len(sum.Skipped) != 0 || len(sum.Exercises) == 0 {
			t.Errorf("%s: %+v", name, sum)
		}
	})
}

// TestShippedAnything changes shipped plans in every way at any moment. Both sides stay equal as long as nothing was
// made easier, which a person may need to do on one side only.
func TestShippedAnything(t *testing.T) {
	actions := []func(*Session, time.Time) []Event{(*Session).Next, (*Session).Back, (*Session).More, (*Session).More,
		(*Session).EaseOff, (*Session).TogglePause, (*Session).ContinueAfterActivity, (*Session).Rewarm}
	shipped(t, func(t *testing.T, name string, lib *routines.Library, p *plan.Plan) {
		for seed := range uint64(4) {
			rnd := rand.New(rand.NewPCG(seed, uint64(p.Length)))
			now := time.Now()
			s := New(p, lib.Catalogue, now)
			for range 150 {
				now = now.Add(time.Duration(rnd.Int64N(int64(GapLimit))))
				act, before := rnd.IntN(len(actions)*2), s.View()
				var ev []Event
				if act < len(actions) {
					ev = actions[act](s, now)
				} else {
					ev = s.Advance(now)
				}
				if msg := broken(s, before, "", ev); msg != "" {
					t.Fatalf("%s, seed %d: %s", name, seed, msg)
				}
				for _, e := range lib.Catalogue.All() {
					if !balanced(s.plan, e) && len(s.tally.eased) == 0 {
						t.Fatalf("%s, seed %d: %s has uneven sides", name, seed, e.ID)
					}
				}
				if s.View().State == Done {
					break
				}
				if rnd.IntN(20) == 0 {
					again, err := Restore(s.Snapshot(now), lib, now)
					if err != nil {
						t.Fatalf("%s, seed %d: %v", name, seed, err)
					}
					for i, g := range s.plan.Segments {
						if got := again.plan.Segments[i].Note; got != g.Note {
							t.Fatalf("%s, seed %d: the note of segment %d (%s) is %q after a restart, want %q", name, seed, i, g.Exercise.ID, got, g.Note)
						}
					}
					s = again
				}
			}
		}
	})
}

// TestShippedEaseOff presses E on every exercise of every shipped plan until it is gone: at most three times, each
// time saying what was done, and the easier form first wherever the catalogue has one.
func TestShippedEaseOff(t *testing.T) {
	easier := 0
	shipped(t, func(t *testing.T, name string, lib *routines.Library, p *plan.Plan) {
		for i, g := range p.Segments {
			if g.Kind != plan.Work {
				continue
			}
			now := time.Now()
			s := New(p, lib.Catalogue, now)
			s.JumpTo(i, now)
			for n := 1; ; n++ {
				ev := s.EaseOff(now)
				if n == 1 && lib.Catalogue.Easier(g.Exercise) != nil {
					easier++
					if said := ev[0].Message; said.ID != "session.eased" {
						t.Errorf("%s: %s for %v has an easier form, but: %s", name, g.Exercise.ID, g.Length, said)
					}
				}
				if !slices.Contains(kinds(ev), Changed) {
					t.Fatalf("%s: %s, press %d: nothing changed", name, g.Exercise.ID, n)
				}
				if v := s.View(); v.State == Done || v.State == Waiting || len(s.tally.leftOut) > 0 {
					break
				}
				if n == 3 {
					t.Fatalf("%s: %s is still there after three presses", name, g.Exercise.ID)
				}
			}
		}
	})
	if easier == 0 {
		t.Error("no exercise was ever played in its easier form")
	}
}

// TestShippedMarch has the movement that warms up again.
func TestShippedMarch(t *testing.T) {
	m := routines.Load("").Catalogue.Get(march)
	if m == nil || m.Kind != exercise.Dynamic || m.Position != exercise.Standing {
		t.Fatalf("%s is %+v", march, m)
	}
}
