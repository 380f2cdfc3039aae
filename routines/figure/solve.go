package figure

import "math"

// mix is what a moment asks for: up to four key poses, each with its weight. The weights sum to 1.
type mix struct {
	q [4]*full
	w [4]float64
	n int
}

func only(q *full) mix { return mix{q: [4]*full{q}, w: [4]float64{1}, n: 1} }

// solve places every joint for the mix. Bones keep their length whatever the weights: numbers
// and pins are mixed first, joints are placed after.
func solve(m *mix, set *setting) skeleton {
	var s skeleton
	s.set = set
	q := m.blend()
	origin := q.pelvis
	for try := 0; ; try++ {
		s.place(m, &q, origin)
		dy := s.settle(m)
		if math.Abs(dy) < 1e-5 || try == 12 {
			return s
		}
		origin.Y += dy
	}
}

func (s *skeleton) place(m *mix, q *full, origin Vec) {
	root := frame{Vec{1, 0, 0}, Vec{0, 1, 0}, Vec{0, 0, 1}}
	root = rolled(root, q.roll)
	root = faced(root, q.face)

	lumbar, bent := pitched(q.lumbar, 0), pitched(q.lumbar, q.bend*0.32)
	chest := pitched(q.chest, q.bend).turned(q.turn)
	s.pelvis = in(root, lumbar.turned(q.pelvisTurn))
	s.chest = in(root, chest)
	neck := root.in(pitched(q.neck, q.bend+q.headTilt*0.6).up)
	s.skull = in(root, pitched(q.head, q.bend+q.headTilt).turned(q.turn+q.headTurn))

	s.j[JointPelvis] = origin
	s.j[JointWaist] = origin.add(root.in(bent.up).mul(lumbarLength))
	s.j[JointC7] = s.j[JointWaist].add(s.chest.up.mul(chestLength))
	s.j[JointSkull] = s.j[JointC7].add(neck.mul(neckLength))
	s.j[JointHead] = s.j[JointSkull].add(s.skull.up.mul(headLength))
	for side := range 2 {
		s.put(JointHip, side, origin.add(s.pelvis.left.mul(sign(side)*hipWidth)))
	}
	first := left
	if m.leans(func(q *full) *limb { return &q.leg[left] }) {
		first = right
	}
	s.placeLeg(m, first, root)
	s.placeLeg(m, 1-first, root)
	first = left
	if m.leans(func(q *full) *limb { return &q.arm[left] }) {
		first = right
	}
	// Where the shoulders rest, for an arm that reaches for the other one.
	for side := range 2 {
		s.put(JointShoulder, side, s.shoulder(side, s.chest.up.mul(-1), &armWays{}))
	}
	s.placeArm(m, first, root)
	s.placeArm(m, 1-first, root)
}

// leans says whether the limb holds on to something, so that the other one is placed first.
func (m *mix) leans(of func(*full) *limb) bool {
	for i := range m.n {
		if of(m.q[i]).hold == onto {
			return true
		}
	}
	return false
}

func in(root, f frame) frame { return frame{root.in(f.front), root.in(f.up), root.in(f.left)} }

func rolled(f frame, deg float64) frame {
	s, c := sincos(deg)
	return frame{f.front, f.up.mul(c).add(f.left.mul(s)), f.left.mul(c).sub(f.up.mul(s))}
}

// faced turns the frame about the room's upright axis, to the figure's left.
func faced(f frame, deg float64) frame {
	s, c := sincos(deg)
	t := func(v Vec) Vec { return Vec{v.X*c - v.Z*s, v.Y, v.X*s + v.Z*c} }
	return frame{t(f.front), t(f.up), t(f.left)}
}

