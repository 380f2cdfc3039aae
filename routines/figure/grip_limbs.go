package figure

import "math"

// lift is what a step on the picture is in the room, at the same depth.
func (c *camera) lift(d Pt) Vec {
	right := Vec{c.cy, 0, c.sy}.mul(c.flip)
	up := Vec{-c.se * c.sy, c.ce, c.se * c.cy}
	return right.mul(d.X).add(up.mul(d.Y))
}

// away is the direction along the line of sight.
func (c *camera) away() Vec { return Vec{-c.sy * c.ce, -c.se, c.cy * c.ce} }

// lowView is the elevation in degrees under which a floor is seen too flat for a pointer to say how far away something is.
const lowView = 25

// overFloor is what a step on the picture is along the floor.
func (c *camera) overFloor(d Pt) Vec {
	v := Vec{c.cy, 0, c.sy}.mul(c.flip * d.X)
	if c.elevation >= lowView {
		v = v.add(Vec{-c.sy, 0, c.cy}.mul(d.Y / c.se))
	}
	return v
}

// within brings a target into reach of a root along the line of sight where that is enough: a picture says nothing
// about depth.
func (c *camera) within(root, target Vec, reach float64) Vec {
	d := target.sub(root)
	if d.len() <= reach {
		return target
	}
	deep := c.away()
	z := d.dot(deep)
	flat := d.sub(deep.mul(z))
	room := math.Sqrt(math.Max(0, reach*reach-flat.dot(flat)))
	return root.add(flat).add(deep.mul(clamp(z, -room, room)))
}

// room is the frame that directions of a pose are measured in.
func (q *full) room() frame {
	return faced(rolled(frame{Vec{1, 0, 0}, Vec{0, 1, 0}, Vec{0, 0, 1}}, q.roll), q.face)
}

// frameOf is the frame that the directions of a limb are measured in.
func (g *Grip) frameOf(l *limb) frame {
	if l.withChest {
		return g.s.chest
	}
	return g.q.room()
}

// turnedTo is a direction as a heading in whole degrees, in the form that is nearest to how it was written.
func turnedTo(d Vec, side int, was heading) heading {
	h := headingTo(d, side)
	best, least := h, math.Inf(1)
	for _, o := range []heading{h, {h.pitch + 180, 180 - h.out}, {h.pitch + 180, -180 - h.out}} {
		o.pitch = was.pitch + math.Remainder(o.pitch-was.pitch, 360)
		if math.Abs(o.pitch) > 360 {
			o.pitch = math.Remainder(o.pitch, 360)
		}
		if off := math.Abs(o.pitch-was.pitch) + math.Abs(o.out-was.out); off < least-1e-9 {
			best, least = o, off
		}
	}
	return heading{wholeDegree(best.pitch), wholeDegree(best.out)}
}

// swung is a direction turned the way that turns the line from into the line to.
func swung(v, from, to Vec) Vec {
	from, to = from.unit(), to.unit()
	axis := from.cross(to)
	s, c := axis.len(), from.dot(to)
	if s < 1e-9 {
		return v
	}
	axis = axis.mul(1 / s)
	return v.mul(c).add(axis.cross(v).mul(s)).add(axis.mul(axis.dot(v) * (1 - c)))
}

// moveEnd moves a hand or a foot.
func (g *Grip) moveEnd(q *full, to Pt) why {
	h, side := g.handle, g.handle.side()
	l := q.end(h)
	step := Pt{to.X - g.at.X, to.Y - g.at.Y}
	flat := footHeight
	if h.arm() {
		flat = handHeight
	}
	switch l.hold {
	case floor:
		d := g.cam.overFloor(step)
		l.pin = Vec{most(fineStep(l.pin.X+d.X), 2), flat, most(fineStep(l.pin.Z+d.Z*sign(side)), 2)}
		return planted
	case atPoint:
		d := g.cam.lift(step)
		at := l.pin.add(Vec{d.X, d.Y, d.Z * sign(side)})
		l.pin = fineSteps(Vec{most(at.X, 2), clamp(at.Y, flat, 2), most(at.Z, 2)})
		return straight
	case onto:
		d := g.frameOf(l).of(g.cam.lift(step))
		at := l.pin.add(Vec{d.X, d.Y, d.Z * sign(side)})
		// Farther from the point it would lie on nothing.
		if n := at.sub(l.pin).len(); n > mostOff {
			at = l.pin.add(at.sub(l.pin).mul(mostOff / n))
		}
		l.pin = fineSteps(at)
		return onBody
	}
	if h.arm() {
		return g.reachArm(q, l, side, step)
	}
	return g.reachLeg(l, side, step)
}

// mostOff is how far from where it lies a hand on the body can be moved in one go, in statures.
const mostOff = 0.05

