package paper

import (
	"bytes"
	"image"
	_ "image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func pdf(t *testing.T, sheets []Sheet, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := PDF(&b, sheets, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The same sheet is the same file to the last byte, and another one where anything is another.
func TestSameBytes(t *testing.T) {
	sheet := sheetOf(t, "disc-gentle", 0)
	o := Options{Fonts: fonts, Language: "en"}
	a := pdf(t, []Sheet{sheet}, o)
	for range 3 {
		if !bytes.Equal(a, pdf(t, []Sheet{sheet}, o)) {
			t.Fatal("not the same twice")
		}
	}
	o.Made = time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)
	if b := pdf(t, []Sheet{sheet}, o); bytes.Equal(a, b) || !bytes.Contains(b, []byte("D:20261122100000")) {
		t.Error("the date it is given is not in it")
	}
	if bytes.Contains(a, []byte("D:202")) {
		t.Error("a date it was not given is in it")
	}
	for _, other := range []Options{{Fonts: fonts, Grey: true}, {Fonts: fonts, Paper: Letter}, {Fonts: fonts, Figure: "crop"}} {
		if bytes.Equal(a, pdf(t, []Sheet{sheet}, other)) {
			t.Errorf("%+v changes nothing", other.Paper)
		}
	}
}

func TestRefusals(t *testing.T) {
	sheet := []Sheet{sheetOf(t, "micro-1", 0)}
	for name, f := range map[string]func() error{
		"no sheet":  func() error { return PDF(new(bytes.Buffer), nil, Options{Fonts: fonts}) },
		"no fonts":  func() error { return PDF(new(bytes.Buffer), sheet, Options{}) },
		"bad font":  func() error { return PDF(new(bytes.Buffer), sheet, Options{Fonts: Fonts{[]byte("x"), []byte("y")}}) },
		"paper":     func() error { return PDF(new(bytes.Buffer), sheet, Options{Fonts: fonts, Paper: "a5"}) },
		"full disk": func() error { return PDF(full{}, sheet, Options{Fonts: fonts}) },
		"no page":   func() error { return HTML(new(bytes.Buffer), nil, Options{}) },
		"full too":  func() error { return HTML(full{}, sheet, Options{}) },
	} {
		if f() == nil {
			t.Errorf("%s: no error", name)
		}
	}
	d, err := Lay(sheet, Options{Fonts: fonts})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Paint(d.Pages(), 100); err == nil {
		t.Error("a page there is not was painted")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, os.ErrClosed }

// poppler runs one of its programs on a document, or skips the test where it is not installed.
func poppler(t *testing.T, program string, data []byte, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("%s of poppler is not installed, so no other program reads the PDF", program)
	}
	file := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		args[i] = strings.ReplaceAll(a, "FILE", file)
	}
	c := exec.Command(program, args...)
	var wrong bytes.Buffer
	c.Stderr = &wrong
	out, err := c.Output()
	if err != nil || wrong.Len() > 0 {
		t.Errorf("%s: %v, %s", program, err, &wrong)
	}
	return string(out)
}

// Another program reads the same words, in the order of the page, and finds the letters in the file.
func TestPopplerReads(t *testing.T) {
	sheet := sheetOf(t, "sitting-all-day", 0)
	sheet.Title = "Ćwiczenia für Zoë — Ωμέγα 猫"
	data := pdf(t, []Sheet{sheet}, Options{Fonts: fonts})
	got := strings.Join(strings.Fields(poppler(t, "pdftotext", data, "-layout", "FILE", "-")), " ")
	want := []string{"Zoë — Ωμέγα", sheet.About}
	for _, ph := range sheet.Phases {
		want = append(want, ph.Name)
		for _, st := range ph.Steps {
			want = append(want, st.Name, st.Dose)
		}
	}
	at := 0
	for _, w := range want {
		i := strings.Index(got[at:], w)
		if i < 0 {
			t.Fatalf("%q is missing, or at another place, in %q", w, got)
		}
		at += i
	}
	list := strings.Split(strings.TrimSpace(poppler(t, "pdffonts", data, "FILE")), "\n")
	if len(list) != 4 || !strings.Contains(list[2], "TrueType") || !strings.Contains(list[2], "yes") {
		t.Errorf("fonts: %q", list)
	}
	if info := poppler(t, "pdfinfo", data, "FILE"); !strings.Contains(info, "595.28 x 841.89 pts (A4)") || !strings.Contains(info, "Ćwiczenia") {
		t.Errorf("info: %s", info)
	}
}

// pageBy is the first page as poppler draws it.
func pageBy(t *testing.T, data []byte, width string) image.Image {
	t.Helper()
	out := poppler(t, "pdftoppm", data, "-png", "-f", "1", "-l", "1", "-scale-to-x", width, "-scale-to-y", "-1", "FILE")
	img, _, err := image.Decode(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// The picture in the window is the page that is printed: both ends of the layout draw the same.
func TestPictureIsThePage(t *testing.T) {
	for _, id := range []string{"combo-10", "disc-gentle", "desk-reset"} {
		o := Options{Fonts: fonts}
		sheet := []Sheet{sheetOf(t, id, 0)}
		d, err := Lay(sheet, o)
		if err != nil {
			t.Fatal(err)
		}
		painted, err := d.Paint(0, 600)
		if err != nil {
			t.Fatal(err)
		}
		printed := pageBy(t, pdf(t, sheet, o), "600")
		const square = 10
		worst := 0
		for y := 0; y+square <= min(painted.Rect.Dy(), printed.Bounds().Dy()); y += square {
			for x := 0; x+square <= 600; x += square {
				for k, m := range mean(painted, x, y, square) {
					worst = max(worst, abs(m-mean(printed, x, y, square)[k]))
				}
			}
		}
		if worst > 60 {
			t.Errorf("%s: the picture and the page differ by %d of 255", id, worst)
		}
	}
}

func mean(img image.Image, x, y, square int) (sum [3]int) {
	for i := range square * square {
		r, g, b, _ := img.At(x+i%square, y+i/square).RGBA()
		sum[0], sum[1], sum[2] = sum[0]+int(r>>8), sum[1]+int(g>>8), sum[2]+int(b>>8)
	}
	for i := range sum {
		sum[i] /= square * square
	}
	return sum
}

func abs(n int) int { return max(n, -n) }

// Black and white is without any colour, and most of the paper stays white.
func TestGrey(t *testing.T) {
	for _, grey := range []bool{true, false} {
		img := pageBy(t, pdf(t, []Sheet{sheetOf(t, "combo-10", 0)}, Options{Fonts: fonts, Grey: grey}), "500")
		coloured, ink, all := 0, 0, 0
		for y := range img.Bounds().Dy() {
			for x := range img.Bounds().Dx() {
				r, g, b, _ := img.At(x, y).RGBA()
				all++
				if max(r, g, b)-min(r, g, b) > 0x0300 {
					coloured++
				}
				ink += int(0xffff-(r+g+b)/3) * 100 / 0xffff
			}
		}
		if grey && coloured > 0 {
			t.Errorf("%d dots have a colour", coloured)
		}
		if !grey && coloured == 0 {
			t.Error("colour has none")
		}
		if ink/all > 12 {
			t.Errorf("grey %v: %d %% ink", grey, ink/all)
		}
	}
}
