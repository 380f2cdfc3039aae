package figure

// girth is the radius of a limb t of the way along a bone.
type girth struct{ t, r float64 }

var (
	thighGirth  = []girth{{0, 0.060}, {0.2, 0.0605}, {0.5, 0.0555}, {0.8, 0.0465}, {1, 0.0425}}
	shankGirth  = []girth{{0, 0.0425}, {0.12, 0.0425}, {0.35, 0.0425}, {0.60, 0.0375}, {0.76, 0.0345}}
	ankleGirth  = []girth{{0.66, 0.027}, {0.85, 0.0235}, {1, 0.0245}}
	upperGirth  = []girth{{0, 0.033}, {0.3, 0.0315}, {0.7, 0.0275}, {1, 0.0250}}
	sleeveGirth = []girth{{0, 0.0365}, {0.25, 0.0380}, {0.58, 0.0365}}
	foreGirth   = []girth{{0, 0.0250}, {0.22, 0.0262}, {0.55, 0.0220}, {0.88, 0.0165}, {1, 0.0160}}
)

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
	b.halo(shin, 1, shankKey)
	b.begin(RoleBottom, Body, far, 1, shankKey)
	b.chain(shin)

	up := b.bone(hip, knee, thighGirth, front.mul(0.006), false)
	b.halo(up, 2, thighKey)
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
	b.halo(up, 1, upperKey)
	b.begin(RoleSkin, Body, far, 1, upperKey)
	b.chain(up)
	sleeve := b.bone(sh, elbow, sleeveGirth, Vec{}, true)
	b.halo(sleeve, 0, upperKey)
	b.begin(RoleTop, Body, far, 1, upperKey)
	b.chain(sleeve)

	fore := b.bone(elbow, wrist, foreGirth, Vec{}, false)
	b.halo(fore, 1, foreKey)
	b.begin(RoleSkin, Body, far, 1, foreKey)
	b.chain(fore)
	b.hand(s, side, far, handKey)
}
