package breaks

import (
	"testing"
	"time"
)

func lines(marks []Mark, loc *time.Location) (out []string) {
	for _, m := range marks {
		text := string(m.Kind) + " " + m.At.In(loc).Format("15:04")
		if m.Past {
			text += " past"
		}
		out = append(out, text)
	}
	return out
}

func TestDay(t *testing.T) {
	nine := date("2026-11-23 09:00")
	full := []string{"short 09:50", "short 10:43", "short 11:36", "short 12:29", "short 14:20", "daily 15:00", "short 15:55", "short 16:48"}
	did := func(at string, k Kind) Recent { return Recent{"micro-3", k, nil, Moment{date("2026-11-23 " + at)}} }
	noon := Moment{date("2026-11-23 12:00")}
	tests := []struct {
		name   string
		change func(*Rules)
		state  State
		now    string
		want   []string
	}{
		{"the morning before", nil, State{}, "2026-11-23 06:00", full},
		{"days before", nil, State{AsOf: Moment{date("2026-11-19 10:00")}, Active: every(40 * minute)}, "2026-11-19 10:00", full},
		{"switched off", func(r *Rules) { r.On = false }, State{}, "2026-11-23 06:00", full},
		{"at noon", nil, State{AsOf: noon, Active: every(20 * minute), LastDaily: "2026-11-22", Recent: []Recent{
			{"micro-1", Short, nil, Moment{date("2026-11-22 10:00")}}, did("09:53", Short), did("10:30", "")}}, "2026-11-23 12:00",
			[]string{"short 09:53 past", " 10:30 past", "short 14:20", "daily 15:00", "short 15:55", "short 16:48"}},
		{"paused", nil, State{AsOf: noon, Pause: &Pause{Moment{date("2026-11-23 16:00")}}}, "2026-11-23 12:00", []string{"daily 16:50"}},
		{"paused until told", nil, State{AsOf: noon, Pause: &Pause{}}, "2026-11-23 12:00", nil},
		{"one waits", nil, State{AsOf: noon, Pending: &Pending{Kind: Short, Due: Moment{date("2026-11-23 11:50")}, Asked: Moment{date("2026-11-23 11:50")}}},
			"2026-11-23 12:00", []string{"short 11:50", "short 14:20", "daily 15:00", "short 15:55", "short 16:48"}},
		{"one runs", nil, State{AsOf: noon, Running: &Running{Short, "micro-3", noon}}, "2026-11-23 12:00",
			[]string{"short 14:20", "daily 15:00", "short 15:55", "short 16:48"}},
		{"one runs early", nil, State{AsOf: Moment{nine}, Running: &Running{Short, "micro-3", Moment{nine}}}, "2026-11-23 09:00", append([]string{
			"short 09:53", "short 10:46", "short 11:39"}, full[4:]...)},
		{"the day after", nil, State{Recent: []Recent{did("09:53", Short)}}, "2026-11-24 08:00", []string{"short 09:53 past"}},
		{"a day off", func(r *Rules) { r.DaysOff = []string{"2026-11-20/2026-11-23"} }, State{}, "2026-11-23 06:00", nil},
		{"long ones", func(r *Rules) { r.LongEvery = 3 }, State{}, "2026-11-23 06:00",
			[]string{"short 09:50", "short 10:43", "long 11:36", "short 14:20", "daily 15:00", "short 15:55", "short 16:48"}},
		{"by the clock", byClock(25, 55), State{}, "2026-11-23 06:00", []string{"short 09:25", "short 09:55", "short 10:25", "short 10:55", "short 11:25",
			"short 11:55", "short 12:25", "short 13:55", "short 14:25", "daily 14:55", "short 15:25", "short 15:55", "short 16:25", "short 16:55", "short 17:25"}},
	}
	for _, tt := range tests {
		r := rules(func(r *Rules) { office(r); r.Daily = "15:00" })
		if tt.change != nil {
			tt.change(&r)
		}
		hours, marks := Day(r, tt.state, nine.Add(5*hour), date(tt.now))
		expect(t, tt.name, lines(marks, time.UTC), tt.want)
		if want := []Span{{nine, date("2026-11-23 12:30")}, {date("2026-11-23 13:30"), date("2026-11-23 17:30")}}; tt.name != "a day off" {
			expect(t, tt.name, hours, want)
		}
	}
}

// TestDayComes: what the preview shows is what comes.
func TestDayComes(t *testing.T) {
	for _, name := range []string{"Europe/Berlin", "America/New_York", "Australia/Lord_Howe"} {
		loc := zone(name)
		for _, day := range []string{"2026-03-08", "2026-03-29", "2026-04-05", "2026-10-04", "2026-10-25", "2026-11-01", "2026-11-23"} {
			for kind, r := range map[string]Rules{
				"always": rules(nil), "clock": rules(byClock(5, 35)), "with a reset": rules(func(r *Rules) { r.Daily = "02:15" }),
			} {
				begin := dateIn(day, loc)
				w := newWorld(t, r, begin)
				w.asked = takes(DefaultLength)
				w.till(begin.AddDate(0, 0, 1).Add(-minute))
				_, marks := Day(r, State{}, begin.Add(12*hour), begin.Add(-hour))
				var got []string
				for _, m := range marks {
					got = append(got, string(m.Kind)+m.At.Format(" 15:04"))
				}
				if r.Daily != NoDaily { // which takes longer than the person here does
					got, w.all = got[:3], w.all[:]
					expect(t, name+" "+day+" "+kind, got, w.dues()[:3])
					continue
				}
				expect(t, name+" "+day+" "+kind, got, w.dues())
			}
		}
	}
}
