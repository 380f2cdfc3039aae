package terminal

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"catcow/routines"
)

// drawn are the files in a folder, by name.
func drawn(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range list {
		if files[f.Name()], err = os.ReadFile(filepath.Join(dir, f.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func render(t *testing.T, args ...string) map[string][]byte {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "a", "b")
	if r := run(t, append([]string{"render", "--out", dir}, args...)...); r.code != Fine {
		t.Fatalf("code %d, %s", r.code, r.err)
	}
	return drawn(t, dir)
}

func TestRenderSome(t *testing.T) {
	files := render(t, "cat-cow", "supine-twist", "cat-cow", "--size", "96")
	if len(files) != 3 {
		t.Errorf("%d files", len(files))
	}
	for _, name := range []string{"cat-cow.png", "supine-twist.png"} {
		img, err := png.Decode(bytes.NewReader(files[name]))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if b := img.Bounds(); b.Dx() != 96 || b.Dy() != 96 {
			t.Errorf("%s is %v", name, b)
		}
		if _, _, _, a := img.At(0, 0).RGBA(); a != 0xffff {
			t.Errorf("%s can be seen through", name)
		}
	}
	again := render(t, "cat-cow", "supine-twist", "--size", "96")
	for name, data := range files {
		if !bytes.Equal(data, again[name]) {
			t.Errorf("%s is not the same twice", name)
		}
	}
}

// Tones and the theme change the picture, and the sheet with it.
func TestRenderTones(t *testing.T) {
	usual := render(t, "cat-cow", "--size", "96")
	for _, args := range [][]string{{"--dark"}, {"--skin", "ebony"}, {"--hair", "grey"}, {"--figure", "crop"}} {
		files := render(t, append([]string{"cat-cow", "--size", "96"}, args...)...)
		for name, data := range files {
			if bytes.Equal(data, usual[name]) {
				t.Errorf("%v: %s is as usual", args, name)
			}
		}
	}
}

func TestRenderSVG(t *testing.T) {
	files := render(t, "cat-cow", "--svg")
	if len(files) != 2 || files["contact.png"] == nil {
		t.Errorf("%d files", len(files))
	}
	d := xml.NewDecoder(bytes.NewReader(files["cat-cow.svg"]))
	elements := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := token.(xml.StartElement); ok {
			elements++
		}
	}
	if elements < 20 {
		t.Errorf("only %d elements", elements)
	}
}

// Every exercise with a figure gets its picture and its place on the sheet, under a name that can be read.
func TestRenderAll(t *testing.T) {
	if testing.Short() {
		t.Skip("draws everything")
	}
	files := render(t, "--all", "--size", "48")
	var want []string
	for _, x := range routines.Load("").Catalogue.All() {
		if x.Figure != nil {
			want = append(want, x.ID+".png")
		}
	}
	for _, name := range want {
		if files[name] == nil {
			t.Errorf("%s is missing", name)
		}
	}
	if len(files) != len(want)+1 {
		t.Errorf("%d files, want %d", len(files), len(want)+1)
	}
	sheet, err := png.DecodeConfig(bytes.NewReader(files["contact.png"]))
	if err != nil {
		t.Fatal(err)
	}
	columns := sheetColumns(len(want))
	rows := (len(want) + columns - 1) / columns
	if sheet.Width != sheetGap+columns*(sheetWidth+sheetGap) || sheet.Height != sheetGap+rows*(sheetHeight+sheetGap) {
		t.Errorf("the sheet is %d x %d", sheet.Width, sheet.Height)
	}
}

// The names on the sheet are of letters: two exercises drawn alike differ in their labels alone.
func TestSheetIsLabelled(t *testing.T) {
	lib := routines.Load("")
	one := *lib.Catalogue.Get("cat-cow")
	other := one
	other.Name = "Dog-Horse Flow"
	o := drawing{}
	list := slices.Clone(lib.Catalogue.All()[:0])
	a, err := o.sheet(append(list, &one))
	if err != nil {
		t.Fatal(err)
	}
	b, err := o.sheet(append(list, &other))
	if err != nil {
		t.Fatal(err)
	}
	left, _ := png.Decode(bytes.NewReader(a))
	right, _ := png.Decode(bytes.NewReader(b))
	differ, above := 0, 0
	for y := range left.Bounds().Dy() {
		for x := range left.Bounds().Dx() {
			if left.At(x, y) != right.At(x, y) {
				differ++
				if y < sheetGap+sheetPad+sheetFigure {
					above++
				}
			}
		}
	}
	if differ < 50 || above > 0 {
		t.Errorf("%d pixels differ, %d of them in the figure", differ, above)
	}
}

func TestRenderIntoWhatIsNoFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if r := run(t, "render", "cat-cow", "--out", file); r.code != Failed || r.err == "" {
		t.Errorf("code %d, %s", r.code, r.err)
	}
}
