package build

import (
	"fmt"
	"testing"

	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/exercise"
)

// crowd is a library with a thousand exercises of one's own.
func crowd(t testing.TB) *routines.Library {
	shipped := routines.Load("")
	all := shipped.Catalogue.All()
	for i := range 1000 {
		e := *all[i%64]
		e.ID, e.Name, e.Source = fmt.Sprintf("mine-%d", i), fmt.Sprintf("Mine %03d", i), exercise.Own
		all = append(all, &e)
	}
	return &routines.Library{Catalogue: exercise.NewCatalogue(all), Routines: shipped.Routines}
}

func TestAThousandExercisesAreNotMade(t *testing.T) {
	b := newShelfBench(t, crowd(t), true)
	most := 0
	for y := float32(0); y < float32(b.list.n)*entryHeight(); y += 300 {
		b.scroll.ScrollTo(y)
		most = max(most, len(b.list.faces)+len(b.list.spare))
	}
	if most > 16 {
		t.Errorf("%d rows were made to show a few at a time", most)
	}
	if f := b.list.faces[b.list.n-1]; f == nil {
		t.Error("the last cannot be reached")
	}
}

// BenchmarkShelf is what the shelf costs with a thousand exercises of one's own.
func BenchmarkShelf(b *testing.B) {
	lib := crowd(b)
	s := newShelfBench(b, lib, true)
	b.Run("set", func(b *testing.B) {
		for b.Loop() {
			s.Set(lib, parts.Tones{})
		}
	})
	b.Run("letter", func(b *testing.B) {
		for b.Loop() {
			s.search.SetText("m")
			s.search.SetText("")
		}
	})
	b.Run("scroll", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			s.scroll.ScrollTo(float32(i%700) * 100)
			s.MinSize()
		}
	})
	b.Run("frame", func(b *testing.B) {
		for b.Loop() {
			s.w.Canvas().Capture()
		}
	})
}
