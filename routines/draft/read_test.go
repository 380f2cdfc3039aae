package draft

import (
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"catcow/routines/exercise"
)

func TestReadSaysAllThereIs(t *testing.T) {
	d := Read("all", []byte(`
name = "All"
about = "About"
for = "Everyone"
when = "Now"
extras = ["walk", "cobra"]
shortest = "3m"
longest = "30m"
pace = "slow"
notes = ["One", "Two"]
[[phase]]
name = "Move"
kind = "dynamic"
[[phase.step]]
exercise = "cat-cow"
reps = 8
tempo = "6s"
priority = 2
note = "Slowly"
[[phase]]
name = "Hold"
kind = "static"
[[phase.step]]
exercise = "childs-pose"
hold = "1m"
rounds = 2
[[phase]]
name = "Go"
kind = "activity"
[[phase.step]]
exercise = "walk"
time = "20m"
`), catalogue())
	want := Content{
		Name: "All", About: "About", For: "Everyone", When: "Now", Extras: []string{"walk", "cobra"},
		Shortest: 3 * time.Minute, Longest: 30 * time.Minute, Pace: "slow", Notes: []string{"One", "Two"},
		Phases: []Phase{
			{Name: "Move", Kind: exercise.Dynamic, Key: 1, Steps: []Step{{Key: 2, Exercise: "cat-cow", Reps: 8, Tempo: 6 * time.Second, Priority: 2, Note: "Slowly"}}},
			{Name: "Hold", Kind: exercise.Static, Key: 3, Steps: []Step{{Key: 4, Exercise: "childs-pose", Hold: time.Minute, Rounds: 2}}},
			{Name: "Go", Kind: exercise.Activity, Key: 5, Steps: []Step{{Key: 6, Exercise: "walk", Time: 20 * time.Minute}}},
		},
	}
	want.last, want.in = d.Content.last, d.Content.in
	if !reflect.DeepEqual(d.Content, want) || d.Routine == nil || d.Problems != nil || d.Damaged {
		t.Errorf("it is %+v\nwant %+v\n%v", d.Content, want, d.Problems)
	}
}

// Every shipped routine is a whole draft that says what the routine is.
func TestReadShipped(t *testing.T) {
	for name, text := range texts(t) {
		r, ok := shipped().Get(strings.TrimSuffix(name, ".toml"))
		if !ok {
			continue
		}
		d := Read(r.ID, text, catalogue())
		if d.Routine == nil || len(d.Content.Phases) != len(r.Phases) || d.Content.Name != r.Name {
			t.Fatalf("%s: %v", name, d.Problems)
		}
		for i, p := range r.Phases {
			for j, s := range p.Steps {
				if got := d.Content.Phases[i].Steps[j]; got.Exercise != s.Exercise.ID || got.Hold != s.Hold || got.Reps != s.Reps {
					t.Errorf("%s: step %d of phase %d is %+v", name, j, i, got)
				}
			}
		}
	}
}

func TestReadWhatIsWrong(t *testing.T) {
	text, err := os.ReadFile("testdata/odd.toml")
	must(t, err)
	d := Read("odd", text, catalogue())
	if d.Damaged || d.Routine != nil {
		t.Fatal("it is either damaged or in order")
	}
	c := d.Content
	if len(c.Phases) != 3 || len(c.Phases[0].Steps) != 3 || c.Fixed || c.Shortest != 0 || c.Pace != "hurry" || c.Phases[0].Kind != "dinamic" {
		t.Fatalf("it says %+v", c)
	}
	if s := c.Phases[0].Steps[0]; s.Exercise != "cat-cow" || s.Reps != 0 || s.Tempo != 0 || s.Priority != 9 {
		t.Errorf("its first step is %+v", s)
	}
	// Each problem is about the phase or step it lies in.
	found := map[string]string{}
	for _, p := range d.Problems {
		line := strings.Split(string(text), "\n")[p.Line-1]
		where := "the routine"
		if k, ok := d.About(p); ok {
			i, j, _ := c.Find(k)
			where = "phase " + string(rune('0'+i))
			if j >= 0 {
				where += " step " + string(rune('0'+j))
			}
		}
		found[p.Message.ID+" "+strings.TrimSpace(line)] = where
	}
	for line, want := range map[string]string{
		`file.unknown-key title = "no such key"`:             "the routine",
		`file.type fixed = "yes"             # no yes-or-no`: "the routine",
		`file.duration-number shortest = 5`:                  "the routine",
		`file.choice-near kind = "dinamic"`:                  "phase 0",
		`file.type reps = "ten"`:                             "phase 0 step 0",
		`file.duration-near tempo = "6 s"   # a space`:       "phase 0 step 0",
		`file.bounds priority = 9`:                           "phase 0 step 0",
		`file.missing [[phase.step]]`:                        "phase 0 step 1",
		`file.choice-near exercise = "catcow"`:               "phase 0 step 2",
		`file.unknown-key colour = "red"`:                    "phase 0 step 2",
		`file.choice pace = "hurry"`:                         "the routine",
		`file.type 7, "no-such-exercise",`:                   "the routine",
		`exercise.unknown 7, "no-such-exercise",`:            "the routine",
		`file.missing [[phase]]`:                             "phase 1",
	} {
		if found[line] != want {
			t.Errorf("%q is about %q, want %q", line, found[line], want)
		}
		delete(found, line)
	}
	if len(found) > 0 {
		t.Errorf("also told is %q", found)
	}
	if k, ok := d.About(d.Problems[0]); ok {
		t.Errorf("a problem of the whole is about %d", k)
	}
}

func TestReadInlineProblems(t *testing.T) {
	text := "name = \"x\"\nphase = [ { name = \"a\", kind = \"static\", step = [ { exercise = \"cobra\", hold = 3 },\n { exercise = \"nope\" } ] } ]\nabout = 3\n"
	d := Read("x", []byte(text), catalogue())
	var about []string
	for _, p := range d.Problems {
		k, _ := d.About(p)
		_, j, ok := d.Content.Find(k)
		switch {
		case !ok:
			about = append(about, "-")
		default:
			about = append(about, string(rune('0'+j)))
		}
	}
	if got := strings.Join(about, ""); got != "01-" {
		t.Errorf("the problems are about the steps %s: %v", got, d.Problems)
	}
}

func TestReadDamaged(t *testing.T) {
	d := Read("x", []byte("name = \"x\"\n[[phase]]\nname = \"a\"\nkind = \"static\"\n[[phase.step]]\nexercise = \"cobra\"\nhold = 40s\n"), catalogue())
	if !d.Damaged || len(d.Content.Phases) != 1 || len(d.Content.Phases[0].Steps) != 1 {
		t.Fatalf("it is %+v", d)
	}
	if k, ok := d.About(d.Problems[0]); !ok || k != d.Content.Phases[0].Steps[0].Key {
		t.Errorf("the damage is in %d, %t: %v", k, ok, d.Problems)
	}
	for _, text := range []string{"\xff\xfe\x00", "\x00", strings.Repeat("#", 300<<10), "= = =", "[[phase]", "phase = 3", "[phase]\nname = 1", "phase = [1, {}]"} {
		d := Read("x", []byte(text), catalogue())
		if d.Problems == nil || d.Routine != nil {
			t.Errorf("%.20q has no problems", text)
		}
		for _, p := range d.Problems {
			d.About(p)
		}
		c := d.Content.Clone()
		c.Name = "New"
		if next, err := d.With(c, catalogue()); d.Damaged == (err == nil) {
			t.Errorf("%.20q: damaged %t, and changing it says %v\n%s", text, d.Damaged, err, next.Text)
		}
	}
}
