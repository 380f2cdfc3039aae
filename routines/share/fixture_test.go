package share

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"catcow/routines"
)

// folder is a person's data folder.
type folder struct {
	t   testing.TB
	dir string
}

func newFolder(t testing.TB) folder {
	t.Helper()
	return folder{t, t.TempDir()}
}

func (f folder) write(name, text string) folder {
	f.t.Helper()
	path := filepath.Join(f.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		f.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		f.t.Fatal(err)
	}
	return f
}

func (f folder) lib() *routines.Library { return routines.Load(f.dir) }

// all is every file of the folder with its text.
func (f folder) all() map[string]string {
	f.t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(f.dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(f.dir, path)
		out[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		f.t.Fatal(err)
	}
	return out
}

// whole loads the folder and checks that everything in it can be used.
func (f folder) whole() *routines.Library {
	f.t.Helper()
	lib := f.lib()
	for _, b := range lib.Broken {
		f.t.Errorf("%s cannot be used: %v", b.Path, b.Problems)
	}
	return lib
}

func pngOf(w, h int) string {
	img := image.NewGray(image.Rect(0, 0, w, h))
	img.SetGray(w/2, h/2, color.Gray{Y: 200})
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.String()
}

const drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 60"><path d="M0 0L80 60L0 60Z" fill="#456"/></svg>`

// hold is an exercise of a person's own; more stands at its top.
func hold(name, more string) string {
	return fmt.Sprintf(`# %[1]s, as my physiotherapist showed it
name     = "%[1]s"   # the name
kind     = "static"
position = "kneeling"
sides    = "both"
load     = ["flexion-end"]
avoid_if = ["knee"]
cues     = ["Sit back and let the head sink"]
%[2]s
[dose]
hold       = "45s"
rounds_max = 2
`, name, more)
}

const posed = `
[figure]
[[figure.pose]]
name = "still"
`

// evening is a routine of a person's own with three exercises of their own.
const evening = `# For the evenings.
name   = "My Evening"
for    = "Me"
extras = ["my-more", "wall-angels"] # when there is time

[[phase]]
name = "Warm up"
kind = "dynamic"
  [[phase.step]]
  exercise = "cat-cow"   # the good old one

[[phase]]
name = "Hold"
kind = "static"
  [[phase.step]]
  exercise = 'my-fold'   # mine
  hold     = "30s"
  [[phase.step]]
  exercise = "my-photo"
  note     = "my-fold first"
`

// own is a data folder with a routine that needs six exercises of its own, two pictures among them, and has one that
// it does not need.
func own(t testing.TB) folder {
	return newFolder(t).
		write("routines/my-evening.toml", evening).
		write("exercises/my-fold.toml", hold("My Fold", "swap = [\"my-swap\", \"childs-pose\"]\neasier = { text = \"Softer\", exercise = \"my-easy\" }\n")+posed).
		write("exercises/my-photo.toml", hold("My Photo", "picture = \"knee.png\"\nharder.exercise = \"my-hard\"\n")).
		write("exercises/my-more.toml", hold("My More", "picture = \"Rücken.svg\"\n")).
		write("exercises/my-swap.toml", hold("My Swap", "")+posed).
		write("exercises/my-easy.toml", hold("My Easy", "")+posed).
		write("exercises/my-hard.toml", hold("My Hard", "")+posed).
		write("exercises/unused.toml", hold("Unused", "")+posed).
		write("exercises/knee.png", pngOf(8, 6)).
		write("exercises/Rücken.svg", drawn).
		write("exercises/other.png", pngOf(3, 3))
}

// packedOwn is that routine packed.
func packedOwn(t testing.TB) []byte {
	t.Helper()
	lib := own(t).whole()
	r, ok := lib.Get("my-evening")
	if !ok {
		t.Fatal("the routine of the test is not there")
	}
	data, err := Pack(r, lib)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// read reads what is known to be in order.
func (f folder) read(name string, data []byte) *Parcel {
	f.t.Helper()
	p, problems := Read(name, data, f.lib(), f.dir)
	if problems != nil {
		f.t.Fatal(problems)
	}
	return p
}

func states(p *Parcel) string {
	var out []string
	for _, it := range p.Items {
		out = append(out, fmt.Sprintf("%s:%s", it.ID, [...]string{"new", "same", "clash"}[it.State]))
	}
	return strings.Join(out, " ")
}
