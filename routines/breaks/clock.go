package breaks

import (
	"reflect"
	"slices"
	"time"
)

// Clock says when the next break is due. It is a pure state machine: tell it what happens, and call Advance at Next at
// the latest. Every method that takes a time first brings the clock up to it, and the events it returns are everything
// that happened since the call before. Days and hours are those of the time zone that the time carries: when the zone
// changes, hand in times of the new one (time.Local never changes by itself). It is not safe for use by several
// goroutines.
type Clock struct {
	rules  Rules
	plan   schedule
	length [3]time.Duration // in the order of Kinds

	seen time.Time // the last reading, with its monotonic part
	at   time.Time // how far everything has been worked out; wall time

	open   bool      // within working hours
	change time.Time // when that may change; zero when it is not in sight

	active    time.Duration // less than nothing: so much is not counted before counting begins
	run       time.Duration // of active, since the person came back or counting began
	warned    bool          // the heads-up was given
	snoozes   int
	sinceLong int
	lastDaily time.Time // calendar day
	lastRest  time.Time // a break or natural break ended
	lastAsked time.Time // a break was asked for, left out or skipped; may lie ahead

	away    why
	awayFor time.Duration
	doubt   time.Duration // how much of awayFor may be none, as far as anybody knows
	rested  bool          // this absence has been counted as a break
	stir    time.Duration // how long the computer has run since it was said to sleep

	pause   *Pause
	pending *Pending
	told    bool // the pending break was given as Due
	running *Running
	recent  []Recent

	held    []Reason
	heldAt  time.Time     // since when for nothing but typing
	typed   bool          // the pending break has waited for the keys long enough
	patient time.Time     // no break before: the rules have just changed
	offFor  time.Duration // how long the rules have been switched off

	out []Event
}

// why is a set of reasons to be away.
type why uint8

const (
	idle why = 1 << iota
	locked
	asleep
	unseen // a gap between two calls: nobody knows, but the computer did nothing
)

func (w Why) bit() why {
	switch w {
	case Idle:
		return idle
	case Locked:
		return locked
	case Asleep:
		return asleep
	}
	return 0
}

// New is a clock that goes on from a kept state. Time since the state was taken counts as rest when it was surely long
// enough: the program may have run on for LookAgain before it was killed. What happened meanwhile comes with the first
// Advance.
func New(r Rules, s State, now time.Time) *Clock {
	c := &Clock{rules: r, plan: newSchedule(r), length: [3]time.Duration{DefaultLength, DefaultLong, DefaultLong}}
	c.restore(s, now)
	c.seen = c.at.In(now.Location())
	c.look()
	if c.awayFor == 0 {
		c.doubt = LookAgain
	}
	c.sleep(now.Round(0).Sub(c.at))
	c.doubt, c.seen = 0, now
	return c
}

// Advance brings the clock up to now and returns what happened.
func (c *Clock) Advance(now time.Time) []Event {
	c.take(now)
	return c.flush()
}

// Next is the wall-clock moment at the latest when Advance must be called again; zero is never (until something else
// happens). It is at most LookAgain away, so that a computer that slept unnoticed is found out.
func (c *Clock) Next() time.Time {
	next := c.deadline().at
	if c.running == nil && (!c.rules.On || c.pause != nil && c.pause.Until.IsZero()) {
		return time.Time{}
	}
	if again := c.at.Add(LookAgain); next.IsZero() || next.After(again) {
		return again
	}
	return next
}

// SetRules changes the rules. Active time that was counted stays counted; a break that is due by the new rules at once
// comes after Lead.
func (c *Clock) SetRules(r Rules, now time.Time) []Event {
	c.take(now)
	if reflect.DeepEqual(r, c.rules) {
		return c.flush()
	}
	was := c.rules.On
	c.rules, c.plan = r, newSchedule(r)
	c.patient = c.at.Add(Lead)
	if was && !r.On {
		c.drop()
		c.pause = nil
	}
	c.offFor = 0
	wasOpen := c.open
	c.look()
	if r.On && was && wasOpen != c.open {
		c.sayHours()
		c.unask()
	}
	if c.held != nil {
		c.hold(c.held)
	}
	return c.flush()
}

// SetLength says how long breaks of a kind take, as the routines they will be: to be away for so long counts as having
// taken one. 1 to 45 min; DefaultLength and DefaultLong when nobody said. Ask Next again afterwards, as after every call.
func (c *Clock) SetLength(k Kind, d time.Duration) {
	if i := slices.Index(Kinds, k); i >= 0 {
		c.length[i] = min(max(d, time.Minute), 45*time.Minute)
	}
}

func (c *Clock) lengthOf(k Kind) time.Duration {
	if i := slices.Index(Kinds, k); i >= 0 {
		return c.length[i]
	}
	return DefaultLength
}

// flush is what happened since the last time.
func (c *Clock) flush() []Event {
	c.ask()
	c.follow(c.at)
	out := c.out
	c.out = nil
	return out
}

func (c *Clock) say(kind EventKind, k Kind) {
	c.out = append(c.out, Event{Kind: kind, At: c.at, Break: k})
}

// unsay takes a Due back that nobody has heard of yet: it fell in a time that is worked out only now.
func (c *Clock) unsay() {
	c.out = slices.DeleteFunc(c.out, func(e Event) bool { return e.Kind == Due })
}

// free reports whether breaks can come now.
func (c *Clock) free() bool { return c.rules.On && c.pause == nil && c.open && c.running == nil }

// look finds out about the working hours anew.
func (c *Clock) look() { c.open, c.change = c.plan.hours(c.at) }

func (c *Clock) sayHours() {
	if c.open {
		c.say(HoursBegan, "")
	} else {
		c.say(HoursEnded, "")
	}
}

// clone is a clock that goes its own way.
func (c *Clock) clone() *Clock {
	d := *c
	d.out = nil
	if c.pause != nil {
		p := *c.pause
		d.pause = &p
	}
	if c.pending != nil {
		p := *c.pending
		d.pending = &p
	}
	if c.running != nil {
		r := *c.running
		d.running = &r
	}
	return &d
}
