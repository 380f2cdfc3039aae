package presence

import "time"

// sense is one of the things that tell. Several can say at once that nobody is there.
type sense int

const (
	input sense = iota // no input for the threshold
	hint               // the login manager knows the session as locked
	saver              // a screen saver is on
	sleep              // the machine is going to sleep
	senses
)

// why is what a sense's word means.
var why = [senses]Why{input: Idle, hint: Locked, saver: Locked, sleep: Asleep}

// state puts what the senses tell together: away is who is away for any of them, and back who is for none.
type state struct {
	on     [senses]bool
	away   bool
	why    Why
	source Source
}

// tell takes a sense's word. Since is when it began to be so.
func (s *state) tell(from sense, away bool, since time.Time) (Event, bool) {
	s.on[from] = away
	somebody := s.on == [senses]bool{}
	if s.away != somebody {
		return Event{}, false
	}
	e := Event{Kind: Back, Since: since, Why: s.why, Source: s.source}
	if s.away = !somebody; s.away {
		s.why = why[from]
		e.Kind, e.Why = Away, s.why
	}
	return e, true
}

// live takes the source there is from now on. What the one before it said is void.
func (s *state) live(source Source, at time.Time) []Event {
	if s.source == source {
		return nil
	}
	s.source = source
	out := []Event{{Kind: Changed, Since: at, Source: source}}
	if e, ok := s.tell(input, false, at); ok {
		out = append(out, e)
	}
	return out
}
