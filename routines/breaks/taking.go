package breaks

import (
	"slices"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/message"
)

// Start says that a break begins with a routine, due or not.
func (c *Clock) Start(routine string, now time.Time) ([]Event, *message.Message) {
	c.take(now)
	if c.running != nil {
		return c.flush(), no(message.New("breaks.running", "A break is being taken just now."))
	}
	kind := c.kindAt(c.at)
	if p := c.pending; p != nil {
		kind = p.Kind
		if c.unask(); !p.Due.After(c.at) {
			p.Asked, p.Later = Moment{c.at}, Moment{} // should it not be taken after all, it does not ask again
		}
	}
	c.running = &Running{Kind: kind, Routine: routine, Started: Moment{c.at}}
	return c.flush(), nil
}

// End says that the break is over, and which areas it moved. One that was neither finished nor moved anything is not
// taken: it waits on.
func (c *Clock) End(areas []exercise.Area, finished bool, now time.Time) ([]Event, *message.Message) {
	c.take(now)
	run := c.running
	if run == nil {
		return c.flush(), no(message.New("breaks.not-running", "No break is being taken."))
	}
	c.running = nil
	if !finished && len(areas) == 0 {
		return c.flush(), nil
	}
	if c.pending == nil {
		c.count(run.Kind)
	} else {
		c.pending.Asked = Moment{} // Start took the question back
	}
	c.taken()
	c.remember(Recent{Routine: run.Routine, Kind: run.Kind, Areas: areas, At: Moment{c.at}})
	c.awayFor, c.rested = 0, c.gone() != 0 // somebody who stretches touches no key
	return c.flush(), nil
}

// Did says that the person played a routine of their own accord, and when it ended. It counts as a break. When that
// routine is the break that runs, it is its end.
func (c *Clock) Did(routine string, areas []exercise.Area, at, now time.Time) []Event {
	if c.running != nil && c.running.Routine == routine {
		ev, _ := c.End(areas, true, now)
		return ev
	}
	c.take(now)
	at = at.Round(0)
	if at.After(c.at) {
		at = c.at
	}
	c.remember(Recent{Routine: routine, Areas: areas, At: Moment{at}})
	if at.Before(c.lastRest) || c.running != nil {
		return c.flush()
	}
	p, kind := c.pending, c.kindAt(at)
	if p == nil || kind == Daily {
		c.count(kind)
	}
	if p != nil && !at.Before(p.Due.Add(-Together)) {
		c.drop()
	}
	since := min(c.at.Sub(at), c.run)
	if c.active > since {
		c.active, c.warned = since, false
	}
	c.run = since
	c.lastRest = at
	return c.flush()
}

// What is remembered of routines done: enough to know what was moved lately.
const (
	mostRecent = 50
	recentDays = 30
)

// remember adds a routine that was done, in its place in time.
func (c *Clock) remember(r Recent) {
	list := append(slices.Clone(c.recent), r)
	slices.SortStableFunc(list, func(a, b Recent) int { return a.At.Compare(b.At.Time) })
	old := c.at.AddDate(0, 0, -recentDays)
	list = slices.DeleteFunc(list, func(r Recent) bool { return r.At.Before(old) })
	c.recent = list[max(len(list)-mostRecent, 0):]
}
