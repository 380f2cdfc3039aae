package breaks

import (
	"slices"
	"time"
)

// ask says that the pending break is due, once, when there is somebody to ask.
func (c *Clock) ask() {
	p := c.pending
	if p == nil || c.told || !p.Asked.IsZero() || p.Later.After(c.at) || !c.free() || c.gone() != 0 {
		return
	}
	if p.Kind != Daily && c.kindAt(c.at) == Daily {
		p.Kind = Daily
		c.count(Daily)
	}
	c.told = true
	c.unsay()
	c.out = append(c.out, Event{Kind: Due, At: c.at, Break: p.Kind, Waited: waited(p.Waited)})
}

// Hold says that the due break must not ask now, and why. It takes the place of an earlier Hold. Reasons that the rules
// do not mind are passed over; when none is left, it is Free.
func (c *Clock) Hold(reasons []Reason, now time.Time) []Event {
	c.take(now)
	if p := c.pending; p != nil && c.told && p.Asked.IsZero() {
		c.hold(reasons)
	}
	return c.flush()
}

func (c *Clock) hold(reasons []Reason) {
	var held []Reason
	for _, r := range Reasons { // in their order, each once
		if slices.Contains(reasons, r) && c.rules.NotNow.minds(r) && !(r == Typing && c.typed) {
			held = append(held, r)
		}
	}
	if len(held) == 0 {
		c.release()
		return
	}
	onlyTyping := held[0] == Typing
	switch {
	case !onlyTyping:
		c.heldAt = time.Time{}
	case c.heldAt.IsZero():
		c.heldAt = c.at
	}
	c.held = held
	for _, r := range held {
		if !slices.Contains(c.pending.Waited, r) {
			c.pending.Waited = append(c.pending.Waited[:len(c.pending.Waited):len(c.pending.Waited)], r)
		}
	}
}

// release lets a held break ask again.
func (c *Clock) release() {
	if c.held != nil {
		c.held, c.heldAt, c.told = nil, time.Time{}, false
	}
}

// Free says that nothing is in the way any more: a break that was held is Due again.
func (c *Clock) Free(now time.Time) []Event {
	c.take(now)
	c.release()
	return c.flush()
}

// Asked says that the person was asked about the due break, and counting towards the next begins. It will not be Due
// again unless it is put off, a pause ends, or nobody was there when it asked. Unanswered it waits until the next break
// is due, and lapses.
func (c *Clock) Asked(now time.Time) []Event {
	c.take(now)
	if p := c.pending; p != nil && c.told && p.Asked.IsZero() {
		p.Asked = Moment{c.at}
		c.held, c.heldAt = nil, time.Time{}
		c.lastAsked = c.at
		c.restart()
	}
	return c.flush()
}

// restart counts towards the next break from nothing.
func (c *Clock) restart() { c.active, c.run, c.warned = 0, 0, false }

// drop takes the pending break away.
func (c *Clock) drop() {
	c.unask()
	c.pending, c.snoozes, c.typed = nil, 0, false
}

// unask takes the question back; the break stays.
func (c *Clock) unask() {
	if p := c.pending; p != nil && (c.told || !p.Asked.IsZero()) {
		c.unsay()
		c.say(Withdrawn, p.Kind)
		p.Asked = Moment{}
	}
	c.told, c.held, c.heldAt = false, nil, time.Time{}
}

// taken notes that a break was taken.
func (c *Clock) taken() {
	c.drop()
	c.restart()
	c.lastRest = c.at
}

// fresh begins anew: a new day, new working hours.
func (c *Clock) fresh() {
	c.drop()
	c.restart()
	c.sinceLong = 0
}

// crossHours is what happens when working hours begin or end.
func (c *Clock) crossHours() {
	c.fresh()
	c.sayHours()
}
