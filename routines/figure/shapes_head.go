package figure

import "math"

// The hair's half axes in statures; the skull under it is a little smaller.
const hairFront, hairUp, hairSide = 0.063, 0.066, 0.0545

// head draws skull, face and hair. There are no features: where it looks is told by the
// hairline, the nose in profile and an ear.
func (b *builder) head(s *skeleton) {
	f := s.skull
	mid := s.j[JointSkull].add(f.up.mul(0.066))
	key := b.headKey(s)
	at := func(forward, up, side float64) Vec { return mid.add(f.in(Vec{forward, up, side})) }

	cut := &b.build.hair
	bun := b.ball(at(-0.049, 0.064, 0), 0.0285)
	bunNear := b.cam.depth(f.front.mul(0.64).sub(f.up.mul(0.77))) > 0.1
	if cut.bun && (!bunNear || b.ghost) {
		b.begin(RoleHair, Body, 0, 1, key)
		b.hull(bun)
	}
	fringe := !cut.bun && b.cam.depth(f.front.mul(0.5).add(f.up.mul(0.87))) < 0.15
	if !cut.bun {
		b.crown(f, at, true, key)
	}
	skull := b.ellipsoid(at(-0.004, 0.007, 0), f.front.mul(hairFront-0.003), f.up.mul(hairUp-0.0025), f.left.mul(hairSide-0.0008))
	cheek := b.ellipsoid(at(0.018, -0.018, 0), f.front.mul(0.035), f.up.mul(0.036), f.left.mul(b.build.cheek))
	chin := b.ellipsoid(at(0.031, -0.051, 0), f.front.mul(0.020), f.up.mul(0.017), f.left.mul(b.build.chin))
	jaw := b.ellipsoid(at(-0.006, -0.032, 0), f.front.mul(0.022), f.up.mul(0.020), f.left.mul(b.build.jaw))
	nose := b.ball(at(0.0545, -0.015, 0), 0.0075)
	bridge := b.ball(at(0.047, 0.008, 0), 0.0060)
	if !b.ghost {
		b.begin(RoleShade, Atop, 0, 0.20, key)
		b.hull(skull.grown(0.006))
		b.hull(cheek.grown(0.006), chin.grown(0.006))
	}
	line := b.hairline(f, at, cut.edge)
	if line.faceOn && !b.ghost {
		if cut.cover < 1 {
			b.begin(RoleSkin, Body, 0, 1, key)
			b.hull(line.whole)
		}
		b.begin(RoleHair, Body, 0, cut.cover, key)
		b.hull(line.whole)
		b.begin(RoleSkin, Body, 0, 1, key)
		b.polygon(line.pts...)
		b.begin(RoleSkin, Body, 0, 1, key)
	} else {
		b.begin(RoleSkin, Body, 0, 1, key)
		b.hull(skull)
	}
	b.hull(cheek, chin)
	b.hull(chin, jaw)
	b.hull(cheek, jaw)
	b.hull(nose, bridge)
	if b.ghost {
		return
	}
	if !line.faceOn {
		b.hair(&line, cut.cover, key)
	}
	if cut.cover < 1 {
		line = b.hairline(f, at, cut.top)
		b.hair(&line, 1, key)
	}
	if fringe {
		b.crown(f, at, false, key)
	}
	b.ears(f, at, key)
	if cut.bun && bunNear {
		b.begin(RoleShade, Atop, 0, 0.22, key)
		b.hull(bun.grown(0.005))
		b.begin(RoleHair, Body, 0, 1, key)
		b.hull(bun)
	}
}

// hair draws what is seen of the hair behind a hairline, covering so much of what is under it.
func (b *builder) hair(line *hairline, cover, key float64) {
	if !line.back && len(line.pts) == 0 {
		return
	}
	b.begin(RoleHair, Body, 0, cover, key)
	if line.back {
		b.hull(line.whole)
	} else {
		b.polygon(line.pts...)
	}
}

// crown is the hair of a crop that stands up: all of it, which the head then covers, or what falls
// over the forehead.
func (b *builder) crown(f frame, at func(forward, up, side float64) Vec, all bool, key float64) {
	lock := func(forward, up, long, high, wide float64) blob {
		return b.ellipsoid(at(forward, up, 0), f.front.mul(long), f.up.mul(high), f.left.mul(wide))
	}
	fringe := lock(0.030, 0.0610, 0.019, 0.0155, 0.0315)
	b.begin(RoleHair, Body, 0, 1, key)
	if all {
		b.hull(fringe, lock(-0.012, 0.039, 0.047, 0.0395, 0.0485))
	} else {
		b.hull(fringe, lock(0.000, 0.0630, 0.030, 0.0135, 0.033))
	}
}

func (b *builder) headKey(s *skeleton) float64 {
	mid := s.j[JointSkull].add(s.skull.up.mul(0.066))
	return math.Max(-b.cam.depth(mid), b.trunkKey(s)+0.002)
}

