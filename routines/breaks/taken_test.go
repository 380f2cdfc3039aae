package breaks

import (
	"slices"
	"testing"
	"time"

	"catcow/routines/exercise"
)

// TestBreak: a break is started, played and over.
func TestBreak(t *testing.T) {
	areas := []exercise.Area{exercise.AreaNeck}
	start := func(w *world) {
		w.t.Helper()
		ev, no := w.c.Start("micro-3", w.now())
		if no != nil {
			w.t.Fatal(no)
		}
		w.hear(ev)
	}
	w := newWorld(t, rules(nil), monday)
	w.run(55 * minute)
	start(w)
	if n := len(w.of(Withdrawn)); n != 1 {
		t.Errorf("the question stays: %v", w.all)
	}
	if st := w.c.Status(w.now()); st.Mode != OnBreak || st.Routine != "micro-3" || st.Break != Short || st.Progress != 1 {
		t.Errorf("%+v", st)
	}
	w.run(3 * minute)
	w.c.End(areas, true, w.now())
	st := w.c.State(w.now())
	if len(st.Recent) != 1 || st.Recent[0].Kind != Short || !slices.Equal(st.Recent[0].Areas, areas) || !st.Recent[0].At.Equal(w.wall) || st.Active != 0 {
		t.Errorf("%+v", st)
	}
	if n := len(w.of(Withdrawn)); n != 1 {
		t.Errorf("taken back twice: %v", w.all)
	}

	// Left in the middle it counts; closed at once it does not, and is not asked about again.
	for moved, want := range map[bool][]string{true: {"short 09:50", "short 10:42"}, false: {"short 09:50", "short 10:40"}} {
		w := newWorld(t, rules(nil), monday)
		w.run(51 * minute)
		start(w)
		w.run(minute)
		if moved {
			w.c.End(areas, false, w.now())
		} else {
			w.c.End(nil, false, w.now())
			if st := w.c.Status(w.now()); st.Mode != Waiting || len(w.c.recent) != 0 {
				t.Errorf("%+v, %v", st, w.c.recent)
			}
		}
		w.till(date("2026-11-23 10:45"))
		if !moved { // the minute it was open does not count
			want[1] = "short 10:41"
		}
		expect(t, "left", w.dues(), want)
	}

	// Nobody says that it ended.
	w = newWorld(t, rules(nil), monday)
	w.run(50 * minute)
	start(w)
	w.run(2 * hour)
	expect(t, "never ended", w.dues(), []string{"short 09:50", "short 11:40"})
}

// TestDid: a routine of one's own accord counts as a break.
func TestDid(t *testing.T) {
	tests := []struct {
		name string
		at   time.Duration // when it is told
		ago  time.Duration
		next string
	}{
		{"just now", 40 * minute, 0, "10:30"},
		{"a little ago", 40 * minute, 5 * minute, "10:25"},
		{"yesterday", 40 * minute, 24 * hour, "09:50"},
		{"ahead", 40 * minute, -hour, "10:30"},
		{"while one is due", 52 * minute, 0, "10:42"},
		{"while one is due, shortly before", 52 * minute, 4 * minute, "10:40"},
	}
	for _, tt := range tests {
		w := newWorld(t, rules(nil), monday)
		w.run(tt.at)
		w.hear(w.c.Did("yoga-flow", []exercise.Area{exercise.AreaHips}, w.wall.Add(-tt.ago), w.now()))
		if st := w.c.Status(w.now()); st.Mode != Counting || st.Next.Format("15:04") != tt.next {
			t.Errorf("%s: %+v, want %s", tt.name, st, tt.next)
		}
		if n := len(w.of(Withdrawn)); (n == 1) != (tt.at > 50*minute) {
			t.Errorf("%s: %v", tt.name, w.all)
		}
		if r := w.c.recent; len(r) != 1 || r[0].Kind != "" || r[0].Routine != "yoga-flow" || r[0].At.After(w.wall) {
			t.Errorf("%s: %+v", tt.name, r)
		}
	}
	w := newWorld(t, rules(nil), monday)
	w.c.Start("micro-3", w.now())
	w.run(3 * minute)
	w.hear(w.c.Did("micro-3", nil, w.wall, w.now()))
	if st := w.c.Status(w.now()); st.Mode != Counting || w.c.recent[0].Kind != Short {
		t.Errorf("it was the break: %+v", st)
	}
	for n := range 80 {
		w.c.Did("x", nil, w.wall.Add(-time.Duration(n)*24*hour), w.now())
		w.c.Did("x", nil, w.wall.Add(-time.Duration(n)*minute), w.now())
	}
	if n := len(w.c.recent); n != mostRecent || w.c.recent[0].At.Before(w.wall.AddDate(0, 0, -recentDays)) {
		t.Errorf("%d kept, from %v", n, w.c.recent[0].At)
	}
	sane(t, w.c, w.now())
}
