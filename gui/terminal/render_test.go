package terminal

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
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
	if len(files) != 1 {
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
	a, err := o.contact([]sitter{{Exercise: &one}})
	if err != nil {
		t.Fatal(err)
	}
	b, err := o.contact([]sitter{{Exercise: &other}})
	if err != nil {
		t.Fatal(err)
	}
	left, _ := png.Decode(bytes.NewReader(a))
	right, _ := png.Decode(bytes.NewReader(b))
	differ, above := 0, 0
	apart := func(a, b uint32) bool { return max(a, b)-min(a, b) > 0x2000 } // more than another palette makes
	for y := range left.Bounds().Dy() {
		for x := range left.Bounds().Dx() {
			r, g, b, _ := left.At(x, y).RGBA()
			r2, g2, b2, _ := right.At(x, y).RGBA()
			if apart(r, r2) || apart(g, g2) || apart(b, b2) {
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

// A sheet of its own goes where it is wanted, and nothing else is drawn.
func TestRenderSheet(t *testing.T) {
	t.Chdir(t.TempDir())
	var sheets [][]byte
	for _, args := range [][]string{nil, {"--dark"}, {"--figure", "crop"}} {
		if r := run(t, append([]string{"render", "cat-cow", "supine-twist", "--sheet", "both.png"}, args...)...); r.code != Fine {
			t.Fatalf("code %d, %s", r.code, r.err)
		}
		files := drawn(t, ".")
		if _, err := png.Decode(bytes.NewReader(files["both.png"])); err != nil || len(files) != 1 {
			t.Errorf("%v: %d files, %v", args, len(files), err)
		}
		for _, other := range sheets {
			if bytes.Equal(other, files["both.png"]) {
				t.Errorf("%v: the sheet is as before", args)
			}
		}
		sheets = append(sheets, files["both.png"])
	}
}

// mine is an exercise of one's own: the shipped one under another name, and with a pose that cannot be.
func mine(t *testing.T, pose string) string {
	t.Helper()
	data, err := os.ReadFile("../../assets/exercises/cat-cow.toml")
	if err != nil {
		t.Fatal(err)
	}
	return string(data) + pose
}

const handTooFar = "\n[[figure.pose]]\nname = \"far\"\nright_arm = { pin = [0.9, 0.1] }\n"

func TestRenderFile(t *testing.T) {
	good, impossible := mine(t, ""), mine(t, handTooFar)
	dir := t.TempDir()
	put(t, dir, map[string]string{
		"a folder/good.toml":       good,
		"a folder/impossible.toml": impossible,
		"a folder/broken.toml":     "nmae = 1\n" + good,
		"a folder/picture.toml":    showing(good),
	})
	t.Chdir(dir)
	for _, tt := range []struct {
		args  string
		code  int
		drawn string // the file there is afterwards
		out   string
		err   string
	}{
		{"folder/good.toml", Fine, "folder/good.png", "Drawn: folder/good.png", ""},
		{"folder/good.toml --svg --out elsewhere", Fine, "elsewhere/good.svg", "Drawn: elsewhere/good.svg", ""},
		{"folder/good.toml --gif moving.gif --size 64", Fine, "moving.gif", "Drawn: moving.gif", ""},
		{"folder/impossible.toml", Fine, "folder/impossible.png", "Drawn", `impossible.toml:$:15: pose 3, "far": the right hand cannot reach the floor from here: 0.36 H short; the nearest that works is `},
		{"folder/broken.toml", Failed, "", "", `broken.toml:1:1: unknown key "nmae"`},
		{"folder/picture.toml", Failed, "", "", "has no figure to draw"},
		{"folder/nothing.toml", Failed, "", "", "nothing.toml: there is no such file"},
	} {
		t.Run(tt.args, func(t *testing.T) {
			words := strings.Fields(tt.args)
			words[0] = "a " + words[0]
			r := run(t, append([]string{"render"}, words...)...)
			last := strconv.Itoa(strings.Count(impossible, "\n"))
			if r.code != tt.code || !strings.Contains(r.out, strings.ReplaceAll(tt.out, "folder/", "a folder/")) ||
				!strings.Contains(r.err, strings.ReplaceAll(tt.err, "$", last)) || tt.err == "" && r.err != "" {
				t.Errorf("code %d, %q, %q", r.code, r.out, r.err)
			}
			name := strings.Replace(tt.drawn, "folder/", "a folder/", 1)
			if info, err := os.Stat(name); name != "" && (err != nil || info.Size() < 200) {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
	if list, err := filepath.Glob("a folder/*.png"); err != nil || len(list) != 2 {
		t.Errorf("pictures in the folder: %v, %v", list, err)
	}
}

// An exercise of one's own that lies among the others is drawn by its name, and told what is wrong with it all the same.
func TestRenderOwn(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, map[string]string{"exercises/mine.toml": mine(t, handTooFar)})
	out := t.TempDir()
	r := runIn(t, dir, nil, nil, "render", "mine", "--out", out)
	if r.code != Fine || !strings.Contains(r.err, "mine.toml") || !strings.Contains(r.err, "cannot reach the floor") {
		t.Errorf("code %d, %s%s", r.code, r.out, r.err)
	}
	if files := drawn(t, out); len(files) != 1 || files["mine.png"] == nil {
		t.Errorf("%d files", len(files))
	}
}

// What cannot be drawn is called what it is.
func TestRenderSaysWhatIsNoExercise(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, ".", map[string]string{"mine.toml": shortRoutine, "settings.toml": "theme = \"tea\"\n"})
	for args, want := range map[string]string{
		"render mine.toml":                "catcow: mine.toml is a routine, not an exercise; `catcow print` ",
		"render settings.toml":            "catcow: settings.toml holds settings, not an exercise\n",
		"render combo-10 --out pictures":  "catcow: combo-10 is a routine, not an exercise; `catcow print` ",
		"render zzzzzzzzz --out pictures": "there is no exercise",
	} {
		r := run(t, strings.Fields(args)...)
		if r.code != Failed || !strings.Contains(r.err, want) || strings.Count(r.err, "\n") != 1 {
			t.Errorf("%s: %+v", args, r)
		}
	}
	if r := run(t, "render", ""); r.code != Misuse || !strings.Contains(r.err, "say which exercise") {
		t.Errorf("%+v", r)
	}
}
