package plan

import (
	"slices"

	"catcow/routines/exercise"
)

// balance shares seconds out to phases by their weights; a phase that cannot go so low or so high gets its
// bound, and the rest is shared out among the others (part 5.3). The shares add up to total when the bounds allow.
func balance(weight, least, most []int, total int) []int {
	share := make([]int, len(weight))
	pinned := make([]bool, len(weight))
	for {
		rest, free := total, 0
		for i := range weight {
			if pinned[i] {
				rest -= share[i]
			} else {
				free += weight[i]
			}
		}
		if free == 0 {
			return share
		}
		// Rounding down the running sum keeps the whole exact.
		below, above, sum, given := 0, 0, 0, 0
		for i := range weight {
			if pinned[i] {
				continue
			}
			sum += weight[i]
			upTo := rest * sum / free
			share[i] = upTo - given
			given = upTo
			below += max(least[i]-share[i], 0)
			above += max(share[i]-most[i], 0)
		}
		if below == 0 && above == 0 {
			return share
		}
		for i := range weight {
			switch {
			case pinned[i]:
			case below >= above && share[i] < least[i]:
				share[i], pinned[i] = least[i], true
			case above >= below && share[i] > most[i]:
				share[i], pinned[i] = most[i], true
			}
		}
	}
}

// lengths are the weight of every phase and how long it is at its shortest and its longest; 0 for an activity. No phase
// is ever shorter than below, and few are as short.
type lengths struct{ weight, least, most, below []int }

func (w *workshop) measure() {
	n := len(w.phases)
	w.bounds = lengths{weight: make([]int, n), least: make([]int, n), below: make([]int, n)}
	var before *exercise.Exercise // all at their shortest
	for i, p := range w.phases {
		if p.activity != nil {
			before = nil
			continue
		}
		w.bounds.weight[i] = p.weight
		f, below := p.least(before)
		w.bounds.least[i], w.bounds.below[i], before = f.length(), below, f.last()
	}
}

// most is how long every phase can be at a length of the whole. Up to the natural length no phase is asked for more
// than its own, so that is only worked out where settings keep a phase below it.
func (w *workshop) most(length int) []int {
	if w.bounds.most != nil {
		return w.bounds.most
	}
	if length <= w.natural && !w.cut() {
		return w.bounds.weight
	}
	most := make([]int, len(w.phases))
	var before *exercise.Exercise // all at their longest
	for i, p := range w.phases {
		if p.activity != nil {
			before = nil
			continue
		}
		f := p.longest(before)
		most[i], before = max(f.length(), w.bounds.least[i]), f.last()
	}
	w.bounds.most = most
	return most
}

// cut reports whether settings make a phase shorter than written, or its shortest longer.
func (w *workshop) cut() bool {
	for i, p := range w.phases {
		if p.activity == nil && (len(p.capped) > 0 || len(p.items) < len(p.written) || p.weight != p.natural ||
			w.bounds.least[i] > p.natural) {
			return true
		}
	}
	return false
}

// fitAll fits every phase in playing order to its share of a length; seconds a phase cannot express pass on to the
// next, and what is left in the end goes back to the others, first within the bands and then wherever it fits. The
// fitting of an activity is nil. It returns the seconds that are missing, negative when the plan is too long.
func (w *workshop) fitAll(length int) ([]*fitting, int) {
	targets := balance(w.bounds.weight, w.bounds.least, w.most(length), length)
	var best []*fitting
	left := 0
	for _, how := range []manner{narrow, wide, gradual} {
		fits, missing := fitTo(w.phases, targets, length, how)
		if best == nil || missing >= 0 && (left < 0 || missing < left) {
			best, left = fits, missing
		}
		if left == 0 {
			break
		}
		for i := len(w.phases) - 1; i >= 0 && left != 0; i-- {
			if w.phases[i].activity != nil {
				continue
			}
			again := slices.Clone(targets)
			again[i] += missing
			if f, m := fitTo(w.phases, again, length, how); m == 0 {
				best, left = f, 0
			}
		}
	}
	return best, left
}

// fitTo fits every phase to its target, and returns what is missing from the length in the end.
func fitTo(phases []*phase, targets []int, length int, how manner) ([]*fitting, int) {
	fits := make([]*fitting, len(phases))
	var before *exercise.Exercise
	carry := 0
	for i, p := range phases {
		if p.activity != nil {
			before = nil
			continue
		}
		target := targets[i] + carry
		f := p.fit(before, target, how)
		for more := 1; f.moved() < p.move && more <= p.move; more++ {
			f = p.fit(before, target+more, how)
		}
		carry = target - f.length()
		length -= f.length()
		fits[i], before = f, f.last()
	}
	return fits, length
}
