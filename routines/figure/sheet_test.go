package figure

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// TestSheet draws exercise files for whoever poses them; see the package comment.
//
//	FIGURE_FILES="a.toml b.toml" FIGURE_OUT=/tmp/out go test ./routines/figure -run TestSheet -v
func TestSheet(t *testing.T) {
	files, out := strings.Fields(os.Getenv("FIGURE_FILES")), os.Getenv("FIGURE_OUT")
	if len(files) == 0 || out == "" {
		t.Skip("set FIGURE_FILES and FIGURE_OUT to draw exercise files")
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		t.Fatal(err)
	}
	dark := os.Getenv("FIGURE_DARK") != ""
	cell := number("FIGURE_CELL", 320)
	cols := min(4, len(files))
	rows := (len(files) + cols - 1) / cols
	contact := canvas(cols*cell, rows*cell*3/4, dark)
	for i, name := range files {
		f, err := readFigure(name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		id := strings.TrimSuffix(filepath.Base(name), ".toml")
		problems := f.Check()
		for _, p := range problems {
			t.Errorf("%s: %s", id, p)
		}
		if len(problems) > 0 {
			continue
		}
		for _, p := range f.Verify() {
			t.Logf("%s: %s", id, p)
		}
		drawSheet(t, f, out, id, dark)
		picture(contact, image.Rect(i%cols*cell, i/cols*cell*3/4, (i%cols+1)*cell, (i/cols+1)*cell*3/4), f, Still(), All(), dark)
	}
	save(t, filepath.Join(out, "contact.png"), contact)
}

// drawSheet writes ID.png, ID-strip.png, ID-other.png and ID-thumb.png.
func drawSheet(t *testing.T, f *Figure, out, id string, dark bool) {
	width := number("FIGURE_WIDTH", 640)
	big := canvas(width, width*3/4, dark)
	picture(big, big.Rect, f, Still(), All(), dark)
	save(t, filepath.Join(out, id+".png"), big)

	other := All()
	other.Side = Left
	if f.Side == "left" {
		other.Side = Right
	}
	second := canvas(640, 480, dark)
	picture(second, second.Rect, f, Still(), other, dark)
	save(t, filepath.Join(out, id+"-other.png"), second)

	strip := canvas(5*256, 2*192, dark)
	o := Options{Feel: true, Alternate: true}
	for i := range 5 {
		part := float64(i) / 4
		at := image.Rect(i*256, 0, (i+1)*256, 192)
		picture(strip, at, f, Moving(min(part, 0.9999), 0), o, dark)
		picture(strip, at.Add(image.Pt(0, 192)), f, Holding(part, 0), o, dark)
	}
	save(t, filepath.Join(out, id+"-strip.png"), strip)

	thumb := canvas(96, 96, dark)
	picture(thumb, thumb.Rect, f, Still(), All(), dark)
	save(t, filepath.Join(out, id+"-thumb.png"), thumb)
}

// number is an environment variable's value, or the usual one.
func number(name string, usual int) int {
	if n, err := strconv.Atoi(os.Getenv(name)); err == nil && n > 0 {
		return n
	}
	return usual
}

func readFigure(name string) (*Figure, error) {
	var file struct {
		Figure Figure `toml:"figure"`
	}
	meta, err := toml.DecodeFile(name, &file)
	if err != nil {
		return nil, err
	}
	for _, key := range meta.Undecoded() {
		if key[0] == "figure" {
			return nil, fmt.Errorf("unknown key %s", key)
		}
	}
	return &file.Figure, nil
}

func canvas(w, h int, dark bool) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	c := color.RGBA{0xf3, 0xf7, 0xf3, 255}
	if dark {
		c = color.RGBA{0x2a, 0x26, 0x22, 255}
	}
	draw.Draw(img, img.Rect, image.NewUniform(c), image.Point{}, draw.Src)
	return img
}

func picture(dst *image.RGBA, at image.Rectangle, f *Figure, m Moment, o Options, dark bool) {
	pal := Light("", "")
	if dark {
		pal = Dark("", "")
	}
	if o.Build == "" {
		o.Build = os.Getenv("FIGURE_BUILD")
	}
	var p Painter
	part := image.NewRGBA(image.Rect(0, 0, at.Dx(), at.Dy()))
	p.Paint(part, f.Scene(m, o), &pal, f.Frame(o))
	draw.Draw(dst, at, part, image.Point{}, draw.Over)
}

func save(t *testing.T, name string, img image.Image) {
	t.Helper()
	w, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(w, img); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}