func (s *skeleton) placeLeg(m *mix, side int, root frame) {
	hip := s.at(JointHip, side)
	// A knee points square to the leg, the way the hip swings it, and a little outward.
	usual := func(ankle Vec) Vec {
		line := ankle.sub(hip).unit()
		return s.pelvis.left.cross(line).add(s.pelvis.front.mul(0.15)).add(s.pelvis.left.mul(sign(side) * 0.12)).unit()
	}
	l, alike := m.limb(func(q *full) *limb { return &q.leg[side] })
	var knee, ankle, toward, dir Vec
	flat := 0.0
	if alike && l.hold == free {
		knee = hip.add(root.in(l.a.vec(side)).mul(thighLength))
		ankle = knee.add(root.in(l.b.vec(side)).mul(shankLength))
		toward = bulge(hip, knee, ankle, usual(ankle))
		dir = root.in(l.c.vec(side))
	} else if m.planted(side) {
		var target, pole Vec
		m.each(func(q *full, w float64) {
			g := &q.leg[side]
			t, p := s.legTarget(g, side, root, usual)
			target, pole = target.add(t.mul(w)), pole.add(p.mul(w))
			dir = dir.add(s.footDir(g, side, root).mul(w))
			if g.hold == floor {
				flat += w
			}
		})
		knee, ankle, s.over[2+side] = reach2(hip, target, thighLength, shankLength, pole)
		toward = bulge(hip, knee, ankle, pole)
	} else if alike { // on a point of the body
		target, pole := s.legTarget(&l, side, root, usual)
		dir = s.footDir(&l, side, root)
		knee, ankle, s.over[2+side] = reach2(hip, target, thighLength, shankLength, pole)
		toward = bulge(hip, knee, ankle, pole)
	} else {
		c := m.carried(2 + side)
		target := hip.add(root.in(c.end.vec(side)).mul(c.reach))
		knee, ankle, _ = reach2(hip, target, thighLength, shankLength, root.in(c.pole))
		toward = bulge(hip, knee, ankle, usual(ankle))
		dir = root.in(c.tip.vec(side))
		m.each(func(q *full, w float64) {
			if q.leg[side].hold == floor {
				flat += w * w * w // the sole levels only when it is nearly down
			}
		})
	}
	s.put(JointKnee, side, knee)
	s.put(JointAnkle, side, ankle)
	s.knee[side] = toward
	dir = dir.unit()
	across := toward.cross(hip.sub(ankle).unit())
	across = across.off(dir).unit()
	if flat > 0 {
		level := dir.cross(Vec{0, 1, 0}).unit()
		across = across.mul(1 - flat).add(level.mul(flat)).off(dir).unit()
	}
	f := frame{front: dir, up: across.cross(dir).unit(), left: across}
	s.foot[side] = f
	s.layer[2+side] = l.layer
	toes := 0.0
	m.each(func(q *full, w float64) { toes += w * q.toes[side] })
	s.toes[side] = toes
	s.put(JointHeel, side, ankle.sub(f.front.mul(0.034)).sub(f.up.mul(footHeight-heelRadius)))
	s.ball[side] = ankle.add(f.front.mul(0.062)).sub(f.up.mul(footHeight - ballRadius))
	st, ct := sincos(toes)
	s.put(JointToe, side, s.ball[side].add(f.front.mul(0.026*ct)).add(f.up.mul(0.026*st-(ballRadius-toeRadius)*ct)))
}

// planted says whether every pose of the mix pins this foot to the room, so that it slides.
func (m *mix) planted(side int) bool {
	all := true
	m.each(func(q *full, _ float64) {
		all = all && (q.leg[side].hold == floor || q.leg[side].hold == atPoint)
	})
	return all
}

// legTarget is where this leg's pose wants the ankle, and the way its knee then points.
func (s *skeleton) legTarget(l *limb, side int, root frame, usual func(Vec) Vec) (target, pole Vec) {
	hip := s.at(JointHip, side)
	switch l.hold {
	case free:
		knee := hip.add(root.in(l.a.vec(side)).mul(thighLength))
		ankle := knee.add(root.in(l.b.vec(side)).mul(shankLength))
		return ankle, bulge(hip, knee, ankle, usual(ankle))
	case onto:
		p, n, _ := s.point(l.on, side)
		target = p.add(n.mul(0.028)).add(root.in(outward(l.pin, side)))
	default:
		target = outward(l.pin, side)
	}
	pole = usual(target)
	if l.hold == floor { // over the toes
		pole = pole.add(s.footDir(l, side, root).mul(0.6)).unit()
	}
	if l.hasPole {
		pole = root.in(l.pole.vec(side))
	}
	return target, pole
}

// footDir is where this leg's pose points the toes.
func (s *skeleton) footDir(l *limb, side int, root frame) Vec {
	if l.hold == floor {
		v := l.c.vec(side)
		if d := (Vec{v.X, 0, v.Z}); d.len() > 0.2 {
			return d.unit()
		}
	}
	return root.in(l.c.vec(side))
}

// outward turns a pin's last number from "out" to the room's left.
func outward(pin Vec, side int) Vec { return Vec{pin.X, pin.Y, pin.Z * sign(side)} }
