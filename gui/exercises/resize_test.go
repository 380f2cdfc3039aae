package exercises

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
)

// Whatever size the window has had, its end can be scrolled to.
func TestTheEndCanBeReached(t *testing.T) {
	test.NewTempApp(t)
	guitest.Wear(look.Espresso, 100)
	s := New(Deps{})
	s.Set(Input{Library: guitest.Library(t)})
	w := guitest.Window(t, s.Content(), fyne.NewSize(1096, 700))
	b := s.browse
	for _, size := range []fyne.Size{{Width: 1096, Height: 700}, {Width: 1316, Height: 860}, {Width: 816, Height: 600}, {Width: 1316, Height: 860}, {Width: 1096, Height: 700}} {
		w.Resize(size)
		b.scroll.ScrollTo(1e6)
		last := b.own
		d := fyne.CurrentApp().Driver()
		bottom := d.AbsolutePositionForObject(last).Y + last.Size().Height
		if end := d.AbsolutePositionForObject(b.scroll).Y + b.scroll.Size().Height; bottom > end {
			t.Errorf("at %v the page ends %v below what is seen", size, bottom-end)
		}
	}
}
