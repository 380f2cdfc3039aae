package breaks

import (
	"testing"
	"time"
)

var monday = date("2026-11-23 09:00") // a Monday

// TestActiveTime: a person who types all day gets a break every 50 active minutes, to the second.
func TestActiveTime(t *testing.T) {
	for _, every := range Everies {
		w := newWorld(t, rules(func(r *Rules) { r.Every = every }), monday)
		w.asked = takes(3 * minute)
		w.run(10 * hour)
		dues := w.of(Due)
		if want := int(10 * hour / (time.Duration(every) + 3*minute)); len(dues) != want {
			t.Errorf("every %v: %d breaks in ten hours, want %d", every, len(dues), want)
		}
		at := monday
		for i, due := range dues {
			if off := due.Sub(at) - time.Duration(every); off.Abs() > second {
				t.Errorf("every %v: break %d came %v after the one before", every, i, due.Sub(at))
			}
			at = due.Add(3 * minute)
		}
		for i, up := range w.of(HeadsUp) {
			if i < len(dues) && dues[i].Sub(up) != Lead {
				t.Errorf("every %v: heads-up %v before break %d", every, dues[i].Sub(up), i)
			}
		}
	}
}

// TestUnanswered: a break that nobody answers waits, is not asked about again, and gives way to the next.
func TestUnanswered(t *testing.T) {
	w := newWorld(t, rules(nil), monday)
	w.run(3 * hour)
	expect(t, "dues", w.dues(), []string{"short 09:50", "short 10:40", "short 11:30"})
	if st := w.c.Status(w.now()); st.Mode != Waiting || !st.Next.Equal(date("2026-11-23 11:30")) {
		t.Errorf("%+v", st)
	}
	if got := w.of(Withdrawn); got != nil {
		t.Errorf("withdrawn at %v", got)
	}
}

func TestLongEveryNth(t *testing.T) {
	w := newWorld(t, rules(func(r *Rules) { r.LongEvery, r.Every = 3, every(30*minute) }), monday)
	w.asked = takes(0)
	w.run(3*hour + 5*minute)
	expect(t, "dues", w.dues(), []string{"short 09:30", "short 10:00", "long 10:30", "short 11:00", "short 11:30", "long 12:00"})
}

// TestCadence: it does not matter how often the clock is looked at.
func TestCadence(t *testing.T) {
	r := rules(func(r *Rules) { office(r); r.Daily, r.LongEvery = "15:00", 3 })
	quiet := newWorld(t, r, monday.Add(-hour))
	quiet.till(monday.Add(10 * hour))
	for _, pace := range []time.Duration{700 * time.Millisecond, 7 * second, 61 * second} {
		w := newWorld(t, r, monday.Add(-hour))
		for end := monday.Add(10 * hour); w.wall.Before(end); {
			w.run(pace)
			w.hear(w.c.Advance(w.now()))
		}
		expect(t, "dues", w.dues(), quiet.dues())
	}
}

// TestByClock: breaks come at the minutes of each working hour, and nowhere else.
func TestByClock(t *testing.T) {
	tests := []struct {
		name    string
		minutes []int
		change  func(*Rules)
		run     time.Duration
		want    []string
	}{
		{"twice an hour", []int{25, 55}, nil, 2 * hour, []string{"short 09:25", "short 09:55", "short 10:25", "short 10:55"}},
		{"on the hour, not when work begins", []int{0}, nil, 2*hour + minute, []string{"short 10:00", "short 11:00"}},
		{"over lunch", []int{0, 30}, office, 6*hour - minute, []string{"short 09:30", "short 10:00", "short 10:30", "short 11:00", "short 11:30", "short 12:00",
			"short 14:00", "short 14:30"}},
		{"often", []int{0, 10, 20, 30, 40, 50}, nil, 45 * minute, []string{"short 09:10", "short 09:20", "short 09:30", "short 09:40"}},
		{"with the daily reset", []int{25, 55}, func(r *Rules) { r.Daily = "10:00" }, 2 * hour,
			[]string{"short 09:25", "daily 09:55", "short 10:25", "short 10:55"}},
		{"with a long one", []int{25, 55}, func(r *Rules) { r.LongEvery = 2 }, 2 * hour, []string{"short 09:25", "long 09:55", "short 10:25", "long 10:55"}},
	}
	for _, tt := range tests {
		r := rules(byClock(tt.minutes...))
		if tt.change != nil {
			tt.change(&r)
		}
		for _, taken := range []bool{true, false} {
			w := newWorld(t, r, monday)
			if taken {
				w.asked = takes(3 * minute)
			}
			w.run(tt.run)
			expect(t, tt.name, w.dues(), tt.want)
		}
	}
}

