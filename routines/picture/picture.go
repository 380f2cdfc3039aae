// Package picture looks at the pictures people put beside exercises of their own, before anybody draws them.
//
// In go a file's name and its bytes, of unknown make; out comes whether it can be shown, and if not, why. Nothing is
// decoded but the header: a picture that would take the memory or the time a session needs is told by what it says of
// itself.
package picture

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // the pictures that can be shown
	_ "image/png"
	"path"
	"slices"
	"strings"

	"catcow/routines/message"
)

// What a picture may be at most.
const (
	MostBytes  = 8 << 20    // a PNG or JPEG file
	MostPixels = 24_000_000 // width × height: what a good phone takes
	MostSVG    = 512 << 10  // an SVG file, in bytes
)

// Types are the endings of pictures that can be shown.
var Types = []string{".png", ".jpg", ".jpeg", ".svg"}

// Check says why a picture cannot be shown; ok when it can. The ending of its name only says whether it is drawn from
// lines or from pixels: a JPEG picture that calls itself PNG is shown all the same.
func Check(name string, data []byte) (why message.Message, ok bool) {
	ext := strings.ToLower(path.Ext(name))
	switch {
	case !slices.Contains(Types, ext):
		return message.New("picture.type", "it is not a PNG, JPEG or SVG file"), false
	case len(data) == 0:
		return message.New("picture.empty", "it is empty"), false
	case ext == ".svg":
		return checkSVG(data)
	case len(data) > MostBytes:
		return tooLarge(len(data), MostBytes), false
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil:
		return message.New("picture.damaged", "it is damaged, or not the picture its name says"), false
	case c.Width <= 0 || c.Height <= 0 || c.Width > MostPixels || c.Height > MostPixels || c.Width*c.Height > MostPixels:
		return message.New("picture.pixels", "it is {{.Width}} × {{.Height}} pixels large; {{.Most}} million pixels are the limit",
			"Width", c.Width, "Height", c.Height, "Most", MostPixels/1_000_000), false
	}
	return message.Message{}, true
}

func tooLarge(size, most int) message.Message {
	return message.New("picture.large", "it has {{.Found}}; the limit is {{.Limit}}", "Found", bytesText(size), "Limit", bytesText(most))
}

func bytesText(n int) string {
	if n >= 10<<20 || n%(1<<20) == 0 {
		return fmt.Sprintf("%d MiB", n>>20)
	}
	return fmt.Sprintf("%d KiB", (n+1<<10-1)>>10)
}
