package advice

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"catcow/routines"
	"catcow/routines/draft"
	"catcow/routines/exercise"
)

var library = routines.Load("")

// own are exercises a person might have made, beside the shipped ones.
func own() *exercise.Catalogue {
	list := library.Catalogue.All()
	made := func(id string, change func(*exercise.Exercise)) {
		e := *library.Catalogue.Get("childs-pose")
		e.ID, e.Name, e.Source = id, "My "+id, exercise.Own
		change(&e)
		list = append(list, &e)
	}
	made("quiet-hold", func(e *exercise.Exercise) { e.Breath, e.Cues = "", []string{"Sit back and stay"} })
	made("told-hold", func(e *exercise.Exercise) { e.Breath = ""; e.Cues = []string{"Inhale, then hold"} })
	made("lean-left", func(e *exercise.Exercise) { e.Load = []string{"side-bend"} })
	made("lean-right", func(e *exercise.Exercise) { e.Load = []string{"side-bend"} })
	made("twist-left", func(e *exercise.Exercise) { e.Load = []string{"rotation"} })
	made("short-one", func(e *exercise.Exercise) {
		e.Dose.Hold, e.Dose.HoldMax, e.Dose.RoundsMax = 20*time.Second, 25*time.Second, 1
	})
	made("roll-low", func(e *exercise.Exercise) {
		e.Kind, e.Equipment, e.Targets = exercise.Release, []string{"foam-roller"}, []string{"lower back"}
		e.Dose = exercise.Dose{Hold: time.Minute, HoldMin: 30 * time.Second, HoldMax: 2 * time.Minute, Rounds: 1, RoundsMax: 1}
	})
	made("roll-long", func(e *exercise.Exercise) {
		e.Kind, e.Equipment, e.Targets = exercise.Release, []string{"foam-roller"}, []string{"hamstrings"}
		e.Dose = exercise.Dose{Hold: time.Minute, HoldMin: 30 * time.Second, HoldMax: 5 * time.Minute, Rounds: 1, RoundsMax: 3}
	})
	return exercise.NewCatalogue(list)
}

var catalogue = own()

// write makes the content of a routine of lines "kind: exercise 45s x2 12r 6s/ p2 (note); …". Words: 45s holds, x2
// rounds, 12r repetitions, /6s tempo, @10m the time of an activity, p2 the priority, (…) a note.
func write(t *testing.T, text string) draft.Content {
	t.Helper()
	c := draft.Content{Name: "Mine"}
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if head, is := strings.CutPrefix(line, "# "); is {
			key, value, _ := strings.Cut(head, " ")
			switch key {
			case "fixed":
				c.Fixed = true
			case "shortest":
				c.Shortest, _ = time.ParseDuration(value)
			case "longest":
				c.Longest, _ = time.ParseDuration(value)
			case "extras":
				c.Extras = strings.Fields(value)
			}
			continue
		}
		kind, steps, _ := strings.Cut(line, ":")
		p := draft.Phase{Name: "Phase " + strconv.Itoa(len(c.Phases)+1), Kind: exercise.Kind(kind)}
		for _, s := range strings.Split(steps, ";") {
			p.Steps = append(p.Steps, writeStep(t, strings.TrimSpace(s)))
		}
		c.Phases = append(c.Phases, p)
	}
	return c
}

func writeStep(t *testing.T, text string) (s draft.Step) {
	t.Helper()
	if before, note, ok := strings.Cut(text, "("); ok {
		text, s.Note = before, strings.TrimSuffix(note, ")")
	}
	for i, w := range strings.Fields(text) {
		number, _ := strconv.Atoi(strings.Trim(w, "xrp"))
		length, _ := time.ParseDuration(strings.Trim(w, "@/"))
		switch {
		case i == 0:
			s.Exercise = w
		case w[0] == '@':
			s.Time = length
		case w[0] == '/':
			s.Tempo = length
		case w[0] == 'x':
			s.Rounds = number
		case w[0] == 'p':
			s.Priority = number
		case w[len(w)-1] == 'r':
			s.Reps = number
		case length > 0:
			s.Hold = length
		default:
			t.Fatalf("%q means nothing", w)
		}
	}
	return s
}

