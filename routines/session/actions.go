package session

import (
	"time"

	"catcow/routines/message"
)

// BackLimit is how soon a second Back goes to the segment before instead of to the start of this one.
const BackLimit = 2 * time.Second

// Pause holds the clock where it is.
func (s *Session) Pause(now time.Time) []Event {
	ev := s.Advance(now)
	if s.state != Playing {
		return ev
	}
	s.state, s.still = Paused, now
	return append(ev, s.event(PausedEvent, message.Message{}))
}

// Resume goes on from exactly where the session was paused: a hold is never restarted.
func (s *Session) Resume(now time.Time) []Event {
	ev := s.Advance(now)
	if s.state != Paused || len(ev) > 0 { // a gap found just now pauses; nobody has asked to go on from it yet
		return ev
	}
	return s.resume(ev)
}

func (s *Session) resume(ev []Event) []Event {
	s.state = Playing
	ev = append(ev, s.event(ResumedEvent, message.Message{}))
	ev = s.announce(ev)
	return s.give(ev, s.elapsed)
}

// TogglePause pauses, resumes, or goes on after an activity: the one big key.
func (s *Session) TogglePause(now time.Time) []Event {
	switch s.state {
	case Playing:
		return s.Pause(now)
	case Paused:
		return s.Resume(now)
	case Waiting:
		return s.ContinueAfterActivity(now)
	}
	return nil
}

// ContinueAfterActivity ends the waiting: the day has had its turn, what follows begins.
func (s *Session) ContinueAfterActivity(now time.Time) []Event {
	if s.state != Waiting {
		return s.Advance(now)
	}
	return s.Next(now)
}

// Next goes to the start of the next segment; from an activity to what follows it, from the last segment to the
// end. A paused session stays paused.
func (s *Session) Next(now time.Time) []Event {
	ev := s.Advance(now)
	if s.over() {
		return ev
	}
	return s.move(ev, s.seg+1, 0)
}

// Back goes to the start of this segment; again within BackLimit to the one before, which may be the activity.
// A paused session stays paused.
func (s *Session) Back(now time.Time) []Event {
	ev := s.Advance(now)
	if s.over() {
		return ev
	}
	to := s.seg
	again := !s.lastBack.IsZero() && since(now, s.lastBack) <= BackLimit
	if (again || s.state == Waiting) && to > 0 {
		to--
	}
	s.lastBack = now
	return s.move(ev, to, 0)
}

// Jump goes to a position of the plan, 0 to its length; what lies outside is brought to the nearer end. At the end
// the session is done. A moment where an activity lies between two segments belongs to the later segment; JumpTo
// reaches the activity. A paused session stays paused.
func (s *Session) Jump(to time.Duration, now time.Time) []Event {
	ev := s.Advance(now)
	if s.over() {
		return ev
	}
	to = max(to, 0)
	for i, g := range s.plan.Segments {
		if to < g.End() {
			return s.move(ev, i, max(to-g.Start, 0))
		}
	}
	return s.move(ev, len(s.plan.Segments), 0)
}

// JumpTo goes to the start of a segment of the plan, activities included.
func (s *Session) JumpTo(segment int, now time.Time) []Event {
	ev := s.Advance(now)
	if s.over() || segment < 0 || segment >= len(s.plan.Segments) {
		return ev
	}
	return s.move(ev, segment, 0)
}

// move lands on a segment and, when playing, says so at once.
func (s *Session) move(ev []Event, seg int, elapsed time.Duration) []Event {
	ev = s.land(ev, seg, elapsed)
	if s.state == Playing {
		ev = s.announce(ev)
		ev = s.give(ev, s.elapsed)
	}
	return ev
}

// Stop ends the session before its end. What was done counts.
func (s *Session) Stop(now time.Time) []Event {
	ev := s.Advance(now)
	if s.over() {
		return ev
	}
	s.state = Stopped
	return append(ev, s.event(StoppedEvent, message.Message{}))
}
