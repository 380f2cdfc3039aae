package figure

import "math"

// carried mixes how the poses carry a limb: 0 and 1 the arms, 2 and 3 the legs.
func (m *mix) carried(limbs int) carriage {
	var c carriage
	angle := func(of func(*carriage) heading) heading {
		return heading{
			pitch: m.angle(func(q *full) float64 { return of(&q.own[limbs]).pitch }),
			out:   m.angle(func(q *full) float64 { return of(&q.own[limbs]).out }),
		}
	}
	c.end = angle(func(c *carriage) heading { return c.end })
	if limbs < 2 {
		// An arm goes from down to up through the front, never through the back.
		c.end.pitch = m.number(func(q *full) float64 { return ahead(q.own[limbs].end.pitch) })
	}
	c.tip = angle(func(c *carriage) heading { return c.tip })
	m.each(func(q *full, w float64) {
		o := &q.own[limbs]
		c.reach += w * o.reach
		c.pole = c.pole.add(o.pole.mul(w))
		c.palm = c.palm.add(o.palm.mul(w))
		c.root = c.root.add(o.root.mul(w))
	})
	return c
}

// ahead is the same pitch between -90 and 270, so that numbers between two lie in front.
func ahead(pitch float64) float64 { return math.Mod(pitch+90+720, 360) - 90 }

// carry notes how the solved pose carries its limbs.
func (q *full) carry(s *skeleton) {
	root := faced(rolled(frame{Vec{1, 0, 0}, Vec{0, 1, 0}, Vec{0, 0, 1}}, q.roll), q.face)
	for side := range 2 {
		sh, wrist := s.at(JointShoulder, side), s.at(JointWrist, side)
		hip, ankle := s.at(JointHip, side), s.at(JointAnkle, side)
		usual := s.elbowWay(side)
		q.own[side] = carriage{
			end: headingTo(s.chest.of(wrist.sub(sh)), side), reach: wrist.sub(sh).len(),
			tip:  headingTo(s.chest.of(s.hand[side].front), side),
			pole: s.chest.of(bulge(sh, s.at(JointElbow, side), wrist, usual)),
			palm: s.chest.of(s.hand[side].up.mul(-1)),
			root: s.chest.of(sh.sub(s.neckRoot())),
		}
		q.own[2+side] = carriage{
			end: headingTo(root.of(ankle.sub(hip)), side), reach: ankle.sub(hip).len(),
			tip:  headingTo(root.of(s.foot[side].front), side),
			pole: root.of(s.knee[side]),
		}
	}
}
