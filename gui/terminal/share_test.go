package terminal

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"catcow/gui/system"
	"catcow/routines/share"
)

const ownRoutine = `# Mine.
name = "My Lunch Reset"
for  = "My back"

[[phase]]
name = "Move"
kind = "dynamic"
  [[phase.step]]
  exercise = "cat-cow"

[[phase]]
name = "Hold"
kind = "static"
  [[phase.step]]
  exercise = "my-fold"
`

const ownExercise = `name     = "My Fold"
kind     = "static"
position = "kneeling"
sides    = "both"
load     = ["flexion-end"]
avoid_if = ["knee"]
cues     = ["Sit back"]
[dose]
hold = "40s"
[figure]
[[figure.pose]]
name = "still"
`

// sent is a data folder with a routine of a person's own, and the file it was packed in.
func sent(t *testing.T) (file string) {
	t.Helper()
	dir := t.TempDir()
	put(t, dir, map[string]string{"routines/my-lunch.toml": ownRoutine, "exercises/my-fold.toml": ownExercise})
	file = filepath.Join(t.TempDir(), "my-lunch.catcow")
	r := runIn(t, dir, nil, nil, "share", "my-lunch", "-o", file)
	if r.code != Fine || !strings.Contains(r.out, "My Lunch Reset, with 1 exercise") {
		t.Fatalf("sharing: code %d, %s%s", r.code, r.out, r.err)
	}
	return file
}

// answered is a command line whose question gets an answer.
func answered(t *testing.T, dir, answer string, args ...string) result {
	t.Helper()
	var r result
	var out, err bytes.Buffer
	r.code = Run(append([]string{"--data", dir}, args...), Env{In: strings.NewReader(answer), Out: &out, Err: &err, Version: "1.2.3"})
	r.out, r.err = out.String(), err.String()
	return r
}

func TestShareAndAdd(t *testing.T) {
	file, dir := sent(t), t.TempDir()
	for _, answer := range []string{"", "n\n", "no way\n", "nyet"} {
		r := answered(t, dir, answer, "add", file)
		if r.code != Failed || !strings.Contains(r.out, "Nothing was added") {
			t.Errorf("%q adds: code %d, %s", answer, r.code, r.out)
		}
	}
	if entries, _ := os.ReadDir(filepath.Join(dir, "routines")); len(entries) > 0 {
		t.Fatalf("something was added unasked: %v", entries)
	}
	r := answered(t, dir, "y\n", "add", file)
	if r.code != Fine {
		t.Fatalf("code %d, %s", r.code, r.err)
	}
	golden(t, "add.txt", r.out)
	if data, err := os.ReadFile(filepath.Join(dir, "routines", "my-lunch.toml")); err != nil || string(data) != ownRoutine {
		t.Errorf("added is %q (%v)", data, err)
	}
	if r := runIn(t, dir, nil, nil, "add", file); r.code != Fine || !strings.Contains(r.out, "nothing to add") {
		t.Errorf("a second time: code %d, %s", r.code, r.out)
	}
	if r := runIn(t, dir, nil, nil, "plan", "my-lunch"); r.code != Fine {
		t.Errorf("it cannot be planned: %s", r.err)
	}
}

func TestAddAsksAboutWhatIsThere(t *testing.T) {
	file, dir := sent(t), t.TempDir()
	mine := strings.Replace(ownRoutine, "My Lunch Reset", "Another", 1)
	put(t, dir, map[string]string{"routines/my-lunch.toml": mine})
	r := runIn(t, dir, nil, nil, "add", file, "--yes")
	if r.code != Failed || !strings.Contains(r.err, "a routine my-lunch of yours is there already: Another") || !strings.Contains(r.err, "--replace") {
		t.Errorf("code %d, %s", r.code, r.err)
	}
	r = runIn(t, dir, nil, nil, "add", file, "--yes", "--as", "From Anna")
	if r.code != Fine || !strings.Contains(r.out, "Added: from-anna.") {
		t.Errorf("code %d, %s%s", r.code, r.out, r.err)
	}
	r = runIn(t, dir, nil, nil, "add", file, "--yes", "--as", strings.Repeat("a", 61))
	if r.code != Failed || r.err != "catcow: name may have 60 characters; found 61\n" {
		t.Errorf("a long name: code %d, %s%s", r.code, r.out, r.err)
	}
	r = runIn(t, dir, nil, nil, "add", file, "--yes", "--replace")
	if r.code != Fine || !strings.Contains(r.out, "my-lunch.toml.mine") {
		t.Errorf("code %d, %s%s", r.code, r.out, r.err)
	}
	if kept, err := os.ReadFile(filepath.Join(dir, "routines", "my-lunch.toml.mine")); err != nil || string(kept) != mine {
		t.Errorf("kept aside is %q (%v)", kept, err)
	}
}

func TestAddRefuses(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, map[string]string{"x.catcow": "PK\x03\x04torn", "y.toml": "volume = 3\n"})
	for _, tt := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"add"}, Misuse, "say which file"},
		{[]string{"add", "a", "--as", "x", "--replace"}, Misuse, "choose one"},
		{[]string{"add", filepath.Join(dir, "x.catcow")}, Failed, "not whole, or damaged"},
		{[]string{"add", filepath.Join(dir, "y.toml")}, Failed, "settings"},
		{[]string{"add", filepath.Join(dir, "none.catcow")}, Failed, "no such file"},
		{[]string{"add", dir}, Failed, "folder"},
		{[]string{"add", "a", "--as", " "}, Misuse, "say which name"},
		{[]string{"share"}, Misuse, "say which routine"},
		{[]string{"share", "desk-reset", "-o", ""}, Misuse, "say which file"},
		{[]string{"share", "desk-reset", "-o", "lunch.toml"}, Misuse, "ends in .catcow"},
		{[]string{"share", "desk-rest"}, Failed, "did you mean desk-reset?"},
		{[]string{"share", "desk-reset", "--length", "5m"}, Misuse, "--text"},
	} {
		r := run(t, tt.args...)
		if r.code != tt.code || !strings.Contains(r.err, tt.want) {
			t.Errorf("%v: code %d, %q, want %d and %q", tt.args, r.code, r.err, tt.code, tt.want)
		}
	}
}

