package breaks

import "time"

// step is what a deadline is for.
type step int

const (
	runOver step = iota + 1
	pauseOver
	hoursChange
	wakes
	restEnough
	putOffOver
	typedEnough
	warns
	falls // due
)

// deadline is what comes next. It may lie before c.at, and then it is now.
type deadline struct {
	at   time.Time
	what step
	kind Kind // of the break that falls due, or of which to warn
}

func (d *deadline) or(at time.Time, what step) {
	if !at.IsZero() && (d.what == 0 || at.Before(d.at)) {
		*d = deadline{at: at, what: what}
	}
}

func (c *Clock) deadline() deadline {
	var d deadline
	if c.running != nil {
		d.or(c.running.Started.Add(RunLimit), runOver)
	}
	if !c.rules.On {
		return d
	}
	if c.pause != nil {
		d.or(c.pause.Until.Time, pauseOver)
	}
	d.or(c.change, hoursChange)
	switch {
	case c.gone() != 0:
		if c.sleepsSeen() {
			d.or(c.at.Add(stirLimit-c.stir), wakes)
		}
		if !c.rested && c.running == nil {
			d.or(c.at.Add(c.rest()-c.awayFor), restEnough)
		}
	case !c.free():
	case c.pending != nil && c.pending.Asked.IsZero():
		d.or(c.pending.Later.Time, putOffOver)
		if !c.heldAt.IsZero() {
			d.or(c.heldAt.Add(TypingLimit), typedEnough)
		}
	default:
		next := c.coming()
		d.or(next.due, falls)
		if c.rules.HeadsUp && !c.warned && next.due.Sub(c.at) > Lead/2 {
			d.or(next.due.Add(-Lead), warns)
		}
		d.kind = next.kind
	}
	return d
}

// sleepsSeen reports whether the computer runs although it is said to sleep.
func (c *Clock) sleepsSeen() bool { return c.away&asleep != 0 && c.away&unseen == 0 }

// reach does what a deadline is for. Afterwards that deadline is no more.
func (c *Clock) reach(d deadline) {
	switch d.what {
	case runOver:
		c.running = nil
		c.taken()
	case pauseOver:
		c.pause = nil
		c.say(PauseEnded, "")
	case hoursChange:
		c.relook()
	case wakes:
		c.comeBack(asleep)
	case restEnough:
		c.restEnough()
	case putOffOver:
		c.pending.Later = Moment{}
	case typedEnough:
		c.typed = true
		c.release()
	case warns:
		c.warned = true
		c.say(HeadsUp, d.kind)
	case falls:
		c.fall(d.kind, d.at)
	}
}
