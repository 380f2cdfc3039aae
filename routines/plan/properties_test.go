package plan

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"catcow/routines"
	"catcow/routines/exercise"
)

// settings lists what a person may choose that bears on a plan.
func settings() []Input {
	var out []Input
	for _, pace := range Paces {
		for _, floor := range []time.Duration{0, 20 * time.Second, 30 * time.Second} {
			for _, warm := range []bool{false, true} {
				out = append(out, Input{Pace: pace, Floor: floor, Warm: warm})
			}
		}
	}
	return out
}

func describe(in Input) string {
	return fmt.Sprintf("%s %v %s floor %v warm %v", in.Routine.ID, in.Length, in.Pace, in.Floor, in.Warm)
}

// Every routine of the note at every whole minute it offers, at every pace, floor and warmth.
func TestEveryMinute(t *testing.T) {
	s := noteShelf()
	for _, r := range s.routines {
		everyMinute(t, r, s.catalogue)
	}
}

// The same for what is shipped, as its files have it; and a file promises no length that cannot be made.
func TestEveryMinuteShipped(t *testing.T) {
	lib := routines.Load("")
	if len(lib.Broken) > 0 || len(lib.Routines) == 0 {
		t.Fatalf("%d routines, broken: %v", len(lib.Routines), lib.Broken)
	}
	said := noteShelf().says
	// In these the floor is kept together, which the note's order does not: less time goes into getting down and up.
	lift, parent := said["pre-lift"], said["new-parent"]
	lift.natural, parent.longest = 8*time.Minute+45*time.Second, 23*time.Minute
	said["pre-lift"], said["new-parent"] = lift, parent
	for _, r := range lib.Routines {
		everyMinute(t, r, lib.Catalogue)
		in := Input{Routine: r, Catalogue: lib.Catalogue}
		shortest, longest := Range(in)
		if r.Shortest > 0 && r.Shortest != shortest || r.Longest > 0 && r.Longest != longest {
			t.Errorf("%s promises %v to %v, it can be %v to %v", r.ID, r.Shortest, r.Longest, shortest, longest)
		}
		say, ok := said[r.ID]
		if !ok {
			continue
		}
		if shortest != say.shortest || longest != say.longest {
			t.Errorf("%s is %v to %v, the note says %v to %v", r.ID, shortest, longest, say.shortest, say.longest)
		}
		p, err := Fit(in)
		if got := Natural(r, Brisk); got != say.natural || err != nil || r.Pace == "" && (p.Length != got || len(p.Changes) > 0) {
			t.Errorf("%s: natural %v, the note says %v; planned %v, %v, %v", r.ID, got, say.natural, p.Length, p.Changes, err)
		}
	}
}

func everyMinute(t *testing.T, r *routines.Routine, c *exercise.Catalogue) {
	t.Helper()
	all := settings()
	if testing.Short() {
		all = all[:2]
	}
	for _, in := range all {
		in.Routine, in.Catalogue = r, c
		shortest, longest := Range(in)
		offers := Offers(in)
		if len(offers) == 0 || offers[0] != shortest || offers[len(offers)-1] != longest {
			t.Fatalf("%s: offers %v, range %v to %v", describe(in), offers, shortest, longest)
		}
		if n := int((longest-shortest)/time.Minute) + 1; len(offers) != n {
			t.Errorf("%s: %d of %d minutes from %v to %v", describe(in), len(offers), n, shortest, longest)
		}
		for _, in.Length = range offers {
			p, err := Fit(in)
			if err != nil {
				t.Errorf("%s: offered, but %v", describe(in), err)
				continue
			}
			for _, wrong := range faults(p, in) {
				t.Errorf("%s: %s", describe(in), wrong)
			}
		}
	}
}

// Any whole second: it fits, or the nearest that does is told and near.
func TestAnySecond(t *testing.T) {
	s := noteShelf()
	random := rand.New(rand.NewPCG(1, 2))
	asked, refused := 0, 0
	for _, r := range s.routines {
		for _, in := range settings() {
			in.Routine, in.Catalogue = r, s.catalogue
			shortest, longest := Range(in)
			for range 12 {
				in.Length = shortest + time.Duration(random.Int64N(int64(longest-shortest)/int64(time.Second)+1))*time.Second
				asked++
				p, err := Fit(in)
				if err == nil {
					for _, wrong := range faults(p, in) {
						t.Errorf("%s: %s", describe(in), wrong)
					}
					continue
				}
				refused++
				refusal := err.(*Refusal)
				again := in
				again.Length = refusal.Nearest
				if _, err := Fit(again); err != nil || (refusal.Nearest-in.Length).Abs() > 10*time.Second {
					t.Errorf("%s: %v, nearest %v: %v", describe(in), refusal, refusal.Nearest, err)
				}
			}
		}
	}
	t.Logf("%d of %d refused", refused, asked)
	if refused*100 > asked {
		t.Errorf("%d of %d lengths cannot be made; at most one in a hundred may", refused, asked)
	}
}

