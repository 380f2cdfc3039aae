package play

import (
	"maps"
	"slices"
	"testing"
	"time"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/plan"
	"catcow/routines/session"
)

func TestBreaths(t *testing.T) {
	for hold, want := range map[time.Duration]int{
		5 * time.Second: 1, 10 * time.Second: 1, 14 * time.Second: 2, 15 * time.Second: 2, 20 * time.Second: 2,
		25 * time.Second: 3, 30 * time.Second: 3, 35 * time.Second: 4, 40 * time.Second: 4, 45 * time.Second: 5,
		60 * time.Second: 6, 300 * time.Second: 30,
	} {
		if got := breaths(hold); got != want {
			t.Errorf("a hold of %v has %d breaths, want %d (%v each)", hold, got, want, hold/time.Duration(got))
		}
	}
}

func TestBreathIsWholeAndLongerOut(t *testing.T) {
	const step = 50 * time.Millisecond
	for hold := 5 * time.Second; hold <= 3*time.Minute; hold += time.Second {
		in, turns := 0, 0
		last, lastIn := 0.0, true
		for at := time.Duration(0); at < hold; at += step {
			full, way := breath(at, hold)
			if full < 0 || full > 1 {
				t.Fatalf("%v into %v the lungs are %v full", at, hold, full)
			}
			if way {
				in++
			}
			if way && !lastIn {
				turns++
			}
			if way == lastIn && (way && full < last || !way && full > last) {
				t.Fatalf("%v into %v the breath goes back", at, hold)
			}
			last, lastIn = full, way
		}
		if got := turns + 1; got != breaths(hold) {
			t.Errorf("%v: %d breaths, want %d", hold, got, breaths(hold))
		}
		if share := float64(in) * float64(step) / float64(hold); share < 0.38 || share > 0.42 {
			t.Errorf("%v: %.2f of it is breathing in, want 0.40", hold, share)
		}
		if full, way := breath(hold-step, hold); way || full > 0.01 {
			t.Errorf("%v does not end on a breath out: %v %v", hold, full, way)
		}
	}
}

// every view of every segment of a routine.
func eachView(t *testing.T, routine string, length time.Duration, f func(v session.View)) {
	t.Helper()
	lib := app(t)
	r, _ := lib.Get(routine)
	p, err := plan.Fit(plan.Input{Routine: r, Catalogue: lib.Catalogue, Length: length})
	if err != nil {
		t.Fatal(err)
	}
	s := session.New(p, lib.Catalogue, afternoon)
	for i, g := range p.Segments {
		s.JumpTo(i, afternoon)
		f(s.View())
		if g.Length > 0 {
			s.Jump(g.Start+g.Length/2, afternoon)
			f(s.View())
		}
	}
}

func TestEveryMomentIsTold(t *testing.T) {
	for _, routine := range []string{"combo-10", "morning-espresso", "evening-tea", "desk-reset", "workout-minute"} {
		eachView(t, routine, 0, func(v session.View) {
			g := v.Current()
			if g.Kind == plan.ActivitySlot {
				return
			}
			told := tell(v, true)
			at := func() string { return routine + " " + string(g.Kind) + " " + g.Exercise.ID }
			if told.title == "" || told.sub == "" || told.big == "" || told.small == "" || told.phase == "" || told.next.title == "" {
				t.Errorf("%s: something is left unsaid: %+v", at(), told)
			}
			if told.fraction < 0 || told.fraction > 1 {
				t.Errorf("%s: the ring is %v full", at(), told.fraction)
			}
			if sided := g.Side != plan.SideBoth; sided != (told.side != "") || sided != (told.sides > 0) {
				t.Errorf("%s: side %s is told as %q, %d dots", at(), g.Side, told.side, told.sides)
			}
			if told.sides > 0 && told.turn >= told.sides {
				t.Errorf("%s: turn %d of %d", at(), told.turn, told.sides)
			}
			work := g.Kind == plan.Work
			if told.shot.Preview == (work || g.Kind == plan.Rest) {
				t.Errorf("%s: preview is %v", at(), told.shot.Preview)
			}
			if held := work && g.Reps == 0; held != (told.breath >= 0) {
				t.Errorf("%s: breath %v", at(), told.breath)
			}
			if tell(v, false).breath >= 0 {
				t.Errorf("%s: breath is paced although it is turned off", at())
			}
		})
	}
}

