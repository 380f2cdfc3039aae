package breaks

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// TestWeeks: a resident with a real timer, over the weeks in which the clocks change. Every working day is like every
// other, whatever the clocks do on its Sunday.
func TestWeeks(t *testing.T) {
	want := "short 09:50, short 10:43, short 11:36, short 12:29, short 14:20, daily 15:00, short 15:53, short 16:46"
	byTheClock := "short 09:25, short 09:55, short 10:25, short 10:55, short 11:25, short 11:55, short 12:25, short 13:55, short 14:25, " +
		"daily 14:55, short 15:25, short 15:55, short 16:25, short 16:55, short 17:25"
	tests := []struct {
		zone, from string // bubbles begin in 2000
		days       int
	}{
		{"Europe/Berlin", "2000-03-20", 14},
		{"Europe/Berlin", "2000-10-23", 14},
		{"America/New_York", "2000-03-27", 14},
		{"America/New_York", "2000-10-23", 14},
		{"Australia/Lord_Howe", "2000-03-20", 14},
		{"Australia/Lord_Howe", "2000-08-21", 14},
	}
	for _, tt := range tests {
		for _, way := range Ways {
			t.Run(tt.zone+" "+tt.from+" "+way, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					loc := zone(tt.zone)
					from := dateIn(tt.from, loc)
					time.Sleep(time.Until(from))
					r := rules(func(r *Rules) { office(r); r.Daily, r.By = "15:00", way })
					c := New(r, State{}, time.Now().In(loc))
					days := map[string][]string{}
					var take func([]Event)
					take = func(ev []Event) {
						for _, e := range ev {
							if e.Kind != Due {
								continue
							}
							days[e.At.Format(time.DateOnly)] = append(days[e.At.Format(time.DateOnly)], string(e.Break)+e.At.Format(" 15:04"))
							take(c.Asked(time.Now().In(loc)))
							c.Start("micro-3", time.Now().In(loc))
							time.Sleep(3 * minute)
							ev, _ := c.End(nil, true, time.Now().In(loc))
							take(ev)
						}
					}
					looks := 0
					for end := from.AddDate(0, 0, tt.days); time.Now().Before(end); looks++ {
						timer := time.NewTimer(time.Until(c.Next()))
						<-timer.C
						take(c.Advance(time.Now().In(loc)))
					}
					expected := want
					if way == ByClock {
						expected = byTheClock
					}
					for n := range tt.days {
						day := from.AddDate(0, 0, n)
						got := strings.Join(days[day.Format(time.DateOnly)], ", ")
						if free := day.Weekday() == time.Saturday || day.Weekday() == time.Sunday; free && got != "" || !free && got != expected {
							t.Errorf("%s: %s", day.Format("Mon 2006-01-02"), got)
						}
					}
					if most := tt.days * 24 * 60 / 4; looks > most {
						t.Errorf("%d looks in %d days", looks, tt.days)
					}
				})
			})
		}
	}
}

// TestNightOfTheChange: who works through the night in which the clock changes gets a break every 50 active minutes,
// and by the clock at every moment that it shows.
func TestNightOfTheChange(t *testing.T) {
	for _, name := range zones {
		loc := zone(name)
		days := changes(loc)
		if testing.Short() {
			days = days[max(len(days)-13, 0):]
		}
		for _, day := range days {
			start := onDay(day, 0, loc, false).Add(-2 * hour)
			w := newWorld(t, rules(func(r *Rules) { r.Daily = "02:30" }), start)
			w.asked = takes(3 * minute)
			w.c.lastDaily = dateOf(start) // that of the evening before has been
			w.run(8 * hour)
			daily, before := 0, start
			for _, e := range w.all {
				if e.Kind != Due {
					continue
				}
				if gap := e.At.Sub(before); e.Break == Daily {
					daily++
				} else if gap != 50*minute && gap != 53*minute {
					t.Fatalf("%s %s: %v after the one before", name, e.At, gap)
				}
				before = e.At
			}
			if daily != 1 {
				t.Errorf("%s, %s: %d daily resets", name, day.Format(time.DateOnly), daily)
			}
			w = newWorld(t, rules(byClock(0, 30)), start)
			w.asked = takes(0)
			w.run(8 * hour)
			for i, e := range w.of(Due) {
				if want := start.Truncate(30 * minute).Add(time.Duration(i+1) * 30 * minute); loc.String() != "Asia/Kolkata" && !e.Equal(want) {
					t.Fatalf("%s: %v, want %v", name, e, want.In(loc))
				}
			}
		}
	}
}

