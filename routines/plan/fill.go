package plan

// fill scales all doses together to the largest plan that is not longer than the target, gives the seconds left
// over to stretches, then to rest, then to repetitions, then to transitions (part 5.5), and returns what is still
// missing.
func (f *fitting) fill(target int, b bands) int {
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
	left = f.giveHolds(left, b, func(it *item) bool { return it.stretch() })
	left = f.giveHolds(left, b, func(it *item) bool { return !it.byReps() })
	narrow := f.clone()
	left = f.giveReps(left, b, false)
	if left > f.slack() {
		// Whole repetitions and transitions cannot take it; look wider.
		if wide := narrow.giveReps(target-narrow.length(), b, true); wide < left {
			f.items, left = narrow.items, wide
		}
	}
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
	slack := f.slack()
	type move struct{ item, by int }
	var lowered []move
	for i := range f.items {
		it := &f.items[i]
		by := it.now.hold % 5
		if it.byReps() || it.now.hold == it.written.hold || by == 0 || by > 2 || !f.mayHold(i, it.now.hold-by, b) {
			continue
		}
		it.now.hold -= by
		left += by * it.units()
		lowered = append(lowered, move{i, by})
	}
	for priority := 1; priority <= 3; priority++ {
		for i := range f.items {
			it := &f.items[i]
			by := 5 - it.now.hold%5
			if it.byReps() || it.priority != priority || it.now.hold == it.written.hold || by > 2 ||
				by*it.units() > left || !f.mayHold(i, it.now.hold+by, b) {
				continue
			}
			it.now.hold += by
			left -= by * it.units()
		}
	}
	for n := len(lowered) - 1; n >= 0 && left > slack; n-- {
		it := &f.items[lowered[n].item]
		it.now.hold += lowered[n].by
		left -= lowered[n].by * it.units()
	}
	return left
}

// option is another dose of one item: what it adds, in seconds, and how far it is from the scaled dose.
type option struct{ reps, tempo, adds, cost int }

// giveReps spends seconds on repetitions: of each item one step more, a second slower, or both, chosen so that the
// least is left over and the fewest doses change, those of priority 1 first. wide also tries fewer repetitions or a quicker tempo.
func (f *fitting) giveReps(left int, b bands, wide bool) int {
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
		options[n] = f.items[i].options(b, wide)
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
func (it *item) options(b bands, wide bool) []option {
	now := it.now.reps * it.now.tempo
	least := 0
	if wide {
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
