package figure

import (
	"cmp"
	"reflect"
	"slices"
)

// put is the figure with one of its poses, spelt out, in place of what it was. Every pose says only what differs from
// the one it starts from; those that start from the changed one say more, so that they stay as they are.
func (f *Figure) put(all []full, pose int, q full) *Figure {
	now := slices.Clone(all)
	now[pose] = q
	return f.express(all, now)
}

// express writes the figure's poses anew where what they start from, or they themselves, have become others: was and
// now are the poses spelt out, before and after, one for each of f.Poses.
func (f *Figure) express(was, now []full) *Figure {
	n := *f
	n.Poses = slices.Clone(f.Poses)
	set := f.setting()
	for i := range n.Poses {
		from, to := f.startOf(was, i), n.startOf(now, i)
		if was[i].same(&now[i]) && from.same(&to) {
			continue
		}
		now[i].sayable(&to, set)
		n.Poses[i] = poseFrom(&to, &now[i], n.Poses[i])
	}
	return &n
}

// startOf is what a pose starts from: the base, the pose before, or the one it names, mirrored where it says so.
func (f *Figure) startOf(all []full, pose int) full {
	p := &f.Poses[pose]
	var q full
	if pose == 0 {
		q = f.ground()
	} else {
		q = all[pose-1]
	}
	for j := 0; j < pose && p.From != ""; j++ {
		if f.Poses[j].Name == p.From {
			q = all[j]
		}
	}
	if p.Mirror {
		q = q.mirrored()
	}
	return q
}

// ground is the posture the first pose starts from.
func (f *Figure) ground() full {
	g := Figure{Base: f.Base, Contacts: f.Contacts}
	return g.resolve()[0]
}

// sayable puts into numbers and words what a file cannot unsay: where a hand points, what it does and where its palm
// faces, where what the pose starts from says so and the pose leaves it to the body.
func (q *full) sayable(from *full, set *setting) {
	for side := range 2 {
		l, w := &q.arm[side], &q.arms[side]
		points := !l.hasC && from.arm[side].hasC && !(l.hold == floor && from.arm[side].hold != floor)
		faces := w.palm == "" && from.arms[side].palm != ""
		if w.shape == "" && from.arms[side].shape != "" {
			w.shape = spokenShape(q.handShape(side))
		}
		if !points && !faces {
			continue
		}
		m := only(q)
		s := solve(&m, set)
		base := q.room()
		if l.withChest {
			base = s.chest
		}
		if faces {
			w.palm = nearestPalm(base, s.hand[side].up.mul(-1), side)
		}
		if points {
			h := headingTo(base.of(s.hand[side].front), side)
			l.c, l.hasC = heading{wholeDegree(h.pitch), wholeDegree(h.out)}, true
		}
	}
}

// nearestPalm is the word for where a palm faces.
func nearestPalm(base frame, palm Vec, side int) string {
	best, most := "", -1.0
	for _, o := range []struct {
		name string
		way  Vec
	}{
		{"down", base.up.mul(-1)}, {"up", base.up}, {"in", base.left.mul(-sign(side))}, {"out", base.left.mul(sign(side))},
		{"forward", base.front}, {"back", base.front.mul(-1)},
	} {
		if d := o.way.dot(palm); d > most {
			best, most = o.name, d
		}
	}
	return best
}

// same reports whether two poses are the same body: what a limb does not use does not count.
func (q *full) same(o *full) bool {
	a, b := q.plain(), o.plain()
	return slices.Equal(q.contacts, o.contacts) && reflect.DeepEqual(a, b)
}

// plain is the pose without what its limbs do not use.
func (q *full) plain() full {
	p := *q
	p.contacts, p.own = nil, [4]carriage{}
	for side := range 2 {
		p.arm[side], p.leg[side] = p.arm[side].plain(), p.leg[side].plain()
	}
	return p
}

func (l limb) plain() limb {
	if l.hold == free {
		l.pin, l.on = Vec{}, ""
	} else {
		l.a, l.b = heading{}, heading{}
	}
	if !l.hasC {
		l.c = heading{}
	}
	if !l.hasPole {
		l.pole = heading{}
	}
	return l
}

