package breaks

import "time"

// upcoming is the next break.
type upcoming struct {
	due     time.Time
	kind    Kind
	counted bool // it comes from active time, not from a time of day
}

// coming is the next break, if the person is there from now on. That working hours may end before is not looked at.
func (c *Clock) coming() upcoming {
	next := upcoming{counted: c.plan.minutes == nil}
	if next.counted {
		next.due = c.at.Add(max(c.every()-c.active, 0))
	} else {
		next.due = c.comingMark()
	}
	next.kind = c.kindAt(next.due)
	for _, date := range []time.Time{dateOf(c.at), dateOf(next.due)} {
		reset, open := c.dailyOn(date)
		if later := c.lastRest.Add(Together); c.lastRest.Before(reset) && later.After(reset) && dateOf(later.In(c.at.Location())).Equal(date) {
			reset = later // not straight after a break
		}
		switch {
		case !open:
		case reset.Before(c.at):
			// Missed by a few minutes it still comes by itself, unless it was missed for a rest. Missed by more, it is
			// the next ordinary break.
			if c.at.Sub(reset) < Together && c.lastRest.Before(reset) {
				next = upcoming{due: c.at, kind: Daily}
			}
		case !reset.After(next.due):
			next = upcoming{due: reset, kind: Daily}
		}
	}
	if next.due.Before(c.patient) {
		next.due = c.patient
	}
	return next
}

func (c *Clock) every() time.Duration {
	if d := time.Duration(c.rules.Every); d >= time.Minute {
		return d
	}
	return defaultEvery
}

// interval is how long it is from one ordinary break to the next.
func (c *Clock) interval() time.Duration {
	if n := len(c.plan.minutes); n > 0 {
		return time.Hour / time.Duration(n)
	}
	return c.every()
}

// comingMark is the next moment of the clock that has not been dealt with.
func (c *Clock) comingMark() time.Time {
	last := c.lastRest
	if c.lastAsked.After(last) {
		last = c.lastAsked
	}
	mark := c.plan.mark(c.at)
	for range 60 { // one day at most is left out ahead
		if mark.Sub(last) >= c.plan.near(mark) {
			break
		}
		mark = c.plan.mark(mark)
	}
	return mark
}

// dailyOn is when the daily reset of a calendar day comes, and whether it still does.
func (c *Clock) dailyOn(date time.Time) (reset time.Time, open bool) {
	if !c.plan.hasDay || !c.lastDaily.Before(date) {
		return reset, false
	}
	return onDay(date, c.plan.daily, c.at.Location(), false), true
}

// kindAt is what a break at t is. An ordinary break shortly before the daily reset, or the first after one that was
// missed, is the daily reset.
func (c *Clock) kindAt(t time.Time) Kind {
	if reset, open := c.dailyOn(dateOf(t)); open && !reset.After(t.Add(Together)) {
		return Daily
	}
	return c.ordinary()
}

// ordinary is what the next break by count is.
func (c *Clock) ordinary() Kind {
	if c.rules.LongEvery >= LeastLong && c.sinceLong+1 >= c.rules.LongEvery {
		return Long
	}
	return Short
}

// count notes that a break of a kind has come.
func (c *Clock) count(k Kind) {
	switch k {
	case Daily:
		c.lastDaily, c.sinceLong = dateOf(c.at), 0
	case Long:
		c.sinceLong = 0
	default:
		c.sinceLong = min(c.sinceLong+1, MostLong)
	}
}

// fall makes a break due. One that the person was asked about before and never answered lapses.
func (c *Clock) fall(k Kind, due time.Time) {
	if c.pending != nil {
		c.snoozes = 0
	}
	c.count(k)
	c.pending = &Pending{Kind: k, Due: Moment{due}}
	c.told, c.typed, c.warned = false, false, false
	c.held, c.heldAt = nil, time.Time{}
}
