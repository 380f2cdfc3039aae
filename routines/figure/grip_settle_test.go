package figure

import "testing"

// An arm goes up through the side by drags, as one does it: out, up, and over the head. It comes there as a body does, and
// the pose is the one it was dragged to.
func TestAnArmDraggedUpThroughTheSideDoesNotComeFromBehind(t *testing.T) {
	for _, way := range [][]Pt{
		{{-0.30, 0.28}, {-0.17, 0.66}, {-0.02, 0.70}},
		{{-0.34, 0.36}, {-0.12, 0.70}},
		{{-0.30, 0.28}, {-0.17, 0.66}, {-0.02, 0.70}, {0.16, 0.66}},
		{{-0.34, 0.36}, {0, 0.70}, {0.05, 0.70}, {0.12, 0.69}},
		{{-0.20, 0.20}, {-0.33, 0.44}, {-0.25, 0.60}},
	} {
		for _, both := range []bool{false, true} {
			f := Based("stand")
			f.View = "front"
			f = f.Duplicated(0)
			for _, by := range way {
				start := f.Grab(0, HandleRightHand, How{}, Options{}).At()
				g := f.Grab(1, HandleRightHand, How{Both: both}, Options{})
				moved, _ := g.To(Pt{start.X + by.X, start.Y + by.Y})
				settled := g.Settled(moved)
				for _, h := range []Handle{HandleRightHand, HandleLeftHand} {
					if a, b := handleAt(moved, 1, h), handleAt(settled, 1, h); far(a, b) > near {
						t.Errorf("%v: settling moves %s from %v to %v", way, h.Name(), a, b)
					}
				}
				f = settled
			}
			if list := f.Verify(); len(list) > 0 {
				t.Errorf("%v, both %v: %v", way, both, list)
			}
		}
	}
}

func handleAt(f *Figure, pose int, h Handle) Pt {
	for _, k := range f.Handles(pose, Options{}) {
		if k.Handle == h {
			return k.At
		}
	}
	return Pt{}
}

// Settling writes a limb otherwise, and never for the worse.
func TestSettlingKeepsThePose(t *testing.T) {
	n := 0
	drags(t, 1, func(id string, f *Figure, pose int, h Handle, how How, _, to Pt) {
		if len(f.Poses) < 2 || h < HandleLeftElbow || how.Turn || n >= 400 {
			return
		}
		g := f.Grab(pose, h, how, Options{})
		moved, _ := g.To(to)
		settled := g.Settled(moved)
		if settled == moved {
			return
		}
		n++
		if a, b := handleAt(moved, pose, h), handleAt(settled, pose, h); far(a, b) > near {
			t.Errorf("%s pose %d: settling moves %s from %v to %v", id, pose, h.Name(), a, b)
		}
		if a, b := len(moved.Verify()), len(settled.Verify()); b > a {
			t.Errorf("%s pose %d: %d faults, settled %d", id, pose, a, b)
		}
		if p := settled.Check(); len(p) > 0 {
			t.Errorf("%s pose %d: %v", id, pose, p)
		}
	})
	if n == 0 {
		t.Error("nothing was settled")
	}
	t.Logf("%d were written otherwise", n)
}

func BenchmarkSettled(b *testing.B) {
	f := Based("stand")
	f.View = "front"
	f = f.Duplicated(0)
	f.Poses[1].RightArm = &Arm{Upper: []float64{-100, 0}, Fore: []float64{-100, 0}} // no way is good
	g := f.Grab(1, HandleRightHand, How{}, Options{})
	for b.Loop() {
		g.Settled(f)
	}
}
