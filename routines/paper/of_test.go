package paper

import (
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/plan"
)

// Doses and sides say what the plan does.
func TestDoses(t *testing.T) {
	for _, c := range []struct {
		routine     string
		length      time.Duration
		name        string
		dose, sides string
		side        figure.Side
	}{
		{"combo-10", 0, "Cat-Cow Flow", "14 slow repetitions of 7 s", "", figure.Both},
		{"combo-10", 0, "Torso Rotations", "14 slow repetitions of 6 s", "left and right in turn", figure.Left},
		{"combo-10", 0, "Supine Spinal Twist", "Hold 45 s", "each side: left, then right", figure.Left},
		{"combo-10", 0, "Child's Pose", "Hold 2 × 45 s", "", figure.Both},
		{"combo-10", 0, "Your Activity", "As long as the day needs; it is not counted", "", figure.Both},
		{"foam-roller", 0, "Foam Roll: Upper Back", "90 s, at ease", "", figure.Both},
	} {
		found := false
		for _, ph := range sheetOf(t, c.routine, c.length).Phases {
			for _, st := range ph.Steps {
				if st.Name != c.name {
					continue
				}
				found = true
				if st.Dose != c.dose || st.Sides != c.sides || st.Side != c.side {
					t.Errorf("%s: %q, %q, %v", c.name, st.Dose, st.Sides, st.Side)
				}
			}
		}
		if !found {
			t.Errorf("%s has no %s", c.routine, c.name)
		}
	}
}

// A sheet says what the whole plan takes, and whom to warn of which exercises.
func TestOf(t *testing.T) {
	lib := routines.Load("")
	s := Of(planOf(t, lib, "disc-gentle", 0), lib.Catalogue, 99, 0, speech)
	if s.Days != MostDays || s.Times != 1 {
		t.Errorf("%d days, %d times", s.Days, s.Times)
	}
	count := 0
	for _, ph := range s.Phases {
		if ph.About == "" || ph.Name == "" {
			t.Errorf("a phase says nothing: %+v", ph)
		}
		for _, st := range ph.Steps {
			count++
			if st.Number != count || len(st.Cues) > 3 || len(st.Cues) == 0 || st.Figure == nil {
				t.Errorf("step %d: %+v", count, st)
			}
			e := exerciseNamed(t, lib, st.Name)
			for _, tag := range e.AvoidIf {
				told := false
				for _, c := range s.Care {
					told = told || c.If == "caution "+tag && contains(c.Numbers, count)
				}
				if !told {
					t.Errorf("%s: nobody is told of %s", st.Name, tag)
				}
			}
		}
	}
	if !strings.Contains(strings.Join(s.Facts, "|"), "6 exercises|you need a mat") || s.Words.Page(2, 3) != "page 2 of 3" {
		t.Errorf("%q", s.Facts)
	}
	found := false
	for _, ph := range s.Phases {
		for _, st := range ph.Steps {
			found = found || st.Note != ""
		}
	}
	if !found {
		t.Error("the notes of the routine's steps are lost")
	}
}

// A timed activity says its time, and one that is open that it is; notes stay with their step.
func TestOfActivities(t *testing.T) {
	lib := routines.Load("")
	r, problems := routines.Parse("mine", "mine.toml", []byte(`name = "Mine"
[[phase]]
name = "Walk"
kind = "activity"
step = [{ exercise = "walk", time = "5m", note = "Slowly" }]
[[phase]]
name = "Hold"
kind = "static"
step = [{ exercise = "childs-pose", note = "Wide" }, { exercise = "childs-pose" }]
[[phase]]
name = "Run"
kind = "activity"
step = [{ exercise = "activity-slot" }]
[[phase]]
name = "After"
kind = "static"
step = [{ exercise = "supine-twist" }]
`), lib.Catalogue)
	if problems != nil {
		t.Fatal(problems)
	}
	p, err := plan.Fit(plan.Input{Routine: r, Catalogue: lib.Catalogue})
	if err != nil {
		t.Fatal(err)
	}
	var doses, notes []string
	for _, ph := range Of(p, lib.Catalogue, 7, 1, Speech{}).Phases {
		for _, st := range ph.Steps {
			notes = append(notes, st.Note)
			if st.Number == 0 {
				doses = append(doses, st.Dose)
			}
		}
	}
	if got := strings.Join(doses, "|"); got != "5 min; it is not counted|As long as the day needs; it is not counted" {
		t.Errorf("the activities say %q", got)
	}
	if got := strings.Join(notes, "|"); got != "Slowly|Wide|||" {
		t.Errorf("the notes are %q", got)
	}
}

