package settings

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/routines/settings"
)

// What opens shared routines is asked of the desktop, and a refusal is said beside the switch, which goes back.
func TestOpensSharedRoutines(t *testing.T) {
	test.NewTempApp(t)
	guitest.Wear(look.Espresso, 100)
	var opens bool
	var refuse error
	s := New(Deps{Opens: &Opens{On: func() bool { return opens }, Set: func(on bool, done func(error)) {
		if refuse == nil {
			opens = on
		}
		done(refuse)
	}}})
	s.Set(Input{Settings: settings.Default()})
	s.Show(PaneFiles)
	w := guitest.Window(t, s.Content(), fyne.NewSize(1096, 760))
	var on *onOff
	for range 40 {
		w.Canvas().FocusNext()
		if c, ok := w.Canvas().Focused().(*onOff); ok {
			on = c
			break
		}
	}
	if on == nil {
		t.Fatal("no Tab leads to the switch")
	}
	on.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if !opens || !on.on {
		t.Error("the switch asks nothing of the desktop")
	}
	refuse = errors.New("no")
	on.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if !opens || !on.on {
		t.Error("what was refused looks done")
	}
	opens = false
	s.Set(Input{Settings: settings.Default()})
	if on.on {
		t.Error("what the desktop says does not show")
	}
}
