package breaks

import (
	"testing"
	"time"

	"catcow/routines/message"
)

// said is a message, or "" when there is none.
func said(m *message.Message) string {
	if m == nil {
		return ""
	}
	return m.String()
}

func TestHold(t *testing.T) {
	w := newWorld(t, rules(nil), monday)
	w.asked = func(w *world, e Event) { w.hear(w.c.Hold([]Reason{FullScreen}, w.now())) }
	w.run(2 * hour)
	expect(t, "held for long", w.dues(), []string{"short 09:50"})
	w.hear(w.c.Hold([]Reason{Microphone, FullScreen, Microphone}, w.now()))
	w.asked = nil
	w.hear(w.c.Free(w.now()))
	w.hear(w.c.Free(w.now()))
	if n := len(w.all); n != 3 || w.all[2].Waited.String() != "It waited for your call." || w.all[2].Break != Short {
		t.Fatalf("%+v", w.all)
	}
	// Counting began when it asked.
	if next := w.c.Status(w.now()); next.Mode != Waiting {
		t.Errorf("%+v", next)
	}
	w.run(50 * minute)
	expect(t, "and then", w.dues(), []string{"short 09:50", "short 11:00", "short 11:50"})
}

func TestWaitedWords(t *testing.T) {
	for r, want := range map[Reason][2]string{
		Microphone:   {"Waiting for your call to end.", "It waited for your call."},
		Camera:       {"Waiting for your call to end.", "It waited for your call."},
		Sharing:      {"Waiting until you stop sharing your screen.", "It waited while you shared your screen."},
		FullScreen:   {"Waiting until nothing fills the screen.", "It waited while the screen was full."},
		DoNotDisturb: {"Waiting until the desktop may speak up again.", "It waited while the desktop was asked to be quiet."},
		Typing:       {"Waiting for a pause in your typing.", ""},
	} {
		w := newWorld(t, rules(nil), monday)
		w.asked = func(w *world, e Event) { w.hear(w.c.Hold([]Reason{r}, w.now())) }
		w.run(51 * minute)
		if got := w.c.Status(w.now()).Reason.String(); got != want[0] {
			t.Errorf("%s: %q", r, got)
		}
		w.asked = nil
		w.hear(w.c.Free(w.now()))
		if got := w.all[len(w.all)-1]; got.Kind != Due || got.Waited.String() != want[1] {
			t.Errorf("%s: %+v", r, got)
		}

		off := rules(nil)
		off.NotNow = NotNow{}
		w = newWorld(t, off, monday)
		w.asked = func(w *world, e Event) { w.c.Hold([]Reason{r}, w.now()) }
		w.run(50 * minute)
		if got := w.c.Status(w.now()); got.Mode != Waiting || got.Reason.String() != "Waiting for your answer." {
			t.Errorf("%s, which is not minded: %+v", r, got)
		}
	}
}

// TestTyping: who types on and on is asked all the same.
func TestTyping(t *testing.T) {
	w := newWorld(t, rules(nil), monday)
	w.asked = func(w *world, e Event) { w.hear(w.c.Hold([]Reason{Typing}, w.now())) }
	w.run(hour)
	expect(t, "dues", w.dues(), []string{"short 09:50", "short 09:52"})
	if st := w.c.Status(w.now()); st.Reason.String() != "Waiting for your answer." {
		t.Errorf("%s", st.Reason)
	}
}

func TestSnooze(t *testing.T) {
	w := newWorld(t, rules(nil), monday)
	w.run(50 * minute)
	for n := range 3 {
		if left := w.c.Status(w.now()).SnoozesLeft; left != 3-n {
			t.Errorf("%d snoozes left", left)
		}
		ev, no := w.c.Snooze(0, w.now())
		w.hear(ev)
		if no != nil {
			t.Fatal(no)
		}
		if st := w.c.Status(w.now()); st.Mode != Counting || !st.Next.Equal(w.wall.Add(5*minute)) || st.Progress < .9 || st.Progress >= 1 {
			t.Errorf("%+v", st)
		}
		w.run(5 * minute)
	}
	_, no := w.c.Snooze(0, w.now())
	if said(no) != "This break cannot be put off again. Start it, or skip it." {
		t.Errorf("%v", no)
	}
	expect(t, "dues", w.dues(), []string{"short 09:50", "short 09:55", "short 10:00", "short 10:05"})
	if n := len(w.of(Withdrawn)); n != 3 {
		t.Errorf("withdrawn %d times", n)
	}
	w.run(50 * minute)
	if _, no := w.c.Snooze(10*minute, w.now()); no != nil {
		t.Errorf("the next break: %v", no)
	}
	for d, want := range map[time.Duration]string{
		30 * second: "A break can be put off by 1 to 60 minutes. For longer, pause.",
		-minute:     "A break can be put off by 1 to 60 minutes. For longer, pause.",
		2 * hour:    "A break can be put off by 1 to 60 minutes. For longer, pause.",
		hour:        "",
	} {
		if _, no := w.c.Snooze(d, w.now()); said(no) != want {
			t.Errorf("%v: %v", d, no)
		}
	}
}

