package build

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"catcow/gui/guitest"
)

// A finger that rests on Enter adds once; pressed again it adds again.
func TestAHeldEnterAddsOnce(t *testing.T) {
	b := newShelfBench(t, guitest.Library(t), true)
	b.FocusSearch()
	b.search.SetText("bridge")
	enter := &fyne.KeyEvent{Name: fyne.KeyReturn}
	hold := func() {
		on := b.w.Canvas().Focused().(desktop.Keyable)
		on.KeyDown(enter)
		for range 5 {
			on.TypedKey(enter)
		}
		on.KeyUp(enter)
	}
	hold()
	if got := b.heard(); got != "choose glute-bridge; add glute-bridge" {
		t.Errorf("Enter held in the search: %s", got)
	}
	hold()
	if got := b.heard(); got != "choose glute-bridge; add glute-bridge" {
		t.Errorf("Enter held in the search again: %s", got)
	}
	b.press(fyne.KeyDown, fyne.KeyHome)
	b.heard()
	hold()
	if got, want := b.heard(), "add "+b.found[0].ID; got != want {
		t.Errorf("Enter held in the list: %s, want %s", got, want)
	}
}
