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
	curl := 0.0
	switch s.shape[side] {
	case "relaxed":
		curl = 0.35
	case "grip":
		curl = 0.9
	case "fist":
		curl = 1
	}
	var fingers, thumbs []blob
	root := pad(0, 0, 0, 0.0165, 0.0150, 0.012)
	palm := pad(0.034, 0, 0, 0.0222, 0.0125, 0.018)
	if s.shape[side] == "fist" {
		fingers = []blob{root, pad(0.032, 0, -0.002, 0.024, 0.0185, 0.022)}
		thumbs = []blob{pad(0.020, 0.016, -0.010, 0.008, 0.008, 0.009), pad(0.040, 0.010, -0.018, 0.008, 0.008, 0.009)}
	} else {
		knuckle := pad(0.056, 0, -0.004*curl, 0.0208, 0.0115, 0.012)
		tip := pad(0.088-0.020*curl, 0, -0.032*curl, 0.0150, 0.0085, 0.012)
		fingers = []blob{root, palm, knuckle, tip}
		spread := 0.026 - 0.008*curl
		thumbs = []blob{
			pad(0.018, 0.012, -0.002, 0.010, 0.009, 0.010),
			pad(0.040, spread, -0.008-0.006*curl, 0.0078, 0.0078, 0.008),
			pad(0.052, spread+0.001, -0.012-0.010*curl, 0.0066, 0.0066, 0.007),
		}
	}
	b.halo(fingers, true, 1, key)
	b.begin(RoleSkin, Body, far, 1, key)
	b.chain(fingers)
	b.chain(thumbs)
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
	b.halo(b.balls, true, 1, key)
	b.begin(RoleSkin, Body, far, 1, key)
	b.hull(joint, heel)
	b.hull(joint, mid)
	b.hull(heel, mid)
	b.hull(mid, ball)
	b.hull(ball, toe)
}
