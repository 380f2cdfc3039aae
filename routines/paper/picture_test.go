package paper

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// corners is a picture twice as wide as high with a red corner at the top left.
func corners() *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, 80, 40))
	for y := range 40 {
		for x := range 80 {
			c := color.RGBA{0, 0, 255, 255}
			if x < 20 && y < 20 {
				c = color.RGBA{255, 0, 0, 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

func put(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func encoded(t *testing.T, as string) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	if as == "png" {
		err = png.Encode(&b, corners())
	} else {
		err = jpeg.Encode(&b, corners(), nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// turned is a JPEG that says it is to be turned.
func turned(jpeg []byte, orientation uint16, order binary.ByteOrder) []byte {
	tiff := make([]byte, 8+2+12+4)
	copy(tiff, "II*\x00")
	if order == binary.BigEndian {
		copy(tiff, "MM\x00*")
	}
	order.PutUint32(tiff[4:], 8)
	order.PutUint16(tiff[8:], 1)
	order.PutUint16(tiff[10:], 0x0112)
	order.PutUint16(tiff[12:], 3)
	order.PutUint32(tiff[14:], 1)
	order.PutUint16(tiff[18:], orientation)
	body := append([]byte("Exif\x00\x00"), tiff...)
	head := []byte{0xff, 0xd8, 0xff, 0xe1, 0, 0}
	binary.BigEndian.PutUint16(head[4:], uint16(len(body)+2))
	return append(append(head, body...), jpeg[2:]...)
}

// The red corner comes to lie where the eight orientations of a JPEG put it.
func TestTurnedPictures(t *testing.T) {
	const left, right, top, bottom = 0.1, 0.9, 0.1, 0.9
	where := [][2]float64{{left, top}, {right, top}, {right, bottom}, {left, bottom}, {left, top}, {right, top}, {right, bottom}, {left, bottom}}
	p := &print{}
	for i, at := range where {
		for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
			img, err := p.read(put(t, "a.jpg", turned(encoded(t, "jpg"), uint16(i+1), order)))
			if err != nil {
				t.Fatal(err)
			}
			size := img.Bounds().Size()
			if (i < 4) != (size.X > size.Y) {
				t.Errorf("orientation %d: %v large", i+1, size)
			}
			if r, _, b, _ := img.At(int(at[0]*float64(size.X)), int(at[1]*float64(size.Y))).RGBA(); r < b {
				t.Errorf("orientation %d: the corner is not at %v", i+1, at)
			}
		}
	}
}

// FuzzOrientation looks into files of any kind.
func FuzzOrientation(f *testing.F) {
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if o := orientation(data); o < 1 || o > 8 {
			t.Error(o)
		}
	})
}

// A person's own pictures stand in the document; one that cannot be shown leaves its place empty and is said.
func TestOwnPictures(t *testing.T) {
	svg := []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1z"/></svg>`)
	draw := func([]byte, int, int) (image.Image, error) { return corners(), nil }
	for _, c := range []struct {
		name string
		data []byte
		svg  func([]byte, int, int) (image.Image, error)
		ok   bool
	}{
		{"a.png", encoded(t, "png"), nil, true},
		{"a.jpg", encoded(t, "jpg"), nil, true},
		{"a.svg", svg, draw, true},
		{"a.svg", svg, nil, false},
		{"a.svg", svg, func([]byte, int, int) (image.Image, error) { return nil, errors.New("odd") }, false},
		{"a.png", encoded(t, "png")[:40], nil, false},
		{"a.png", append(encoded(t, "png")[:60], 0, 0, 0, 0, 0), nil, false},
		{"a.png", nil, nil, false},
	} {
		sheet := sheetOf(t, "micro-1", 0)
		st := &sheet.Phases[0].Steps[0]
		st.Figure, st.Picture = nil, put(t, c.name, c.data)
		o := Options{Fonts: fonts, SVG: c.svg}
		if got := Unshown([]Sheet{sheet}, o); (len(got) == 0) != c.ok {
			t.Errorf("%s: unshown %v", c.name, got)
		}
		for _, grey := range []bool{false, true} {
			o.Grey = grey
			data := pdf(t, []Sheet{sheet}, o)
			if has := bytes.Contains(data, []byte("/Subtype /Image")); has != c.ok {
				t.Errorf("%s: a picture in the document: %v", c.name, has)
			}
			if c.ok && grey != bytes.Contains(data, []byte("/ColorSpace /DeviceGray")) {
				t.Errorf("%s: grey is %v", c.name, grey)
			}
		}
	}
	sheet := sheetOf(t, "micro-1", 0)
	sheet.Phases[0].Steps[0].Figure, sheet.Phases[0].Steps[0].Picture = nil, t.TempDir()
	if got := Unshown([]Sheet{sheet}, Options{}); len(got) != 1 {
		t.Errorf("a folder is no picture: %v", got)
	}
}

// In a web page an own picture stands as an image, where nothing in it can run.
func TestOwnPictureInPage(t *testing.T) {
	sheet := sheetOf(t, "micro-1", 0)
	st := &sheet.Phases[0].Steps[0]
	for name, kind := range map[string]string{"a.png": "image/png", "a.jpg": "image/jpeg"} {
		st.Figure, st.Picture = nil, put(t, name, encoded(t, strings.TrimPrefix(name, "a.")))
		var b bytes.Buffer
		if err := HTML(&b, []Sheet{sheet}, Options{}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), `src="data:`+kind+`;base64,`) {
			t.Errorf("%s is not in the page", name)
		}
	}
	cut := encoded(t, "png")
	st.Picture = put(t, "cut.png", cut[:len(cut)-20])
	var b bytes.Buffer
	if err := HTML(&b, []Sheet{sheet}, Options{}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "data:image/png") {
		t.Error("a part of a picture is in the page")
	}
	if got := Unshown([]Sheet{sheet}, Options{}); len(got) != 1 || got[0].Error() != "the picture cut.png cannot be shown: a part of it is missing or damaged" {
		t.Errorf("it is told as %v", got)
	}
}
