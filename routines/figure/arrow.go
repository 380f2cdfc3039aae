package figure

import (
	"math"
	"slices"
)

// lane is the arrow's width, of the picture's height.
const lane = 0.021

// arrow draws the movement arrow.
func (b *builder) arrow(g *rig, swapped bool, fade float64) {
	path := g.arrow(swapped)
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
	long, wide, soft, half := 0.065*g.scale, 0.036*g.scale, 0.006*g.scale, lane/2*g.scale
	tip, end := pts[len(pts)-1], len(pts)-2
	for end > 1 && math.Hypot(tip.X-pts[end].X, tip.Y-pts[end].Y) < long*0.8 {
		end--
	}
	dx, dy := tip.X-pts[end].X, tip.Y-pts[end].Y
	l := math.Hypot(dx, dy)
	dx, dy = dx/l, dy/l
	b.hull(round(pts[0], half))
	b.stroke(pts[:end+1], Pt{tip.X - dx*long*0.4, tip.Y - dy*long*0.4}, half)
	over := 2 * soft // the point reaches past the end of the way
	tipBall := round(Pt{tip.X + dx*over, tip.Y + dy*over}, soft)
	base := Pt{tip.X - dx*(long-over), tip.Y - dy*(long-over)}
	wing := func(k float64) blob {
		return round(Pt{base.X - dy*wide*k, base.Y + dx*wide*k}, soft)
	}
	b.hull(tipBall, wing(1), wing(-1))
}

// stroke adds a band along a smooth line and on to its end.
func (b *builder) stroke(line []Pt, end Pt, half float64) {
	b.contour()
	b.scene.Shapes[len(b.scene.Shapes)-1].bent = true
	at := func(i int) Pt {
		if i < len(line) {
			return line[max(i, 0)]
		}
		return end
	}
	n := len(line) + 1
	// Down one side and up the other, turned the way hulls are.
	for k := range 2 * n {
		i, side := k, half
		if k >= n {
			i, side = 2*n-1-k, -half
		}
		p, q := at(i-1), at(i+1)
		dx, dy := q.X-p.X, q.Y-p.Y
		l := math.Max(math.Hypot(dx, dy), 1e-9)
		c := at(i)
		b.point(Pt{c.X + dy/l*side, c.Y - dx/l*side})
	}
}

// arrow is the way of the movement arrow in the unflipped picture. Few pictures need the mirrored one, so each is laid
// when it is first drawn.
func (g *rig) arrow(swapped bool) []Pt {
	way := 0
	if swapped {
		way = 1
	}
	if g.arrows[way] == nil {
		path := g.layArrow(swapped)
		g.arrows[way] = &path
	}
	return *g.arrows[way]
}

// layArrow lays the arrow from the ghost to the shown pose on the true path of what moves,
// pushed outward until it is clear of both bodies.
func (g *rig) layArrow(swapped bool) []Pt {
	a := g.f.Arrow
	if a != nil && a.None || g.start == g.still && g.f.Motion != "circle" {
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
		e := float64(i) / steps * math.Abs(float64(g.still-g.start))
		dir := 1
		if g.still < g.start {
			dir = -1
		}
		whole := int(e)
		from, to := g.start+dir*whole, g.start+dir*min(whole+1, dir*(g.still-g.start))
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
		turn := poses[g.still].turn - poses[g.start].turn
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
