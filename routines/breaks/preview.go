package breaks

import "time"

// Span is from one moment to another, the end not included.
type Span struct{ From, To time.Time }

// Mark is a break on the line of hours.
type Mark struct {
	At   time.Time
	Kind Kind // "" for a session that was no break
	Past bool
}

// Day is a day's working hours, in order and joined where they touch, and its breaks: those taken, as the state has
// them, and those to come if the person is active without interruption and takes each break when it is due. One that waits
// for an answer is still to come, at the time it was due. day is any moment of it, in the person's time zone. It does not matter whether the rules are on.
func Day(r Rules, s State, day, now time.Time) (hours []Span, marks []Mark) {
	r.On, r.HeadsUp = true, false
	date, loc := dateOf(day), day.Location()
	begin, end := onDay(date, 0, loc, false), onDay(date.AddDate(0, 0, 1), 0, loc, false)
	plan := newSchedule(r)
	hours = plan.spans(date, loc)

	now = now.Round(0).In(loc)
	for _, done := range s.Recent {
		if at := done.At.In(loc); !at.Before(begin) && at.Before(end) && !at.After(now) {
			marks = append(marks, Mark{at, done.Kind, true})
		}
	}
	if !now.Before(end) {
		return hours, marks
	}
	from := now
	if from.Before(begin) {
		from, s = begin, State{}
	}
	c := New(r, s, from)
	take := func(kind Kind) {
		c.follow(c.at.Add(c.lengthOf(kind)))
		c.running = nil
		c.taken()
	}
	switch p := c.pending; {
	case c.running != nil:
		take(c.running.Kind)
	case p != nil && !p.Asked.IsZero() && !p.Due.Before(begin):
		marks = append(marks, Mark{p.Due.In(loc), p.Kind, false})
		take(p.Kind)
	}
	for {
		due, _ := c.foresee()
		if due.Kind != Due || !due.At.Before(end) {
			return hours, marks
		}
		marks = append(marks, Mark{due.At, due.Break, false})
		take(due.Break)
	}
}