// ears sit on the hairline; each shows when its side of the head does.
func (b *builder) ears(f frame, at func(forward, up, side float64) Vec, key float64) {
	for side := range 2 {
		l := sign(side)
		show := smooth(0.25, 0.6, -b.cam.depth(f.left.mul(l)))
		if show == 0 {
			continue
		}
		ear := b.ellipsoid(at(0.000, -0.014, 0.047*l), f.front.mul(0.0085*show), f.up.mul(0.0135), f.left.mul(0.004))
		b.begin(RoleShade, Atop, 0, 0.22, key)
		b.hull(ear.grown(0.003))
		b.begin(RoleSkin, Body, 0.35, 1, key)
		b.hull(ear)
	}
}

// hairline is what is seen of the hair, the part of a sphere round the skull behind a plane that
// leans from the forehead back to the nape.
type hairline struct {
	whole blob // the sphere
	pts   []Pt // what of it is hair; with faceOn what of it is face
	// back: nothing but hair is seen. faceOn: hair is seen all round the face. With neither and no points
	// no hair is seen.
	back, faceOn bool
}

func (b *builder) hairline(f frame, at func(forward, up, side float64) Vec, edge hairEdge) hairline {
	const n = 56
	cut := edge.cut
	centre := at(-0.006, 0.008, 0)
	ax, ay, az := f.front.mul(hairFront), f.up.mul(hairUp), f.left.mul(hairSide)
	pole := Vec{edge.back, edge.high, 0}.unit()
	// In the sphere's own space the hairline is a circle about pole; p maps it to the room.
	p := func(v Vec) Vec { return centre.add(ax.mul(v.X)).add(ay.mul(v.Y)).add(az.mul(v.Z)) }
	e1 := Vec{0, 0, 1}
	e2 := pole.cross(e1)
	r := math.Sqrt(1 - cut*cut)
	// A point v of the sphere faces the camera where its normal does.
	view := Vec{
		b.cam.depth(ax) / (hairFront * hairFront), b.cam.depth(ay) / (hairUp * hairUp), b.cam.depth(az) / (hairSide * hairSide),
	}
	facing := func(v Vec) bool { return v.dot(view) < 0 }

	h := hairline{whole: b.ellipsoid(centre, ax, ay, az)}
	var line [n]Vec
	var seen [n]bool
	count := 0
	for i := range line {
		s, c := math.Sincos(2 * math.Pi * float64(i) / n)
		line[i] = pole.mul(cut).add(e1.mul(r * c)).add(e2.mul(r * s))
		seen[i] = facing(line[i])
		if seen[i] {
			count++
		}
	}
	if count == 0 {
		h.back = facing(pole)
		return h
	}
	start := 0
	for i := range line {
		if seen[i] && !seen[(i+n-1)%n] {
			start = i
		}
	}
	h.pts = b.path[:0]
	for k := range count {
		h.pts = append(h.pts, b.cam.flat(p(line[(start+k)%n])))
	}
	if count == n {
		h.faceOn = !facing(pole)
	} else {
		// Close along the outline of the sphere, on the side that has hair.
		first, last := h.pts[0], h.pts[len(h.pts)-1]
		h.pts = b.outline(h.pts, &h.whole, last, first, func(n Pt) bool { return b.hairy(n, f, pole, cut) })
	}
	b.path = h.pts
	return h
}

// outline adds to out the rim of o between two points, on the side where keep holds.
func (b *builder) outline(out []Pt, o *blob, from, to Pt, keep func(Pt) bool) []Pt {
	nearest := func(p Pt) int {
		best, at := math.Inf(1), 0
		for i, n := range ray {
			_, sp := o.support(n)
			q := o.rim(n, sp)
			if d := math.Hypot(q.X-p.X, q.Y-p.Y); d < best {
				best, at = d, i
			}
		}
		return at
	}
	i, j := nearest(from), nearest(to)
	step := 1
	mid := func(step int) int {
		n := (j - i + rays*2) % rays
		if step < 0 {
			n = (i - j + rays*2) % rays
		}
		return (i + step*n/2 + rays*2) % rays
	}
	if !keep(ray[mid(1)]) {
		step = -1
	}
	for k := i; ; k = (k + step + rays) % rays {
		_, sp := o.support(ray[k])
		out = append(out, o.rim(ray[k], sp))
		if k == j {
			return out
		}
	}
}

// hairy says whether the sphere's outline in the picture direction n is behind the hairline.
func (b *builder) hairy(n Pt, f frame, pole Vec, cut float64) bool {
	// On the outline the sphere's normal lies in the picture plane along n.
	axes := [3]Vec{f.front.mul(hairFront), f.up.mul(hairUp), f.left.mul(hairSide)}
	var v [3]float64
	sum := 0.0
	for i, a := range axes {
		p := b.cam.flat(a)
		v[i] = p.X*n.X + p.Y*n.Y
		sum += v[i] * v[i]
	}
	l := math.Sqrt(sum)
	return (v[0]*pole.X+v[1]*pole.Y+v[2]*pole.Z)/l > cut
}