// reachArm points upper arm and forearm so that the palm comes to where it is wanted.
func (g *Grip) reachArm(q *full, l *limb, side int, step Pt) why {
	s := &g.s
	base := g.frameOf(l)
	sh, elbow, wrist := s.at(JointShoulder, side), s.at(JointElbow, side), s.at(JointWrist, side)
	palm := s.handle(g.handle).add(g.cam.lift(step))
	pole := bulge(sh, elbow, wrist, s.elbowWay(side))
	hand, over := s.hand[side].front, 0.0
	for range 4 {
		target := g.cam.within(sh, palm.sub(hand.mul(palmMiddle)), (upperArmLength+forearmLength)*0.9999)
		if target.Y < handHeight*0.5 && l.hold == free { // a hand that comes down stops on the floor
			target.Y = handHeight * 0.5
		}
		var end Vec
		elbow, end, over = reach2(sh, target, upperArmLength, forearmLength, swung(pole, wrist.sub(s.at(JointShoulder, side)), target.sub(sh)))
		if !l.hasC {
			hand = end.sub(elbow).unit()
		}
		upper := elbow.sub(sh).unit()
		l.a = turnedTo(base.of(upper), side, l.a)
		l.b = turnedTo(base.of(end.sub(elbow).unit()), side, l.b)
		sh = s.shoulder(side, upper, &q.arms[side])
	}
	if over > 0 {
		return straight
	}
	return cannotArc
}

// reachLeg points thigh and shank so that the foot comes to where it is wanted; the foot keeps its direction.
func (g *Grip) reachLeg(l *limb, side int, step Pt) why {
	s := &g.s
	hip, knee, ankle := s.at(JointHip, side), s.at(JointKnee, side), s.at(JointAnkle, side)
	target := g.cam.within(hip, ankle.add(g.cam.lift(step)), (thighLength+shankLength)*0.9999)
	pole := swung(bulge(hip, knee, ankle, s.knee[side]), ankle.sub(hip), target.sub(hip))
	return g.pointLeg(l, side, hip, target, pole)
}

// pointLeg points a free leg from a hip to an ankle.
func (g *Grip) pointLeg(l *limb, side int, hip, ankle, pole Vec) why {
	base := g.q.room()
	knee, end, over := reach2(hip, ankle, thighLength, shankLength, pole)
	l.a = turnedTo(base.of(knee.sub(hip).unit()), side, l.a)
	l.b = turnedTo(base.of(end.sub(knee).unit()), side, l.b)
	if over > 0 {
		return straight
	}
	return cannotArc
}

// moveMiddle moves an elbow or a knee: of a free limb by the direction of its upper bone, else by swinging the limb
// about the line between its ends.
func (g *Grip) moveMiddle(q *full, to Pt) why {
	h, side := g.handle, g.handle.side()
	l := q.end(h)
	s := &g.s
	root, mid, end, bone := s.at(JointHip, side), s.at(JointKnee, side), s.at(JointAnkle, side), thighLength
	if h.arm() {
		root, mid, end, bone = s.at(JointShoulder, side), s.at(JointElbow, side), s.at(JointWrist, side), upperArmLength
	}
	base := g.frameOf(l)
	target := mid.add(g.cam.lift(Pt{to.X - g.at.X, to.Y - g.at.Y}))
	if l.hold == free {
		for range 3 {
			d := g.cam.sphere(root, target, bone, mid)
			l.a = turnedTo(base.of(d), side, l.a)
			if !h.arm() {
				break
			}
			root = s.shoulder(side, d, &q.arms[side])
		}
		return cannotArc
	}
	line := end.sub(root).unit()
	foot := root.add(line.mul(mid.sub(root).dot(line)))
	out := mid.sub(foot)
	if out.len() < 0.02 {
		return unbent
	}
	// The place on the circle round the line that is seen nearest to the pointer; of two the one it need not jump to.
	e1 := out.unit()
	e2 := line.cross(e1)
	best, least := 0.0, math.Inf(1)
	for deg := -180.0; deg < 180; deg += 1 {
		sn, cs := sincos(deg)
		p := g.cam.flat(foot.add(e1.mul(cs * out.len())).add(e2.mul(sn * out.len())))
		if d := far(p, to) + math.Abs(deg)*1e-4; d < least {
			best, least = deg, d
		}
	}
	if best == 0 {
		return cannotArc
	}
	sn, cs := sincos(best)
	l.pole, l.hasPole = turnedTo(base.of(e1.mul(cs).add(e2.mul(sn))), side, l.pole), true
	return cannotArc
}

// sphere is the direction from a root in which a bone's end is seen at a target, or as near to it as the bone is long;
// was tells front from back.
func (c *camera) sphere(root, target Vec, bone float64, was Vec) Vec {
	deep := c.away()
	d := target.sub(root)
	flat := d.sub(deep.mul(d.dot(deep)))
	n := flat.len()
	if n >= bone {
		return flat.mul(1 / n)
	}
	z := math.Sqrt(bone*bone - n*n)
	if was.sub(root).dot(deep) < 0 {
		z = -z
	}
	return flat.add(deep.mul(z)).unit()
}
