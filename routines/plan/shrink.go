package plan

import (
	"slices"

	"catcow/routines/exercise"
)

// shrink makes a phase shorter, in the order of part 5.4: doses down within the comfortable band, one round each,
// without priority 3, doses into the hard band, without priority 2. It stops at the first that fits, and reports
// the bands to fill. Dropping comes before holds under 30 s: two good holds beat three short ones (Bandy 1994).
func (f *fitting) shrink(target int, how manner) bands {
	soft, low := bands{comfortable, comfortable}, bands{hard, comfortable}
	fits := func(b bands) bool { return f.within(b) && f.length() <= target }
	if fits(soft) {
		return soft
	}
	for how == gradual && f.oneLess() {
		if fits(soft) {
			return soft
		}
	}
	f.oneRound()
	if fits(soft) {
		return soft
	}
	for f.drop(3) {
		if fits(soft) {
			return soft
		}
	}
	if fits(low) {
		return low
	}
	for f.drop(2) {
		if fits(low) {
			break
		}
	}
	return low
}

// oneLess takes a round from the item that has most, of these the last of the lowest priority, and reports whether any
// had more than one.
func (f *fitting) oneLess() bool {
	var most *item
	for i := range f.items {
		it := &f.items[i]
		if it.now.rounds > 1 && (most == nil || it.now.rounds > most.now.rounds ||
			it.now.rounds == most.now.rounds && it.priority >= most.priority) {
			most = it
		}
	}
	if most != nil {
		most.now.rounds--
	}
	return most != nil
}

// oneRound does every hold once a side and every set once.
func (f *fitting) oneRound() {
	for i := range f.items {
		f.items[i].now.rounds = 1
	}
}

// drop leaves out the last item of a priority, never the only one left, and reports whether it did. A phase without
// items of priority 1 keeps its best one: a phase is never removed.
func (f *fitting) drop(priority int) bool {
	if len(f.items) == 1 {
		return false
	}
	for i := len(f.items) - 1; i >= 0; i-- {
		if f.items[i].priority != priority || i == f.best() {
			continue
		}
		f.items = slices.Delete(f.items, i, i+1)
		return true
	}
	return false
}

// best is the item that stays last: the first of the best priority.
func (f *fitting) best() int {
	best := 0
	for i := range f.items {
		if f.items[i].priority < f.items[best].priority {
			best = i
		}
	}
	return best
}

// least is the phase as short as it honestly gets within the bands, and the length no manner gets below: movement it
// has to keep takes at least its own time more, which the wide manner may well express.
func (p *phase) least(before *exercise.Exercise) (f *fitting, below int) {
	f = p.start(before)
	f.shrink(0, narrow)
	f.within(bands{hard, comfortable})
	below = f.length() + max(p.move-f.moved(), 0)
	if f.moved() >= p.move {
		return f, below
	}
	for target := below; target <= p.natural; target++ {
		if g := p.fit(before, target, narrow); g.moved() >= p.move {
			return g, below
		}
	}
	return f, below
}
