package parts

import (
	"io"
	"os"

	"fyne.io/fyne/v2"

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
	if _, ok := picture.Check(path, data); !ok {
		return nil
	}
	return fyne.NewStaticResource(path, data)
}
