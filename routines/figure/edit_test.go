package figure

import (
	"maps"
	"slices"
	"testing"
)

// bodies are the joints of every key pose.
func bodies(f *Figure) [][jointCount]Vec {
	var out [][jointCount]Vec
	all := f.resolve()
	for i := range all {
		m := only(&all[i])
		s := solve(&m, f.setting())
		out = append(out, s.j)
	}
	return out
}

// apart is the farthest that any joint of two bodies is from the other's.
func apart(a, b [jointCount]Vec) float64 {
	worst := 0.0
	for j := range a {
		worst = max(worst, a[j].sub(b[j]).len())
	}
	return worst
}

// rounded is what putting into whole degrees may move.
const rounded = 0.004

func TestPosesMoveAboutUnchanged(t *testing.T) {
	all := shipped(t)
	for _, id := range slices.Sorted(maps.Keys(all)) {
		f := all[id]
		was := bodies(f)
		sound := func(what string, g *Figure, want [][jointCount]Vec) {
			t.Helper()
			if p := g.Check(); len(p) > 0 {
				t.Fatalf("%s: %s: %v", id, what, p)
			}
			got := bodies(g)
			if len(got) != len(want) {
				t.Fatalf("%s: %s: %d poses, want %d", id, what, len(got), len(want))
			}
			for i := range got {
				if d := apart(got[i], want[i]); d > rounded {
					t.Errorf("%s: %s: pose %d is %.4f from what it was", id, what, i, d)
				}
			}
		}
		for i := range f.Poses {
			if len(f.Poses) == MostPoses {
				if f.Duplicated(i) != f {
					t.Errorf("%s: more than %d poses", id, MostPoses)
				}
				continue
			}
			sound("duplicate", f.Duplicated(i), slices.Insert(slices.Clone(was), i+1, was[i]))
			if len(f.Poses) > 1 {
				sound("delete", f.Without(i), slices.Delete(slices.Clone(was), i, i+1))
			}
			for j := range f.Poses {
				want := slices.Insert(slices.Delete(slices.Clone(was), i, i+1), j, was[i])
				sound("move", f.Moved(i, j), want)
			}
			m := f.Mirrored(i)
			want := slices.Clone(was)
			q := f.resolve()[i].mirrored()
			mx := only(&q)
			s := solve(&mx, f.setting())
			want[i] = s.j
			sound("mirror", m, want)
			sound("mirror twice", m.Mirrored(i), was)
			sound("rename", f.Renamed(i, "another name"), was)
			sound("unname", f.Renamed(i, ""), was)
			sound("show", f.Showing(i, 0), was)
		}
	}
}

// What is not changed stays as it is written, to the letter.
func TestPosesStayAsWritten(t *testing.T) {
	for id, f := range shipped(t) {
		n := f.express(f.resolve(), f.resolve())
		for i := range n.Poses {
			from := f.startOf(f.resolve(), i)
			q := f.resolve()[i]
			p := poseFrom(&from, &q, f.Poses[i])
			if got, want := words(&p), words(&f.Poses[i]); got != want {
				t.Errorf("%s: pose %d is written anew", id, i)
			}
			if words(&n.Poses[i]) != words(&f.Poses[i]) {
				t.Errorf("%s: pose %d changed", id, i)
			}
		}
	}
}

func TestDragSaysOnlyWhatChanged(t *testing.T) {
	f := parse(t, "[figure]\n[[figure.pose]]\n[[figure.pose]]\nname = 'up'\narms = { upper = [90, 0], fore = [90, 0], hand = [90, 0] }")
	at := knob(f, 1, HandleRightHand)
	g, felt := f.Drag(1, HandleRightHand, Pt{at.X - 0.06, at.Y + 0.15}, How{}, Options{})
	if !felt.Free() {
		t.Fatal(felt.Limit)
	}
	p := g.Poses[1]
	if p.Arms == nil || p.RightArm == nil || p.LeftArm != nil || p.Spine != nil || p.Legs != nil || p.RightArm.Hand != nil {
		t.Errorf("pose 2 says %v", p.keys())
	}
	g, _ = f.Drag(1, HandleRightHand, Pt{at.X - 0.06, at.Y + 0.15}, How{Both: true}, Options{})
	if p := g.Poses[1]; p.Arms == nil || p.RightArm != nil || p.LeftArm != nil {
		t.Errorf("with both sides, pose 2 says %v", p.keys())
	}
	// The pose before changes, this one stays: it says what it had from there.
	g, _ = f.Drag(0, HandleHips, Pt{0.02, 0.5}, How{}, Options{})
	if p := g.Poses[1]; p.Pelvis == nil || apart(bodies(g)[1], bodies(f)[1]) > 1e-9 {
		t.Errorf("pose 2 follows: %v", p.keys())
	}
}

