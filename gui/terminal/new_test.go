package terminal

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"catcow/assets"
	"catcow/routines"
)

// begun is a new routine in a folder.
func begun(t *testing.T, dir, id string, args ...string) (text string, r result) {
	t.Helper()
	r = runIn(t, dir, nil, nil, append([]string{"new"}, args...)...)
	if r.code != Fine {
		t.Fatalf("%v: %+v", args, r)
	}
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(real, "routines", id+".toml")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(r.out, path) || !strings.Contains(r.out, "catcow play "+id) {
		t.Errorf("it does not say where it is and what to do: %s", r.out)
	}
	if c := runIn(t, dir, nil, nil, "check", "--strict", path); c.code != Fine {
		t.Errorf("it is not in order: %+v", c)
	}
	if c := runIn(t, dir, nil, nil, "fmt", "--check", path); c.code != Fine {
		t.Errorf("it is not in form: %+v\n%s", c, data)
	}
	if lib := routines.Load(dir); len(lib.Broken) > 0 {
		t.Errorf("%v", lib.Broken)
	} else if _, ok := lib.Get(id); !ok {
		t.Errorf("%s is not there", id)
	}
	return string(data), r
}

func TestNew(t *testing.T) {
	for _, tt := range []struct{ arg, id, name string }{
		{"lunch-reset", "lunch-reset", "Lunch Reset"},
		{"Lunch Reset", "lunch-reset", "Lunch Reset"},
		{"Übung für Anna's \"Rücken\" \\ 2", "ubung-fur-anna-s-rucken-2", "Übung für Anna's \"Rücken\" \\ 2"},
		{" spaced   out ", "spaced-out", "spaced out"},
	} {
		dir := t.TempDir()
		text, _ := begun(t, dir, tt.id, tt.arg)
		lib := routines.Load(dir)
		r, ok := lib.Get(tt.id)
		if !ok || r.Name != tt.name {
			t.Errorf("%q is called %v", tt.arg, r)
		}
		if strings.Count(text, "#") < 8 {
			t.Errorf("few comments:\n%s", text)
		}
	}
}

// The schema that the file points to is there, and is ours.
func TestNewBringsItsSchema(t *testing.T) {
	dir := t.TempDir()
	stale := filepath.Join(dir, "schemas", "routine.schema.json")
	if err := os.MkdirAll(filepath.Dir(stale), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(stale, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"mine"}, {"mine-too", "--from", "combo-10"}, {"mine-three", "--from", "mine"}} {
		text, _ := begun(t, dir, args[0], args...)
		m := regexp.MustCompile(`\A#:schema (\S+)\n`).FindStringSubmatch(text)
		if m == nil || strings.Count(text, "#:schema") != 1 {
			t.Fatalf("%v:\n%s", args, text)
		}
		got, err := os.ReadFile(filepath.Join(dir, "routines", filepath.FromSlash(m[1])))
		if err != nil {
			t.Fatal(err)
		}
		want, err := fs.ReadFile(assets.Schemas(), "routine.schema.json")
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%v: the schema is another: %v", args, err)
		}
	}
}

// Every shipped routine can be begun with.
func TestNewFromOurs(t *testing.T) {
	dir := t.TempDir()
	for _, r := range routines.Load("").Routines {
		if testing.Short() && r.ID != "combo-10" {
			continue
		}
		d := dir + "-" + r.ID
		if err := os.MkdirAll(d, 0o700); err != nil {
			t.Fatal(err)
		}
		res := runIn(t, d, nil, nil, "new", "My own", "--from", r.ID)
		if res.code != Fine {
			t.Errorf("%s: %+v", r.ID, res)
			continue
		}
		got, ok := routines.Load(d).Get("my-own")
		if !ok || got.Name != "My own" || len(got.Phases) != len(r.Phases) || got.Overrides {
			t.Errorf("%s became %+v", r.ID, got)
		}
		if c := runIn(t, d, nil, nil, "check", filepath.Join(d, "routines", "my-own.toml")); c.code != Fine {
			t.Errorf("%s: %+v", r.ID, c)
		}
	}
}

// A person's own file is copied with everything they wrote into it.
func TestNewFromOwnKeepsComments(t *testing.T) {
	dir := t.TempDir()
	own := "# mine\r\nname='Own' # called so\r\n# the phase\r\n[[phase]]\r\nname=\"Move\"\r\nkind = 'dynamic'\r\nstep = [ {exercise='cat-cow'}, # best\r\n]\r\n"
	if err := os.MkdirAll(filepath.Join(dir, "routines"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "routines", "own.toml"), []byte(own), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := runIn(t, dir, nil, nil, "new", "Second", "--from", "own"); r.code != Fine {
		t.Fatalf("%+v", r)
	}
	got, err := os.ReadFile(filepath.Join(dir, "routines", "second.toml"))
	want := "#:schema ../schemas/routine.schema.json\r\n\r\n" + strings.Replace(own, "'Own'", `"Second"`, 1)
	if err != nil || string(got) != want {
		t.Errorf("%v\n%q\nwant\n%q", err, got, want)
	}
}

func TestNewRefuses(t *testing.T) {
	dir := t.TempDir()
	begun(t, dir, "mine", "mine")
	before, err := os.ReadFile(filepath.Join(dir, "routines", "mine.toml"))
	if err != nil {
		t.Fatal(err)
	}
	// A file that is no routine takes its name, too.
	if err := os.WriteFile(filepath.Join(dir, "routines", "broken.toml"), []byte("name = "), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		args string
		code int
		want string
	}{
		{"new mine", Failed, "there is a routine mine already; mine-2 is free"},
		{"new combo-10", Failed, "there is a routine combo-10 already; combo-10-2 is free"},
		{"new broken", Failed, "broken-2 is free"},
		{"new other --from combo10", Failed, "did you mean combo-10?"},
		{"new other --from zzzzzz", Failed, "`catcow list` shows them all"},
		{"new", Misuse, "say which name"},
		{"new one two", Misuse, "put a name of several words in quotes: \"one two\""},
		{"new con", Failed, "Windows keeps the name \"con\" for itself"},
		{"new " + strings.Repeat("a", 61), Failed, "catcow: name may have 60 characters; found 61\n"},
		{"new x\x1b[31m", Failed, "name must be one line of plain text"},
		{"new …", Misuse, "letters a to z or digits"},
		{"new x --from=", Misuse, "say which routine"},
		{"fmt", Misuse, "say which file"},
	} {
		r := runIn(t, dir, nil, nil, strings.Fields(tt.args)...)
		if r.code != tt.code || !strings.Contains(r.err, tt.want) || r.out != "" {
			t.Errorf("%s: %+v", tt.args, r)
		}
	}
	if after, err := os.ReadFile(filepath.Join(dir, "routines", "mine.toml")); err != nil || !bytes.Equal(after, before) {
		t.Errorf("the file that was there changed: %v", err)
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "routines", "*")); len(files) != 2 {
		t.Errorf("%v", files)
	}
}

// The command line does not say that something is still open: nothing is.
func TestNewWhereNothingMayBeWritten(t *testing.T) {
	data := t.TempDir()
	if err := os.WriteFile(filepath.Join(data, "routines"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r := runIn(t, data, nil, nil, "new", "Foo")
	if r.code != Failed || !strings.Contains(r.err, "foo.toml was not saved: ") || strings.Contains(r.err, "still open") || strings.Count(r.err, "\n") != 1 {
		t.Errorf("%+v", r)
	}
}
