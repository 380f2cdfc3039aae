package figure

import (
	"math"
	"slices"
	"strings"
)

// Where things that are not the body stand from far to near; the body's own keys are its depths.
const (
	keyFloor  = -100
	keyMat    = -90
	keyShadow = -80
	keyProp   = -70
	keyGhost  = -75
	keyFeel   = 60
	keyNear   = 65
	keyArrow  = 70
)

// ghostOf draws the start pose as one flat silhouette.
func (b *builder) ghostOf(g *rig, swapped bool, fade float64) {
	way := 0
	q := &g.poses[g.ghost]
	if swapped {
		way, q = 1, &g.mirrored[g.ghost]
	}
	b.begin(RoleGhost, Over, 0, fade, keyGhost)
	// The ghost never moves, so its outline is kept and only turned with the picture.
	kept := &g.ghosts[way]
	if len(kept.pts) == 0 {
		m := only(q)
		sk := solve(&m, g.setFor(swapped))
		flip := b.cam.flip
		first, from := len(b.scene.contours), len(b.scene.pts)
		b.ghost, b.cam.flip, b.coarse = true, 1, 2
		b.body(&sk, 0)
		b.ghost, b.cam.flip, b.coarse = false, flip, 0
		kept.pts = slices.Clone(b.scene.pts[from:])
		for _, c := range b.scene.contours[first:] {
			kept.contours = append(kept.contours, c-from)
		}
		b.scene.pts, b.scene.contours = b.scene.pts[:from], b.scene.contours[:first]
		b.scene.Shapes[len(b.scene.Shapes)-1].bounds = emptyRect()
	}
	sh := &b.scene.Shapes[len(b.scene.Shapes)-1]
	from := len(b.scene.pts)
	for _, c := range kept.contours {
		b.scene.contours = append(b.scene.contours, c+from)
	}
	for _, p := range kept.pts {
		p.X *= b.cam.flip
		b.scene.pts = append(b.scene.pts, p)
		sh.bounds = sh.bounds.with(p)
	}
	sh.last = len(b.scene.contours)
	sh.kept, sh.keptFlip = kept, b.cam.flip
}

// feel lights the places the stretch is felt, inside the body only.
func (b *builder) feel(g *rig, sk *skeleton, swapped bool) {
	for _, name := range g.f.Feel {
		if swapped {
			name = otherSide(name)
		}
		at, out, ok := sk.point(name, right)
		if !ok {
			continue
		}
		// What faces away is lit at the rim of the body it lies behind, or not at all.
		away := b.cam.depth(out)
		hidden := smooth(0.05, 0.5, away)
		b.begin(RoleGlow, Glow, 0, 1-smooth(0.55, 0.85, away), b.feelKey(sk, name))
		b.hull(b.ball(at.sub(out.mul(0.022*(1-1.6*hidden))), 0.050))
	}
}

// feelKey places a glow on its own part of the body, so that an arm that passes before it stays clean.
func (b *builder) feelKey(sk *skeleton, name string) float64 {
	const just = 0.0009
	side, place := sideOf(name, right)
	thigh, shank := b.legKeys(sk, side)
	trunk := b.trunkKey(sk)
	part, _, _ := strings.Cut(place, "_")
	switch part {
	case "head", "forehead", "chin":
		return b.headKey(sk) + just
	case "knee":
		return max(thigh, shank) + just
	case "thigh":
		return thigh + just
	case "shin", "calf", "ankle", "heel", "foot", "sole", "toes":
		return shank + just
	case "hip", "glute", "seat", "waist":
		return max(thigh, trunk) + just
	case "upper":
		if place == "upper_back" {
			return trunk + just
		}
		return keyFeel
	case "elbow", "forearm", "wrist", "hand", "palm":
		return keyFeel
	case "shoulder", "armpit":
		sh, elbow := sk.at(JointShoulder, side), sk.at(JointElbow, side)
		return max(trunk, -b.cam.depth(sh.to(elbow, 0.6))) + just
	}
	return trunk + just
}

// lane is the arrow's width in statures.
const lane = 0.024

