package parts

import (
	"image"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/look"
	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/figure"
)

func freshPrints() { clear(prints.of) }

// As soon as one picture of an album is asked for, all are there.
func TestAnAlbumIsPaintedAsAWhole(t *testing.T) {
	test.NewTempApp(t)
	freshPrints()
	var list []*exercise.Exercise
	for _, name := range []string{"a", "b", "c", "d", "e"} {
		list = append(list, testExercise(t, name, exercise.Static))
	}
	list = append(list, &exercise.Exercise{ID: "no-figure", Kind: exercise.Activity})
	a := NewAlbum(list, Tones{})
	th := NewThumb(list[2], FaceSide(list[2]), Tones{}, fyne.NewSize(64, 48)).In(a)
	w := test.NewTempWindow(t, th)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 100))
	w.Canvas().Capture()
	a.done.Wait()
	if len(prints.of) != 5 {
		t.Fatalf("%d pictures are painted, want 5", len(prints.of))
	}
	for k, p := range prints.of {
		if k.w != 64 || k.h != 48 {
			t.Errorf("a picture of 64×48 is %d×%d on a wider panel", k.w, k.h)
		}
		if blank(p.img) {
			t.Errorf("the picture of %v is empty", k.figure)
		}
	}
	before := prints.of[proof{list[0].Figure, FaceSide(list[0]), Tones{}, look.Dark(), 64, 48}].img
	w.Resize(fyne.NewSize(400, 300))
	w.Canvas().Capture()
	a.done.Wait()
	if after := printed(proof{list[0].Figure, FaceSide(list[0]), Tones{}, look.Dark(), 64, 48}); len(prints.of) != 5 || after != before {
		t.Error("a wider window paints the pictures anew")
	}
}

func blank(img *image.RGBA) bool {
	for _, v := range img.Pix {
		if v != 0 {
			return false
		}
	}
	return true
}

// BenchmarkAlbum paints the thumbnails of the whole catalogue, none of which was seen before.
func BenchmarkAlbum(b *testing.B) {
	test.NewTempApp(b)
	all := routines.Load("").Catalogue.All()
	for b.Loop() {
		freshPrints()
		a := NewAlbum(all, Tones{})
		a.print(200, 140)
		a.done.Wait()
	}
}

// BenchmarkAlbumAlone is the same on one core.
func BenchmarkAlbumAlone(b *testing.B) {
	all := routines.Load("").Catalogue.All()
	for b.Loop() {
		freshPrints()
		for _, e := range all {
			if e.Figure != nil {
				printed(proof{e.Figure, FaceSide(e), Tones{}, false, 200, 140})
			}
		}
	}
}

// A thumbnail that moves shows other pictures in the same frame, and is itself again once it rests.
func TestAThumbnailMovesAndRests(t *testing.T) {
	test.NewTempApp(t)
	th := NewThumb(testExercise(t, "a", exercise.Dynamic), "", Tones{}, fyne.NewSize(64, 48))
	w := test.NewTempWindow(t, th)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(64, 48))
	shot := func() []uint8 { return slices.Clone(w.Canvas().Capture().(*image.NRGBA).Pix) }
	still := shot()
	th.SetMoment(figure.Moving(0, 0))
	begin := shot()
	th.SetMoment(figure.Moving(0.5, 0))
	middle := shot()
	if slices.Equal(begin, middle) || slices.Equal(still, middle) {
		t.Error("nothing moves")
	}
	th.SetMoment(figure.Moving(1, 0))
	if !slices.Equal(begin, shot()) {
		t.Error("a repetition does not come round to where it began")
	}
	th.Rest()
	if th.Moving() || !slices.Equal(still, shot()) {
		t.Error("at rest it is not what it was")
	}
}
