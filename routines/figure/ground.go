package figure

import "math"

// ground draws floor, mat and the shadow under what touches.
func (b *builder) ground(g *rig, sk *skeleton) {
	mat := g.set.find("mat")
	use := g.mat
	mid := Pt{(use.MinX + use.MaxX) / 2, 0}
	if mat != nil {
		half := Pt{math.Max(0.5, use.Width()/2+0.11), math.Max(mat.width/2, use.Height()/2+0.05)}
		if mat.length > 0 {
			half.X = mat.length / 2
		}
		at := Vec{mid.X + mat.at.X, 0, mat.at.Z}
		b.slab(at, half.X, half.Y, 0.012, RoleMat, RoleMatEdge, keyMat)
	} else {
		rx := math.Max(0.30, use.Width()/2+0.14)
		rz := math.Max(0.26, use.Height()/2+0.12)
		b.begin(RoleGround, Over, 0, 1, keyFloor)
		b.hull(b.ellipsoid(Vec{mid.X, -0.002, 0}, Vec{rx, 0, 0}, Vec{0, 0, rz}, Vec{}))
	}
	b.shadow(sk)
}

// slab is a rectangle on the floor with rounded corners and a thin front edge.
func (b *builder) slab(at Vec, halfX, halfZ, thick float64, top, edge Role, key float64) {
	const r = 0.03
	corner := func(x, z, y float64) blob {
		return b.ellipsoid(at.add(Vec{x * (halfX - r), y, z * (halfZ - r)}), Vec{r, 0, 0}, Vec{0, 0, r}, Vec{})
	}
	b.begin(edge, Over, 0, 1, key)
	b.hull(corner(1, 1, -thick), corner(1, -1, -thick), corner(-1, -1, -thick), corner(-1, 1, -thick))
	b.begin(top, Over, 0, 1, key+0.1)
	b.hull(corner(1, 1, 0), corner(1, -1, 0), corner(-1, -1, 0), corner(-1, 1, 0))
}

// shadow darkens the floor under every part that is on it or just above, in soft steps.
func (b *builder) shadow(sk *skeleton) {
	b.coarse = 3
	// The light comes over the camera, so that a body hides most of its shadow. From above it would
	// not: there only a rim is left.
	away := Vec{-b.cam.sy, 0, b.cam.cy}.mul(0.35 * (1 - smooth(0.4, 0.95, b.cam.se)))
	reach := 1 - 0.3*smooth(0.4, 0.95, b.cam.se)
	defer func() { b.coarse = 0 }()
	for _, step := range []struct{ size, alpha float64 }{{1.16, 0.045}, {1.04, 0.05}, {0.92, 0.055}, {0.80, 0.06}, {0.66, 0.06}} {
		b.begin(RoleShadow, Over, 0, step.alpha, keyShadow)
		spot := func(at Vec, r float64) (blob, bool) {
			gap := at.Y - r
			k := 1 - smooth(0.0, 0.04, gap)
			if k < 0.25 {
				return blob{}, false
			}
			rr := r * step.size * (0.55 + 0.45*k) * reach
			at = at.add(away.mul(rr))
			return b.ellipsoid(Vec{at.X, 0, at.Z}, Vec{rr, 0, 0}, Vec{0, 0, rr * 0.9}, Vec{}), true
		}
		line := func(p, q Vec, r0, r1 float64) {
			var last blob
			had := false
			for i := range 4 {
				t := float64(i) / 3
				o, ok := spot(p.to(q, t), r0+(r1-r0)*t)
				if ok && had {
					b.hull(last, o)
				} else if ok && i == 3 {
					b.hull(o)
				}
				last, had = o, ok
			}
		}
		line(sk.j[JointPelvis], sk.j[JointWaist], 0.078, 0.068)
		line(sk.j[JointWaist], sk.j[JointC7].sub(sk.chest.up.mul(0.03)), 0.068, 0.072)
		line(sk.j[JointSkull].to(sk.j[JointHead], 0.4), sk.j[JointSkull].to(sk.j[JointHead], 0.6), 0.066, 0.066)
		for side := range 2 {
			line(sk.at(JointHip, side), sk.at(JointKnee, side), 0.06, 0.043)
			line(sk.at(JointKnee, side), sk.at(JointAnkle, side), 0.043, 0.026)
			line(sk.at(JointHeel, side), sk.at(JointToe, side), 0.022, 0.018)
			line(sk.at(JointElbow, side), sk.at(JointWrist, side), 0.028, 0.024)
			line(sk.at(JointWrist, side), sk.at(JointHand, side), 0.024, 0.014)
			line(sk.at(JointShoulder, side), sk.at(JointElbow, side), 0.036, 0.028)
		}
	}
}