// drafted is a routine of such lines, which must have no mistakes.
func drafted(t *testing.T, c draft.Content, cat *exercise.Catalogue) draft.Draft {
	t.Helper()
	d, err := draft.Draft{}.With(c, cat)
	if err != nil || d.Routine == nil {
		t.Fatalf("%v %v\n%s", err, d.Problems, d.Text)
	}
	return d
}

// ruled is the advice by rule.
func ruled(d draft.Draft, cat *exercise.Catalogue) map[string][]Advice {
	out := map[string][]Advice{}
	_, all := Of(d, cat)
	for _, a := range all {
		out[a.Rule] = append(out[a.Rule], a)
	}
	return out
}

// apply is the draft with the mend of an advice made, which may bring no mistake.
func apply(t *testing.T, d draft.Draft, a Advice, cat *exercise.Catalogue) draft.Draft {
	t.Helper()
	e := draft.NewEditor(d, cat)
	if err := e.Do(a.Mend.Label, a.Mend.Apply); err != nil {
		t.Fatalf("%s: %v", a.Rule, err)
	}
	after := e.Now()
	if after.Routine == nil {
		t.Fatalf("%s: %s brings %v\n%s\nfrom\n%s", a.Rule, a.Mend.Label, after.Problems, after.Text, d.Text)
	}
	return after
}

const warm = "dynamic: torso-rotation 14r /6s; cat-cow 10r p2\n"

