package session

import (
	"slices"
	"time"

	"catcow/routines/plan"
)

// What the person changes while playing. Package plan works out the new plan; here it is decided which change is
// meant, where the session stands afterwards, and what is said.

// The bounds of a hold (exercise science part 5.2).
const (
	shortestHold = 20 * time.Second
	longestHold  = 60 * time.Second
	perTarget    = 240 * time.Second // the most a target is stretched on one side in a session
)

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
