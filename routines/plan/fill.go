package plan

import (
	"slices"

	"catcow/routines/exercise"
)

// manner is how hard a phase tries to reach its target.
type manner int

const (
	narrow  manner = iota // within the bands; what is missing passes on
	wide                  // also in the hard band, with fewer repetitions at a slower tempo, and the like
	gradual               // and taking rounds away one by one, where all at once would be too many
)

// fit makes the phase as long as the target, or as near below it as it gets, or its shortest when that is longer.
func (p *phase) fit(before *exercise.Exercise, target int, how manner) *fitting {
	f := p.start(before)
	var b bands
	if target < f.length() {
		b = f.shrink(target, how)
	} else {
		b = f.grow(target)
	}
	missing := f.fill(target, b, how)
	// A gap between two shapes of the phase: one too long, the next not long enough.
	if gap := missing*10 > target || how >= wide && missing > 0; gap && b.high == comfortable {
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

// option is another dose of one item: the seconds it adds, and how far it is from the scaled dose.
type option struct{ reps, tempo, adds, cost int }

// giveReps spends seconds on repetitions: of each item one step more, a second slower, or both, chosen so that the
// least is left over and the doses change least, those of priority 1 first. The wide manners try every dose within
// the hard bounds.
func (f *fitting) giveReps(left int, b bands, how manner) int {
	if left <= 0 {
		return left
	}
	var items []*item
	var options [][]option
	low := 0 // the most that may be taken away before it is given back
	for i := range f.items {
		if it := &f.items[i]; it.byReps() {
			list := it.options(b, how)
			least := 0
			for _, o := range list {
				least = min(least, o.adds)
			}
			low -= least
			items, options = append(items, it), append(options, list)
		}
	}
	picks := cheapest(options, low, left)
	for add := left; add >= 0; add-- {
		if picks == nil || picks[len(items)][low+add].cost < 0 {
			continue
		}
		at := low + add
		for n := len(items) - 1; n >= 0; n-- {
			o := options[n][picks[n+1][at].option]
			items[n].now.reps, items[n].now.tempo = o.reps, o.tempo
			at -= o.adds
		}
		return left - add
	}
	return left
}

// pick is the cheapest way to a sum: its cost, -1 when there is none, and the last item's option.
type pick struct{ cost, option int }

// cheapest is, for every number of items, the cheapest way to every sum from -low to left, counted from 0.
func cheapest(options [][]option, low, left int) [][]pick {
	if len(options) == 0 {
		return nil
	}
	size := low + left + 1
	cells := make([]pick, (len(options)+1)*size)
	for i := range cells {
		cells[i].cost = -1
	}
	picks := make([][]pick, len(options)+1)
	for n := range picks {
		picks[n] = cells[n*size : (n+1)*size]
	}
	picks[0][low].cost = 0
	for n, list := range options {
		for from, p := range picks[n] {
			if p.cost < 0 {
				continue
			}
			for i, o := range list {
				to := from + o.adds
				if to < 0 || to >= size {
					continue
				}
				if next := &picks[n+1][to]; next.cost < 0 || p.cost+o.cost < next.cost {
					*next = pick{p.cost + o.cost, i}
				}
			}
		}
	}
	return picks
}

// options lists the doses near the scaled one, or every one.
func (it *item) options(b bands, how manner) []option {
	step := it.repStep()
	least, most := it.now, dose{reps: min(it.now.reps+step, it.high[hard].reps), tempo: it.now.tempo}
	most.tempo = min(it.now.tempo+1, it.high[b.high].tempo)
	if how >= wide {
		least, most = it.low[hard], it.high[hard]
	}
	var out []option
	for reps := least.reps; reps <= most.reps; reps += step {
		for tempo := least.tempo; tempo <= most.tempo; tempo++ {
			more, slower := (reps-it.now.reps)/step, tempo-it.now.tempo
			cost := (more*more + slower*slower) * (3 + it.priority)
			out = append(out, option{reps, tempo, it.units() * (reps*tempo - it.now.reps*it.now.tempo), cost})
		}
	}
	return out
}
