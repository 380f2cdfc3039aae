package plan

import (
	"slices"
	"time"

	"catcow/routines/exercise"
)

// The warm-up guarantee (part 5.3): a static phase is preceded by at least 60 s of movement, unless the person is
// warm. And its mirror (part 5.2): after stretches that come before an activity there are 90 s of movement.

const (
	warmUpExercise = "march-in-place"
	afterStretch   = 90 // seconds of movement between stretches and an activity (Wong 2011)
)

// plainMarch stands for the warm-up where there is no catalogue to take it from, so that its time is still counted.
var plainMarch = &exercise.Exercise{
	ID: warmUpExercise, Name: "March in Place", Kind: exercise.Dynamic, Position: exercise.Standing, Sides: exercise.Both,
	Dose: exercise.Dose{
		Reps: 12, RepsMin: 4, RepsMax: 36, Mode: exercise.Together,
		Tempo: 5 * time.Second, TempoMin: 5 * time.Second, TempoMax: 10 * time.Second,
	},
}

// warmFirst puts a minute of easy movement before the first static phase, when less than that precedes it: at the
// very start, or after the activity before it.
func warmFirst(phases []*phase, in Input) []*phase {
	at, moved := 0, 0
	for i, p := range phases {
		if p.kind == exercise.Static {
			if moved >= secs(warmUpTime) {
				return phases
			}
			if w := warmUp(in); w != nil {
				return slices.Insert(phases, at, w)
			}
			return phases
		}
		if p.activity != nil {
			if p.warms {
				return phases
			}
			at = i + 1
		}
		moved += movement(p.items)
	}
	return phases
}

// warmUp is a phase of 60 s of march-in-place, or of the first of its swaps that suits; nil when none does.
func warmUp(in Input) *phase {
	e := plainMarch
	if in.Catalogue != nil {
		e = in.Catalogue.Get(warmUpExercise)
	}
	if e != nil && in.Catalogue != nil && !in.suits(e) {
		e = in.Catalogue.Swap(e, func(s *exercise.Exercise) bool { return s.Kind == exercise.Dynamic && in.suits(s) })
	}
	if e == nil {
		return nil
	}
	it := newItem(e, e.Dose, 1, 0, rules{})
	it.written.tempo = it.low[hard].tempo
	it.written.reps = max((secs(warmUpTime)+it.written.tempo*it.units()-1)/(it.written.tempo*it.units()), 1)
	it.written.reps += it.written.reps % it.repStep()
	it.now, it.ample = it.written, 10*it.written.reps
	it.low, it.high = [2]dose{it.written, it.written}, [2]dose{it.written, it.written}
	return &phase{
		name: "Warm-up", kind: exercise.Dynamic, pace: in.Pace, warmUp: true, written: []item{it}, items: []item{it},
	}
}

func movement(items []item) int {
	sum := 0
	for i := range items {
		if items[i].movement() {
			sum += items[i].work()
		}
	}
	return sum
}

// keepMoving says how much movement each phase has to keep when it is made shorter, so that 60 s stay before the
// first static phase and 90 s between stretches and an activity, where the routine has as much.
func keepMoving(phases []*phase) {
	first := slices.IndexFunc(phases, func(p *phase) bool { return p.kind == exercise.Static })
	if first < 0 {
		return
	}
	keep(phases[:first], secs(warmUpTime))
}

// keepAfterStretches does the same for movement between stretches and the open activity that follows them.
func keepAfterStretches(phases []*phase) {
	from := -1
	for i, p := range phases {
		switch {
		case p.open:
			if from >= 0 && !keep(phases[from:i], afterStretch) {
				p.still = true
			}
			from = -1
		case slices.ContainsFunc(p.items, func(it item) bool { return it.stretch() }):
			from = i + 1
		}
	}
}

// stillBeforeActivity reports whether holds come before an open activity with too little movement after them.
func (w *workshop) stillBeforeActivity() bool {
	return slices.ContainsFunc(w.phases, func(p *phase) bool { return p.still })
}

// keep shares seconds of movement out to phases by what they have, and reports whether they have that much together.
func keep(phases []*phase, seconds int) bool {
	sum := 0
	for _, p := range phases {
		sum += movement(p.items)
	}
	if sum < seconds {
		return false
	}
	for _, p := range phases {
		share := (seconds*movement(p.items) + sum - 1) / sum
		p.move = max(p.move, share)
	}
	return true
}
