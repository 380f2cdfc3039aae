package figure

import "slices"

// free lets a hand or foot go where it is: the limb points where it pointed.
func (q *full) free(h Handle, s *skeleton) {
	l, side, room := q.end(h), h.side(), q.room()
	if h.arm() {
		if l.withChest {
			room = s.chest
		}
		l.a = turnedTo(room.of(s.upperArm(side)), side, l.a)
		l.b = turnedTo(room.of(s.forearm(side)), side, l.b)
		l.c, l.hasC = turnedTo(room.of(s.hand[side].front), side, l.c), true
	} else {
		l.a = turnedTo(room.of(s.thigh(side)), side, l.a)
		l.b = turnedTo(room.of(s.shank(side)), side, l.b)
		l.c, l.hasC = turnedTo(room.of(s.foot[side].front), side, l.c), true
	}
	l.hold, l.on, l.pin, l.hasPole = free, "", Vec{}, false
}

// hold changes how a hand or foot of a pose is held, and says what keeps it from that.
func (f *Figure) hold(pose int, h Handle, change func(g *Grip, q *full)) (*Figure, Felt) {
	g := f.Grab(pose, h, How{}, Options{})
	if g == nil || !h.Ends() {
		return f, Felt{}
	}
	q := g.q
	change(g, &q)
	q.sayable(&g.from, g.set)
	if w := g.adds(&q); w != nil {
		return f, Felt{Limit: sayLimit(*w)}
	}
	if q.same(&g.q) {
		return f, Felt{}
	}
	return f.put(g.all, pose, q), Felt{}
}

// LetGo frees a hand or foot of a key pose: it stays where it is, but is no longer planted, pinned or on anything, and
// nothing rests on it. A figure that stood on it shifts its weight to what is left. The figure is f itself, and Felt
// says why, where the body cannot do without.
func (f *Figure) LetGo(pose int, h Handle) (*Figure, Felt) {
	return f.hold(pose, h, func(g *Grip, q *full) {
		if q.end(h).hold != free {
			q.free(h, &g.s)
		}
		q.contacts = unrested(q.contacts, h)
		for range 6 {
			back, ok := g.balance(q)
			if !ok {
				break
			}
			q.pelvis = back
		}
	})
}

// Plant puts a hand or foot flat on the floor under where it is, and lets it carry. The figure is f itself, and Felt
// says why, where it does not come down there.
func (f *Figure) Plant(pose int, h Handle) (*Figure, Felt) {
	return f.hold(pose, h, func(g *Grip, q *full) {
		l, side, end, flat, one := q.end(h), h.side(), JointAnkle, footHeight, "foot"
		if h.hand() {
			end, flat, one = JointWrist, handHeight, "hand"
		}
		at := g.s.at(end, side)
		if l.hold != floor && h.hand() {
			l.c, l.hasC = heading{pitch: 90}, true
		}
		l.hasPole = l.hasPole && l.hold != free
		l.hold, l.on = floor, ""
		l.pin = Vec{fineStep(at.X), flat, fineStep(at.Z * sign(side))}
		if !q.restsOn(h) {
			q.contacts = rested(q.contacts, one, side)
		}
	})
}

// Fix keeps a hand or foot at its place in the room while the rest of the body moves.
func (f *Figure) Fix(pose int, h Handle) (*Figure, Felt) {
	return f.hold(pose, h, func(g *Grip, q *full) {
		l, side, end := q.end(h), h.side(), JointAnkle
		if h.hand() {
			end = JointWrist
		}
		at := g.s.at(end, side)
		l.hasPole = l.hasPole && l.hold != free
		l.hold, l.on, l.pin = atPoint, "", fineSteps(Vec{at.X, at.Y, at.Z * sign(side)})
		q.contacts = unrested(q.contacts, h)
	})
}

// Lay puts a hand or foot on a point of the body or of a prop; see [Points].
func (f *Figure) Lay(pose int, h Handle, point string) (*Figure, Felt) {
	return f.hold(pose, h, func(_ *Grip, q *full) {
		l := q.end(h)
		l.hasPole = l.hasPole && l.hold != free
		l.hold, l.on, l.pin = onto, point, Vec{}
		q.contacts = unrested(q.contacts, h)
	})
}

// ContactsOf lists what a key pose rests on; see [Contacts].
func (f *Figure) ContactsOf(pose int) []string {
	all := f.resolve()
	if pose < 0 || pose >= len(all) {
		return nil
	}
	return slices.Clone(all[pose].contacts)
}

// Resting is the figure with what a key pose rests on changed. The figure is f itself, and Felt says why, where the body
// does not come down on that.
func (f *Figure) Resting(pose int, contacts []string) (*Figure, Felt) {
	g := f.Grab(pose, HandleHips, How{}, Options{})
	if g == nil || slices.Equal(g.q.contacts, contacts) {
		return f, Felt{}
	}
	q := g.q
	q.contacts = slices.Clone(contacts)
	if w := g.adds(&q); w != nil {
		return f, Felt{Limit: sayLimit(*w)}
	}
	return f.put(g.all, pose, q), Felt{}
}

// unrested is contacts without those of a hand or foot; the other side's stay.
func unrested(contacts []string, h Handle) []string {
	out := []string{}
	for _, c := range contacts {
		parts := partsOf(c)
		kept := slices.DeleteFunc(slices.Clone(parts), func(p contactPart) bool { return p.whose == h.side() && endPart(p.one, h) })
		if len(kept) == len(parts) {
			out = append(out, c)
			continue
		}
		for _, p := range kept {
			out = append(out, p.contact)
		}
	}
	return out
}

// endPart reports whether a part of a contact is the hand or foot of a handle.
func endPart(one string, h Handle) bool {
	if h.hand() {
		return one == "hand"
	}
	switch one {
	case "foot", "heel", "ball", "toe", "ankle":
		return true
	}
	return false
}

// rested is contacts with one part of a side more; both sides together have one name.
func rested(contacts []string, one string, side int) []string {
	names := [2]string{"left_" + one, "right_" + one}
	out := slices.Clone(contacts)
	if at := slices.Index(out, names[1-side]); at >= 0 {
		out[at] = pluralOf(one)
		return out
	}
	return append(out, names[side])
}
