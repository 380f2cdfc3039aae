package terminal

import (
	"bytes"
	"encoding/json"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every file that is shipped is in order, checked as a person would check it.
func TestShippedFilesAreInOrder(t *testing.T) {
	var files []string
	for _, pattern := range []string{"../../routines/*.toml", "../../assets/exercises/*.toml"} {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(found), err)
		}
		files = append(files, found...)
	}
	r := run(t, append([]string{"check"}, files...)...)
	said := strings.Count(r.out, "\n") - strings.Count(r.out, ": advice: ")
	if r.code != Fine || said != len(files) {
		t.Errorf("code %d, %d files:\n%s%s", r.code, len(files), r.out, r.err)
	}
}

// coldRoutine holds before anything moves, for a minute before whatever comes, and promises too much.
const coldRoutine = `name = "Cold"
longest = "44m"

[[phase]]
name = "Hold"
kind = "static"
  [[phase.step]]
  exercise = "childs-pose"
  hold     = "30s"
  rounds   = 2

[[phase]]
name = "Day"
kind = "activity"
  [[phase.step]]
  exercise = "activity-slot"
`

// Advice is told with its line, and its reason where it is asked for; it fails nothing that is not strict.
func TestCheckAdvice(t *testing.T) {
	home, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	put(t, dir, map[string]string{"cold.toml": coldRoutine, "good.toml": shortRoutine})
	t.Chdir(dir)
	for _, tt := range []struct {
		args string
		code int
		file string
	}{
		{"check cold.toml good.toml", Fine, "check-cold.txt"},
		{"check cold.toml --why", Fine, "check-cold-why.txt"},
		{"check cold.toml --json", Fine, "check-cold.json"},
		{"check --strict cold.toml", Failed, ""},
		{"check --strict good.toml", Fine, ""},
		{"check --strict --json cold.toml", Failed, ""},
		{"check --json nothing.toml", Failed, ""},
	} {
		r := run(t, strings.Fields(tt.args)...)
		if r.code != tt.code || r.err != "" {
			t.Errorf("%s: code %d, %s", tt.args, r.code, r.err)
		}
		if strings.Contains(tt.args, "--json") && !json.Valid([]byte(r.out)) {
			t.Errorf("%s: no JSON:\n%s", tt.args, r.out)
		}
		if tt.file != "" {
			back := dir
			t.Chdir(home)
			golden(t, tt.file, r.out)
			t.Chdir(back)
		}
	}
}

// Other programs are told what a file was taken for.
func TestCheckSaysTheKind(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, map[string]string{"a.toml": shortRoutine, "b.toml": ownExercise, "settings.toml": "volume = 3\n", "c.toml": "?"})
	t.Chdir(dir)
	var kinds []string
	r := run(t, "check", "--json", "a.toml", "b.toml", "settings.toml", "c.toml")
	for _, line := range strings.Split(r.out, "\n") {
		if kind, ok := strings.CutPrefix(strings.TrimSpace(line), `"kind": `); ok {
			kinds = append(kinds, strings.Trim(kind, `",`))
		}
	}
	if got := strings.Join(kinds, " "); got != "routine exercise settings routine" {
		t.Errorf("they are taken for %q\n%s%s", got, r.out, r.err)
	}
}

// Every broken file gets the messages it is kept with, whatever its name.
func TestBrokenFilesAreTold(t *testing.T) {
	files, err := filepath.Glob("../../routines/testdata/broken/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatal(len(files), err)
	}
	for _, file := range files {
		r := run(t, "check", file)
		if r.code != Failed || !strings.Contains(r.out, filepath.Base(file)) {
			t.Errorf("%s: code %d, %s%s", file, r.code, r.out, r.err)
		}
	}
}

func TestCheck(t *testing.T) {
	catCow, err := os.ReadFile("../../assets/exercises/cat-cow.toml")
	if err != nil {
		t.Fatal(err)
	}
	whole := pngText(t)
	dir := t.TempDir()
	put(t, dir, map[string]string{
		"good.toml":          shortRoutine,
		"mine.toml":          string(catCow),
		"with-mine.toml":     strings.Replace(shortRoutine, "cat-cow", "mine", 1),
		"greedy.toml":        "longest = \"44m\"\n" + shortRoutine,
		"mistaken.toml":      coldRoutine + "  time = \"11h\"\n",
		"slips.toml":         "nmae = \"x\"\n" + strings.Replace(shortRoutine, "cat-cow", "catcow", 1),
		"settings.toml":      "pace = \"slow\"\n",
		"other-settings.txt": "theme = \"coffee\"\n",
		"picture.toml":       showing(string(catCow)),
		"a folder/x.toml":    "",
		"torn/picture.toml":  showing(string(catCow)),
		"torn/me.png":        whole[:len(whole)-20],
	})
	t.Chdir(dir)
	for _, tt := range []struct {
		files string
		code  int
		want  []string
	}{
		{"good.toml", Fine, []string{"good.toml: the routine Short and Sweet is in order; it can take "}},
		{"mine.toml", Fine, []string{"mine.toml: the dynamic exercise Cat-Cow Flow is in order"}},
		{"settings.toml", Fine, []string{"settings.toml: settings in order"}},
		{"with-mine.toml", Failed, []string{"with-mine.toml:7:14:", `"mine"`}},
		{"with-mine.toml mine.toml", Fine, []string{"with-mine.toml: the routine", "mine.toml: the dynamic exercise"}},
		{"slips.toml good.toml", Failed, []string{`slips.toml:1:1: unknown key "nmae"; did you mean "name"?`, "slips.toml:8:14:", "cat-cow", "good.toml: the routine"}},
		{"greedy.toml", Fine, []string{"greedy.toml: the routine", "greedy.toml:1: advice: longest says 44m; more than "}},
		{"mistaken.toml", Failed, []string{"mistaken.toml:17:10: "}},
		{"other-settings.txt", Failed, []string{"other-settings.txt:1:9:", "coffee"}},
		{"picture.toml", Failed, []string{`the picture "me.png" has to lie beside this file`}},
		{"torn/picture.toml", Failed, []string{`the picture "me.png" cannot be shown: a part of it is missing or damaged`}},
		{"nothing.toml", Failed, []string{"nothing.toml: there is no such file"}},
		{".", Failed, []string{"this is a folder, not a file"}},
	} {
		r := run(t, append([]string{"check"}, strings.Fields(tt.files)...)...)
		if r.code != tt.code || r.err != "" {
			t.Errorf("%s: code %d, %s", tt.files, r.code, r.err)
		}
		for _, want := range tt.want {
			if !strings.Contains(r.out, want) {
				t.Errorf("%s: %q is missing in\n%s", tt.files, want, r.out)
			}
		}
	}
}

// showing makes an exercise show a picture in place of its figure, which is the last table of the file.
func showing(text string) string {
	before, _, _ := strings.Cut(text, "[figure]")
	return "picture = \"me.png\"\n" + before
}

// pngText is a picture.
func pngText(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
