package breaks

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/message"
)

// FuzzRead reads anything, and goes on from whatever was accepted.
func FuzzRead(f *testing.F) {
	dir := f.TempDir()
	if err := Save(dir, full()); err != nil {
		f.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(dir, File))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add(data[:300])
	f.Add([]byte("as_of = \"2026-11-23T12:00:00Z\"\nlast_asked = \"9999-12-31T23:59:59-23:59\"\n"))
	f.Add([]byte("as_of = \"0001-01-02T00:00:00Z\"\nactive = \"24h\"\nleft_out = \"24h\"\naway = \"24h\"\n"))
	f.Add([]byte("as_of = \"9999-12-31T12:00:00Z\"\n[pending]\nkind = \"short\"\n[running]\nkind = \"long\"\n[pause]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, problems := read(File, data)
		if problems != nil {
			return
		}
		for _, r := range []Rules{rules(nil), rules(func(r *Rules) { office(r); r.By, r.Daily, r.LongEvery = ByClock, "10:00", 2 })} {
			now := monday
			c := New(r, s, now)
			Day(r, s, now, now)
			c.Advance(now)
			c.Asked(now)
			sane(t, c, now)
			text, err := c.State(now).text()
			if err != nil {
				t.Fatal(err)
			}
			if _, problems := read(File, text); problems != nil {
				t.Fatalf("it cannot read what it wrote: %v\n%s", problems, text)
			}
			c.Resume(now)
			c.Asked(now)
			for n := range 400 { // over a day
				if next := c.Next(); !next.IsZero() {
					now = next
				}
				for _, e := range c.Advance(now) {
					if e.Kind == Due {
						return // it got over whatever was kept
					}
				}
				if sane(t, c, now); n == 399 {
					t.Fatalf("nothing is due: %+v", c.Status(now))
				}
			}
		}
	})
}

// FuzzActions does anything, at any time.
func FuzzActions(f *testing.F) {
	f.Add([]byte("anything at all"), uint8(0))
	rng := rand.New(rand.NewPCG(1, 1))
	for n := range uint8(20) {
		b := make([]byte, 300)
		for i := range b {
			b[i] = byte(rng.IntN(256))
		}
		f.Add(b, n)
	}
	f.Fuzz(func(t *testing.T, does []byte, with uint8) {
		choices := []Rules{
			rules(nil),
			rules(func(r *Rules) { office(r); r.Daily, r.LongEvery = "15:00", 3 }),
			rules(byClock(0, 20, 40)),
			rules(func(r *Rules) { r.Daily, r.HeadsUp = "00:05", false }),
			rules(func(r *Rules) { office(r); r.By, r.Daily = ByClock, "12:28" }),
			{},
			{On: true, By: "never", Every: -1, Minutes: []int{99, -3}, Daily: "late", LongEvery: -4, SnoozeLimit: -1, DaysOff: []string{"x"}},
		}
		r := choices[int(with)%len(choices)]
		w := newWorld(t, r, dateIn("2026-10-24 20:00", zone(zones[int(with)%len(zones)])))
		for i := 0; i+1 < len(does) && i < 600; i += 2 {
			do(w, does[i], time.Duration(does[i+1]), choices)
		}
		end := w.wall
		w.run(time.Hour)
		if !w.wall.Equal(end.Add(time.Hour)) {
			t.Fatal("time stood still")
		}
	})
}

// do does something; d is 0 to 255.
func do(w *world, what byte, d time.Duration, choices []Rules) {
	wish := func(ev []Event, _ *message.Message) { w.hear(ev) }
	whys := []Why{Idle, Locked, Asleep}
	switch what % 32 {
	case 0, 1, 2, 3:
		w.run(d * minute / 4)
	case 4:
		w.run(d * second)
	case 5: // nobody calls
		w.pass(d * d * second)
	case 6:
		w.sleep(d * minute)
	case 7:
		w.set((d - 128) * minute)
	case 8:
		w.set((d - 128) * 20 * time.Millisecond)
	case 9:
		w.wall = w.wall.In(zone(zones[int(d)%len(zones)]))
	case 10, 11:
		w.hear(w.c.Away(whys[d%3], w.wall.Add(-d*second), w.now()))
	case 12, 13, 14:
		w.hear(w.c.Back(whys[d%3], w.now()))
	case 15:
		w.hear(w.c.Unwatched(w.now()))
	case 16:
		w.hear(w.c.Hold(Reasons[d%6:], w.now()))
	case 17:
		w.hear(w.c.Hold(Reasons[5:], w.now()))
	case 18:
		w.hear(w.c.Free(w.now()))
	case 19:
		w.asked = func(w *world, e Event) { w.hear(w.c.Hold(Reasons[d%6:], w.now())) }
	case 20:
		w.asked = nil
	case 21:
		wish(w.c.Snooze((d-2)*minute, w.now()))
	case 22:
		wish(w.c.Skip(w.now()))
	case 23:
		wish(w.c.Pause(w.wall.Add((d-20)*minute), w.now()))
	case 24:
		wish(w.c.Pause(time.Time{}, w.now()))
	case 25:
		wish(w.c.Resume(w.now()))
	case 26:
		wish(w.c.Start("micro-1", w.now()))
	case 27:
		wish(w.c.End([]exercise.Area{exercise.AreaNeck}[:d%2], d%3 == 0, w.now()))
	case 28:
		w.hear(w.c.Did("yoga-flow", nil, w.wall.Add((20-d)*minute), w.now()))
	case 29:
		w.hear(w.c.SetRules(choices[int(d)%len(choices)], w.now()))
	case 30:
		s := w.c.State(w.now())
		w.pass(d * second)
		w.c = New(w.c.rules, s, w.now())
		w.hear(w.c.Advance(w.now()))
	case 31:
		w.c.SetLength(Kinds[d%3], (d-5)*minute)
		w.hear(w.c.Advance(w.now()))
	}
}
