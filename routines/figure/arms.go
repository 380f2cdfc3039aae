package figure

import "strings"

// shoulder is where the joint is when the upper arm points along dir: it rises as the arm goes
// overhead and comes forward as the arm reaches, the collar bone keeping its length.
func (s *skeleton) shoulder(side int, dir Vec, w *armWays) Vec {
	over := dir.dot(s.chest.up)
	ahead := dir.dot(s.chest.front)
	lift := -13 + 36*smooth(-0.25, 1, over) + w.shrug
	reach := 14*smooth(0.2, 1, ahead)*(1-smooth(0.4, 1, over)) - 10*smooth(0.2, 1, -ahead) + w.reach
	sl, cl := sincos(lift)
	sr, cr := sincos(reach)
	out := s.chest.left.mul(sign(side) * cl * cr)
	d := out.add(s.chest.up.mul(sl)).add(s.chest.front.mul(cl * sr))
	return s.neckRoot().add(d.mul(clavicleLength))
}

// neckRoot is where both collar bones start.
func (s *skeleton) neckRoot() Vec { return s.j[JointC7].sub(s.chest.up.mul(0.014)) }

// elbowWay is the way an elbow points where the pose does not say: down, back and out.
func (s *skeleton) elbowWay(side int) Vec {
	return s.chest.front.mul(-0.6).sub(s.chest.up.mul(0.5)).add(s.chest.left.mul(sign(side) * 0.6)).unit()
}

// aim is where one pose wants an arm: how the wrist stands to the shoulder, how the elbow
// points, and how the hand is turned.
type aim struct{ shoulder, wrist, pole, hand, palm Vec }

func (s *skeleton) aimArm(q *full, side int, root frame) aim {
	l, w := &q.arm[side], &q.arms[side]
	base := root
	if l.withChest {
		base = s.chest
	}
	usual := s.elbowWay(side)
	pole := usual
	if l.hasPole {
		pole = base.in(l.pole.vec(side))
	}
	var a aim
	switch l.hold {
	case free:
		upper, fore := base.in(l.a.vec(side)), base.in(l.b.vec(side))
		a.shoulder = s.shoulder(side, upper, w)
		elbow := a.shoulder.add(upper.mul(upperArmLength))
		a.wrist = elbow.add(fore.mul(forearmLength))
		a.pole = bulge(a.shoulder, elbow, a.wrist, usual)
		a.hand = fore
		if l.hasC {
			a.hand = base.in(l.c.vec(side))
		}
		a.palm = s.palmWay(w.palm, side, base, a.hand, s.chest.left.mul(-sign(side)))
	case onto:
		at, n, _ := s.point(l.on, side)
		at = at.add(n.mul(0.014)).add(base.in(outward(l.pin, side)))
		a.pole = pole
		a.shoulder = s.shoulder(side, at.sub(s.j[JointC7]).unit(), w)
		a.wrist = at
		for range 3 {
			elbow, end, _ := reach2(a.shoulder, a.wrist, upperArmLength, forearmLength, pole)
			a.hand = end.sub(elbow).unit()
			if l.hasC {
				a.hand = base.in(l.c.vec(side))
			} else if h := a.hand.off(n.mul(0.85)); h.len() > 0.2 {
				a.hand = h.unit()
			}
			a.wrist = at.sub(a.hand.mul(palmMiddle))
			a.shoulder = s.shoulder(side, elbow.sub(a.shoulder).unit(), w)
		}
		a.palm = s.palmWay(w.palm, side, base, a.hand, n.mul(-1))
	default:
		a.wrist = outward(l.pin, side)
		a.pole = pole
		a.shoulder = s.shoulder(side, a.wrist.sub(s.j[JointC7]).unit(), w)
		elbow, end, _ := reach2(a.shoulder, a.wrist, upperArmLength, forearmLength, pole)
		a.shoulder = s.shoulder(side, elbow.sub(a.shoulder).unit(), w)
		a.hand = end.sub(elbow).unit()
		if l.hasC {
			a.hand = base.in(l.c.vec(side))
		}
		a.palm = s.palmWay(w.palm, side, base, a.hand, Vec{0, -1, 0})
	}
	return a
}

// palmMiddle is how far the middle of the palm is from the wrist.
const palmMiddle = 0.036

