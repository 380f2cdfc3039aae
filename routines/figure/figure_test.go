package figure

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"io"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// shipped reads every figure of the catalogue.
func shipped(t testing.TB) map[string]*Figure {
	t.Helper()
	files, err := filepath.Glob("../../assets/exercises/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no exercises found: %v", err)
	}
	all := map[string]*Figure{}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), "[figure]") {
			continue
		}
		f, err := readFigure(name)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all[strings.TrimSuffix(filepath.Base(name), ".toml")] = f
	}
	return all
}

func parse(t testing.TB, text string) *Figure {
	t.Helper()
	var file struct {
		Figure Figure `toml:"figure"`
	}
	if _, err := toml.Decode(text, &file); err != nil {
		t.Fatal(err)
	}
	return &file.Figure
}

// moments are many of one exercise, with whether the body is mirrored in them.
func moments(f *Figure, use func(m Moment, s skeleton)) {
	g := newRig(f)
	o := Options{Alternate: true}
	for i := range 80 {
		for _, m := range []Moment{Moving(float64(i)/40, 0), Holding(float64(i)/79, 0)} {
			mx, swapped := g.mixAt(m, o)
			use(m, solve(&mx, g.setFor(swapped)))
		}
	}
}

func TestShippedFiguresAreSound(t *testing.T) {
	for id, f := range shipped(t) {
		for _, p := range f.Check() {
			t.Errorf("%s: %s", id, p)
		}
		for _, p := range f.Verify() {
			t.Errorf("%s: %s", id, p)
		}
	}
}

func TestBonesKeepTheirLength(t *testing.T) {
	bones := []struct {
		a, b Joint
		want float64
	}{
		{JointPelvis, JointWaist, lumbarLength}, {JointWaist, JointC7, chestLength},
		{JointC7, JointSkull, neckLength}, {JointSkull, JointHead, headLength},
		{JointPelvis, JointHip, hipWidth}, {JointHip, JointKnee, thighLength}, {JointKnee, JointAnkle, shankLength},
		{JointShoulder, JointElbow, upperArmLength}, {JointElbow, JointWrist, forearmLength}, {JointWrist, JointHand, handLength},
	}
	for id, f := range shipped(t) {
		moments(f, func(m Moment, s skeleton) {
			for _, b := range bones {
				for side := range 2 {
					from, to := b.a, b.b
					if from >= JointHip {
						from += Joint(side)
					}
					if to >= JointHip {
						to += Joint(side)
					}
					if got := s.j[to].sub(s.j[from]).len(); math.Abs(got-b.want) > 1e-9 {
						t.Fatalf("%s at %+v: %s to %s is %.6f long, want %.6f", id, m, jointNames[from], jointNames[to], got, b.want)
					}
				}
			}
			clavicle := s.at(JointShoulder, left).sub(s.neckRoot()).len()
			if math.Abs(clavicle-clavicleLength) > 1e-9 {
				t.Fatalf("%s at %+v: the collar bone is %.6f long", id, m, clavicle)
			}
		})
	}
}

func TestPlantedHandsAndFeetStay(t *testing.T) {
	for id, f := range shipped(t) {
		g := newRig(f)
		for i := range 41 {
			mx, _ := g.mixAt(Holding(float64(i)/40, 0), Options{})
			s := solve(&mx, g.set)
			for side := range 2 {
				for k, joint := range []Joint{JointWrist, JointAnkle} {
					first := mx.q[0].arm[side]
					same := true
					mx.each(func(q *full, _ float64) {
						l := q.arm[side]
						if k == 1 {
							l = q.leg[side]
						}
						if q == mx.q[0] {
							first = l
						}
						same = same && l.hold == floor && l.pin == first.pin
					})
					if !same {
						continue
					}
					if d := s.at(joint, side).sub(outward(first.pin, side)).len(); d > pinSlack {
						t.Errorf("%s at %.2f: %s is %.3f from its pin", id, float64(i)/40, jointNames[int(joint)+side], d)
					}
				}
			}
		}
	}
}

func TestPlantedHandStaysWhenItsElbowTurns(t *testing.T) {
	g := newRig(parse(t, `[figure]
base = "all_fours"
[[figure.pose]]
[[figure.pose]]
pelvis = { forward = -0.02 }
right_arm = { elbow = [90, 60] }`))
	pin := outward(g.poses[0].arm[right].pin, right)
	for i := range 21 {
		mx, _ := g.mixAt(Holding(float64(i)/20, 0), Options{})
		s := solve(&mx, g.set)
		if d := s.at(JointWrist, right).sub(pin).len(); d > 1e-6 {
			t.Errorf("at %.2f the hand is %.3f from where it is planted", float64(i)/20, d)
		}
	}
}

