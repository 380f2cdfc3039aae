package exercise

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/routines/figure"
	"catcow/routines/tomlfile"
)

const dynamicText = `name = "Torso Rotations"
kind = "dynamic"
position = "standing"
sides = "left-right"
load = ["rotation"]
cues = ["Turn slowly"]
[dose]
mode = "alternate"
reps = 12
tempo = "6s"
[figure]
base = "stand"
[[figure.pose]]
name = "a"
`

const staticText = `name = "Supine Twist"
kind = "static"
position = "supine"
sides = "left-right"
load = ["rotation"]
cues = ["Let both knees sink to one side"]
[dose]
hold = "40s"
[figure]
base = "supine"
[[figure.pose]]
name = "a"
`

// What a file leaves out is filled in.
func TestParseDefaults(t *testing.T) {
	s := time.Second
	tests := []struct {
		name, text string
		want       Dose
	}{
		{"dynamic", dynamicText, Dose{Reps: 12, RepsMin: 4, RepsMax: 20, Tempo: 6 * s, TempoMin: 5 * s, TempoMax: 10 * s, Mode: Alternate}},
		{"dynamic, more than usual", edit(t, dynamicText, "reps = 12", "reps = 36"),
			Dose{Reps: 36, RepsMin: 4, RepsMax: 36, Tempo: 6 * s, TempoMin: 5 * s, TempoMax: 10 * s, Mode: Alternate}},
		{"dynamic, bounds given", edit(t, dynamicText, "reps = 12", "reps = 8\nreps_min = 6\nreps_max = 10\ntempo_min = \"6s\"\ntempo_max = \"7s\""),
			Dose{Reps: 8, RepsMin: 6, RepsMax: 10, Tempo: 6 * s, TempoMin: 6 * s, TempoMax: 7 * s, Mode: Alternate}},
		{"dynamic, no sides", edit(t, edit(t, dynamicText, `"left-right"`, `"both"`), "mode = \"alternate\"\nreps = 12", "reps = 3"),
			Dose{Reps: 3, RepsMin: 3, RepsMax: 20, Tempo: 6 * s, TempoMin: 5 * s, TempoMax: 10 * s, Mode: Together}},
		{"strength", edit(t, dynamicText, `"dynamic"`, `"strength"`),
			Dose{Reps: 12, RepsMin: 4, RepsMax: 20, Tempo: 6 * s, TempoMin: 5 * s, TempoMax: 8 * s, Mode: Alternate}},
		{"strength, slow", edit(t, edit(t, dynamicText, `"dynamic"`, `"strength"`), `"6s"`, `"10s"`),
			Dose{Reps: 12, RepsMin: 4, RepsMax: 20, Tempo: 10 * s, TempoMin: 5 * s, TempoMax: 10 * s, Mode: Alternate}},
		{"static", staticText, Dose{Hold: 40 * s, HoldMin: 20 * s, HoldMax: 60 * s, Rounds: 1, RoundsMax: 4}},
		{"strength hold", edit(t, edit(t, staticText, `"static"`, `"strength"`), `"40s"`, `"8s"`),
			Dose{Hold: 8 * s, HoldMin: 8 * s, HoldMax: 60 * s, Rounds: 1, RoundsMax: 4}},
		{"release", edit(t, edit(t, staticText, `"static"`, `"release"`), `"40s"`, `"5m"`),
			Dose{Hold: 300 * s, HoldMin: 30 * s, HoldMax: 300 * s, Rounds: 1, RoundsMax: 1}},
		{"activity", "name = \"Walk\"\nkind = \"activity\"\nposition = \"standing\"\ncues = [\"Go\"]\n", Dose{TimeMax: 10 * time.Hour}},
	}
	for _, test := range tests {
		e, problems := Parse("x", "x.toml", []byte(test.text))
		if problems != nil {
			t.Errorf("%s: %v", test.name, problems)
			continue
		}
		if e.Dose != test.want {
			t.Errorf("%s: got  %+v\nwant %+v", test.name, e.Dose, test.want)
		}
	}
}

