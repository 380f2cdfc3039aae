package figure

import (
	"math"
	"slices"
)

// bends are the numbers of a trunk that a handle changes, in degrees each.
type bends [2]float64

// costs are what a degree of each bend costs, in statures² off the place per degree². What the view hardly shows is left
// alone: a head drawn nearer to the shoulders in a side view should not tip to the side.
func (g *Grip) costs(body frame) bends {
	const shown, cheap, dear = 0.35, 1e-8, 1e-3
	seen := func(v Vec) float64 { p := g.cam.flat(v); return math.Hypot(p.X, p.Y) }
	c := bends{cheap, 10 * cheap}
	if seen(body.front) < shown {
		c[0] = dear
	}
	if seen(body.left) < shown {
		c[1] = dear
	}
	return c
}

// solveBends looks for the bends that bring the handle to a place, the least of them where several would.
func (g *Grip) solveBends(to Pt, apply func(bends) full) full {
	seen := func(x bends) Pt {
		q := apply(x)
		m := only(&q)
		s := solve(&m, g.set)
		return g.cam.flat(s.handle(g.handle))
	}
	dear := g.costs(g.s.chest)
	cost := func(x bends, p Pt) float64 {
		return (to.X-p.X)*(to.X-p.X) + (to.Y-p.Y)*(to.Y-p.Y) + dear[0]*x[0]*x[0] + dear[1]*x[1]*x[1]
	}
	const h, stride = 0.5, 25
	var x bends
	at := seen(x)
	for range 14 {
		e := Pt{to.X - at.X, to.Y - at.Y}
		if math.Hypot(e.X, e.Y) < 5e-4 {
			break
		}
		var j [2]Pt
		for i := range x {
			y := x
			y[i] += h
			p := seen(y)
			j[i] = Pt{(p.X - at.X) / h, (p.Y - at.Y) / h}
		}
		// A step of Gauss and Newton: (JᵀJ + D)·d = Jᵀe - D·x; failing that, of the pitch alone.
		a, b, c := j[0].X*j[0].X+j[0].Y*j[0].Y+dear[0], j[0].X*j[1].X+j[0].Y*j[1].Y, j[1].X*j[1].X+j[1].Y*j[1].Y+dear[1]
		u, v := j[0].X*e.X+j[0].Y*e.Y-dear[0]*x[0], j[1].X*e.X+j[1].Y*e.Y-dear[1]*x[1]
		det := a*c - b*b
		better := false
		for _, d := range []bends{{(u*c - v*b) / det, (v*a - u*b) / det}, {u / a, 0}, {0, v / c}} {
			if n := math.Hypot(d[0], d[1]); n > stride {
				d[0], d[1] = d[0]*stride/n, d[1]*stride/n
			}
			for range 4 {
				y := bends{x[0] + d[0], x[1] + d[1]}
				if p := seen(y); cost(y, p) < cost(x, at)*0.999 {
					x, at, better = y, p, true
					break
				}
				d[0], d[1] = d[0]/2, d[1]/2
			}
			if better {
				break
			}
		}
		if !better {
			break
		}
	}
	q, was := apply(x), apply(bends{})
	for _, v := range [][2]*float64{
		{&q.lumbar, &was.lumbar}, {&q.chest, &was.chest}, {&q.neck, &was.neck}, {&q.head, &was.head},
		{&q.bend, &was.bend}, {&q.headTilt, &was.headTilt},
	} {
		if *v[0] != *v[1] {
			*v[0] = wholeDegree(*v[0])
		}
	}
	return q
}

// pitch adds to a pitch and keeps it in what a file may say.
func pitch(p *float64, by float64) {
	if *p += by; math.Abs(*p) > 360 {
		*p = math.Remainder(*p, 360)
	}
}

// bent adds to another angle of the spine, within its limit.
func bent(p *float64, by, limit float64) {
	if by != 0 {
		*p = most(*p+by, limit)
	}
}

// moveHead nods and tilts the head; the neck goes along.
func (g *Grip) moveHead(q *full, to Pt) why {
	start := *q
	*q = g.solveBends(to, func(x bends) full {
		p := start
		pitch(&p.neck, 0.6*x[0])
		pitch(&p.head, x[0])
		bent(&p.headTilt, x[1], 70)
		return p
	})
	return cannotArc
}

// moveChest bends the trunk forward, back and to the side, more of it above the waist; the head goes along. A standing
// figure keeps its balance with the hips.
func (g *Grip) moveChest(q *full, to Pt) why {
	start := *q
	bend := func(from full) full {
		return g.solveBends(to, func(x bends) full {
			p := from
			pitch(&p.lumbar, 0.75*x[0])
			pitch(&p.chest, x[0])
			pitch(&p.neck, x[0])
			pitch(&p.head, x[0])
			bent(&p.bend, x[1], 90)
			return p
		})
	}
	*q = bend(start)
	for range 4 {
		back, ok := g.balance(q)
		if !ok {
			break
		}
		start.pelvis = back
		*q = bend(start)
	}
	return cannotArc
}

// balance is where the pelvis has to go so that a figure does not fall over, if that is all that is wrong.
func (g *Grip) balance(q *full) (Vec, bool) {
	if !g.f.stands() {
		return Vec{}, false
	}
	m := only(q)
	s := solve(&m, g.set)
	off, _ := s.offBalance(&m)
	if off.len() < 1e-9 || slices.ContainsFunc(g.was, func(w finding) bool { return w.wrong == falling }) {
		return Vec{}, false
	}
	// The weight goes along by a part of the way: most of the body is joined to the pelvis.
	off = off.mul(1.2 + 0.005/off.len())
	return Vec{fineStep(q.pelvis.X - off.X), q.pelvis.Y, fineStep(q.pelvis.Z - off.Z)}, true
}