func TestMirrorTwiceIsTheSame(t *testing.T) {
	for id, f := range shipped(t) {
		for i, q := range f.resolve() {
			if twice := q.mirrored().mirrored(); !reflect.DeepEqual(twice, q) {
				t.Errorf("%s: pose %d changes when mirrored twice", id, i)
			}
		}
	}
}

func TestMirroredPoseIsTheMirrorImage(t *testing.T) {
	for id, f := range shipped(t) {
		g := newRig(f)
		for i := range g.poses {
			a, b := only(&g.poses[i]), only(&g.mirrored[i])
			one, other := solve(&a, g.set), solve(&b, g.mirrorSet)
			for j := range jointCount {
				k := j
				if j >= JointHip {
					k = JointHip + ((j - JointHip) ^ 1)
				}
				want := one.j[k]
				want.Z = -want.Z
				if d := other.j[j].sub(want).len(); d > 1e-6 {
					t.Errorf("%s: pose %d: %s is %.4f from its mirror image", id, i, jointNames[j], d)
				}
			}
		}
	}
}

func TestRepetitionsCloseAndAlternate(t *testing.T) {
	for id, f := range shipped(t) {
		g := newRig(f)
		at := func(m Moment, o Options) skeleton {
			mx, swapped := g.mixAt(m, o)
			return solve(&mx, g.setFor(swapped))
		}
		far := func(a, b skeleton) float64 {
			most := 0.0
			for j := range a.j {
				most = math.Max(most, a.j[j].sub(b.j[j]).len())
			}
			return most
		}
		if d := far(at(Moving(0, 0), Options{}), at(Moving(0.99999, 0), Options{})); d > 0.002 {
			t.Errorf("%s: a repetition ends %.3f from where it began", id, d)
		}
		if d := far(at(Moving(0.3, 0), Options{}), at(Moving(2.3, 0), Options{Alternate: true})); d > 1e-9 {
			t.Errorf("%s: the third repetition differs from the first by %.3f", id, d)
		}
		last := only(&g.poses[len(g.poses)-1])
		if d := far(at(Holding(1, 0), Options{}), solve(&last, g.set)); d > 1e-9 {
			t.Errorf("%s: a hold ends %.3f from the last pose", id, d)
		}
		// No jump anywhere: a body moves less than a hand's length in a hundredth of a repetition
		// of one cycle and two poses.
		legs := float64(max(1, f.Cycles) * max(2, 2*len(f.Poses)-2))
		before := at(Moving(0, 0), Options{})
		for i := 1; i <= 200; i++ {
			now := at(Moving(float64(i)/200, 0), Options{})
			if d := far(before, now); d > 0.05*legs {
				t.Errorf("%s: jumps by %.3f at %.3f of a repetition", id, d, float64(i)/200)
				break
			}
			before = now
		}
	}
}

func TestFrameHoldsEverything(t *testing.T) {
	for id, f := range shipped(t) {
		if f.Focus != "" {
			continue
		}
		var s Scene
		for _, o := range dressed() {
			o.Alternate = true
			frame := f.Frame(o)
			for i := range 60 {
				s.Draw(f, Moving(float64(i)/30, 1), o)
				if b := s.Bounds(); !frame.grown(0.002).Contains(b) {
					t.Errorf("%s, %s: %+v leaves the frame %+v at repetition %.2f", id, o.Build, b, frame, float64(i)/30)
					break
				}
			}
			other := o
			other.Side = Both
			if w := f.Frame(other).Width(); math.Abs(w-frame.Width()) > 1e-9 {
				t.Errorf("%s, %s: one side's frame is %.3f wide, not %.3f", id, o.Build, frame.Width(), w)
			}
		}
	}
}

func TestOtherSideIsTheMirroredPicture(t *testing.T) {
	f := parse(t, "[figure]\nview = 'three_quarter'\n[[figure.pose]]\nright_arm = { upper = [90, 0], fore = [90, 0] }")
	a, b := f.Scene(Still(), Options{Side: Right}), f.Scene(Still(), Options{Side: Left})
	if got, want := b.Bounds(), a.Bounds().mirrored(); math.Abs(got.MinX-want.MinX)+math.Abs(got.MaxX-want.MaxX) > 1e-9 {
		t.Errorf("bounds %+v, want the mirror image %+v", got, want)
	}
	if len(a.Shapes) != len(b.Shapes) {
		t.Errorf("%d shapes on one side, %d on the other", len(a.Shapes), len(b.Shapes))
	}
}