func TestPlantAndLetGo(t *testing.T) {
	f := parse(t, "[figure]\n[[figure.pose]]")
	// A standing figure that lifts a foot shifts its weight.
	g, felt := f.LetGo(0, HandleLeftFoot)
	if !felt.Free() || g == f {
		t.Fatalf("the left foot is not let go: %s", felt.Limit)
	}
	q := g.resolve()[0]
	if q.leg[left].hold != free || !slices.Equal(q.contacts, []string{"right_foot"}) {
		t.Errorf("held %v, rests on %v", q.leg[left].hold, q.contacts)
	}
	if l := g.Verify(); len(l) > 0 {
		t.Errorf("on one foot: %v", l)
	}
	at := knob(g, 0, HandleLeftFoot)
	up, felt := g.Drag(0, HandleLeftFoot, Pt{at.X + 0.08, at.Y + 0.12}, How{}, Options{})
	if !felt.Free() {
		t.Errorf("it cannot be lifted: %s", felt.Limit)
	}
	if _, felt := up.Plant(0, HandleLeftHand); felt.Free() {
		t.Error("a hand is planted from a man's height")
	}
	down, felt := up.Plant(0, HandleLeftFoot)
	if !felt.Free() || !slices.Equal(down.ContactsOf(0), []string{"feet"}) {
		t.Errorf("planted again: %s, rests on %v", felt.Limit, down.ContactsOf(0))
	}
	if same, felt := f.Resting(0, []string{"feet", "left_hand"}); same != f || felt.Free() {
		t.Error("it rests on a hand in the air")
	}
	if one, felt := f.Resting(0, []string{"heels", "balls"}); one == f || !felt.Free() {
		t.Errorf("it does not rest on heels and balls: %s", felt.Limit)
	}
	// A planted foot stays on the floor, and says so.
	at = knob(f, 0, HandleRightFoot)
	still, felt := f.Drag(0, HandleRightFoot, Pt{at.X + 0.05, at.Y + 0.1}, How{}, Options{})
	if felt.Free() || !felt.LetGo {
		t.Errorf("a planted foot is lifted: %+v", felt)
	}
	if q := still.resolve()[0]; q.leg[right].hold != floor || q.leg[right].pin.Y != footHeight {
		t.Errorf("the pin left the floor: %+v", q.leg[right])
	}
	lain, felt := f.Lay(0, HandleLeftHand, "waist")
	if !felt.Free() || lain.Poses[0].LeftArm.On != "waist" {
		t.Errorf("hand on the waist: %s", felt.Limit)
	}
	fixed, felt := lain.Fix(0, HandleLeftHand)
	if !felt.Free() || len(fixed.Poses[0].LeftArm.Pin) != 3 {
		t.Errorf("hand in the air: %s", felt.Limit)
	}
}

// A fold is one pull: the hips go back by themselves.
func TestChestKeepsBalance(t *testing.T) {
	f := parse(t, "[figure]\n[[figure.pose]]")
	g, felt := f.Drag(0, HandleChest, Pt{0.16, 0.45}, How{}, Options{})
	if !felt.Free() {
		t.Errorf("stopped: %s", felt.Limit)
	}
	q := g.resolve()[0]
	if q.chest < 70 || q.pelvis.X > -0.02 {
		t.Errorf("chest at %v degrees, hips at %v", q.chest, q.pelvis.X)
	}
	if l := g.Verify(); len(l) > 0 {
		t.Errorf("folded: %v", l)
	}
}

func TestPointsAreFound(t *testing.T) {
	f := parse(t, "[figure]\nview = 'front'\n[[figure.pose]]")
	for _, name := range []string{"left_knee", "right_knee", "chest", "belly", "left_hip_front", "forehead", "right_shoulder_front"} {
		at, ok := f.PointPlace(0, name, Options{})
		if !ok {
			t.Fatalf("no %s", name)
		}
		if got := f.PointAt(0, at, Options{}); got != name {
			t.Errorf("at the %s: %q", name, got)
		}
	}
	if got := f.PointAt(0, Pt{0.9, 0.9}, Options{}); got != "" {
		t.Errorf("beside the figure: %q", got)
	}
	g := f.Feeling("chest").Feeling("belly").Feeling("left_knee")
	if !slices.Equal(g.Feel, []string{"belly", "left_knee"}) || len(g.Feeling("belly").Feeling("left_knee").Feel) != 0 {
		t.Errorf("felt: %v", g.Feel)
	}
}

func TestPropsComeAndGo(t *testing.T) {
	f := shipped(t)["neck-side-stretch"]
	g := f.WithProp("chair", false)
	if p := g.Check(); len(p) > 0 {
		t.Errorf("without its chair: %v", p)
	}
	for _, base := range Bases() {
		b := Based(base)
		if p := b.Check(); len(p) > 0 || len(b.Verify()) > 0 {
			t.Errorf("%s: %v %v", base, p, b.Verify())
		}
		if p := b.WithProp("wall", true); len(p.Check()) > 0 || p.WithProp("wall", false).Props != nil && len(p.WithProp("wall", false).Props) != len(b.Props) {
			t.Errorf("%s with a wall", base)
		}
	}
}
