package plan

import (
	"cmp"
	"slices"
)

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
	last := 0 // phases before this one come before an open activity
	for i, p := range phases {
		p.effort = beforeActivity(phases, i)
		if p.open {
			last = i
		}
	}
	for t, name := range names {
		early := shareLimit(phases[:last], t, name, secs(beforeEffort))
		shareLimit(phases[last:], t, name, secs(perTarget)-early)
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

// shareLimit gives each phase what it holds as written, and of what is then free a part by what may join it; where
// that is more than the limit, less in proportion. It returns the limit if any phase stretches the target, else 0.
func shareLimit(phases []*phase, target int, name string, limit int) int {
	n := len(phases)
	held, least, most := make([]int, n), make([]int, n), make([]int, n)
	have, want := 0, 0
	for i, p := range phases {
		for j := range p.items {
			it := &p.items[j]
			if !slices.Contains(it.targets, target) {
				continue
			}
			held[i] += it.written.hold * it.written.rounds
			if it.priority == 1 || len(p.items) == 1 {
				least[i] += it.low[hard].hold
			}
		}
		most[i] = held[i]
		have += held[i]
		want += held[i] + joining(p, target)
	}
	if want == 0 {
		return 0
	}
	if have > limit {
		for i, share := range balance(held, least, most, limit) {
			phases[i].limits[target] = share
			if held[i] > share {
				phases[i].capped = append(phases[i].capped, name)
			}
		}
		return limit
	}
	for i, p := range phases {
		p.limits[target] = held[i] + (limit-have)*(held[i]+joining(p, target))/want
	}
	return limit
}

// joining is how long the extras of a phase hold a target.
func joining(p *phase, target int) int {
	sum := 0
	for i := range p.extras {
		if slices.Contains(p.extras[i].targets, target) {
			sum += p.extras[i].written.hold * p.extras[i].written.rounds
		}
	}
	return sum
}

// keepLimits makes the phase's limits possible at comfortable holds: fewer rounds, then without items of priority 3
// and 2, the latest first, then with shorter holds. What has priority 1 is left out only for the 240 s of a session;
// before an activity it stays and the limit gives way, as a long hold there costs little (Kay 2012).
func (p *phase) keepLimits() {
	for {
		f := p.start(nil)
		if f.within(bands{comfortable, comfortable}) {
			return
		}
		over := p.over(f)
		pick := func(which func(*item) bool) int {
			return slices.IndexFunc(over, func(i int) bool { return which(&p.items[i]) })
		}
		rounds := pick(func(it *item) bool { return it.written.rounds > 1 })
		spare := pick(func(it *item) bool { return it.priority > 1 })
		long := pick(func(it *item) bool { return it.low[comfortable].hold > it.low[hard].hold })
		switch {
		case rounds >= 0:
			it := &p.items[over[rounds]]
			it.written.rounds--
			it.now.rounds--
		case spare >= 0 && len(p.items) > 1:
			p.items = slices.Delete(p.items, over[spare], over[spare]+1)
		case long >= 0:
			it := &p.items[over[long]]
			it.low[comfortable].hold = it.low[hard].hold
		case !p.effort && len(p.items) > 1:
			p.items = slices.Delete(p.items, over[0], over[0]+1)
		default:
			for t := range p.limits {
				p.limits[t] = max(p.limits[t], f.held(t))
			}
			return
		}
	}
}

// over lists the items that stretch a target beyond its limit, the lowest priority and the latest first.
func (p *phase) over(f *fitting) []int {
	var over []int
	for i := range f.items {
		if slices.ContainsFunc(f.items[i].targets, func(t int) bool { return f.held(t) > p.limits[t] }) {
			over = append(over, i)
		}
	}
	slices.SortFunc(over, func(a, b int) int {
		return cmp.Or(cmp.Compare(p.items[b].priority, p.items[a].priority), cmp.Compare(b, a))
	})
	return over
}
