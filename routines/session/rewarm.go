package session

import (
	"slices"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
)

// How long a body may rest before it is worth warming up again ahead of holds (exercise science part 5.7).
const (
	RewarmAfterPause    = 10 * time.Minute // a pause inside a static phase
	RewarmAfterActivity = 30 * time.Minute // since the last movement before an activity
)

// march is the movement that warms up again.
const march = "march-in-place"

// RewarmOffered reports whether it is worth asking for a minute of easy movement before going on: the session is
// paused within a static phase for more than 10 min, or waits before one for more than 30 min. It counts the time a
// machine slept.
func (s *Session) RewarmOffered(now time.Time) bool {
	limit := RewarmAfterPause
	switch s.state {
	case Paused:
	case Waiting:
		limit = RewarmAfterActivity
	default:
		return false
	}
	return s.static() && s.cat.Get(march) != nil && since(now, s.still) > limit
}

// static reports whether the session stands in a static phase, or waits before one.
func (s *Session) static() bool {
	for _, g := range s.plan.Segments[s.seg:] {
		if g.Kind != plan.ActivitySlot {
			return s.plan.Phases[g.Phase].Kind == exercise.Static
		}
	}
	return false
}

// Rewarm puts 60 s of marching in place before what is left, and plays. A hold that was interrupted is done whole
// after it: what was held before the long pause has worn off. Whoever does not want it uses Resume or
// ContinueAfterActivity.
func (s *Session) Rewarm(now time.Time) []Event {
	ev := s.Advance(now)
	at := s.seg
	if s.state == Waiting {
		at++
	} else if s.state != Paused {
		return ev
	}
	p, ok := s.plan.WithWarmUp(at, s.cat.Get(march))
	if !ok {
		return ev
	}
	if at > 0 && sameStep(s.plan, at-1, at) {
		p = apart(p, at)
	}
	s.plan, s.easier = p, map[step]bool{}
	s.state = Playing
	s.seg, s.elapsed = at, 0
	ev = append(ev, s.event(Changed, message.New("session.rewarm", "First a minute to warm up again.")))
	return s.move(ev, at, 0)
}

// sameStep reports whether two segments belong to one step.
func sameStep(p *plan.Plan, i, j int) bool {
	a, b := p.Segments[i], p.Segments[j]
	return a.Phase == b.Phase && a.Step == b.Step
}

// apart makes the warm-up put in at a segment a step of its own where it cuts a step in two; otherwise what is done
// to that step's holds later would reach the marching.
func apart(p *plan.Plan, at int) *plan.Plan {
	segs := slices.Clone(p.Segments)
	for i := at; i < len(segs) && segs[i].Phase == segs[at].Phase; i++ {
		segs[i].Step++
	}
	return with(p, segs)
}
