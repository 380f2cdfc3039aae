package advice

import (
	"slices"
	"time"

	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
)

// The movement that comes before a hold: that which the plan guarantees (exercise-science note 5.3).
const warmUp = time.Minute

// march is the exercise the plan warms up with, and so the one a mend puts first.
const march = "march-in-place"

// coldHold is about holds that are not preceded by a minute of movement, or of an activity with a time of its own. One
// after a whole activity is not cold by the file; a long break is asked about while it is played.
func coldHold(v *view) []Advice {
	first := slices.IndexFunc(v.steps, step.stretch)
	if first < 0 {
		return nil
	}
	var moved time.Duration
	for _, s := range v.steps[:first] {
		if s.e.Kind == exercise.Activity && s.dose.Time >= warmUp {
			return nil
		}
		moved += s.movement()
	}
	if moved >= warmUp {
		return nil
	}
	cold := v.steps[first]
	a := Advice{
		Rule: "cold-hold", Keys: []draft.Key{cold.key},
		Message: message.New("advice.cold-hold", "{{.Name}} comes before you are warm.", "Name", cold.e.Name),
		Reason: message.New("advice.cold-hold.why", "Reviews put easy movement first and stretching after it. "+
			"That a minute of it is enough before a hold is our own practice."),
		Source: "Behm & Chaouachi 2011",
		Mend:   v.warm(cold, moved),
	}
	holds := !slices.ContainsFunc(v.steps, func(s step) bool { return s.movement() > 0 || s.e.Kind == exercise.Activity })
	covered := v.warmedByPlan()
	switch {
	case holds && covered:
		a.Rule, a.Keys = "only-holds", keys(v.where(step.stretch))
		a.Message = message.New("advice.only-holds.covered", "There are only holds here. When you play it, a minute of marching is put in front.")
	case holds:
		a.Rule, a.Keys = "only-holds", keys(v.where(step.stretch))
		a.Message = message.New("advice.only-holds", "There are only holds here, and nothing that warms you up for them.")
	case covered:
		a.Message = message.New("advice.cold-hold.covered", "{{.Name}} comes before you are warm. When you play it, a minute of marching is put in front.",
			"Name", cold.e.Name)
	}
	return []Advice{a}
}

// warmedByPlan reports whether the plan puts movement before the first hold by itself.
func (v *view) warmedByPlan() bool {
	p := v.natural()
	if p == nil {
		return false
	}
	var moved time.Duration
	for _, s := range p.Segments {
		switch {
		case s.Kind == plan.Work && s.Exercise.Kind == exercise.Static:
			return moved >= warmUp
		case s.Kind == plan.Work && (s.Exercise.Kind == exercise.Dynamic || s.Exercise.Kind == exercise.Strength):
			moved += s.Length
		}
	}
	return false
}

// warm is the mend of a cold hold: a movement that is there already done for longer, or a phase of movement from behind
// it moved in front, or else a minute of marching put first.
func (v *view) warm(cold step, moved time.Duration) *Mend {
	need := warmUp - moved
	for _, s := range v.steps {
		if s.phase >= cold.phase || s.section != cold.section || s.forOneSide() {
			continue
		}
		if reps := s.repsFor(need); reps > 0 {
			return &Mend{
				Label: message.New("advice.cold-hold.mend-longer", "Do {{.Name}} {{.Reps}} times", "Name", s.e.Name, "Reps", reps),
				Apply: func(c *draft.Content) {
					if to := c.Step(s.key); to != nil {
						to.Reps = reps
					}
				},
			}
		}
	}
	if phase, ok := v.warmerBehind(cold, need); ok {
		from, to := v.content.Phases[phase], v.content.Phases[cold.phase]
		return &Mend{
			Label: message.New("advice.cold-hold.mend-move", "Put {{.Phase}} before {{.Holds}}", "Phase", from.Name, "Holds", to.Name),
			Apply: func(c *draft.Content) {
				i, _, ok := c.Find(from.Key)
				j, _, there := c.Find(to.Key)
				if ok && there && j < i {
					c.MovePhase(from.Key, j-i)
				}
			},
		}
	}
	e := v.cat.Get(march)
	if e == nil || e.Kind != exercise.Dynamic || !e.Dose.ByReps() {
		return nil
	}
	first := draft.Step{Exercise: march, Reps: e.Dose.Reps, Tempo: e.Dose.Tempo}
	if time.Duration(first.Reps)*first.Tempo < warmUp {
		first.Reps = min(int((warmUp+first.Tempo-1)/first.Tempo), e.Dose.RepsMax)
	}
	key := v.content.Phases[v.firstOf(cold.section)].Key
	return &Mend{
		Label: message.New("advice.cold-hold.mend", "Put {{.Name}} first", "Name", e.Name),
		Apply: func(c *draft.Content) {
			i, _, ok := c.Find(key)
			if !ok {
				return
			}
			if !draft.Takes(c.Phases[i].Kind, e) {
				c.AddPhase(exercise.Dynamic, "", i)
			}
			c.AddStep(draft.Spot{Phase: i}, first)
		},
	}
}