// palmWay is the direction the palm faces, square to the hand.
func (s *skeleton) palmWay(name string, side int, base frame, hand, usual Vec) Vec {
	d := usual
	switch name {
	case "down":
		d = base.up.mul(-1)
	case "up":
		d = base.up
	case "in":
		d = base.left.mul(-sign(side))
	case "out":
		d = base.left.mul(sign(side))
	case "forward":
		d = base.front
	case "back":
		d = base.front.mul(-1)
	}
	d = d.off(hand)
	if d.len() < 0.05 {
		d = s.chest.front.mul(-1).add(s.chest.up.mul(0.1)).off(hand)
	}
	return d.unit()
}

func (s *skeleton) placeArm(m *mix, side int, root frame) {
	l, alike := m.limb(func(q *full) *limb { return &q.arm[side] })
	var sh, elbow, wrist, hand, palm Vec
	if alike {
		q := *m.strongest()
		q.arm[side] = l
		q.arms[side].shrug, q.arms[side].reach = 0, 0
		m.each(func(p *full, w float64) {
			q.arms[side].shrug += w * p.arms[side].shrug
			q.arms[side].reach += w * p.arms[side].reach
		})
		a := s.aimArm(&q, side, root)
		sh, hand = a.shoulder, a.hand
		elbow, wrist, s.over[side] = reach2(sh, a.wrist, upperArmLength, forearmLength, a.pole)
		if l.hold == free {
			base := root
			if l.withChest {
				base = s.chest
			}
			elbow = sh.add(base.in(l.a.vec(side)).mul(upperArmLength))
			wrist = elbow.add(base.in(l.b.vec(side)).mul(forearmLength))
			s.over[side] = 0
		}
		palm = Vec{}
		m.each(func(p *full, w float64) {
			palm = palm.add(s.aimArm(p, side, root).palm.mul(w))
		})
		if palm.off(hand).len() < 0.05 {
			palm = a.palm
		}
	} else {
		c := m.carried(side)
		sh = s.neckRoot().add(s.chest.in(c.root).unit().mul(clavicleLength))
		target := sh.add(s.chest.in(c.end.vec(side)).mul(c.reach))
		elbow, wrist, _ = reach2(sh, target, upperArmLength, forearmLength, s.chest.in(c.pole).add(s.elbowWay(side).mul(0.1)))
		hand, palm = s.chest.in(c.tip.vec(side)), s.chest.in(c.palm)
	}
	hand = hand.unit()
	if hand == (Vec{}) {
		hand = wrist.sub(elbow).unit()
	}
	palm = palm.off(hand).unit()
	if palm == (Vec{}) {
		palm = s.chest.left.mul(-sign(side)).off(hand).unit()
	}
	s.put(JointShoulder, side, sh)
	s.put(JointElbow, side, elbow)
	s.put(JointWrist, side, wrist)
	s.put(JointHand, side, wrist.add(hand.mul(handLength)))
	s.hand[side] = frame{front: hand, up: palm.mul(-1), left: palm.cross(hand)}
	s.shape[side] = m.strongest().handShape(side)
	s.layer[side] = l.layer
	s.on[side] = m.strongest().arm[side].on
}

// handShape is what the hand does where the pose does not say.
func (q *full) handShape(side int) string {
	if w := q.arms[side].shape; w != "" {
		return w
	}
	switch q.arm[side].hold {
	case floor:
		return "flat"
	case onto:
		return handOn(q.arm[side].on)
	}
	return "relaxed"
}

// handOn is the shape of a hand on that point: round what is thin, hugging what is round, flat on the rest.
func handOn(point string) string {
	_, place := sideOf(point, left)
	part, _, _ := strings.Cut(place, "_")
	switch part {
	case "shin", "calf", "ankle", "foot", "forearm", "wrist", "elbow":
		return "wrapped"
	case "knee", "head", "shoulder", "upper", "hip", "waist", "heel":
		return "curved"
	}
	if place == "chair_back" || place == "chair_side" {
		return "wrapped"
	}
	return "flat"
}

// HandShapes lists what a hand can do, as [Arm.Shape] takes it.
func HandShapes() []string { return []string{"relaxed", "flat", "fist", "grip", "point"} }

// Palms lists where a palm can face, as [Arm.Palm] takes it.
func Palms() []string { return []string{"down", "up", "in", "out", "forward", "back"} }
