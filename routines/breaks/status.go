package breaks

import (
	"time"

	"catcow/routines/message"
)

// Mode is what the clock is doing.
type Mode string

// The modes.
const (
	Counting Mode = "counting" // towards the next break; also while the person is away, and while a break is put off
	Waiting  Mode = "waiting"  // a break is due: it waits for a call to end, for the person to come back, or for an answer
	OnBreak  Mode = "break"    // a break is being taken
	Paused   Mode = "paused"   // until Status.Until, or until Resume
	Off      Mode = "off"      // switched off; or outside working hours, and then Status.Until says when they begin
)

// Status is where the clock stands; everything a tray, a menu or a script wants to know.
type Status struct {
	Mode        Mode
	Break       Kind            // of the break that comes, is due or is being taken
	Routine     string          // on a break: the routine's id
	Next        time.Time       // the next break, if nothing comes between; waiting: since when it is due; zero: none is to be seen
	Progress    float64         // towards the next break, 0 to 1
	Reason      message.Message // why it is not simply counting, else the zero Message
	Until       time.Time       // when the pause or the time off ends; zero: when told
	Away        bool            // nobody is there
	SnoozesLeft int             // how often this break can still be put off
}

// Status is where the clock stands at now. It changes nothing, so it never takes the place of Advance.
func (c *Clock) Status(now time.Time) Status {
	d := c.clone()
	d.Advance(now)
	st := Status{Away: d.gone() != 0, Break: d.kindAt(d.at), SnoozesLeft: max(d.rules.SnoozeLimit-d.snoozes, 0)}
	st.Mode, st.Reason = d.mode()
	switch st.Mode {
	case OnBreak:
		st.Break, st.Routine, st.Progress = d.running.Kind, d.running.Routine, 1
		return st
	case Waiting:
		st.Break, st.Next, st.Progress = d.pending.Kind, d.pending.Due.Time, 1
		return st
	case Paused:
		st.Until = d.pause.Until.Time
	case Off:
		if !d.rules.On {
			st.Break, st.SnoozesLeft = "", 0
			return st
		}
		st.Until = d.change
	}
	endless := d.pause != nil && d.pause.Until.IsZero()
	if endless {
		d.pause = nil
	}
	next, left := d.foresee()
	if next.Kind == Due {
		st.Break, st.Next = next.Break, next.At
		st.Progress = min(max(1-left.Seconds()/d.interval().Seconds(), 0), 1)
	}
	if endless {
		st.Next = time.Time{}
	}
	return st
}

// mode is what the clock is doing, and why it is not simply counting.
func (c *Clock) mode() (Mode, message.Message) {
	p := c.pending
	switch {
	case c.running != nil:
		return OnBreak, message.Message{}
	case !c.rules.On:
		return Off, message.New("breaks.status-off", "Breaks are switched off.")
	case c.pause != nil && c.pause.Until.IsZero():
		return Paused, message.New("breaks.status-paused", "Paused until you resume.")
	case c.pause != nil:
		return Paused, c.when(c.pause.Until.Time,
			message.New("breaks.paused-time", "Paused until {{.Time}}."),
			message.New("breaks.paused-tomorrow", "Paused until tomorrow, {{.Time}}."),
			message.New("breaks.paused-day", "Paused until {{.Day}}, {{.Time}}."))
	case !c.open && c.change.IsZero():
		return Off, message.New("breaks.status-free", "Outside your working hours.")
	case !c.open:
		return Off, c.when(c.change,
			message.New("breaks.free-time", "Outside your working hours until {{.Time}}."),
			message.New("breaks.free-tomorrow", "Outside your working hours until tomorrow, {{.Time}}."),
			message.New("breaks.free-day", "Outside your working hours until {{.Day}}, {{.Time}}."))
	case p != nil && p.Later.After(c.at):
		return Counting, c.when(p.Later.Time,
			message.New("breaks.later-time", "Put off until {{.Time}}."),
			message.New("breaks.later-tomorrow", "Put off until tomorrow, {{.Time}}."),
			message.New("breaks.later-day", "Put off until {{.Day}}, {{.Time}}."))
	case p != nil && c.gone() != 0:
		return Waiting, message.New("breaks.waiting-away", "Waiting for you to come back.")
	case p != nil && c.held != nil:
		return Waiting, waiting(c.held)
	case p != nil:
		return Waiting, message.New("breaks.waiting-answer", "Waiting for your answer.")
	case c.gone() != 0:
		return Counting, message.New("breaks.status-away", "You are away. Counting goes on when you are back.")
	}
	return Counting, message.Message{}
}

// when fills the message that suits how far off t is: today, tomorrow, or later with the day as "2026-11-24".
func (c *Clock) when(t time.Time, today, tomorrow, later message.Message) message.Message {
	t = t.In(c.at.Location())
	data := map[string]any{"Time": t.Format("15:04")}
	m := later
	switch dateOf(t) {
	case dateOf(c.at):
		m = today
	case dateOf(c.at).AddDate(0, 0, 1):
		m = tomorrow
	default:
		data["Day"] = t.Format(time.DateOnly)
	}
	m.Data = data
	return m
}

// mostAhead bounds how many deadlines are looked at to foresee a break: pauses and working hours that end, heads-ups.
const mostAhead = 100

// foresee runs the clock ahead, with the person there, to the next break that is due, and how long it is counted until
// then. The zero Event: none is to be seen. The clock is of no use afterwards.
func (c *Clock) foresee() (due Event, counted time.Duration) {
	c.away, c.awayFor, c.rested, c.out = 0, 0, false, nil
	for range mostAhead {
		d := c.deadline()
		if d.what == 0 {
			break
		}
		if ahead := d.at.Sub(c.at); ahead > 0 && c.free() {
			counted += ahead
		}
		c.pass(d.at)
		c.reach(d)
		c.ask()
		for _, e := range c.out {
			if e.Kind == Due {
				return e, counted
			}
		}
		c.out = nil
	}
	return Event{}, 0
}