// arrow draws the movement arrow laid by arrowPath.
func (b *builder) arrow(g *rig, swapped bool, fade float64) {
	path := g.arrow
	if swapped {
		path = g.arrowMirrored
	}
	if len(path) < 3 {
		return
	}
	pts := b.path[:0]
	for _, p := range path {
		pts = append(pts, Pt{p.X * b.cam.flip, p.Y})
	}
	b.path = pts
	b.begin(RoleArrow, Over, 0, fade, keyArrow)
	// The head points along the last stretch as long as itself, or it would look bent.
	const long, wide, soft = 0.058, 0.035, 0.006
	tip, end := pts[len(pts)-1], len(pts)-2
	for end > 1 && math.Hypot(tip.X-pts[end].X, tip.Y-pts[end].Y) < long*0.8 {
		end--
	}
	dx, dy := tip.X-pts[end].X, tip.Y-pts[end].Y
	l := math.Hypot(dx, dy)
	dx, dy = dx/l, dy/l
	for i := 1; i <= end; i++ {
		r0 := lane / 2 * (0.6 + 0.4*float64(i-1)/float64(len(pts)))
		r1 := lane / 2 * (0.6 + 0.4*float64(i)/float64(len(pts)))
		p, q := pts[i-1], pts[i]
		b.hull(round(p, r0), round(q, r1))
	}
	b.hull(round(pts[end], lane/2), round(Pt{tip.X - dx*long*0.4, tip.Y - dy*long*0.4}, lane/2))
	tipBall := round(Pt{tip.X + dx*0.012, tip.Y + dy*0.012}, soft)
	base := Pt{tip.X - dx*(long-0.012), tip.Y - dy*(long-0.012)}
	wing := func(k float64) blob {
		return round(Pt{base.X - dy*wide*k, base.Y + dx*wide*k}, soft)
	}
	b.hull(tipBall, wing(1), wing(-1))
}

// arrowPath lays the arrow from the ghost to the shown pose on the true path of what moves,
// pushed outward until it is clear of both bodies. It is in the unflipped picture.
func (g *rig) arrowPath(swapped bool) []Pt {
	a := g.f.Arrow
	if a != nil && a.None || g.ghost < 0 {
		return nil
	}
	poses := g.poses
	if swapped {
		poses = g.mirrored
	}
	const steps = 12
	var sk [steps + 1]skeleton
	set := g.setFor(swapped)
	for i := range sk {
		e := float64(i) / steps * math.Abs(float64(g.still-g.ghost))
		dir := 1
		if g.still < g.ghost {
			dir = -1
		}
		whole := int(e)
		from, to := g.ghost+dir*whole, g.ghost+dir*min(whole+1, dir*(g.still-g.ghost))
		k := e - float64(whole)
		m := mix{q: [4]*full{&poses[from], &poses[to]}, w: [4]float64{1 - k, k}, n: 2}
		sk[i] = solve(&m, set)
	}
	joint := JointPelvis
	if g.f.Motion == "circle" && (a == nil || a.Turn == nil) {
		if a != nil && a.Of != "" {
			joint = jointNamed(a.Of, swapped)
		}
		return g.shiftArrow(g.loop(poses, joint, set))
	}
	if a != nil && a.Of != "" {
		joint = jointNamed(a.Of, swapped)
	} else {
		joint = g.mover(sk[:])
		// A turn moves nothing far on the picture, so it has an arrow of its own.
		turn := poses[g.still].turn - poses[g.ghost].turn
		if math.Abs(turn) >= 25 && g.travel(sk[:], JointHead) < 0.15 && g.travel(sk[:], JointPelvis) < 0.06 {
			return g.shiftArrow(g.turnPath(&sk[steps], JointWaist, math.Copysign(150, turn)))
		}
	}
	if a != nil && a.Turn != nil {
		turn := *a.Turn
		if swapped {
			turn = -turn
		}
		return g.shiftArrow(g.turnPath(&sk[steps], joint, turn))
	}
	return g.shiftArrow(g.lay(sk[:], joint))
}

// jointNamed is the joint of that name, on the other side of a mirrored body.
func jointNamed(name string, swapped bool) Joint {
	if swapped {
		name = otherSide(name)
	}
	return Joint(max(0, slices.Index(jointNames[:], name)))
}

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
	area := 0.0
	for i, p := range path {
		q := path[(i+1)%steps]
		area += (p.X-mid.X)*(q.Y-mid.Y) - (q.X-mid.X)*(p.Y-mid.Y)
	}
	// The true round, turned into an ellipse round the body that runs the same way.
	const wide, high, drawn = 0.23, 0.075, 41
	sense := math.Copysign(1, area)
	out := make([]Pt, 0, steps)
	for i := range drawn {
		s, c := math.Sincos(-math.Pi*0.42 + sense*2*math.Pi*float64(i)/steps)
		out = append(out, Pt{mid.X + wide*c, mid.Y + high*s})
	}
	return out
}

