package pose

import (
	"testing"

	"fyne.io/fyne/v2"

	"catcow/gui/guitest"
	"catcow/gui/look"
)

// However large the text, nothing in the head lies on anything else, and the figure has room to be taken hold of.
func TestThereIsRoomForTheFigure(t *testing.T) {
	wear(t)
	for _, c := range []struct {
		percent int
		size    fyne.Size
		least   float32
	}{
		{100, fyne.NewSize(1096, 760), 440}, {100, fyne.NewSize(816, 600), 300},
		{150, fyne.NewSize(1282, 740), 300}, {150, fyne.NewSize(800, 600), 220},
		{200, fyne.NewSize(1236, 740), 260}, {200, fyne.NewSize(770, 600), 180},
	} {
		guitest.Wear(look.Espresso, c.percent)
		d := newDesk(t, c.size)
		d.Start("standing-side-bend")
		f := d.frame
		head := []fyne.CanvasObject{f.back, f.swap, f.undo, f.redo, f.save}
		for i, a := range head {
			for _, b := range head[i+1:] {
				if a.Visible() && b.Visible() && overlap(a, b) {
					t.Errorf("%d %% at %v: %v lies on %v", c.percent, c.size, a.Position(), b.Position())
				}
			}
		}
		if got := f.easel.raster.Size().Height; got < c.least {
			t.Errorf("%d %% at %v: the figure is %v high, at least %v is wanted", c.percent, c.size, got, c.least)
		} else {
			t.Logf("%d %% at %v: %v", c.percent, c.size, got)
		}
		for _, b := range f.tools.flow.Contents() {
			if l, ok := b.(fyne.Accessible); !ok || l.AccessibilityLabel() == "" {
				t.Errorf("a tool without a name: %v", b)
			}
		}
		for _, b := range []fyne.Accessible{f.undo, f.redo, f.save, f.swap, f.strip.add} {
			if b.AccessibilityLabel() == "" && (b != fyne.Accessible(f.swap) || f.narrow) {
				t.Errorf("a button without a name: %v", b)
			}
		}
	}
}

func overlap(a, b fyne.CanvasObject) bool {
	p, q := a.Position(), b.Position()
	return p.X < q.X+b.Size().Width-0.5 && q.X < p.X+a.Size().Width-0.5
}
