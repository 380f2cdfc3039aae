package session

import (
	"time"

	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
)

// Session is a plan being played. Make one with New or Restore. It is not safe for use by several goroutines; the
// caller that owns it calls everything.
type Session struct {
	plan  *plan.Plan // replaced whole by an edit, never changed in place: a View may still hold it
	cat   *exercise.Catalogue
	state State
	clock clock

	seg     int           // current segment; len(plan.Segments) when done
	elapsed time.Duration // within it
	phase   int           // the phase announced last; -1 for none
	said    bool          // the current segment has been announced
	cues    []cue         // of the current segment
	next    int           // the first of cues that has not been given

	still    time.Time // since when nothing moves, while paused or waiting
	lastBack time.Time

	tally  tally
	easier map[step]bool // steps already played in an easier form
}

// New starts a session at the beginning of a plan, playing. The first Advance gives the first events. The
// catalogue is where easier forms and the re-warm come from; nil is an empty one.
func New(p *plan.Plan, cat *exercise.Catalogue, now time.Time) *Session {
	if cat == nil {
		cat = exercise.NewCatalogue(nil)
	}
	s := &Session{plan: p, cat: cat, state: Playing, clock: clock{seen: now}, phase: -1,
		tally: newTally(), easier: map[step]bool{}}
	s.enter(0, 0)
	return s
}

// cue is an event at its place within a segment.
type cue struct {
	at   time.Duration
	kind EventKind
	n    int
}

// cuesOf lists what is said within a segment after its announcement, in order.
func cuesOf(g plan.Segment) []cue {
	if g.Kind != plan.Work {
		return nil
	}
	var out []cue
	for n := range g.Reps {
		out = append(out, cue{time.Duration(n) * g.Tempo, Rep, n + 1})
	}
	if g.Reps == 0 && g.Length >= 20*time.Second {
		out = append(out, cue{g.Length / 2, Half, 0})
	}
	for n := 3; n >= 1; n-- {
		at := g.Length - time.Duration(n)*time.Second
		if at <= 0 {
			continue
		}
		i := len(out)
		for i > 0 && out[i-1].at > at {
			i--
		}
		out = append(out[:i], append([]cue{{at, LastThree, n}}, out[i:]...)...)
	}
	return out
}

// announcement is the event with which a segment begins.
func announcement(k plan.SegmentKind) EventKind {
	switch k {
	case plan.Work:
		return Start
	case plan.Switch:
		return SwitchSides
	case plan.Rest:
		return RestBegins
	case plan.ActivitySlot:
		return Waits
	default:
		return GetReady
	}
}

// Advance brings the session up to now and returns what happened on the way, in order, each event at its own
// position. Call it every frame while playing; more than GapLimit between two calls pauses the session where it
// stood, with a Gap event.
func (s *Session) Advance(now time.Time) []Event {
	last := s.clock.seen
	d, gap := s.clock.tick(now)
	if s.state == Waiting {
		return s.announce(nil) // a session may begin with an activity; said once like any other segment
	}
	if s.state != Playing {
		return nil
	}
	if gap && s.position() == 0 && s.phase < 0 {
		d, gap = 0, false // nothing has been shown yet: a screen that took long to come up begins at the beginning
	}
	if gap {
		s.state, s.still = Paused, last
		return []Event{s.event(Gap, message.New("session.gap",
			"Paused, because the computer was away for a while. Go on when you are ready."))}
	}
	var ev []Event
	for s.state == Playing {
		ev = s.announce(ev)
		g := s.plan.Segments[s.seg]
		step := min(d, g.Length-s.elapsed)
		ev = s.give(ev, s.elapsed+step)
		s.tally.play(g, step)
		s.elapsed += step
		d -= step
		if s.elapsed < g.Length {
			break
		}
		ev = s.land(ev, s.seg+1, 0)
	}
	return ev
}

// announce says where the session stands, once for every segment.
func (s *Session) announce(ev []Event) []Event {
	if s.said {
		return ev
	}
	s.said = true
	g := s.plan.Segments[s.seg]
	if s.phase != g.Phase {
		s.phase = g.Phase
		ev = append(ev, s.event(PhaseBegins, message.Message{}))
	}
	return append(ev, s.event(announcement(g.Kind), message.Message{}))
}

// give gives the cues of the current segment up to a moment within it.
func (s *Session) give(ev []Event, upTo time.Duration) []Event {
	start := s.plan.Segments[s.seg].Start
	for ; s.next < len(s.cues) && s.cues[s.next].at <= upTo; s.next++ {
		c := s.cues[s.next]
		if c.at >= s.plan.Segments[s.seg].Length {
			break // the moment belongs to the next segment
		}
		ev = append(ev, Event{Kind: c.kind, At: start + c.at, Segment: s.seg, N: c.n})
	}
	return ev
}

// enter puts the session at a place within a segment, without saying anything yet.
func (s *Session) enter(seg int, elapsed time.Duration) {
	s.seg, s.elapsed, s.said = seg, elapsed, false
	s.cues, s.next = nil, 0
	for seg < len(s.plan.Segments) && s.plan.Segments[seg].Kind == plan.ActivitySlot && !s.workAfter(seg) {
		seg++ // nothing comes after it, so there is nothing to wait for
		s.seg = seg
	}
	switch {
	case seg >= len(s.plan.Segments):
		s.state = Done
	case s.plan.Segments[seg].Kind == plan.ActivitySlot:
		s.state, s.still = Waiting, s.clock.seen
	default:
		if s.state == Waiting {
			s.state = Playing
		}
		s.cues = cuesOf(s.plan.Segments[seg])
		for s.next < len(s.cues) && s.cues[s.next].at < elapsed {
			s.next++
		}
	}
}

// land enters a segment and says at once what cannot wait: that the session waits or is done.
func (s *Session) land(ev []Event, seg int, elapsed time.Duration) []Event {
	s.enter(seg, elapsed)
	switch s.state {
	case Done:
		ev = append(ev, s.event(DoneEvent, message.Message{}))
	case Waiting:
		ev = s.announce(ev)
	}
	return ev
}

// workAfter reports whether there is work after a segment.
func (s *Session) workAfter(seg int) bool {
	for _, g := range s.plan.Segments[seg+1:] {
		if g.Kind == plan.Work {
			return true
		}
	}
	return false
}

// position is where the session stands in the plan.
func (s *Session) position() time.Duration {
	if s.seg >= len(s.plan.Segments) {
		return s.plan.Length
	}
	return s.plan.Segments[s.seg].Start + s.elapsed
}

// event makes an event of this moment.
func (s *Session) event(k EventKind, m message.Message) Event {
	return Event{Kind: k, At: s.position(), Segment: min(s.seg, max(len(s.plan.Segments)-1, 0)), Message: m}
}

// over reports whether the session has ended, by itself or by the person.
func (s *Session) over() bool { return s.state == Done || s.state == Stopped }
