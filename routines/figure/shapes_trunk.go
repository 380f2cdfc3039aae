package figure

import "math"

// slice is a cross-section of the trunk: half width, and depth in front of and behind the spine; u is 0
// at the hips and 1 at the shoulders.
type slice struct{ u, wide, front, back, thick float64 }

// refineSlices puts a slice between every two, on a smooth curve through all.
func refineSlices(in []slice) []slice {
	var out []slice
	at := func(i int) slice { return in[max(0, min(i, len(in)-1))] }
	for i := range len(in) - 1 {
		for _, k := range []float64{0, 0.5} {
			w := roundWeights(k)
			var c slice
			for j := range 4 {
				o := at(i - 1 + j)
				c.u += w[j] * o.u
				c.wide += w[j] * o.wide
				c.front += w[j] * o.front
				c.back += w[j] * o.back
				c.thick += w[j] * o.thick
			}
			out = append(out, c)
		}
	}
	return append(out, in[len(in)-1])
}

// hemTone is how much deeper hems are toned than their cloth.
const hemTone = 0.55

// spineAt is the spine's curve through pelvis, waist and the root of the neck, and its direction.
func (s *skeleton) spineAt(u float64) (at, along Vec) {
	p0, p1, p2 := s.j[JointPelvis], s.j[JointWaist], s.j[JointC7]
	if u <= 0 {
		return p0.add(s.pelvis.up.mul(u * (lumbarLength + chestLength))), s.pelvis.up
	}
	ctl := p1.mul(2).sub(p0.add(p2).mul(0.5))
	at = p0.mul((1 - u) * (1 - u)).add(ctl.mul(2 * u * (1 - u))).add(p2.mul(u * u))
	along = ctl.sub(p0).mul(1 - u).add(p2.sub(ctl).mul(u)).unit()
	return at, along
}

// section is one slice of the trunk where the spine now is, the chest swelled by breath.
func (b *builder) section(s *skeleton, c slice, breath float64) blob {
	at, along := s.spineAt(c.u)
	k := smooth(0.15, 0.85, c.u)
	lef := s.pelvis.left.mul(1 - k).add(s.chest.left.mul(k)).off(along).unit()
	fro := s.pelvis.front.mul(1 - k).add(s.chest.front.mul(k)).off(along).off(lef).unit()
	// The side a trunk bends away from bulges, the other one folds.
	bulge := math.Sin(math.Pi * clamp((c.u-0.17)/0.83, 0, 1))
	at = at.sub(lef.mul(0.030 * bulge * s.chest.up.dot(s.pelvis.left)))
	at = at.sub(fro.mul(0.010 * bulge * s.chest.up.dot(s.pelvis.front)))
	swell := 1 + 0.03*breath*math.Exp(-(c.u-0.7)*(c.u-0.7)/0.05)
	depth := (c.front + c.back) / 2 * swell
	at = at.add(fro.mul((c.front-c.back)/2 + depth - depth/swell))
	return b.ellipsoid(at, lef.mul(c.wide*(1+(swell-1)*0.6)), fro.mul(depth), along.mul(c.thick))
}

// trunkKey is the trunk's place among the parts; limbs at the same depth come after it.
func (b *builder) trunkKey(s *skeleton) float64 {
	mid, _ := s.spineAt(0.5)
	return -b.cam.depth(mid) - 0.012
}

func (b *builder) hips(s *skeleton) {
	key := math.Min(-b.cam.depth(s.j[JointPelvis])-0.02, b.trunkKey(s)-0.001)
	b.begin(RoleBottom, Body, 0, 1, key)
	b.balls = b.balls[:0]
	for _, c := range b.build.hips {
		b.balls = append(b.balls, b.section(s, c, 0))
	}
	b.chain(b.balls)
	// Cloth spans from thigh to thigh where the legs are wide apart.
	if wide := smooth(0.35, 0.9, s.thigh(left).sub(s.thigh(right)).dot(s.pelvis.left)); wide > 0 {
		inner := func(side int) blob {
			return b.ball(s.at(JointHip, side).add(s.thigh(side).mul(0.19*thighLength)), 0.030+0.016*wide)
		}
		b.hull(inner(left), inner(right))
	}
	for side := range 2 {
		// The seat follows the thigh a little, as the muscle does, in the tone of its leg.
		hip, thigh := s.at(JointHip, side), s.thigh(side)
		bent := smooth(25, 85, angleBetween(thigh, s.pelvis.up.mul(-1)))
		far := b.far(s, hip.to(s.at(JointKnee, side), 0.2), s.pelvis.left)
		b.begin(RoleBottom, Body, far, 1, key-0.0001*math.Ceil(far))
		seat := b.ball(hip.add(s.pelvis.front.mul(-0.021+0.003*bent)).add(thigh.mul(0.010)), 0.0485+0.0105*bent)
		b.hull(seat, b.ball(hip, 0.047+0.009*bent))
		b.hull(seat, b.ball(hip.add(thigh.mul((0.24+0.40*bent)*thighLength)), 0.0565-0.006*bent))
	}
}

