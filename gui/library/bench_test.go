package library

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
)

// thousand is a screen with a thousand routines.
func thousand(b *testing.B) (*Screen, Input) {
	test.NewTempApp(b)
	guitest.Wear(look.Espresso, 100)
	lib := guitest.Library(b)
	for i := 0; len(lib.Routines) < 1000; i++ {
		own := *lib.Routines[i]
		lib.Routines = append(lib.Routines, &own)
	}
	s := New(Deps{More: []Action{{Icon: look.IconEdit}}})
	in := Input{Library: lib}
	s.Set(in)
	guitest.Window(b, s.Content(), fyne.NewSize(1096, 760))
	return s, in
}

// BenchmarkThousandRoutines shows a thousand routines, as after an edit of one.
func BenchmarkThousandRoutines(b *testing.B) {
	s, in := thousand(b)
	for b.Loop() {
		s.Set(in)
	}
}

// BenchmarkThousandScrolled is a turn of the wheel over a thousand routines; it ends at the top again.
func BenchmarkThousandScrolled(b *testing.B) {
	s, _ := thousand(b)
	y := float32(0)
	for b.Loop() {
		if y += 60; y > 100_000 {
			y = 0
		}
		s.scroll.ScrollTo(y)
	}
}
