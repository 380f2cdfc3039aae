package session

import (
	"slices"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
)

// What the person changes while playing. Package plan works out the new plan; here it is decided which change is
// meant, where the session stands afterwards, and what is said.

// moreTime is what one press of "+15 s" asks for.
const moreTime = 15 * time.Second

// step names a step of the plan.
type step struct{ phase, step int }

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
		p, again = s.plan, false
		if q, done := bothAgain(s.plan, w); done {
			p, again = q, true
		}
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
		return message.New("session.more-reps-sides", "{{.Count}} more on both sides.", "Count", reps)
	case reps > 0:
		return message.New("session.more-reps", "{{.Count}} more.", "Count", reps)
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
	first, gap := -1, -1
	for i := w - 1; i >= 0 && p.Segments[i].Step == g.Step && p.Segments[i].Phase == g.Phase; i-- {
		switch o := p.Segments[i]; {
		case o.Kind == plan.Switch && gap < 0:
			gap = i
		case o.Kind == plan.Work && o.Round == g.Round && o.Side != g.Side:
			first = i
		}
	}
	if first < 0 || gap < 0 {
		return p, false
	}
	// Both rounds together must not pass what one hold may be, so a third time is never offered.
	d := g.Exercise.Dose
	least, most := max(d.HoldMin, moreTime), d.HoldMax
	if g.Exercise.Kind == exercise.Static {
		least, most = max(d.HoldMin, 20*time.Second), 60*time.Second
		if d.HoldMax > 0 {
			most = min(most, d.HoldMax)
		}
	}
	if g.Length+least > most || p.Segments[first].Length != g.Length {
		return p, false
	}
	change, hold := p.Segments[gap], p.Segments[first]
	change.Side, hold.Length = hold.Side, least
	segs := slices.Clone(p.Segments)
	segs[w].Length += least
	return with(p, slices.Insert(segs, w+1, change, hold)), true
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

// EaseOff makes what is being played or prepared easier, one step further with each press: the easier exercise of
// the catalogue for the same seconds, else shorter on both sides, else the rest of it is left out (exercise science
// parts 1i and 5.7). The Changed event says what was done. It works while paused, too.
func (s *Session) EaseOff(now time.Time) []Event {
	ev := s.Advance(now)
	w := s.work()
	if w < 0 {
		return ev
	}
	g := s.plan.Segments[w]
	at := step{g.Phase, g.Step}
	if !slices.Contains(s.tally.eased, g.Exercise) && !s.easier[at] {
		s.tally.eased = append(s.tally.eased, g.Exercise)
	}
	if easier := s.cat.Easier(g.Exercise); easier != nil && !s.easier[at] {
		if p, ok := s.plan.WithExercise(s.seg, easier); ok {
			s.easier[at] = true
			p, elapsed := s.changeOver(p, g.Exercise)
			s.replan(p, elapsed)
			ev = append(ev, s.event(Changed, message.New("session.eased", "Easier form: {{.Name}}", "Name", easier.Name)))
			return s.speak(ev)
		}
	}
	if p, ok := s.plan.Shorter(s.seg, s.elapsedOfWork()); ok {
		s.replan(p, s.elapsed)
		return append(ev, s.event(Changed, shorterSaid(p.Segments[w])))
	}
	s.tally.leftOut = append(s.tally.leftOut, g.Exercise)
	s.plan = s.plan.Without(s.seg)
	said := message.New("session.left-out", "Left out. That is fine.")
	if g.Side != plan.SideBoth {
		said = message.New("session.left-out-sides", "Left out, both sides. That is fine.")
	}
	ev = append(ev, s.event(Changed, said))
	return s.move(ev, s.seg, 0)
}