// moveWaist rounds the back or hollows it: the part below the waist tips one way and the chest the other.
func (g *Grip) moveWaist(q *full, to Pt) why {
	start := *q
	*q = g.solveBends(to, func(x bends) full {
		p := start
		pitch(&p.lumbar, x[0])
		pitch(&p.chest, -0.8*x[0])
		pitch(&p.neck, -0.8*x[0])
		pitch(&p.head, -0.8*x[0])
		return p
	})
	return cannotArc
}

// moveHips moves the pelvis. Hands and feet that are planted or pinned stay by themselves; a leg that rests on its knee
// or its foot is pointed so that it stays too.
func (g *Grip) moveHips(q *full, to Pt) why {
	d := g.cam.lift(Pt{to.X - g.at.X, to.Y - g.at.Y})
	from := g.s.j[JointPelvis]
	at := Vec{most(fineStep(from.X+d.X), 2), clamp(fineStep(from.Y+d.Y), 0, 1.5), most(fineStep(from.Z+d.Z), 2)}
	note := cannotArc
	if g.settled() {
		// What rests says how high the pelvis is.
		at.Y, note = from.Y, resting
		q.pelvis.X, q.pelvis.Z = at.X, at.Z
	} else {
		q.pelvis = at
	}
	if d.X == 0 && d.Z == 0 {
		q.pelvis.X, q.pelvis.Z = g.q.pelvis.X, g.q.pelvis.Z
	}
	for side := range 2 {
		g.keepLeg(q, side, at.sub(from))
		g.keepArm(q, side, at.sub(from))
	}
	return note
}

// settled reports whether something rests that moves with the pelvis, so that the pelvis finds its height by itself.
func (g *Grip) settled() bool {
	m := only(&g.q)
	free := false
	for _, c := range g.q.contacts {
		g.s.touches(c, func(t touch) { free = free || t.limbs < 0 || !pinned(&m, t.limbs) })
	}
	return free
}

// keepLeg points a free leg that rests so that it goes on resting where it does while its hip moves.
func (g *Grip) keepLeg(q *full, side int, by Vec) {
	l := &q.leg[side]
	if l.hold != free {
		return
	}
	s := &g.s
	hip, knee, ankle := s.at(JointHip, side), s.at(JointKnee, side), s.at(JointAnkle, side)
	room := q.room()
	foot, kneel := HandleLeftFoot+Handle(side), HandleLeftKnee+Handle(side)
	switch {
	case g.q.restsOn(kneel):
		d := knee.sub(hip.add(by))
		// The hip goes round the knee: how high it is follows.
		flat := math.Hypot(d.X, d.Z)
		if flat >= thighLength {
			return
		}
		up := math.Sqrt(thighLength*thighLength - flat*flat)
		if knee.Y < hip.Y {
			up = -up
		}
		l.a = turnedTo(room.of(Vec{d.X, up, d.Z}), side, l.a)
	case g.q.restsOn(foot):
		g.pointLeg(l, side, hip.add(by), ankle, bulge(hip, knee, ankle, s.knee[side]))
	}
}

// keepArm does the same for a free arm that rests on its hand or elbow.
func (g *Grip) keepArm(q *full, side int, by Vec) {
	l := &q.arm[side]
	if l.hold != free {
		return
	}
	s := &g.s
	base := g.frameOf(l)
	sh, elbow, wrist := s.at(JointShoulder, side), s.at(JointElbow, side), s.at(JointWrist, side)
	now := sh.add(by)
	switch {
	case g.q.restsOn(HandleLeftElbow + Handle(side)):
		l.a = turnedTo(base.of(elbow.sub(now).unit()), side, l.a)
	case g.q.restsOn(HandleLeftHand + Handle(side)):
		mid, end, _ := reach2(now, wrist, upperArmLength, forearmLength, bulge(sh, elbow, wrist, s.elbowWay(side)))
		l.a = turnedTo(base.of(mid.sub(now).unit()), side, l.a)
		l.b = turnedTo(base.of(end.sub(mid).unit()), side, l.b)
	}
}

// turn turns the head, the chest or the hips, so that what faces the camera goes with the pointer.
func (g *Grip) turn(q *full, to Pt) why {
	s := &g.s
	axis, value, limit, radius := s.chest.up, &q.turn, 120.0, 0.07
	switch g.handle {
	case HandleHead:
		axis, value, limit, radius = s.skull.up, &q.headTurn, 90, 0.05
	case HandleHips:
		axis, value, limit = s.pelvis.up, &q.pelvisTurn, 180
	}
	// What is nearest to the camera moves square to the axis and to the line of sight.
	facing := g.cam.away().mul(-1).off(axis)
	if facing.len() < 0.2 {
		facing = s.chest.front.off(axis) // seen along the axis: what faces forward is followed
	}
	way := g.cam.flat(facing.unit().cross(axis).mul(radius))
	n := way.X*way.X + way.Y*way.Y
	if n < 1e-9 {
		return cannotTip
	}
	by := degrees(((to.X-g.at.X)*way.X + (to.Y-g.at.Y)*way.Y) / n)
	was := *value
	bent(value, wholeDegree(*value+by)-*value, limit)
	if math.Abs(*value-was-by) > 1 {
		return cannotTip
	}
	return ""
}
