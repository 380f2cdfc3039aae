package figure

// girth is the radius of a limb t of the way along a bone.
type girth struct{ t, r float64 }

var (
	thighGirth  = refineGirth([]girth{{0, 0.058}, {0.2, 0.0600}, {0.5, 0.0550}, {0.8, 0.0460}, {1, 0.0425}})
	shankGirth  = refineGirth([]girth{{0, 0.0425}, {0.14, 0.0420}, {0.35, 0.0420}, {0.60, 0.0370}, {0.77, 0.0340}})
	ankleGirth  = []girth{{0.66, 0.027}, {0.85, 0.0232}, {1, 0.0240}}
	upperGirth  = refineGirth([]girth{{0, 0.0325}, {0.3, 0.0315}, {0.7, 0.0275}, {1, 0.0245}})
	sleeveGirth = refineGirth([]girth{{0, 0.0362}, {0.25, 0.0378}, {0.60, 0.0365}})
	foreGirth   = refineGirth([]girth{{0, 0.0245}, {0.22, 0.0260}, {0.55, 0.0220}, {0.88, 0.0165}, {1, 0.0158}})
)

// refineGirth puts a girth between every two, on a smooth curve through all.
func refineGirth(in []girth) []girth {
	var out []girth
	at := func(i int) girth { return in[max(0, min(i, len(in)-1))] }
	for i := range len(in) - 1 {
		w := roundWeights(0.5)
		var c girth
		for j := range 4 {
			c.t += w[j] * at(i-1+j).t
			c.r += w[j] * at(i-1+j).r
		}
		out = append(out, in[i], c)
	}
	return append(out, in[len(in)-1])
}

// bone lays girths along a bone, bowed a little towards bow: the calf and the seat of a muscle.
func (b *builder) bone(from, to Vec, g []girth, bow Vec, cut bool) []blob {
	b.balls = b.balls[:0]
	dir := to.sub(from).unit()
	for i, c := range g {
		at := from.to(to, c.t).add(bow.mul(4 * c.t * (1 - c.t)))
		if cut && i == len(g)-1 {
			b.balls = append(b.balls, b.disc(at, dir, c.r, 0.003))
		} else {
			b.balls = append(b.balls, b.ball(at, c.r))
		}
	}
	return b.balls
}

// far is how much deeper a part at this depth is toned: what lies behind the trunk recedes.
func (b *builder) far(s *skeleton, at Vec) float64 {
	mid, _ := s.spineAt(0.5)
	return smooth(0.015, 0.075, b.cam.depth(at)-b.cam.depth(mid))
}

func (b *builder) leg(s *skeleton, side int) {
	hip, knee, ankle := s.at(JointHip, side), s.at(JointKnee, side), s.at(JointAnkle, side)
	nudge := float64(s.layer[2+side]) * 0.2
	front := s.knee[side]
	far := b.far(s, hip.to(knee, 0.2))
	thighKey := -b.cam.depth(hip.to(knee, 0.45)) + nudge
	shankKey := -b.cam.depth(knee.to(ankle, 0.5)) + nudge

	footKey := -b.cam.depth(ankle) + nudge
	b.foot(s, side, far, footKey, shankKey)

	shin := b.bone(knee, ankle, shankGirth, front.mul(-0.007), true)
	bent := angleBetween(s.thigh(side), s.shank(side))
	cross := smooth(25, 75, bent)
	b.halo(shin, true, cross, shankKey)
	b.begin(RoleBottom, Body, far, 1, shankKey)
	b.chain(shin)
	n := len(shin)
	hem := knee.to(ankle, 0.77).sub(s.shank(side).mul(0.014)).sub(front.mul(0.007 * 4 * 0.77 * 0.23))
	b.band(shin[n-1], b.disc(hem, s.shank(side), 0.0345, 0.002), far, shankKey+0.00005)

	up := b.bone(hip, knee, thighGirth, front.mul(0.006), false)
	b.halo(up, false, 1, thighKey)
	b.begin(RoleBottom, Body, far, 1, thighKey)
	b.chain(up)
}

func (b *builder) arm(s *skeleton, side int) {
	sh, elbow, wrist := s.at(JointShoulder, side), s.at(JointElbow, side), s.at(JointWrist, side)
	nudge := float64(s.layer[side]) * 0.2
	far := b.far(s, sh.to(elbow, 0.5))
	upperKey := -b.cam.depth(sh.to(elbow, 0.6)) + nudge
	foreKey := -b.cam.depth(elbow.to(wrist, 0.6)) + nudge
	handKey := foreKey + 0.0001

	up := b.bone(sh, elbow, upperGirth, Vec{}, false)
	bent := angleBetween(s.upperArm(side), s.forearm(side))
	b.halo(up, false, 1, upperKey)
	b.begin(RoleSkin, Body, far, 1, upperKey)
	b.chain(up)
	sleeve := b.bone(sh, elbow, sleeveGirth, Vec{}, true)
	b.halo(sleeve, true, 1, upperKey)
	b.begin(RoleTop, Body, far, 1, upperKey)
	b.chain(sleeve)
	cuff := sh.to(elbow, 0.60).sub(s.upperArm(side).mul(0.012))
	b.band(sleeve[len(sleeve)-1], b.disc(cuff, s.upperArm(side), 0.037, 0.002), far, upperKey+0.00005)

	fore := b.bone(elbow, wrist, foreGirth, Vec{}, false)
	b.halo(fore, true, 0.4+0.6*smooth(20, 80, bent), foreKey)
	b.begin(RoleSkin, Body, far, 1, foreKey)
	b.chain(fore)
	b.hand(s, side, far, handKey)
}
