package build

import (
	"errors"
	"slices"
	"time"

	"catcow/gui/look"
	"catcow/routines"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// tryAll plays the routine at the length it is looked at.
func (s *Screen) tryAll() {
	if s.work != nil {
		s.try(s.work.ed.Now().Routine, s.work.length, s.in.Warm)
	}
}

// tryFrom plays the routine from a phase or step on.
func (s *Screen) tryFrom(k draft.Key) {
	d := s.work.ed.Now()
	i, j, ok := d.Content.Find(k)
	if !ok || d.Routine == nil {
		s.try(d.Routine, 0, true)
		return
	}
	r := part(d.Routine)
	r.Phases = slices.Clone(r.Phases[i:])
	r.Phases[0].Steps = r.Phases[0].Steps[max(j, 0):]
	s.try(r, 0, true)
}

// tryStep plays the chosen step alone.
func (s *Screen) tryStep() {
	d := s.work.ed.Now()
	i, j, ok := d.Content.Find(s.frame.column.pick.at)
	if !ok || j < 0 {
		s.deps.Say(look.T("build.try.none", "Choose a step first."))
		return
	}
	if d.Routine == nil {
		s.try(nil, 0, true)
		return
	}
	r := part(d.Routine)
	p := r.Phases[i]
	p.Steps = p.Steps[j : j+1]
	r.Phases = []routines.Phase{p}
	s.try(r, 0, true)
}

// part is a routine to be cut down: it promises no length any more.
func part(r *routines.Routine) *routines.Routine {
	out := *r
	out.Extras, out.Fixed, out.Shortest, out.Longest = nil, false, 0, 0
	return &out
}

// try fits a routine to a length and plays it; what stands in the way is said.
func (s *Screen) try(r *routines.Routine, length time.Duration, warm bool) {
	s.commitTyping()
	if r == nil {
		s.deps.Say(look.T("build.try.problems", "It can be played once what is marked in the routine is put right."))
		return
	}
	p, err := plan.Fit(plan.Input{
		Routine: r, Catalogue: s.in.Library.Catalogue, Length: length, Pace: s.in.Pace, Floor: s.in.Floor, Warm: warm,
	})
	var refusal *plan.Refusal
	switch {
	case errors.As(err, &refusal):
		s.deps.Say(look.Say(refusal.Message))
	case err != nil:
		s.deps.Say(err.Error())
	default:
		s.keepNow()
		s.deps.Play(p)
	}
}

// setLength takes the length the routine is looked at and tried at; 0 is its natural one.
func (s *Screen) setLength(d time.Duration) {
	if s.work != nil && s.work.length != d {
		s.work.length = d
		s.judge()
		s.frame.header.update()
	}
}

// naturalLengths is how long each phase of a routine is at its natural dose, kept until the routine is another.
type naturalLengths struct {
	of      *routines.Routine
	pace    plan.Pace
	floor   time.Duration
	each    map[draft.Key]time.Duration
	working bool // they are being worked out for a later state
}

// lengths is how long each phase is at its natural dose: changes from one step to the next included where the routine is
// whole, else the work alone. Those of a long routine are worked out beside the window's own work; until then they are
// what they were.
func (s *Screen) lengths(d draft.Draft) map[draft.Key]time.Duration {
	n := &s.work.natural
	if d.Routine == nil {
		return workLengths(d.Content, s.in.Library.Catalogue)
	}
	if n.of == d.Routine && n.pace == s.in.Pace && n.floor == s.in.Floor {
		return n.each
	}
	in := plan.Input{Routine: d.Routine, Catalogue: s.in.Library.Catalogue, Pace: s.in.Pace, Floor: s.in.Floor, Warm: true}
	if steps(d.Content) <= atOnce {
		n.take(in, planLengths(in, d.Content))
		return n.each
	}
	if !n.working {
		n.working = true
		w := s.work
		go func() {
			each := planLengths(in, d.Content)
			s.deps.Post(func() {
				n.working = false
				n.take(in, each)
				if s.work == w {
					s.frame.column.set(s.rowViews(w.ed.Now())) // which begins again where it is another routine by now
				}
			})
		}()
	}
	if n.each == nil {
		return workLengths(d.Content, s.in.Library.Catalogue)
	}
	return n.each
}

func (n *naturalLengths) take(in plan.Input, each map[draft.Key]time.Duration) {
	n.of, n.pace, n.floor, n.each = in.Routine, in.Pace, in.Floor, each
}

// planLengths are the lengths of the phases in the plan of a routine, by the phases of what it was read from.
func planLengths(in plan.Input, c draft.Content) map[draft.Key]time.Duration {
	p, err := plan.Fit(in)
	if err != nil || len(p.Phases) != len(c.Phases) {
		return workLengths(c, in.Catalogue)
	}
	out := make(map[draft.Key]time.Duration, len(c.Phases))
	for i, ph := range c.Phases {
		out[ph.Key] = p.Phases[i].Length
	}
	return out
}

// workLengths are the lengths of the phases without the changes between steps.
func workLengths(c draft.Content, cat *exercise.Catalogue) map[draft.Key]time.Duration {
	out := make(map[draft.Key]time.Duration, len(c.Phases))
	for _, p := range c.Phases {
		for _, st := range p.Steps {
			out[p.Key] += stepLength(st, cat.Get(st.Exercise))
		}
	}
	return out
}

// stepLength is how long the work of a step is.
func stepLength(st draft.Step, e *exercise.Exercise) time.Duration {
	if e == nil || e.Kind == exercise.Activity {
		return 0
	}
	b := draft.Bounds(st, e)
	sides := time.Duration(1)
	if e.Dose.ByReps() {
		if e.Dose.Mode == exercise.Block {
			sides = 2
		}
		return sides * time.Duration(b.Reps.Value) * b.Tempo.Value
	}
	if e.Sides == exercise.LeftRight {
		sides = 2
	}
	return sides * time.Duration(b.Rounds.Value) * b.Hold.Value
}
