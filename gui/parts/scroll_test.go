package parts

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Tab moves the focus through what a scroll holds; every one of them must come into view, rings and all.
func TestScrollShowsWhatHasTheFocus(t *testing.T) {
	test.NewTempApp(t)
	var buttons []fyne.CanvasObject
	for range 12 {
		buttons = append(buttons, NewButton("Press", "", nil))
	}
	s := NewScroll(NewCard(NewColumn(8, buttons...)))
	w := test.NewTempWindow(t, s)
	w.Resize(fyne.NewSize(400, 220))
	d := fyne.CurrentApp().Driver()
	for i := range buttons {
		w.Canvas().FocusNext()
		b := buttons[i].(*Button)
		if w.Canvas().Focused() != fyne.Focusable(b) {
			t.Fatalf("Tab %d did not reach button %d", i+1, i)
		}
		top := d.AbsolutePositionForObject(b).Y - d.AbsolutePositionForObject(s).Y
		if top < ringGap || top+b.Size().Height > s.Size().Height-ringGap {
			t.Errorf("button %d lies at %.0f to %.0f of %.0f", i, top, top+b.Size().Height, s.Size().Height)
		}
	}
}

func TestScrollLeavesAloneWhatIsNotInIt(t *testing.T) {
	test.NewTempApp(t)
	outside := NewButton("Above", "", nil)
	var rows []fyne.CanvasObject
	for range 12 {
		rows = append(rows, NewButton("Press", "", nil))
	}
	s := NewScroll(NewColumn(8, rows...))
	w := test.NewTempWindow(t, NewColumn(8, outside, s))
	w.Resize(fyne.NewSize(400, 300))
	s.Resize(fyne.NewSize(300, 150))
	s.inner.ScrollToOffset(fyne.NewPos(0, 40))
	w.Canvas().Focus(outside)
	if got := s.inner.Offset.Y; got != 40 {
		t.Errorf("offset %v after a focus outside, want 40", got)
	}
}

func TestFlowBreaksWhereTheWidthEnds(t *testing.T) {
	test.NewTempApp(t)
	f := NewFlow(8, NewChip("one", false, nil), NewChip("two", false, nil), NewChip("three", false, nil))
	one, two := f.HeightFor(1000), f.HeightFor(f.objects[0].MinSize().Width+f.objects[1].MinSize().Width+8)
	if two <= one {
		t.Errorf("height %v in a narrow place, %v in a wide one", two, one)
	}
	f.objects[2].Hide()
	if got := f.HeightFor(1000); got != one {
		t.Errorf("height %v with one hidden, want %v", got, one)
	}
}
