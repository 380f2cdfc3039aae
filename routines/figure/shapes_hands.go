package figure

// hand draws a mitten with a thumb: palm, fingers and thumb each an ellipsoid chain, so that it
// is broad from above and thin from the side.
func (b *builder) hand(s *skeleton, side int, far, key float64) {
	wrist := s.at(JointWrist, side)
	h := s.hand[side]
	thumb := h.left.mul(sign(side)) // towards the thumb's side
	dir, back := h.front, h.up
	pad := func(along, out, over, wide, thick, long float64) blob {
		at := wrist.add(dir.mul(along)).add(thumb.mul(out)).add(back.mul(over))
		return b.ellipsoid(at, dir.mul(long), h.left.mul(wide), back.mul(thick))
	}
	near, end := 0.0, 0.0 // how far the fingers bend at the knuckles and in the middle, in degrees
	switch s.shape[side] {
	case "relaxed":
		near, end = 16, 26
	case "grip":
		near, end = 58, 78
	case "fist", "point":
		near, end = 88, 95
	}
	root := pad(0, 0, 0, 0.0160, 0.0150, 0.012)
	palm := pad(0.034, 0, 0, 0.0222, 0.0130, 0.018)
	// A finger's joints, bent towards the palm; the mitten is four of them side by side.
	bend := func(at Vec, deg, long, wide, thick float64) (Vec, blob) {
		sd, cd := sincos(deg)
		d := dir.mul(cd).sub(back.mul(sd))
		n := back.mul(cd).add(dir.mul(sd))
		at = at.add(d.mul(long))
		return at, b.ellipsoid(at, d.mul(0.010), h.left.mul(wide), n.mul(thick))
	}
	knuckle := wrist.add(dir.mul(0.056))
	top := pad(0.056, 0, 0, 0.0210, 0.0115, 0.011)
	at, middle := bend(knuckle, near, 0.018, 0.0190, 0.0100)
	_, tip := bend(at, near+end, 0.017, 0.0150, 0.0085)
	b.balls = append(b.balls[:0], root, palm, top, middle, tip)
	b.halo(b.balls, true, 1.3, key)
	b.begin(RoleSkin, Body, far, 1, key)
	b.chain(b.balls)
	if s.shape[side] == "point" {
		index := wrist.add(thumb.mul(0.012))
		b.hull(b.ball(index.add(dir.mul(0.05)), 0.0085), b.ball(index.add(dir.mul(0.094)), 0.0065))
	}
	// The thumb lies along a flat hand and against the fingers of a closed one.
	closed := min(1, near/60)
	out, under := 0.028-0.016*closed, 0.006+0.016*closed
	b.chain([]blob{
		pad(0.016, 0.011, -0.002, 0.0105, 0.0095, 0.010),
		pad(0.036, out*0.85, -under*0.7, 0.0082, 0.0082, 0.009),
		pad(0.052, out, -under, 0.0068, 0.0068, 0.008),
	})
}

// foot draws heel, arch, ball and toes from below the hem to the tip.
func (b *builder) foot(s *skeleton, side int, far, key, shankKey float64) {
	knee, ankle := s.at(JointKnee, side), s.at(JointAnkle, side)
	f := s.foot[side]
	st, ct := sincos(s.toes[side])
	tdir := f.front.mul(ct).add(f.up.mul(st))
	tup := f.up.mul(ct).sub(f.front.mul(st))
	pad := func(at, dir, up Vec, long, wide, thick float64) blob {
		return b.ellipsoid(at, dir.mul(long), f.left.mul(wide), up.mul(thick))
	}
	shin := b.bone(knee, ankle, ankleGirth, s.knee[side].mul(-0.006), false, 0)
	b.begin(RoleSkin, Body, far, 1, min(key, shankKey)-0.0002)
	b.chain(shin)
	heel := pad(s.at(JointHeel, side), f.front, f.up, 0.020, 0.0195, heelRadius)
	mid := pad(ankle.add(f.front.mul(0.028)).sub(f.up.mul(0.010)), f.front, f.up, 0.022, 0.022, 0.0215)
	ball := pad(s.ball[side], f.front, f.up, 0.020, 0.030, ballRadius)
	toe := pad(s.at(JointToe, side), tdir, tup, 0.013, 0.026, toeRadius)
	joint := b.ball(ankle, 0.0245)
	b.balls = append(b.balls[:0], joint, mid, ball, toe)
	b.halo(b.balls, true, 1.3, key)
	b.begin(RoleSkin, Body, far, 1, key)
	b.hull(joint, heel)
	b.hull(joint, mid)
	b.hull(heel, mid)
	b.hull(mid, ball)
	b.hull(ball, toe)
}
