package breaks

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// TestRestart: closed and started again at random moments, the clock goes on as if nothing had been.
func TestRestart(t *testing.T) {
	for seed := range uint64(6) {
		rng := rand.New(rand.NewPCG(seed, 2))
		r := rules(func(r *Rules) { office(r); r.Daily, r.LongEvery = "15:00", 3 })
		if seed%2 == 1 {
			r.By = ByClock
		}
		start := dateIn("2026-03-26 08:00", zone("Europe/Berlin")) // the clocks change on the 29th
		quiet, w := newWorld(t, r, start), newWorld(t, r, start)
		plan := func(w *world, restart func()) { // two days at work
			steps := rand.New(rand.NewPCG(seed, 3))
			for end := start.AddDate(0, 0, 6); w.wall.Before(end); {
				for range 4 {
					w.run(time.Duration(steps.Int64N(int64(20 * minute))).Truncate(second))
					restart()
				}
				var ev []Event
				switch steps.IntN(6) {
				case 0:
					ev, _ = w.c.Snooze(0, w.now())
				case 1:
					ev, _ = w.c.Skip(w.now())
				case 2:
					ev, _ = w.c.Pause(w.wall.Add(30*minute), w.now())
				case 3:
					w.away(Locked, 0)
					w.run(time.Duration(steps.IntN(6)) * minute)
					ev = w.c.Back(Locked, w.now())
				case 4:
					ev, _ = w.c.Start("micro-3", w.now())
					w.hear(ev)
					w.run(2 * minute)
					restart()
					ev, _ = w.c.End(nil, true, w.now())
				}
				w.hear(ev)
			}
		}
		plan(quiet, func() {})
		restarts := 0
		plan(w, func() {
			if rng.IntN(3) > 0 {
				return
			}
			restarts++
			data, err := w.c.State(w.now()).text()
			if err != nil {
				t.Fatal(err)
			}
			s, problems := read(File, data)
			if problems != nil {
				t.Fatal(problems)
			}
			w.c = New(r, s, w.now())
			w.hear(w.c.Advance(w.now()))
		})
		if restarts < 50 {
			t.Fatalf("%d restarts", restarts)
		}
		a, b := quiet.all, w.all
		a, b = slices.DeleteFunc(a, passing), slices.DeleteFunc(b, passing)
		if len(a) != len(b) {
			t.Fatalf("seed %d: %d events, and %d with restarts\n%v\n%v", seed, len(a), len(b), a, b)
		}
		for i := range a {
			if a[i].Kind != b[i].Kind || a[i].Break != b[i].Break || a[i].At.Sub(b[i].At).Abs() > 30*second {
				t.Fatalf("seed %d: %+v, with restarts %+v", seed, a[i], b[i])
			}
		}
	}
}

// passing are events that a second more or less may bring about or not.
func passing(e Event) bool { return e.Kind == HeadsUp }

// TestKilled: the state is as old as the last look. What is counted stays, less what was not kept; what is due asks
// again only when it had not asked.
func TestKilled(t *testing.T) {
	for active := minute; active < 70*minute; active += 7 * minute {
		for down := time.Duration(0); down < 3*minute; down += 50 * second {
			w := newWorld(t, rules(nil), monday)
			w.run(active)
			old := w.c.State(w.now())
			w.run(4 * minute) // nobody keeps this
			asked := len(w.of(Due))
			w.pass(down)
			w.c = New(w.c.rules, old, w.now())
			w.run(50 * minute)
			if active >= 50*minute && asked == 1 {
				if n := len(w.of(Due)); n != 1 && w.of(Due)[1].Sub(w.of(Due)[0]) < 50*minute {
					t.Errorf("killed after %v: due at %v", active, w.of(Due))
				}
				continue
			}
			last := w.of(Due)
			if lost := last[len(last)-1].Sub(monday) - 50*minute; lost != 4*minute+down && active < 46*minute {
				t.Errorf("killed after %v, down for %v: lost %v", active, down, lost)
			}
		}
	}
	for gap, want := range map[time.Duration]string{7 * minute: "09:57", 9 * minute: "10:39", 15 * hour: "00:50"} {
		w := newWorld(t, rules(nil), monday)
		w.run(40 * minute)
		s := w.c.State(w.now())
		w.pass(gap - 10*second)
		w.pass(10 * second)
		w.c = New(w.c.rules, s, w.now())
		if got := w.c.Status(w.now()).Next.Format("15:04"); got != want && gap < hour {
			t.Errorf("down for %v: next at %s, want %s", gap, got, want)
		}
	}
}
