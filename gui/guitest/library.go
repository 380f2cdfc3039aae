package guitest

import (
	"testing"

	"github.com/BurntSushi/toml"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/figure"
)

// kneeling is the figure of every exercise of the tests, so that work on the shipped poses leaves the pictures of the
// screens alone.
const kneeling = `
base = "all_fours"
view = "side"
props = ["mat"]
contacts = ["knees", "hands"]
feel = ["lower_back"]
[[pose]]
spine = { lumbar = 102, chest = 50, neck = 38, head = 8 }
[[pose]]
spine = { lumbar = 34, chest = 112, neck = 140, head = 165 }
`

// Library is the shipped one with one figure for every exercise.
func Library(t testing.TB) *routines.Library {
	t.Helper()
	fig := &figure.Figure{}
	if _, err := toml.Decode(kneeling, fig); err != nil {
		t.Fatal(err)
	}
	lib := *routines.Load("")
	if len(lib.Broken) > 0 {
		t.Fatalf("a shipped file is broken: %v", lib.Broken[0].Problems)
	}
	var all []*exercise.Exercise
	for _, e := range lib.Catalogue.All() {
		posed := *e
		if posed.Figure != nil {
			posed.Figure = fig
		}
		all = append(all, &posed)
	}
	lib.Catalogue = exercise.NewCatalogue(all)
	lib.Routines = nil
	for _, r := range routines.Load("").Routines {
		lib.Routines = append(lib.Routines, reposed(r, lib.Catalogue))
	}
	return &lib
}

// reposed is a routine with the exercises of another catalogue.
func reposed(r *routines.Routine, c *exercise.Catalogue) *routines.Routine {
	out := *r
	out.Phases = nil
	for _, ph := range r.Phases {
		steps := ph.Steps
		ph.Steps = nil
		for _, s := range steps {
			s.Exercise = c.Get(s.Exercise.ID)
			ph.Steps = append(ph.Steps, s)
		}
		out.Phases = append(out.Phases, ph)
	}
	return &out
}
