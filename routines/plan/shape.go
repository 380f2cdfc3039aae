package plan

import (
	"slices"

	"catcow/routines/exercise"
)

// shape turns a routine and what is known about the person into phases to be fitted: doses within bounds, what does
// not suit replaced or left out, a warm-up before a cold static start, the extras where they belong.
func shape(in Input) ([]*phase, *Refusal) {
	r := rules{floor: secs(in.Floor), fixed: in.Routine.Fixed}
	var phases []*phase
	for _, rp := range in.Routine.Phases {
		p := &phase{name: rp.Name, kind: rp.Kind, pace: in.Pace}
		if rp.Kind == exercise.Activity {
			if len(rp.Steps) > 0 {
				p.activity, p.asked, p.note = rp.Steps[0].Exercise, rp.Steps[0].Dose().Time, rp.Steps[0].Note
				p.warms = p.asked >= warmUpTime
				p.open = p.asked == 0
				phases = append(phases, p)
			}
			continue
		}
		for i, st := range rp.Steps {
			if st.Exercise.Kind != exercise.Activity {
				it := newItem(st.Exercise, st.Dose(), st.Priority, i, rules{fixed: r.fixed})
				it.note = st.Note
				p.written = append(p.written, it)
			}
		}
		if len(p.written) == 0 {
			continue
		}
		phases = append(phases, p)
	}
	for _, p := range phases {
		if p.activity != nil {
			continue
		}
		p.items = p.suiting(in, phases, r)
		if len(p.items) == 0 {
			return nil, nothingLeft(in, p)
		}
	}
	if !in.Warm {
		phases = warmFirst(phases, in)
		keepMoving(phases)
	}
	keepAfterStretches(phases)
	naturalLengths(phases, r)
	joinExtras(phases, in, r)
	setLimits(phases)
	return phases, nil
}

// naturalLengths counts what each phase takes as written, and with its stretches raised to the person's shortest
// hold, which is its weight: defaults under the floor are raised before anything is shared out (part 5.10).
func naturalLengths(phases []*phase, r rules) {
	var before *exercise.Exercise
	for _, p := range phases {
		if p.activity != nil {
			before = nil
			continue
		}
		f := &fitting{phase: p, before: before, items: slices.Clone(p.written)}
		p.natural, before = f.length(), f.last()
		for i := range f.items {
			if it := &f.items[i]; it.stretch() {
				it.now.hold = min(max(it.now.hold, r.floor), it.high[hard].hold)
			}
		}
		p.weight = f.length()
	}
}

func total(phases []*phase) int {
	sum := 0
	for _, p := range phases {
		sum += p.natural
	}
	return sum
}

// suiting lists the phase's items that suit the person: as written, or by the first of the exercise's swaps that
// does, or not at all.
func (p *phase) suiting(in Input, phases []*phase, r rules) []item {
	var out []item
	for _, w := range p.written {
		if in.suits(w.ex) {
			it := newItem(w.ex, w.dose(), w.priority, w.step, r)
			it.asWritten, it.note = w.written, w.note
			out = append(out, it)
			continue
		}
		if in.Catalogue == nil {
			continue
		}
		swap := in.Catalogue.Swap(w.ex, func(e *exercise.Exercise) bool {
			return e.Kind != exercise.Activity && !planned(phases, e) && in.suits(e)
		})
		if swap != nil {
			it := newItem(swap, w.doseFor(swap), w.priority, w.step, r)
			it.replaces = w.ex
			out = append(out, it)
			p.swaps = append(p.swaps, swap)
		}
	}
	return out
}

// planned reports whether a phase already has an exercise, as written or in place of another.
func planned(phases []*phase, e *exercise.Exercise) bool {
	for _, p := range phases {
		if slices.Contains(p.swaps, e) || slices.ContainsFunc(p.written, func(it item) bool { return it.ex == e }) {
			return true
		}
	}
	return false
}

// dose is the item as written, with its exercise's bounds.
func (it *item) dose() exercise.Dose {
	d := it.ex.Dose
	d.Reps, d.Tempo, d.Hold, d.Rounds = it.written.reps, duration(it.written.tempo), duration(it.written.hold), it.written.rounds
	return d
}

// doseFor is the dose of an exercise that stands in for this one: held as long where both are held, its own otherwise.
func (it *item) doseFor(e *exercise.Exercise) exercise.Dose {
	d := e.Dose
	if !it.byReps() && !d.ByReps() {
		d.Hold, d.Rounds = duration(it.written.hold), it.written.rounds
	}
	return d
}

// joinExtras gives every extra that suits and is not planned yet to the phase it belongs to.
func joinExtras(phases []*phase, in Input, r rules) {
	if in.Catalogue == nil || in.Routine.Fixed {
		return
	}
	for n, id := range in.Routine.Extras {
		e := in.Catalogue.Get(id)
		if e == nil || e.Kind == exercise.Activity || planned(phases, e) || !in.suits(e) {
			continue
		}
		if p := home(phases, e); p != nil {
			p.extras = append(p.extras, newItem(e, e.Dose, 3, -1-n, r))
		}
	}
}

// home is the phase an extra joins: one of its kind (stretches and rest also join each other), then the one with the
// most on its level, then the longest. A stretch never joins a phase before an activity (part 5.2).
func home(phases []*phase, e *exercise.Exercise) *phase {
	var best *phase
	bestScore := [3]int{}
	for i, p := range phases {
		if p.activity != nil || p.warmUp || e.Kind == exercise.Static && beforeActivity(phases, i) {
			continue
		}
		var score [3]int
		calm := func(k exercise.Kind) bool { return k == exercise.Static || k == exercise.Release }
		switch {
		case p.kind == e.Kind:
			score[0] = 2
		case calm(p.kind) && calm(e.Kind) || slices.ContainsFunc(p.items, func(it item) bool { return it.ex.Kind == e.Kind }):
			score[0] = 1
		default:
			continue
		}
		for _, it := range p.items {
			if it.ex.Position.OnFloor() == e.Position.OnFloor() {
				score[1]++
			}
		}
		score[2] = p.natural
		if best == nil || slices.Compare(score[:], bestScore[:]) > 0 {
			best, bestScore = p, score
		}
	}
	return best
}

// beforeActivity reports whether an open activity follows the phase: effort that long holds would weaken. A walk of
// a set time is none.
func beforeActivity(phases []*phase, i int) bool {
	return slices.ContainsFunc(phases[i+1:], func(p *phase) bool { return p.open })
}