func TestHoldAndRepsInWords(t *testing.T) {
	seen := map[string]bool{}
	eachView(t, "combo-10", 10*time.Minute, func(v session.View) {
		g := v.Current()
		if g.Kind == plan.ActivitySlot {
			return
		}
		told := tell(v, false)
		switch {
		case g.Kind == plan.Work && g.Reps == 0 && g.Side == plan.SideLeft:
			seen["hold"] = true
			if want := "Hold · left side · 1 of 2"; told.sub != want || told.small != "seconds" || told.next.title != "Same, right side" {
				t.Errorf("%s: %q, %q, next %q", g.Exercise.ID, told.sub, told.small, told.next.title)
			}
		case g.Kind == plan.Work && g.Exercise.Dose.Mode == exercise.Alternate && g.Reps > 1:
			seen["reps"] = true
			if told.sub == "" || told.big == "0" {
				t.Errorf("%s: %q, %q", g.Exercise.ID, told.sub, told.big)
			}
		case g.Kind == plan.Switch:
			seen["switch"] = true
			if want := "Change sides · right side · 2 of 2"; told.sub != want {
				t.Errorf("%q, want %q", told.sub, want)
			}
		}
		if v.Next < 0 {
			seen["last"] = true
			if told.next.exercise != nil || told.next.line == "" {
				t.Errorf("at the end: %+v", told.next)
			}
		}
	})
	for _, k := range []string{"hold", "reps", "switch", "last"} {
		if !seen[k] {
			t.Errorf("combo-10 has no %s", k)
		}
	}
}

func TestSeconds(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "0", -time.Second: "0", time.Millisecond: "1", 27 * time.Second: "27", 26001 * time.Millisecond: "27",
		99 * time.Second: "99", 100 * time.Second: "1:40", 5 * time.Minute: "5:00",
	} {
		if got := seconds(d); got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
}

// Every sound has its caption; the repetitions' and the last seconds' is the number in the ring.
func TestEverySoundHasItsCaption(t *testing.T) {
	lib := app(t)
	r, _ := lib.Get("combo-10")
	p, err := plan.Fit(plan.Input{Routine: r, Catalogue: lib.Catalogue})
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range []session.EventKind{
		session.GetReady, session.Start, session.Half, session.SwitchSides, session.RestBegins, session.Waits, session.DoneEvent,
	} {
		if Caption(session.Event{Kind: k}, p) == "" {
			t.Errorf("%s has no caption", k)
		}
	}
	if got := Caption(session.Event{Kind: session.Start, Segment: len(p.Segments)}, p); got == "" {
		t.Error("an event past the end has no caption")
	}
}

// TestRelease moves the figure over a roller or a ball, and leaves it in peace where one rests.
func TestRelease(t *testing.T) {
	moving := map[string]bool{}
	for _, e := range routines.Load("").Catalogue.All() {
		if e.Kind == exercise.Release {
			moving[e.ID] = rolls(e)
		}
	}
	want := map[string]bool{
		"foam-roll-upper-back": true, "foam-roll-glutes": true, "ball-wall-release": true,
		"rest-90-90": false, "legs-up-wall": false,
	}
	if !maps.Equal(moving, want) {
		t.Errorf("moving are %v, want %v", moving, want)
	}
}

// What the routine says at a step is said from getting ready for it to its end.
func TestTheNoteOfAStepIsTold(t *testing.T) {
	const note = "Small waves; the back is still waking up"
	seen := 0
	eachView(t, "morning-espresso", 6*time.Minute, func(v session.View) {
		want := ""
		if v.Current().Exercise.ID == "cat-cow" {
			want, seen = note, seen+1
		}
		if got := tell(v, true).note; got != want {
			t.Fatalf("at %v, %s %s: %q, want %q", v.Position, v.Current().Kind, v.Current().Exercise.ID, got, want)
		}
	})
	if seen == 0 {
		t.Error("cat-cow never comes")
	}
}

// A step like the one before it is named as what comes next; another round or side of a step is not.
func TestALikeStepIsNext(t *testing.T) {
	lib := app(t)
	const text = `
name     = "Waves"
about    = "Some waves, and a bow."
for      = "Anybody"
when     = "At any time"
fixed    = true

[[phase]]
name = "Wake the spine"
kind = "dynamic"

  [[phase.step]]
  exercise = "cat-cow"

  [[phase.step]]
  exercise = "cat-cow"

  [[phase.step]]
  exercise = "hip-hinge"

[[phase]]
name = "Let go"
kind = "static"

  [[phase.step]]
  exercise = "hip-flexor-lunge"
  rounds   = 2

  [[phase.step]]
  exercise = "hip-flexor-lunge"
  rounds   = 1
`
	r, problems := routines.Parse("waves", "waves.toml", []byte(text), lib.Catalogue)
	if problems != nil {
		t.Fatal(problems)
	}
	p, err := plan.Fit(plan.Input{Routine: r, Catalogue: lib.Catalogue})
	if err != nil {
		t.Fatal(err)
	}
	s := session.New(p, lib.Catalogue, afternoon)
	var got []string
	for i, g := range p.Segments {
		if s.JumpTo(i, afternoon); g.Kind == plan.Work {
			got = append(got, tell(s.View(), true).next.title)
		}
	}
	want := []string{
		"Cat-Cow Flow", "Hip Hinge", "Half-Kneeling Hip Flexor Stretch",
		"Same, right side", "Same, left side", "Same, right side", "Half-Kneeling Hip Flexor Stretch",
		"Same, right side", "Then you are done",
	}
	if !slices.Equal(got, want) {
		t.Errorf("next are %q, want %q", got, want)
	}
}
