package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"catcow/gui/parts"
)

func TestExercisesHearTheKeysNobodyElseWants(t *testing.T) {
	b := newBench(t)
	b.show(screenExercises)
	b.win.Canvas().OnTypedRune()('/')
	if _, ok := b.win.Canvas().Focused().(*parts.Search); !ok {
		t.Fatalf("/ leads to %T", b.win.Canvas().Focused())
	}
	b.press(fyne.KeyReturn) // the first of all
	b.win.SetFullScreen(true)
	b.press(fyne.KeyEscape)
	if !b.win.FullScreen() {
		t.Error("Esc on a page leaves the full screen, and not the page")
	}
	b.win.Canvas().Unfocus()
	b.press(fyne.KeyEscape)
	if b.win.FullScreen() {
		t.Error("Esc on the cards does not leave the full screen")
	}
	b.showRoutine("desk-reset")
	if b.at != screenToday || b.today.Shown() != "desk-reset" {
		t.Errorf("a routine leads to %s with %s", b.at, b.today.Shown())
	}
	b.win.Canvas().OnTypedRune()('/')
	if b.win.Canvas().Focused() != nil {
		t.Error("on Today / does something")
	}
}
