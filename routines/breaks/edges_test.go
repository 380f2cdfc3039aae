package breaks

import (
	"testing"
	"time"

	"catcow/routines/exercise"
)

// TestNoSteadyClock: readings without a monotonic part, as from a file or where it runs on while the computer sleeps.
// Then only that nobody called shows that it slept.
func TestNoSteadyClock(t *testing.T) {
	for gap, want := range map[time.Duration]string{20 * minute: "10:50", 2 * minute: "09:52", 30 * second: "09:50"} {
		c := New(rules(nil), State{}, monday)
		now := monday
		for now.Before(monday.Add(30 * minute)) {
			now = c.Next()
			c.Advance(now)
		}
		now = c.Next().Add(gap) // nobody called
		c.Advance(now)
		if gap == 2*minute { // that much is missing, and a little is let pass
			want = "09:52"
		}
		if got := c.Status(now).Next.Format("15:04"); got != want && gap != 20*minute {
			t.Errorf("after %v: next at %s, want %s", gap, got, want)
		}
		if got := c.Status(now).Next.Sub(now); gap == 20*minute && got != 50*minute {
			t.Errorf("after %v: next in %v", gap, got)
		}
		c.Advance(now.Add(-time.Hour)) // and a clock set back is time that stood still
		if got := c.Status(now.Add(-time.Hour)).Next.Format("15:04"); gap != 20*minute && got != "0"+string(want[1]-1)+want[2:] {
			t.Errorf("set back: next at %s", got)
		}
	}
}

// TestLateNews: a break that fell in a time that is worked out only now is said once, and not at all when it is over.
func TestLateNews(t *testing.T) {
	for slept, want := range map[time.Duration][]EventKind{
		2 * minute: {Due},
		hour:       {Withdrawn, Rested},
	} {
		w := newWorld(t, rules(func(r *Rules) { r.HeadsUp = false }), monday)
		w.run(49 * minute)
		w.pass(70 * second) // the timer is late
		w.sleep(slept)
		var got []EventKind
		for _, e := range w.c.Advance(w.now()) {
			got = append(got, e.Kind)
		}
		expect(t, "slept for "+slept.String(), got, want)
	}
}

// TestShortSleepOverMark: a moment of the clock that a short sleep swallowed comes on waking, and a night brings a new
// round of breaks up to the long one.
func TestShortSleepOverMark(t *testing.T) {
	w := newWorld(t, rules(func(r *Rules) { byClock(25, 55)(r); r.LongEvery = 3 }), monday)
	w.run(24*minute + 30*second)
	w.sleep(minute)
	w.hear(w.c.Advance(w.now()))
	expect(t, "dues", w.dues(), []string{"short 09:25"})
	w.run(hour)
	w.sleep(12 * hour)
	w.run(hour)
	expect(t, "the next day", w.dues(), []string{"short 09:25", "short 09:55", "long 10:25", "short 22:55", "short 23:25"})

	w = newWorld(t, rules(func(r *Rules) { r.LongEvery = 3 }), monday)
	w.asked = takes(0)
	w.run(101 * minute)
	w.sleep(12 * hour)
	w.run(2 * hour)
	if got := w.dues(); countOf(w.all, Long) != 0 || len(got) != 4 {
		t.Errorf("a long one straight after the night: %v", got)
	}
}

// TestDailySetBack: the clock is set back by a day after the reset. It does not come again that day, and does the next.
func TestDailySetBack(t *testing.T) {
	w := newWorld(t, rules(func(r *Rules) { r.Daily = "15:00" }), date("2026-11-23 14:00"))
	w.till(date("2026-11-23 16:00"))
	w.set(-25 * hour) // 15:00 on the 22nd
	w.hear(w.c.Advance(w.now()))
	w.till(date("2026-11-22 23:59"))
	if n := countOf(w.all, Daily); n != 1 {
		t.Errorf("%d daily resets", n)
	}
	w.till(date("2026-11-23 15:01"))
	if n := countOf(w.all, Daily); n != 2 {
		t.Errorf("%d daily resets the day after", n)
	}
}

func TestRunningSetBack(t *testing.T) {
	w := newWorld(t, rules(nil), monday)
	w.c.Start("micro-3", w.now())
	w.run(5 * minute)
	w.set(-25 * hour)
	w.run(56 * minute)
	if st := w.c.Status(w.now()); st.Mode != Counting {
		t.Errorf("%+v", st)
	}
}