// What the plan says for safety's sake stands where it is done: movement after holds at the activity they come before, and
// limits where they can be read.
func TestOfSafety(t *testing.T) {
	lib := routines.Load("")
	sheet := func(text string, length time.Duration) Sheet {
		t.Helper()
		r, problems := routines.Parse("mine", "mine.toml", []byte("name = \"Mine\"\n"+text), lib.Catalogue)
		if problems != nil {
			t.Fatal(problems)
		}
		p, err := plan.Fit(plan.Input{Routine: r, Catalogue: lib.Catalogue, Length: length})
		if err != nil {
			t.Fatal(err)
		}
		return Of(p, lib.Catalogue, 7, 1, Speech{})
	}
	const hold = "[[phase]]\nname = \"Hold\"\nkind = \"static\"\nstep = [{ exercise = \"childs-pose\", hold = \"60s\" }]\n"
	const day = "[[phase]]\nname = \"Day\"\nkind = \"activity\"\nstep = [{ exercise = \"activity-slot\" }]\n"
	const walk = "[[phase]]\nname = \"Walk\"\nkind = \"activity\"\nstep = [{ exercise = \"walk\", time = \"5m\" }]\n"
	const move = "Move for 90 s after the holds, before you go"
	for _, c := range []struct {
		name, text string
		want       []bool // of each activity
	}{
		{"holds before", hold + day + hold, []bool{true}},
		{"holds after only", day + hold, []bool{false}},
		{"a walk between", hold + walk + day + hold, []bool{false, true}},
		{"two activities", day + hold + day, []bool{false, true}},
	} {
		var got []bool
		for _, ph := range sheet(c.text, 0).Phases {
			for _, st := range ph.Steps {
				if ph.Kind == exercise.Activity {
					got = append(got, st.Cues[0] == move)
				} else if slices.Contains(st.Cues, move) {
					t.Errorf("%s: %s says to move", c.name, st.Name)
				}
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: told at %v, want %v", c.name, got, c.want)
		}
	}
	long := "[[phase]]\nname = \"Hold\"\nkind = \"static\"\nstep = [{ exercise = \"childs-pose\", hold = \"60s\", rounds = 4 }]\n"
	if got := sheet(long+day, 0).Notes; len(got) != 1 || !strings.HasPrefix(got[0], "Under a minute of holds before effort") {
		t.Errorf("the limit is not told: %q", got)
	}
}

func exerciseNamed(t *testing.T, lib *routines.Library, name string) *exercise.Exercise {
	t.Helper()
	for _, e := range lib.Catalogue.All() {
		if e.Name == name {
			return e
		}
	}
	t.Fatal(name)
	return nil
}

func contains(list []int, n int) bool {
	for _, x := range list {
		if x == n {
			return true
		}
	}
	return false
}

func TestPaperFor(t *testing.T) {
	for locale, want := range map[string]Paper{
		"en-US-Latn": Letter, "en_US.UTF-8": Letter, "fr-CA": Letter, "es_MX": Letter, "fil-PH": Letter,
		"de-DE": A4, "en-GB": A4, "es-ES": A4, "": A4, "C": A4, "ca-ES": A4, "zh-Hant-TW": A4,
	} {
		if got := PaperFor(locale); got != want {
			t.Errorf("%s: %s", locale, got)
		}
	}
}

// Letters a font lacks are seen to be missing, signs that only steer are not, and no line is wider than its room.
func TestLetters(t *testing.T) {
	l, err := newLetters(fonts.Regular, "regular")
	if err != nil {
		t.Fatal(err)
	}
	lost := string(l.lost)
	for in, want := range map[string]string{
		"  two\twords\n": "two words", "猫": lost, "a🐈b": "a" + lost + "b", "x\u200dy\ufe0f": "xy", "\x00é": "é",
		"\xff": string(l.lost),
	} {
		if got := l.clean(in); got != want && !(in == "\xff" && got == "�") {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
	if got := l.shorten("a long name", 10, 30); l.width(got, 10) > 30 || !strings.HasSuffix(got, "…") {
		t.Errorf("%q", got)
	}
}

// FuzzLetters breaks any text into lines that fit, and loses nothing that is seen.
func FuzzLetters(f *testing.F) {
	f.Add("Move to warm up, do what the day asks, hold to cool down.", 40.0, 100.0)
	f.Add("wwwwwwwwwwwwwwwwwwwwwwwwwwwww \u0301\u0301 \ufeff", 0.0, 20.0)
	f.Fuzz(func(t *testing.T, s string, first, room float64) {
		if !(room >= 20 && room < 1e4) || !(first >= 0 && first <= room) {
			return
		}
		l, err := newLetters(fonts.Regular, "regular")
		if err != nil {
			t.Fatal(err)
		}
		text := l.clean(s)
		lines := l.wrap(text, 11, first, room)
		for i, line := range lines {
			most := room
			if i == 0 {
				most = first
			}
			if l.width(line, 11) > most && len([]rune(line)) > 1 {
				t.Errorf("%q is wider than %v", line, most)
			}
		}
		if strings.ReplaceAll(strings.Join(lines, ""), " ", "") != strings.ReplaceAll(text, " ", "") {
			t.Errorf("%q became %q", text, lines)
		}
	})
}
