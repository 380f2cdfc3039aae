package plan

import (
	"slices"

	"catcow/routines/exercise"
)

// grow makes a phase longer, in the order of part 5.5: doses up within the comfortable band, second rounds of
// stretches, extras, second sets, doses into the hard band, and last up to four rounds. It stops at the first that
// reaches the target, and reports the bands to fill.
func (f *fitting) grow(target int) bands {
	soft, high := bands{comfortable, comfortable}, bands{comfortable, hard}
	if f.within(soft) && f.reach(soft)+f.slack() >= target {
		return soft
	}
	start := f.clone()
	if f.growWith(target, soft) {
		return soft
	}
	if f.reach(high) < target {
		// Where targets are near their limits a round or an extra can cost more, in the hard band, than it brings.
		g := start
		g.growWith(target, high)
		if g.reach(high) > f.reach(high) {
			*f = *g
		}
	}
	return high
}

// growWith takes the steps that bring something within a band, until the target is in reach.
func (f *fitting) growWith(target int, b bands) bool {
	reach := f.reach(b)
	for _, step := range slices.Concat(f.rounds(2, (*item).stretch), f.extras(), f.rounds(2, (*item).movement)) {
		if reach = f.try(step, target, b, reach); reach >= target {
			return true
		}
	}
	high := bands{b.low, hard}
	reach = f.reach(high)
	for n := 2; n <= maxRounds; n++ {
		for _, step := range f.rounds(n, (*item).stretch) {
			if reach >= target {
				return false
			}
			reach = f.try(step, target, high, reach)
		}
	}
	return false
}

// growth is one step towards a longer phase.
type growth func(*fitting)

// try takes a step, unless it makes the phase too long even at its shortest, takes a target over its limit, or
// brings less than one more hold beyond the reach so far. It returns the reach then.
func (f *fitting) try(step growth, target int, b bands, reach int) int {
	g := f.clone()
	step(g)
	far := g.reach(b)
	if far < reach+secs(shortestHold) || !g.within(b) || g.length() > target {
		return reach
	}
	*f = *g
	return far
}

// rounds lists the steps that give one item its nth round, by priority, then in playing order.
func (f *fitting) rounds(n int, which func(*item) bool) []growth {
	var steps []growth
	for priority := 1; priority <= 3; priority++ {
		for i := range f.items {
			if it := &f.items[i]; it.priority == priority && which(it) && it.now.rounds < n && n <= it.mostRounds() {
				id := it.step
				steps = append(steps, func(g *fitting) { g.item(id).now.rounds = n })
			}
		}
	}
	return steps
}

// mostRounds is how many holds a side, or sets, the item may have.
func (it *item) mostRounds() int {
	if it.byReps() {
		return maxSets
	}
	if most := it.ex.Dose.RoundsMax; most > 0 {
		return min(most, maxRounds)
	}
	return maxRounds
}

// item is the item that stands for a step, or nil when it was left out.
func (f *fitting) item(step int) *item {
	for i := range f.items {
		if f.items[i].step == step {
			return &f.items[i]
		}
	}
	return nil
}

// extras lists the steps that let the routine's extras join the phase, in the routine's order.
func (f *fitting) extras() []growth {
	var steps []growth
	for _, it := range f.phase.extras {
		steps = append(steps, func(g *fitting) { g.insert(it) })
	}
	return steps
}

// insert puts an extra where the changes take least time, the latest such place, never first; nothing comes after
// the rest at the end but more rest.
func (f *fitting) insert(it item) {
	end := len(f.items)
	for it.ex.Kind != exercise.Release && end > 1 && f.items[end-1].ex.Kind == exercise.Release {
		end--
	}
	at, cost := end, 0
	for i := end; i > 0; i-- {
		f.items = slices.Insert(f.items, i, it)
		sum := 0
		for j := range f.items {
			sum += f.change(j)
		}
		if i == end || sum < cost {
			at, cost = i, sum
		}
		f.items = slices.Delete(f.items, i, i+1)
	}
	f.items = slices.Insert(f.items, at, it)
}

// longest is the phase as long as it gets.
func (p *phase) longest(before *exercise.Exercise) *fitting {
	f := p.start(before)
	f.scale(full, f.grow(secs(mostLength)))
	return f
}