// TestDaily: the reset comes once a day, and is one with an ordinary break near to it.
func TestDaily(t *testing.T) {
	tests := []struct {
		name  string
		start string // first active
		daily string
		do    func(w *world) // at 10:00
		want  []string       // up to 13:00
	}{
		{"by itself", "09:00", "10:15", nil, []string{"short 09:50", "daily 10:15", "short 11:05", "short 11:55", "short 12:45"}},
		{"soon after an ordinary one", "09:00", "10:00", nil, []string{"daily 09:50", "short 10:40", "short 11:30", "short 12:20"}},
		{"soon before an ordinary one", "09:00", "10:35", nil, []string{"short 09:50", "daily 10:35", "short 11:25", "short 12:15"}},
		{"begun late, it is the first", "09:30", "09:10", nil, []string{"daily 10:20", "short 11:10", "short 12:00", "short 12:50"}},
		{"begun a little late", "09:30", "09:25", nil, []string{"daily 09:30", "short 10:20", "short 11:10", "short 12:00", "short 12:50"}},
		{"away for a meeting", "09:00", "10:30", func(w *world) {
			w.away(Locked, 0)
			w.till(date("2026-11-23 11:00"))
			w.back(Locked)
		}, []string{"short 09:50", "daily 11:50", "short 12:40"}},
		{"away for as long as a break", "09:00", "10:30", func(w *world) {
			w.till(date("2026-11-23 10:28"))
			w.away(Locked, 0)
			w.till(date("2026-11-23 10:33"))
			w.back(Locked)
		}, []string{"short 09:50", "daily 11:23", "short 12:13"}},
		{"away until just before", "09:00", "10:30", func(w *world) {
			w.till(date("2026-11-23 10:20"))
			w.away(Locked, 0)
			w.till(date("2026-11-23 10:28"))
			w.back(Locked)
		}, []string{"short 09:50", "daily 10:38", "short 11:28", "short 12:18"}},
		{"asked in an empty room", "09:00", "10:30", func(w *world) {
			w.asked = nil
			w.till(date("2026-11-23 10:33"))
			w.away(Idle, 4*minute)
			w.till(date("2026-11-23 10:50"))
			w.back(Idle)
			w.asked = takes(0)
		}, []string{"short 09:50", "daily 10:30", "daily 11:40", "short 12:30"}},
		{"away for a minute", "09:00", "10:01", func(w *world) {
			w.away(Idle, 0)
			w.till(date("2026-11-23 10:02"))
			w.back(Idle)
		}, []string{"daily 09:51", "short 10:43", "short 11:33", "short 12:23"}},
		{"paused", "09:00", "10:30", func(w *world) {
			w.c.Pause(date("2026-11-23 11:00"), w.now())
		}, []string{"short 09:50", "daily 11:40", "short 12:30"}},
		{"a routine of one's own just before", "09:00", "10:30", func(w *world) {
			w.till(date("2026-11-23 10:25"))
			w.hear(w.c.Did("desk-reset", nil, w.wall, w.now()))
		}, []string{"short 09:50", "short 11:15", "short 12:05", "short 12:55"}},
		{"a routine of one's own just before, while one waits", "09:25", "10:30", func(w *world) {
			w.asked = nil
			w.till(date("2026-11-23 10:27"))
			w.hear(w.c.Did("desk-reset", nil, w.wall, w.now()))
			w.asked = takes(0)
		}, []string{"short 10:15", "short 11:17", "short 12:07", "short 12:57"}},
		{"left out", "09:00", "10:30", func(w *world) {
			if _, no := w.c.Skip(w.now()); no != nil {
				w.t.Error(no)
			}
		}, []string{"short 09:50", "short 10:40", "short 11:30", "short 12:20"}},
		{"put off ahead", "09:00", "10:30", func(w *world) {
			if _, no := w.c.Snooze(0, w.now()); no != nil {
				w.t.Error(no)
			}
		}, []string{"short 09:50", "daily 10:35", "short 11:25", "short 12:15"}},
		{"never", "09:00", NoDaily, nil, []string{"short 09:50", "short 10:40", "short 11:30", "short 12:20"}},
	}
	for _, tt := range tests {
		w := newWorld(t, rules(func(r *Rules) { r.Daily = tt.daily }), date("2026-11-23 "+tt.start))
		if tt.name == "away for a minute" {
			w = newWorld(t, w.c.rules, date("2026-11-23 09:01"))
		}
		w.asked = takes(0)
		w.till(date("2026-11-23 10:00"))
		if tt.do != nil {
			tt.do(w)
		}
		w.till(date("2026-11-23 13:00"))
		expect(t, tt.name, w.dues(), tt.want)
		w.all = nil
		w.till(date("2026-11-25 09:00"))
		if tt.daily != NoDaily && countOf(w.all, Daily) != 1 {
			t.Errorf("%s: the day after: %v", tt.name, w.dues())
		}
	}
}

