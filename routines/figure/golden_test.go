package figure

import (
	"errors"
	"flag"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

const (
	goldenDir  = "testdata/golden"
	goldenWide = 160
	goldenHigh = 120
	// What another processor's arithmetic may change, of 255: a little of an edge, never its place.
	goldenMean = 0.15
	goldenMost = 40
)

// held says whether an exercise is done by holding a pose.
func held(t *testing.T, id string) bool {
	t.Helper()
	var file struct {
		Dose struct{ Hold string }
	}
	if _, err := toml.DecodeFile(filepath.Join("../../assets/exercises", id+".toml"), &file); err != nil {
		t.Fatal(err)
	}
	return file.Dose.Hold != ""
}

// goldenPicture is a movement at 0, ¼, ½ and ¾ of its run through the poses, or a hold before, half
// into and in its pose.
func goldenPicture(f *Figure, hold bool) *image.RGBA {
	run := 1 / float64(max(1, f.Cycles))
	moments := []Moment{Moving(0, 0), Moving(run/4, 0), Moving(run/2, 0), Moving(run*3/4, 0)}
	if hold {
		moments = []Moment{Holding(0, 0), Holding(0.5, 0), Holding(1, 0)}
	}
	img := canvas(len(moments)*goldenWide, goldenHigh, false)
	for i, m := range moments {
		picture(img, image.Rect(i*goldenWide, 0, (i+1)*goldenWide, goldenHigh), f, m, All(), false)
	}
	return img
}

// TestGolden compares every shipped exercise with its picture in testdata/golden. After a change that
// is meant, look at testdata/failed, then
//
//	go test ./routines/figure -run TestGolden -update
func TestGolden(t *testing.T) {
	all := shipped(t)
	if *update {
		if err := os.MkdirAll(goldenDir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for id, f := range all {
		t.Run(id, func(t *testing.T) {
			got, name := goldenPicture(f, held(t, id)), filepath.Join(goldenDir, id+".png")
			if *update {
				if kept, err := readPicture(name); err == nil && differs(got, kept) == nil {
					return // an unchanged picture keeps its bytes
				}
				save(t, name, got)
				return
			}
			want, err := readPicture(name)
			if errors.Is(err, fs.ErrNotExist) {
				t.Fatalf("%s has no golden picture yet: run with -update and look at it", id)
			}
			if err != nil {
				t.Fatal(err)
			}
			if err := differs(got, want); err != nil {
				failed := filepath.Join("testdata/failed", id+".png")
				if err := os.MkdirAll(filepath.Dir(failed), 0o755); err != nil {
					t.Fatal(err)
				}
				save(t, failed, got)
				t.Errorf("the drawing of %s changed: %v; it is now %s", id, err, failed)
			}
		})
	}
	files, err := filepath.Glob(filepath.Join(goldenDir, "*.png"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		id := strings.TrimSuffix(filepath.Base(name), ".png")
		if all[id] != nil {
			continue
		}
		if !*update {
			t.Errorf("%s shows no exercise any more: run with -update", name)
		} else if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
	}
}

func readPicture(name string) (*image.RGBA, error) {
	r, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("reading a golden picture: %w", err)
	}
	defer r.Close()
	img, err := png.Decode(r)
	if err != nil {
		return nil, fmt.Errorf("reading the golden picture %s: %w", name, err)
	}
	out := image.NewRGBA(img.Bounds())
	draw.Draw(out, out.Rect, img, img.Bounds().Min, draw.Src)
	return out, nil
}

// differs says by how much two pictures differ, if it is more than an eye could miss.
func differs(got, want *image.RGBA) error {
	if got.Rect.Size() != want.Rect.Size() {
		return fmt.Errorf("it is %v large, not %v", got.Rect.Size(), want.Rect.Size())
	}
	sum, most, at := 0, 0, 0
	for i, v := range got.Pix {
		d := int(v) - int(want.Pix[i])
		d = max(d, -d)
		sum += d
		if d > most {
			most, at = d, i
		}
	}
	mean := float64(sum) / float64(len(got.Pix))
	if mean <= goldenMean && most <= goldenMost {
		return nil
	}
	x, y := at%got.Stride/4, at/got.Stride
	return fmt.Errorf("mean difference %.2f, largest %d at %d,%d in panel %d of %d",
		mean, most, x%goldenWide, y, x/goldenWide+1, got.Rect.Dx()/goldenWide)
}
