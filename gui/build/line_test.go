package build

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/routines"
)

// A line that loses the keyboard to something else does not send it on: two would show that they have it.
func TestALineLeftLetsTheKeyboardGo(t *testing.T) {
	test.NewTempApp(t)
	guitest.Wear(look.Espresso, 100)
	b := newBench(t, routines.Load(""), usual)
	b.From("first-steps")
	b.frame.column.FocusLost()
	for name, write := range map[string]func(){
		"the routine's name": func() { b.frame.header.rename() },
		"a phase's name": func() {
			b.press(fyne.KeyHome, fyne.KeyReturn)
		},
	} {
		write()
		if _, ok := b.focused().(*line); !ok {
			t.Fatalf("%s is not being written", name)
		}
		b.FocusSearch()
		if b.focused() != fyne.Focusable(b.frame.shelf.search) || b.frame.column.focused {
			t.Errorf("%s: the search has the keyboard: %t; the routine shows it, too: %t", name, b.focused() == fyne.Focusable(b.frame.shelf.search), b.frame.column.focused)
		}
		b.focus(b.frame.column)
	}
}
