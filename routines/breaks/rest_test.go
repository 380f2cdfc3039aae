package breaks

import (
	"testing"
	"time"
)

// TestRest: away for as long as the break takes is a break taken; a shorter absence only stops the counting.
func TestRest(t *testing.T) {
	leave := func(why Why, idle, d time.Duration) func(*world) {
		return func(w *world) {
			w.run(idle) // until somebody notices
			w.away(why, idle)
			w.run(d - idle)
			w.back(why)
		}
	}
	minuteLong := func(do func(*world)) func(*world) {
		return func(w *world) { w.c.SetLength(Short, minute); do(w) }
	}
	tests := []struct {
		name  string
		do    func(*world) // after 40 active minutes, at 09:40
		next  string       // without anything else
		taken bool
	}{
		{"a moment", leave(Idle, 0, 2*minute), "09:52", false},
		{"almost long enough", leave(Locked, 0, 3*minute-second), "09:52", false},
		{"long enough", leave(Locked, 0, 3*minute), "10:33", true},
		{"noticed late", leave(Idle, 2*minute, 4*minute), "10:34", true},
		{"noticed late, and too short", leave(Idle, 2*minute, 150*second), "09:52", false},
		{"noticed when it was over already", leave(Idle, 5*minute, 5*minute), "10:35", true},
		{"lunch", leave(Locked, 0, hour), "11:30", true},
		{"asleep, and said so", func(w *world) {
			w.away(Asleep, 0)
			w.sleep(8 * minute)
			w.back(Asleep)
		}, "10:38", true},
		{"asleep for a moment", func(w *world) {
			w.away(Asleep, 0)
			w.sleep(minute)
			w.back(Asleep)
		}, "09:51", false},
		{"asleep, and nobody said so", func(w *world) { w.sleep(20 * minute) }, "10:50", true},
		{"asleep for a moment, and nobody said so", func(w *world) { w.sleep(2 * minute) }, "09:52", false},
		{"asleep, and nobody said that it woke", func(w *world) {
			w.away(Asleep, 0)
			w.sleep(20 * minute)
			w.run(10 * minute)
		}, "10:52", true},
		{"locked while idle, unlocked", func(w *world) {
			w.away(Idle, minute)
			w.run(minute)
			w.away(Locked, 0)
			w.run(5 * minute)
			w.back(Locked)
		}, "10:36", true},
		{"a key on the locked screen", func(w *world) {
			w.away(Locked, 0)
			w.run(minute)
			w.away(Idle, 0)
			w.run(minute)
			w.back(Idle)
			w.run(2 * minute)
			w.back(Locked)
		}, "10:34", true},
		{"one minute is no rest when nothing but the keys rested", minuteLong(leave(Idle, 0, 2*minute)), "09:52", false},
		{"one minute of a locked screen is", minuteLong(leave(Locked, 0, 2*minute)), "10:32", true},
		{"a longer break takes longer", func(w *world) {
			w.c.SetLength(Short, 6*minute)
			leave(Locked, 0, 5*minute)(w)
		}, "09:55", false},
		{"nobody knows any more", func(w *world) {
			w.away(Idle, 0)
			w.run(2 * minute)
			w.hear(w.c.Unwatched(w.now()))
		}, "09:52", false},
		{"said twice", func(w *world) {
			w.away(Locked, 0)
			w.run(2 * minute)
			w.away(Locked, 0)
			w.run(2 * minute)
			w.back(Locked)
			w.back(Locked)
		}, "10:34", true},
		{"an unknown why", func(w *world) { w.away("asleep?", 10*minute) }, "09:50", false},
		{"since long before it began", func(w *world) { w.away(Locked, 900*hour); w.back(Locked) }, "10:30", true},
		{"since later", func(w *world) { w.away(Locked, -hour); w.run(minute); w.back(Locked) }, "09:51", false},
	}
	for _, tt := range tests {
		w := newWorld(t, rules(nil), monday)
		w.run(40 * minute)
		tt.do(w)
		w.hear(w.c.Advance(w.now()))
		if got := w.c.Status(w.now()).Next.Format("15:04"); got != tt.next {
			t.Errorf("%s: next at %s, want %s", tt.name, got, tt.next)
		}
		if got := len(w.of(Rested)) == 1; got != tt.taken {
			t.Errorf("%s: rested at %v", tt.name, w.of(Rested))
		}
		w.all = nil
		w.run(55 * minute)
		if got := w.dues(); len(got) == 0 || got[0] != "short "+tt.next {
			t.Errorf("%s: then %v, want %s", tt.name, got, tt.next)
		}
	}
}

