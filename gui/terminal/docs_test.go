package terminal

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/gif"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"catcow/routines"
)

// docs is where the pages for people and their pictures lie.
const docs = "../../assets/docs"

// shown compares a picture of the pages with what would be drawn now; with -update it is written where it differs.
func shown(t *testing.T, name string, now []byte) {
	t.Helper()
	file := filepath.Join(docs, name)
	kept, err := os.ReadFile(file)
	if err != nil && (!*update || !errors.Is(err, fs.ErrNotExist)) {
		t.Fatalf("%v; draw it with -update", err)
	}
	got, _, err := image.Decode(bytes.NewReader(now))
	if err != nil {
		t.Fatal(err)
	}
	want, _, err := image.Decode(bytes.NewReader(kept))
	if err == nil {
		err = alike(got, want)
	}
	if err == nil {
		return
	}
	if !*update {
		t.Errorf("%s is not what would be drawn now: %v; draw it with -update", file, err)
		return
	}
	if err := os.WriteFile(file, now, 0o644); err != nil {
		t.Fatal(err)
	}
}

// alike compares two pictures as an eye far away would: in squares of 8 pixels, so that a finer line or edge is no
// difference but another pose, view or colour is.
func alike(got, want image.Image) error {
	if got.Bounds().Size() != want.Bounds().Size() {
		return fmt.Errorf("it is %v large, not %v", want.Bounds().Size(), got.Bounds().Size())
	}
	const square, most = 8, 40
	mean := func(img image.Image, x, y int) (sum [3]int) {
		from := img.Bounds().Min
		for i := range square * square {
			r, g, b, _ := img.At(from.X+x+i%square, from.Y+y+i/square).RGBA()
			sum[0], sum[1], sum[2] = sum[0]+int(r>>8), sum[1]+int(g>>8), sum[2]+int(b>>8)
		}
		return sum
	}
	for y := 0; y+square <= got.Bounds().Dy(); y += square {
		for x := 0; x+square <= got.Bounds().Dx(); x += square {
			now, kept := mean(got, x, y), mean(want, x, y)
			for i := range now {
				if d := (now[i] - kept[i]) / (square * square); d > most || d < -most {
					return fmt.Errorf("it differs by %d at %d, %d", d, x, y)
				}
			}
		}
	}
	return nil
}

// The pages show the exercises as they are drawn now.
func TestShownPictures(t *testing.T) {
	if testing.Short() {
		t.Skip("draws much")
	}
	lib := routines.Load("")
	data, err := drawing{}.moving(lib.Catalogue.Get("cat-cow"))
	if err != nil {
		t.Fatal(err)
	}
	if len(data) >= 400_000 {
		t.Errorf("the moving picture has %d bytes", len(data))
	}
	shown(t, "cat-cow.gif", data)
	for name, o := range map[string]drawing{
		"contact.png": {}, "contact-dark.png": {dark: true},
		"contact-crop.png": {figure: "crop"}, "contact-crop-dark.png": {figure: "crop", dark: true},
	} {
		o.all = true
		list, _ := o.sitters(Env{})
		data, err := o.contact(list)
		if err != nil {
			t.Fatal(err)
		}
		shown(t, name, data)
	}
}

// Every step of the worked example is drawn as the page shows it, and is in order, or is told what the page tells.
func TestPosingPage(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(docs, "posing.md"))
	if err != nil {
		t.Fatal(err)
	}
	page := string(text)
	steps, err := filepath.Glob(filepath.Join(docs, "posing", "*.toml"))
	if err != nil || len(steps) < 7 {
		t.Fatal(steps, err)
	}
	var sources []string
	for _, step := range steps {
		data, err := os.ReadFile(step)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, string(data))
		name := filepath.Base(step)
		r := run(t, "check", step)
		if line := strings.TrimPrefix(strings.TrimSpace(r.out), filepath.Dir(step)+string(filepath.Separator)); r.code == Failed && !strings.Contains(page, line) {
			t.Errorf("the page does not have: %s", line)
		}
		wrong := name == "2-falls.toml" || name == "4-short.toml"
		if wrong != (r.code == Failed) {
			t.Errorf("%s: code %d, %s", name, r.code, r.out)
		}
		picture := strings.TrimSuffix(name, ".toml") + ".png"
		files := render(t, step, "--size", "360")
		shown(t, filepath.Join("posing", picture), files[picture])
		if !strings.Contains(page, "(posing/"+picture+")") {
			t.Errorf("the page does not show %s", picture)
		}
	}
	for _, block := range regexp.MustCompile("(?s)```toml\n(.*?)```").FindAllStringSubmatch(page, -1) {
		if !slices.ContainsFunc(sources, func(s string) bool { return strings.Contains(s, block[1]) }) {
			t.Errorf("no step has this:\n%s", block[1])
		}
	}
}

// What the pages and the README point to is there.
func TestPagesPointToWhatIsThere(t *testing.T) {
	for _, page := range []string{"../../README.md", filepath.Join(docs, "posing.md"), filepath.Join(docs, "files.md")} {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, link := range regexp.MustCompile(`\]\(([^)#]+)`).FindAllStringSubmatch(string(text), -1) {
			if strings.Contains(link[1], "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(page), link[1])); err != nil {
				t.Errorf("%s: %v", page, err)
			}
		}
	}
}