func TestBetween(t *testing.T) {
	stand := parse(t, "[figure]\n[[figure.pose]]\n[[figure.pose]]\nspine = { lumbar = 30, chest = 60 }")
	reach := parse(t, "[figure]\n[[figure.pose]]\narms = { upper = [0, 10], fore = [0, 0] }")
	lying := parse(t, "[figure]\nbase = 'supine'\n[[figure.pose]]\n")
	front := parse(t, "[figure]\nview = 'front'\n[[figure.pose]]\n")
	for _, c := range []struct {
		name     string
		from, to Shot
		want     bool
	}{
		{"same posture", Shot{stand, Still(), All()}, Shot{reach, Still(), All()}, true},
		{"lying down", Shot{stand, Still(), All()}, Shot{lying, Still(), All()}, false},
		{"round to the front", Shot{stand, Still(), All()}, Shot{front, Still(), All()}, false},
		{"other side", Shot{stand, Still(), Options{Side: Right}}, Shot{stand, Still(), Options{Side: Left}}, false},
	} {
		var s Scene
		if got := s.Between(c.from, c.to, 0.5); got != c.want {
			t.Errorf("%s: natural is %v, want %v", c.name, got, c.want)
		}
		if c.want != (len(s.Shapes) > 0) {
			t.Errorf("%s: %d shapes", c.name, len(s.Shapes))
		}
	}
	var s Scene
	s.Between(Shot{stand, Still(), Options{}}, Shot{reach, Still(), Options{}}, 0)
	if got, want := s.Bounds(), stand.Scene(Still(), Options{}).Bounds(); math.Abs(got.MaxY-want.MaxY) > 0.01 {
		t.Errorf("an easing starts at height %.3f, not where the figure is, %.3f", got.MaxY, want.MaxY)
	}
	s.Between(Shot{stand, Still(), Options{}}, Shot{reach, Still(), Options{}}, 1)
	if got, want := s.Bounds(), reach.Scene(Still(), Options{}).Bounds(); math.Abs(got.MaxY-want.MaxY) > 0.01 {
		t.Errorf("an easing ends at height %.3f, not where the figure is, %.3f", got.MaxY, want.MaxY)
	}
}

func TestFeelStaysInsideTheBody(t *testing.T) {
	pal := Light("", "")
	for id, f := range shipped(t) {
		var p Painter
		draw := func(o Options) *image.RGBA {
			img := image.NewRGBA(image.Rect(0, 0, 240, 180))
			p.Paint(img, f.Scene(Still(), o), &pal, f.Frame(All()))
			return img
		}
		changed := 0
		for _, who := range Builds() {
			with, without := draw(Options{Feel: true, Build: who}), draw(Options{Build: who})
			for i := 0; i < len(with.Pix); i += 4 {
				if bytes.Equal(with.Pix[i:i+4], without.Pix[i:i+4]) {
					continue
				}
				changed++
				if without.Pix[i+3] == 0 {
					t.Fatalf("%s, %s: the glow spills on to the background at pixel %d", id, who, i/4)
				}
			}
		}
		g := newRig(f)
		m := only(&g.poses[g.still])
		sk, towards := solve(&m, g.set), false
		for _, name := range f.Feel {
			_, out, _ := sk.point(name, right)
			towards = towards || g.cam.depth(out) < 0.4
		}
		if towards && changed == 0 {
			t.Errorf("%s: says where it is felt, but nothing is seen of it", id)
		}
	}
}

func TestDrawingTakesNoMemory(t *testing.T) {
	f := shipped(t)["cat-cow"]
	var s Scene
	var p Painter
	pal := Dark("umber", "grey")
	frame := f.Frame(All())
	dst := image.NewRGBA(image.Rect(0, 0, 320, 240))
	i := 0
	for _, who := range Builds() {
		o := All()
		o.Build = who
		draw := func() {
			i++
			s.Draw(f, Moving(float64(i)/40, 0), o)
			p.Paint(dst, &s, &pal, frame)
		}
		for range 80 {
			draw()
		}
		if n := testing.AllocsPerRun(80, draw); n > 0 {
			t.Errorf("%s: %v allocations a picture, want none", who, n)
		}
	}
}

func TestPaintLeavesTheBackgroundClear(t *testing.T) {
	f := shipped(t)["torso-rotation"]
	pal := Light("", "")
	var p Painter
	for _, size := range []image.Point{{640, 480}, {96, 96}, {33, 200}, {1, 1}} {
		img := image.NewRGBA(image.Rectangle{Max: size})
		p.Paint(img, f.Scene(Still(), All()), &pal, f.Frame(All()))
		if size.X > 1 && img.Pix[3] != 0 {
			t.Errorf("%v: the corner is painted", size)
		}
	}
}

func TestSVGIsWellFormed(t *testing.T) {
	pal := Light("", "")
	for id, f := range shipped(t) {
		var out bytes.Buffer
		s := f.Scene(Still(), All())
		if err := SVG(&out, s, &pal, f.Frame(All()), 320, 240); err != nil {
			t.Fatal(err)
		}
		d, paths := xml.NewDecoder(&out), 0
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", id, err)
			}
			if e, ok := token.(xml.StartElement); ok && e.Name.Local == "path" {
				paths++
			}
		}
		if paths < len(s.Shapes) {
			t.Errorf("%s: %d paths for %d shapes", id, paths, len(s.Shapes))
		}
	}
}