// What triggers each rule, and what just does not.
func TestRules(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		rule       string // "" where no rule may say anything
		mend       string // what its mend says, in part; "-" where there is none
	}{
		{"a warm-up and holds of both kinds", warm + "static: supine-twist; childs-pose p2", "", ""},

		{"50 s of movement", "dynamic: cat-cow 10r /5s\nstatic: supine-twist", "cold-hold", "Do Cat-Cow Flow 12 times"},
		{"60 s of movement", "dynamic: cat-cow 12r /5s\nstatic: supine-twist", "", ""},
		{"20 s of movement", "dynamic: cat-cow 4r /5s\nstatic: supine-twist", "cold-hold", "Put March in Place first"},
		{"movement behind the holds", "static: supine-twist\ndynamic: cat-cow 12r /5s", "cold-hold", "Put Phase 2 before Phase 1"},
		{"holds alone", "static: supine-twist", "only-holds", "Put March in Place first"},
		{"holds after a walk", "activity: walk @3m\nstatic: supine-twist", "", ""},
		{"holds after an open activity", "activity: activity-slot\nstatic: supine-twist", "cold-hold", "Put March in Place first"},
		{"a hold in a phase of rest", "release: supine-twist; rest-90-90", "only-holds", "Put March in Place first"},
		{"rest alone", "release: rest-90-90", "", ""},

		{"60 s before effort", warm + "static: supine-twist 30s x2\nactivity: activity-slot", "holds-before-effort", "Put the holds after Phase 3"},
		{"two holds of one muscle before effort", warm + "static: figure-four 30s; supine-twist 30s\nactivity: activity-slot", "holds-before-effort", "after"},
		{"59 s before effort", warm + "static: supine-twist 59s\nactivity: activity-slot", "", ""},
		{"60 s before a walk", warm + "static: supine-twist 30s x2\nactivity: walk @10m", "", ""},
		{"60 s after effort", warm + "activity: activity-slot\nstatic: supine-twist 30s x2", "", ""},

		{"long holds before strength of the same muscle", "dynamic: march-in-place 12r /5s\nstatic: single-knee-to-chest 60s x4\nstrength: glute-bridge", "holds-before-effort", "Put the holds after Phase 3"},
		{"two holds before strength in a phase of movement", warm + "static: figure-four 30s; supine-twist 35s\ndynamic: glute-bridge; cat-cow p2", "holds-before-effort", "Put the holds after Phase 3"},
		{"strength twice after long holds", warm + "static: supine-twist 31s x2\nstrength: glute-bridge\nstrength: bird-dog", "holds-before-effort", "Put the holds after Phase 4"},
		{"60 s before strength", warm + "static: supine-twist 30s x2\nstrength: glute-bridge", "", ""},
		{"long holds before strength of other muscles", warm + "static: figure-four 60s x2\nstrength: dead-bug", "", ""},
		{"long holds after strength", warm + "strength: glute-bridge\nstatic: supine-twist 60s x2", "", ""},
		{"long holds, movement, and strength", warm + "static: supine-twist 60s x2\ndynamic: knee-rocks 18r /5s\nstrength: glute-bridge", "", ""},
		{"long holds, less movement, and strength", warm + "static: supine-twist 60s x2\ndynamic: knee-rocks 16r /5s\nstrength: glute-bridge", "holds-before-effort", "Put the holds after Phase 4"},
		{"long holds, a walk, and strength", warm + "static: supine-twist 60s x2\nactivity: walk @3m\nstrength: glute-bridge", "", ""},
		{"long holds before effort and then strength", warm + "static: supine-twist 60s x2\nactivity: activity-slot\nstrength: glute-bridge", "holds-before-effort", "Put the holds after Phase 4"},
		{"leaning back before strength of the lower back", warm + "static: sphinx 45s x2\nstrength: bird-dog", "", ""},
		{"leaning back before strength of the front", warm + "static: sphinx 45s x2\nstrength: dead-bug", "holds-before-effort", "Put the holds after Phase 3"},

		{"four minutes a side", warm + "static: supine-twist 60s x4", "", ""},
		{"more than four minutes", warm + "static: supine-twist 60s x4; figure-four 20s p2", "over-four-minutes", "Shorten"},

		{"left and right by hand", warm + "static: supine-twist (left); supine-twist (right)", "sides-by-hand", "Keep one of the two"},
		{"one side by note", warm + "static: supine-twist (Nur links)", "sides-by-hand", "Take the note out"},
		{"a side within a note", warm + "static: supine-twist (left knee over first)", "", ""},
		{"both sides in a note", warm + "static: supine-twist (left, then right)", "", ""},
		{"twice without notes", warm + "static: supine-twist; supine-twist", "", ""},
		{"one side of an exercise without sides", warm + "static: childs-pose (left); supine-twist p2", "one-sided", "Add the other side"},
		{"unequal sides by hand", warm + "static: childs-pose 30s (left); childs-pose 45s (right)", "one-sided", "the shorter"},
		{"equal sides by hand", warm + "static: childs-pose 30s (left); childs-pose 30s (right)", "", ""},
		{"a name with a side", warm + "static: lean-left", "one-sided", "Add the other side"},
		{"a name whose other side nobody made", warm + "static: twist-left", "one-sided", "-"},
		{"two names, both sides", warm + "static: lean-left; lean-right", "", ""},

		{"up and down again", "dynamic: cat-cow; torso-rotation; knee-rocks p2", "floor-trips", "Keep the floor together"},
		{"up and down over phases", "dynamic: cat-cow 12r; torso-rotation 12r p2\nstatic: childs-pose; doorway-chest p2", "floor-trips", "Keep"},
		{"no order is better", "dynamic: cat-cow 12r\nstrength: bird-dog\ndynamic: torso-rotation 12r\nstatic: childs-pose p2", "", ""},
		{"up for an activity", "dynamic: torso-rotation 12r; cat-cow p2\nactivity: activity-slot\nstatic: childs-pose; supine-twist p2", "", ""},
		{"strength stays behind movement", "strength: bird-dog; torso-rotation; glute-bridge", "floor-trips", "Keep"},

		{"only bending", "dynamic: march-in-place\nstatic: childs-pose; knees-to-chest; chair-forward-hang p2", "one-direction", "Add "},
		{"two bends", "dynamic: march-in-place\nstatic: childs-pose; knees-to-chest", "", ""},
		{"bends and a twist", "dynamic: march-in-place\nstatic: childs-pose; knees-to-chest; supine-twist p2", "", ""},
		{"only twists", "dynamic: torso-rotation; standing-trunk-twist; arm-swing-rotation p2", "one-direction", "Add "},
		{"only leaning back", "dynamic: standing-back-extension; wall-angels; prone-press-up p2", "one-direction", "Add "},

		{"four short stretches", warm + "static: supine-twist 20s; figure-four 20s; childs-pose 25s; hip-flexor-lunge 29s p2", "short-stretches", "Hold each for 30 s"},
		{"three short stretches", warm + "static: supine-twist 20s; figure-four 20s; childs-pose 25s; hip-flexor-lunge 30s p2", "", ""},
		{"four among nine", warm + "static: supine-twist 20s; figure-four 20s; childs-pose 25s; hip-flexor-lunge 29s p2; butterfly; sphinx; hamstring-release; cobra 30s; puppy-pose", "", ""},
		{"short ones that cannot be longer", warm + "static: supine-twist 20s; figure-four 20s; childs-pose 25s; short-one p2", "", ""},
		{"two rounds make 40 s", warm + "static: supine-twist 20s x2; figure-four 20s; childs-pose 25s; hip-flexor-lunge 29s p2", "", ""},

		{"a plank of 31 s", "dynamic: cat-cow\nstrength: plank 31s x1", "long-strength-hold", "Hold for 30 s"},
		{"a plank of 30 s", "dynamic: cat-cow\nstrength: plank 30s", "", ""},

		{"rolling for long", "release: roll-long 121s", "long-rolling", "two minutes"},
		{"rolling for two minutes", "release: roll-long 2m", "", ""},
		{"rolling the lower back", "release: roll-low", "roller-on-spine", "-"},
		{"rolling the upper back", "release: foam-roll-upper-back", "", ""},

		{"a hold without a breath", warm + "static: quiet-hold 30s; supine-twist p2", "no-breath", "Add a note"},
		{"a short hold without a breath", warm + "static: quiet-hold 29s; supine-twist p2", "", ""},
		{"a breath in the note", warm + "static: quiet-hold 30s (Exhale slowly); supine-twist p2", "", ""},
		{"a breath in the cues", warm + "static: told-hold 30s; supine-twist p2", "", ""},
		{"another note", warm + "static: quiet-hold 30s (Pillow under the hips); supine-twist p2", "no-breath", "-"},

		{"strength alone", "strength: glute-bridge; dead-bug p2", "cold-strength", "first"},
		{"strength that begins with movement", "strength: pelvic-tilt; dead-bug p2", "", ""},

		{"nothing may go", "dynamic: torso-rotation 8r /5s; cat-cow 6r /5s\nstatic: supine-twist 30s; childs-pose 30s", "nothing-droppable", "the last of each phase"},
		{"nothing may go of three", "dynamic: torso-rotation 8r /5s; cat-cow 6r /5s\nstatic: supine-twist 30s", "", ""},
		{"something may go", "dynamic: torso-rotation 8r /5s; cat-cow 6r /5s p2\nstatic: supine-twist 30s; childs-pose 30s", "", ""},
		{"nothing may go, but all is long", "dynamic: torso-rotation 20r /10s; cat-cow 20r /10s\nstatic: supine-twist 60s x2; childs-pose 60s x2", "", ""},
		{"a fixed one", "# fixed\ndynamic: torso-rotation 8r /5s; cat-cow 6r /5s\nstatic: supine-twist 30s; childs-pose 30s", "", ""},

		{"a warm-up that may go", "dynamic: torso-rotation p3; cat-cow 12r p2\nstatic: supine-twist", "warm-up-droppable", "Keep Cat-Cow Flow"},

		{"a longest that is too long", "# longest 44m\n" + warm + "static: supine-twist", "promised-length", "Write longest = "},
		{"a shortest that is too short", "# shortest 1m\n" + warm + "static: supine-twist 60s x2; childs-pose 60s x2", "promised-length", "Write shortest = "},
		{"promises that are kept", "# shortest 5m\n# longest 6m\n" + warm + "static: supine-twist; childs-pose p2", "", ""},

		{"an extra that is there", "# extras supine-twist figure-four\n" + warm + "static: supine-twist", "idle-extras", "Take it out"},
		{"an activity as an extra", "# extras walk\n" + warm + "static: supine-twist", "idle-extras", "Take it out"},
		{"extras of a fixed one", "# fixed\n# extras figure-four\n" + warm + "static: supine-twist", "idle-extras", "Take it out"},
		{"extras that can join", "# extras figure-four\n" + warm + "static: supine-twist", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := drafted(t, write(t, tt.text), catalogue)
			all := ruled(d, catalogue)
			if tt.rule == "" {
				for rule, a := range all {
					t.Errorf("%s says %s", rule, a[0].Message)
				}
				return
			}
			if names := slices.Collect(maps.Keys(all)); len(names) != 1 || names[0] != tt.rule {
				t.Fatalf("%v, not %s alone", names, tt.rule)
			}
			a := all[tt.rule][0]
			switch {
			case tt.mend == "-" && a.Mend != nil:
				t.Errorf("the mend is %s", a.Mend.Label)
			case tt.mend == "-":
			case a.Mend == nil:
				t.Error("no mend")
			case !strings.Contains(a.Mend.Label.String(), tt.mend):
				t.Errorf("the mend is %s", a.Mend.Label)
			default:
				after := apply(t, d, a, catalogue)
				for rule, a := range ruled(after, catalogue) {
					t.Errorf("mended, %s says %s\n%s", rule, a[0].Message, after.Text)
				}
			}
		})
	}
}

