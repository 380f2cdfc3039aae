package tray

import (
	"strings"
	"time"

	"catcow/gui/look"
	"catcow/routines/breaks"
)

// view is where the reminders stand, for whatever shows it.
type view struct {
	status  breaks.Status
	on      bool // reminders are wanted
	name    string
	length  time.Duration // of what comes
	shorter time.Duration // of the version of it that takes a minute; 0 when there is none
	snooze  time.Duration
	parked  bool // a cool-down waits
	missing []string
	now     time.Time
}

func (r *resident) view() view {
	now := r.now()
	v := view{
		status: r.clock.Status(now), on: r.set.Breaks.On, parked: r.parked != nil && r.parked.Offered(now),
		snooze: time.Duration(r.set.Breaks.Snooze), missing: r.missing(), now: now,
	}
	if c, ok := r.coming(v.status.Break); ok {
		v.name, v.length = c.Name, c.Length
		if s, ok := breaks.Shorter(c.Candidate, r.choice, r.set.Breaks); ok {
			v.shorter = s.Length
		}
	}
	if c, ok := r.candidate(v.status.Routine); ok {
		v.name, v.length = c.Name, c.Length
	}
	return v
}

// Headline is where things stand in one line that stays true without being written again: it names the time of day.
func (v view) Headline() string { return v.line(false) }

// line is where things stand; with soon it says in how many minutes the next break comes.
func (v view) line(soon bool) string {
	s := v.status
	data := map[string]any{"Name": v.name, "At": v.clock(s.Next), "Until": v.clock(s.Until)}
	switch s.Mode {
	case breaks.Waiting:
		return look.T("tray.head.due", "{{.Name}} is due", data)
	case breaks.OnBreak:
		return look.T("tray.head.break", "A break: {{.Name}}", data)
	case breaks.Paused:
		if s.Until.IsZero() {
			return look.T("tray.head.paused", "Paused until you say")
		}
		return look.T("tray.head.paused-until", "Paused until {{.Until}}", data)
	case breaks.Off:
		if !v.on {
			return look.T("tray.head.off", "Break reminders are off")
		}
		if !s.Until.IsZero() {
			return look.T("tray.head.free", "Breaks begin again at {{.Until}}", data)
		}
		return look.T("tray.head.none", "No breaks to come")
	}
	if s.Next.IsZero() {
		return look.T("tray.head.none", "No breaks to come")
	}
	if left := s.Next.Sub(v.now); soon && left > 0 && left < 2*time.Hour {
		data["Count"] = max(int((left+30*time.Second)/time.Minute), 1)
		return look.T("tray.head.soon", "{{.Name}} in {{.Count}} min", data)
	}
	return look.T("tray.head.next", "{{.Name}} at {{.At}}", data)
}

// why is the sentence under the headline; "" when there is nothing to add.
func (v view) why() string {
	if v.status.Mode != breaks.Counting && v.status.Mode != breaks.Waiting || v.status.Reason.ID == "" {
		return ""
	}
	return look.Say(v.status.Reason)
}

// clock is a time of day, with the day where it is another one.
func (v view) clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = t.In(v.now.Location())
	if y, m, d := t.Date(); y != v.now.Year() || m != v.now.Month() || d != v.now.Day() {
		return look.T("tray.day", "{{.Day}}, {{.Time}}", map[string]any{"Day": weekday(t.Weekday()), "Time": t.Format("15:04")})
	}
	return t.Format("15:04")
}

func weekday(d time.Weekday) string {
	return []string{
		look.T("day.sunday", "Sunday"), look.T("day.monday", "Monday"), look.T("day.tuesday", "Tuesday"),
		look.T("day.wednesday", "Wednesday"), look.T("day.thursday", "Thursday"), look.T("day.friday", "Friday"),
		look.T("day.saturday", "Saturday"),
	}[d]
}

// position is how far a break goes, in words.
func position(p string) string {
	switch p {
	case breaks.Seated:
		return look.T("tray.seated", "in your chair")
	case breaks.Floor:
		return look.T("tray.floor", "on the floor")
	}
	return look.T("tray.standing", "on your feet")
}

// length is how long a break takes, in words where it is whole minutes.
func length(d time.Duration) string {
	if d < time.Minute || d%time.Minute != 0 {
		return look.Clock(d)
	}
	return look.T("tray.length", "{{.Count}} min", map[string]any{"Count": int(d / time.Minute)})
}

// lines joins the lines that are not empty.
func lines(all ...string) string {
	var out []string
	for _, l := range all {
		if l != "" {
			out = append(out, l)
		}
	}
	return strings.Join(out, "\n")
}