// TestClockSet: the wall clock is set while the person is active, at 09:40. Nothing comes twice, nothing is put off for
// longer than one interval.
func TestClockSet(t *testing.T) {
	for _, by := range []time.Duration{-time.Second, -3 * second, -30 * second, -20 * minute, -hour, -25 * hour, -400 * 24 * hour,
		time.Second, 3 * second, 30 * second, 20 * minute, hour, 25 * hour, 400 * 24 * hour, 60 * 365 * 24 * hour} {
		for _, at := range []time.Duration{40 * minute, 50*minute + second, 52 * minute} {
			for name, r := range map[string]Rules{"activity": rules(nil), "clock": rules(byClock(20, 50)), "daily": rules(func(r *Rules) { r.Daily = "09:50" })} {
				w := newWorld(t, r, monday)
				w.run(at)
				w.set(by)
				before, began := w.dues(), w.mono
				if w.wall.Year() < 2100 {
					w.hear(w.c.Advance(w.now()))
				}
				var gaps []time.Duration
				last := began
				w.asked = func(w *world, e Event) {
					w.hear(w.c.Asked(w.now()))
					gaps, last = append(gaps, w.mono-last), w.mono
				}
				w.run(4 * hour)
				if len(gaps) < 3 {
					t.Errorf("%s, set by %v after %v: %v, then %v", name, by, at, before, gaps)
					continue
				}
				for i, gap := range gaps {
					first := i == 0 && (at < 50*minute || name == "clock") // of what had begun before
					if least := 10 * minute; gap < least && !first || gap > 61*minute {
						t.Errorf("%s, set by %v after %v: %v, then %v", name, by, at, before, gaps)
						break
					}
				}
				// Small steps change nothing.
				if by.Abs() < minute && name == "activity" && at == 40*minute && (gaps[0]-10*minute).Abs() > minute {
					t.Errorf("%s, set by %v: %v", name, by, gaps)
				}
				// Set back, what was counted stays.
				if by < 0 && name == "activity" && at == 40*minute && (gaps[0]-10*minute).Abs() > second {
					t.Errorf("%s, set by %v: %v", name, by, gaps)
				}
			}
		}
	}
}

// TestClockSetElsewhere: a pause and a break put off end when they would have.
func TestClockSetElsewhere(t *testing.T) {
	for _, by := range []time.Duration{-hour, -25 * hour, -400 * 24 * hour} {
		w := newWorld(t, rules(nil), monday)
		w.run(40 * minute)
		w.c.Pause(w.wall.Add(30*minute), w.now())
		w.run(10 * minute)
		w.set(by)
		w.run(20*minute + second)
		if got := w.of(PauseEnded); len(got) != 1 {
			t.Errorf("set by %v: the pause goes on: %+v", by, w.c.Status(w.now()))
		}
		w.run(10 * minute)
		ev, no := w.c.Snooze(0, w.now())
		w.hear(ev)
		if no != nil {
			t.Fatal(no)
		}
		w.set(by)
		w.run(5*minute + second)
		if n := len(w.of(Due)); n != 2 {
			t.Errorf("set by %v: due %d times", by, n)
		}
		// While the program does not run, too.
		w.c.Pause(w.wall.Add(30*minute), w.now())
		s := w.c.State(w.now())
		w.set(by)
		w.c = New(w.c.rules, s, w.now())
		w.run(30*minute + second)
		if got := w.of(PauseEnded); len(got) != 2 {
			t.Errorf("set by %v meanwhile: the pause goes on: %+v", by, w.c.Status(w.now()))
		}
	}
	// The state of a clock that was years ahead.
	s := State{AsOf: Moment{date("2031-01-01")}, Active: every(10 * minute), LastDaily: "2031-01-01", LastRest: Moment{date("2031-01-01")},
		LastAsked: Moment{date("2031-01-01")}}
	w := newWorld(t, rules(byClock(25, 55)), monday)
	w.c = New(rules(func(r *Rules) { r.By, r.Daily = ByClock, "15:00" }), s, w.now())
	w.run(30 * hour)
	if got := w.dues(); got[0] != "short 09:25" || countOf(w.all, Daily) != 1 {
		t.Errorf("%v", got)
	}
}

