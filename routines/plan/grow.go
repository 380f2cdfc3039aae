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
	for _, step := range slices.Concat(f.rounds(2, (*item).stretch), f.extras(), f.rounds(2, (*item).movement)) {
		if f.try(step, target, soft) && f.reach(soft) >= target {
			return soft
		}
	}
	for n := 3; f.reach(high) < target && n <= maxRounds; n++ {
		for _, step := range f.rounds(n, (*item).stretch) {
			if f.try(step, target, high) && f.reach(high) >= target {
				break
			}
		}
	}
	return high
}

// growth is one step towards a longer phase.
type growth func(*fitting)

// try takes a step, unless it makes the phase too long even at its shortest, takes a target over its limit, or
// gains nothing.
func (f *fitting) try(step growth, target int, b bands) bool {
	g := f.clone()
	step(g)
	if !g.within(b) || g.length() > target {
		return false
	}
	most := bands{b.low, hard}
	if g.reach(most) <= f.reach(most) {
		return false
	}
	*f = *g
	return true
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

func (f *fitting) item(step int) *item {
	i := slices.IndexFunc(f.items, func(it item) bool { return it.step == step })
	return &f.items[i]
}

// extras lists the steps that let the routine's extras join the phase, in the routine's order.
func (f *fitting) extras() []growth {
	var steps []growth
	for _, it := range f.phase.extras {
		steps = append(steps, func(g *fitting) { g.insert(it) })
	}
	return steps
}

// insert puts an extra where it makes the fewest changes of level, the latest such place; nothing comes after the
// rest at the end but more rest.
func (f *fitting) insert(it item) {
	end := len(f.items)
	for it.ex.Kind != exercise.Release && end > 1 && f.items[end-1].ex.Kind == exercise.Release {
		end--
	}
	at, cost := end, 0
	for i := end; i >= 0; i-- {
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

// most is the phase as long as it gets.
func (p *phase) most(before *exercise.Exercise) *fitting {
	f := p.start(before)
	f.scale(full, f.grow(1<<20))
	return f
}

// fit makes the phase as long as the target, or as near below it as it gets, or its shortest when that is longer.
func (p *phase) fit(before *exercise.Exercise, target int) *fitting {
	f := p.start(before)
	var b bands
	if target < f.length() {
		b = f.shrink(target)
	} else {
		b = f.grow(target)
	}
	missing := f.fill(target, b)
	if missing > 0 && b.high == comfortable {
		g := f.clone()
		if g.fill(target, bands{b.low, hard}) < missing {
			return g
		}
	}
	return f
}
