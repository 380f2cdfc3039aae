package today

import (
	"testing"
	"time"

	"catcow/gui/guitest"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

func TestChooseBringsTheUsualLengthWithinWhatFits(t *testing.T) {
	lib := guitest.Library(t)
	for _, r := range lib.Routines {
		for _, usual := range []time.Duration{0, time.Minute, 7 * time.Minute, 45 * time.Minute} {
			c := Wishes{Length: usual}.choose(lib, r, 0)
			if c.plan == nil {
				t.Errorf("%s with a usual length of %v is refused: %v", r.ID, usual, c.refusal)
				continue
			}
			if c.plan.Length != c.length {
				t.Errorf("%s: shows %v, plays %v", r.ID, c.length, c.plan.Length)
			}
		}
	}
}

func TestChooseTakesAnAskedLengthAsItIs(t *testing.T) {
	lib := guitest.Library(t)
	r, _ := lib.Get("combo-10")
	c := Wishes{}.choose(lib, r, time.Minute)
	if c.plan != nil || c.refusal == nil {
		t.Fatal("one minute of the combo is not refused")
	}
	if c.refusal.Nearest == 0 || c.example == nil {
		t.Errorf("the refusal offers %v and pictures %v", c.refusal.Nearest, c.example)
	}
	if next := (Wishes{}).choose(lib, r, c.refusal.Nearest); next.plan == nil {
		t.Errorf("what the refusal offers is refused: %v", next.refusal)
	}
}

func TestPortraitsAreOfThePlanAndDiffer(t *testing.T) {
	lib := guitest.Library(t)
	for _, r := range lib.Routines {
		p, err := plan.Fit(plan.Input{Routine: r, Catalogue: lib.Catalogue})
		if err != nil {
			t.Fatal(err)
		}
		got := portraits(p)
		if len(got) == 0 || len(got) > mostPortraits {
			t.Errorf("%s has %d portraits", r.ID, len(got))
		}
		seen := map[*exercise.Exercise]bool{}
		for _, e := range got {
			if seen[e] {
				t.Errorf("%s shows %s twice", r.ID, e.ID)
			}
			seen[e] = true
			if e.Kind == exercise.Activity {
				t.Errorf("%s shows the activity", r.ID)
			}
		}
	}
}

func TestEveryNeedHasAShippedAnswer(t *testing.T) {
	lib := guitest.Library(t)
	for _, n := range needs {
		if n.answer(lib) == nil {
			t.Errorf("nothing answers %q", n.id)
		}
	}
	if got := arranged(lib)[0].ID; got != "combo-10" {
		t.Errorf("the first routine is %s", got)
	}
	if got := len(arranged(lib)); got != len(lib.Routines) {
		t.Errorf("%d of %d routines are arranged", got, len(lib.Routines))
	}
}

func TestWords(t *testing.T) {
	lib := guitest.Library(t)
	at := func(id string, length time.Duration) *plan.Plan {
		r, _ := lib.Get(id)
		p, err := plan.Fit(plan.Input{Routine: r, Catalogue: lib.Catalogue, Length: length})
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	for _, c := range []struct{ what, got, want string }{
		{"facts of the combo", facts(at("combo-10", 0)), "6 stretches · both sides · mat"},
		{"facts of the minute", facts(at("workout-minute", 0)), "2 stretches · both sides · standing only"},
		{"changes of the combo", changes(at("combo-10", 0)), "Nothing left out · holds 45 s"},
		{"changes of the tea", changes(at("evening-tea", 0)), "Nothing left out · holds 45–60 s"},
		{"changes of the espresso", changes(at("morning-espresso", 0)), "Nothing left out · all movement, no holds"},
		{"end of the combo", ends(at("combo-10", 0), clock(15, 32)()), "ends 15:42 plus your activity"},
		{"end of the tea", ends(at("evening-tea", 3*time.Minute), clock(23, 58)()), "ends 00:01"},
		{"a whole length", length(10 * time.Minute), "10 min"},
		{"an odd length", length(4*time.Minute + 58*time.Second), "4:58"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
	if got := changes(at("combo-10", 7*time.Minute)); got == changes(at("combo-10", 0)) {
		t.Error("seven minutes of the combo change nothing")
	}
}
