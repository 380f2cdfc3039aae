package plan

import "slices"

// Limits on stretching one target: 240 s a side in a session, under 60 s before an activity (part 5.2).

// setLimits shares the limit of every target out to the phases that stretch it, and makes the items keep to it.
func setLimits(phases []*phase) {
	names := targetNames(phases)
	for _, p := range phases {
		p.limits = make([]int, len(names))
		for _, list := range [][]item{p.items, p.extras} {
			for i := range list {
				if list[i].stretch() {
					for _, t := range list[i].ex.Targets {
						list[i].targets = append(list[i].targets, slices.Index(names, t))
					}
				}
			}
		}
	}
	last := 0 // phases before this one come before an activity
	for i, p := range phases {
		if p.activity != nil {
			last = i
		}
	}
	for t := range names {
		early := shareLimit(phases[:last], t, secs(beforeEffort))
		shareLimit(phases[last:], t, secs(perTarget)-early)
	}
	for _, p := range phases {
		if p.activity == nil {
			p.keepLimits()
		}
	}
}

func targetNames(phases []*phase) []string {
	var names []string
	for _, p := range phases {
		for _, list := range [][]item{p.items, p.extras} {
			for i := range list {
				for _, t := range list[i].ex.Targets {
					if list[i].stretch() && !slices.Contains(names, t) {
						names = append(names, t)
					}
				}
			}
		}
	}
	return names
}

// shareLimit gives each phase what it holds as written, and of what is then free a part by what may join it. It
// returns the limit if any phase stretches the target, else 0.
func shareLimit(phases []*phase, target, limit int) int {
	held := func(list []item) int {
		sum := 0
		for i := range list {
			if slices.Contains(list[i].targets, target) {
				sum += list[i].written.hold * list[i].written.rounds
			}
		}
		return sum
	}
	have, want := 0, 0
	for _, p := range phases {
		have += held(p.items)
		want += held(p.items) + held(p.extras)
	}
	if want == 0 {
		return 0
	}
	for _, p := range phases {
		mine := held(p.items)
		if have > limit {
			p.limits[target] = limit * mine / have
		} else {
			p.limits[target] = mine + (limit-have)*(mine+held(p.extras))/want
		}
	}
	return limit
}

// keepLimits makes the phase's limits possible at comfortable holds: fewer rounds, then fewer items, those of the
// lowest priority and the latest first; an only item may be held shorter.
func (p *phase) keepLimits() {
	soft := bands{comfortable, comfortable}
	for {
		f := p.start(nil)
		if f.within(soft) {
			return
		}
		var over []int
		for i := range f.items {
			if slices.ContainsFunc(f.items[i].targets, func(t int) bool { return f.held(t) > p.limits[t] }) {
				over = append(over, i)
			}
		}
		slices.SortStableFunc(over, func(a, b int) int {
			if d := p.items[b].priority - p.items[a].priority; d != 0 {
				return d
			}
			return b - a
		})
		rounds := slices.IndexFunc(over, func(i int) bool { return p.items[i].written.rounds > 1 })
		switch {
		case rounds >= 0:
			p.items[over[rounds]].written.rounds--
			p.items[over[rounds]].now.rounds--
		case len(over) > 1:
			p.items = slices.Delete(p.items, over[0], over[0]+1)
		default:
			it := &p.items[over[0]]
			if it.low[comfortable].hold == it.low[hard].hold {
				return
			}
			it.low[comfortable].hold = it.low[hard].hold
		}
	}
}
