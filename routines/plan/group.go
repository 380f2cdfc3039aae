package plan

import (
	"slices"
	"time"

	"catcow/routines/exercise"
)

// How segments belong together, for the edits: a group is one step's change, work, switches and rests; a round is
// the work of one round, on one side or on two.

// group is the first and the last segment of the step a segment belongs to.
func (p *Plan) group(i int) (first, last int) {
	same := func(j int) bool {
		a, b := p.Segments[i], p.Segments[j]
		return a.Phase == b.Phase && a.Step == b.Step
	}
	first, last = i, i
	for first > 0 && same(first-1) {
		first--
	}
	for last+1 < len(p.Segments) && same(last+1) {
		last++
	}
	return first, last
}

// workAt is the work a segment is or leads to, or -1.
func (p *Plan) workAt(i int) int {
	_, last := p.group(i)
	for ; i <= last; i++ {
		if p.Segments[i].Kind == Work {
			return i
		}
	}
	return -1
}

// round lists the work segments of the round that the work at i belongs to, in playing order.
func (p *Plan) round(i int) []int {
	first, last := p.group(i)
	var out []int
	for j := first; j <= last; j++ {
		if p.Segments[j].Kind == Work && p.Segments[j].Round == p.Segments[i].Round {
			out = append(out, j)
		}
	}
	return out
}

func isChange(k SegmentKind) bool { return k == LeadIn || k == Transition }

// resized is the plan with these work segments given another dose.
func (p *Plan) resized(work []int, reps int, length time.Duration) *Plan {
	segs := slices.Clone(p.Segments)
	for _, i := range work {
		segs[i].Reps, segs[i].Length = reps, length
	}
	return p.with(segs)
}

// with is the plan with other segments, its times counted anew.
func (p *Plan) with(segs []Segment) *Plan {
	out := *p
	out.Segments = segs
	out.Phases = slices.Clone(p.Phases)
	out.count()
	return &out
}

// count sets every start, and the lengths of the phases and the plan, from the lengths of the segments.
func (p *Plan) count() {
	for i := range p.Phases {
		p.Phases[i].Start, p.Phases[i].Length = 0, 0
	}
	var at time.Duration
	for i := range p.Segments {
		p.Segments[i].Start = at
		at += p.Segments[i].Length
		p.Phases[p.Segments[i].Phase].Length += p.Segments[i].Length
	}
	p.Length = at
	at = 0
	for i := range p.Phases {
		p.Phases[i].Start = at
		at += p.Phases[i].Length
	}
}

// sameShape reports whether two exercises are laid out alike, so that one can go on where the other stood.
func sameShape(a, b *exercise.Exercise) bool {
	return a.Dose.ByReps() == b.Dose.ByReps() && twoSided(a) == twoSided(b) &&
		(a.Dose.Mode == exercise.Alternate) == (b.Dose.Mode == exercise.Alternate)
}

// fitsInPlace reports whether an exercise may be done for the lengths these segments have.
func fitsInPlace(segs []Segment, e *exercise.Exercise) bool {
	for _, s := range segs {
		if s.Kind != Work {
			continue
		}
		if s.Reps == 0 && (s.Length > longestHold(e) || s.Length < shortestOf(e)) {
			return false
		}
		if s.Reps > 0 && (s.Reps > e.Dose.RepsMax || s.Tempo < e.Dose.TempoMin || s.Tempo > e.Dose.TempoMax) {
			return false
		}
	}
	return true
}

// layOut fills a time with an exercise in as few rounds as its bounds allow, equal on both sides, and says what
// is left over. It returns nothing when no dose fits.
func layOut(e *exercise.Exercise, total time.Duration) (pieces []Segment, over time.Duration) {
	sides := []Side{SideBoth}
	if twoSided(e) {
		sides = []Side{SideLeft, SideRight}
	}
	for rounds := 1; rounds <= maxRounds; rounds++ {
		n := time.Duration(rounds * len(sides))
		each := ((total - (n-1)*gapTime) / n).Truncate(time.Second)
		reps, tempo, length := doseFor(e, each)
		if length == 0 {
			continue
		}
		pieces = workSegments(Segment{Exercise: e, Rounds: rounds}, sides, reps, tempo, length)
		return pieces, total - n*length - (n-1)*gapTime
	}
	return nil, 0
}

// doseFor is the dose of one side and round that comes nearest to a time without exceeding it; length is 0 when
// the time is outside the exercise's bounds.
func doseFor(e *exercise.Exercise, each time.Duration) (reps int, tempo, length time.Duration) {
	d := e.Dose
	if !d.ByReps() {
		if each < shortestOf(e) || each > longestHold(e) {
			return 0, 0, 0
		}
		return 0, 0, each
	}
	if each > time.Duration(d.RepsMax)*d.TempoMax {
		return 0, 0, 0
	}
	for t := d.TempoMin; t <= d.TempoMax; t += time.Second {
		r := min(int(each/t), d.RepsMax)
		if d.Mode == exercise.Alternate {
			r -= r % 2
		}
		if r < d.RepsMin {
			break
		}
		l := time.Duration(r) * t
		if l > length || l == length && (t-d.Tempo).Abs() < (tempo-d.Tempo).Abs() {
			reps, tempo, length = r, t, l
		}
	}
	return reps, tempo, length
}