// TestStirs: said to sleep, looked at every minute, it is awake after two.
func TestStirs(t *testing.T) {
	w := newWorld(t, rules(nil), monday)
	w.away(Asleep, 0)
	for range 3 {
		w.run(minute)
		w.hear(w.c.Advance(w.now()))
	}
	if st := w.c.Status(w.now()); st.Away {
		t.Errorf("%+v", st)
	}
	w.away(Asleep, 0) // and asleep again, truly
	w.sleep(8 * hour)
	w.hear(w.c.Advance(w.now()))
	if st := w.c.Status(w.now()); !st.Away {
		t.Errorf("%+v", st)
	}
}

// TestNoLateHeadsUp: "in a minute" is not said when it is in ten seconds.
func TestNoLateHeadsUp(t *testing.T) {
	w := newWorld(t, rules(nil), monday)
	w.run(49*minute - 10*second)
	w.hear(w.c.Advance(w.now()))
	w.c.Pause(w.wall.Add(5*minute), w.now())
	w.run(10 * minute)
	if n := len(w.of(HeadsUp)); n != 1 {
		t.Errorf("%d heads-ups", n)
	}
	w = newWorld(t, rules(nil), monday)
	s := State{AsOf: Moment{monday}, Active: every(49*minute + 50*second)}
	w.c = New(w.c.rules, s, w.now())
	w.run(minute)
	if n := len(w.of(HeadsUp)); n != 0 {
		t.Errorf("%d heads-ups ten seconds before", n)
	}
}

// TestHeldPastDaily: an ordinary break that waited past the daily reset is the daily reset, and there is only one.
func TestHeldPastDaily(t *testing.T) {
	hold := func(w *world, e Event) { w.hear(w.c.Hold([]Reason{Microphone}, w.now())) }
	begin := func() *world {
		w := newWorld(t, rules(func(r *Rules) { r.Daily = "10:30" }), monday)
		w.asked = hold
		w.till(date("2026-11-23 10:35"))
		w.asked = takes(0)
		return w
	}
	w := begin()
	w.hear(w.c.Free(w.now()))
	w.run(hour)
	expect(t, "freed", w.dues(), []string{"short 09:50", "daily 10:35", "short 11:25"})
	w = begin()
	if _, no := w.c.Skip(w.now()); no != nil {
		t.Fatal(no)
	}
	w.run(hour)
	expect(t, "skipped", w.dues(), []string{"short 09:50", "short 11:25"})
}

// TestHeldUpToMark: a break that waited does not come again with the next moment of the clock.
func TestHeldUpToMark(t *testing.T) {
	w := newWorld(t, rules(byClock(25, 55)), monday)
	w.asked = func(w *world, e Event) { w.hear(w.c.Hold([]Reason{Sharing}, w.now())) }
	w.run(50 * minute)
	w.asked = nil
	w.hear(w.c.Free(w.now()))
	if st := w.c.Status(w.now()); st.Reason.String() != "Waiting for your answer." {
		t.Errorf("%s", st.Reason)
	}
	w.run(hour)
	expect(t, "dues", w.dues(), []string{"short 09:25", "short 09:50", "short 10:25"})
}

// TestAskedWhileHeld: asked all the same, it waits for an answer and for nothing else.
func TestAskedWhileHeld(t *testing.T) {
	w := newWorld(t, rules(nil), monday)
	w.asked = func(w *world, e Event) {
		w.hear(w.c.Hold([]Reason{Sharing}, w.now()))
		w.hear(w.c.Asked(w.now()))
	}
	w.run(51 * minute)
	if st := w.c.Status(w.now()); st.Reason.String() != "Waiting for your answer." {
		t.Errorf("%s", st.Reason)
	}
	w.hear(w.c.Free(w.now()))
	w.hear(w.c.Hold(Reasons, w.now()))
	expect(t, "dues", w.dues(), []string{"short 09:50"})
}

// TestSnoozeAgain: put off again before it asks, it comes later still; left out, it is forgotten.
func TestSnoozeAgain(t *testing.T) {
	w := newWorld(t, rules(nil), monday)
	w.run(50 * minute)
	w.c.Snooze(0, w.now())
	w.run(minute)
	w.c.Snooze(0, w.now())
	if st := w.c.Status(w.now()); !st.Next.Equal(monday.Add(60*minute)) || st.SnoozesLeft != 1 {
		t.Errorf("%+v", st)
	}
	w.c.Skip(w.now())
	if st := w.c.Status(w.now()); st.SnoozesLeft != 3 {
		t.Errorf("%+v", st)
	}
	w = newWorld(t, rules(nil), monday)
	w.c.Snooze(0, w.now())
	w.c.Skip(w.now())
	if st := w.c.Status(w.now()); st.SnoozesLeft != 3 {
		t.Errorf("left out ahead: %+v", st)
	}
}

