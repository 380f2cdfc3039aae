package figure

import "math"

// loop is the arrow of a round: nearly closed, on the way of the joint as seen by the camera, wide
// enough to lie round the body.
func (g *rig) loop(poses []full, joint Joint, set *setting) []Pt {
	const steps = 48
	var sk skeleton
	path := make([]Pt, 0, steps)
	mid := Pt{}
	for i := range steps {
		legs := len(poses)
		e := float64(i) / steps * float64(legs)
		at := func(k int) *full { return &poses[(int(e)+k+legs)%legs] }
		m := mix{q: [4]*full{at(-1), at(0), at(1), at(2)}, w: roundWeights(e - math.Floor(e)), n: 4}
		sk = solve(&m, set)
		p := g.cam.flat(sk.j[joint])
		path = append(path, p)
		mid.X += p.X / steps
		mid.Y += p.Y / steps
	}
	area, box := 0.0, emptyRect()
	for i, p := range path {
		q := path[(i+1)%steps]
		area += (p.X-mid.X)*(q.Y-mid.Y) - (q.X-mid.X)*(p.Y-mid.Y)
		box = box.with(p)
	}
	// The true round, turned into an ellipse that runs the same way: round the body where the trunk
	// moves, else as large as the joint's own way, or large enough to be seen.
	wide, high := 0.23, 0.075
	if joint > JointWaist {
		wide, high = max(0.09*g.scale, box.Width()/2), max(0.08*g.scale, box.Height()/2)
	}
	const drawn, of = 83, 97 // points; the gap between the ends shows where it starts
	sense := math.Copysign(1, area)
	out := make([]Pt, 0, drawn)
	for i := range drawn {
		s, c := math.Sincos(-math.Pi*0.42 + sense*2*math.Pi*float64(i)/of)
		out = append(out, Pt{mid.X + wide*c, mid.Y + high*s})
	}
	return out
}

// turnPath is an arc of a ring over the head, or round the joint for others than head and neck,
// opened to the camera enough to be read as a ring.
func (g *rig) turnPath(sk *skeleton, j Joint, deg float64) []Pt {
	up, radius, centre := sk.chest.up, 0.135, sk.j[j]
	if j == JointHead || j == JointC7 || j == JointSkull {
		up = sk.skull.up
		centre = sk.j[JointHead].add(up.mul(0.098))
	} else {
		radius = 0.21
	}
	axis := g.cam.flat(up)
	high := math.Hypot(axis.X, axis.Y)
	// Seen edge on a ring is a line: open it to at least this much.
	open := math.Max(math.Sqrt(math.Max(0, 1-high*high)), 0.34)
	if high < 0.3 {
		axis, high = Pt{0, 1}, 1
	}
	ux, uy := axis.X/high, axis.Y/high
	mid := g.cam.flat(centre)
	const steps = 64
	var out []Pt
	for i := range steps + 1 {
		// 0 is the ring's near side; a turn to the figure's left runs to the picture's right there.
		s, c := sincos(-deg/2 + deg*float64(i)/steps)
		x, y := radius*s, -radius*open*c
		out = append(out, Pt{mid.X + x*uy + y*ux, mid.Y - x*ux + y*uy})
	}
	return out
}