// shorterSaid tells how long a work segment is now.
func shorterSaid(g plan.Segment) message.Message {
	seconds := int(g.Length / time.Second)
	switch {
	case g.Reps > 0 && g.Side != plan.SideBoth:
		return message.New("session.shorter-reps-sides", "Shortened to {{.Count}} on both sides", "Count", g.Reps)
	case g.Reps > 0:
		return message.New("session.shorter-reps", "Shortened to {{.Count}}", "Count", g.Reps)
	case g.Side != plan.SideBoth:
		return message.New("session.shorter-sides", "Shortened to {{.Seconds}} s on both sides", "Seconds", seconds)
	default:
		return message.New("session.shorter", "Shortened to {{.Seconds}} s", "Seconds", seconds)
	}
}

// changeOver gives time to get into the exercise that has just taken another's place, where the body has to be
// placed differently: a transition before it, after which it begins anew, and enough time to get from it to what
// follows. The pace is never squeezed (exercise science part 5.1). Where nothing has to move, what is under way goes on.
func (s *Session) changeOver(p *plan.Plan, from *exercise.Exercise) (*plan.Plan, time.Duration) {
	segs := slices.Clone(p.Segments)
	g := segs[s.seg]
	last := s.seg
	for last+1 < len(segs) && segs[last+1].Phase == g.Phase && segs[last+1].Step == g.Step {
		last++
	}
	if last+1 < len(segs) && segs[last+1].Kind == plan.Transition {
		after := &segs[last+1]
		after.Length = max(after.Length, plan.TransitionTime(g.Exercise, after.Exercise, p.Pace))
	}
	elapsed := s.elapsed
	if old := s.plan.Segments[s.seg]; g.Length != old.Length || g.Side != old.Side || g.Reps != old.Reps || g.Kind != old.Kind {
		elapsed = 0
	}
	if g.Exercise.Position == from.Position && len(g.Exercise.NeedsFetching()) == 0 {
		return with(p, segs), elapsed
	}
	need := plan.TransitionTime(from, g.Exercise, p.Pace)
	if g.Kind != plan.Work {
		segs[s.seg].Length = max(g.Length, need)
		return with(p, segs), elapsed
	}
	way := g
	way.Kind, way.Length, way.Reps, way.Tempo = plan.Transition, need, 0, 0
	return with(p, slices.Insert(segs, s.seg, way)), 0
}

// with is a plan with other segments, its times counted anew.
func with(p *plan.Plan, segs []plan.Segment) *plan.Plan {
	out := *p
	out.Segments, out.Phases = segs, slices.Clone(p.Phases)
	retile(&out)
	return &out
}

// work is the index of the work being played or prepared, or -1 when there is none or the session is over.
func (s *Session) work() int {
	if s.over() {
		return -1
	}
	for i := s.seg; i < len(s.plan.Segments) && s.plan.Segments[i].Kind != plan.ActivitySlot; i++ {
		if s.plan.Segments[i].Kind == plan.Work {
			return i
		}
	}
	return -1
}

// elapsedOfWork is how much of the current work is over; none while it is only being prepared.
func (s *Session) elapsedOfWork() time.Duration {
	if s.plan.Segments[s.seg].Kind != plan.Work {
		return 0
	}
	return s.elapsed
}

// replan takes a changed plan at the same segment. Cues already given are not given again, unless the segment
// begins anew.
func (s *Session) replan(p *plan.Plan, elapsed time.Duration) {
	old := s.plan.Segments[s.seg]
	s.plan = p
	g := p.Segments[s.seg]
	if elapsed < s.elapsed || g.Kind != old.Kind {
		s.enter(s.seg, elapsed)
		return
	}
	s.cues = cuesOf(g)
	s.next = 0
	for s.next < len(s.cues) && (s.cues[s.next].at < elapsed || s.said && s.cues[s.next].at == elapsed) {
		s.next++
	}
}

// speak announces a segment that was entered by an edit, when playing.
func (s *Session) speak(ev []Event) []Event {
	if s.state != Playing {
		return ev
	}
	return s.give(s.announce(ev), s.elapsed)
}
