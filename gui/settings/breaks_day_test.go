package settings

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"catcow/routines/breaks"
)

func TestTheDayInWords(t *testing.T) {
	off := breaks.DefaultRules()
	off.DaysOff = []string{"2026-11-20/2026-11-25"}
	pause := func(until time.Time) breaks.State {
		return breaks.State{Pause: &breaks.Pause{Until: breaks.Moment{Time: until}}}
	}
	many := workday(at(8, 0))
	for h := 17; h < 22; h++ {
		many.marks = append(many.marks, breaks.Mark{At: at(h, 30), Kind: breaks.Short})
	}
	one := many
	one.marks = many.marks[1:8]
	for _, c := range []struct {
		name  string
		today today
		rules breaks.Rules
		state breaks.State
		want  string
	}{
		{"in the middle", workday(noon), breaks.DefaultRules(), breaks.State{},
			"Next: 12:00 (long break), then 14:20, 15:00 (daily reset), 15:50, 16:40 (long break). Taken so far: 2."},
		{"the last", workday(at(16, 0)), breaks.DefaultRules(), breaks.State{}, "Next: 16:40 (long break). Taken so far: 6."},
		{"none left", workday(at(16, 50)), breaks.DefaultRules(), breaks.State{}, "No more breaks today. Taken so far: 7."},
		{"many", many, breaks.DefaultRules(), breaks.State{},
			"Next: 09:50, then 10:40, 11:10, 12:00 (long break), 14:20, 15:00 (daily reset) and 7 more, the last at 21:30."},
		{"one more", one, breaks.DefaultRules(), breaks.State{},
			"Next: 10:40, then 11:10, 12:00 (long break), 14:20, 15:00 (daily reset), 15:50 and one more at 16:40 (long break)."},
		{"free", today{now: noon}, breaks.DefaultRules(), breaks.State{}, "Today has no working hours."},
		{"off", today{now: noon}, off, breaks.State{}, "Today is a day off."},
		{"paused", workday(at(16, 0)), breaks.DefaultRules(), pause(at(16, 30)), "Paused until 16:30. Next: 16:40 (long break). Taken so far: 6."},
		{"paused until tomorrow", workday(at(17, 0)), breaks.DefaultRules(), pause(at(33, 0)), "Paused until Tuesday, 09:00. No more breaks today. Taken so far: 7."},
		{"paused until told", workday(at(17, 0)), breaks.DefaultRules(), pause(time.Time{}), "Paused until you go on. No more breaks today. Taken so far: 7."},
		{"a pause that is over", workday(at(17, 0)), breaks.DefaultRules(), pause(at(16, 0)), "No more breaks today. Taken so far: 7."},
	} {
		if got := c.today.words(c.rules, c.state); got != c.want {
			t.Errorf("%s: %q\nwant %q", c.name, got, c.want)
		}
	}
}

// The line holds everything there is, runs from hour to hour, and later is always further right.
func TestTheLineHoldsTheDay(t *testing.T) {
	for _, c := range []struct {
		name     string
		today    today
		from, to time.Duration
	}{
		{"at work", workday(noon), 9 * time.Hour, 17 * time.Hour},
		{"before", workday(at(6, 40)), 6 * time.Hour, 17 * time.Hour},
		{"at night", workday(at(23, 10)), 9 * time.Hour, 24 * time.Hour},
		{"free", today{now: noon}, 9 * time.Hour, 17 * time.Hour},
		{"all day", today{now: noon, hours: []breaks.Span{{From: at(0, 0), To: at(24, 0)}}}, 7 * time.Hour, 24 * time.Hour},
		{"all day, early", today{now: at(3, 30), hours: []breaks.Span{{From: at(0, 0), To: at(24, 0)}}}, 3 * time.Hour, 24 * time.Hour},
	} {
		from, to := c.today.bounds()
		if from != c.from || to != c.to {
			t.Errorf("%s: the line runs from %v to %v, want %v to %v", c.name, from, to, c.from, c.to)
		}
		l := newDayLine()
		l.today = c.today
		const width = 600
		last := float32(-1)
		for d := from; d <= to; d += 10 * time.Minute {
			x := l.along(d, width)
			if x <= last || x < 0 || x > width {
				t.Errorf("%s: %v lies at %.1f, after %.1f", c.name, d, x, last)
			}
			last = x
		}
	}
}

// On the day the clocks change, nine is still where nine is.
func TestTheLineKeepsToTheClockOnTheWall(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Skip("no time zones here: ", err)
	}
	for _, day := range []int{24, 25, 26} { // clocks go back on the 25th
		nine := time.Date(2026, 10, day, 9, 0, 0, 0, berlin)
		if got := (today{now: nine}).clock(nine); got != 9*time.Hour {
			t.Errorf("on October %d nine lies at %v", day, got)
		}
	}
	eve := today{now: time.Date(2026, 10, 25, 9, 0, 0, 0, berlin)}
	if got := eve.clock(time.Date(2026, 10, 26, 0, 0, 0, 0, berlin)); got != 24*time.Hour {
		t.Errorf("midnight lies at %v", got)
	}
}

func TestAMinuteLaterTheLineHasMoved(t *testing.T) {
	b := onBreaks(t, chosen())
	var line *dayLine
	walk(b.page, func(o fyne.CanvasObject) {
		if l, ok := o.(*dayLine); ok {
			line = l
		}
	})
	if line == nil || !line.today.now.Equal(noon) {
		t.Fatal("there is no line, or it does not show now")
	}
	b.clock = noon.Add(time.Minute)
	b.Tick()
	if !line.today.now.Equal(b.clock) {
		t.Errorf("a minute later it shows %v", line.today.now)
	}
}
