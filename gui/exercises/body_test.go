package exercises

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/figure"
)

// place is a place on the widget that shows a point of one of the bodies.
func (b *body) place(q figure.Pt, back bool) fyne.Position {
	r := b.rasters[btoi(back)]
	x, y := bodyLook{w: int(r.Size().Width), h: int(r.Size().Height)}.at(q)
	return r.Position().AddXY(x, y)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func TestEveryAreaCanBeTapped(t *testing.T) {
	d := newDesk(t, guitest.Library(t), usual, true)
	b := d.browse.filters.body
	for i, s := range spots {
		want := areaChoice(s.area)
		for _, side := range []float64{1, -1} {
			m := s.middle()
			m.X *= side
			b.Tapped(&fyne.PointEvent{Position: b.place(m, s.back)})
			if !d.browse.filter.Has(want) {
				t.Errorf("a tap on the middle of %s (%d) chooses %v", s.area, i, d.browse.filter.Choices)
			}
			b.Tapped(&fyne.PointEvent{Position: b.place(m, s.back)})
			if !d.browse.filter.Empty() {
				t.Fatalf("a second tap on %s leaves %v", s.area, d.browse.filter.Choices)
			}
		}
	}
	for _, a := range exercise.Areas {
		if spots[firstSpot(a)].area != a {
			t.Errorf("%s is nowhere on the body", a)
		}
	}
	b.Tapped(&fyne.PointEvent{Position: fyne.NewPos(2, 2)})
	if !d.browse.filter.Empty() {
		t.Error("a tap beside the body chooses something")
	}
}

func TestEveryAreaIsReachedByKeyboard(t *testing.T) {
	d := newDesk(t, guitest.Library(t), usual, true)
	b := d.browse.filters.body
	d.w.Canvas().Focus(b)
	if got := b.says(); got != "Lower back · 25" {
		t.Errorf("the keyboard begins at %q", got)
	}
	seen := map[int]bool{}
	for _, turn := range []fyne.KeyName{fyne.KeyRight, fyne.KeyLeft} {
		d.press(turn)
		for range spots {
			d.press(fyne.KeyUp)
		}
		for range spots {
			seen[b.at] = true
			d.press(fyne.KeyDown)
		}
		seen[b.at] = true
	}
	if len(seen) != len(spots) {
		t.Errorf("%d of %d areas are reached", len(seen), len(spots))
	}
	b.at = firstSpot(exercise.AreaNeck)
	d.press(fyne.KeyRight)
	if s := spots[b.at]; s.area != exercise.AreaNeck || !s.back {
		t.Errorf("→ from the neck leads to %s", s.area)
	}
	d.press(fyne.KeySpace)
	if !d.browse.filter.Has(areaChoice(exercise.AreaNeck)) || b.AccessibilityLabel() != "Neck, chosen" {
		t.Errorf("Space chooses %v, and says %q", d.browse.filter.Choices, b.AccessibilityLabel())
	}
	d.press(fyne.KeyEscape)
	if !d.browse.filter.Empty() {
		t.Error("Esc on the body is lost")
	}
}

func TestThePointerNamesAreas(t *testing.T) {
	d := newDesk(t, guitest.Library(t), usual, true)
	b := d.browse.filters.body
	glutes := spots[firstSpot(exercise.AreaGlutes)]
	b.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: b.place(glutes.middle(), true)}})
	if got := b.says(); got != "Glutes · 15" {
		t.Errorf("over the glutes it says %q", got)
	}
	if b.Cursor() != desktop.PointerCursor {
		t.Error("no hand says that there is something to tap")
	}
	b.MouseOut()
	if b.says() != "Tap where it should do you good" {
		t.Errorf("with the pointer away it says %q", b.says())
	}
}

// A chosen area is seen by its outline too, not by its colour alone, and nothing is painted beside the body.
func TestSpotsStayOnTheBody(t *testing.T) {
	test.NewTempApp(t)
	guitest.Wear(look.Espresso, 100)
	l := bodyLook{parts.Tones{}, false, 160, 340}
	for _, back := range []bool{false, true} {
		var p bodyPainter
		img := image.NewRGBA(image.Rect(0, 0, l.w, l.h))
		p.paint(img, back, l, func(int) ink { return chosenInk() })
		lines := 0
		line := chosenInk().line
		for i := 0; i < len(img.Pix); i += 4 {
			if p.body(back, l).Pix[i+3] == 0 && img.Pix[i+3] != 0 {
				t.Fatalf("a pixel beside the body is painted")
			}
			if img.Pix[i] == line.R && img.Pix[i+1] == line.G && img.Pix[i+2] == line.B {
				lines++
			}
		}
		if lines < 300 {
			t.Errorf("the outlines have %d pixels", lines)
		}
	}
}
