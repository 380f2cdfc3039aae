package paper

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/image/draw"

	"catcow/routines/message"
	own "catcow/routines/picture"
)

// printed is how many pixels the longer side of a printed picture has: 6 cm at 300 dots an inch.
const printed = 720

// picture is a person's own picture made ready for printing, or nil where it cannot be shown.
func (s *setter) picture(path string) image.Image {
	img, ok := s.pictures[path]
	if !ok {
		img, _ = s.read(path) // one that cannot be read leaves its place empty; the words still say what to do
		s.pictures[path] = img
	}
	return img
}

func (p *print) read(path string) (image.Image, error) {
	data, err := readPicture(path, own.Sized)
	if err != nil {
		return nil, err
	}
	var img image.Image
	turned := 1
	if isSVG(path) {
		if p.o.SVG == nil {
			return nil, fmt.Errorf("the picture %s is an SVG, which cannot be drawn here", filepath.Base(path))
		}
		img, err = p.o.SVG(data, printed, printed)
	} else {
		if img, _, err = image.Decode(bytes.NewReader(data)); err != nil {
			if why, ok := own.Check(path, data); !ok { // says the same in plain words
				err = why
			}
		}
		turned = orientation(data)
	}
	if err != nil {
		return nil, fmt.Errorf("the picture %s cannot be shown: %w", filepath.Base(path), err)
	}
	if img == nil || img.Bounds().Empty() {
		return nil, fmt.Errorf("the picture %s is empty", filepath.Base(path))
	}
	return flat(upright(img, turned), p.o.Grey), nil
}

func isSVG(path string) bool { return strings.EqualFold(filepath.Ext(path), ".svg") }

// readPicture reads a picture's file, if it can be shown as far as check says: own.Check or own.Sized.
func readPicture(path string, check func(name string, data []byte) (message.Message, bool)) ([]byte, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("reading the picture %s: %w", name, err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("the picture %s is no file", name)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading the picture %s: %w", name, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, own.MostBytes+1))
	if err != nil {
		return nil, fmt.Errorf("reading the picture %s: %w", name, err)
	}
	if why, ok := check(name, data); !ok {
		return nil, fmt.Errorf("the picture %s cannot be shown: %w", name, why)
	}
	return data, nil
}

// Unshown says which pictures of sheets cannot be printed, and why. Their places stay empty.
func Unshown(sheets []Sheet, o Options) []error {
	var out []error
	p := &print{o: o}
	for _, s := range sheets {
		for _, ph := range s.Phases {
			for _, st := range ph.Steps {
				if st.Figure == nil && st.Picture != "" {
					if _, err := p.read(st.Picture); err != nil {
						out = append(out, err)
					}
				}
			}
		}
	}
	return out
}

// flat is a picture on white paper, no larger than is printed.
func flat(img image.Image, grey bool) image.Image {
	size := img.Bounds().Size()
	k := math.Min(1, printed/float64(max(size.X, size.Y)))
	w, h := max(int(float64(size.X)*k+0.5), 1), max(int(float64(size.Y)*k+0.5), 1)
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	draw.CatmullRom.Scale(out, out.Rect, img, img.Bounds(), draw.Over, nil)
	if !grey {
		return out
	}
	g := image.NewGray(out.Rect)
	draw.Draw(g, g.Rect, out, image.Point{}, draw.Src)
	return g
}

// orientation is how a JPEG says its picture is to be turned (Exif tag 0x0112), 1 to 8; 1, upright, where it does not
// say. Telephones write it, and without it their pictures lie on their side.
func orientation(data []byte) int {
	if !bytes.HasPrefix(data, []byte{0xff, 0xd8}) {
		return 1
	}
	for at := 2; at+4 <= len(data) && data[at] == 0xff; {
		kind, size := data[at+1], int(binary.BigEndian.Uint16(data[at+2:]))
		if kind == 0xda || size < 2 || at+2+size > len(data) { // the picture itself begins, or nothing sensible
			break
		}
		if body := data[at+4 : at+2+size]; kind == 0xe1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")) {
			return exifOrientation(body[6:])
		}
		at += 2 + size
	}
	return 1
}

func exifOrientation(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.LittleEndian
	if tiff[0] == 'M' {
		order = binary.BigEndian
	}
	first := int(order.Uint32(tiff[4:]))
	if first < 8 || first+2 > len(tiff) {
		return 1
	}
	for i := range int(order.Uint16(tiff[first:])) {
		at := first + 2 + 12*i
		if at+12 > len(tiff) {
			break
		}
		if order.Uint16(tiff[at:]) == 0x0112 {
			if v := int(order.Uint16(tiff[at+8:])); v >= 1 && v <= 8 {
				return v
			}
		}
	}
	return 1
}

// upright turns a picture as its orientation asks for.
func upright(img image.Image, orientation int) image.Image {
	if orientation <= 1 {
		return img
	}
	return turnedPicture{img, orientation}
}

// turnedPicture is a picture seen through one of the eight orientations.
type turnedPicture struct {
	image.Image
	orientation int
}

func (t turnedPicture) Bounds() image.Rectangle {
	size := t.Image.Bounds().Size()
	if t.orientation >= 5 {
		size.X, size.Y = size.Y, size.X
	}
	return image.Rectangle{Max: size}
}

func (t turnedPicture) At(x, y int) color.Color {
	b := t.Image.Bounds()
	w, h := b.Dx()-1, b.Dy()-1
	switch t.orientation {
	case 2:
		x = w - x
	case 3:
		x, y = w-x, h-y
	case 4:
		y = h - y
	case 5:
		x, y = y, x
	case 6:
		x, y = y, h-x
	case 7:
		x, y = w-y, h-x
	case 8:
		x, y = w-y, x
	}
	return t.Image.At(b.Min.X+x, b.Min.Y+y)
}
