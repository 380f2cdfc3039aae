// Package picture looks at the pictures people put beside exercises of their own, before anybody draws them.
//
// In go a file's name and its bytes, of unknown make; out comes whether it can be shown, and if not, why. A picture that
// would take the memory or the time a session needs is told by what it says of itself, before anything else of it is
// decoded.
package picture

import (
	"bytes"
	"encoding/binary"
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
	mostScans  = 50         // of a JPEG picture; each goes over all of it, and what programs write has a dozen
)

// Types are the endings of pictures that can be shown.
var Types = []string{".png", ".jpg", ".jpeg", ".svg"}

// Check says why a picture cannot be shown; ok when it can. The ending of its name only says whether it is drawn from
// lines or from pixels: a JPEG picture that calls itself PNG is shown all the same. All pixels are decoded, so that one
// of which a part is missing is told when it comes, not when somebody waits for it.
func Check(name string, data []byte) (why message.Message, ok bool) {
	if why, ok = Sized(name, data); !ok || strings.EqualFold(path.Ext(name), ".svg") {
		return why, ok
	}
	if _, _, err := image.Decode(bytes.NewReader(data)); err != nil {
		return message.New("picture.broken", "a part of it is missing or damaged"), false
	}
	return message.Message{}, true
}

// Pixels is how many pixels a PNG or JPEG says it has; 0 of anything else, and of more than may be.
func Pixels(data []byte) int {
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || !bounded(c) {
		return 0
	}
	return c.Width * c.Height
}

// bounded reports whether a picture has any pixels, and not more than may be.
func bounded(c image.Config) bool {
	return c.Width > 0 && c.Height > 0 && c.Width <= MostPixels && c.Height <= MostPixels && c.Width*c.Height <= MostPixels
}

// Sized is Check without decoding the pixels: for who decodes them next and sees for himself.
func Sized(name string, data []byte) (why message.Message, ok bool) {
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
	case err != nil || scans(data) > mostScans:
		return message.New("picture.damaged", "it is damaged, or not the picture its name says"), false
	case !bounded(c):
		return message.New("picture.pixels", "it is {{.Width}} × {{.Height}} pixels large; {{.Most}} million pixels are the limit",
			"Width", c.Width, "Height", c.Height, "Most", MostPixels/1_000_000), false
	}
	return message.Message{}, true
}

// scans is how many times a JPEG picture goes over its pixels; 0 of any other picture.
func scans(data []byte) int {
	if !bytes.HasPrefix(data, []byte{0xff, 0xd8}) {
		return 0
	}
	n := 0
	for at := 2; at+4 <= len(data); {
		switch kind := data[at+1]; {
		case data[at] != 0xff || kind == 0 || kind == 0xff || kind >= 0xd0 && kind <= 0xd7:
			at++ // pixels, or what stands between them
		default:
			if kind == 0xda {
				n++
			}
			at += 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		}
	}
	return n
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
