package draft

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// must fails the test on an error.
func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// holds checks what a file holds.
func holds(t *testing.T, path, want string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil || string(data) != want {
		t.Errorf("%s holds %q (%v), want %q", path, data, err, want)
	}
}

// asConflict is the conflict an error is.
func asConflict(t *testing.T, err error) *Conflict {
	t.Helper()
	var c *Conflict
	if !errors.As(err, &c) {
		t.Fatalf("the answer is %v, not a conflict", err)
	}
	return c
}

func TestSaveAndOpen(t *testing.T) {
	s := Store{Dir: filepath.Join(t.TempDir(), "data")}
	if _, err := s.Open("mine"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a routine that is not there: %v", err)
	}
	must(t, s.Save("mine", []byte("one"), nil))
	must(t, s.Save("mine", []byte("two"), []byte("one")))
	must(t, s.Save("mine", []byte("two"), []byte("one"))) // what is there already is no conflict
	got, err := s.Open("mine")
	if err != nil || string(got) != "two" {
		t.Errorf("it holds %q, %v", got, err)
	}
	must(t, os.RemoveAll(s.Dir))
	must(t, s.Save("mine", []byte("three"), nil))
	holds(t, s.Path("mine"), "three")
	entries, _ := os.ReadDir(filepath.Join(s.Dir, "routines"))
	if len(entries) != 1 {
		t.Errorf("besides the routine there is something in the folder: %v", entries)
	}
}

func TestSaveSeesWhatHappenedMeanwhile(t *testing.T) {
	s := Store{Dir: t.TempDir()}
	must(t, s.Save("mine", []byte("one"), nil))
	path := s.Path("mine")

	must(t, os.WriteFile(path, []byte("other"), 0o600))
	c := asConflict(t, s.Save("mine", []byte("two"), []byte("one")))
	if c.Path != path || string(c.Disk) != "other" || c.Gone {
		t.Errorf("changed, it is %+v", c)
	}
	holds(t, path, "other")
	must(t, s.Save("mine", []byte("two"), c.Disk))
	holds(t, path, "two")

	must(t, os.Remove(path))
	c = asConflict(t, s.Save("mine", []byte("three"), []byte("two")))
	if !c.Gone || c.Disk != nil {
		t.Errorf("gone, it is %+v", c)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("what was deleted is back")
	}
	must(t, s.Save("mine", []byte("three"), c.Disk))

	must(t, os.RemoveAll(filepath.Join(s.Dir, "routines")))
	if c = asConflict(t, s.Save("mine", []byte("four"), []byte("three"))); !c.Gone {
		t.Errorf("with its folder gone, it is %+v", c)
	}
	must(t, s.Save("mine", []byte("four"), nil))

	c = asConflict(t, s.Save("mine", []byte("new"), nil))
	if string(c.Disk) != "four" || c.Gone {
		t.Errorf("appeared, it is %+v", c)
	}
	for _, c := range []*Conflict{{Path: path, Gone: true}, {Path: path}} {
		if text := c.Error(); !strings.Contains(text, "mine.toml") || c.Message().ID == "" {
			t.Errorf("it says %q", text)
		}
	}
}

// The file changes after it was compared and before the new one takes its place.
func TestSaveLooksAgainBeforeItWrites(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mine.toml")
	must(t, os.WriteFile(path, []byte("one"), 0o600))
	err := tomlfile.WriteAtomicIf(path, []byte("two"), func() error { return &Conflict{Path: path} })
	asConflict(t, err)
	holds(t, path, "one")
	if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 1 {
		t.Errorf("half of a file is left: %v", entries)
	}
}

func TestSaveWhereCapitalsMakeNoDifference(t *testing.T) {
	s := Store{Dir: t.TempDir()}
	must(t, s.Save("other", nil, nil))
	path := filepath.Join(s.Dir, "routines", "Mine.TOML")
	must(t, os.WriteFile(path, []byte("one"), 0o600))
	if c := asConflict(t, s.Save("mine", []byte("two"), nil)); c.Path != path || string(c.Disk) != "one" {
		t.Errorf("it is %+v", c)
	}
	holds(t, path, "one")
	if id := s.FreeID("mine", nil); id != "mine-2" {
		t.Errorf("the free name is %s", id)
	}
}

func TestSaveRefusesNames(t *testing.T) {
	s := Store{Dir: t.TempDir()}
	for _, id := range []string{"", ".", "..", "../mine", "a/b", `a\b`, ".mine", "Mine", "mine yours", "con", "nul", "com1", "lpt9", "a:b", "a\x00b",
		strings.Repeat("a", tomlfile.MostID+1)} {
		err := s.Save(id, []byte("x"), nil)
		if _, ok := err.(message.Message); !ok {
			t.Errorf("a routine called %q: %v", id, err)
		}
	}
	for _, id := range []string{"../mine", "/etc/passwd", "", "..", `..\mine`} {
		if _, err := s.Open(id); err == nil || errors.Is(err, fs.ErrNotExist) {
			t.Errorf("opening %q: %v", id, err)
		}
		if err := s.Save(id, []byte("x"), []byte("y")); err == nil {
			t.Errorf("%q was saved", id)
		}
	}
	if entries, _ := os.ReadDir(s.Dir); len(entries) != 0 {
		t.Errorf("something was written: %v", entries)
	}
	// A file that somebody gave another name can be saved where it is.
	must(t, s.Save("other", nil, nil))
	must(t, os.WriteFile(s.Path("My Own"), []byte("one"), 0o600))
	must(t, s.Save("My Own", []byte("two"), []byte("one")))
	holds(t, s.Path("My Own"), "two")
}

