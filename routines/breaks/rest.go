package breaks

import (
	"slices"
	"time"
)

// Away says that the person has been away since a moment, which may lie in the past; what was counted since is taken
// back. Away for as long as the coming break takes (SetLength; Idle for LeastIdle at least) is a break taken: Rested. A
// shorter absence only stops the counting, and being Idle is no absence while a break waits for a call, a shared screen or
// a full one.
func (c *Clock) Away(w Why, since, now time.Time) []Event {
	c.take(now)
	bit := w.bit()
	if bit == 0 || c.away&bit != 0 {
		return c.flush()
	}
	since = since.Round(0)
	if earliest := c.at.Add(-midnight); since.Before(earliest) {
		since = earliest
	}
	if since.Before(c.lastRest) { // somebody who stretches touches no key
		since = c.lastRest
	}
	was, gone := c.gone(), max(c.at.Sub(since), 0)
	if c.away |= bit; bit == asleep {
		c.stir = 0
	}
	if c.gone() == 0 {
		return c.flush()
	}
	if was == 0 {
		c.rested, c.awayFor = false, 0
		back := min(gone, c.run)
		c.active, c.run = c.active-back, c.run-back
	}
	c.awayFor = max(c.awayFor, gone)
	if p := c.pending; p != nil && !p.Asked.IsZero() && !p.Asked.Before(c.at.Add(-c.awayFor)) {
		p.Asked, c.told = Moment{}, true // nobody was there: it asks again when somebody is
	}
	return c.flush()
}

// gone is why nobody is there. Who is in a call, shows their screen or watches something may touch no key for an hour
// and is there all the same; that is only known while a break waits for it.
func (c *Clock) gone() why {
	if slices.ContainsFunc(c.held, func(r Reason) bool { return r != DoNotDisturb && r != Typing }) {
		return c.away &^ idle
	}
	return c.away
}

// Back says that a reason to be away holds no more, or can no longer be known. Back(Locked) ends Idle as well: somebody
// unlocked the screen. The person is there when no reason is left.
func (c *Clock) Back(w Why, now time.Time) []Event {
	c.take(now)
	bits := w.bit()
	if w == Locked {
		bits |= idle
	}
	c.comeBack(bits)
	return c.flush()
}

// Unwatched says that the idle time is not known (any more): nobody is taken for idle, active time simply runs.
func (c *Clock) Unwatched(now time.Time) []Event { return c.Back(Idle, now) }

// rest is how long an absence must be to count as the coming break.
func (c *Clock) rest() time.Duration {
	kind := c.ordinary()
	if p := c.pending; p != nil && !p.Due.After(c.at) {
		kind = p.Kind
	}
	need := c.lengthOf(kind)
	if c.gone() == idle {
		need = max(need, LeastIdle)
	}
	return need + c.doubt
}

// restEnough counts the absence as a break.
func (c *Clock) restEnough() {
	c.rested = true
	kind := c.ordinary()
	switch p := c.pending; {
	case p == nil:
		if c.active >= c.interval()/2 { // soon after a break, it is still that one
			c.count(kind)
		}
	case !p.Due.After(c.at):
		kind = p.Kind
		if kind == Daily && !p.Due.Before(c.at.Add(-c.awayFor)) {
			c.lastDaily = time.Time{} // nobody was there for it, so the next break is the daily reset
		}
		c.drop()
	}
	c.restart()
	c.lastRest = c.at
	if c.free() {
		c.say(Rested, kind)
	}
}

// comeBack takes reasons to be away away.
func (c *Clock) comeBack(bits why) {
	was := c.gone()
	if c.away &^= bits; was == 0 || c.gone() != 0 {
		return
	}
	if c.awayFor-c.doubt >= c.lengthOf(Long) {
		c.sinceLong = 0
	}
	switch {
	case c.rested:
		c.lastRest = c.at
	case c.plan.minutes != nil:
		c.missed(c.at.Add(-c.awayFor))
	}
	if p := c.pending; p != nil && p.Asked.IsZero() && c.held == nil {
		c.told = false
	}
	c.awayFor, c.rested, c.run, c.stir = 0, false, 0, 0
}

// missed makes the break due that the clock had for a moment of a short absence.
func (c *Clock) missed(since time.Time) {
	if !c.free() || c.pending != nil {
		return
	}
	back := *c
	back.at = since
	mark := back.comingMark()
	if began, _ := c.plan.hours(mark.Add(-1)); began && !mark.After(c.at) {
		c.fall(c.kindAt(mark), mark)
	}
}