// What rounds off a routine of one direction is what its advice names, and goes where its phase takes it.
func TestOneDirectionIsRoundedOff(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		says       string
		adds       []Direction
		id         string // "" where nothing can be added
	}{
		{"bending lying down", "dynamic: march-in-place\nstatic: childs-pose; knees-to-chest; seated-forward-fold p2", "A twist", []Direction{Twisting}, "supine-twist"},
		{"bending on a chair", "dynamic: march-in-place\nstatic: chair-forward-hang 30s; chair-forward-hang 30s; chair-forward-hang 30s p2", "A twist", []Direction{Twisting}, "seated-twist-chair"},
		{"bending with repetitions", "dynamic: pelvic-tilt; pelvic-tilt; pelvic-tilt p2", "A twist", []Direction{Twisting}, "knee-rocks"},
		{"leaning back in holds", "dynamic: march-in-place\nstatic: cobra; sphinx; puppy-pose p2", "A twist", []Direction{Twisting}, "supine-twist"},
		{"leaning back standing", "dynamic: standing-back-extension; wall-angels; standing-back-extension p2", "A twist", []Direction{Twisting}, "torso-rotation"},
		{"leaning back with strength", "dynamic: march-in-place\nstrength: glute-bridge; swimming; glute-bridge p2", "A twist", []Direction{Twisting}, "knee-rocks"},
		{"leaning back at rest", "dynamic: march-in-place 12r /5s\nrelease: foam-roll-upper-back; foam-roll-upper-back; foam-roll-upper-back p2", "A twist", []Direction{Twisting}, "supine-twist"},
		{"leaning back, the last at a wall", "dynamic: march-in-place\nstatic: sphinx; cobra; doorway-chest p2", "A twist", []Direction{Twisting}, "supine-twist"},
		{"twisting standing", "dynamic: torso-rotation; standing-trunk-twist; arm-swing-rotation p2", "Leaning to the side", []Direction{Sideways}, "standing-side-bend"},
		{"twisting lying down", "dynamic: march-in-place; knee-rocks; open-book; thread-the-needle p2", "a wave of the back", []Direction{Bending, Leaning}, "cat-cow"},
		{"twisting in holds", "dynamic: march-in-place\nstatic: seated-twist-chair; seated-twist-chair; seated-twist-chair p2", "Leaning to the side", []Direction{Sideways}, "seated-side-bend"},
		{"to the side standing", "dynamic: standing-side-bend; hip-circles; standing-side-bend p2", "A twist", []Direction{Twisting}, "torso-rotation"},
		{"to the side on the floor", "dynamic: march-in-place\nstatic: ql-side-sit; ql-side-sit; ql-side-sit p2", "A twist", []Direction{Twisting}, "supine-twist"},
		{"leaning back in a doorway only", "dynamic: march-in-place\nstatic: doorway-chest 30s; doorway-chest 30s; doorway-chest 30s p2", "A twist", nil, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := drafted(t, write(t, tt.text), catalogue)
			told := ruled(d, catalogue)["one-direction"]
			if len(told) != 1 {
				t.Fatalf("%v", ruled(d, catalogue))
			}
			a := told[0]
			if !strings.Contains(a.Message.String(), tt.says) {
				t.Errorf("%s names no %s", a.Message, tt.says)
			}
			if tt.id == "" {
				if a.Mend != nil {
					t.Errorf("the mend is %s", a.Mend.Label)
				}
				return
			}
			if a.Mend == nil {
				t.Fatal("no mend")
			}
			e := catalogue.Get(tt.id)
			if label := a.Mend.Label.String(); label != "Add "+e.Name {
				t.Errorf("%s, not %s", label, e.Name)
			}
			if got := Directions(e); !slices.Equal(got, tt.adds) {
				t.Errorf("%s goes %v", e.Name, got)
			}
			after := apply(t, d, a, catalogue)
			if left := ruled(after, catalogue)["one-direction"]; left != nil {
				t.Errorf("mended, it says %s", left[0].Message)
			}
			if len(after.Content.Phases) != len(d.Content.Phases) {
				t.Errorf("a phase came or went\n%s", after.Text)
			}
		})
	}
}

