package pose

import (
	"testing"

	"fyne.io/fyne/v2"

	"catcow/routines/figure"
)

// What a body cannot do is marked at its pose, and one press mends it; that can be taken back.
func TestAFaultIsMarkedAndMended(t *testing.T) {
	wear(t)
	d := newDesk(t, size)
	d.fromBase("stand")
	d.addPose()
	d.pose(didRest, func(f *figure.Figure, i int) *figure.Figure {
		n := *f
		n.Poses = append([]figure.Pose{}, f.Poses...)
		n.Poses[i].RightArm = &figure.Arm{Pin: []float64{0.2, 0.05, 0.1}}
		return &n
	})
	for len(d.faults) == 0 {
		d.posts.next(t)
	}
	if c := d.frame.strip.cells; c[0].wrong || !c[1].wrong {
		t.Errorf("marked: %v %v, and it is the second pose: %v", c[0].wrong, c[1].wrong, d.faults)
	}
	d.showPose(0)
	before, fault := d.work.figure(), d.faults[0]
	if fault.Nearest == "" {
		t.Fatalf("%v: nothing near", fault)
	}
	d.mend(fault)
	if d.work.figure() == before || d.work.now.pose != 1 {
		t.Fatalf("pose %d is seen, and nothing is mended", d.work.now.pose)
	}
	mended := d.work.figure()
	d.mend(fault) // found in what is no longer there
	if d.work.figure() != mended {
		t.Error("mended twice")
	}
	for d.faulty != mended {
		d.posts.next(t)
	}
	if len(d.faults) > 0 || d.frame.strip.cells[1].wrong {
		t.Errorf("mended, and still: %v", d.faults)
	}
	d.Shortcut(&fyne.ShortcutUndo{})
	if d.work.figure() != before {
		t.Error("mending cannot be taken back")
	}
}

// The picture stays where it is while what is moved can still be seen.
func TestTheStageDoesNotJump(t *testing.T) {
	wear(t)
	d := newDesk(t, size)
	d.fromBase("stand")
	was := d.frame.easel.frame
	d.pull(figure.HandleRightHand, 120, -90)
	d.pull(figure.HandleRightHand, -40, -60)
	d.pull(figure.HandleHips, 15, 20)
	if d.frame.easel.frame != was {
		t.Errorf("fitted anew from %v to %v", was, d.frame.easel.frame)
	}
	d.pull(figure.HandleRightHand, 60, -150)
	e := d.frame.easel
	if need := e.shown.Frame(e.options()); !e.visible().Contains(need) {
		t.Errorf("%v is seen, and the figure needs %v", e.visible(), need)
	}
}
