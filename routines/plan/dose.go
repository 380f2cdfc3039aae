package plan

import (
	"time"

	"catcow/routines/exercise"
)

// dose is what one item of a fitted phase does, in whole seconds. Reps and tempo, or hold; and how many rounds a side.
type dose struct{ reps, tempo, hold, rounds int }

// band is how far doses may go: first the comfortable band, last the hard one (part 5.2).
type band int

const (
	comfortable band = iota
	hard
)

// bands are the bands doses may shrink and grow into at the moment.
type bands struct{ low, high band }

// item is a step of the phase being fitted, with its dose now.
type item struct {
	*bounded
	now dose
}

// bounded is what stays the same of an item while its phase is fitted.
type bounded struct {
	ex        *exercise.Exercise
	priority  int
	step      int                // index of the step in the routine's phase; negative for what the plan added
	replaces  *exercise.Exercise // the exercise as written, where another stands in for it
	asWritten dose               // in the routine, for telling what changed
	written   dose               // what fitting starts from: as written, within the person's bounds
	low       [2]dose            // by band; rounds not used
	high      [2]dose
	ample     int // the most comfortable repetitions, in tenths, so that scaling is even
	note      string
	targets   []int // which of the phase's limits its holds count into
}

// rules are what a person's settings change about bounds.
type rules struct {
	floor int  // shortest static hold, seconds
	fixed bool // a routine of one length: its exercises' own minimum of repetitions counts, not the usual one
}

func newItem(e *exercise.Exercise, d exercise.Dose, priority, step int, r rules) item {
	it := item{bounded: &bounded{ex: e, priority: min(max(priority, 1), 3), step: step}}
	if d.ByReps() {
		it.boundReps(d, r)
	} else {
		it.boundHold(d, r)
	}
	it.written.rounds = max(d.Rounds, 1)
	it.now, it.asWritten = it.written, it.written
	return it
}

// boundReps sets the bounds of repetitions: 6 (8 alternating, 4 a side in blocks) up to 1.4 times the default,
// and where that is not enough 4 (6, 3) up to the exercise's own; one second quicker up to 8 s, then 5 to 10 s.
func (it *bounded) boundReps(d exercise.Dose, r rules) {
	softLeast, hardLeast, step := 6, 4, 1
	switch d.Mode {
	case exercise.Alternate:
		softLeast, hardLeast, step = 8, 6, 2
	case exercise.Block:
		softLeast, hardLeast = 4, 3
	}
	if r.fixed {
		hardLeast = d.RepsMin
	}
	up := func(n int) int { return (n + step - 1) / step * step }
	down := func(n int) int { return n / step * step }

	reps := up(d.Reps)
	tempo := clamp(secs(d.Tempo), secs(leastTempo), secs(mostTempo))
	least := min(up(max(hardLeast, d.RepsMin)), reps)
	most := max(down(d.RepsMax), reps)
	quick := min(max(secs(d.TempoMin), secs(leastTempo)), tempo)
	slow := tempo
	if d.TempoMax > 0 {
		slow = max(min(secs(d.TempoMax), secs(mostTempo)), tempo)
	}
	it.written = dose{reps: reps, tempo: tempo}
	it.low[comfortable] = dose{reps: clamp(softLeast, least, reps), tempo: max(tempo-1, quick)}
	it.low[hard] = dose{reps: least, tempo: quick}
	it.ample = clamp(reps*14, reps*10, most*10)
	it.high[comfortable] = dose{reps: it.ample / 10, tempo: clamp(8, tempo, slow)}
	it.high[hard] = dose{reps: most, tempo: slow}
}

// boundHold sets the bounds of a hold. A stretch is held 30 to 45 s before 20 to 60 s is used (ACSM: 10 to 30 s for
// most adults, 30 to 60 s may serve older adults better); a strength hold 10 to 30 s, a release 30 to 90 s before
// their own bounds are.
func (it *bounded) boundHold(d exercise.Dose, r rules) {
	softLeast, softMost := 30, 90
	least, most := secs(d.HoldMin), secs(d.HoldMax)
	if most == 0 {
		most = secs(d.Hold)
	}
	switch it.ex.Kind {
	case exercise.Static:
		softMost = 45
		most = min(max(most, secs(shortestHold)), secs(staticHold))
		least = min(max(least, secs(shortestHold), r.floor), most)
	case exercise.Strength:
		softLeast, softMost = 10, 30
	}
	least = max(least, 1)
	most = max(most, least)
	hold := clamp(secs(d.Hold), least, most)
	it.written = dose{hold: hold}
	it.low[comfortable] = dose{hold: clamp(softLeast, least, hold)}
	it.low[hard] = dose{hold: least}
	it.high[comfortable] = dose{hold: clamp(softMost, hold, most)}
	it.high[hard] = dose{hold: most}
}

func (it *bounded) byReps() bool { return it.written.reps > 0 }

// stretch reports whether the item is a static hold, which the limits per target count.
func (it *bounded) stretch() bool { return it.ex.Kind == exercise.Static && !it.byReps() }

// movement reports whether the item warms.
func (it *bounded) movement() bool {
	return it.ex.Kind == exercise.Dynamic || it.ex.Kind == exercise.Strength
}

// repStep is by how many repetitions the item changes: alternating ones stay even, so that no side gets more.
func (it *bounded) repStep() int {
	if it.ex.Dose.Mode == exercise.Alternate {
		return 2
	}
	return 1
}

// units is how many times the item's hold or set is done.
func (it *item) units() int {
	if twoSided(it.ex) {
		return 2 * it.now.rounds
	}
	return it.now.rounds
}

// work is the time in work, seconds; length adds the switches and rests between.
func (it *item) work() int {
	if it.byReps() {
		return it.units() * it.now.reps * it.now.tempo
	}
	return it.units() * it.now.hold
}

func (it *item) length() int { return it.work() + (it.units()-1)*secs(gapTime) }

// full is the scale of a dose: -full is all at the lower bound, 0 as written, full all at the upper bound.
const full = 1000

// scale sets the dose to written + k/full × (bound - written), rounded down to whole seconds and repetitions, even
// ones where they alternate (part 5.5).
func (it *item) scale(k int, b bands) {
	to, up := it.high[b.high], k > 0
	if !up {
		to, k = it.low[b.low], -k
	}
	part := func(from, to int) int { return from + floorDiv(k*(to-from), full) }
	if !it.byReps() {
		it.now.hold = part(it.written.hold, to.hold)
		return
	}
	reps := part(it.written.reps, to.reps)
	if up && b.high == comfortable {
		reps = part(it.written.reps*10, it.ample) / 10
	}
	it.now.reps = max(reps-reps%it.repStep(), it.low[b.low].reps)
	it.now.tempo = part(it.written.tempo, to.tempo)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

func clamp(v, lo, hi int) int { return min(max(v, lo), hi) }

func secs(d time.Duration) int { return int(d / time.Second) }

func duration(s int) time.Duration { return time.Duration(s) * time.Second }