// Only what is held on each side in turn is so long a side.
func TestOverFourMinutesOfWhatHasNoSides(t *testing.T) {
	for _, tt := range []struct{ text, says string }{
		{warm + "static: childs-pose 60s x4; childs-pose 60s x4 p2", "8:00 min for lower back, lats, hips."},
		{warm + "static: figure-four 60s x4; figure-four 60s x4 p2", "8:00 min a side for glutes, outer hips."},
		{warm + "static: supine-twist 60s x2; knees-to-chest 60s x3", "5:00 min a side for lower back, glutes."},
		{warm + "static: childs-pose 60s x4; single-knee-to-chest 60s x1; puppy-pose 60s x1", "5:00 min for lower back, lats."},
	} {
		// As it is played, and with a mistake, so that it cannot be.
		for end, tail := range map[string]string{"": " When you play it, that is cut to four minutes.", "; nobody-made-this": " Past four minutes a session gains little."} {
			d, err := draft.Draft{}.With(write(t, tt.text+end), catalogue)
			if err != nil {
				t.Fatal(err)
			}
			told := ruled(d, catalogue)["over-four-minutes"]
			if len(told) != 1 || told[0].Message.String() != tt.says+tail {
				t.Errorf("%q: %v, not %q", tt.text+end, told, tt.says+tail)
			}
		}
	}
}
