package terminal

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"catcow/gui/system"
	"catcow/routines"
	"catcow/routines/plan"
)

// Without a terminal to press keys on, playing is plain lines, keeps to the time and ends by itself.
func TestPlayPlainly(t *testing.T) {
	for _, tt := range []struct {
		args string
		took time.Duration
	}{
		{"play combo-10 --length 3m --terminal --speed 600", 300 * time.Millisecond},
		{"play combo-10 --terminal --length 7m --speed 60", 7 * time.Second},
		{"play workout-minute --terminal", time.Minute},
		{"play evening-tea --length 10m --terminal", 10 * time.Minute},
	} {
		t.Run(tt.args, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				began := time.Now()
				r := run(t, strings.Fields(tt.args)...)
				if r.code != Fine || r.err != "" {
					t.Fatalf("code %d, %s", r.code, r.err)
				}
				if took := time.Since(began); took < tt.took || took > tt.took+2*frame {
					t.Errorf("it took %v, want %v", took, tt.took)
				}
				if !strings.Contains(r.out, ", all of it.\nYou did ") {
					t.Errorf("the end is not said:\n%s", r.out)
				}
				if strings.ContainsAny(r.out, "\r\x1b") {
					t.Errorf("the lines are not plain: %q", r.out)
				}
			})
		})
	}
}

// What is played is what is planned, and the whole of it is said.
func TestPlaySaysEverySegment(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := run(t, "play", "combo-10", "--length", "7m", "--terminal", "--speed", "100")
		golden(t, "play-combo-7m.txt", r.out)
		lib := routines.Load("")
		combo, _ := lib.Get("combo-10")
		p, err := plan.Fit(plan.Input{Routine: combo, Catalogue: lib.Catalogue, Length: 7 * time.Minute})
		if err != nil {
			t.Fatal(err)
		}
		at := 0
		for _, s := range p.Segments {
			if s.Kind != plan.Work {
				continue
			}
			line := clock(s.Start) + "  " + what(s)
			i := strings.Index(r.out[at:], line)
			if i < 0 {
				t.Fatalf("%q is not said where it belongs", line)
			}
			at += i
		}
	})
}

// Without a display the reason and the way to a window are said, one line each, and something plays.
func TestWithoutDisplay(t *testing.T) {
	for _, tt := range []struct {
		args, plays string
		why         error
		reason      string
		took        time.Duration
	}{
		{"", "Pre-Workout Minute", system.ErrNoDisplay, "there is no display here", time.Minute},
		{"", "Pre-Workout Minute", errors.New("the display :7 does not answer"), "the display :7 does not answer", time.Minute},
		{"play combo-10 --length 3m", "The 10-Minute Combo", system.ErrNoDisplay, "there is no display here", 3 * time.Minute},
	} {
		synctest.Test(t, func(t *testing.T) {
			began := time.Now()
			r := runIn(t, t.TempDir(), tt.why, nil, strings.Fields(tt.args)...)
			lines := strings.Split(r.err, "\n")
			if r.code != Fine || r.asked != nil || len(lines) != 4 ||
				!strings.Contains(lines[0], tt.reason) || !strings.Contains(lines[1], "xvfb-run catcow") {
				t.Errorf("%q: code %d, %s", tt.args, r.code, r.err)
			}
			if !strings.HasPrefix(r.out, tt.plays) || !strings.Contains(r.out, "all of it.") {
				t.Errorf("%q plays\n%s", tt.args, r.out)
			}
			if took := time.Since(began); took < tt.took || took > tt.took+2*frame {
				t.Errorf("%q took %v", tt.args, took)
			}
		})
	}
}

// live is a player on a terminal with keys, playing until it ends.
type live struct {
	keys chan key
	out  *bytes.Buffer
	cues *[]cue
	stop context.CancelFunc
	done chan struct{}
}

