package exercises

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/routines"
	"catcow/routines/exercise"
)

// BenchmarkOpen makes the screen and lays it out, as when it is first shown; the thumbnails are painted meanwhile, by
// another core.
func BenchmarkOpen(b *testing.B) {
	test.NewTempApp(b)
	guitest.Wear(look.Espresso, 100)
	lib := routines.Load("")
	w := test.NewTempWindow(b, nil)
	for b.Loop() {
		s := New(Deps{Now: time.Now})
		s.Set(Input{Library: lib})
		w.SetContent(container.NewStack(s))
		w.Resize(fyne.NewSize(1096, 760))
	}
}

// BenchmarkChoose chooses a kind and takes it back, all chips counted anew.
func BenchmarkChoose(b *testing.B) {
	s, _ := benchScreen(b)
	c := exercise.Choice{Facet: exercise.ByKind, Value: string(exercise.Static)}
	for b.Loop() {
		s.browse.toggle(c)
		s.browse.toggle(c)
	}
}

// BenchmarkScroll is a turn of the wheel: which cards wake and which sleep, and everything asked for its size, as the
// window does with every frame.
func BenchmarkScroll(b *testing.B) {
	s, _ := benchScreen(b)
	for i := 0; b.Loop(); i++ {
		s.browse.scroll.ScrollTo(float32(i%200) * 20)
		s.browse.page.MinSize()
	}
}

func benchScreen(b *testing.B) (*Screen, fyne.Window) {
	test.NewTempApp(b)
	guitest.Wear(look.Espresso, 100)
	s := New(Deps{Now: time.Now})
	s.Set(Input{Library: routines.Load("")})
	w := test.NewTempWindow(b, s)
	w.Resize(fyne.NewSize(1096, 760))
	return s, w
}
