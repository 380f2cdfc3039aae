package terminal

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What the pages say: a routine that was begun is checked and brought into form by its name, wherever the terminal stands.
func TestWhatWasBegunIsFound(t *testing.T) {
	data := t.TempDir()
	put(t, data, map[string]string{"exercises/my-fold.toml": ownExercise, "settings.toml": "pace=\"slow\"\n"})
	here := t.TempDir()
	t.Chdir(here)
	if r := runIn(t, data, nil, nil, "new", "Lunch Reset"); r.code != Fine {
		t.Fatalf("%+v", r)
	}
	in := func(name string) string {
		path, err := filepath.EvalSymlinks(filepath.Join(data, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, tt := range []struct {
		args, out, err string
		code           int
	}{
		{"check lunch-reset.toml", in("routines/lunch-reset.toml") + ": the routine Lunch Reset is in order", "", Fine},
		{"check lunch-reset", in("routines/lunch-reset.toml") + ": the routine Lunch Reset is in order", "", Fine},
		{"check my-fold", in("exercises/my-fold.toml") + ": the static exercise My Fold is in order", "", Fine},
		{"check settings.toml", in("settings.toml") + ": settings in order", "", Fine},
		{"check combo-10", "combo-10.toml: the routine ", "", Fine},
		{"check cat-cow", "cat-cow.toml: the dynamic exercise Cat-Cow Flow is in order", "", Fine},
		{"check --json combo-10", `"kind": "routine"`, "", Fine},
		{"check lunch-rest", `lunch-rest: there is no such file, and no routine or exercise is called "lunch-rest"; did you mean "lunch-reset"?`, "", Failed},
		{"check my-folt.toml", `did you mean "my-fold"?`, "", Failed},
		{"check qqqqqqqq", "there is no such file, and no routine", "", Failed},
		{"check " + filepath.Join("sub", "lunch-reset.toml"), "there is no such file\n", "", Failed},
		{"fmt lunch-reset", "", "", Fine},
		{"fmt --check my-fold", in("exercises/my-fold.toml") + "\n", "", Failed},
		{"fmt my-fold.toml", in("exercises/my-fold.toml") + ": brought into form\n", "", Fine},
		{"fmt --check my-fold.toml", "", "", Fine},
		{"fmt settings.toml", in("settings.toml") + ": brought into form\n", "", Fine},
		{"fmt combo-10", "", "combo-10 comes with Catcow and stays as it is; `catcow new NAME --from combo-10` begins", Failed},
		{"fmt cat-cow", "", `cat-cow comes with Catcow and stays as it is; "Make one like it"`, Failed},
		{"fmt lunch-rest", "", `did you mean "lunch-reset"?`, Failed},
	} {
		r := runIn(t, data, nil, nil, strings.Fields(tt.args)...)
		if r.code != tt.code || !strings.Contains(r.out, tt.out) || !strings.Contains(r.err, tt.err) || tt.out == "" && r.out != "" || tt.err == "" && r.err != "" {
			t.Errorf("%s: %+v", tt.args, r)
		}
	}
	// What lies in this folder comes first, and a folder is no file.
	put(t, here, map[string]string{"lunch-reset.toml": shortRoutine, "my-fold/x": ""})
	if r := runIn(t, data, nil, nil, "check", "lunch-reset.toml", "my-fold"); r.code != Fine ||
		!strings.HasPrefix(r.out, "lunch-reset.toml: the routine Short and Sweet") || !strings.Contains(r.out, in("exercises/my-fold.toml")) {
		t.Errorf("%+v", r)
	}
	if r := runIn(t, data, nil, nil, "fmt", "lunch-reset.toml"); r.code != Fine || strings.Contains(r.out, data) {
		t.Errorf("%+v", r)
	}
}

// A person's own in front of ours is what is checked, with its mistakes.
func TestOwnInFrontOfOursIsChecked(t *testing.T) {
	data := t.TempDir()
	put(t, data, map[string]string{"routines/combo-10.toml": "nmae = 3\n"})
	t.Chdir(t.TempDir())
	if r := runIn(t, data, nil, nil, "check", "combo-10"); r.code != Failed || !strings.Contains(r.out, filepath.Join("routines", "combo-10.toml")+":1:1: unknown key") {
		t.Errorf("%+v", r)
	}
}

// A name that is nothing is said to be missing.
func TestEmptyNames(t *testing.T) {
	for _, cmd := range []string{"check", "fmt"} {
		if r := run(t, cmd, "a.toml", ""); r.code != Misuse || !strings.Contains(r.err, "say which file; one of the names is empty") {
			t.Errorf("%s: %+v", cmd, r)
		}
	}
}

// The commands that the pages name do what they say, in their order, wherever the terminal stands.
func TestCommandsOfThePages(t *testing.T) {
	commands := regexp.MustCompile(`(?m)^    catcow ((?:new|check|fmt) .*?)(?: +#.*)?$`)
	for _, page := range []string{filepath.Join(docs, "files.md"), "../../README.md"} {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		data, found := t.TempDir(), commands.FindAllSubmatch(text, -1)
		if len(found) < 3 {
			t.Fatalf("%s: %d commands", page, len(found))
		}
		for i, m := range found {
			args := strings.Fields(strings.Replace(string(m[1]), `"Lunch Reset"`, "lunch-reset", 1))
			r := runIn(t, data, nil, nil, args...)
			// That the second way of beginning it finds the first one's file is as it should be.
			if again := i > 0 && args[0] == "new"; (r.code != Fine) != again {
				t.Errorf("%s: %s: %+v", page, m[1], r)
			}
		}
	}
}

// Examples point to the schemas where they lie for the person, and say of mode what the check says.
func TestFilesPageSchemasAndMode(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(docs, "files.md"))
	if err != nil {
		t.Fatal(err)
	}
	lines := regexp.MustCompile(`(?m)^#:schema (.*)$`).FindAllSubmatch(text, -1)
	for _, m := range lines {
		if !strings.HasPrefix(string(m[1]), "../schemas/") {
			t.Errorf("the page points to %s", m[1])
		}
	}
	if len(lines) < 3 || !strings.Contains(string(text), "for a held exercise it is an error") {
		t.Errorf("%d schemas, or nothing is said of mode", len(lines))
	}
	t.Chdir(t.TempDir())
	put(t, ".", map[string]string{"held.toml": strings.Replace(ownExercise, "hold =", "mode = \"block\"\nhold =", 1)})
	if r := run(t, "check", "held.toml"); r.code != Failed || !strings.Contains(r.out, "mode does not belong here") {
		t.Errorf("%+v", r)
	}
}

// A link to a file beside it is followed however it is written; one that leads elsewhere is not.
func TestLinksWithinTheFolder(t *testing.T) {
	dir, other := t.TempDir(), t.TempDir()
	put(t, dir, map[string]string{"lf.toml": shortRoutine})
	put(t, other, map[string]string{"lf.toml": shortRoutine})
	for name, target := range map[string]string{"a.toml": filepath.Join(dir, "lf.toml"), "out.toml": filepath.Join(other, "lf.toml")} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
	t.Chdir(dir)
	if r := run(t, "check", "a.toml"); r.code != Fine || !strings.HasPrefix(r.out, "a.toml: the routine") {
		t.Errorf("%+v", r)
	}
	if r := run(t, "add", "--yes", "a.toml"); r.code != Fine {
		t.Errorf("%+v", r)
	}
	for _, cmd := range []string{"check", "add"} {
		if r := run(t, cmd, "out.toml"); r.code != Failed || !strings.Contains(r.out+r.err, "out.toml: this link leads out of its folder") {
			t.Errorf("%s: %+v", cmd, r)
		}
	}
}
