package figure

// toes are the tips of the toes, measured from the ball of the foot: inward, forward, and how thick.
var toeTips = [5]struct{ in, forward, r float64 }{
	{0.0195, 0.0265, 0.0108}, {0.0065, 0.0285, 0.0082}, {-0.0045, 0.0255, 0.0077}, {-0.0140, 0.0205, 0.0073}, {-0.0220, 0.0135, 0.0070},
}

// foot draws heel, arch, ball and toes from below the hem to the tips.
func (b *builder) foot(s *skeleton, side int, far, key, shankKey float64) {
	knee, ankle := s.at(JointKnee, side), s.at(JointAnkle, side)
	f := s.foot[side]
	inner := f.left.mul(-sign(side))
	pad := func(at Vec, long, wide, thick float64) blob {
		return b.ellipsoid(at, f.front.mul(long), f.left.mul(wide), f.up.mul(thick))
	}
	shin := b.bone(knee, ankle, b.build.ankle, s.knee[side].mul(-0.006), false, 0)
	b.begin(RoleSkin, Body, far, 1, min(key, shankKey)-0.0002)
	b.chain(shin)
	heel := pad(s.at(JointHeel, side), 0.0205, 0.0195, heelRadius)
	mid := pad(ankle.add(f.front.mul(0.028)).sub(f.up.mul(0.008)), 0.022, 0.0205, 0.0205)
	arch := pad(s.ball[side].to(ankle, 0.35).add(inner.mul(-0.004)), 0.020, 0.0235, 0.0165)
	ball := pad(s.ball[side], 0.017, 0.0295, ballRadius)
	joint := b.ball(ankle, 0.0245)
	b.balls = append(b.balls[:0], joint, mid, arch, ball)
	b.halo(b.balls, true, 1.2, key)
	b.begin(RoleSkin, Body, far, 1, key)
	b.hull(joint, heel)
	b.hull(joint, mid)
	b.hull(heel, mid)
	b.hull(mid, arch)
	b.hull(mid, ball)
	b.hull(arch, ball)
	// The outer edge of a foot lies flat; from inside the arch is seen.
	lift := 0.0075 * smooth(-0.3, 0.3, -b.cam.depth(inner))
	edge := b.ball(s.ball[side].to(s.at(JointHeel, side), 0.48).add(f.up.mul(lift)), 0.0165)
	b.hull(heel, edge)
	b.hull(edge, ball)
	b.toes(s, side, ball, inner, far, key)
	if b.ghost {
		return
	}
	// The hollow of a sole that faces the camera.
	if k := smooth(0.3, 0.75, b.cam.depth(f.up)); k > 0 {
		hollow := s.ball[side].to(s.at(JointHeel, side), 0.45).add(inner.mul(0.0155)).sub(f.up.mul(ballRadius))
		b.begin(RoleShade, Atop, 0, 0.13*k, key)
		b.hull(pad(hollow, 0.027, 0.0085, 0.001))
	}
}

// toes end the foot in five, the big one inside, and part that from the others.
func (b *builder) toes(s *skeleton, side int, ball blob, inner Vec, far, key float64) {
	f := s.foot[side]
	st, ct := sincos(s.toes[side])
	dir := f.front.mul(ct).add(f.up.mul(st))
	up := f.up.mul(ct).sub(f.front.mul(st))
	at := func(in, forward, over float64) Vec {
		return s.ball[side].add(inner.mul(in)).add(dir.mul(forward)).add(up.mul(over))
	}
	b.begin(RoleSkin, Body, far, 1, key)
	for _, t := range toeTips {
		b.hull(b.ball(at(t.in*0.82, -0.003, -0.0012), 0.0137), b.ball(at(t.in, t.forward, t.r-ballRadius), t.r))
	}
	facing := b.cam.depth(up)
	if k := smooth(0.25, 0.6, max(facing, -facing)); k > 0 && !b.ghost {
		over := 0.0
		if facing > 0 {
			over = -ballRadius
		}
		b.begin(RoleShade, Atop, 0, 0.22*k, key)
		b.hull(b.ball(at(0.0115, 0.012, over), 0.0008), b.ball(at(0.0135, 0.036, over), 0.0022))
	}
}
