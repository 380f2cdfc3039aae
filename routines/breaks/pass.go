package breaks

import (
	"slices"
	"time"
)

// How readings become time that passed. A reading from time.Now carries two clocks: a steady one, which stands still
// while the computer sleeps (on Linux and macOS), and the wall clock, which runs on but can be set. So:
//
//   - What both show passed.
//   - What only the wall clock shows, the computer slept, and that is rest. A wall clock that was set forward looks the
//     same; then a break comes a little later than it might.
//   - What only the steady clock shows passed too, and the wall clock was set back: every moment the clock knows moves
//     back with it, so nothing comes twice and nothing is put off for long.
//   - More than lateLimit after Next, nobody was there to call: that is rest as well (a sleep on Windows, where the
//     steady clock may run on, or a reading without a steady clock).
//
// Daylight saving changes none of this, only how a time is written; hours.go sees to that.

// take brings the clock up to a reading.
func (c *Clock) take(now time.Time) {
	wall := now.Round(0)
	passed := wall.Sub(c.at)          // by the wall clock
	played := max(now.Sub(c.seen), 0) // by the steady clock, if the readings have one
	slept, next := passed-played, c.Next()
	c.seen = now
	if now.Location() != c.at.Location() {
		c.at = c.at.In(now.Location())
		c.clampDay()
		c.relook()
	}
	switch {
	case slept < -slack:
		c.shift(slept)
		c.at = wall.Add(-played)
		c.bound()
		c.relook()
		slept = 0
	case slept <= slack:
		played, slept = max(passed, 0), 0
	}
	if next.Before(c.at) && !next.IsZero() {
		next = c.at
	}
	if late := c.at.Add(played).Sub(next); !next.IsZero() && late > lateLimit {
		played, slept = played-late, slept+late
	}
	c.follow(c.at.Add(played))
	if slept > 0 {
		if c.gone() == 0 {
			c.awayFor, c.rested = 0, false
		}
		c.sleep(slept)
	}
}

// sleep is time that nobody saw.
func (c *Clock) sleep(d time.Duration) {
	end := c.at.Add(d)
	c.away |= unseen
	if d > longGap { // whatever was to come has come
		c.awayFor += d - longGap
		c.at = end.Add(-longGap)
		c.relook()
	}
	c.follow(end)
	c.comeBack(unseen)
}

// relook finds out about the working hours after a leap in time.
func (c *Clock) relook() {
	was := c.open
	if c.look(); c.open != was && c.rules.On {
		c.crossHours()
	}
}

// shift moves every moment the clock knows, because the wall clock was set.
func (c *Clock) shift(d time.Duration) {
	c.at = c.at.Add(d)
	c.recent = slices.Clone(c.recent)
	moments := []*time.Time{&c.lastRest, &c.lastAsked, &c.heldAt, &c.patient}
	if c.pause != nil {
		moments = append(moments, &c.pause.Until.Time)
	}
	if p := c.pending; p != nil {
		moments = append(moments, &p.Due.Time, &p.Later.Time, &p.Asked.Time)
	}
	if c.running != nil {
		moments = append(moments, &c.running.Started.Time)
	}
	for i := range c.recent {
		moments = append(moments, &c.recent[i].At.Time)
	}
	for _, t := range moments {
		if !t.IsZero() {
			*t = t.Add(d)
		}
	}
}

// clampDay sees to it that the last daily reset was not on a day that is still to come.
func (c *Clock) clampDay() {
	if today := dateOf(c.at); c.lastDaily.After(today) {
		c.lastDaily = today
	}
}

// mostSteps bounds what one call can work through; far more than longGap can hold.
const mostSteps = 10_000

// follow goes from deadline to deadline up to a moment.
func (c *Clock) follow(end time.Time) {
	for range mostSteps {
		d := c.deadline()
		if d.what == 0 || d.at.After(end) {
			break
		}
		c.pass(d.at)
		c.reach(d)
		c.ask()
	}
	c.pass(end)
}

// pass lets time go by in which nothing happens.
func (c *Clock) pass(to time.Time) {
	d := to.Sub(c.at)
	if d <= 0 {
		return
	}
	c.at = to.In(c.at.Location())
	if c.sleepsSeen() {
		c.stir += d
	}
	switch {
	case !c.rules.On:
		if c.offFor += d; c.offFor >= c.rest() {
			c.fresh()
		}
	case c.gone() != 0:
		c.awayFor += d
	case c.free():
		c.active = min(c.active+d, mostActive)
		c.run += d
	}
}