// TestAhead: a break can be put off or left out before it is due.
func TestAhead(t *testing.T) {
	clock := rules(byClock(0, 30))
	tests := []struct {
		name  string
		rules Rules
		do    func(*Clock, time.Time) *message.Message // at 09:10
		want  []string                                 // until 10:50
		again string
	}{
		{"put off", rules(nil), func(c *Clock, now time.Time) *message.Message { _, no := c.Snooze(0, now); return no },
			[]string{"short 09:55", "short 10:45"}, ""},
		{"put off by the clock", clock, func(c *Clock, now time.Time) *message.Message { _, no := c.Snooze(0, now); return no },
			[]string{"short 09:35", "short 10:00", "short 10:30"}, ""},
		{"left out", rules(nil), func(c *Clock, now time.Time) *message.Message { _, no := c.Skip(now); return no },
			[]string{"short 10:40"}, "The next break is left out already. For longer, pause."},
		{"left out by the clock", clock, func(c *Clock, now time.Time) *message.Message { _, no := c.Skip(now); return no },
			[]string{"short 10:00", "short 10:30"}, "The next break is left out already. For longer, pause."},
		{"put off, then left out, by the clock", clock, func(c *Clock, now time.Time) *message.Message {
			c.Snooze(0, now)
			_, no := c.Skip(now)
			return no
		}, []string{"short 10:00", "short 10:30"}, ""},
		{"taken early", rules(nil), func(c *Clock, now time.Time) *message.Message {
			c.Start("micro-3", now)
			_, no := c.End(nil, true, now)
			return no
		}, []string{"short 10:00", "short 10:50"}, ""},
		{"taken early by the clock", clock, func(c *Clock, now time.Time) *message.Message {
			c.Start("micro-3", now)
			_, no := c.End(nil, true, now)
			return no
		}, []string{"short 09:30", "short 10:00", "short 10:30"}, ""},
	}
	for _, tt := range tests {
		w := newWorld(t, tt.rules, monday)
		w.run(10 * minute)
		if no := tt.do(w.c, w.now()); no != nil {
			t.Errorf("%s: %v", tt.name, no)
		}
		next := w.c.Status(w.now()).Next.Format("15:04")
		if tt.again != "" {
			if _, no := w.c.Skip(w.now()); said(no) != tt.again {
				t.Errorf("%s, twice: %v", tt.name, no)
			}
		}
		w.till(date("2026-11-23 10:50"))
		expect(t, tt.name, w.dues(), tt.want)
		if "short "+next != tt.want[0] {
			t.Errorf("%s: next said to be at %s", tt.name, next)
		}
	}
}

func TestSkip(t *testing.T) {
	w := newWorld(t, rules(nil), monday)
	w.run(55 * minute)
	ev, no := w.c.Skip(w.now())
	if no != nil || len(ev) != 1 || ev[0].Kind != Withdrawn {
		t.Errorf("%v, %v", ev, no)
	}
	if st := w.c.Status(w.now()); st.Mode != Counting || !st.Next.Equal(w.wall.Add(50*minute)) {
		t.Errorf("%+v", st)
	}
	w = newWorld(t, rules(byClock(25, 55)), monday)
	w.run(26 * minute)
	w.c.Skip(w.now())
	w.run(hour)
	expect(t, "by the clock", w.dues(), []string{"short 09:25", "short 09:55", "short 10:25"})
}

