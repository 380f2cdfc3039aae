package routines

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"catcow/routines/exercise"
	"catcow/routines/tomlfile"
)

var update = flag.Bool("update", false, "write the messages of the broken files anew")

// Every deliberately broken file, with the messages it gets in the .txt beside it.
func TestBrokenFiles(t *testing.T) {
	cat := testCatalogue(t)
	files, err := filepath.Glob("testdata/broken/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no broken files: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		id := strings.TrimSuffix(name, ".toml")
		var problems tomlfile.Problems
		if strings.HasPrefix(name, "exercise-") {
			_, problems = exercise.Parse(id, name, data)
		} else {
			_, problems = Parse(id, name, data, cat)
		}
		got := problems.Error() + "\n"
		golden := strings.TrimSuffix(file, ".toml") + ".txt"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if len(problems) == 0 || got != string(want) {
			t.Errorf("%s\ngot\n%s\nwant\n%s", name, got, want)
		}
	}
}

// testCatalogue is a small catalogue that does not change with the shipped one.
func testCatalogue(t testing.TB) *exercise.Catalogue {
	t.Helper()
	files, err := filepath.Glob("testdata/exercises/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no exercises for tests: %v", err)
	}
	var list []*exercise.Exercise
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		e, problems := exercise.Parse(strings.TrimSuffix(filepath.Base(file), ".toml"), file, data)
		if problems != nil {
			t.Fatal(problems)
		}
		list = append(list, e)
	}
	return exercise.NewCatalogue(list)
}