// poseFrom is the pose that leads from one posture to another. What said says already and still holds stays as it is
// written.
func poseFrom(from, to *full, said Pose) Pose {
	p := Pose{Name: said.Name, From: said.From, Mirror: said.Mirror}
	body := cmp.Or(said.Body, &Turn{})
	p.Body = unlessEmpty(&Turn{unlessSame(body.Roll, from.roll, to.roll), unlessSame(body.Turn, from.face, to.face)})
	pelvis := cmp.Or(said.Pelvis, &Pelvis{})
	p.Pelvis = unlessEmpty(&Pelvis{
		Forward: unlessSame(pelvis.Forward, from.pelvis.X, to.pelvis.X),
		Up:      unlessSame(pelvis.Up, from.pelvis.Y, to.pelvis.Y),
		Left:    unlessSame(pelvis.Left, from.pelvis.Z, to.pelvis.Z),
		Turn:    unlessSame(pelvis.Turn, from.pelvisTurn, to.pelvisTurn),
	})
	spine := cmp.Or(said.Spine, &Spine{})
	p.Spine = unlessEmpty(&Spine{
		Lumbar:   unlessSame(spine.Lumbar, from.lumbar, to.lumbar),
		Chest:    unlessSame(spine.Chest, from.chest, to.chest),
		Neck:     unlessSame(spine.Neck, from.neck, to.neck),
		Head:     unlessSame(spine.Head, from.head, to.head),
		Bend:     unlessSame(spine.Bend, from.bend, to.bend),
		Turn:     unlessSame(spine.Turn, from.turn, to.turn),
		HeadTurn: unlessSame(spine.HeadTurn, from.headTurn, to.headTurn),
		HeadTilt: unlessSame(spine.HeadTilt, from.headTilt, to.headTilt),
	})
	p.arms(from, to, said)
	p.legs(from, to, said)
	if !slices.Equal(from.contacts, to.contacts) || said.Contacts != nil && slices.Equal(said.Contacts, to.contacts) {
		p.Contacts = slices.Clone(to.contacts)
		if p.Contacts == nil {
			p.Contacts = []string{}
		}
	}
	return p
}

// unlessSame is one number of a pose, nil where it need not be said.
func unlessSame(said *float64, from, to float64) *float64 {
	switch {
	case said != nil && *said == to:
		return said
	case from == to:
		return nil
	}
	return &to
}

// unlessEmpty is nil for a table without a value.
func unlessEmpty[T any](t *T) *T {
	if v := reflect.ValueOf(t).Elem(); v.IsZero() {
		return nil
	}
	return t
}

// arms says what both arms do, in the fewest words of three: those that stand there already, those with what each arm
// does besides, and new ones.
func (p *Pose) arms(from, to *full, said Pose) {
	try := func(both, l, r *Arm) bool {
		q := *from
		q.apply(&Pose{Arms: both, LeftArm: l, RightArm: r})
		p.Arms, p.LeftArm, p.RightArm = both, l, r
		return q.sameArms(to)
	}
	if try(said.Arms, said.LeftArm, said.RightArm) {
		return
	}
	mid := *from
	mid.apply(&Pose{Arms: said.Arms})
	kl, kr := mid.armTo(to, left), mid.armTo(to, right)
	l, r := from.armTo(to, left), from.armTo(to, right)
	var both *Arm
	if reflect.DeepEqual(l, r) {
		both, l, r = l, nil, nil
	}
	if said.Arms != nil && words(said.Arms)+words(kl)+words(kr) <= words(both)+words(l)+words(r) && try(said.Arms, kl, kr) {
		return
	}
	try(both, l, r)
}

func (p *Pose) legs(from, to *full, said Pose) {
	try := func(both, l, r *Leg) bool {
		q := *from
		q.apply(&Pose{Legs: both, LeftLeg: l, RightLeg: r})
		p.Legs, p.LeftLeg, p.RightLeg = both, l, r
		return q.sameLegs(to)
	}
	if try(said.Legs, said.LeftLeg, said.RightLeg) {
		return
	}
	mid := *from
	mid.apply(&Pose{Legs: said.Legs})
	kl, kr := mid.legTo(to, left), mid.legTo(to, right)
	l, r := from.legTo(to, left), from.legTo(to, right)
	var both *Leg
	if reflect.DeepEqual(l, r) {
		both, l, r = l, nil, nil
	}
	if said.Legs != nil && words(said.Legs)+words(kl)+words(kr) <= words(both)+words(l)+words(r) && try(said.Legs, kl, kr) {
		return
	}
	try(both, l, r)
}