// clear smooths a path to one plain curve, trims it and pushes it sideways until it is clear of
// both silhouettes. cost says how far it had to go, and how much of it is still on a body.
func (g *rig) clear(path []Pt, a, b *skeleton) (curve []Pt, cost float64) {
	n := len(path) - 1
	p0, p2 := path[0], path[n]
	mid := path[n/2]
	length := math.Hypot(p2.X-p0.X, p2.Y-p0.Y)
	if length < 0.02 {
		return nil, 1
	}
	// Very short ways are drawn longer, or nobody sees them.
	if least := 0.21 * g.scale; length < least {
		k := (least/length - 1) / 2
		dx, dy := (p2.X-p0.X)*k, (p2.Y-p0.Y)*k
		p0, p2 = Pt{p0.X - dx, p0.Y - dy}, Pt{p2.X + dx, p2.Y + dy}
	}
	// The curve bulges with the way, but never so far that it hooks back on itself.
	half := Pt{(p0.X + p2.X) / 2, (p0.Y + p2.Y) / 2}
	bx, by := 2*(mid.X-half.X), 2*(mid.Y-half.Y)
	if most := 0.55 * math.Hypot(p2.X-p0.X, p2.Y-p0.Y); math.Hypot(bx, by) > most {
		k := most / math.Hypot(bx, by)
		bx, by = bx*k, by*k
	}
	ctl := Pt{half.X + bx, half.Y + by}
	at := func(t float64) Pt {
		u := 1 - t
		return Pt{u*u*p0.X + 2*u*t*ctl.X + t*t*p2.X, u*u*p0.Y + 2*u*t*ctl.Y + t*t*p2.Y}
	}
	const steps = 28
	curve = make([]Pt, steps+1)
	for i := range curve {
		curve[i] = at(0.06 + 0.88*float64(i)/steps)
	}
	start, end := outlineBalls(&g.cam, a), outlineBalls(&g.cam, b)
	heads := [2][]blob{start[len(start)-headBalls:], end[len(end)-headBalls:]}
	nx, ny := -(p2.Y - p0.Y), p2.X-p0.X
	l := math.Hypot(nx, ny)
	nx, ny = nx/l, ny/l
	best, bestCost := 0.0, math.Inf(1)
	for d := 0.0; d <= 0.30 && d < bestCost; d += 0.0125 {
		for _, side := range []float64{d, -d} {
			lost, lowest := 0.0, math.Inf(1)
			for i := 0; i < len(curve); i += 2 {
				q := Pt{curve[i].X + nx*side, curve[i].Y + ny*side}
				lowest = min(lowest, q.Y)
				// Over a face is worse than over a leg.
				lost += max(crowded(q, start), crowded(q, end)) + 4*max(crowded(q, heads[0]), crowded(q, heads[1]))
				if lost*1.6+d >= bestCost {
					break // it only grows
				}
			}
			if c := lost*1.6 + d + max(0, 0.03-lowest)*20; c < bestCost-1e-9 {
				best, bestCost = side, c
			}
		}
	}
	for i := range curve {
		curve[i].X += nx * best
		curve[i].Y += ny * best
	}
	return curve, bestCost
}

// crowded is how much nearer than an arrow likes q is to any of the balls.
func crowded(q Pt, balls []blob) float64 {
	const margin = 0.03
	most := 0.0
	for i := range balls {
		o := &balls[i]
		dx, dy, r := q.X-o.c.X, q.Y-o.c.Y, o.r+margin
		if d := dx*dx + dy*dy; d < r*r {
			most = max(most, r-math.Sqrt(d))
		}
	}
	return most
}

// headBalls is how many of outlineBalls, the last, are of the head.
const headBalls = 3

// outlineBalls is a coarse stand-in for a body's silhouette, a hair's breadth larger than it.
func outlineBalls(cam *camera, s *skeleton) []blob {
	out := make([]blob, 0, 80)
	line := func(a, b Vec, r0, r1 float64, n int) {
		for i := range n {
			t := float64(i) / float64(n-1)
			out = append(out, round(cam.flat(a.to(b, t)), r0+(r1-r0)*t))
		}
	}
	line(s.j[JointPelvis], s.j[JointWaist], 0.106, 0.085, 4)
	line(s.j[JointWaist], s.j[JointC7], 0.085, 0.08, 5)
	for side := range 2 {
		line(s.at(JointHip, side), s.at(JointKnee, side), 0.062, 0.045, 5)
		line(s.at(JointKnee, side), s.at(JointAnkle, side), 0.050, 0.036, 5)
		line(s.at(JointHeel, side), s.at(JointToe, side), 0.024, 0.032, 3)
		line(s.at(JointShoulder, side), s.at(JointElbow, side), 0.041, 0.039, 4)
		line(s.at(JointElbow, side), s.at(JointWrist, side), 0.030, 0.024, 4)
		line(s.at(JointWrist, side), s.at(JointHand, side).to(s.at(JointWrist, side), -0.25), 0.036, 0.024, 3)
	}
	mid := s.j[JointSkull].add(s.skull.up.mul(0.066))
	line(s.j[JointSkull], mid, 0.055, 0.076, 2)
	out = append(out, round(cam.flat(mid.add(s.skull.front.mul(-0.049)).add(s.skull.up.mul(0.064))), 0.035))
	return out
}
