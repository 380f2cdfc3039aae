package figure

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// drags calls f for many drags over every pose of every shipped exercise.
func drags(t *testing.T, each int, f func(id string, fig *Figure, pose int, h Handle, how How, from, to Pt)) {
	t.Helper()
	rnd := rand.New(rand.NewPCG(7, 11))
	all := shipped(t)
	for _, id := range slices.Sorted(maps.Keys(all)) {
		fig := all[id]
		for pose := range fig.Poses {
			for _, k := range fig.Handles(pose, Options{}) {
				for range each {
					far := []float64{0.02, 0.08, 0.25, 0.7}[rnd.IntN(4)]
					a := rnd.Float64() * 2 * math.Pi
					how := How{Both: rnd.IntN(3) == 0, Turn: rnd.IntN(4) == 0}
					f(id, fig, pose, k.Handle, how, k.At, Pt{k.At.X + far*math.Cos(a), k.At.Y + far*math.Sin(a)})
				}
			}
		}
	}
}

func TestDragKeepsTheBodySound(t *testing.T) {
	each := 3
	if testing.Short() {
		each = 1
	}
	n, moved, returned, stuck := 0, 0, 0, 0
	drags(t, each, func(id string, f *Figure, pose int, h Handle, how How, from, to Pt) {
		n++
		before := f.resolve()
		got, felt := f.Drag(pose, h, to, how, Options{})
		if got == f {
			if felt.Free() && math.Hypot(to.X-from.X, to.Y-from.Y) > 0.03 && !how.Turn {
				t.Errorf("%s pose %d: %s did not move and nothing was felt", id, pose, h.Name())
			}
			return
		}
		moved++
		if p := got.Check(); len(p) > 0 {
			t.Fatalf("%s pose %d: %s: %v", id, pose, h.Name(), p)
		}
		after := got.resolve()
		for i := range after {
			if i != pose && !after[i].same(&before[i]) {
				t.Fatalf("%s: moving %s in pose %d changes pose %d\n%+v\n%+v", id, h.Name(), pose, i, before[i].plain(), after[i].plain())
			}
		}
		q := &after[pose]
		m := only(q)
		s := solve(&m, got.setting())
		for _, v := range s.j {
			if math.IsNaN(v.X + v.Y + v.Z) {
				t.Fatalf("%s pose %d: %s: not a number", id, pose, h.Name())
			}
		}
		was := inPose(f, &before[pose], 1)
		for _, w := range inPose(got, q, 1) {
			known := false
			for _, o := range was {
				known = known || o.of(w)
			}
			if !known {
				t.Errorf("%s pose %d: %s by %v %+v: %s", id, pose, h.Name(), Pt{to.X - from.X, to.Y - from.Y}, how, w.say(""))
			}
		}
		// What is planted stays.
		mb := only(&before[pose])
		sb := solve(&mb, f.setting())
		for side := range 2 {
			for _, e := range []Handle{HandleLeftHand + Handle(side), HandleLeftFoot + Handle(side)} {
				if e == h || how.Both && h >= HandleLeftElbow && e.arm() == h.arm() {
					continue
				}
				l := before[pose].end(e)
				if l.hold != floor {
					continue
				}
				j := JointAnkle
				if e.arm() {
					j = JointWrist
				}
				pin := outward(l.pin, side)
				off := s.at(j, side).sub(pin).len()
				if d := s.at(j, side).sub(sb.at(j, side)).len(); d > 0.005 && off > sb.at(j, side).sub(pin).len() {
					t.Errorf("%s pose %d: moving %s moves the planted %s by %.4f", id, pose, h.Name(), e.Name(), d)
				}
			}
		}
		// The handle is where it was wanted, or it is said why not.
		if end := knob(got, pose, h); !how.Turn && far(end, to) > near && felt.Free() {
			t.Errorf("%s pose %d: %s ends %.3f from the pointer, and nothing is felt", id, pose, h.Name(), far(end, to))
		}
		if !how.Turn && felt.Free() {
			// And back again.
			back, stopped := got.Drag(pose, h, from, how, Options{})
			returned++
			if end := knob(back, pose, h); far(end, from) > 0.02 {
				stuck++
				if stopped.Free() {
					t.Errorf("%s pose %d: %s does not come back from %v: %.3f off", id, pose, h.Name(), Pt{to.X - from.X, to.Y - from.Y}, far(end, from))
				}
			}
		}
	})
	if stuck*50 > returned {
		t.Errorf("%d of %d do not come back to where they were", stuck, returned)
	}
	t.Logf("%d drags, %d moved something, %d of %d came back", n, moved, returned-stuck, returned)
}

func knob(f *Figure, pose int, h Handle) Pt {
	for _, k := range f.Handles(pose, Options{}) {
		if k.Handle == h {
			return k.At
		}
	}
	return Pt{}
}

// Going back to where a handle was taken hold of takes everything back.
func TestGripGoesBack(t *testing.T) {
	drags(t, 1, func(id string, f *Figure, pose int, h Handle, how How, from, to Pt) {
		g := f.Grab(pose, h, how, Options{})
		g.To(to)
		if got, felt := g.To(g.At()); got != f || !felt.Free() {
			t.Fatalf("%s pose %d: %s does not go back", id, pose, h.Name())
		}
	})
}

func BenchmarkDrag(b *testing.B) {
	for name, f := range map[string]*Figure{"all fours": benchFigure(b), "standing": Based("stand")} {
		for _, h := range []Handle{HandleLeftHand, HandleChest, HandleHips, HandleWaist} {
			b.Run(name+"/"+h.Name().String(), func(b *testing.B) {
				g := f.Grab(0, h, How{}, Options{})
				for i := 0; b.Loop(); i++ {
					a := float64(i) / 10
					g.To(Pt{g.At().X + 0.3*math.Cos(a), g.At().Y + 0.3*math.Sin(a)})
				}
			})
		}
	}
}
