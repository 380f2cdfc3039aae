package figure

import (
	"math"
	"slices"
	"strings"
)

// What a body can do: joint limits in degrees, a little wider than what a flexible adult does, and
// lengths in statures.
const (
	kneeMost, elbowMost = 163, 158
	hipLeast, hipMost   = -35, 140
	neckMost, trunkMost = 75, 88
	pinSlack            = 0.01  // what a pinned hand or foot may miss its pin by
	contactSlack        = 0.01  // what a contact may float or sink by
	sunk                = -0.02 // nothing may be lower
	trunkCore           = 0.04  // nearer to the spine a limb is inside the trunk
	standEdge           = 0.035 // the feet are that much larger than the points they stand on
)

// findings is all that is wrong with a body in one picture.
type findings []finding

func (l *findings) add(f finding) {
	if !slices.ContainsFunc(*l, f.of) {
		*l = append(*l, f)
	}
}

// body finds what is wrong with a solved mix of poses. Standing says whether nothing else keeps it from
// falling; slack is 1, or less for a stricter look at pins and contacts.
func (l *findings) body(s *skeleton, m *mix, standing bool, slack float64) {
	var one findings
	one.pins(s, m, pinSlack*slack)
	one.contacts(s, m, contactSlack*slack)
	one.floor(s)
	one.joints(s)
	one.trunk(s)
	if standing {
		one.balance(s, m)
	}
	for _, f := range one.paired().causes() {
		l.add(f)
	}
}

// causes leaves out what mostly follows from another finding: how a limb lies that does not reach its pin, what floats
// because the pelvis has settled between contacts that do not agree, and parts of a foot that is named already.
func (l findings) causes() findings {
	worst := 0.0
	for _, f := range l {
		if f.wrong == offContact || f.wrong == inContact {
			worst = math.Max(worst, f.size)
		}
	}
	return slices.DeleteFunc(slices.Clone(l), func(f finding) bool {
		if (f.wrong == offContact || f.wrong == inContact) && f.size < worst {
			return true
		}
		return slices.ContainsFunc(l, func(o finding) bool { return o.covers(f) })
	})
}

// covers says whether b, of the same limb or limbs, mostly follows from a.
func (a finding) covers(b finding) bool {
	x, y := limbTables(a), limbTables(b)
	if a == b || len(x) == 0 || len(y) == 0 || x[0] != y[0] && (a.whose != bothSides || !slices.Contains(x, y[0])) {
		return false
	}
	switch a.wrong {
	case tooFar, tooClose:
		return b.wrong != throughTrunk
	case inContact:
		return b.wrong == underFloor
	case underFloor:
		return b.wrong == underFloor && (b.one == "toe" || b.size < a.size && a.one != "toe")
	}
	return false
}

// paired puts what is wrong alike on both sides together.
func (l findings) paired() findings {
	var out findings
	for i, f := range l {
		twin := func(o finding) bool {
			return f.wrong == o.wrong && f.one == o.one && f.whose == 1-o.whose && math.Abs(f.size-o.size) < 0.005*max(1, f.most)
		}
		if f.whose != left && f.whose != right {
			out = append(out, f)
			continue
		}
		at := slices.IndexFunc(l, twin)
		switch {
		case at < 0:
			out = append(out, f)
		case at > i:
			f.whose, f.size = bothSides, math.Max(f.size, l[at].size)
			f.to = strings.Replace(f.to, "the left ", "the ", 1)
			out = append(out, f)
		}
	}
	return out
}

// pins finds hands and feet that do not get to where they are pinned.
func (l *findings) pins(s *skeleton, m *mix, slack float64) {
	for limbs := range 4 {
		if s.over[limbs] <= slack {
			continue
		}
		side := limbs % 2
		f := finding{wrong: tooFar, one: "hand", whose: side, size: s.over[limbs]}
		from, end, whole, root := JointShoulder, JointWrist, upperArmLength+forearmLength, "shoulder"
		held := &m.strongest().arm[side]
		if limbs >= 2 {
			f.one = "foot"
			from, end, whole, root = JointHip, JointAnkle, thighLength+shankLength, "hip"
			held = &m.strongest().leg[side]
		}
		f.to = heldTo(held, side)
		if s.at(end, side).sub(s.at(from, side)).len() < whole*0.9 {
			f.wrong, f.to = tooClose, root
		}
		l.add(f)
	}
}

// heldTo is what keeps the end of a limb where it is, in words.
func heldTo(l *limb, side int) string {
	switch l.hold {
	case floor:
		return "the floor"
	case onto:
		whose, place := sideOf(l.on, side)
		name := strings.ReplaceAll(place, "_", " ")
		kind, _, _ := strings.Cut(place, "_")
		if kind == "chair" || kind == "step" || kind == "wall" {
			return "the " + name
		}
		return "the " + [2]string{"left ", "right "}[whose] + name
	}
	return "the pin"
}

