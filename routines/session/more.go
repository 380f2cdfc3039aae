package session

import (
	"slices"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
)

// moreTime is what one press of "+15 s" asks for.
const moreTime = 15 * time.Second

// More adds 15 s to the hold being played or prepared, on both sides, up to 60 s (exercise science part 5.7);
// repetitions grow by as many whole ones as fit. When the first side is already over, the first side comes again
// after the second, for as long as was added; that is a hold of its own, so it is at least 20 s. The Changed event
// says what was added, or why nothing was.
func (s *Session) More(now time.Time) []Event {
	ev := s.Advance(now)
	w := s.work()
	if w < 0 {
		return ev
	}
	old := s.plan.Segments[w]
	p, ok := s.plan.WithExtra(s.seg, moreTime)
	if ok && balanced(s.plan, old.Exercise) && !balanced(p, old.Exercise) {
		ok = false
	}
	again := false
	if !ok {
		p, again = bothAgain(s.plan, w)
	}
	s.replan(p, s.elapsed)
	return append(ev, s.event(Changed, moreSaid(old, p.Segments[w], again)))
}

// moreSaid tells what More did, given the work before and after.
func moreSaid(old, grown plan.Segment, again bool) message.Message {
	added, reps := int((grown.Length-old.Length)/time.Second), grown.Reps-old.Reps
	switch {
	case again:
		return message.New("session.more-again", "{{.Seconds}} s more here, then {{.Seconds}} s more on the other side.", "Seconds", added)
	case reps > 0 && old.Side != plan.SideBoth:
		return message.New("session.more-reps-sides", "{{.Count}} more repetitions on both sides.", "Count", reps)
	case reps > 0:
		return message.New("session.more-reps", "{{.Count}} more repetitions.", "Count", reps)
	case added > 0 && old.Side != plan.SideBoth:
		return message.New("session.more-sides", "{{.Seconds}} s more on both sides.", "Seconds", added)
	case added > 0:
		return message.New("session.more", "{{.Seconds}} s more.", "Seconds", added)
	default:
		return message.New("session.more-enough", "This is as long as it should be.")
	}
}

// bothAgain makes the second side of a round longer and lets the first side, which is already over, come again for
// as long. Both stay equal, and no single hold leaves its bounds.
func bothAgain(p *plan.Plan, w int) (*plan.Plan, bool) {
	g := p.Segments[w]
	if g.Reps > 0 || g.Side == plan.SideBoth || !balanced(p, g.Exercise) {
		return p, false
	}
	first := firstSide(p, w)
	if first < 0 || p.Segments[w-1].Kind != plan.Switch {
		return p, false
	}
	// Both rounds together must not pass what one hold may be, so a third time is never offered.
	d := g.Exercise.Dose
	least, most := max(d.HoldMin, moreTime), d.HoldMax
	if g.Exercise.Kind == exercise.Static {
		least, most = max(d.HoldMin, shortestHold), longestHold
		if d.HoldMax > 0 {
			most = min(most, d.HoldMax)
		}
	}
	if g.Length+least > most || p.Segments[first].Length != g.Length {
		return p, false
	}
	change, hold := p.Segments[w-1], p.Segments[first]
	change.Side, hold.Length = hold.Side, least
	segs := slices.Clone(p.Segments)
	segs[w].Length += least
	q := with(p, slices.Insert(segs, w+1, change, hold))
	if mostHeld(q, g) > perTarget {
		return p, false
	}
	return q, true
}

// firstSide is the work on the other side that came before in the same round, or -1 when there is none.
func firstSide(p *plan.Plan, w int) int {
	g := p.Segments[w]
	for i := w - 1; i >= 0 && sameStep(p, i, w); i-- {
		if o := p.Segments[i]; o.Kind == plan.Work && o.Round == g.Round && o.Side != g.Side {
			return i
		}
	}
	return -1
}

// mostHeld is how long the target that gets most of what a segment's exercise stretches is held on that side over
// the whole plan.
func mostHeld(p *plan.Plan, g plan.Segment) time.Duration {
	var most time.Duration
	for _, target := range g.Exercise.Targets {
		var sum time.Duration
		for _, o := range p.Segments {
			if o.Kind == plan.Work && o.Exercise.Kind == exercise.Static && (o.Side == g.Side || o.Side == plan.SideBoth) &&
				slices.Contains(o.Exercise.Targets, target) {
				sum += o.Length
			}
		}
		most = max(most, sum)
	}
	return most
}

// balanced reports whether a plan gives both sides of an exercise the same time.
func balanced(p *plan.Plan, e *exercise.Exercise) bool {
	var left, right time.Duration
	for _, g := range p.Segments {
		if g.Kind == plan.Work && g.Exercise == e {
			switch g.Side {
			case plan.SideLeft:
				left += g.Length
			case plan.SideRight:
				right += g.Length
			}
		}
	}
	return left == right
}

// sameStep reports whether two segments belong to one step.
func sameStep(p *plan.Plan, i, j int) bool {
	a, b := p.Segments[i], p.Segments[j]
	return a.Phase == b.Phase && a.Step == b.Step
}
