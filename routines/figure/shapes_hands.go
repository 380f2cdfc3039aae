package figure

// fingers is how far the fingers bend at the knuckles and in the middle, in degrees. Beside the shapes
// a file can ask for, a hand on a point curves round it; see handOn.
func fingers(shape string) (near, end float64) {
	switch shape {
	case "relaxed":
		return 18, 28
	case "curved":
		return 24, 34
	case "wrapped":
		return 36, 48
	case "grip":
		return 66, 78
	case "fist", "point":
		return 88, 95
	}
	return 0, 0
}

// hand draws a mitten with a thumb: palm, fingers and thumb each an ellipsoid chain, so that it
// is broad from above and thin from the side.
func (b *builder) hand(s *skeleton, side int, far, key float64) {
	wrist := s.at(JointWrist, side)
	h := s.hand[side]
	thumb := h.left.mul(-sign(side)) // towards the thumb's side
	dir, back := h.front, h.up
	near, end := fingers(s.shape[side])
	// A flat hand lies lower than its wrist, on what carries it.
	rest := 0.0
	if s.shape[side] == "flat" || s.shape[side] == "curved" {
		rest = 0.010
	}
	pad := func(along, out, over, wide, thick, long float64) blob {
		at := wrist.add(dir.mul(along)).add(thumb.mul(out)).add(back.mul(over))
		return b.ellipsoid(at, dir.mul(long), h.left.mul(wide), back.mul(thick))
	}
	// A finger's joints, bent towards the palm; the mitten is four of them side by side.
	bend := func(at Vec, deg, long, wide, thick float64) (Vec, blob) {
		sd, cd := sincos(deg)
		d := dir.mul(cd).sub(back.mul(sd))
		n := back.mul(cd).add(dir.mul(sd))
		at = at.add(d.mul(long))
		return at, b.ellipsoid(at, d.mul(0.009), h.left.mul(wide), n.mul(thick))
	}
	at, middle := bend(wrist.add(dir.mul(0.060)).sub(back.mul(rest)), near, 0.020, 0.0196, 0.0100)
	_, tip := bend(at, near+end, 0.018, 0.0140, 0.0082)
	b.balls = append(b.balls[:0],
		pad(0, 0, 0, 0.0142, 0.0138, 0.012),
		pad(0.018, 0, -rest*0.5, 0.0200, 0.0135, 0.014),
		pad(0.040, 0, -rest, 0.0234, 0.0125, 0.014),
		pad(0.060, 0, -rest, 0.0222, 0.0114, 0.011),
		middle, tip)
	b.halo(b.balls, true, 1.2, key)

	// With the back of the hand to the camera the thumb comes out from under it.
	under := b.cam.depth(back) < -0.35
	if under {
		b.thumb(pad, rest, near, far, key)
	}
	b.begin(RoleSkin, Body, far, 1, key)
	b.chain(b.balls[:6])
	if near > 45 { // closed fingers leave no hole
		b.hull(b.balls[2], b.balls[4], b.balls[5])
	}
	if s.shape[side] == "point" {
		index := wrist.add(thumb.mul(0.012))
		b.hull(b.ball(index.add(dir.mul(0.05)), 0.0085), b.ball(index.add(dir.mul(0.094)), 0.0065))
	}
	if !under {
		b.thumb(pad, rest, near, far, key)
	}
}

// thumb stands off a flat hand, hangs along a relaxed one and lies over the fingers of a closed one;
// a fine edge parts it from what it lies on.
func (b *builder) thumb(pad func(along, out, over, wide, thick, long float64) blob, rest, bent, far, key float64) {
	closed := smooth(20, 66, bent)
	loose := smooth(0, 18, bent) * (1 - closed)
	mix := func(flat, relaxed, shut float64) float64 {
		return flat*(1-loose-closed) + relaxed*loose + shut*closed
	}
	t := [3]blob{
		pad(0.015, 0.011, -0.002-rest*0.5, 0.0112, 0.0102, 0.011),
		pad(0.037, mix(0.0305, 0.0265, 0.0200), -mix(0.001, 0.007, 0.0180)-rest, 0.0088, 0.0088, 0.010),
		pad(mix(0.057, 0.060, 0.059), mix(0.0390, 0.0275, 0.0085), -mix(0.002, 0.014, 0.0270)-rest, 0.0070, 0.0070, 0.009),
	}
	if !b.ghost {
		b.begin(RoleShade, Atop, 0, 0.06+0.11*closed, key)
		b.hull(t[1], t[2].grown(0.0030))
	}
	b.begin(RoleSkin, Body, far, 1, key)
	b.chain(t[:])
}
