package printing

import (
	"image/color"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/plan"
)

// shown lays the sheet for a routine over a window.
func shown(t *testing.T, size fyne.Size, routine string) (*Printing, fyne.Window) {
	t.Helper()
	lib := guitest.Library(t)
	r, ok := lib.Get(routine)
	if !ok {
		t.Fatal(routine)
	}
	w := guitest.Window(t, canvas.NewRectangle(color.Transparent), size)
	p := New(Deps{Window: func() fyne.Window { return w }, Say: func(s string) { t.Log(s) }, Folder: "/home/someone/Documents"})
	p.choices.size = "a4"
	p.Show(plan.Input{Routine: r, Catalogue: lib.Catalogue, Length: 10 * time.Minute}, parts.Tones{})
	return p, w
}

// TestGolden shows the sheet in both themes and with large text. The figure's own drawing is the business of package
// figure: the pages have none here.
func TestGolden(t *testing.T) {
	if testing.Short() {
		t.Skip("draws the whole window")
	}
	test.NewTempApp(t)
	for _, c := range []struct {
		name, theme string
		percent     int
		size        fyne.Size
	}{
		{"print-light", look.Espresso, 100, fyne.NewSize(1180, 760)},
		{"print-dark", look.Tea, 100, fyne.NewSize(1180, 760)},
		{"print-1366-150", look.Espresso, 150, fyne.NewSize(1366, 768)},
		{"print-900", look.Espresso, 100, fyne.NewSize(900, 600)},
		{"print-900-200", look.Tea, 200, fyne.NewSize(900, 600)},
	} {
		t.Run(c.name, func(t *testing.T) {
			guitest.Wear(c.theme, c.percent)
			_, w := shown(t, c.size, "combo-10")
			guitest.Golden(t, c.name, w.Canvas().Capture())
		})
	}
}
