package suggest

import (
	"slices"
	"time"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// best is the routine whose exercises, at doses near their own, take the length asked for; where none does, the one that
// comes nearest; nil where nothing can be made.
func (m *maker) best(choices []choice) *made {
	var best *made
	var off time.Duration
	take := func(t *made, length time.Duration) {
		if t != nil {
			// What was asked for counts most, then doses as the exercises have them.
			o := 10*(length-m.a.Length).Abs() + (plan.Natural(t.asIs, "") - length).Abs()
			if best == nil || o < off {
				best, off = t, o
			}
		}
	}
	for _, counts := range m.growing(choices) {
		natural := plan.Natural(m.build(choices, counts).asIs, "")
		if natural == 0 || best != nil && (natural-m.a.Length).Abs() >= off {
			continue
		}
		take(m.fit(choices, counts, m.a.Length), m.a.Length)
		if best != nil && off < m.a.Length {
			continue
		}
		// Nothing fits yet: as near to the length as these exercises get.
		const step = 15 * time.Second
		toward := step
		if natural < m.a.Length {
			toward = -step
		}
		for at := m.a.Length + toward; (at > natural) == (toward < 0); at += toward {
			if best != nil && 10*(at-m.a.Length).Abs() >= off {
				break
			}
			if t := m.fit(choices, counts, at); t != nil {
				take(t, at)
				break
			}
		}
		take(m.fit(choices, counts, natural), natural)
	}
	return best
}

// fitting leaves out the phases a short routine does without, the holds nothing can warm up for, and what would make
// one go down to the floor twice. All leaves out only what is too short for any hold.
func (m *maker) fitting(choices []choice, all bool) []choice {
	moves := slices.ContainsFunc(choices, func(c choice) bool { return c.kind == exercise.Dynamic || c.kind == exercise.Strength })
	choices = slices.DeleteFunc(slices.Clone(choices), func(c choice) bool {
		return c.kind == exercise.Static && !moves || m.a.Length < c.from && (!all || m.a.Length < forHolds)
	})
	hold := slices.IndexFunc(choices, func(c choice) bool { return c.kind == exercise.Static })
	rest := slices.IndexFunc(choices, func(c choice) bool { return c.kind == exercise.Release })
	if hold >= 0 && rest >= 0 && slices.ContainsFunc(choices[rest].pool, down) {
		// Resting is done lying, so that the holds before it are best on the floor too.
		if low := filter(choices[hold].pool, down); len(low) >= 3 {
			choices[hold].pool = low
		} else {
			choices[rest].pool = filter(choices[rest].pool, func(e *exercise.Exercise) bool { return !down(e) })
		}
	}
	return slices.DeleteFunc(choices, func(c choice) bool { return len(c.pool) == 0 })
}

func down(e *exercise.Exercise) bool { return e.Position.OnFloor() }

func filter(list []*exercise.Exercise, ok func(*exercise.Exercise) bool) []*exercise.Exercise {
	var out []*exercise.Exercise
	for _, e := range list {
		if ok(e) {
			out = append(out, e)
		}
	}
	return out
}

// growing lists how many exercises of each part to try: one of each, and then always one more where the most is missing
// from its share, until twice the length is reached or there are no more.
func (m *maker) growing(choices []choice) [][]int {
	if len(choices) == 0 {
		return nil
	}
	counts := make([]int, len(choices))
	length := make([]time.Duration, len(choices))
	var sum time.Duration
	add := func(i int) {
		took := m.takes(choices[i].pool[counts[i]])
		counts[i]++
		length[i] += took
		sum += took
	}
	for i := range choices {
		add(i)
	}
	var out [][]int
	for {
		out = append(out, slices.Clone(counts))
		next := -1
		for i, c := range choices {
			if counts[i] < len(c.pool) && (next < 0 || length[i]*time.Duration(choices[next].share) < length[next]*time.Duration(c.share)) {
				next = i
			}
		}
		if next < 0 || sum > 2*m.a.Length || sum > MostLength {
			return out
		}
		add(next)
	}
}

// takes is about how long an exercise takes with its own dose, the change before it counted.
func (m *maker) takes(e *exercise.Exercise) time.Duration {
	const change = 6 * time.Second
	d := m.step(e).Dose()
	one := d.Hold
	if d.ByReps() {
		one = time.Duration(d.Reps) * d.Tempo
	}
	sides := 1
	if d.Mode == exercise.Block || !d.ByReps() && e.Sides == exercise.LeftRight {
		sides = 2
	}
	return change + one*time.Duration(sides*max(d.Rounds, 1))
}

// step is an exercise with its own dose, but held long enough and, where there is time, twice.
func (m *maker) step(e *exercise.Exercise) routines.Step {
	s := routines.Step{Exercise: e, Priority: 1}
	if e.Kind == exercise.Static {
		s.Hold = max(e.Dose.Hold, min(leastHold, e.Dose.HoldMax))
		if m.a.Length >= forSecond {
			s.Rounds = min(2, e.Dose.RoundsMax)
		}
	}
	return s
}

// leastHold is the shortest stretch that is suggested: 30 s did more than 15 s, and 60 s no more than 30 s (Bandy 1994).
const leastHold = 30 * time.Second

// build is a routine of the first so many exercises of each part, with their own doses, all of them to stay.
func (m *maker) build(choices []choice, counts []int) *made {
	t := &made{asIs: &routines.Routine{ID: "suggested", Pace: m.pace()}}
	low := false // the last phase ended on the floor
	for i, c := range choices {
		part := c
		part.pool = slices.Clone(c.pool[:counts[i]])
		t.choices = append(t.choices, part)
		rest := c
		rest.pool = c.pool[counts[i]:]
		t.left = append(t.left, rest)
		p := routines.Phase{Name: phaseNames["suggest.phase."+c.name].Text, Kind: c.kind}
		for _, e := range inOrder(part.pool, low && c.kind != exercise.Dynamic) {
			p.Steps = append(p.Steps, m.step(e))
		}
		low = down(p.Steps[len(p.Steps)-1].Exercise)
		t.asIs.Phases = append(t.asIs.Phases, p)
	}
	warm(t.asIs)
	return t
}

// warm gives the first movement repetitions enough to make a minute of movement before the first hold, where there are
// fewer and it can have more.
func warm(r *routines.Routine) {
	const enough = time.Minute
	var first *routines.Step
	var each, moved time.Duration
	for i, p := range r.Phases {
		for j := range p.Steps {
			s := &r.Phases[i].Steps[j]
			d := s.Dose()
			switch {
			case p.Kind == exercise.Static && first != nil && moved < enough:
				more := int((enough - moved + each - 1) / each)
				if d := first.Dose(); d.Mode == exercise.Alternate {
					more += more % 2
				}
				first.Reps = min(first.Dose().Reps+more, first.Exercise.Dose.RepsMax)
				return
			case p.Kind == exercise.Static:
				return
			case d.ByReps():
				once := d.Tempo
				if d.Mode == exercise.Block {
					once *= 2
				}
				if first == nil {
					first, each = s, once
				}
				moved += once * time.Duration(d.Reps)
			case p.Kind == exercise.Strength:
				moved += d.Hold
			}
		}
	}
}

// order is that of the positions in a routine: from standing down to lying on the back.
var order = []exercise.Position{
	exercise.Standing, exercise.SeatedChair, exercise.Kneeling, exercise.Quadruped, exercise.Prone,
	exercise.SeatedFloor, exercise.SideLying, exercise.Supine,
}

// inOrder is exercises in playing order: those of one position together, and the floor only once; first where the
// phase before ended there.
func inOrder(list []*exercise.Exercise, low bool) []*exercise.Exercise {
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b *exercise.Exercise) int {
		rank := func(e *exercise.Exercise) int {
			n := slices.Index(order, e.Position)
			if low && !down(e) {
				n += len(order)
			}
			return n
		}
		return rank(a) - rank(b)
	})
	return out
}

