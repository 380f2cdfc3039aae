package figure

import "math"

// props draws the things round the body.
func (b *builder) props(sk *skeleton, set *setting) {
	for i := range set.props {
		p := &set.props[i]
		switch p.kind {
		case "chair":
			b.chair(p)
		case "wall":
			b.wall(p)
		case "doorway":
			b.doorway(p, sk)
		case "pillow":
			b.pillow(p)
		case "roller":
			b.roller(p)
		case "ball":
			b.begin(RoleStrap, Over, 0, 1, keyProp+5)
			b.hull(b.ball(p.place(0, p.height/2, 0), p.height/2))
		case "step":
			b.step(p)
		case "strap":
			b.strap(p, sk)
		}
	}
}

// beam is a straight stick of the radius given.
func (b *builder) beam(from, to Vec, r float64) { b.hull(b.ball(from, r), b.ball(to, r)) }

func (b *builder) chair(p *prop) {
	h, x, z := p.height, p.length/2, p.width/2
	const leg, board = 0.0125, 0.014
	behind, high := p.chairBack()
	ax := p.axes()
	// The side farther from the camera first, in the deeper tone.
	farSide := 1.0
	if b.cam.depth(ax.left) < 0 {
		farSide = -1
	}
	// Seen from behind, the back of the chair stands before whoever sits on it.
	fromBehind := b.cam.depth(ax.front) > 0.5
	upright := func(side float64, role Role, key float64) {
		b.begin(role, Over, 0, 1, key)
		zz := side * (z - 0.012)
		b.beam(p.place(-x+0.012, h, zz), p.place(-x-0.014, leg, zz), leg)
		b.beam(p.place(x-0.012, h-board, zz), p.place(x+0.008, leg, zz), leg)
		if fromBehind {
			b.begin(role, Over, 0, 1, keyBefore)
		}
		b.beam(p.place(-x+0.012, h-board, zz), p.place(-behind-0.004, high-0.012, zz), leg)
	}
	upright(farSide, RolePropDark, keyProp)
	slats := keyProp + 0.2
	if fromBehind {
		slats = keyBefore
	}
	b.begin(RoleProp, Over, 0, 1, slats)
	for _, up := range []float64{high - 0.016, high - 0.085} {
		k := (up - h) / (high - h)
		at := -x + 0.012 + (-behind-0.004+x-0.012)*k
		b.hull(
			b.ball(p.place(at, up, z-0.012), 0.0145), b.ball(p.place(at, up, -z+0.012), 0.0145))
	}
	upright(-farSide, RoleProp, keyProp+0.3)
	pad := func(dx, dz, y float64) blob {
		const r = 0.02
		return b.ellipsoid(p.place(dx*(x-r), y, dz*(z-r)), ax.front.mul(r), ax.left.mul(r), ax.up.mul(0.006))
	}
	for i, role := range []Role{RolePropDark, RoleProp} {
		y := h - 0.019 + 0.013*float64(i)
		b.begin(role, Over, 0, 1, keyProp+0.4+0.1*float64(i))
		b.hull(pad(1, 1, y), pad(1, -1, y), pad(-1, -1, y), pad(-1, 1, y))
	}
}

func (b *builder) wall(p *prop) {
	b.begin(RolePropSoft, Over, 0, 1, keyFloor-1)
	z := p.length / 2
	thick := -0.035
	if p.at.X > 0 {
		thick = 0.035
	}
	c := func(x, y, zz float64) blob { return b.ball(p.place(x, y, zz), 0.006) }
	b.hull(c(0, 0, z), c(0, 0, -z), c(0, p.height, z), c(0, p.height, -z),
		c(thick, 0, z), c(thick, 0, -z), c(thick, p.height, z), c(thick, p.height, -z))
	b.begin(RolePropDark, Over, 0, 0.35, keyFloor-0.9)
	b.hull(c(0, 0, z), c(0, 0, -z), c(0, 0.035, z), c(0, 0.035, -z))
}

func (b *builder) doorway(p *prop, sk *skeleton) {
	z := p.width/2 + 0.025
	post := func(side float64) {
		key := float64(keyProp)
		if b.cam.depth(p.place(0, 0.5, side*z)) < b.cam.depth(sk.j[JointPelvis])-0.1 {
			key = keyNear
		}
		b.begin(RoleProp, Over, 0, 1, key)
		b.hull(b.ball(p.place(-0.02, 0, side*z), 0.016), b.ball(p.place(0.02, 0, side*z), 0.016),
			b.ball(p.place(-0.02, p.height, side*z), 0.016), b.ball(p.place(0.02, p.height, side*z), 0.016))
	}
	post(1)
	post(-1)
	b.begin(RolePropDark, Over, 0, 1, keyProp-0.1)
	b.hull(b.ball(p.place(0, p.height+0.01, z), 0.028), b.ball(p.place(0, p.height+0.01, -z), 0.028))
}

