package advice

import (
	"slices"
	"time"

	"catcow/routines"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// step is a step as the rules look at it.
type step struct {
	key      draft.Key
	phase    int // index into the content's phases
	at       int // index into its steps
	section  int // how many activities come before it
	e        *exercise.Exercise
	dose     exercise.Dose
	priority int
	note     string
}

// view is a routine as the rules look at it. Steps of exercises that are not known are left out of steps.
type view struct {
	content draft.Content
	routine *routines.Routine // nil while there are mistakes
	cat     *exercise.Catalogue
	steps   []step

	played   *plan.Plan // at the natural length; see natural
	unplayed bool       // it was tried and cannot be played
	lengths  *[2]time.Duration
}

func look(c draft.Content, r *routines.Routine, cat *exercise.Catalogue) *view {
	v := &view{content: c, routine: r, cat: cat}
	section := 0
	for i, p := range c.Phases {
		for j, s := range p.Steps {
			e := cat.Get(s.Exercise)
			if e == nil {
				continue
			}
			rs := routines.Step{Exercise: e, Reps: s.Reps, Tempo: s.Tempo, Hold: s.Hold, Rounds: s.Rounds, Time: s.Time}
			v.steps = append(v.steps, step{
				key: s.Key, phase: i, at: j, section: section, e: e, dose: rs.Dose(), priority: max(s.Priority, 1), note: s.Note,
			})
		}
		if p.Kind == exercise.Activity {
			section++
		}
	}
	return v
}

// natural is the routine as it is played at its natural length, or nil where it cannot be.
func (v *view) natural() *plan.Plan {
	if v.played == nil && !v.unplayed && v.routine != nil {
		p, err := plan.Fit(plan.Input{Routine: v.routine, Catalogue: v.cat})
		v.played, v.unplayed = p, err != nil
	}
	return v.played
}

// offered is the shortest and the longest the routine is offered at, zero while it has mistakes.
func (v *view) offered() (shortest, longest time.Duration) {
	if v.routine == nil {
		return 0, 0
	}
	if v.lengths == nil {
		shortest, longest = plan.Range(plan.Input{Routine: v.routine, Catalogue: v.cat})
		v.lengths = &[2]time.Duration{shortest, longest}
	}
	return v.lengths[0], v.lengths[1]
}

// sides is how many times the work of a step is done, once or once a side.
func (s step) sides() int {
	if s.dose.Mode == exercise.Block || !s.dose.ByReps() && s.e.Sides == exercise.LeftRight {
		return 2
	}
	return 1
}

// perSide is the work of one side.
func (s step) perSide() time.Duration {
	one := s.dose.Hold
	if s.dose.ByReps() {
		one = time.Duration(s.dose.Reps) * s.dose.Tempo
	}
	return one * time.Duration(max(s.dose.Rounds, 1))
}

// movement is the time a step moves the body; 0 for a stretch or a rest.
func (s step) movement() time.Duration {
	if s.e.Kind != exercise.Dynamic && s.e.Kind != exercise.Strength {
		return 0
	}
	return s.perSide() * time.Duration(s.sides())
}

// stretch reports whether the step is a static hold.
func (s step) stretch() bool { return s.e.Kind == exercise.Static && !s.dose.ByReps() }

// held reports whether the step is held, whatever for.
func (s step) held() bool { return s.e.Kind != exercise.Activity && !s.dose.ByReps() }

// where lists the steps that are so.
func (v *view) where(so func(step) bool) []step {
	var out []step
	for _, s := range v.steps {
		if so(s) {
			out = append(out, s)
		}
	}
	return out
}

func keys(steps []step) []draft.Key {
	out := make([]draft.Key, len(steps))
	for i, s := range steps {
		out[i] = s.key
	}
	return out
}

// openActivity reports whether a phase is an open activity: whatever the day asks, effort included. A walk of a set
// time is none.
func (v *view) openActivity(phase int) bool {
	return v.content.Phases[phase].Kind == exercise.Activity &&
		slices.ContainsFunc(v.steps, func(s step) bool { return s.phase == phase && s.dose.Time == 0 })
}

// named is the names of exercises as a sentence lists them, each once, at most three.
func named(steps []step) string {
	var names []string
	for _, s := range steps {
		if !slices.Contains(names, s.e.Name) {
			names = append(names, s.e.Name)
		}
	}
	return listed(names)
}

// listed is words as a sentence lists them; of more than three the first two and how many more.
func listed(words []string) string {
	const most = 3
	if n := len(words); n > most {
		words = append(slices.Clone(words[:most-1]), "+"+itoa(n-most+1))
	}
	return join(words)
}
