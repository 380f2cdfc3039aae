package plan

import (
	"slices"

	"catcow/routines/exercise"
)

// manner is how hard a phase tries to reach its target.
type manner int

const (
	narrow manner = iota // within the bands; what is missing passes on
	wide                 // also in the hard band, with fewer repetitions at a slower tempo, and the like
)

// fit makes the phase as long as the target, or as near below it as it gets, or its shortest when that is longer.
func (p *phase) fit(before *exercise.Exercise, target int, how manner) *fitting {
	f := p.start(before)
	var b bands
	if target < f.length() {
		b = f.shrink(target)
	} else {
		b = f.grow(target)
	}
	missing := f.fill(target, b, how)
	// A gap between two shapes of the phase: one too long, the next not long enough.
	if gap := missing*10 > target || how == wide && missing > 0; gap && b.high == comfortable {
		g := f.clone()
		if g.fill(target, bands{b.low, hard}, how) < missing {
			return g
		}
	}
	return f
}

// fill scales all doses together to the largest plan that is not longer than the target, gives the seconds left
// over to stretches, then to rest, then to repetitions, then to transitions (part 5.5), and returns what is still
// missing.
func (f *fitting) fill(target int, b bands, how manner) int {
	f.wait = nil
	lo, hi := -full, full
	for lo < hi {
		mid := lo + (hi-lo+1)/2
		if f.scale(mid, b) <= target {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	left := target - f.scale(lo, b)
	left = f.giveHolds(left, b, (*item).stretch)
	left = f.giveHolds(left, b, func(it *item) bool { return !it.byReps() })
	left = f.giveReps(left, b, how)
	if left <= f.slack() {
		left = f.round(left, b)
	}
	return f.spread(left)
}

// giveHolds lengthens holds a second at a time, priority 1 first.
func (f *fitting) giveHolds(left int, b bands, which func(*item) bool) int {
	for priority := 1; priority <= 3; priority++ {
		for gave := true; gave; {
			gave = false
			for i := range f.items {
				it := &f.items[i]
				if it.priority != priority || !which(it) || it.units() > left || !f.mayHold(i, it.now.hold+1, b) {
					continue
				}
				it.now.hold++
				left -= it.units()
				gave = true
			}
		}
	}
	return left
}

// mayHold reports whether an item may be held so long: within its bounds and the limits of its targets.
func (f *fitting) mayHold(i, hold int, b bands) bool {
	it := &f.items[i]
	if hold < it.low[b.low].hold || hold > it.high[b.high].hold {
		return false
	}
	was := it.now.hold
	it.now.hold = hold
	ok := true
	for _, t := range it.targets {
		ok = ok && f.held(t) <= f.phase.limits[t]
	}
	it.now.hold = was
	return ok
}

// round prefers holds that are a multiple of 5 s where they are within 2 s of one; the difference goes to other
// holds and to transitions (part 5.5, display). Holds as written stay as written.
func (f *fitting) round(left int, b bands) int {
	was := slices.Clone(f.items)
	if over := f.raise(f.lower(left, 1<<20, b), b); over <= f.slack() {
		return over
	}
	copy(f.items, was)
	return f.lower(left, f.slack(), b)
}

// lower takes holds down to a multiple of 5 s while no more than most seconds are over, and returns what is.
func (f *fitting) lower(left, most int, b bands) int {
	for i := range f.items {
		it := &f.items[i]
		by := it.now.hold % 5
		if it.written.hold == it.now.hold || by == 0 || by > 2 || left+by*it.units() > most ||
			!f.mayHold(i, it.now.hold-by, b) {
			continue
		}
		it.now.hold -= by
		left += by * it.units()
	}
	return left
}

// raise takes holds up to a multiple of 5 s, priority 1 first, and returns what is still over.
func (f *fitting) raise(left int, b bands) int {
	for priority := 1; priority <= 3; priority++ {
		for i := range f.items {
			it := &f.items[i]
			by := 5 - it.now.hold%5
			if it.priority != priority || it.written.hold == it.now.hold || by > 2 || by*it.units() > left ||
				!f.mayHold(i, it.now.hold+by, b) {
				continue
			}
			it.now.hold += by
			left -= by * it.units()
		}
	}
	return left
}

// option is another dose of one item: what it adds, in seconds, and how far it is from the scaled dose.
type option struct{ reps, tempo, adds, cost int }

// giveReps spends seconds on repetitions: of each item one step more, a second slower, or both, chosen so that the
// least is left over and the fewest doses change, those of priority 1 first. The wide manner also tries fewer
// repetitions and a quicker tempo.
func (f *fitting) giveReps(left int, b bands, how manner) int {
	type state struct {
		cost int
		pick []option // one for each item by reps, in order
	}
	if left <= 0 {
		return left
	}
	var by []int
	for i := range f.items {
		if f.items[i].byReps() {
			by = append(by, i)
		}
	}
	if len(by) == 0 {
		return left
	}
	// best[s] is the cheapest way to add s-low seconds.
	low := 0
	options := make([][]option, len(by))
	for n, i := range by {
		options[n] = f.items[i].options(b, how)
		least := 0
		for _, o := range options[n] {
			least = min(least, o.adds)
		}
		low += -least
	}
	size := low + left + 1
	best := make([]*state, size+low)
	best[low] = &state{}
	for n := range by {
		next := make([]*state, len(best))
		for s, st := range best {
			if st == nil {
				continue
			}
			for _, o := range options[n] {
				to := s + o.adds
				if to < 0 || to >= len(next) {
					continue
				}
				cost := st.cost + o.cost
				if next[to] == nil || cost < next[to].cost {
					next[to] = &state{cost, append(st.pick[:n:n], o)}
				}
			}
		}
		best = next
	}
	for add := left; add >= 0; add-- {
		st := best[low+add]
		if st == nil {
			continue
		}
		for n, i := range by {
			f.items[i].now.reps, f.items[i].now.tempo = st.pick[n].reps, st.pick[n].tempo
		}
		return left - add
	}
	return left
}

// options lists the doses near the scaled one.
func (it *item) options(b bands, how manner) []option {
	now := it.now.reps * it.now.tempo
	least := 0
	if how == wide {
		least = -1
	}
	var out []option
	for dr := least; dr <= 1; dr++ {
		for dt := least; dt <= 1; dt++ {
			reps, tempo := it.now.reps+dr*it.repStep(), it.now.tempo+dt
			if (dr > 0 && reps > it.high[hard].reps) || (dr < 0 && reps < it.low[b.low].reps) ||
				(dt > 0 && tempo > it.high[b.high].tempo) || (dt < 0 && tempo < it.low[b.low].tempo) {
				continue
			}
			cost := (dr*dr + dt*dt) * (3 + it.priority)
			if dr*dt < 0 || dr < 0 || dt < 0 {
				cost += 10
			}
			out = append(out, option{reps, tempo, it.units() * (reps*tempo - now), cost})
		}
	}
	return out
}