func TestSameInputSamePlan(t *testing.T) {
	s := noteShelf()
	for _, r := range s.routines {
		in := s.input(r)
		for _, in.Length = range Offers(in) {
			a, _ := Fit(in)
			b, _ := Fit(in)
			if !reflect.DeepEqual(a, b) {
				t.Errorf("%s: two plans", describe(in))
			}
		}
	}
}

// faults lists what is wrong with a plan that has no filters.
func faults(p *Plan, in Input) []string {
	var out []string
	bad := func(format string, a ...any) { out = append(out, fmt.Sprintf(format, a...)) }
	if in.Length > 0 && p.Length != in.Length {
		bad("is %v long", p.Length)
	}
	tiles(p, bad)
	keepsRoutine(p, in, bad)
	inBounds(p, in, bad)
	bothSides(p, bad)
	pauses(p, bad)
	gentle(p, in, bad)
	return out
}

type fault func(format string, a ...any)

// tiles: segments and phases follow each other without gap or overlap.
func tiles(p *Plan, bad fault) {
	var at time.Duration
	for i, s := range p.Segments {
		if s.Start != at {
			bad("segment %d starts at %v, not %v", i, s.Start, at)
		}
		if (s.Length == 0) != (s.Kind == ActivitySlot) || s.Length < 0 || s.Length%time.Second != 0 {
			bad("segment %d is %v long", i, s.Length)
		}
		at = s.End()
	}
	if at != p.Length {
		bad("segments end at %v", at)
	}
	at = 0
	for i, ph := range p.Phases {
		if ph.Start != at {
			bad("phase %d starts at %v, not %v", i, ph.Start, at)
		}
		var sum time.Duration
		for _, s := range p.Segments {
			if s.Phase == i {
				sum += s.Length
			}
		}
		if sum != ph.Length {
			bad("phase %d says %v, its segments %v", i, ph.Length, sum)
		}
		at += ph.Length
	}
}

// keepsRoutine: every phase stays, in order; every step of priority 1 stays, and what stays is in order.
func keepsRoutine(p *Plan, in Input, bad fault) {
	at := phasesAt(p)
	if len(at) != len(in.Routine.Phases) {
		bad("has %d phases", len(at))
		return
	}
	for i, rp := range in.Routine.Phases {
		if ph := p.Phases[at[i]]; ph.Name != rp.Name || ph.Kind != rp.Kind {
			bad("phase %d is %v", i, ph)
		}
		var plays []*exercise.Exercise
		for _, s := range p.Segments {
			if s.Phase == at[i] && (s.Kind == Work || s.Kind == ActivitySlot) && !slices.Contains(plays, s.Exercise) {
				plays = append(plays, s.Exercise)
			}
		}
		if len(plays) == 0 {
			bad("nothing in %s", rp.Name)
		}
		last := -1
		for _, st := range rp.Steps {
			at := slices.Index(plays, st.Exercise)
			if at < 0 && st.Priority == 1 {
				bad("%s was dropped", st.Exercise.ID)
			}
			if at >= 0 && at < last {
				bad("%s is out of order", st.Exercise.ID)
			}
			last = max(last, at)
		}
		for _, e := range plays {
			planned := slices.ContainsFunc(rp.Steps, func(s routines.Step) bool { return s.Exercise == e })
			if !planned && !slices.Contains(in.Routine.Extras, e.ID) {
				bad("%s is not in the routine", e.ID)
			}
		}
	}
}

// inBounds: holds, repetitions and tempo within part 5.2 and the exercise's own bounds.
func inBounds(p *Plan, in Input, bad fault) {
	for _, s := range p.Segments {
		if s.Kind != Work {
			continue
		}
		d := s.Exercise.Dose
		written := writtenDose(in.Routine, s.Exercise)
		if s.Reps == 0 {
			least := d.HoldMin
			if s.Exercise.Kind == exercise.Static {
				least = max(least, 20*time.Second, in.Floor)
			}
			if s.Length < least || s.Length > d.HoldMax || s.Exercise.Kind == exercise.Static && s.Length > time.Minute {
				bad("%s is held %v", s.Exercise.ID, s.Length)
			}
			if s.Rounds > max(d.RoundsMax, 1) {
				bad("%s has %d rounds", s.Exercise.ID, s.Rounds)
			}
			continue
		}
		if time.Duration(s.Reps)*s.Tempo != s.Length {
			bad("%s: %d × %v is not %v", s.Exercise.ID, s.Reps, s.Tempo, s.Length)
		}
		if s.Tempo < max(d.TempoMin, 5*time.Second) || s.Tempo > min(d.TempoMax, 10*time.Second) {
			bad("%s: tempo %v", s.Exercise.ID, s.Tempo)
		}
		least := map[exercise.Mode]int{exercise.Together: 4, exercise.Alternate: 6, exercise.Block: 3}[d.Mode]
		if in.Routine.Fixed {
			least = d.RepsMin
		}
		if s.Reps < min(least, written.Reps) || s.Reps > max(d.RepsMax, written.Reps) {
			bad("%s: %d repetitions", s.Exercise.ID, s.Reps)
		}
		if d.Mode == exercise.Alternate && s.Reps%2 != 0 {
			bad("%s: %d repetitions, one side gets more", s.Exercise.ID, s.Reps)
		}
		if s.Rounds > 2 {
			bad("%s: %d sets", s.Exercise.ID, s.Rounds)
		}
	}
}

