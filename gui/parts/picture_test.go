package parts

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"catcow/routines/picture"
)

// FuzzDrawing: what passes for a drawing can be drawn, without a crash and without end.
func FuzzDrawing(f *testing.F) {
	for _, inner := range []string{
		`<path d="M0 0L80 60Z"/>`, `<path stroke="#000" stroke-dasharray="4 2" d="M0 0C1 2 3 4 5 6A1 2 0 0 1 5 5z"/>`,
		`<g transform="rotate(30 1 2) scale(2) skewX(20)"><rect x="1" y="2" width="3" height="4" rx="1"/></g>`,
		`<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs><circle r="3" fill="url(#a)"/>`,
		`<style>.a{fill:#456}</style><ellipse class="a" rx="3" ry="2"/><polyline points="1 2 3 4 5 6"/><polygon points="1"/>`,
		`<title>x</title><desc>y</desc><line x1="1" x2="2"/><text>z</text>`, `<defs><g/></defs><g/></svg>`, `<a fill="0"/>`, `<radialGradient id="b" gradientTransform="matrix(1)"/>`,
	} {
		f.Add(inner)
	}
	test.NewTempApp(f)
	f.Fuzz(func(t *testing.T, inner string) {
		text := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 60">` + inner + `</svg>`
		if _, ok := picture.Check("x.svg", []byte(text)); !ok || strings.Contains(inner, "\x00") {
			return
		}
		r := fyne.NewStaticResource("x.svg", []byte(text))
		if !drawable(r) {
			return
		}
		img := canvas.NewImageFromResource(r)
		w := test.NewTempWindow(t, img)
		w.Resize(fyne.NewSize(120, 90))
		w.Canvas().Capture()
	})
}
