package breaks

import (
	"testing"
	"time"
	_ "time/tzdata"
	"unsafe"

	"catcow/routines/exercise"
	"catcow/routines/tomlfile"
)

// A world is a computer with a steady clock that stands still while it sleeps, a wall clock that can be set, a time
// zone that can change, and a resident that calls Advance when Next says so, by a timer of the steady clock.
type world struct {
	t     *testing.T
	c     *Clock
	wall  time.Time
	mono  time.Duration
	slept time.Duration
	all   []Event

	armed time.Time     // the Next that the timer is set for
	fires time.Duration // by the steady clock

	// asked says what the person does about a break that is due. Nil: they are asked and do not answer.
	asked func(w *world, e Event)
}

const (
	second = time.Second
	minute = time.Minute
	hour   = time.Hour
)

func newWorld(t *testing.T, r Rules, start time.Time) *world {
	w := &world{t: t, wall: start, mono: time.Hour}
	w.c = New(r, State{}, w.now())
	return w
}

// reading is a time as time.Now gives it, with a wall clock and a steady clock that are set apart. Nothing outside of
// package time can make one, so it is laid out by hand as that package has it since Go 1.9.
func reading(wall time.Time, mono time.Duration) time.Time {
	type layout struct {
		wall uint64
		ext  int64
		loc  *time.Location
	}
	const to1885 = 2682288000 // seconds from 1885 to 1970
	loc := wall.Location()
	if loc == time.UTC {
		loc = nil
	}
	l := layout{1<<63 | uint64(wall.Unix()+to1885)<<30 | uint64(wall.Nanosecond()), int64(mono), loc}
	return *(*time.Time)(unsafe.Pointer(&l))
}

func TestReading(t *testing.T) {
	a := reading(date("2026-11-22 18:00:00"), hour)
	b := reading(date("2026-11-22 17:00:05"), hour+7*second)
	if got := b.Sub(a); got != 7*second {
		t.Fatalf("the steady clock: %v", got)
	}
	if got := b.Round(0).Sub(a.Round(0)); got != -hour+5*second {
		t.Fatalf("the wall clock: %v", got)
	}
	berlin := zone("Europe/Berlin")
	if got := reading(date("2026-11-22 18:00:00").In(berlin), hour); got.Hour() != 19 || got.Location() != berlin {
		t.Fatalf("the zone: %v", got)
	}
}

// date reads a time as UTC.
func date(text string) time.Time { return dateIn(text, time.UTC) }

func dateIn(text string, loc *time.Location) time.Time {
	for _, form := range []string{time.DateTime, "2006-01-02 15:04", time.DateOnly} {
		if t, err := time.ParseInLocation(form, text, loc); err == nil {
			return t
		}
	}
	panic("not a date: " + text)
}

func zone(name string) *time.Location {
	loc, err := time.LoadLocation(name)
	if err != nil {
		panic(err)
	}
	return loc
}

func (w *world) now() time.Time { return reading(w.wall, w.mono) }

// hear takes events in and lets the person act on them.
func (w *world) hear(ev []Event) {
	w.t.Helper()
	w.all = append(w.all, ev...)
	sane(w.t, w.c, w.now())
	w.armed = time.Time{} // after every call
	w.arm()
	for _, e := range ev {
		if e.Kind != Due {
			continue
		}
		if w.asked != nil {
			w.asked(w, e)
		} else {
			w.hear(w.c.Asked(w.now()))
		}
	}
}

// run lets time go by with the computer running.
func (w *world) run(d time.Duration) {
	w.t.Helper()
	end := w.mono + d
	for calls := 0; w.mono < end; calls++ {
		if calls > 100_000 {
			w.t.Fatalf("at %v the clock does not get on: %+v", w.wall, w.c.deadline())
		}
		w.arm()
		if w.armed.IsZero() || w.fires > end {
			w.pass(end - w.mono)
			return
		}
		w.pass(max(w.fires-w.mono, 0))
		w.hear(w.c.Advance(w.now()))
	}
}

// till runs to a time of the wall clock.
func (w *world) till(t time.Time) {
	w.t.Helper()
	w.run(t.Sub(w.wall))
}

func (w *world) pass(d time.Duration) { w.wall, w.mono = w.wall.Add(d), w.mono+d }

// arm sets the resident's timer anew when the clock has another Next.
func (w *world) arm() {
	if next := w.c.Next(); next != w.armed {
		w.armed, w.fires = next, w.mono+next.Sub(w.wall)
	}
}

// sleep suspends the computer; nobody says so.
func (w *world) sleep(d time.Duration) {
	w.set(d)
	w.slept += d
}

// set sets the wall clock.
func (w *world) set(d time.Duration) {
	w.arm()
	w.wall = w.wall.Add(d)
}

func (w *world) away(why Why, since time.Duration) {
	w.hear(w.c.Away(why, w.wall.Add(-since), w.now()))
}

func (w *world) back(why Why) { w.hear(w.c.Back(why, w.now())) }

// takes is a person who takes every break at once, for so long.
func takes(d time.Duration) func(*world, Event) {
	return func(w *world, e Event) {
		w.hear(w.c.Asked(w.now()))
		ev, no := w.c.Start("micro-3", w.now())
		if no != nil {
			w.t.Fatal(no)
		}
		w.hear(ev)
		w.run(d)
		if ev, no = w.c.End([]exercise.Area{exercise.AreaNeck}, true, w.now()); no != nil {
			w.t.Fatal(no)
		}
		w.hear(ev)
	}
}

// of lists when events of a kind were.
func (w *world) of(kind EventKind) []time.Time {
	var out []time.Time
	for _, e := range w.all {
		if e.Kind == kind {
			out = append(out, e.At)
		}
	}
	return out
}

// dues lists the breaks as "short 10:50".
func (w *world) dues() []string {
	var out []string
	for _, e := range w.all {
		if e.Kind == Due {
			out = append(out, string(e.Break)+" "+e.At.In(w.wall.Location()).Format("15:04"))
		}
	}
	return out
}

// expect compares a list of texts.
func expect[T comparable](t *testing.T, what string, got, want []T) {
	t.Helper()
	same := len(got) == len(want)
	for i := 0; same && i < len(got); i++ {
		same = got[i] == want[i]
	}
	if !same {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

// rules are those of a person who switched breaks on and left out the daily reset.
func rules(change func(*Rules)) Rules {
	r := DefaultRules()
	r.On, r.Daily = true, NoDaily
	if change != nil {
		change(&r)
	}
	return r
}

// office hours, with a lunch break.
func office(r *Rules) {
	for day := time.Monday; day <= time.Friday; day++ {
		*r.Hours.Day(day) = []string{"09:00-12:30", "13:30-17:30"}
	}
}

func byClock(minutes ...int) func(*Rules) {
	return func(r *Rules) { r.By, r.Minutes = ByClock, minutes }
}

func every(d time.Duration) tomlfile.Duration { return tomlfile.Duration(d) }