// words is how many values a table gives, and one for itself.
func words[T any](t *T) int {
	v := reflect.ValueOf(t)
	if v.IsNil() {
		return 0
	}
	n := 1
	for i := range v.Elem().NumField() {
		if !v.Elem().Field(i).IsZero() {
			n++
		}
	}
	return n
}

func (q *full) sameArms(o *full) bool {
	a, b := q.plain(), o.plain()
	return a.arm == b.arm && a.arms == b.arms
}

func (q *full) sameLegs(o *full) bool {
	a, b := q.plain(), o.plain()
	return a.leg == b.leg && a.toes == b.toes
}

// armTo is the table that leads from one arm to another, nil where they are the same.
func (q *full) armTo(to *full, side int) *Arm {
	from, want := q.arm[side], to.arm[side]
	a := &Arm{}
	w := ends(&from, &want, handHeight, true)
	a.Upper, a.Fore, a.Hand, a.Pin, a.On, a.Elbow = w.a, w.b, w.c, w.pin, w.on, w.pole
	if from.withChest != want.withChest {
		a.With = "room"
		if want.withChest {
			a.With = "chest"
		}
	}
	if from.layer != want.layer {
		a.Layer = &want.layer
	}
	fw, tw := &q.arms[side], &to.arms[side]
	if fw.shape != tw.shape {
		a.Shape = tw.shape
	}
	if fw.palm != tw.palm {
		a.Palm = tw.palm
	}
	a.Shrug, a.Reach = unlessSame(nil, fw.shrug, tw.shrug), unlessSame(nil, fw.reach, tw.reach)
	return unlessEmpty(a)
}

// spokenShape is the shape a file can name that looks most like one that a hand takes by itself.
func spokenShape(shape string) string {
	switch shape {
	case "wrapped":
		return "grip"
	case "curved":
		return "relaxed"
	}
	return shape
}

func (q *full) legTo(to *full, side int) *Leg {
	from, want := q.leg[side], to.leg[side]
	g := &Leg{}
	w := ends(&from, &want, footHeight, false)
	g.Thigh, g.Shank, g.Foot, g.Pin, g.On, g.Knee = w.a, w.b, w.c, w.pin, w.on, w.pole
	if from.layer != want.layer {
		g.Layer = &want.layer
	}
	g.Toes = unlessSame(nil, q.toes[side], to.toes[side])
	return unlessEmpty(g)
}

// said is what a limb's table gives of its bones.
type said struct {
	a, b, c, pin, pole []float64
	on                 string
}

// ends says what leads from one limb to another; lands is whether the limb's end comes down flat by itself (hands do).
func ends(from, to *limb, flat float64, lands bool) (w said) {
	dir := func(h heading) []float64 { return []float64{h.pitch, h.out} }
	// A pole is only forgotten where the limb is let go.
	forget := from.hasPole && !to.hasPole && from.hold != free
	if to.hold == free {
		letGo := from.hold != free || forget || from.hasPole && !to.hasPole
		if letGo || from.a != to.a {
			w.a = dir(to.a)
		}
		if letGo || from.b != to.b {
			w.b = dir(to.b)
		}
	} else if forget {
		w.a = dir(from.a)
	}
	got := *from // what the limb has come to so far
	got.headings(w.a, w.b, nil)
	landed := got.hold != floor
	if to.hold != free && (got.hold != to.hold || got.on != to.on || got.pin != to.pin) {
		w.on = to.on
		switch {
		case to.hold == floor:
			w.pin = []float64{to.pin.X, to.pin.Z}
		case to.hold == atPoint || to.pin != (Vec{}):
			w.pin = []float64{to.pin.X, to.pin.Y, to.pin.Z}
		}
		got.take(w.pin, w.on, flat)
		if lands && landed && got.hold == floor {
			got.c, got.hasC = heading{pitch: 90}, true
		}
	}
	if to.hasC && (!got.hasC || got.c != to.c) {
		w.c = dir(to.c)
	}
	if to.hasPole && (!got.hasPole || got.pole != to.pole) {
		w.pole = dir(to.pole)
	}
	return w
}