// Every rule about a single exercise, with its words and its place.
func TestParseProblems(t *testing.T) {
	dyn := func(old, new string) string { return edit(t, dynamicText, old, new) }
	hold := func(old, new string) string { return edit(t, staticText, old, new) }
	both := func(old, new string) string { return edit(t, dyn(`"left-right"`, `"both"`), old, new) }
	kind := func(k, text string) string {
		return strings.NewReplacer(`"dynamic"`, `"`+k+`"`, `"static"`, `"`+k+`"`).Replace(text)
	}
	tests := []struct {
		text string
		want []string
	}{
		// Identity.
		{"", []string{
			"1:1: name is missing; it is what the exercise is called",
			"1:1: kind is missing; it says what the exercise does: dynamic, activity, strength, static, release",
			"1:1: position is missing; it says how the body is placed: standing, seated chair, seated floor, kneeling, quadruped, supine, prone, side-lying",
			"1:1: sides is missing; it says whether there is a left and a right: both, left-right",
			"1:1: load is missing; it says what the spine does: neutral, flexion-mild, flexion-end, extension-mild, extension-end, rotation, side-bend, hip-flexion, hip-rotation",
			"1:1: cues is missing; it holds 1 to 5 short lines that say what to do",
			`1:1: figure is missing; it draws the exercise; or write picture = "file.png" to show a picture that lies beside this file`,
		}},
		{dyn(`"dynamic"`, `"dinamic"`), []string{`2:8: unknown kind "dinamic"; did you mean "dynamic"?`}},
		{dyn(`"dynamic"`, `"yoga"`), []string{`2:8: unknown kind "yoga"; it can be dynamic, activity, strength, static, release`}},
		{dyn(`"standing"`, `"sitting"`), []string{`3:12: unknown position "sitting"; it can be standing, seated chair, seated floor, kneeling, quadruped, supine, prone, side-lying`}},
		{dyn(`"left-right"`, `"left"`), []string{`4:9: unknown sides "left"; did you mean "left-right"?`}},
		// Words.
		{dyn(`["rotation"]`, `["rotation", "twisting", "rotation"]`), []string{
			`5:21: unknown load "twisting"; it can be neutral, flexion-mild, flexion-end, extension-mild, extension-end, rotation, side-bend, hip-flexion, hip-rotation`,
			`5:33: "rotation" is in this list twice; keep one`}},
		{dyn("[dose]", "equipment = [\"matt\"]\ngood_for = [\"warmup\"]\navoid_if = [\"knees\"]\n[dose]"), []string{
			`7:14: unknown equipment "matt"; did you mean "mat"?`,
			`8:13: unknown purpose "warmup"; did you mean "warm-up"?`,
			`9:13: unknown caution "knees"; did you mean "knee"?`}},
		{dyn("[dose]", "swap = [\"x\"]\neasier = {}\nharder = { text = \" hard\" }\n[dose]"), []string{
			`7:9: an exercise cannot be swapped for itself; take it out`,
			`8:10: easier says nothing; give it a text, an exercise, or both`,
			`9:19: text begins or ends with a space; found " hard"`}},
		// Texts.
		{dyn(`["Turn slowly"]`, `["1", "2", "3", "4", "5", "6"]`), []string{`6:8: cues may have 5 entries; found 6`}},
		{dyn(`Turn slowly`, strings.Repeat("é", 91)), []string{`6:9: cues[0] may have 90 characters; found 91`}},
		{dyn(`"Torso Rotations"`, `""`), []string{`1:8: name is empty; it is what the exercise is called`}},
		{dyn(`"Torso Rotations"`, "\"\"\"a\nb\"\"\""), []string{`1:8: name must be one line of plain text; found the character '\n'`}},
		// Repetitions.
		{dyn("reps = 12\n", ""), []string{"7:1: reps is missing; it is how many repetitions a dose has"}},
		{dyn("tempo = \"6s\"\n", ""), []string{`7:1: tempo is missing; it is how long one repetition takes, such as "6s"`}},
		{dyn("reps = 12", "reps = 0"), []string{"9:8: reps must be 4 to 60; found 0, the nearest is 4"}},
		{dyn("reps = 12", "reps = 61"), []string{"9:8: reps must be 4 to 60; found 61, the nearest is 60"}},
		{dyn("reps = 12", "reps = 11"), []string{"9:8: 11 repetitions leave one side short, because every one changes side; the nearest is 12"}},
		{dyn("reps = 12", "reps = 12\nreps_min = 5\nreps_max = 15"), []string{
			"10:12: 5 repetitions leave one side short, because every one changes side; the nearest is 6",
			"11:12: 15 repetitions leave one side short, because every one changes side; the nearest is 16"}},
		{dyn("reps = 12", "reps = 12\nreps_min = 14"), []string{"9:8: reps must be 14 to 20; found 12, the nearest is 14"}},
		{dyn("reps = 12", "reps = 12\nreps_max = 10"), []string{"9:8: reps must be 4 to 10; found 12, the nearest is 10"}},
		{dyn("reps = 12", "reps = 12\nreps_min = 16\nreps_max = 8"), []string{"10:12: reps_min is 16 and reps_max 8; change them over"}},
		{both("mode = \"alternate\"\nreps = 12", "reps = 2"), []string{"8:8: reps must be 3 to 60; found 2, the nearest is 3"}},
		{dyn(`"6s"`, `"4s"`), []string{`10:9: tempo must be "5s" to "10s"; found "4s", the nearest is "5s"`}},
		{dyn(`"6s"`, `"11s"`), []string{`10:9: tempo must be "5s" to "10s"; found "11s", the nearest is "10s"`}},
		{dyn(`"6s"`, "\"6s\"\ntempo_min = \"7s\""), []string{`10:9: tempo must be "7s" to "10s"; found "6s", the nearest is "7s"`}},
		{dyn(`"6s"`, "\"6s\"\ntempo_max = \"20s\""), []string{`11:13: tempo_max must be "5s" to "10s"; found "20s", the nearest is "10s"`}},
		// Sides.
		{dyn("mode = \"alternate\"\n", ""), []string{
			`7:1: mode is missing; it says how the sides take turns: "alternate" changes side with every repetition, "block" does all left, then all right`}},
		{dyn(`"alternate"`, `"together"`), []string{
			`8:8: mode "together" has no sides, but sides is "left-right"; write "alternate" or "block", so that both sides get the same`}},
		{both(`"alternate"`, `"block"`), []string{
			`8:8: mode "block" changes sides, but sides is "both"; write sides = "left-right", or mode = "together"`}},
		{dyn(`"alternate"`, `"blocks"`), []string{`8:8: unknown mode "blocks"; did you mean "block"?`}},
		// Holds.
		{hold("hold = \"40s\"\n", ""), []string{`7:1: hold is missing; it is how long one hold lasts, such as "30s"`}},
		{hold(`"40s"`, `"19s"`), []string{`8:8: hold must be "20s" to "1m"; found "19s", the nearest is "20s"`}},
		{hold(`"40s"`, `"61s"`), []string{`8:8: hold must be "20s" to "1m"; found "61s", the nearest is "1m"`}},
		{hold(`"40s"`, "\"40s\"\nhold_min = \"10s\"\nhold_max = \"2m\""), []string{
			`9:12: hold_min must be "20s" to "1m"; found "10s", the nearest is "20s"`, `10:12: hold_max must be "20s" to "1m"; found "2m", the nearest is "1m"`}},
		{hold(`"40s"`, "\"40s\"\nhold_min = \"60s\"\nhold_max = \"20s\""), []string{
			`9:12: hold_min is "60s" and hold_max "20s"; change them over`}},
		{kind("release", hold(`"40s"`, "\"40s\"\nhold_min = \"150s\"")), []string{`8:8: hold must be "2m30s" to "5m"; found "40s", the nearest is "2m30s"`}},
		{dyn(`"6s"`, "\"6s\"\ntempo_max = \"5s\""), []string{`10:9: tempo must be "5s" to "5s"; found "6s", the nearest is "5s"`}},
		{hold(`"40s"`, "\"40s\"\nrounds = 5"), []string{`9:10: rounds must be 1 to 4; found 5, the nearest is 4`}},
		{hold(`"40s"`, "\"40s\"\nrounds = 3\nrounds_max = 2"), []string{`9:10: rounds must be 1 to 2; found 3, the nearest is 2`}},
		{hold(`"40s"`, "\"40s\"\nrounds = 0"), []string{`9:10: rounds must be 1 to 4; found 0, the nearest is 1`}},
		{kind("strength", hold(`"40s"`, `"7s"`)), []string{`8:8: hold must be "8s" to "1m"; found "7s", the nearest is "8s"`}},
		{kind("release", hold(`"40s"`, `"20s"`)), []string{`8:8: hold must be "30s" to "5m"; found "20s", the nearest is "30s"`}},
		{kind("release", hold(`"40s"`, `"301s"`)), []string{`8:8: hold must be "30s" to "5m"; found "301s", the nearest is "5m"`}},
		// Keys of another dose.
		{hold(`"40s"`, "\"40s\"\nreps = 5\nmode = \"block\""), []string{
			"9:1: reps does not belong here: a static exercise is held", "10:1: mode does not belong here: a static exercise is held"}},
		{dyn(`"6s"`, "\"6s\"\nrounds = 2"), []string{"11:1: rounds does not belong here: a dynamic exercise is counted in repetitions"}},
		{kind("strength", dyn(`"6s"`, "\"6s\"\nhold = \"20s\"")), []string{
			"8:1: mode does not belong here: a strength exercise with a hold is held", "9:1: reps does not belong here: a strength exercise with a hold is held",
			"10:1: tempo does not belong here: a strength exercise with a hold is held"}},
		{kind("activity", hold(`"40s"`, `"40s"`)), []string{"8:1: hold does not belong here: an activity has a time, or none"}},
		{kind("activity", hold(`hold = "40s"`, `time = "11h"`)), []string{`8:8: time must be "0s" to "10h"; found "11h", the nearest is "10h"`}},
		// What there is to see.
		{dyn(`cues =`, "picture = \"a.png\"\ncues ="), []string{"6:1: an exercise shows a [figure] or a picture, not both; take one out"}},
		{dyn(figureOf(dynamicText), ""), []string{`1:1: figure is missing; it draws the exercise; or write picture = "file.png" to show a picture that lies beside this file`}},
		{dyn(figureOf(dynamicText), "") + "[x]", []string{
			`1:1: figure is missing; it draws the exercise; or write picture = "file.png" to show a picture that lies beside this file`,
			`11:1: unknown key "x"; known here: ` + strings.Join(fileKeys(), ", ")}},
		{withPicture(t, "../secret.png"), []string{`6:11: picture is the name of a file in the same folder, without a path; found "../secret.png"`}},
		{withPicture(t, "/etc/passwd"), []string{`6:11: picture is the name of a file in the same folder, without a path; found "/etc/passwd"`}},
		{withPicture(t, `c:\\x.png`), []string{`6:11: picture is the name of a file in the same folder, without a path; found "c:\x.png"`}},
		{withPicture(t, "me.gif"), []string{`6:11: picture must be a PNG, JPEG or SVG file; found "me.gif"`}},
		{withPicture(t, "Me.JPG"), nil},
		{dyn(`base = "stand"`, `base = "stnd"`), []string{`12:8: base is not one of the choices; found "stnd", did you mean "stand"?`}},
		{dyn(`base = "stand"`, `yaw = 400`), []string{`12:7: yaw must be between -180 and 180; found 400`}},
		{dyn(`base = "stand"`, `feel = ["hip", "kneee"]`), []string{`12:16: feel is not a point of the body or of a prop; found "kneee", did you mean "knee"?`}},
		{dyn("[[figure.pose]]\nname = \"a\"\n", ""), []string{"11:1: pose needs at least one [[figure.pose]]"}},
		{dyn(`name = "a"`, `spine = { lumbr = 1 }`), []string{`14:11: unknown key "lumbr"; did you mean "lumbar"?`}},
	}
	for _, test := range tests {
		e, problems := Parse("x", "x", []byte(test.text))
		var got []string
		for _, p := range problems {
			got = append(got, strings.TrimPrefix(p.String(), "x:"))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s\ngot\n  %s\nwant\n  %s", test.text, strings.Join(got, "\n  "), strings.Join(test.want, "\n  "))
		}
		if (e == nil) != (problems != nil) {
			t.Errorf("%s\nexercise %v with problems %v", test.text, e, problems)
		}
	}
}

