package parts

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"catcow/gui/look"
)

// TestOverTakesTheKeys takes a window's keys while something lies over it, and gives them back.
func TestOverTakesTheKeys(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Espresso, 100, false))
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	c, heard := w.Canvas(), ""
	c.SetOnTypedKey(func(*fyne.KeyEvent) { heard += "w" })
	first := NewButton("First", "", func() {})
	var o Over
	o.Close() // nothing lies there yet
	o.Open(c, first, func(*fyne.KeyEvent) { heard += "o" }, first)
	if !o.OnTop() || c.Focused() != fyne.Focusable(first) || first.Size() != c.Size() {
		t.Errorf("on top %v, focus %v, size %v", o.OnTop(), c.Focused(), first.Size())
	}
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyA})
	c.Overlays().Add(canvas.NewRectangle(nil))
	if o.OnTop() {
		t.Error("on top below something else")
	}
	c.Overlays().Remove(c.Overlays().Top())
	o.Close()
	o.Close()
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyA})
	if heard != "ow" || o.OnTop() || c.Overlays().Top() != nil {
		t.Errorf("heard %q, on top %v, left %v", heard, o.OnTop(), c.Overlays().Top())
	}
}
