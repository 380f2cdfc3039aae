package routines

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"catcow/routines/exercise"
)

// shelf is a data folder and shipped files for tests.
type shelf struct {
	t                   *testing.T
	exercises, routines fstest.MapFS
	dir                 string
}

// newShelf has the exercises for tests and one routine as shipped, and an empty data folder.
func newShelf(t *testing.T) *shelf {
	s := &shelf{t: t, exercises: fstest.MapFS{}, routines: fstest.MapFS{}, dir: t.TempDir()}
	files, err := filepath.Glob("testdata/exercises/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no exercises for tests: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s.exercises[filepath.Base(file)] = &fstest.MapFile{Data: data}
	}
	s.routines["combo.toml"] = &fstest.MapFile{Data: []byte(routineText)}
	return s
}

// own writes a file of the person's own.
func (s *shelf) own(name, text string) {
	s.t.Helper()
	path := filepath.Join(s.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		s.t.Fatal(err)
	}
}

func (s *shelf) load() *Library { return load(s.exercises, s.routines, s.dir) }

// given is the text of a shipped exercise.
func (s *shelf) given(id string) string { return string(s.exercises[id+".toml"].Data) }

// expect compares what is broken (path and messages, relative to the data folder) and the notes.
func (s *shelf) expect(lib *Library, broken, notes []string) {
	s.t.Helper()
	var gotBroken, gotNotes []string
	for _, b := range lib.Broken {
		gotBroken = append(gotBroken, strings.ReplaceAll(b.Problems.Error(), s.dir+string(filepath.Separator), ""))
	}
	for _, n := range lib.Notes {
		gotNotes = append(gotNotes, n.String())
	}
	if !slices.Equal(gotBroken, broken) {
		s.t.Errorf("broken\n  %s\nwant\n  %s", strings.Join(gotBroken, "\n  "), strings.Join(broken, "\n  "))
	}
	if !slices.Equal(gotNotes, notes) {
		s.t.Errorf("notes\n  %s\nwant\n  %s", strings.Join(gotNotes, "\n  "), strings.Join(notes, "\n  "))
	}
}

const ownRoutine = "name = \"Mine\"\n[[phase]]\nname = \"P\"\nkind = \"static\"\n[[phase.step]]\nexercise = \"childs-pose\"\n"

func TestLoadShippedAlone(t *testing.T) {
	s := newShelf(t)
	for _, dir := range []string{"", s.dir, filepath.Join(s.dir, "not", "there")} {
		lib := load(s.exercises, s.routines, dir)
		s.expect(lib, nil, nil)
		r, ok := lib.Get("combo")
		if !ok || r.Source != exercise.Shipped || r.Path != "" || r.Overrides || len(lib.Catalogue.IDs()) != 7 {
			t.Errorf("with %q: %+v, %d exercises", dir, r, len(lib.Catalogue.IDs()))
		}
		if e := lib.Catalogue.Get("walk"); e.Source != exercise.Shipped || e.Path != "" {
			t.Errorf("with %q: %+v", dir, e)
		}
	}
}

// A person's own files join the shipped ones; what is no file of theirs is passed over.
func TestLoadOwn(t *testing.T) {
	s := newShelf(t)
	s.own("routines/mine.toml", strings.Replace(ownRoutine, "childs-pose", "my-stretch", 1))
	s.own("exercises/my-stretch.toml", strings.Replace(s.given("childs-pose"), "Child's Pose", "My Stretch", 1))
	for _, name := range []string{"routines/.hidden.toml", "routines/mine.toml~", "routines/notes.txt", "routines/4913"} {
		s.own(name, "this is no routine")
	}
	lib := s.load()
	s.expect(lib, nil, nil)
	r, ok := lib.Get("mine")
	if !ok || r.Source != exercise.Own || r.Path != filepath.Join(s.dir, "routines", "mine.toml") || r.Overrides {
		t.Errorf("got %+v", r)
	}
	e := lib.Catalogue.Get("my-stretch")
	if e == nil || e.Source != exercise.Own || e.Path != filepath.Join(s.dir, "exercises", "my-stretch.toml") || r.Phases[0].Steps[0].Exercise != e {
		t.Errorf("got %+v", e)
	}
	var names []string
	for _, r := range lib.Routines {
		names = append(names, r.Name)
	}
	if want := []string{"Combo", "Mine"}; !slices.Equal(names, want) {
		t.Errorf("routines %q, want %q", names, want)
	}
	for word, want := range map[string]string{"comb": "combo", "Mine": "mine", "qqq": ""} {
		if got := lib.Nearest(word); got != want {
			t.Errorf("nearest to %q is %q, want %q", word, got, want)
		}
	}
}