// TestPause: pausing never resets.
func TestPause(t *testing.T) {
	w := newWorld(t, rules(nil), monday)
	w.run(40 * minute)
	if _, no := w.c.Pause(w.wall.Add(30*minute), w.now()); no != nil {
		t.Fatal(no)
	}
	st := w.c.Status(w.now())
	if st.Mode != Paused || !st.Until.Equal(w.wall.Add(30*minute)) || !st.Next.Equal(w.wall.Add(40*minute)) || st.Progress != .8 {
		t.Errorf("%+v", st)
	}
	w.run(50 * minute)
	expect(t, "dues", w.dues(), []string{"short 10:20"})
	expect(t, "ended", w.of(PauseEnded), []time.Time{date("2026-11-23 10:10")})

	// Paused while due: taken back, and asked again afterwards.
	ev, no := w.c.Pause(time.Time{}, w.now())
	if no != nil || len(ev) != 1 || ev[0].Kind != Withdrawn {
		t.Errorf("%v, %v", ev, no)
	}
	if st := w.c.Status(w.now()); st.Mode != Paused || !st.Until.IsZero() || !st.Next.IsZero() || !w.c.Next().IsZero() {
		t.Errorf("%+v, called again at %v", st, w.c.Next())
	}
	w.run(26 * hour)
	if ev, no = w.c.Resume(w.now()); no != nil || len(ev) != 2 || ev[0].Kind != PauseEnded || ev[1].Kind != Due {
		t.Errorf("%v, %v", ev, no)
	}
	if _, no = w.c.Resume(w.now()); said(no) != "Breaks are not paused." {
		t.Errorf("%v", no)
	}
	if _, no = w.c.Pause(w.wall, w.now()); said(no) != "A pause cannot end in the past." {
		t.Errorf("%v", no)
	}

	// A rest during a pause is a rest.
	w = newWorld(t, rules(nil), monday)
	w.run(40 * minute)
	w.c.Pause(w.wall.Add(30*minute), w.now())
	w.away(Locked, 0)
	w.run(20 * minute)
	w.back(Locked)
	w.run(hour)
	expect(t, "rested in a pause", w.dues(), []string{"short 11:00"})
	if got := w.of(Rested); got != nil {
		t.Errorf("rested at %v, which nobody wants to know in a pause", got)
	}
}

// TestRefusals: what makes no sense now is said.
func TestRefusals(t *testing.T) {
	const off, running, paused, outside = "Breaks are switched off. Settings switches them on.", "A break is being taken just now.",
		"Breaks are paused. Resume them first.", "No break comes outside your working hours."
	states := map[string]func(*world){
		"off":     func(w *world) { w.c.SetRules(DefaultRules(), w.now()) },
		"running": func(w *world) { w.c.Start("micro-1", w.now()) },
		"paused":  func(w *world) { w.c.Pause(time.Time{}, w.now()) },
		"outside": func(w *world) { w.till(date("2026-11-23 20:00")) },
		"open":    func(w *world) {},
	}
	wishes := map[string]func(*world) *message.Message{
		"snooze": func(w *world) *message.Message { _, no := w.c.Snooze(0, w.now()); return no },
		"skip":   func(w *world) *message.Message { _, no := w.c.Skip(w.now()); return no },
		"pause":  func(w *world) *message.Message { _, no := w.c.Pause(time.Time{}, w.now()); return no },
		"start":  func(w *world) *message.Message { _, no := w.c.Start("micro-3", w.now()); return no },
		"end":    func(w *world) *message.Message { _, no := w.c.End(nil, true, w.now()); return no },
		"resume": func(w *world) *message.Message { _, no := w.c.Resume(w.now()); return no },
	}
	const notPaused, notRunning = "Breaks are not paused.", "No break is being taken."
	want := map[string]map[string]string{
		"off":     {"snooze": off, "skip": off, "pause": off, "resume": notPaused, "end": notRunning},
		"running": {"snooze": running, "skip": running, "start": running, "resume": notPaused},
		"paused":  {"snooze": paused, "skip": paused, "end": notRunning},
		"outside": {"snooze": outside, "skip": outside, "resume": notPaused, "end": notRunning},
		"open":    {"resume": notPaused, "end": notRunning},
	}
	for state, enter := range states {
		for wish, do := range wishes {
			w := newWorld(t, rules(office), monday)
			enter(w)
			if got := said(do(w)); got != want[state][wish] {
				t.Errorf("%s while %s: %q, want %q", wish, state, got, want[state][wish])
			}
			sane(t, w.c, w.now())
		}
	}
	w := newWorld(t, rules(func(r *Rules) { r.SnoozeLimit = 0 }), monday)
	if _, no := w.c.Snooze(0, w.now()); said(no) != "This break cannot be put off again. Start it, or skip it." {
		t.Errorf("%v", no)
	}
}

func TestTomorrow(t *testing.T) {
	tests := []struct {
		now    string
		office bool
		want   string
	}{
		{"2026-11-23 15:00", false, "2026-11-24 04:00"},
		{"2026-11-23 01:00", false, "2026-11-23 04:00"}, // a long evening
		{"2026-11-23 04:00", false, "2026-11-24 04:00"},
		{"2026-11-23 15:00", true, "2026-11-24 09:00"},
		{"2026-11-27 15:00", true, "2026-11-30 09:00"},
		{"2026-11-23 01:00", true, "2026-11-23 09:00"},
	}
	for _, tt := range tests {
		w := newWorld(t, rules(func(r *Rules) {
			if tt.office {
				office(r)
			}
		}), date(tt.now))
		if got := w.c.Tomorrow(w.now()); !got.Equal(date(tt.want)) {
			t.Errorf("at %s: %v, want %s", tt.now, got, tt.want)
		}
	}
}
