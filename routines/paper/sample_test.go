package paper

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// fonts are the ones the window hands in: Noto Sans, as Fyne's module holds them.
func fonts(t testing.TB) Fonts {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	if err != nil {
		t.Skipf("the fonts of Fyne's module are not found: %v", err)
	}
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "theme", "font", name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	return Fonts{Regular: read("NotoSans-Regular.ttf"), Bold: read("NotoSans-Bold.ttf")}
}

// sheetOf is a shipped routine at a length, in English.
func sheetOf(t testing.TB, id string, length time.Duration) Sheet {
	t.Helper()
	lib := routines.Load("")
	r, ok := lib.Get(id)
	if !ok {
		t.Fatalf("there is no routine %s", id)
	}
	p, err := plan.Fit(plan.Input{Routine: r, Catalogue: lib.Catalogue, Length: length})
	if err != nil {
		t.Fatal(err)
	}
	return Of(p, lib.Catalogue, 7, 1, Speech{Caution: func(tag string) string {
		return strings.ReplaceAll(tag, "-", " ") + " brings on trouble of some kind or other"
	},
		Place: func(p exercise.Position) string { return string(p) }})
}
