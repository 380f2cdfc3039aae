package plan

import (
	"testing"
	"time"
)

// Every length the note gives was computed from the fixed pieces; ours are the same to the second.
func TestNaturalLengths(t *testing.T) {
	s := noteShelf()
	if len(s.routines) != 19 {
		t.Fatalf("%d routines, the note has 19", len(s.routines))
	}
	for _, r := range s.routines {
		say := s.says[r.ID]
		if got := Natural(r, Brisk); got != say.natural {
			t.Errorf("%s: natural %v, the note says %v", r.ID, got, say.natural)
		}
		p, err := Fit(s.input(r))
		if err != nil {
			t.Errorf("%s: %v", r.ID, err)
			continue
		}
		if p.Length != say.natural || len(p.Changes) != 0 {
			t.Errorf("%s: planned %v with changes %v", r.ID, p.Length, p.Changes)
		}
		for i, ph := range p.Phases {
			if ph.Length != say.phases[i] {
				t.Errorf("%s: phase %s takes %v, the note says %v", r.ID, ph.Name, ph.Length, say.phases[i])
			}
		}
	}
}

// The ranges the note computed with a prototype of the same rules. In one the rules allow more than it says: two
// minutes of desk-reset keep both sides and exactly a minute of movement; its file promises three.
func TestRanges(t *testing.T) {
	s := noteShelf()
	for _, r := range s.routines {
		say := s.says[r.ID]
		shortest, longest := Range(s.input(r))
		if r.ID == "desk-reset" {
			if shortest != 2*time.Minute {
				t.Errorf("%s: shortest %v", r.ID, shortest)
			}
			shortest = say.shortest
		}
		if shortest != say.shortest || longest != say.longest {
			t.Errorf("%s: %v to %v, the note says %v to %v", r.ID, shortest, longest, say.shortest, say.longest)
		}
	}
}

// A file's promise narrows what is offered; it never widens it.
func TestPromises(t *testing.T) {
	s := noteShelf()
	for _, c := range []struct {
		shortest, longest         time.Duration // promised, minutes
		wantShortest, wantLongest time.Duration
	}{
		{0, 0, 2, 14},
		{3, 0, 3, 14},
		{3, 10, 3, 10},
		{1, 20, 2, 14},
	} {
		r := *s.routine(t, "desk-reset")
		r.Shortest, r.Longest = c.shortest*time.Minute, c.longest*time.Minute
		shortest, longest := Range(s.input(&r))
		if shortest != c.wantShortest*time.Minute || longest != c.wantLongest*time.Minute {
			t.Errorf("promised %d to %d: %v to %v", c.shortest, c.longest, shortest, longest)
		}
	}
}
