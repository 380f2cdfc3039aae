package plan

import (
	"slices"
	"time"

	"catcow/routines/exercise"
)

// phase is a phase to be fitted: its items as written, what may join it, and what it has to keep.
type phase struct {
	name     string
	kind     exercise.Kind
	activity *exercise.Exercise // an activity phase has this and nothing else
	asked    time.Duration      // the activity's time; 0 is open
	note     string             // what the routine says at the activity
	warms    bool               // the activity is a walk or the like, of a minute at least
	open     bool               // the activity is open: whatever the day asks
	effort   bool               // an open activity follows
	still    bool               // holds before an open activity with too little movement after them
	capped   []string           // targets whose limit cuts the holds as written
	warmUp   bool               // put in by the plan
	pace     Pace
	written  []item // as the routine has them, before filters and limits
	items    []item
	swaps    []*exercise.Exercise // what stands in for others
	extras   []item
	natural  int   // seconds as written
	weight   int   // its share of the routine
	move     int   // seconds of movement it has to keep
	limits   []int // most seconds a side for each target of its stretches
}

// fitting is a phase being fitted.
type fitting struct {
	phase  *phase
	before *exercise.Exercise // what is done before it; nil when it opens with a lead-in
	items  []item
	wait   []int // seconds added to the change before each item
}

func (p *phase) start(before *exercise.Exercise) *fitting {
	f := &fitting{phase: p, before: before, items: slices.Clone(p.items)}
	f.scale(0, bands{hard, comfortable})
	return f
}

func (f *fitting) clone() *fitting {
	g := *f
	g.items = slices.Clone(f.items)
	return &g
}

// last is the exercise the next phase starts from.
func (f *fitting) last() *exercise.Exercise { return f.items[len(f.items)-1].ex }

// change is how long the change before an item takes at least.
func (f *fitting) change(i int) int {
	before := f.before
	if i > 0 {
		before = f.items[i-1].ex
	}
	if before == nil {
		return secs(leadInTime)
	}
	return secs(TransitionTime(before, f.items[i].ex, f.phase.pace))
}

// transitions is how many changes may be stretched: all but a lead-in.
func (f *fitting) transitions() int {
	if f.before == nil {
		return len(f.items) - 1
	}
	return len(f.items)
}

// slack is the most seconds the transitions can take beyond their pace.
func (f *fitting) slack() int { return f.transitions() * secs(leftover) }

func (f *fitting) length() int {
	sum := 0
	for i := range f.items {
		sum += f.change(i) + f.items[i].length()
	}
	for _, w := range f.wait {
		sum += w
	}
	return sum
}

// moved is the seconds of movement.
func (f *fitting) moved() int {
	sum := 0
	for i := range f.items {
		if f.items[i].movement() {
			sum += f.items[i].work()
		}
	}
	return sum
}

// scale sets all doses together and returns the length.
func (f *fitting) scale(k int, b bands) int {
	for i := range f.items {
		f.items[i].scale(k, b)
	}
	for t := range f.phase.limits {
		f.limit(t, b)
	}
	return f.length()
}

// held is how long a target is stretched on one side.
func (f *fitting) held(target int) int {
	sum := 0
	for i := range f.items {
		if slices.Contains(f.items[i].targets, target) {
			sum += f.items[i].now.hold * f.items[i].now.rounds
		}
	}
	return sum
}

// limit shortens the longest holds on a target until they are within its limit, or at their lower bound.
func (f *fitting) limit(target int, b bands) {
	over := f.held(target) - f.phase.limits[target]
	if over <= 0 {
		return
	}
	var buffer [16]*item
	items := buffer[:0]
	for i := range f.items {
		if slices.Contains(f.items[i].targets, target) {
			items = append(items, &f.items[i])
		}
	}
	for level := secs(staticHold) - 1; over > 0 && level > 0; level-- {
		for _, it := range items {
			if to := max(level, it.low[b.low].hold); to < it.now.hold {
				over -= (it.now.hold - to) * it.now.rounds
				it.now.hold = to
			}
		}
	}
}

// within reports whether every target is within its limit when all holds are as short as they may be.
func (f *fitting) within(b bands) bool {
	f.scale(-full, b)
	for t, most := range f.phase.limits {
		if f.held(t) > most {
			return false
		}
	}
	return true
}

// reach is the longest the phase gets within the bands: all doses at their upper bound, and one more repetition of
// each where the exercise allows it.
func (f *fitting) reach(b bands) int {
	sum := f.scale(full, b)
	for i := range f.items {
		it := &f.items[i]
		if it.byReps() && it.now.reps+it.repStep() <= it.high[hard].reps {
			sum += it.units() * it.repStep() * it.now.tempo
		}
	}
	return sum
}

// spread puts seconds into the transitions, evenly, and returns what they cannot take.
func (f *fitting) spread(left int) int {
	n := f.transitions()
	if n == 0 || left <= 0 {
		return left
	}
	if f.wait == nil {
		f.wait = make([]int, len(f.items))
	}
	for left > 0 {
		before := left
		for i := len(f.items) - n; i < len(f.items) && left > 0; i++ {
			if f.wait[i] < secs(leftover) {
				f.wait[i]++
				left--
			}
		}
		if left == before {
			break
		}
	}
	return left
}

// linger puts seconds into getting ready, and returns what that cannot take: the last resort where there is hardly
// anything to change over to.
func (f *fitting) linger(left int) int {
	if f.before != nil || left <= 0 {
		return left
	}
	if f.wait == nil {
		f.wait = make([]int, len(f.items))
	}
	add := min(left, secs(leftover)-f.wait[0])
	f.wait[0] += add
	return left - add
}

// segments lays the fitted phase out.
func (f *fitting) segments(index int) []Segment {
	var out []Segment
	for i := range f.items {
		it := &f.items[i]
		sides := []Side{SideBoth}
		if twoSided(it.ex) {
			sides = []Side{SideLeft, SideRight}
		}
		model := Segment{Phase: index, Exercise: it.ex, Rounds: it.now.rounds, Priority: it.priority, Step: i, Note: it.note}
		length := it.now.hold
		if it.byReps() {
			length = it.now.reps * it.now.tempo
		}
		change := model
		change.Side, change.Round, change.Kind = sides[0], 1, Transition
		if i == 0 && f.before == nil {
			change.Kind = LeadIn
		}
		change.Length = duration(f.change(i))
		if f.wait != nil {
			change.Length += duration(f.wait[i])
		}
		out = append(out, change)
		out = append(out, workSegments(model, sides, it.now.reps, duration(it.now.tempo), duration(length))...)
	}
	return out
}
