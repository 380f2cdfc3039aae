// Package guitest is what the tests of the screens share: pictures compared with files, and a library to show.
//
// In go a screen, a theme and a size; out comes its picture, drawn without a display, and a failed test where it differs
// from testdata/NAME.png. Run a package's tests with -update to write its pictures anew, and look at them.
package guitest

import (
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"catcow/gui/look"
)

var update = flag.Bool("update", false, "write the golden pictures")

// Golden compares a picture with testdata/name.png. Fonts and painters come with Fyne, so pictures are the same
// everywhere but for the last bits of floating point: one part in two hundred of the pixels may differ visibly.
func Golden(t *testing.T, name string, got image.Image) {
	t.Helper()
	file := filepath.Join("testdata", name+".png")
	if *update {
		write(t, file, got)
		return
	}
	f, err := os.Open(file)
	if err != nil {
		t.Fatalf("%v; make it with -update", err)
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if want.Bounds() != got.Bounds() {
		t.Fatalf("%s is %v, want %v", name, got.Bounds(), want.Bounds())
	}
	differ, b := 0, got.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r1, g1, b1, _ := got.At(x, y).RGBA()
			r2, g2, b2, _ := want.At(x, y).RGBA()
			if far(r1, r2) || far(g1, g2) || far(b1, b2) {
				differ++
			}
		}
	}
	if most := b.Dx() * b.Dy() / 200; differ > most {
		failed := filepath.Join("testdata", "failed", name+".png")
		write(t, failed, got)
		t.Errorf("%s differs in %d pixels, at most %d may; see %s", name, differ, most, failed)
	}
}

func far(a, b uint32) bool { return max(a, b)-min(a, b) > 24<<8 }

func write(t *testing.T, file string, img image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}

// Wear puts a theme on the test's application. Call it before anything is made that is to wear it.
func Wear(theme string, percent int) {
	fyne.CurrentApp().Settings().SetTheme(look.New(theme, percent, true))
}

// Window shows content on the window's colour at a size.
func Window(t testing.TB, content fyne.CanvasObject, size fyne.Size) fyne.Window {
	t.Helper()
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	w.SetContent(container.NewStack(canvas.NewRectangle(look.Color(look.Window)), content))
	w.Resize(size)
	return w
}
