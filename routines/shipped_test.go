package routines

import (
	"io/fs"
	"strings"
	"testing"

	"catcow/assets"
)

// Every shipped file is read without a word against it, and names only what is shipped.
func TestShipped(t *testing.T) {
	lib := Load("")
	for _, b := range lib.Broken {
		t.Errorf("%s:\n%v", b.Path, b.Problems)
	}
	if len(lib.Notes) != 0 {
		t.Errorf("notes: %v", lib.Notes)
	}
	exercises, err := fs.Glob(assets.Exercises(), "*.toml")
	if err != nil || len(exercises) == 0 || len(lib.Catalogue.IDs()) != len(exercises) {
		t.Errorf("%d of %d exercises, %v", len(lib.Catalogue.IDs()), len(exercises), err)
	}
	files, err := fs.Glob(shipped, "*.toml")
	if err != nil || len(files) == 0 || len(lib.Routines) != len(files) {
		t.Errorf("%d of %d routines, %v", len(lib.Routines), len(files), err)
	}
	for _, r := range lib.Routines {
		checkRoutine(t, r, lib.Catalogue)
		if r.About == "" || r.For == "" || r.When == "" {
			t.Errorf("%s does not say what it is, for whom or when", r.ID)
		}
		if got, ok := lib.Get(r.ID); !ok || got != r {
			t.Errorf("%s is not found by its id", r.ID)
		}
	}
	for _, e := range lib.Catalogue.All() {
		if e.Breath == "" || e.Mistake == "" || len(e.Targets) == 0 {
			t.Errorf("%s lacks its breath, mistake or targets", e.ID)
		}
		for _, text := range append([]string{e.Breath, e.Mistake}, e.Cues...) {
			if strings.HasSuffix(text, ".") {
				t.Errorf("%s: cues are phrases, without a full stop: %q", e.ID, text)
			}
		}
	}
}

// Both kinds of file begin with the line that lets an editor check them.
func TestShippedSchemaLines(t *testing.T) {
	for _, folder := range []struct {
		fsys  fs.FS
		first string
	}{
		{assets.Exercises(), "#:schema ../schemas/exercise.schema.json\n"},
		{shipped, "#:schema ../assets/schemas/routine.schema.json\n"},
	} {
		files, _ := fs.Glob(folder.fsys, "*.toml")
		for _, name := range files {
			data, err := fs.ReadFile(folder.fsys, name)
			if err != nil || !strings.HasPrefix(string(data), folder.first) {
				t.Errorf("%s does not begin with %q", name, folder.first)
			}
		}
	}
}