// repsFor is how many repetitions make a step move so much longer, up to twice as many as now; 0 where that is too many
// for it.
func (s step) repsFor(more time.Duration) int {
	if s.movement() == 0 || !s.dose.ByReps() || s.dose.Tempo <= 0 {
		return 0
	}
	each := s.dose.Tempo * time.Duration(s.sides())
	reps := s.dose.Reps + int((more+each-1)/each)
	if s.dose.Mode == exercise.Alternate {
		reps += reps % 2
	}
	if reps > min(s.dose.RepsMax, 2*s.dose.Reps) {
		return 0
	}
	return reps
}

// warmerBehind is the first phase behind a cold hold that moves long enough. None is taken away from before an open
// activity, where it has a use of its own.
func (v *view) warmerBehind(cold step, need time.Duration) (phase int, ok bool) {
	for i := cold.phase + 1; i < len(v.content.Phases); i++ {
		switch v.content.Phases[i].Kind {
		case exercise.Activity:
			return 0, false
		case exercise.Dynamic, exercise.Strength:
		default:
			continue
		}
		var moves time.Duration
		for _, s := range v.steps {
			if s.phase == i {
				moves += s.movement()
			}
		}
		if moves >= need && !v.effortBehind(i) {
			return i, true
		}
	}
	return 0, false
}

// effortBehind reports whether an open activity follows a phase.
func (v *view) effortBehind(phase int) bool {
	for i := phase + 1; i < len(v.content.Phases); i++ {
		if v.openActivity(i) {
			return true
		}
	}
	return false
}

// firstOf is the first phase of a section.
func (v *view) firstOf(section int) int {
	for i, p := range v.content.Phases {
		if section == 0 {
			return i
		}
		if p.Kind == exercise.Activity {
			section--
		}
	}
	return 0
}

// coldStrength is about a routine of strength and nothing else: one phase, and hard from the first repetition on.
func coldStrength(v *view) []Advice {
	if len(v.content.Phases) != 1 || len(v.steps) == 0 ||
		slices.ContainsFunc(v.steps, func(s step) bool { return s.e.Kind != exercise.Strength }) {
		return nil
	}
	a := Advice{
		Rule: "cold-strength", Keys: keys(v.steps[:1]),
		Message: message.New("advice.cold-strength", "This is strength from the first repetition on. A minute of easy movement first makes it kinder."),
		Reason: message.New("advice.cold-strength.why", "Reviews of warming up put easy movement before what is harder. "+
			"How much a gentle routine like this needs, nobody has measured."),
		Source: "Behm & Chaouachi 2011",
	}
	if e := v.easyMovement(); e != nil {
		key := v.content.Phases[0].Key
		a.Mend = &Mend{
			Label: message.New("advice.cold-hold.mend", "Put {{.Name}} first", "Name", e.Name),
			Apply: func(c *draft.Content) {
				if i, _, ok := c.Find(key); ok {
					c.AddPhase(exercise.Dynamic, "", i)
					c.AddStep(draft.Spot{Phase: i}, draft.Step{Exercise: e.ID})
				}
			},
		}
	}
	return []Advice{a}
}

// easyMovement is what to begin with: on the floor where the routine is on the floor, so that nobody gets up again.
func (v *view) easyMovement() *exercise.Exercise {
	ids := []string{march, "seated-cat-cow"}
	if v.steps[0].e.Position.OnFloor() {
		ids = []string{"cat-cow", "pelvic-tilt", march}
	}
	for _, id := range ids {
		if e := v.cat.Get(id); e != nil && e.Kind == exercise.Dynamic {
			return e
		}
	}
	return nil
}
