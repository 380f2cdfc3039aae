package plan

import (
	"slices"
	"time"
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