// TestZones: the person travels. The hours are those of where they are.
func TestZones(t *testing.T) {
	w := newWorld(t, rules(func(r *Rules) { office(r); r.Daily = "15:00" }), dateIn("2026-11-23 08:00", zone("Europe/Berlin")))
	w.asked = takes(0)
	in := func(name string) {
		w.wall = w.wall.In(zone(name))
		w.hear(w.c.Advance(w.now()))
	}
	w.run(8 * hour) // 16:00 in Berlin, after the reset
	in("America/New_York")
	if st := w.c.Status(w.now()); w.wall.Format("15:04") != "10:00" || st.Mode != Counting {
		t.Errorf("at %v: %+v", w.wall, st)
	}
	w.run(6 * hour)
	if n := countOf(w.all, Daily); n != 1 {
		t.Errorf("%d daily resets on one day", n)
	}
	in("Asia/Kolkata")
	if st := w.c.Status(w.now()); st.Mode != Off || !st.Until.Equal(dateIn("2026-11-24 09:00", zone("Asia/Kolkata"))) {
		t.Errorf("at %v: %+v", w.wall, st)
	}
	w.run(24 * hour)
	if n := countOf(w.all, Daily); n != 2 {
		t.Errorf("%d daily resets on two days", n)
	}
}

// TestDisturbed lets a computer sleep, its clock be set, its zone change and the program be killed at random, for weeks.
func TestDisturbed(t *testing.T) {
	weeks := 4
	if testing.Short() {
		weeks = 1
	}
	for seed := range uint64(8) {
		rng := rand.New(rand.NewPCG(seed, 1))
		some := func(d time.Duration) time.Duration { return time.Duration(rng.Int64N(int64(d))) }
		r := rules(func(r *Rules) { r.Daily = "15:00" })
		if seed%2 == 1 {
			r.By = ByClock
		}
		w := newWorld(t, r, dateIn("2026-03-02 08:00", zone(zones[seed])))
		truth := func() time.Duration { return w.mono + w.slept } // by no clock they have
		var last time.Duration
		undisturbed := w.mono
		var log []string
		resets := map[string]time.Duration{}
		w.asked = func(w *world, e Event) {
			log = append(log, fmt.Sprintf("%s %v", e.Break, e.At))
			if since := truth() - last; last != 0 && since < 10*minute {
				t.Fatalf("seed %d: %v after the one before: %s", seed, since, strings.Join(log[max(len(log)-3, 0):], "; "))
			}
			if e.Break == Daily {
				day := e.At.Format(time.DateOnly)
				if at, twice := resets[day]; twice && truth()-at < 12*hour {
					t.Fatalf("seed %d: two daily resets on %s", seed, day)
				}
				resets[day] = truth()
			}
			undisturbed = w.mono
			takes(3*minute)(w, e)
			last = truth()
		}
		for end := w.mono + time.Duration(weeks)*7*24*hour; w.mono < end; {
			w.run(some(3 * hour))
			if w.mono-undisturbed > 50*minute+3*minute+LookAgain+lateLimit { // a sleep may be noticed late
				t.Fatalf("seed %d: at %v nothing came for %v: %v", seed, w.wall, w.mono-undisturbed, log)
			}
			disturb(w, rng.IntN(7), some)
			undisturbed = w.mono
		}
		if n := len(log); n < 40*weeks {
			t.Errorf("seed %d: %d breaks in %d weeks", seed, n, weeks)
		}
	}
}

func disturb(w *world, what int, some func(time.Duration) time.Duration) {
	switch what {
	case 0: // a suspend nobody speaks of
		w.sleep(some(10 * hour))
	case 1: // one that is noticed at once
		w.sleep(some(20 * minute))
		w.hear(w.c.Advance(w.now()))
	case 2: // one that is said
		w.away(Asleep, 0)
		w.sleep(some(14 * hour))
		w.back(Asleep)
	case 3: // the clock is set
		w.set(some(2*minute) - minute)
	case 4: // the program is killed, and starts again
		s := w.c.State(w.now())
		w.pass(some(10 * minute))
		w.c = New(w.c.rules, s, w.now())
		w.hear(w.c.Advance(w.now()))
	case 5: // the person travels
		w.wall = w.wall.In(zone(zones[some(time.Duration(len(zones)))]))
	case 6: // and looks
		w.c.Status(w.now())
	}
}