func countOf(ev []Event, k Kind) (n int) {
	for _, e := range ev {
		if e.Kind == Due && e.Break == k {
			n++
		}
	}
	return n
}

// TestHours: outside working hours nothing counts, and a new range begins afresh.
func TestHours(t *testing.T) {
	w := newWorld(t, rules(office), date("2026-11-22 18:00")) // a Sunday
	w.till(date("2026-11-24 00:00"))
	expect(t, "dues", w.dues(), []string{"short 09:50", "short 10:40", "short 11:30", "short 12:20", "short 14:20", "short 15:10", "short 16:00", "short 16:50"})
	var crossed []string
	for _, e := range w.all {
		if e.Kind == HoursBegan || e.Kind == HoursEnded || e.Kind == Withdrawn {
			crossed = append(crossed, string(e.Kind)+e.At.Format(" 15:04"))
		}
	}
	expect(t, "hours", crossed, []string{"hours-began 09:00", "withdrawn 12:30", "hours-ended 12:30", "hours-began 13:30", "withdrawn 17:30", "hours-ended 17:30"})

	st := w.c.Status(w.now())
	if st.Mode != Off || !st.Until.Equal(date("2026-11-24 09:00")) || !st.Next.Equal(date("2026-11-24 09:50")) || st.Progress != 0 ||
		st.Reason.String() != "Outside your working hours until 09:00." {
		t.Errorf("%+v, %s", st, st.Reason)
	}
}

func TestStatusWords(t *testing.T) {
	friday := date("2026-11-27 16:00")
	w := newWorld(t, rules(func(r *Rules) { office(r); r.DaysOff = []string{"2026-11-30"} }), friday)
	is := func(mode Mode, words string) {
		t.Helper()
		if st := w.c.Status(w.now()); st.Mode != mode || st.Reason.String() != words {
			t.Errorf("%s, %q; want %s, %q", st.Mode, st.Reason, mode, words)
		}
	}
	is(Counting, "")
	w.away(Locked, 0)
	is(Counting, "You are away. Counting goes on when you are back.")
	w.back(Locked)
	w.run(51 * minute)
	is(Waiting, "Waiting for your answer.")
	w.c.Snooze(7*minute, w.now())
	is(Counting, "Put off until 16:58.")
	w.asked = func(w *world, e Event) { w.hear(w.c.Hold([]Reason{Typing, Camera}, w.now())) }
	w.run(8 * minute)
	is(Waiting, "Waiting for your call to end.")
	w.hear(w.c.Hold([]Reason{DoNotDisturb}, w.now()))
	is(Waiting, "Waiting until the desktop may speak up again.")
	w.away(Idle, 0)
	is(Waiting, "Waiting for you to come back.")
	w.back(Idle)
	w.c.Pause(time.Time{}, w.now())
	is(Paused, "Paused until you resume.")
	w.c.Pause(w.wall.Add(30*minute), w.now())
	is(Paused, "Paused until 17:29.")
	w.c.Pause(date("2026-11-28 09:00"), w.now())
	is(Paused, "Paused until tomorrow, 09:00.")
	w.c.Pause(date("2026-11-30 09:00"), w.now())
	is(Paused, "Paused until 2026-11-30, 09:00.")
	w.c.Resume(w.now())
	w.run(hour)
	is(Off, "Outside your working hours until 2026-12-01, 09:00.")
	w.c.SetRules(rules(func(r *Rules) { r.DaysOff = []string{"2026-11-01/2036-11-01"} }), w.now())
	is(Off, "Outside your working hours.")
	w.c.SetRules(DefaultRules(), w.now())
	is(Off, "Breaks are switched off.")
	w.c.Start("micro-1", w.now())
	is(OnBreak, "")
}

