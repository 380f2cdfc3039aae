package breaks

import (
	"time"

	"catcow/routines/message"
)

// How far a break can be put off at once.
const (
	LeastPutOff = time.Minute
	MostPutOff  = time.Hour
)

func no(m message.Message) *message.Message { return &m }

// closed says why there is no break to put off or leave out, or nil.
func (c *Clock) closed() *message.Message {
	switch {
	case c.running != nil:
		return no(message.New("breaks.running", "A break is being taken just now."))
	case !c.rules.On:
		return no(message.New("breaks.off", "Breaks are switched off. Settings switches them on."))
	case c.pause != nil:
		return no(message.New("breaks.paused", "Breaks are paused. Resume them first."))
	case !c.open:
		return no(message.New("breaks.outside", "No break comes outside your working hours."))
	}
	return nil
}

// Snooze puts the due or the coming break off, by LeastPutOff to MostPutOff; 0 is what the rules say. The message says
// why not.
func (c *Clock) Snooze(d time.Duration, now time.Time) ([]Event, *message.Message) {
	c.take(now)
	if d == 0 {
		d = min(max(time.Duration(c.rules.Snooze), LeastPutOff), MostPutOff)
	}
	switch why := c.closed(); {
	case why != nil:
		return c.flush(), why
	case d < LeastPutOff || d > MostPutOff:
		return c.flush(), no(message.New("breaks.snooze-length", "A break can be put off by 1 to 60 minutes. For longer, pause."))
	case c.snoozes >= c.rules.SnoozeLimit:
		return c.flush(), no(message.New("breaks.snooze-limit", "This break cannot be put off again. Start it, or skip it."))
	}
	later := c.at.Add(d)
	if p := c.pending; p == nil {
		next := c.coming()
		if next.counted {
			c.active, c.warned = max(c.active-d, leastActive), false
			c.snoozes++
			return c.flush(), nil
		}
		c.fall(next.kind, next.due)
		later = next.due.Add(d)
	} else if p.Later.After(c.at) {
		later = p.Later.Add(d)
	}
	c.unask()
	c.pending.Later = Moment{later}
	c.snoozes++
	return c.flush(), nil
}

// Skip leaves a break out. When it is due already, counting begins anew; when it is still to come, the next comes when it
// would have come after that one. The message says why not.
func (c *Clock) Skip(now time.Time) ([]Event, *message.Message) {
	c.take(now)
	if why := c.closed(); why != nil {
		return c.flush(), why
	}
	if p := c.pending; p != nil {
		c.lastAsked = c.at
		if p.Due.After(c.at) {
			c.lastAsked = p.Due.Time
		} else {
			c.restart()
		}
		if c.kindAt(c.at) == Daily {
			c.count(Daily) // it would have become the daily reset
		}
		c.drop()
		return c.flush(), nil
	}
	next := c.coming()
	if c.lastAsked.After(c.at) {
		return c.flush(), no(message.New("breaks.skip-twice", "The next break is left out already. For longer, pause."))
	}
	if c.lastAsked = next.due; next.counted {
		c.active = max(c.active-c.every(), leastActive)
	}
	c.count(next.kind)
	c.snoozes, c.warned = 0, false
	return c.flush(), nil
}

// Pause stops counting and asking until a moment; the zero time is until Resume. Active time stays counted, and a break
// that is due asks again afterwards.
func (c *Clock) Pause(until, now time.Time) ([]Event, *message.Message) {
	c.take(now)
	switch until = until.Round(0); {
	case !c.rules.On:
		return c.flush(), no(message.New("breaks.off", "Breaks are switched off. Settings switches them on."))
	case !until.IsZero() && !until.After(c.at):
		return c.flush(), no(message.New("breaks.pause-past", "A pause cannot end in the past."))
	}
	c.unask()
	c.pause = &Pause{Moment{until}}
	return c.flush(), nil
}

// Resume ends a pause.
func (c *Clock) Resume(now time.Time) ([]Event, *message.Message) {
	c.take(now)
	if c.pause == nil {
		return c.flush(), no(message.New("breaks.not-paused", "Breaks are not paused."))
	}
	c.pause = nil
	c.say(PauseEnded, "")
	return c.flush(), nil
}

// dayBegins is when a pause "until tomorrow" ends without working hours: a long evening is still today.
const dayBegins = 4 * time.Hour

// Tomorrow is the end of a pause "until tomorrow": when working hours begin on the next day that has some, or 04:00.
func (c *Clock) Tomorrow(now time.Time) time.Time {
	now = now.Round(0)
	date := dateOf(now)
	morning := onDay(date, dayBegins, now.Location(), false)
	if !morning.After(now) {
		morning = onDay(date.AddDate(0, 0, 1), dayBegins, now.Location(), false)
	}
	if open, change := c.plan.hours(morning); !open && !change.IsZero() {
		return change
	}
	return morning
}