// contacts finds what should rest and does not: the worst place of each part.
func (l *findings) contacts(s *skeleton, m *mix, slack float64) {
	for _, contact := range m.strongest().contacts {
		if !m.rests(contact) {
			continue
		}
		for _, p := range partsOf(contact) {
			worst, bad, all := finding{}, 0, 0
			s.touches(p.contact, func(t touch) {
				gap := t.at.Y - t.r - s.set.under(t.at, t.r)
				all++
				if math.Abs(gap) <= slack {
					return
				}
				bad++
				if math.Abs(gap) > worst.size {
					worst = finding{wrong: offContact, one: p.one, whose: p.whose, size: math.Abs(gap), to: s.set.carrier(t.at, t.r)}
					if gap < 0 {
						worst.wrong = inContact
					}
					if p.one == "foot" && bad == 1 {
						worst.one = [2]string{"heel", "ball"}[all-1]
					}
				}
			})
			if bad == all && p.one == "foot" {
				worst.one = p.one
			}
			if bad > 0 {
				l.add(worst)
			}
		}
	}
}

// contactPart is a contact, or one side of it.
type contactPart struct {
	contact, one string
	whose        int
}

// partsOf takes a contact apart into its sides.
func partsOf(contact string) []contactPart {
	for side, prefix := range []string{"left_", "right_"} {
		if one, ok := strings.CutPrefix(contact, prefix); ok {
			return []contactPart{{contact, one, side}}
		}
	}
	one := strings.TrimSuffix(contact, "s")
	switch contact {
	case "seat", "back", "chest", "belly", "head":
		return []contactPart{{contact, contact, noSide}}
	case "feet":
		one = "foot"
	}
	return []contactPart{{"left_" + one, one, left}, {"right_" + one, one, right}}
}

// carrier names what carries a point of the body.
func (s *setting) carrier(at Vec, r float64) string {
	best, name := 0.0, "the floor"
	for i := range s.props {
		alone := setting{props: s.props[i : i+1]}
		if h := alone.under(at, r); h > best {
			best, name = h, "the "+s.props[i].kind
		}
	}
	return name
}

// floor finds parts under the floor.
func (l *findings) floor(s *skeleton) {
	for _, contact := range []string{"seat", "back", "head", "feet", "knees", "hands", "elbows", "toes", "shoulders"} {
		for _, p := range partsOf(contact) {
			f := finding{wrong: underFloor, one: p.one, whose: p.whose}
			s.touches(p.contact, func(t touch) { f.size = math.Max(f.size, t.r-t.at.Y) })
			if p.one == "hand" {
				f.size = math.Max(f.size, 0.01-s.at(JointHand, p.whose).Y)
			}
			sinks := func(o finding) bool { return o.wrong == inContact && o.one == f.one && o.whose == f.whose }
			if f.size > -sunk && !slices.ContainsFunc(*l, sinks) {
				l.add(f)
			}
		}
	}
}

// joints finds joints past their limits.
func (l *findings) joints(s *skeleton) {
	for side := range 2 {
		thigh, shank := s.thigh(side), s.shank(side)
		if knee := angleBetween(thigh, shank); knee > kneeMost {
			l.add(finding{wrong: overBent, one: "knee", whose: side, size: knee, most: kneeMost})
		}
		if elbow := angleBetween(s.upperArm(side), s.forearm(side)); elbow > elbowMost {
			l.add(finding{wrong: overBent, one: "elbow", whose: side, size: elbow, most: elbowMost})
		}
		flex := degrees(math.Atan2(thigh.dot(s.pelvis.front), -thigh.dot(s.pelvis.up)))
		if math.Abs(thigh.dot(s.pelvis.left)) < 0.8 && flex > -150 {
			if flex > hipMost {
				l.add(finding{wrong: overBent, one: "hip", whose: side, size: flex, most: hipMost})
			}
			if flex < hipLeast {
				l.add(finding{wrong: legBack, one: "leg", whose: side, size: -flex, most: -hipLeast})
			}
		}
		// A knee bends one way: the shank folds back from the thigh.
		turned := max(math.Abs(thigh.dot(s.pelvis.left)), math.Abs(shank.dot(s.pelvis.left)))
		if thigh.cross(shank).dot(s.pelvis.left) > 0.2 && turned < 0.3 {
			l.add(finding{wrong: kneeBack, one: "knee", whose: side})
		}
		upper := s.upperArm(side)
		back := upper.dot(s.chest.front)
		if back < -0.93 || back < -0.75 && math.Abs(upper.dot(s.chest.left)) < 0.3 && upper.dot(s.chest.up) > -0.3 {
			l.add(finding{wrong: armBack, one: "arm", whose: side})
		}
	}
	if a := angleBetween(s.j[JointSkull].sub(s.j[JointC7]), s.chest.up); a > neckMost {
		l.add(finding{wrong: overBent, one: "neck", whose: noSide, size: a, most: neckMost})
	}
	if a := angleBetween(s.j[JointWaist].sub(s.j[JointPelvis]), s.chest.up); a > trunkMost {
		l.add(finding{wrong: overBent, one: "trunk", whose: noSide, size: a, most: trunkMost})
	}
}