// A file of one's own stands in front of the shipped one with its id, and that is said.
func TestLoadInFront(t *testing.T) {
	s := newShelf(t)
	s.own("routines/combo.toml", ownRoutine)
	s.own("exercises/walk.toml", strings.Replace(s.given("walk"), `"Walk"`, `"My Walk"`, 1))
	lib := s.load()
	s.expect(lib, nil, []string{
		`your own walk.toml stands in front of the shipped "Walk"`,
		`your own combo.toml stands in front of the shipped "Combo"`,
	})
	r, _ := lib.Get("combo")
	e := lib.Catalogue.Get("walk")
	if len(lib.Routines) != 1 || r.Name != "Mine" || !r.Overrides || e.Name != "My Walk" || !e.Overrides || len(lib.Catalogue.IDs()) != 7 {
		t.Errorf("got %+v and %+v", r, e)
	}
}

// A broken file of one's own hides nothing: the shipped one of its id stays, the others are there, and it is listed.
func TestLoadBroken(t *testing.T) {
	s := newShelf(t)
	s.own("routines/combo.toml", "name = 5\n")
	s.own("routines/good.toml", ownRoutine)
	s.own("routines/My Routine.toml", ownRoutine)
	s.own("routines/uses-broken.toml", strings.Replace(ownRoutine, "childs-pose", "torn", 1))
	s.own("exercises/walk.toml", "kind = 'walk'\nname = 'Walk'\n")
	s.own("exercises/torn.toml", "")
	if err := os.Mkdir(filepath.Join(s.dir, "routines", "folder.toml"), 0o700); err != nil {
		t.Fatal(err)
	}
	lib := s.load()
	var files []string
	for _, b := range lib.Broken {
		files = append(files, b.ID)
	}
	if want := []string{"torn", "walk", "My Routine", "combo", "folder", "uses-broken"}; !slices.Equal(files, want) {
		t.Errorf("broken are %q, want %q", files, want)
	}
	for path, want := range map[string]string{
		"combo":       "name must be text in quotes; found the number 5",
		"folder":      "this is a folder, not a file",
		"My Routine":  `the nearest is "my-routine.toml"`,
		"uses-broken": `routines/uses-broken.toml:6:12: the exercise "torn" has a file that cannot be used itself; put torn.toml right first`,
	} {
		i := slices.IndexFunc(lib.Broken, func(b Broken) bool { return b.ID == path })
		if i < 0 || !strings.Contains(lib.Broken[i].Problems.Error(), want) {
			t.Errorf("%s does not say %q", path, want)
		}
	}
	if r, ok := lib.Get("combo"); !ok || r.Source != exercise.Shipped || r.Overrides {
		t.Errorf("the shipped routine is not in its place: %+v", r)
	}
	if e := lib.Catalogue.Get("walk"); e == nil || e.Source != exercise.Shipped || e.Overrides {
		t.Errorf("the shipped exercise is not in its place: %+v", e)
	}
	if _, ok := lib.Get("good"); !ok {
		t.Error("a good file is hidden by the broken ones")
	}
}

// What exercises name is checked across files, and one mistake does not spread.
func TestLoadReferences(t *testing.T) {
	s := newShelf(t)
	swap := func(to string) string {
		return strings.Replace(s.given("childs-pose"), "[dose]", "swap = [\""+to+"\"]\n[dose]", 1)
	}
	s.own("exercises/a.toml", swap("supine-twits"))
	s.own("exercises/b.toml", swap("a"))
	s.own("exercises/c.toml", swap("b"))
	s.own("exercises/childs-pose.toml", swap("nowhere"))
	lib := s.load()
	s.expect(lib, []string{
		`exercises/a.toml:8:9: unknown exercise "supine-twits"; did you mean "supine-twist"?`,
		`exercises/childs-pose.toml:8:9: unknown exercise "nowhere"; no exercise has a name like it`,
	}, nil)
	if b := lib.Catalogue.Get("b"); b == nil || lib.Catalogue.Swap(b, nil) != nil {
		t.Error("what names a broken exercise is itself in order, and has nothing to swap for")
	}
	if e := lib.Catalogue.Get("childs-pose"); e == nil || e.Source != exercise.Shipped {
		t.Errorf("the shipped exercise is not in its place: %+v", e)
	}
}

