package routines

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"catcow/routines/exercise"
)

const routineText = `name = "Combo"
about = "Move, go, hold."
for = "Everyone"
when = "Any time"
extras = ["trunk-turn", "rest", "walk"]
shortest = "3m"
longest = "30m"
pace = "slow"
notes = ["One", "Two"]
[[phase]]
name = "Move"
kind = "dynamic"
[[phase.step]]
exercise = "trunk-turn"
reps = 14
tempo = "7s"
note = "Easy"
[[phase.step]]
exercise = "glute-bridge"
priority = 3
[[phase]]
name = "Go"
kind = "activity"
[[phase.step]]
exercise = "walk"
time = "30m"
[[phase]]
name = "Hold"
kind = "static"
[[phase.step]]
exercise = "childs-pose"
hold = "50s"
rounds = 2
priority = 2
[[phase.step]]
exercise = "rest"
priority = 2
`

// Everything a file says arrives.
func TestParse(t *testing.T) {
	cat := testCatalogue(t)
	got, problems := Parse("combo", "combo.toml", []byte(routineText), cat)
	if problems != nil {
		t.Fatal(problems)
	}
	want := &Routine{ID: "combo", Name: "Combo", For: "Everyone", When: "Any time", About: "Move, go, hold.", Notes: []string{"One", "Two"},
		Extras: []string{"trunk-turn", "rest", "walk"}, Shortest: 3 * time.Minute, Longest: 30 * time.Minute, Pace: "slow",
		Phases: []Phase{
			{Name: "Move", Kind: exercise.Dynamic, Steps: []Step{
				{Exercise: cat.Get("trunk-turn"), Reps: 14, Tempo: 7 * time.Second, Priority: 1, Note: "Easy"},
				{Exercise: cat.Get("glute-bridge"), Priority: 3},
			}},
			{Name: "Go", Kind: exercise.Activity, Steps: []Step{{Exercise: cat.Get("walk"), Time: 30 * time.Minute, Priority: 1}}},
			{Name: "Hold", Kind: exercise.Static, Steps: []Step{
				// A phase is never left out, so the first of its most important steps stays.
				{Exercise: cat.Get("childs-pose"), Hold: 50 * time.Second, Rounds: 2, Priority: 1},
				{Exercise: cat.Get("rest"), Priority: 2},
			}},
		}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	step := got.Phases[0].Steps[0].Dose()
	if step.Reps != 14 || step.Tempo != 7*time.Second || step.RepsMax != 20 {
		t.Errorf("the step's dose is %+v", step)
	}
}

// Which kinds of exercise a phase of each kind takes.
func TestPhaseKinds(t *testing.T) {
	cat := testCatalogue(t)
	ids := map[exercise.Kind]string{exercise.Dynamic: "cat-cow", exercise.Strength: "glute-bridge", exercise.Static: "supine-twist",
		exercise.Release: "rest", exercise.Activity: "walk"}
	takes := map[exercise.Kind]string{exercise.Dynamic: "dynamic strength", exercise.Strength: "dynamic strength",
		exercise.Static: "static release", exercise.Release: "static release", exercise.Activity: "activity"}
	for phase, good := range takes {
		for kind, id := range ids {
			text := "name = \"N\"\n[[phase]]\nname = \"P\"\nkind = \"" + string(phase) + "\"\n[[phase.step]]\nexercise = \"" + id + "\"\n" +
				"[[phase]]\nname = \"More\"\nkind = \"static\"\n[[phase.step]]\nexercise = \"supine-twist\"\n"
			_, problems := Parse("n", "n.toml", []byte(text), cat)
			if want := strings.Contains(good, string(kind)); want != (problems == nil) {
				t.Errorf("a %s exercise in a %s phase: %v", kind, phase, problems)
			}
		}
	}
}

// FuzzRoutine: no file takes the reader down; one that is read is read the same again and keeps to the exercises' bounds.
func FuzzRoutine(f *testing.F) {
	cat := testCatalogue(f)
	for _, text := range []string{"", routineText, "[[phase]]\n[[phase.step]]\nexercise = \"walk\"\n", "fixed = true\nshortest = \"2m\"\n"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, problems := Parse("some-id", "x.toml", data, cat)
		again, problemsAgain := Parse("some-id", "x.toml", data, cat)
		if !reflect.DeepEqual(r, again) || !reflect.DeepEqual(problems, problemsAgain) {
			t.Fatalf("read twice, the answers differ:\n%+v %v\n%+v %v", r, problems, again, problemsAgain)
		}
		if (r == nil) != (len(problems) > 0) {
			t.Fatalf("routine %v with problems %v", r, problems)
		}
		if r == nil {
			return
		}
		if r.ID != "some-id" || r.Name == "" {
			t.Fatalf("incomplete: %+v", r)
		}
		checkRoutine(t, r, cat)
	})
}

// checkRoutine checks what every routine that was read promises to whoever plans it.
func checkRoutine(t *testing.T, r *Routine, cat *exercise.Catalogue) {
	t.Helper()
	if len(r.Phases) == 0 || len(r.Phases) > MostPhases {
		t.Fatalf("%s has %d phases", r.ID, len(r.Phases))
	}
	steps := 0
	for _, p := range r.Phases {
		steps += len(p.Steps)
		stays := false
		for _, s := range p.Steps {
			if s.Exercise == nil || cat.Get(s.Exercise.ID) != s.Exercise {
				t.Fatalf("%s: a step without an exercise of the catalogue", r.ID)
			}
			stays = stays || s.Priority == 1
			d := s.Dose()
			switch {
			case d.ByReps():
				if d.Reps < d.RepsMin || d.Reps > d.RepsMax || d.Tempo < d.TempoMin || d.Tempo > d.TempoMax || d.Mode == exercise.Alternate && d.Reps%2 != 0 {
					t.Fatalf("%s: %s out of bounds: %+v", r.ID, s.Exercise.ID, d)
				}
			case p.Kind != exercise.Activity:
				if d.Hold < d.HoldMin || d.Hold > d.HoldMax || d.Rounds < 1 || d.Rounds > d.RoundsMax {
					t.Fatalf("%s: %s out of bounds: %+v", r.ID, s.Exercise.ID, d)
				}
			}
		}
		if !stays || p.Kind == exercise.Activity && len(p.Steps) != 1 {
			t.Fatalf("%s: phase %+v", r.ID, p)
		}
	}
	if steps > MostSteps {
		t.Fatalf("%s has %d steps", r.ID, steps)
	}
	for _, id := range r.Extras {
		if cat.Get(id) == nil {
			t.Fatalf("%s: unknown extra %s", r.ID, id)
		}
	}
}