// TestRestWhileDue: a due break waits for who is away, and is taken when they were away long enough.
func TestRestWhileDue(t *testing.T) {
	tests := []struct {
		name string
		gone string // before the break at 09:50 or after
		back string
		want []string
	}{
		{"gone since before it asked, for a moment: asks again", "09:49:00", "09:51:00", []string{"due 09:51", "due 09:51"}},
		{"gone since before it asked, for long", "09:48:00", "09:56:00", []string{"due 09:51", "withdrawn 09:51", "rested 09:51", "due 10:46"}},
		{"gone since after it asked, for a moment", "09:51:00", "09:52:30", []string{"due 09:50"}},
		{"gone since after it asked, for long", "09:51:00", "10:00:00", []string{"due 09:50", "withdrawn 09:54", "rested 09:54", "due 10:50"}},
	}
	for _, tt := range tests {
		w := newWorld(t, rules(func(r *Rules) { r.HeadsUp = false }), monday)
		gone, back := date("2026-11-23 "+tt.gone), date("2026-11-23 "+tt.back)
		noticed := gone.Add(90 * second) // a little late
		if tt.want[0] == "due 09:51" {
			// They had been away for a minute before, so it is due at 09:51.
			w.run(minute)
			w.away(Locked, 0)
			w.run(minute)
			w.back(Locked)
			w.till(date("2026-11-23 09:51:30"))
			w.away(Idle, w.wall.Sub(gone))
		} else {
			w.till(noticed)
			w.away(Locked, w.wall.Sub(gone))
		}
		w.till(back)
		w.hear(w.c.Back(Locked, w.now()))
		w.till(date("2026-11-23 10:55:00"))
		var got []string
		for _, e := range w.all {
			got = append(got, string(e.Kind)+e.At.Format(" 15:04"))
		}
		if len(got) > len(tt.want) && len(tt.want) < 3 {
			got = got[:len(tt.want)]
		}
		expect(t, tt.name, got, tt.want)
	}
}

// TestMarkWhileAway: a moment of the clock waits for who is away for a moment, and passes by who is away for long.
func TestMarkWhileAway(t *testing.T) {
	for back, want := range map[string][]string{
		"09:26:00": {"short 09:26", "short 09:55"},
		"09:27:00": {"short 09:55"}, // away for three minutes
		"09:52:00": {"short 10:25"}, // the rest was just before
		"09:44:00": {"short 09:55"},
	} {
		w := newWorld(t, rules(byClock(25, 55)), monday)
		w.till(date("2026-11-23 09:24:00"))
		w.away(Locked, 0)
		w.till(date("2026-11-23 " + back))
		w.back(Locked)
		w.till(date("2026-11-23 10:26:00"))
		if got := w.dues(); len(got) < len(want) || got[0] != want[0] || len(want) > 1 && got[1] != want[1] {
			t.Errorf("back at %s: %v, want %v", back, got, want)
		}
	}
}

// TestMarkAsHoursBegin: back a moment after work began on a mark, nothing is due.
func TestMarkAsHoursBegin(t *testing.T) {
	w := newWorld(t, rules(func(r *Rules) { office(r); byClock(0)(r) }), monday.Add(-minute))
	w.away(Locked, 0)
	w.run(2 * minute)
	w.back(Locked)
	expect(t, "dues", w.dues(), nil)
}

// TestRestCounts: natural breaks bring the long one nearer, a long absence is one.
func TestRestCounts(t *testing.T) {
	for gone, want := range map[time.Duration][]string{
		3 * minute:  {"short 09:50", "long 11:24", "short 12:14"},
		10 * minute: {"short 09:50", "short 11:31", "short 12:21"},
	} {
		w := newWorld(t, rules(func(r *Rules) { r.LongEvery = 3 }), monday)
		w.asked = takes(0)
		w.run(91 * minute) // forty of them active since the break
		w.away(Locked, 0)
		w.run(gone)
		w.back(Locked)
		w.run(2 * hour)
		expect(t, "away for "+gone.String(), w.dues()[:3], want)
	}
	w := newWorld(t, rules(func(r *Rules) { r.LongEvery = 2 }), monday)
	for range 3 { // soon after a break, being away is no break of its own
		w.run(10 * minute)
		w.away(Locked, 0)
		w.run(4 * minute)
		w.back(Locked)
	}
	w.run(hour)
	expect(t, "often away", w.dues(), []string{"short 10:32"})
}

// TestStretchingIsNotResting: who takes a break touches no key.
func TestStretchingIsNotResting(t *testing.T) {
	w := newWorld(t, rules(func(r *Rules) { r.LongEvery = 3 }), monday)
	w.asked = func(w *world, e Event) {
		w.hear(w.c.Asked(w.now()))
		w.c.Start("micro-3", w.now())
		w.run(3 * minute)
		w.away(Idle, 3*minute)
		w.run(minute)
		w.c.End(nil, true, w.now())
		w.run(minute)
		w.back(Idle)
	}
	w.run(3 * hour)
	expect(t, "dues", w.dues(), []string{"short 09:50", "short 10:45", "long 11:40"})
	if got := w.of(Rested); got != nil {
		t.Errorf("rested at %v", got)
	}

	// A break that is over before anybody notices that the keys rest.
	w = newWorld(t, rules(nil), monday)
	w.asked = takes(3 * minute)
	w.run(50*minute + 30*second)
	w.away(Idle, 210*second)
	w.run(minute)
	w.back(Idle)
	if got := w.c.Status(w.now()); !got.Next.Equal(date("2026-11-23 10:44:00")) || w.of(Rested) != nil {
		t.Errorf("next at %v, rested at %v", got.Next, w.of(Rested))
	}
}