func (b *builder) pillow(p *prop) {
	ax := p.axes()
	r := p.height / 2
	c := func(x, z float64) blob {
		return b.ellipsoid(p.place(x*(p.length/2-r), r, z*(p.width/2-r)), ax.front.mul(r), ax.left.mul(r), ax.up.mul(r))
	}
	b.begin(RolePropSoft, Over, 0, 1, keyProp+1)
	b.hull(c(1, 1), c(1, -1), c(-1, -1), c(-1, 1))
}

func (b *builder) roller(p *prop) {
	r := p.height / 2
	ax := p.axes()
	b.begin(RolePropDark, Over, 0, 1, keyProp+2)
	b.hull(b.disc(p.place(0, r, p.length/2), ax.left, r, 0.001), b.disc(p.place(0, r, -p.length/2), ax.left, r, 0.001))
	b.begin(RoleProp, Over, 0, 1, keyProp+2.1)
	near := -1.0
	if b.cam.depth(ax.left) < 0 {
		near = 1
	}
	b.hull(b.disc(p.place(0, r, near*p.length/2), ax.left, r, 0.001))
}

func (b *builder) step(p *prop) {
	ax := p.axes()
	c := func(x, z, y float64) blob {
		const r = 0.012
		return b.ellipsoid(p.place(x*(p.length/2-r), y, z*(p.width/2-r)), ax.front.mul(r), ax.left.mul(r), Vec{})
	}
	top := []blob{c(1, 1, p.height), c(1, -1, p.height), c(-1, -1, p.height), c(-1, 1, p.height)}
	b.begin(RolePropDark, Over, 0, 1, keyProp+1)
	b.hull(append([]blob{c(1, 1, 0), c(1, -1, 0), c(-1, -1, 0), c(-1, 1, 0)}, top...)...)
	b.begin(RoleProp, Over, 0, 1, keyProp+1.1)
	b.hull(top...)
}

// strap is a thin band from both hands to the point it holds, in a loop round the foot there; its ends
// hang from the hands.
func (b *builder) strap(p *prop, sk *skeleton) {
	at, out, ok := sk.point(p.to, right)
	if !ok {
		return
	}
	of, place := sideOf(p.to, right)
	const r = 0.0042
	foot := sk.foot[of]
	near := -b.cam.depth(sk.at(JointAnkle, of)) + float64(sk.layer[2+of])*0.2
	for side := range 2 {
		hand := sk.at(JointWrist, side).add(sk.hand[side].front.mul(palmMiddle))
		edge := at.add(out.mul(r)).add(foot.left.mul(sign(side) * 0.024))
		key := -b.cam.depth(hand.to(edge, 0.5))
		near = math.Max(near, key)
		b.begin(RoleStrap, Over, b.far(sk, hand, sk.chest.left), 1, key)
		b.beam(hand, edge, r)
		last := hand
		for i := range 6 { // the end hangs in a curve
			t := float64(i+1) / 6
			next := hand.add(Vec{0.034 * t * (1 - 0.7*t), -0.075 * t * t, 0})
			b.beam(last, next, r)
			last = next
		}
	}
	b.begin(RoleStrap, Over, 0, 1, near+0.001)
	b.beam(at.add(out.mul(r)).add(foot.left.mul(0.024)), at.add(out.mul(r)).sub(foot.left.mul(0.024)), r)
	if place != "sole" {
		return
	}
	// Of the loop only the half on the near side of the foot is seen.
	const wide, high, parts = 0.0285, 0.0200, 16
	mid := at.add(foot.up.mul(0.0175))
	for i := range parts {
		s0, c0 := sincos(360 * float64(i) / parts)
		s1, c1 := sincos(360 * float64(i+1) / parts)
		if b.cam.depth(foot.left.mul(c0+c1).add(foot.up.mul(s0+s1))) > 0.1 {
			continue
		}
		b.beam(mid.add(foot.left.mul(wide*c0)).add(foot.up.mul(high*s0)), mid.add(foot.left.mul(wide*c1)).add(foot.up.mul(high*s1)), r)
	}
}