func TestFreeID(t *testing.T) {
	s := Store{Dir: t.TempDir()}
	must(t, s.Save("own", []byte("x"), nil))
	taken := func(id string) bool { return id == "morning" || id == "morning-2" }
	long := strings.Repeat("long-", 12) + "name" // exactly as long as may be
	must(t, s.Save(long, []byte("x"), nil))
	for _, test := range [][2]string{
		{"Evening", "evening"},
		{"  My Own Routine", "my-own-routine"},
		{"Morning", "morning-3"},
		{"Own!", "own-2"},
		{"", "routine"},
		{"日本", "routine-2"},
		{"CON", "con-2"},
		{"Com1", "com1-2"},
		{long, strings.TrimSuffix(long, "me") + "-2"},
	} {
		name, want := test[0], test[1]
		if got := s.FreeID(name, taken); got != want || len(got) > tomlfile.MostID {
			t.Errorf("the file of %q is called %q, want %q", name, got, want)
		}
		must(t, s.Save(s.FreeID(name, taken), []byte(name), nil))
	}
}

func TestSaveWhatIsInTheWay(t *testing.T) {
	s := Store{Dir: t.TempDir()}
	must(t, os.MkdirAll(filepath.Join(s.Path("mine"), "inner"), 0o700))
	err := s.Save("mine", []byte("x"), nil)
	if m, ok := err.(message.Message); !ok || m.ID != "draft.folder" {
		t.Errorf("a folder in the way: %v", err)
	}
	if _, err := s.Open("mine"); err == nil || errors.Is(err, fs.ErrNotExist) {
		t.Errorf("opening a folder: %v", err)
	}

	must(t, s.Save("huge", []byte("x"), nil))
	must(t, os.WriteFile(s.Path("huge"), bytes.Repeat([]byte("#"), 1<<20), 0o600))
	if err := s.Save("huge", []byte("y"), []byte("x")); err == nil {
		t.Error("a file of another make was written over")
	}

	other := Store{Dir: t.TempDir()}
	must(t, os.WriteFile(filepath.Join(other.Dir, "routines"), []byte("mine"), 0o600))
	err = other.Save("mine", []byte("x"), nil)
	var f *Failure
	if !errors.As(err, &f) || f.What.ID != "draft.fail-in-the-way" || f.Works.ID != "draft.still-open" {
		t.Errorf("a file where the folder should be: %v", err)
	}
	must(t, other.KeepDraft(Kept{ID: "mine", Text: []byte("x")}))
	if err = other.Save("mine", []byte("x"), nil); !errors.As(err, &f) || f.Works.ID != "draft.kept-at" {
		t.Errorf("with the draft kept it says %v", err)
	}
	holds(t, filepath.Join(other.Dir, "routines"), "mine")
}

func TestSaveNeverFollowsLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need permission there")
	}
	s := Store{Dir: t.TempDir()}
	outside := filepath.Join(t.TempDir(), "precious")
	must(t, os.WriteFile(outside, []byte("precious"), 0o600))
	must(t, s.Save("other", []byte("other"), nil))
	for id, to := range map[string]string{"out": outside, "in": "other.toml", "dead": "nowhere.toml", "loop": "loop.toml"} {
		must(t, os.Symlink(to, s.Path(id)))
		for _, base := range [][]byte{nil, []byte("precious"), []byte("other")} {
			err := s.Save(id, []byte("mine"), base)
			if m, ok := err.(message.Message); !ok || m.ID != "draft.link" {
				t.Errorf("writing through the link %s: %v", id, err)
			}
		}
		if info, err := os.Lstat(s.Path(id)); err != nil || info.Mode()&fs.ModeSymlink == 0 {
			t.Errorf("the link %s was replaced", id)
		}
	}
	holds(t, outside, "precious")
	holds(t, s.Path("other"), "other")
	if data, err := s.Open("out"); err == nil {
		t.Errorf("a link that leads out was read: %q", data)
	}
	if data, err := s.Open("in"); err != nil || string(data) != "other" {
		t.Errorf("a link that stays in was not read: %v", err)
	}
}

// Exercises are kept beside routines, and neither meets the other's drafts.
func TestStoreOfExercises(t *testing.T) {
	dir := t.TempDir()
	routines, exercises := Store{Dir: dir}, Store{Dir: dir, Of: "exercises"}
	if err := exercises.Save("mine", []byte("name = \"Mine\"\n"), nil); err != nil {
		t.Fatal(err)
	}
	if want := filepath.Join(dir, "exercises", "mine.toml"); exercises.Path("mine") != want {
		t.Errorf("saved at %s", exercises.Path("mine"))
	}
	if err := exercises.KeepDraft(Kept{ID: "mine", Text: []byte("name = \"Ours\"\n")}); err != nil {
		t.Fatal(err)
	}
	if list, bad := routines.Drafts(); len(list) != 0 || len(bad) != 0 {
		t.Errorf("the routines have drafts %v, %v", list, bad)
	}
	if list, bad := exercises.Drafts(); len(list) != 1 || len(bad) != 0 || list[0].ID != "mine" {
		t.Errorf("the exercises have drafts %v, %v", list, bad)
	}
}