// Even a shipped file that is broken only costs itself, with or without one's own in front of it.
func TestLoadShippedBroken(t *testing.T) {
	s := newShelf(t)
	s.exercises["childs-pose.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(s.given("childs-pose"), "[dose]", "swap = [\"nowhere\"]\n[dose]", 1))}
	s.own("exercises/childs-pose.toml", strings.Replace(s.given("supine-twist"), "Supine Twist", "Mine", 1))
	s.exercises["rest.toml"] = &fstest.MapFile{Data: []byte("kind = \"release\"")}
	s.routines["torn.toml"] = &fstest.MapFile{}
	lib := s.load()
	var files []string
	for _, b := range lib.Broken {
		files = append(files, b.Path)
	}
	if want := []string{"assets/exercises/childs-pose.toml", "assets/exercises/rest.toml", "routines/combo.toml", "routines/torn.toml"}; !slices.Equal(files, want) {
		t.Errorf("broken are %q, want %q", files, want)
	}
	if e := lib.Catalogue.Get("childs-pose"); e == nil || e.Name != "Mine" || e.Overrides {
		t.Errorf("got %+v", e)
	}
}

// An exercise of one's own that does not fit a shipped routine does not take the routine away.
func TestLoadOwnExerciseDoesNotFit(t *testing.T) {
	s := newShelf(t)
	s.own("exercises/trunk-turn.toml", strings.Replace(s.given("trunk-turn"), "reps_max = 20", "reps_max = 12", 1))
	lib := s.load()
	s.expect(lib, nil, []string{
		`your own trunk-turn.toml stands in front of the shipped "Trunk Turn"`,
		`"Combo" plays its exercises as shipped, because one of yours does not fit it: reps of "trunk-turn" must be 4 to 12; found 14, the nearest is 12`,
	})
	r, ok := lib.Get("combo")
	if !ok || r.Phases[0].Steps[0].Exercise.Dose.RepsMax != 20 || lib.Catalogue.Get("trunk-turn").Dose.RepsMax != 12 {
		t.Errorf("got %+v", r)
	}
}

// A picture may stand for a figure if it lies beside the file.
func TestLoadPicture(t *testing.T) {
	s := newShelf(t)
	text, _, _ := strings.Cut(s.given("childs-pose"), "[figure]")
	with := func(name string) string { return strings.Replace(text, "[dose]", "picture = \""+name+"\"\n[dose]", 1) }
	s.own("exercises/good.toml", with("me.png"))
	s.own("exercises/me.png", "a picture")
	s.own("exercises/none.toml", with("none.png"))
	s.own("exercises/large.toml", with("large.png"))
	s.own("exercises/large.png", "")
	if err := os.Truncate(filepath.Join(s.dir, "exercises", "large.png"), 9<<20); err != nil {
		t.Fatal(err)
	}
	s.own("secret.png", "not for showing")
	s.own("exercises/out.toml", with("out.png"))
	if err := os.Symlink("../secret.png", filepath.Join(s.dir, "exercises", "out.png")); err != nil {
		t.Fatal(err)
	}
	s.exercises["shipped.toml"] = &fstest.MapFile{Data: []byte(with("me.png"))}
	lib := s.load()
	s.expect(lib, []string{
		`exercises/large.toml:8:11: the picture "large.png" cannot be shown: this file is 9 MiB large; the limit is 8 MiB`,
		`exercises/none.toml:8:11: the picture "none.png" cannot be shown: there is no such file`,
		`exercises/out.toml:8:11: the picture "out.png" cannot be shown: this link leads out of its folder; put a copy of the file here instead`,
		`assets/exercises/shipped.toml:8:11: a shipped exercise is drawn by its [figure]; take picture out`,
	}, nil)
	if e := lib.Catalogue.Get("good"); e == nil || e.Picture != filepath.Join(s.dir, "exercises", "me.png") || e.Figure != nil {
		t.Errorf("got %+v", e)
	}
}

// Something else where a folder should be is listed, and the shipped files are there all the same.
func TestLoadNotAFolder(t *testing.T) {
	s := newShelf(t)
	s.own("routines", "a file")
	lib := s.load()
	s.expect(lib, []string{"routines: this should be a folder, but is something else"}, nil)
	if len(lib.Routines) != 1 {
		t.Errorf("%d routines", len(lib.Routines))
	}
}

// Loading takes no notice of when or in which order files came.
func TestLoadSameAgain(t *testing.T) {
	s := newShelf(t)
	for _, name := range []string{"z", "b", "m"} {
		s.own("routines/"+name+".toml", ownRoutine)
		s.own("routines/broken-"+name+".toml", "")
	}
	ids := func(lib *Library) (out []string) {
		for _, r := range lib.Routines {
			out = append(out, r.ID)
		}
		for _, b := range lib.Broken {
			out = append(out, b.ID)
		}
		return out
	}
	first := ids(s.load())
	if err := os.Chtimes(filepath.Join(s.dir, "routines", "z.toml"), time.Time{}, time.Unix(1, 0)); err != nil {
		t.Fatal(err)
	}
	for range 5 {
		if again := ids(s.load()); !slices.Equal(first, again) {
			t.Fatalf("got %q, then %q", first, again)
		}
	}
}