// phasesAt is where the routine's phases are among the plan's, which may have a warm-up besides.
func phasesAt(p *Plan) []int {
	var out []int
	for i, ph := range p.Phases {
		if ph.Name != "Warm-up" || len(p.Phases) == len(p.Routine.Phases) {
			out = append(out, i)
		}
	}
	return out
}

func writtenDose(r *routines.Routine, e *exercise.Exercise) exercise.Dose {
	for _, ph := range r.Phases {
		for _, st := range ph.Steps {
			if st.Exercise == e {
				return st.Dose()
			}
		}
	}
	return e.Dose
}

// bothSides: in every round of an exercise left and right get the same, left first; nothing is done on one side only.
func bothSides(p *Plan, bad fault) {
	for i, s := range p.Segments {
		if s.Kind != Work {
			continue
		}
		round := p.round(i)
		want := 1
		if twoSided(s.Exercise) {
			want = 2
		}
		if len(round) != want {
			bad("%s round %d has %d sides", s.Exercise.ID, s.Round, len(round))
			continue
		}
		if want == 1 && s.Side != SideBoth {
			bad("%s is done on %s", s.Exercise.ID, s.Side)
		}
		if want == 2 {
			l, r := p.Segments[round[0]], p.Segments[round[1]]
			if l.Side != SideLeft || r.Side != SideRight || l.Length != r.Length || l.Reps != r.Reps {
				bad("%s: %s %v, %s %v", s.Exercise.ID, l.Side, l.Length, r.Side, r.Length)
			}
		}
	}
}

// pauses: every change is as long as the pace asks, and at most 5 s longer; the lead-in likewise, the other fixed pieces are 5 s; work is never
// next to work.
func pauses(p *Plan, bad fault) {
	var before *exercise.Exercise
	for i, s := range p.Segments {
		switch s.Kind {
		case LeadIn:
			if s.Length < 5*time.Second || s.Length > 10*time.Second || i > 0 && p.Segments[i-1].Kind != ActivitySlot {
				bad("lead-in %d of %v", i, s.Length)
			}
		case Transition:
			least := TransitionTime(before, s.Exercise, p.Pace)
			if s.Length < least || s.Length > least+5*time.Second {
				bad("transition to %s takes %v, the pace asks %v", s.Exercise.ID, s.Length, least)
			}
		case Switch, Rest:
			if s.Length != 5*time.Second {
				bad("%s %d takes %v", s.Kind, i, s.Length)
			}
		case Work:
			before = s.Exercise
		}
		if s.Kind != ActivitySlot && (s.Kind == Work) == (i == 0 || p.Segments[i-1].Kind == Work || p.Segments[i-1].Kind == ActivitySlot) {
			bad("segment %d is %s after %d", i, s.Kind, i-1)
		}
	}
}

// gentle: movement before the first stretch, and limits on every target.
func gentle(p *Plan, in Input, bad fault) {
	var moved time.Duration
	at := phasesAt(p)
	for i, ph := range p.Phases {
		if n := slices.Index(at, i); ph.Kind == exercise.Activity && in.Routine.Phases[n].Steps[0].Dose().Time >= time.Minute {
			moved = time.Minute
		}
		if ph.Kind == exercise.Static {
			if moved < time.Minute && !in.Warm {
				bad("only %v of movement before %s", moved, ph.Name)
			}
			break
		}
		for _, s := range p.Segments {
			if s.Phase == i && s.Kind == Work && (s.Exercise.Kind == exercise.Dynamic || s.Exercise.Kind == exercise.Strength) {
				moved += s.Length
			}
		}
	}
	for _, target := range targetsOf(p) {
		for _, side := range []Side{SideLeft, SideRight} {
			if held := p.held(target, side); held > 240*time.Second {
				bad("%s is stretched %v on the %s", target, held, side)
			}
		}
	}
}

func targetsOf(p *Plan) []string {
	var out []string
	for _, s := range p.Segments {
		for _, t := range s.Exercise.Targets {
			if !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	return out
}