// travel is how far a joint moves on the picture.
func (g *rig) travel(sk []skeleton, j Joint) float64 {
	long := 0.0
	for i := 1; i < len(sk); i++ {
		p, q := g.cam.flat(sk[i-1].j[j]), g.cam.flat(sk[i].j[j])
		long += math.Hypot(q.X-p.X, q.Y-p.Y)
	}
	return long
}

// lay is the arrow along the way of a joint.
func (g *rig) lay(sk []skeleton, joint Joint) []Pt {
	path := make([]Pt, len(sk))
	for i := range sk {
		path[i] = g.cam.flat(sk[i].j[joint])
	}
	curve, _ := g.clear(path, &sk[0], &sk[len(sk)-1])
	return curve
}

func (g *rig) shiftArrow(path []Pt) []Pt {
	if a := g.f.Arrow; a != nil && len(a.Shift) == 2 {
		for i := range path {
			path[i].X += a.Shift[0]
			path[i].Y += a.Shift[1]
		}
	}
	return path
}

// mover is the joint whose way shows the movement best: long on the picture, and with room for an
// arrow beside it. The trunk's own joints count a little more than hands and feet, which they carry.
func (g *rig) mover(sk []skeleton) Joint {
	candidates := []struct {
		j      Joint
		weight float64
	}{
		{JointHead, 1}, {JointPelvis, 1.25}, {JointKnee, 1.05}, {JointKnee + 1, 1.05},
		{JointHand, 1}, {JointHand + 1, 1}, {JointToe, 1}, {JointToe + 1, 1},
		{JointElbow, 0.9}, {JointElbow + 1, 0.9},
	}
	best, which := math.Inf(-1), JointHead
	path := make([]Pt, len(sk))
	for _, c := range candidates {
		long := g.travel(sk, c.j)
		for i := range sk {
			path[i] = g.cam.flat(sk[i].j[c.j])
		}
		_, cost := g.clear(path, &sk[0], &sk[len(sk)-1])
		if v := long*c.weight - 0.9*math.Min(cost, 0.6); long > 0.02 && v > best {
			best, which = v, c.j
		}
	}
	return which
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
	const steps = 24
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
	if least := 0.18; length < least {
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
	body := append(start, end...)
	heads := [][]blob{start[len(start)-headBalls:], end[len(end)-headBalls:]}
	nx, ny := -(p2.Y - p0.Y), p2.X-p0.X
	l := math.Hypot(nx, ny)
	nx, ny = nx/l, ny/l
	best, bestCost := 0.0, math.Inf(1)
	for d := 0.0; d <= 0.30; d += 0.0125 {
		for _, sgn := range []float64{1, -1} {
			lost, lowest := 0.0, math.Inf(1)
			for i := 0; i < len(curve); i += 2 {
				q := Pt{curve[i].X + nx*d*sgn, curve[i].Y + ny*d*sgn}
				lowest = math.Min(lowest, q.Y)
				room := math.Inf(1)
				for _, o := range body {
					room = math.Min(room, math.Hypot(q.X-o.c.X, q.Y-o.c.Y)-o.r)
				}
				lost += math.Max(0, 0.03-room)
				for _, head := range heads { // over a face is worse than over a leg
					for _, o := range head {
						lost += 2 * math.Max(0, 0.03+o.r-math.Hypot(q.X-o.c.X, q.Y-o.c.Y))
					}
				}
			}
			c := lost*1.6 + d + math.Max(0, 0.03-lowest)*20
			if c < bestCost-1e-9 {
				best, bestCost = d*sgn, c
			}
		}
	}
	for i := range curve {
		curve[i].X += nx * best
		curve[i].Y += ny * best
	}
	return curve, bestCost
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
	line(s.j[JointSkull], mid, 0.05, 0.07, 2)
	out = append(out, round(cam.flat(mid.add(s.skull.front.mul(-0.049)).add(s.skull.up.mul(0.064))), 0.030))
	return out
}