func (b *builder) shirt(s *skeleton, breath float64) {
	key := b.trunkKey(s)
	// What the shirt shades of the trousers, then its hem in a deeper tone, then the shirt itself.
	hem := b.build.trunk[0]
	// Over a bent hip the belly draws the hem in.
	bent := 0.0
	for side := range 2 {
		bent += 0.5 * smooth(35, 95, angleBetween(s.thigh(side), s.pelvis.up.mul(-1)))
	}
	hem.front -= 0.010 * bent
	if !b.ghost {
		under := hem
		under.u -= 0.022
		b.begin(RoleShade, Atop, 0, 0.18, key-0.0005)
		b.hull(b.section(s, under, 0), b.section(s, b.build.trunk[2], 0))
		b.begin(b.build.shirt, Body, hemTone, 1, key)
		b.hull(b.section(s, hem, 0), b.section(s, b.build.trunk[1], 0))
		up, k := b.build.trunk[1], 0.4
		hem.u += (up.u - hem.u) * k
		hem.wide += (up.wide - hem.wide) * k
		hem.front += (up.front - hem.front) * k
		hem.back += (up.back - hem.back) * k
	}
	b.begin(b.build.shirt, Body, 0, 1, key)
	b.balls = append(b.balls[:0], b.section(s, hem, 0))
	for _, c := range b.build.trunk[1:] {
		b.balls = append(b.balls, b.section(s, c, breath))
	}
	b.chain(b.balls)
	// Bent forward the belly folds; the cloth spans the fold.
	if fold := smooth(5, 40, angleBetween(s.pelvis.up, s.chest.up)) * smooth(0, 0.3, s.chest.up.dot(s.pelvis.front)); fold > 0 {
		k := 0.85 + 0.15*fold
		b.hull(b.balls[0].scaled(k), b.balls[4].scaled(k))
	}
	n := len(b.balls)
	upper, lower, neck := b.balls[n-5], b.balls[n-6], b.balls[n-1]
	for side := range 2 {
		cap := b.shoulderCap(s, side)
		b.hull(neck, cap)
		b.hull(upper, cap)
		b.hull(lower, b.ball(s.at(JointShoulder, side).sub(s.chest.up.mul(0.012)), 0.024))
	}
}

// shoulderCap rounds the shoulder off, whatever the arm does.
func (b *builder) shoulderCap(s *skeleton, side int) blob {
	return b.ball(s.at(JointShoulder, side), b.build.shoulder)
}

// neck rises out of the collar, a ring that leans forward. Where the ring opens towards the camera
// the neck is drawn after the shirt, with the skin the ring leaves free; else the shirt hides its root.
func (b *builder) neck(s *skeleton) {
	key := b.trunkKey(s) - 0.0003
	c7, skull := s.j[JointC7], s.j[JointSkull]
	root := c7.add(s.chest.up.mul(-0.006)).add(s.chest.front.mul(0.004))
	top := skull.add(s.skull.up.mul(0.035)).sub(s.skull.front.mul(0.008))
	ring := c7.add(s.chest.up.mul(0.002)).add(s.chest.front.mul(0.010))
	across := s.chest.front.mul(0.83).sub(s.chest.up.mul(0.56))
	open := s.chest.up.mul(0.83).add(s.chest.front.mul(0.56))
	thick, wide := b.build.neck, b.build.collar
	foot := b.ball(root, thick[0])
	if b.cam.depth(open) < 0 && !b.ghost {
		key = b.trunkKey(s) + 0.0003
		collar := func(m float64) blob {
			return b.ellipsoid(ring, s.chest.left.mul(wide[0]+m), across.mul(wide[1]+m), open.mul(0.002))
		}
		b.begin(RoleShade, Atop, 0, 0.16, key)
		b.hull(collar(0.006))
		foot = collar(0)
	}
	b.begin(RoleSkin, Body, 0, 1, key)
	b.balls = append(b.balls[:0], foot, b.ball(root.to(top, 0.45), thick[1]), b.ball(top, thick[2]))
	b.chain(b.balls)
}