// pace is relaxed where getting up and down takes longer (note 5.1).
func (m *maker) pace() string {
	if slices.Contains(m.a.Hurts, Pregnant) || slices.Contains(m.a.Hurts, Balance) {
		return string(plan.Relaxed)
	}
	return ""
}

// fit gives the exercises the doses with which they take a length; nil when they do not without second sets, third rounds,
// a warm-up put in front, or holds too short to be worth it.
func (m *maker) fit(choices []choice, counts []int, length time.Duration) *made {
	t := m.build(choices, counts)
	p, err := plan.Fit(plan.Input{Routine: t.asIs, Catalogue: m.cat, Length: length})
	if err != nil || len(p.Phases) != len(t.asIs.Phases) {
		return nil
	}
	r := *t.asIs
	r.Phases = slices.Clone(r.Phases)
	for i := range r.Phases {
		r.Phases[i].Steps = slices.Clone(r.Phases[i].Steps)
	}
	done := 0
	for i, s := range p.Segments {
		if s.Kind != plan.Work || i > 0 && p.Segments[i-1].Kind != plan.LeadIn && p.Segments[i-1].Kind != plan.Transition {
			continue // only the first work of each step
		}
		done++
		step := &r.Phases[s.Phase].Steps[s.Step]
		if s.Exercise != step.Exercise {
			return nil
		}
		if s.Reps > 0 {
			if s.Rounds > 1 {
				return nil
			}
			step.Reps, step.Tempo = s.Reps, s.Tempo
			continue
		}
		if s.Exercise.Kind == exercise.Static && (s.Rounds > 2 || s.Length*time.Duration(s.Rounds) < leastHold && m.a.Length > forHolds) {
			return nil
		}
		// Nobody holds for 39 s by hand; the seconds that make the length exact are the plan's to find.
		step.Hold, step.Rounds = max(s.Length.Round(5*time.Second), s.Exercise.Dose.HoldMin), s.Rounds
		step.Hold = min(step.Hold, s.Exercise.Dose.HoldMax)
	}
	for _, ph := range r.Phases {
		done -= len(ph.Steps)
	}
	if done != 0 {
		return nil
	}
	t.routine = &r
	return t
}