// trunk finds limbs inside the trunk: their joints, and their bones from where they have left it.
func (l *findings) trunk(s *skeleton) {
	for side := range 2 {
		elbow, wrist, hand := s.at(JointElbow, side), s.at(JointWrist, side), s.at(JointHand, side)
		if s.inTrunk(elbow) || s.crossesTrunk(elbow, wrist) || s.crossesTrunk(wrist, hand) {
			l.add(finding{wrong: throughTrunk, one: "arm", whose: side})
		}
		knee, ankle := s.at(JointKnee, side), s.at(JointAnkle, side)
		if s.inTrunk(knee) || s.crossesTrunk(knee, ankle) || s.crossesTrunk(s.at(JointHeel, side), s.at(JointToe, side)) {
			l.add(finding{wrong: throughTrunk, one: "leg", whose: side})
		}
	}
}

func (s *skeleton) crossesTrunk(a, b Vec) bool {
	for u := 0.0; u <= 1; u += 0.125 {
		if s.inTrunk(a.to(b, u)) {
			return true
		}
	}
	return false
}

func (s *skeleton) inTrunk(p Vec) bool {
	for u := 0.1; u < 0.95; u += 0.05 {
		if at, _ := s.spineAt(u); p.sub(at).len() < trunkCore {
			return true
		}
	}
	return false
}

// balance finds a standing figure whose centre of mass is not over what it stands on (segment masses:
// Winter, Biomechanics and Motor Control of Human Movement, table 4.1). Who can lean on something
// does not fall. Between two poses a hand or foot that one of them rests on is on its way there.
func (l *findings) balance(s *skeleton, m *mix) {
	off, names := s.offBalance(m)
	if off.len() < 1e-9 {
		return
	}
	f := finding{wrong: falling, whose: noSide, size: off.len(), to: "in front of"}
	// However far the pelvis is tipped, in front is where the figure faces.
	ahead, aside := off.dot(Vec{0, 1, 0}.cross(s.pelvis.left)), off.dot(s.pelvis.left)
	switch {
	case math.Abs(aside) > math.Abs(ahead) && aside > 0:
		f.to = "to the left of"
	case math.Abs(aside) > math.Abs(ahead):
		f.to = "to the right of"
	case ahead < 0:
		f.to = "behind"
	}
	if len(names) == 1 {
		parts := partsOf(names[0])
		f.one, f.whose = parts[0].one, parts[0].whose
		if len(parts) == 2 {
			f.whose = bothSides
		}
	}
	l.add(f)
}

// offBalance is how far, level, the weight lies beside what the figure stands on, and what that is; zero where it does
// not fall.
func (s *skeleton) offBalance(m *mix) (off Vec, names []string) {
	for _, p := range s.set.props {
		switch p.kind {
		case "wall", "chair", "doorway", "step":
			return Vec{}, nil
		}
	}
	base := emptyRect()
	m.each(func(q *full, _ float64) {
		for _, c := range q.contacts {
			names = append(names, c)
			s.touches(c, func(t touch) { base = base.with(Pt{t.at.X, t.at.Z}) })
		}
		for side := range 2 {
			if q.arm[side].hold == floor { // it carries, whether the file says so or not
				names = append(names, "hands")
				base = base.with(Pt{s.at(JointWrist, side).X, s.at(JointWrist, side).Z})
			}
		}
	})
	if len(names) == 0 {
		return Vec{}, nil
	}
	slices.Sort(names)
	at := s.mass()
	base = base.grown(standEdge)
	return Vec{at.X - clamp(at.X, base.MinX, base.MaxX), 0, at.Z - clamp(at.Z, base.MinY, base.MaxY)}, slices.Compact(names)
}

// mass is the centre of mass.
func (s *skeleton) mass() Vec {
	var at Vec
	whole := 0.0
	add := func(m float64, p Vec) { at, whole = at.add(p.mul(m)), whole+m }
	add(0.081, s.j[JointSkull].to(s.j[JointHead], 0.4))
	add(0.497, s.j[JointPelvis].to(s.j[JointC7], 0.45))
	for side := range 2 {
		add(0.028, s.at(JointShoulder, side).to(s.at(JointElbow, side), 0.44))
		add(0.022, s.at(JointElbow, side).to(s.at(JointHand, side), 0.5))
		add(0.100, s.at(JointHip, side).to(s.at(JointKnee, side), 0.43))
		add(0.0465, s.at(JointKnee, side).to(s.at(JointAnkle, side), 0.43))
		add(0.0145, s.at(JointAnkle, side).to(s.ball[side], 0.5))
	}
	return at.mul(1 / whole)
}
