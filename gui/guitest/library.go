package guitest

import (
	"testing"

	"catcow/routines"
	"catcow/routines/exercise"
)

// Library is the shipped one without its figures: a kind's icon stands for each, so that work on the poses leaves the
// pictures of the screens alone.
func Library(t testing.TB) *routines.Library {
	t.Helper()
	shipped := routines.Load("")
	if len(shipped.Broken) > 0 {
		t.Fatalf("a shipped file is broken: %v", shipped.Broken[0].Problems)
	}
	var all []*exercise.Exercise
	for _, e := range shipped.Catalogue.All() {
		plain := *e
		plain.Figure = nil
		all = append(all, &plain)
	}
	lib := &routines.Library{Catalogue: exercise.NewCatalogue(all)}
	for _, r := range shipped.Routines {
		lib.Routines = append(lib.Routines, with(r, lib.Catalogue))
	}
	return lib
}

// with is a routine with the exercises of another catalogue.
func with(r *routines.Routine, c *exercise.Catalogue) *routines.Routine {
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
