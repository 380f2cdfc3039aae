package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"io/fs"
	"math"
	"path"
	"slices"
	"strings"
	"testing"

	"catcow/assets"
)

func TestPicturesThatAreTaken(t *testing.T) {
	img := image.NewGray(image.Rect(0, 0, 40, 30))
	var p, j bytes.Buffer
	if err := png.Encode(&p, img); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&j, img, nil); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"a.png": p.Bytes(), "A.PNG": p.Bytes(), "a.jpg": j.Bytes(), "a.jpeg": j.Bytes(), "wrong.png": j.Bytes()} {
		if why, ok := Check(name, data); !ok {
			t.Errorf("%s: %s", name, why)
		}
	}
	for _, name := range []string{"a.gif", "a", "a.svgz", "a.html"} {
		if _, ok := Check(name, p.Bytes()); ok {
			t.Errorf("%s is taken", name)
		}
	}
	if _, ok := Check("a.png", make([]byte, MostBytes+1)); ok {
		t.Error("a file beyond the limit is taken")
	}
}

// A picture of which only a part came is told, however much of it there is, and its beginning still says its size.
func TestPicturesCutShort(t *testing.T) {
	img := image.NewGray(image.Rect(0, 0, 400, 300))
	for i := range img.Pix {
		img.Pix[i] = byte(i * i >> 3) // so that there is something to pack
	}
	var p, j bytes.Buffer
	if err := png.Encode(&p, img); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&j, img, nil); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"a.png": p.Bytes(), "a.jpg": j.Bytes()} {
		for _, part := range []int{len(data) / 2, len(data) - len(data)/20} {
			if _, ok := Sized(name, data[:part]); !ok {
				t.Fatalf("%s: the beginning of it does not say what it is", name)
			}
			if why, ok := Check(name, data[:part]); ok || why.ID != "picture.broken" {
				t.Errorf("%s, %d of %d bytes: %v, %q", name, part, len(data), ok, why)
			}
		}
	}
	if why, ok := Check("x.svg", []byte(`<svg viewBox="0 0 8 8"></svg>`)); !ok {
		t.Error(why)
	}
}

// A JPEG picture that goes over its pixels again and again would take minutes to decode.
func TestScansAreBounded(t *testing.T) {
	var j bytes.Buffer
	if err := jpeg.Encode(&j, image.NewGray(image.Rect(0, 0, 40, 30)), nil); err != nil {
		t.Fatal(err)
	}
	data := j.Bytes()
	start := bytes.Index(data, []byte{0xff, 0xda})
	scan := data[start : len(data)-2]
	many := slices.Concat(data[:start], bytes.Repeat(scan, mostScans), []byte{0xff, 0xd9})
	if n := scans(many); n != mostScans {
		t.Errorf("%d scans, want %d", n, mostScans)
	}
	if n := scans(data); n != 1 {
		t.Errorf("%d scans, want 1", n)
	}
	if _, ok := Check("a.jpg", slices.Concat(data[:start], bytes.Repeat(scan, mostScans+1), []byte{0xff, 0xd9})); ok {
		t.Error("it is taken")
	}
}

// Every drawing of our own is one that could be sent.
func TestOurOwnDrawingsAreTaken(t *testing.T) {
	files, err := fs.Glob(assets.Icons, "icons/*.svg")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	for _, f := range files {
		data, err := fs.ReadFile(assets.Icons, f)
		if err != nil {
			t.Fatal(err)
		}
		if why, ok := Check(path.Base(f), data); !ok {
			t.Errorf("%s: %s", f, why)
		}
	}
}

func TestNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"":                  "[]",
		"M0 0L8,8":          "[0 0 8 8]",
		"m-1-2.5.5+3":       "[-1 -2.5 0.5 3]",
		"1e3 1e-3 1.5E+2 e": "[1000 0.001 150]",
		"- . + .-":          "[]",
		"12px 50%":          "[12 50]",
		"1e999":             fmt.Sprint([]float64{math.Inf(1)}),
	} {
		got := numbers(text)
		if fmt.Sprint(got) != want && !(len(got) == 0 && want == "[]") {
			t.Errorf("%q has the numbers %v, want %s", text, got, want)
		}
	}
}

// What a drawing may cost grows with what it draws, not with the units it is drawn in.
func TestUnitsDoNotMatter(t *testing.T) {
	for _, unit := range []float64{0.01, 1, 100} {
		var d strings.Builder
		for i := range 2000 {
			fmt.Fprintf(&d, "L%g %g", unit*float64(i%80), unit*float64(i%60))
		}
		text := fmt.Sprintf(`<svg viewBox="0 0 %g %g"><path stroke-dasharray="%g" d="M0 0%s"/></svg>`, 80*unit, 60*unit, 2*unit, d.String())
		if why, ok := Check("x.svg", []byte(text)); !ok {
			t.Errorf("in units of %g: %s", unit, why)
		}
	}
}

func FuzzCheck(f *testing.F) {
	f.Add("x.svg", []byte(`<svg viewBox="0 0 8 8"><g transform="matrix(1 2 3 4 5 6)" style="stroke-dasharray:1;fill:url(#a)"/></svg>`))
	f.Add("x.png", []byte("\x89PNG\r\n\x1a\n"))
	f.Add("x.jpg", []byte("\xff\xd8\xff"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		why, ok := Check(name, data)
		if ok != (why.Text == "") {
			t.Fatalf("taken %v, but it says %q", ok, why)
		}
		if !ok || !strings.HasSuffix(strings.ToLower(name), ".svg") {
			return
		}
		low := strings.ToLower(string(data))
		if i := strings.Index(low, "<script"); i >= 0 && !slices.ContainsFunc([]string{"<!--", "<![cdata["}, func(s string) bool { return strings.Contains(low, s) }) {
			t.Fatal("a script is taken")
		}
	})
}