func playLive(t *testing.T, id string, length time.Duration) live {
	t.Helper()
	lib := routines.Load("")
	r, _ := lib.Get(id)
	p, err := plan.Fit(plan.Input{Routine: r, Catalogue: lib.Catalogue, Length: length})
	if err != nil {
		t.Fatal(err)
	}
	l := live{keys: make(chan key), out: &bytes.Buffer{}, cues: &[]cue{}, done: make(chan struct{})}
	ctx, stop := context.WithCancel(t.Context())
	l.stop = stop
	pl := &player{
		screen: &screen{live: true, end: "\r\n", out: l.out, width: func() int { return 60 }},
		keys:   l.keys, speed: 1, sound: func(c cue) { *l.cues = append(*l.cues, c) },
	}
	go func() {
		defer close(l.done)
		pl.play(ctx, p, lib)
	}()
	return l
}

// after lets time go by and presses keys.
func (l live) after(d time.Duration, keys ...key) {
	time.Sleep(d)
	for _, k := range keys {
		l.keys <- k
	}
	synctest.Wait()
}

func TestPlayWithKeys(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := playLive(t, "combo-10", 3*time.Minute)
		defer l.stop()
		l.after(10*time.Second, keyPause)
		l.after(time.Hour, keyPause)
		l.after(time.Second, keyMore, keyEase, keyMute)
		played := len(*l.cues)
		l.after(time.Second, keyNext, keyNext, keyBack, keyMute, keyQuit)
		<-l.done
		out := l.out.String()
		for _, want := range []string{
			"space pause · n next", "paused", "going on", "Torso Rotations", "repetitions", "sound off", "sound on",
			"Nothing done this time.",
		} {
			if !strings.Contains(out, want) {
				t.Errorf("%q is missing in\n%s", want, out)
			}
		}
		if played == 0 {
			t.Error("no sound was played")
		}
		if len(*l.cues) > played+1 { // the end itself
			t.Errorf("muted, it sounded: %v", (*l.cues)[played:])
		}
	})
}

// An activity waits for the person here, however long it takes.
func TestPlayWaitsInActivity(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := playLive(t, "combo-10", 3*time.Minute)
		defer l.stop()
		began := time.Now()
		l.after(5*time.Hour, keyPause)
		<-l.done
		if took := time.Since(began); took < 5*time.Hour+time.Minute || took > 5*time.Hour+2*time.Minute {
			t.Errorf("it took %v", took)
		}
		if out := l.out.String(); !strings.Contains(out, "as long as the day needs") || !strings.Contains(out, "all of it") {
			t.Errorf("said\n%s", out)
		}
	})
}

func TestPlayStopsWhenToldTo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := playLive(t, "combo-10", 3*time.Minute)
		time.Sleep(50 * time.Second)
		l.stop()
		<-l.done
		if out := l.out.String(); !strings.Contains(out, "0:50 of it.") || !strings.Contains(out, "You did Torso Rotations.") {
			t.Errorf("said\n%s", out)
		}
	})
}

// Where nobody can press a key, a machine that slept does not leave the session standing.
func TestPlainPlayGoesOnAfterGap(t *testing.T) {
	lib := routines.Load("")
	r, _ := lib.Get("workout-minute")
	p, err := plan.Fit(plan.Input{Routine: r, Catalogue: lib.Catalogue})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	now := time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC)
	pl := &player{screen: &screen{out: &out, end: "\n"}, speed: 1, mute: true, now: now}
	pl.begin(p, lib)
	pl.to(now.Add(time.Hour))
	for range 600 {
		pl.to(pl.now.Add(frame * 2))
	}
	if !pl.over() || !strings.Contains(out.String(), "going on") {
		t.Errorf("it is not over:\n%s", out.String())
	}
}

// A status line never is wider than the terminal, and what it covers is wiped.
func TestStatusLine(t *testing.T) {
	var out bytes.Buffer
	s := &screen{live: true, end: "\r\n", out: &out, width: func() int { return 10 }}
	s.status("holding… and more")
	s.status("holding… and less") // looks the same
	s.line("said")
	s.status("")
	want := "holding… \r         \rsaid\r\nholding… \r         \r"
	if out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
}
