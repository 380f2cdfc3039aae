package share

import (
	"strings"
	"testing"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// What the routine says at a step stays with that step: behind a warm-up that is put in front, where an exercise is
// done twice, and at an activity, which has its own time where it has one.
func TestAsTextNotesAndActivities(t *testing.T) {
	lib := routines.Load("")
	text := []byte(`name = "Mine"
[[phase]]
name = "Hold"
kind = "static"
step = [{ exercise = "childs-pose", note = "Knees wide" }, { exercise = "supine-twist" }, { exercise = "childs-pose", note = "Now reach" }]
[[phase]]
name = "Round the block"
kind = "activity"
step = [{ exercise = "walk", time = "5m", note = "Slowly" }]
[[phase]]
name = "Run"
kind = "activity"
step = [{ exercise = "activity-slot" }]
[[phase]]
name = "After"
kind = "static"
step = [{ exercise = "figure-four" }]
`)
	r, problems := routines.Parse("mine", "mine.toml", text, lib.Catalogue)
	if problems != nil {
		t.Fatal(problems)
	}
	got, err := AsText(plan.Input{Routine: r, Catalogue: lib.Catalogue}, Words{})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Warm-up (", "2. Child's Pose: hold 20 s (Knees wide)\n", "4. Child's Pose: hold 20 s (Now reach)\n",
		"\nRound the block: 5 min (Slowly)\n", "\nRun: as long as the day needs\n", "\n5. Figure",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the text lacks %q:\n%s", want, got)
		}
	}
	// A note is about the exercise it stands at, not about what stands in for it.
	instead, err := AsText(plan.Input{
		Routine: r, Catalogue: lib.Catalogue, Suits: func(e *exercise.Exercise) bool { return e.ID != "childs-pose" },
	}, Words{})
	if err != nil || strings.Contains(instead, "Knees wide") || strings.Contains(instead, "Child's Pose") {
		t.Errorf("%v\n%s", err, instead)
	}
}
