package paper

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

var update = flag.Bool("update", false, "write the golden files")

// fonts are any that are at hand everywhere; the window hands in its own.
var fonts = Fonts{Regular: goregular.TTF, Bold: gobold.TTF}

var speech = Speech{
	Caution: func(tag string) string { return "caution " + tag },
	Place:   func(p exercise.Position) string { return string(p) },
}

// planOf is a shipped routine at a length.
func planOf(t testing.TB, lib *routines.Library, id string, length time.Duration) *plan.Plan {
	t.Helper()
	r, ok := lib.Get(id)
	if !ok {
		t.Fatalf("there is no routine %s", id)
	}
	p, err := plan.Fit(plan.Input{Routine: r, Catalogue: lib.Catalogue, Length: length})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// sheetOf is a shipped routine's sheet at a length, in English.
func sheetOf(t testing.TB, id string, length time.Duration) Sheet {
	t.Helper()
	lib := routines.Load("")
	return Of(planOf(t, lib, id, length), lib.Catalogue, 7, 1, speech)
}

// texts are the lines of a page from top to bottom, what stands beside one another in one.
func texts(page []mark) []string {
	type line struct {
		y     float64
		words []string
	}
	var lines []line
	for _, m := range page {
		t, ok := m.(text)
		if !ok {
			continue
		}
		if n := len(lines); n > 0 && lines[n-1].y == t.y {
			lines[n-1].words = append(lines[n-1].words, t.s)
			continue
		}
		lines = append(lines, line{t.y, []string{t.s}})
	}
	var out []string
	for _, l := range lines {
		out = append(out, strings.Join(l.words, " "))
	}
	return out
}

// golden compares text with testdata/name.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; make it with -update", err)
	}
	if got != string(want) {
		t.Errorf("%s is not as it was; if that is meant, run the test with -update. Now:\n%s", file, got)
	}
}
