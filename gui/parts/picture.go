package parts

import (
	"bytes"
	"image"
	_ "image/jpeg" // pictures a person may put beside an exercise of their own
	_ "image/png"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
)

// What a person's own picture may be at most. A picture beyond that is not shown, so that no file can take the memory
// the session needs.
const (
	mostPictureBytes  = 8 << 20
	mostPicturePixels = 24_000_000
)

// pictureOf reads a PNG, JPEG or SVG, or gives nil where it cannot be shown.
func pictureOf(path string) fyne.Resource {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > mostPictureBytes {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostPictureBytes))
	if err != nil {
		return nil
	}
	if strings.EqualFold(filepath.Ext(path), ".svg") {
		return fyne.NewStaticResource(path, data)
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || c.Width*c.Height > mostPicturePixels {
		return nil
	}
	return fyne.NewStaticResource(path, data)
}