// Everything a file says arrives.
func TestParseWhole(t *testing.T) {
	text := `name = "N"
aliases = ["A", "B"]
kind = "dynamic"
position = "seated chair"
sides = "both"
load = ["neutral"]
targets = ["back"]
equipment = ["chair"]
good_for = ["desk"]
avoid_if = ["neck"]
cues = ["C", "D"]
breath = "Breathe"
mistake = "Hurrying"
easier = { exercise = "walk", text = "E" }
harder = { text = "H" }
swap = ["s-1", "s-2"]
[dose]
reps = 5
tempo = "7s"
[figure]
[[figure.pose]]
`
	got, problems := Parse("n", "n.toml", []byte(text))
	if problems != nil {
		t.Fatal(problems)
	}
	want := &Exercise{ID: "n", Name: "N", Aliases: []string{"A", "B"}, Kind: Dynamic, Position: SeatedChair, Sides: Both,
		Dose: Dose{Reps: 5, RepsMin: 4, RepsMax: 20, Tempo: 7 * time.Second, TempoMin: 5 * time.Second, TempoMax: 10 * time.Second, Mode: Together},
		Load: []string{"neutral"}, Targets: []string{"back"}, Equipment: []string{"chair"}, GoodFor: []string{"desk"}, AvoidIf: []string{"neck"},
		Easier: Alternative{"E", "walk"}, Harder: Alternative{Text: "H"}, Swap: []string{"s-1", "s-2"}, Cues: []string{"C", "D"},
		Breath: "Breathe", Mistake: "Hurrying", Figure: &figure.Figure{Poses: []figure.Pose{{}}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// FuzzExercise: no file takes the reader down; one that is read is read the same again and lies within all bounds.
func FuzzExercise(f *testing.F) {
	for _, text := range []string{"", dynamicText, staticText, "kind = \"activity\"\n[dose]\ntime = \"1h\"\n", "[figure]\n[[figure.pose]]\nspine = {lumbar = 1}\n"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		e, problems := Parse("some-id", "x.toml", data)
		again, problemsAgain := Parse("some-id", "x.toml", data)
		if !reflect.DeepEqual(e, again) || !reflect.DeepEqual(problems, problemsAgain) {
			t.Fatalf("read twice, the answers differ:\n%+v %v\n%+v %v", e, problems, again, problemsAgain)
		}
		if (e == nil) != (len(problems) > 0) {
			t.Fatalf("exercise %v with problems %v", e, problems)
		}
		if e == nil {
			return
		}
		if e.ID != "some-id" || e.Name == "" || len(e.Cues) == 0 {
			t.Fatalf("incomplete: %+v", e)
		}
		d := e.Dose
		if d.ByReps() {
			if d.Reps < d.RepsMin || d.Reps > d.RepsMax || d.Tempo < d.TempoMin || d.Tempo > d.TempoMax || d.RepsMin < LeastReps || d.RepsMax > MostReps ||
				d.TempoMin < LeastTempo || d.TempoMax > MostTempo || d.Mode == Alternate && (d.Reps%2+d.RepsMin%2+d.RepsMax%2) != 0 ||
				(e.Sides == LeftRight) != (d.Mode != Together) {
				t.Fatalf("out of bounds: %+v", d)
			}
		} else if e.Kind != Activity && (d.Hold < d.HoldMin || d.Hold > d.HoldMax || d.HoldMin < LeastStrength || d.HoldMax > MostRelease ||
			d.Rounds < 1 || d.Rounds > d.RoundsMax || d.RoundsMax > MostRounds) {
			t.Fatalf("out of bounds: %+v", d)
		}
	})
}

func edit(t *testing.T, text, old, new string) string {
	t.Helper()
	if !strings.Contains(text, old) {
		t.Fatalf("%q is not in\n%s", old, text)
	}
	return strings.Replace(text, old, new, 1)
}

// figureOf is the [figure] part of a file.
func figureOf(text string) string { return text[strings.Index(text, "[figure]"):] }

// withPicture is an exercise that shows a picture.
func withPicture(t *testing.T, name string) string {
	return edit(t, edit(t, dynamicText, figureOf(dynamicText), ""), "cues =", "picture = \""+name+"\"\ncues =")
}

func fileKeys() []string { return tomlfile.Keys(reflect.TypeFor[File]()) }
