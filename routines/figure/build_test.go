package figure

import (
	"image"
	"math"
	"os"
	"path/filepath"
	"testing"
)

// dressed are the cues of a picture, for every build and both sides.
func dressed() []Options {
	var all []Options
	for _, who := range Builds() {
		for _, side := range []Side{Right, Left} {
			o := All()
			o.Build, o.Side = who, side
			all = append(all, o)
		}
	}
	return all
}

func TestUnknownBuildIsTheUsualOne(t *testing.T) {
	f := parse(t, "[figure]\n[[figure.pose]]\n")
	usual := f.Scene(Still(), Options{Build: Builds()[0]}).Bounds()
	for _, name := range []string{"", "somebody"} {
		if got := f.Scene(Still(), Options{Build: name}).Bounds(); got != usual {
			t.Errorf("%q is drawn at %+v, the usual build at %+v", name, got, usual)
		}
	}
}

// TestBuildsRestOnTheFloor holds every body to the room: broader limbs may press into a mat, not sink.
func TestBuildsRestOnTheFloor(t *testing.T) {
	lowest := func(f *Figure, o Options) float64 {
		low := math.Inf(1)
		s := f.Scene(Still(), o)
		for i := range s.Shapes {
			if s.Shapes[i].Mode == Body {
				low = math.Min(low, s.Shapes[i].Bounds().MinY)
			}
		}
		return low
	}
	for id, f := range shipped(t) {
		usual := lowest(f, Options{})
		for _, o := range dressed() {
			o.Ghost, o.Arrow, o.Feel = false, false, false
			if d := usual - lowest(f, o); d > 0.006 {
				t.Errorf("%s: %s lies %.3f lower than the usual build", id, o.Build, d)
			}
		}
	}
}

// TestGoldenBuilds looks at every build from all round, where the shipped exercises do not.
func TestGoldenBuilds(t *testing.T) {
	views := []string{
		"yaw = 0", "yaw = 35", "yaw = 90", "yaw = 135", "yaw = 180", "yaw = -90", "yaw = 35\nelevation = 66",
		"base = 'supine'\nview = 'above'", "base = 'prone'\nview = 'above'", "base = 'side'\nview = 'front'",
	}
	for _, who := range Builds() {
		t.Run(who, func(t *testing.T) {
			img := canvas(5*goldenWide, 2*goldenHigh, false)
			for i, view := range views {
				f := parse(t, "[figure]\nfocus = 'upper'\n"+view+"\n[[figure.pose]]\n")
				o := Options{Build: who}
				at := image.Pt(i%5*goldenWide, i/5*goldenHigh)
				picture(img, image.Rectangle{at, at.Add(image.Pt(goldenWide, goldenHigh))}, f, Still(), o, false)
			}
			name := filepath.Join("testdata/builds", who+".png")
			if *update {
				if kept, err := readPicture(name); err == nil && differs(img, kept) == nil {
					return // an unchanged picture keeps its bytes
				}
				if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
					t.Fatal(err)
				}
				save(t, name, img)
				return
			}
			want, err := readPicture(name)
			if err != nil {
				t.Fatal(err)
			}
			if err := differs(img, want); err != nil {
				failed := filepath.Join("testdata/failed", "build-"+who+".png")
				if err := os.MkdirAll(filepath.Dir(failed), 0o755); err != nil {
					t.Fatal(err)
				}
				save(t, failed, img)
				t.Errorf("the drawing of %s changed: %v; it is now %s", who, err, failed)
			}
		})
	}
}