// TestProgress goes up from 0 to 1, evenly.
func TestProgress(t *testing.T) {
	for name, r := range map[string]Rules{"activity": rules(nil), "clock": rules(byClock(0, 30))} {
		w := newWorld(t, r, monday)
		whole := 50 * minute
		if name == "clock" {
			whole = 30 * minute
		}
		for n := range 10 {
			if got, want := w.c.Status(w.now()).Progress, float64(n)/10; got < want-.001 || got > want+.001 {
				t.Errorf("%s: progress %v, want %v", name, got, want)
			}
			w.run(whole / 10)
		}
		if got := w.c.Status(w.now()).Progress; got != 1 {
			t.Errorf("%s: progress %v when due", name, got)
		}
	}
}

// TestSetRules: what was counted stays counted.
func TestSetRules(t *testing.T) {
	tests := []struct {
		name   string
		change func(*Rules)
		want   string // first break, after 40 active minutes at 09:40
	}{
		{"a sound", func(r *Rules) { r.Sound = false }, "short 09:50"},
		{"more often: not at once, with a heads-up", func(r *Rules) { r.Every = every(30 * minute) }, "short 09:41"},
		{"less often", func(r *Rules) { r.Every = every(90 * minute) }, "short 10:30"},
		{"by the clock", func(r *Rules) { r.By = ByClock }, "short 09:55"},
		{"hours that hold now", office, "short 09:50"},
		{"a daily reset", func(r *Rules) { r.Daily = "09:45" }, "daily 09:45"},
		{"a daily reset just missed", func(r *Rules) { r.Daily = "09:38" }, "daily 09:41"},
		{"long ones", func(r *Rules) { r.LongEvery = 2 }, "short 09:50"},
		{"nothing", nil, "short 09:50"},
	}
	for _, tt := range tests {
		w := newWorld(t, rules(nil), monday)
		w.run(40 * minute)
		w.hear(w.c.SetRules(rules(tt.change), w.now()))
		w.run(60 * minute)
		if got := w.dues(); len(got) == 0 || got[0] != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, got, tt.want)
		}
		if ups, dues := w.of(HeadsUp), w.of(Due); len(ups) == 0 || dues[0].Sub(ups[0]) != Lead {
			t.Errorf("%s: heads-up %v for %v", tt.name, ups, dues)
		}
	}

	w := newWorld(t, rules(nil), monday)
	w.run(40 * minute)
	off := rules(nil)
	off.On = false
	for gap, want := range map[time.Duration]string{2 * minute: "09:52", 10 * minute: "10:40"} {
		w := newWorld(t, rules(nil), monday)
		w.run(40 * minute)
		w.hear(w.c.SetRules(off, w.now()))
		if !w.c.Next().IsZero() {
			t.Errorf("switched off, it wakes up at %v", w.c.Next())
		}
		w.run(gap)
		w.hear(w.c.SetRules(rules(nil), w.now()))
		if got := w.c.Status(w.now()).Next.Format("15:04"); got != want {
			t.Errorf("off for %v: next at %s, want %s", gap, got, want)
		}
	}

	w = newWorld(t, rules(nil), monday) // hours edited in two steps, the first of which leaves now out
	w.run(40 * minute)
	w.hear(w.c.SetRules(rules(func(r *Rules) { r.Hours.Monday = []string{"13:00-17:00"} }), w.now()))
	if st := w.c.Status(w.now()); st.Mode != Off {
		t.Errorf("%+v", st)
	}
	w.hear(w.c.SetRules(rules(office), w.now()))
	if st := w.c.Status(w.now()); st.Mode != Counting || !st.Next.Equal(date("2026-11-23 09:50")) {
		t.Errorf("%+v", st)
	}
}

// TestSetRulesWhileDue takes the question back where it makes no sense any more.
func TestSetRulesWhileDue(t *testing.T) {
	off := DefaultRules()
	for name, r := range map[string]Rules{"off": off, "a day off": rules(func(r *Rules) { r.DaysOff = []string{"2026-11-23"} })} {
		w := newWorld(t, rules(nil), monday)
		w.run(51 * minute)
		w.hear(w.c.SetRules(r, w.now()))
		if n := len(w.of(Withdrawn)); n != 1 {
			t.Errorf("%s: %v", name, w.all)
		}
	}
	w := newWorld(t, rules(nil), monday)
	w.asked = func(w *world, e Event) { w.hear(w.c.Hold([]Reason{FullScreen}, w.now())) }
	w.run(51 * minute)
	w.asked = nil
	w.hear(w.c.SetRules(rules(func(r *Rules) { r.NotNow.FullScreen = false }), w.now()))
	if n := len(w.of(Due)); n != 2 {
		t.Errorf("the reason is minded no more: %v", w.all)
	}
}
