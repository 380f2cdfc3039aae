package plan

import "catcow/routines/exercise"

// balance shares seconds out to phases by their natural lengths; a phase that cannot go so low or so high gets its
// bound, and the rest is shared out among the others (part 5.3). The shares add up to total when the bounds allow.
func balance(natural, least, most []int, total int) []int {
	share := make([]int, len(natural))
	pinned := make([]bool, len(natural))
	for {
		rest, weight := total, 0
		for i := range natural {
			if pinned[i] {
				rest -= share[i]
			} else {
				weight += natural[i]
			}
		}
		if weight == 0 {
			return share
		}
		// Rounding down the running sum keeps the whole exact.
		below, above, sum, given := 0, 0, 0, 0
		for i := range natural {
			if pinned[i] {
				continue
			}
			sum += natural[i]
			upTo := rest * sum / weight
			share[i] = upTo - given
			given = upTo
			below += max(least[i]-share[i], 0)
			above += max(share[i]-most[i], 0)
		}
		if below == 0 && above == 0 {
			return share
		}
		for i := range natural {
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

// fitAll fits every phase in playing order to its share of a length; seconds a phase cannot express pass on to the
// next. It returns nil for an activity, and the seconds missing in the end (too long when negative).
func fitAll(phases []*phase, length int) ([]*fitting, int) {
	natural, least, most := make([]int, len(phases)), make([]int, len(phases)), make([]int, len(phases))
	var short, long *exercise.Exercise // what comes before a phase, all at their shortest and longest
	for i, p := range phases {
		if p.activity != nil {
			short, long = nil, nil
			continue
		}
		natural[i] = p.natural
		f := p.least(short)
		least[i], short = f.length(), f.last()
		f = p.most(long)
		most[i], long = max(f.length(), least[i]), f.last()
	}
	targets := balance(natural, least, most, length)
	fits, missing := fitTo(phases, targets)
	for i := len(phases) - 1; i >= 0 && missing != 0; i-- {
		if phases[i].activity != nil {
			continue
		}
		again := append([]int(nil), targets...)
		again[i] += missing
		if f, m := fitTo(phases, again); m == 0 {
			return f, 0
		}
	}
	return fits, missing
}

// fitTo fits every phase to its target.
func fitTo(phases []*phase, targets []int) ([]*fitting, int) {
	fits := make([]*fitting, len(phases))
	var before *exercise.Exercise
	missing := 0
	for i, p := range phases {
		if p.activity != nil {
			before = nil
			continue
		}
		target := targets[i] + missing
		f := p.fit(before, target)
		for more := 1; f.moved() < p.move && more <= p.move; more++ {
			f = p.fit(before, target+more)
		}
		missing = target - f.length()
		fits[i], before = f, f.last()
	}
	return fits, missing
}
