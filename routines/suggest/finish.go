package suggest

import (
	"slices"
	"time"

	"catcow/routines"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// mostExtras is how many exercises a routine has in reserve for when more time is asked for.
const mostExtras = 8

// finish says what may be dropped and what may join, so that the routine takes from half to twice its length where its
// exercises allow it. The first of each part stay; what is worth least goes first.
func (m *maker) finish(t *made) {
	t.routine.Extras = t.extras()
	for _, stay := range []int{5, 4, 3, 2, 1} { // tenths
		t.prioritise(stay)
		if m.halves(t.routine) {
			return
		}
	}
}

// prioritise lets some tenths of each part stay, as many go second, and the rest first.
func (t *made) prioritise(stay int) {
	for i, c := range t.choices {
		n := len(c.pool)
		one := max((n*stay+9)/10, 1)
		two := one + (n-one+1)/2
		for j := range t.routine.Phases[i].Steps {
			s := &t.routine.Phases[i].Steps[j]
			switch at := slices.Index(c.pool, s.Exercise); {
			case at < one:
				s.Priority = 1
			case at < two:
				s.Priority = 2
			default:
				s.Priority = 3
			}
		}
	}
}

// halves reports whether the routine can be played in half its length, to the next whole minute.
func (m *maker) halves(r *routines.Routine) bool {
	half := (plan.Natural(r, "")/2 + time.Minute - 1).Truncate(time.Minute)
	_, err := plan.Fit(plan.Input{Routine: r, Catalogue: m.cat, Length: half})
	return err == nil
}

// extras are the exercises that are left, one of each part in turn, on the level the part is on.
func (t *made) extras() []string {
	var out []string
	for i := 0; len(out) < mostExtras; i++ {
		more := false
		for n, c := range t.left {
			used := t.choices[n].pool
			level := filter(c.pool, func(e *exercise.Exercise) bool {
				return slices.ContainsFunc(used, func(u *exercise.Exercise) bool { return down(u) == down(e) })
			})
			if i < len(level) && len(out) < mostExtras {
				out, more = append(out, level[i].ID), true
			}
		}
		if !more {
			break
		}
	}
	return out
}

// content is the routine as a file would say it.
func (m *maker) content(t *made) draft.Content {
	c := draft.Content{
		Name:   m.a.Name().String(),
		About:  m.a.About().String(),
		Extras: t.routine.Extras,
		Pace:   t.routine.Pace,
	}
	key := draft.Key(0)
	next := func() draft.Key { key++; return key }
	for _, p := range t.routine.Phases {
		phase := draft.Phase{Key: next(), Name: p.Name, Kind: p.Kind}
		for _, s := range p.Steps {
			step := draft.Step{Key: next(), Exercise: s.Exercise.ID, Reps: s.Reps, Tempo: s.Tempo, Hold: s.Hold}
			if s.Rounds > 1 || s.Exercise.Dose.Rounds > 1 {
				step.Rounds = s.Rounds
			}
			if s.Priority > 1 {
				step.Priority = s.Priority
			}
			phase.Steps = append(phase.Steps, step)
		}
		c.Phases = append(c.Phases, phase)
	}
	return c
}