func TestShareAsText(t *testing.T) {
	r := run(t, "share", "combo-10", "--text", "--length", "7m")
	if r.code != Fine {
		t.Fatal(r.err)
	}
	golden(t, "share-combo-7m.txt", r.out)
	t.Chdir(t.TempDir())
	if r := run(t, "share", "combo-10"); r.code != Fine {
		t.Fatal(r.err)
	}
	data, err := os.ReadFile("combo-10" + share.Ext)
	if err != nil || !bytes.HasPrefix(data, []byte("PK")) {
		t.Errorf("the file is %v", err)
	}
	if r := run(t, "share", "combo-10"); r.code != Failed || !strings.Contains(r.err, "there already") {
		t.Errorf("a file of the same name is written over: %s", r.out)
	}
	put(t, ".", map[string]string{"here.CATCOW": "mine", "here.txt": "mine"})
	for _, args := range [][]string{{"-o", "here.CATCOW"}, {"--text", "-o", "here.txt"}} {
		args = append([]string{"share", "combo-10"}, args...)
		if r := run(t, args...); r.code != Failed || !strings.HasPrefix(r.err, "catcow: here.") || !strings.Contains(r.err, "--force") {
			t.Errorf("%v writes over it: %s", args, r.out)
		}
		if r := run(t, append(args, "--force")...); r.code != Fine {
			t.Errorf("%v --force: %s", args, r.err)
		}
		if now, err := os.ReadFile(args[len(args)-1]); err != nil || string(now) == "mine" {
			t.Errorf("%v --force leaves it: %v", args, err)
		}
	}
	if r := run(t, "share", "combo-10", "-o", "-"); r.out != string(data) {
		t.Error("- is not the same file on the output")
	}
}

// A path as the first word opens the window on it, as desktops do.
func TestAPathOpensTheWindow(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	put(t, dir, map[string]string{"one.catcow": "x", "two.TOML": "x"})
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		t.Fatal(err)
	}
	r := run(t, "one.catcow", filepath.Join(dir, "two.TOML"))
	if r.code != Fine || r.asked == nil || len(r.asked.Open) != 2 {
		t.Fatalf("code %d, %s, asked %+v", r.code, r.err, r.asked)
	}
	if got, _ := filepath.EvalSymlinks(r.asked.Open[0]); got != filepath.Join(real, "one.catcow") {
		t.Errorf("asked for %v", r.asked.Open)
	}
	if r := run(t, "three.catcow"); r.code != Failed || !strings.Contains(r.err, "no such file") || r.asked != nil {
		t.Errorf("a file that is not there: code %d, %s", r.code, r.err)
	}
	if r := run(t, "one.catcow", "list"); r.code != Misuse || !strings.Contains(r.err, "\"list\" makes no sense here") {
		t.Errorf("a file and a command: code %d, %s", r.code, r.err)
	}
	if r := runIn(t, t.TempDir(), system.ErrNoDisplay, nil, "one.catcow"); r.code != Failed || !strings.Contains(r.err, "catcow add one.catcow") {
		t.Errorf("without a display: code %d, %s", r.code, r.err)
	}
	if r := runIn(t, t.TempDir(), nil, system.ErrRunning, "one.catcow"); r.code != Fine || !strings.Contains(r.out, "shows one.catcow") {
		t.Errorf("with a window open: code %d, %s", r.code, r.out)
	}
	if r := runIn(t, t.TempDir(), nil, errors.New("no"), "one.catcow"); r.code != Failed {
		t.Errorf("a window that fails: code %d", r.code)
	}
}

// A new name is given to one routine, never to an arbitrary one of several.
func TestAddNamesOneRoutine(t *testing.T) {
	from, data := t.TempDir(), t.TempDir()
	put(t, from, map[string]string{"a.toml": shortRoutine, "b.toml": strings.Replace(shortRoutine, "Short", "Long", 1),
		"my-lunch.toml": ownRoutine, "my-fold.toml": ownExercise})
	t.Chdir(from)
	r := runIn(t, data, nil, nil, "add", "--yes", "--as", "x y", "b.toml", "a.toml")
	if r.code != Failed || r.err != "catcow: --as is the name of one routine, and there are 2 here; add each by itself\n" {
		t.Errorf("%+v", r)
	}
	if files, _ := filepath.Glob(filepath.Join(data, "routines", "*")); len(files) != 0 {
		t.Errorf("added all the same: %v", files)
	}
	// A routine with its exercises is one.
	if r := runIn(t, data, nil, nil, "add", "--yes", "--as", "x y", "my-lunch.toml", "my-fold.toml"); r.code != Fine || !strings.Contains(r.out, "Added: x-y.") {
		t.Errorf("%+v", r)
	}
	if r := run(t, "add", "a.toml", ""); r.code != Misuse || !strings.Contains(r.err, "one of the names is empty") {
		t.Errorf("%+v", r)
	}
}
