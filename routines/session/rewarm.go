package session

import (
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
	s.plan, s.easier = p, map[step]bool{}
	s.state = Playing
	s.seg, s.elapsed = at, 0
	ev = append(ev, s.event(Changed, message.New("session.rewarm", "First a minute to warm up again.")))
	return s.move(ev, at, 0)
}
