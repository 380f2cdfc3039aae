package plan

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"catcow/routines"
	"catcow/routines/exercise"
)

// Routines people might write: whatever is in them, a plan keeps every promise or is refused with a length that works.
func TestAnyRoutine(t *testing.T) {
	s := noteShelf()
	random := rand.New(rand.NewPCG(3, 4))
	n := 250
	if testing.Short() {
		n = 60
	}
	asked, refused := 0, 0
	for i := range n {
		r := anyRoutine(random, s.catalogue, i)
		for _, in := range settings() {
			in.Routine, in.Catalogue = r, s.catalogue
			checkAny(t, in)
			longest := int64(max(Natural(r, in.Pace), time.Minute) / time.Second * 3)
			for range 3 {
				in.Length = time.Duration(1+random.Int64N(longest)) * time.Second
				if checkAny(t, in) {
					refused++
				}
				asked++
			}
		}
		if t.Failed() {
			return
		}
	}
	t.Logf("%d of %d refused", refused, asked)
}

// checkAny fits and checks, and reports whether it was refused.
func checkAny(t *testing.T, in Input) bool {
	t.Helper()
	p, err := Fit(in)
	if err == nil {
		for _, wrong := range faults(p, in) {
			t.Errorf("%s: %s\n%s", describe(in), wrong, write(in.Routine))
		}
		return false
	}
	refusal := err.(*Refusal)
	again := in
	again.Length = refusal.Nearest
	if _, err := Fit(again); err != nil || refusal.Nearest == 0 || in.Length == 0 {
		t.Errorf("%s: %v, nearest %v: %v\n%s", describe(in), refusal, refusal.Nearest, err, write(in.Routine))
	}
	return true
}

func write(r *routines.Routine) string {
	out := ""
	for _, ph := range r.Phases {
		out += fmt.Sprintln(ph.Name, ph.Kind)
		for _, st := range ph.Steps {
			d := st.Dose()
			out += fmt.Sprintln("  ", st.Priority, st.Exercise.ID, d.Reps, d.Tempo, d.Hold, d.Rounds, d.Time)
		}
	}
	return out
}

// anyRoutine makes a routine up: one to four phases of one to five steps within their exercises' bounds, extras.
func anyRoutine(random *rand.Rand, c *exercise.Catalogue, n int) *routines.Routine {
	r := &routines.Routine{ID: fmt.Sprint("any-", n), Name: fmt.Sprint("Any ", n)}
	kinds := []exercise.Kind{exercise.Dynamic, exercise.Static, exercise.Strength, exercise.Release, exercise.Activity}
	var used []*exercise.Exercise
	pick := func(k exercise.Kind) *exercise.Exercise {
		var of []*exercise.Exercise
		for _, e := range c.All() {
			if e.Kind == k && !slices.Contains(used, e) {
				of = append(of, e)
			}
		}
		if len(of) == 0 {
			return nil
		}
		e := of[random.IntN(len(of))]
		if k != exercise.Activity {
			used = append(used, e)
		}
		return e
	}
	for i := range 1 + random.IntN(4) {
		k := kinds[random.IntN(len(kinds))]
		ph := routines.Phase{Name: fmt.Sprint("Phase ", i), Kind: k}
		steps := 1 + random.IntN(5)
		if k == exercise.Activity {
			steps = 1
		}
		for range steps {
			if e := pick(k); e != nil {
				ph.Steps = append(ph.Steps, anyStep(random, e))
			}
		}
		if len(ph.Steps) > 0 {
			r.Phases = append(r.Phases, ph)
		}
	}
	if !slices.ContainsFunc(r.Phases, func(p routines.Phase) bool { return p.Kind != exercise.Activity }) {
		r.Phases = append(r.Phases, routines.Phase{
			Name: "Last", Kind: exercise.Static, Steps: []routines.Step{anyStep(random, pick(exercise.Static))},
		})
	}
	for range random.IntN(5) {
		if e := pick(kinds[random.IntN(4)]); e != nil {
			r.Extras = append(r.Extras, e.ID)
		}
	}
	return r
}

func anyStep(random *rand.Rand, e *exercise.Exercise) routines.Step {
	between := func(lo, hi int) int { return lo + random.IntN(max(hi-lo, 0)+1) }
	d := e.Dose
	st := routines.Step{Exercise: e, Priority: between(1, 3)}
	if random.IntN(3) == 0 {
		return st
	}
	switch {
	case e.Kind == exercise.Activity:
		st.Time = time.Duration(between(0, 300)) * time.Second
	case d.ByReps():
		st.Reps = between(d.RepsMin, d.RepsMax)
		if d.Mode == exercise.Alternate {
			st.Reps += st.Reps % 2
		}
		st.Tempo = time.Duration(between(int(d.TempoMin/time.Second), int(d.TempoMax/time.Second))) * time.Second
	default:
		st.Hold = time.Duration(between(int(d.HoldMin/time.Second), int(d.HoldMax/time.Second))) * time.Second
		st.Rounds = between(1, max(d.RoundsMax, 1))
	}
	return st
}
