package library

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
)

// BenchmarkHundredRoutines shows a hundred routines of a person's own, as after an edit of one.
func BenchmarkHundredRoutines(b *testing.B) {
	test.NewTempApp(b)
	guitest.Wear(look.Espresso, 100)
	lib := guitest.Library(b)
	for i := 0; len(lib.Routines) < 100; i++ {
		own := *lib.Routines[i]
		lib.Routines = append(lib.Routines, &own)
	}
	s := New(Deps{})
	for b.Loop() {
		s.Set(Input{Library: lib})
	}
}
