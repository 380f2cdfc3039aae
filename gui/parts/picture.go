package parts

import (
	"crypto/sha256"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"catcow/routines/picture"
)

// pictureOf reads a PNG, JPEG or SVG, or gives nil where it cannot be shown.
func pictureOf(path string) fyne.Resource {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > picture.MostBytes {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, picture.MostBytes))
	if err != nil {
		return nil
	}
	if _, ok := picture.Sized(path, data); !ok {
		return nil
	}
	r := fyne.NewStaticResource(path, data)
	if strings.EqualFold(filepath.Ext(path), ".svg") && !drawable(r) {
		return nil
	}
	return r
}

// drawable tries out whether Fyne can draw an SVG. One that it cannot read, such as with a colour it does not know, takes
// the window down when it is laid out (Fyne 2.8.1), so this is where that has to happen.
func drawable(r *fyne.StaticResource) (ok bool) {
	key := sha256.Sum256(r.StaticContent)
	if known, tried := drawables[key]; tried {
		return known
	}
	defer func() {
		if recover() != nil {
			ok = false
		}
		if len(drawables) >= mostPrints {
			clear(drawables)
		}
		drawables[key] = ok
	}()
	img := canvas.NewImageFromResource(r)
	img.Refresh()
	img.Resize(fyne.NewSize(80, 60))
	return img.Image != nil
}

// drawables is what was tried out; only Fyne's goroutine touches it.
var drawables = map[[sha256.Size]byte]bool{}
