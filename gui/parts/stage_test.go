package parts

import (
	"image"
	"image/color"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/look"
	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/picture"
	"catcow/routines/plan"
)

func onStage(t *testing.T, reduced bool) (*Stage, fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Espresso, 100, reduced))
	s := NewStage()
	w := test.NewTempWindow(t, s)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(480, 360))
	return s, w
}

// clothed counts the pixels in the colour of the figure's top: that there is a figure, and about how large it is.
func clothed(img image.Image) int {
	n, b := 0, img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			if c.R < 0x60 && c.G > 0x70 && c.B > 0x68 && c.A > 0xf0 {
				n++
			}
		}
	}
	return n
}

func TestStageShowsTheFigure(t *testing.T) {
	s, w := onStage(t, false)
	if n := clothed(w.Canvas().Capture()); n != 0 {
		t.Fatalf("an empty stage shows %d pixels of a figure", n)
	}
	e := testExercise(t, "x", exercise.Dynamic)
	s.Set(Shot{Exercise: e, Moment: figure.Moving(0.25, 0)}, time.Time{})
	if n := clothed(w.Canvas().Capture()); n < 1000 {
		t.Errorf("the figure's top covers %d pixels", n)
	}
	s.Set(Shot{}, time.Time{})
	if n := clothed(w.Canvas().Capture()); n != 0 {
		t.Errorf("the stage was cleared and still shows %d pixels", n)
	}
}

func TestStageShowsWhoIsChosen(t *testing.T) {
	s, w := onStage(t, false)
	shot := Shot{Exercise: testExercise(t, "x", exercise.Dynamic), Moment: figure.Moving(0.25, 0)}
	blue := func() (n int) { // pixels of the other figure's shirt
		img := w.Canvas().Capture()
		for y := range img.Bounds().Dy() {
			for x := range img.Bounds().Dx() {
				if c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA); c.B > 0xa0 && c.G < c.B-0x20 && c.G > 0x60 && c.R < 0x70 {
					n++
				}
			}
		}
		return n
	}
	s.Set(shot, time.Time{})
	if n := blue(); n > 100 {
		t.Errorf("%d pixels of the usual figure are blue", n)
	}
	s.SetTones(Tones{Figure: "crop"})
	s.Set(shot, time.Time{})
	if n := blue(); n < 1000 {
		t.Errorf("the other figure's shirt covers %d pixels", n)
	}
}

func TestStageRepaintsOnlyWhatMoved(t *testing.T) {
	s, w := onStage(t, false)
	e := testExercise(t, "x", exercise.Dynamic)
	now := time.Now()
	s.Set(Shot{Exercise: e, Moment: figure.Moving(0.25, 0)}, now)
	w.Canvas().Capture()
	shown := s.front.scene
	s.Set(Shot{Exercise: e, Moment: figure.Moving(0.2501, 0)}, now)
	if s.front.scene != shown {
		t.Error("a movement no eye can see is painted")
	}
	s.Set(Shot{Exercise: e, Moment: figure.Moving(0.30, 0)}, now)
	if s.front.scene == shown {
		t.Error("a movement is not painted")
	}
}

func TestStageReusesItsBuffer(t *testing.T) {
	s, w := onStage(t, false)
	e := testExercise(t, "x", exercise.Dynamic)
	now := time.Now()
	s.Set(Shot{Exercise: e, Moment: figure.Moving(0.2, 0)}, now)
	w.Canvas().Capture()
	buffer := s.front.buffer
	s.Set(Shot{Exercise: e, Moment: figure.Moving(0.4, 0)}, now)
	w.Canvas().Capture()
	if buffer == nil || s.front.buffer != buffer {
		t.Error("a new buffer is taken for each frame")
	}
}

func TestStageEasesBetweenExercisesAndSides(t *testing.T) {
	s, w := onStage(t, false)
	now := time.Now()
	a, b := testExercise(t, "a", exercise.Static), testExercise(t, "b", exercise.Static)
	b.Figure.View = "front"
	s.Set(Shot{Exercise: a, Side: plan.SideLeft, Moment: figure.Still()}, now)
	for name, next := range map[string]Shot{
		"the other side":   {Exercise: a, Side: plan.SideRight, Moment: figure.Still()},
		"another exercise": {Exercise: b, Side: plan.SideRight, Moment: figure.Still()},
	} {
		s.Set(next, now)
		if !s.Busy() {
			t.Errorf("%s comes at once", name)
		}
		for range 20 {
			now = now.Add(easeFor / 20)
			s.Set(next, now)
			if n := clothed(w.Canvas().Capture()); n < 500 {
				t.Fatalf("on the way to %s the figure is gone: %d pixels", name, n)
			}
		}
		if s.Busy() || s.back.raster.Visible() {
			t.Errorf("%s: the change does not end", name)
		}
	}
}

func TestStageStandsStillWithReducedMotion(t *testing.T) {
	s, _ := onStage(t, true)
	now := time.Now()
	a, b := testExercise(t, "a", exercise.Dynamic), testExercise(t, "b", exercise.Dynamic)
	s.Set(Shot{Exercise: a, Moment: figure.Moving(0.1, 0)}, now)
	shown := s.front.scene
	s.Set(Shot{Exercise: a, Moment: figure.Moving(0.5, 0)}, now)
	if s.front.scene != shown {
		t.Error("the figure moves")
	}
	s.Set(Shot{Exercise: b, Moment: figure.Moving(0.5, 0)}, now)
	if s.Busy() {
		t.Error("the change is eased")
	}
	if !s.shot.Preview {
		t.Error("the still picture has no ghost and no arrow to tell the movement")
	}
}

func TestPicturesOfAPersonsOwn(t *testing.T) {
	dir := t.TempDir()
	file := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	// The header of a PNG that claims to be 100 000 × 100 000.
	bomb := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x86\xa0\x00\x01\x86\xa0\x08\x06\x00\x00\x00")
	bomb = append(bomb, 0x1e, 0x57, 0x6c, 0x2f)
	for name, path := range map[string]string{
		"missing": filepath.Join(dir, "nowhere.png"), "a folder": dir, "not a picture": file("x.png", []byte("hello")),
		"enormous": file("bomb.png", bomb), "too long": file("long.svg", make([]byte, picture.MostSVG+1)),
		"drawing itself":    file("use.svg", []byte(`<svg viewBox="0 0 8 8"><defs><g id="a"/><use href="#a"/></defs><use href="#a"/></svg>`)),
		"a text called SVG": file("text.svg", []byte("hello")),
	} {
		if pictureOf(path) != nil {
			t.Errorf("%s is shown", name)
		}
	}
	good := file("good.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0L8 8L0 8Z"/></svg>`))
	if pictureOf(good) == nil {
		t.Error("a good picture is not shown")
	}
}
