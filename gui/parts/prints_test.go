package parts

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/look"
	"catcow/routines"
	"catcow/routines/exercise"
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