// TestStartAhead: a break put off ahead that is started and closed at once is still put off.
func TestStartAhead(t *testing.T) {
	w := newWorld(t, rules(byClock(25, 55)), monday)
	w.c.Snooze(0, w.now())
	w.c.Start("micro-3", w.now())
	w.c.End(nil, false, w.now())
	if st := w.c.Status(w.now()); st.Mode != Counting || !st.Next.Equal(monday.Add(30*minute)) {
		t.Errorf("%+v", st)
	}
	w.c.Start("micro-3", w.now())
	w.c.End(nil, true, w.now())
	w.run(hour)
	expect(t, "dues", w.dues(), []string{"short 09:25", "short 09:55"}) // taken 25 minutes before, which is another break
}

// TestDidBefore: what was done before the last break changes nothing, what is told late little.
func TestDidBefore(t *testing.T) {
	w := newWorld(t, rules(func(r *Rules) { r.LongEvery = 3 }), monday)
	w.asked = takes(0)
	w.run(80 * minute)
	before := w.c.Status(w.now())
	w.c.Did("yoga-flow", nil, monday.Add(30*minute), w.now())
	if after := w.c.Status(w.now()); !after.Next.Equal(before.Next) || after.Break != before.Break {
		t.Errorf("%+v, was %+v", after, before)
	}

	w = newWorld(t, rules(func(r *Rules) { r.LongEvery = 2 }), monday)
	w.run(30 * minute)
	w.c.Did("yoga-flow", []exercise.Area{exercise.AreaHips}, w.wall, w.now())
	w.run(51 * minute)
	expect(t, "a break of one's own counts", w.dues(), []string{"long 10:20"})

	w = newWorld(t, rules(nil), monday)
	w.run(51 * minute)
	w.c.Did("yoga-flow", nil, monday.Add(20*minute), w.now())
	if st := w.c.Status(w.now()); st.Mode != Waiting {
		t.Errorf("half an hour before it was due: %+v", st)
	}
}

// TestWrongState: what no clock can have kept is forgotten.
func TestWrongState(t *testing.T) {
	far := Moment{monday.AddDate(5, 0, 0)}
	for name, s := range map[string]State{
		"asked":   {LastAsked: far},
		"rested":  {LastRest: far},
		"daily":   {LastDaily: "2031-01-01"},
		"due":     {Pending: &Pending{Kind: Short, Due: far}},
		"later":   {Pending: &Pending{Kind: Short, Due: Moment{monday}, Later: far}},
		"never":   {Pending: &Pending{Kind: Short}},
		"running": {Running: &Running{Short, "micro-3", far}},
		"kind":    {Pending: &Pending{Kind: "weekly", Due: Moment{monday}}},
	} {
		s.AsOf = Moment{monday}
		w := newWorld(t, rules(nil), monday)
		w.c = New(rules(func(r *Rules) { r.By, r.Daily = ByClock, "15:00" }), s, w.now())
		w.run(29 * hour)
		resets := 1
		if name == "daily" { // which might have been today's
			resets = 0
		}
		if got := w.dues(); len(got) == 0 || got[0] != "short 09:25" || countOf(w.all, Daily) != resets {
			t.Errorf("%s: %v", name, got)
		}
		if w.run(hour); countOf(w.all, Daily) != resets+1 {
			t.Errorf("%s, the next day: %v", name, w.dues())
		}
	}
}

// TestCallIsNoRest: who listens in a call touches no key and does not rest; who locks the screen does.
func TestCallIsNoRest(t *testing.T) {
	for _, tt := range []struct {
		reason Reason
		why    Why
		rests  bool
	}{{Microphone, Idle, false}, {Camera, Idle, false}, {Sharing, Idle, false}, {FullScreen, Idle, false}, {DoNotDisturb, Idle, true},
		{Microphone, Locked, true}} {
		w := newWorld(t, rules(nil), monday)
		w.asked = func(w *world, e Event) { w.hear(w.c.Hold([]Reason{tt.reason}, w.now())) }
		w.run(51 * minute)
		w.away(tt.why, minute)
		w.run(30 * minute)
		w.asked = nil
		w.hear(w.c.Free(w.now()))
		if got := len(w.of(Rested)) == 1; got != tt.rests {
			t.Errorf("%s, %s: rested at %v", tt.reason, tt.why, w.of(Rested))
		}
		if st := w.c.Status(w.now()); !st.Away {
			t.Errorf("%s, %s: %+v", tt.reason, tt.why, st)
		}
		w.run(minute) // the call is over, and nobody is there
		w.back(tt.why)
		if got := len(w.of(Due)) == 1; got != tt.rests {
			t.Errorf("%s, %s: %v", tt.reason, tt.why, w.dues())
		} else if last := w.all[len(w.all)-1]; !tt.rests && last.Waited.Text == "" {
			t.Errorf("%s, %s: %+v", tt.reason, tt.why, last)
		}
	}
}
