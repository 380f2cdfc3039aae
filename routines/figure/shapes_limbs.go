package figure

import (
	"math"
	"strings"
)

// girth is the radius of a limb t of the way along a bone.
type girth struct{ t, r float64 }

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
// With cut it ends flat, as cloth does, short of the last girth by back statures.
func (b *builder) bone(from, to Vec, g []girth, bow Vec, cut bool, back float64) []blob {
	b.balls = b.balls[:0]
	long := to.sub(from).len()
	dir := to.sub(from).unit()
	end := g[len(g)-1].t - back/long
	for i, c := range g {
		if cut && (c.t >= end || i == len(g)-1) {
			c.t = end
			at := from.to(to, c.t).add(bow.mul(4 * c.t * (1 - c.t)))
			b.balls = append(b.balls, b.disc(at, dir, c.r, 0.002))
			break
		}
		at := from.to(to, c.t).add(bow.mul(4 * c.t * (1 - c.t)))
		if room := (end-c.t)*long + 0.002; cut && room < c.r {
			b.balls = append(b.balls, b.disc(at, dir, c.r, room))
		} else {
			b.balls = append(b.balls, b.ball(at, c.r))
		}
	}
	return b.balls
}

// cloth draws a sleeve or trouser leg: first whole in the tone of its hem, then up to the hem.
func (b *builder) cloth(role Role, from, to Vec, g []girth, bow Vec, hem, far, key float64) {
	if !b.ghost {
		b.begin(role, Body, far+(1-far)*hemTone, 1, key)
		whole := b.bone(from, to, g, bow, true, 0)
		b.chain(whole[len(whole)-3:])
	} else {
		hem = 0
	}
	b.begin(role, Body, far, 1, key)
	b.chain(b.bone(from, to, g, bow, true, hem))
}

// far is how much deeper a part at this depth is toned: what lies behind the trunk recedes, the
// more the further the trunk, whose left axis is across, is turned to the side.
func (b *builder) far(s *skeleton, at, across Vec) float64 {
	mid, _ := s.spineAt(0.5)
	profile := smooth(0.45, 0.8, math.Abs(b.cam.depth(across)))
	return profile * smooth(0.015, 0.075, b.cam.depth(at)-b.cam.depth(mid))
}

// lies says whether the hand lies on a side of the body that the camera sees, and the place among
// the parts it must then come after, or else before.
func (b *builder) lies(s *skeleton, side int) (seen bool, key float64) {
	if s.on[side] == "" {
		return true, math.Inf(-1)
	}
	of, place := sideOf(s.on[side], side)
	_, out, ok := s.point(s.on[side], side)
	if !ok {
		return true, math.Inf(-1)
	}
	thigh, shank := b.legKeys(s, of)
	key = b.trunkKey(s)
	part, _, _ := strings.Cut(place, "_")
	switch part {
	case "thigh":
		key = thigh
	case "knee":
		key = math.Max(thigh, shank)
	case "shin", "calf", "ankle", "heel", "foot", "sole", "toes":
		key = shank
	case "head", "forehead", "chin":
		key = b.headKey(s)
	case "chair", "step", "wall", "elbow", "forearm", "wrist", "hand", "palm", "upper":
		return true, math.Inf(-1)
	}
	if b.cam.depth(out) < 0.25 {
		return true, key + 0.003
	}
	return false, key - 0.003
}

// upperArmKey is the place of an upper arm among the parts.
func (b *builder) upperArmKey(s *skeleton, side int) float64 {
	return -b.cam.depth(s.at(JointShoulder, side).to(s.at(JointElbow, side), 0.6)) + float64(s.layer[side])*0.2
}

// folded says whether the hand is at the other upper arm, in front of a chest that faces the camera: there
// it stays before that arm however the trunk turns.
func (b *builder) folded(s *skeleton, side int) bool {
	wrist := s.at(JointWrist, side)
	if b.cam.depth(s.chest.front) > 0.2 || wrist.sub(s.j[JointC7]).dot(s.chest.front) < 0 {
		return false
	}
	hand := wrist.add(s.hand[side].front.mul(palmMiddle))
	sh, elbow := s.at(JointShoulder, 1-side), s.at(JointElbow, 1-side)
	near := elbow.sub(sh).unit()
	along := clamp(hand.sub(sh).dot(near), 0, upperArmLength)
	return hand.sub(sh.add(near.mul(along))).len() < 0.085
}

// legKeys are the places of thigh and shank among the parts.
func (b *builder) legKeys(s *skeleton, side int) (thigh, shank float64) {
	hip, knee, ankle := s.at(JointHip, side), s.at(JointKnee, side), s.at(JointAnkle, side)
	nudge := float64(s.layer[2+side]) * 0.2
	thigh, shank = -b.cam.depth(hip.to(knee, 0.45))+nudge, -b.cam.depth(knee.to(ankle, 0.5))+nudge
	// The hem hangs over a thigh that is not lifted.
	if s.thigh(side).dot(s.pelvis.up) < 0.2 && s.layer[2+side] == 0 {
		thigh = math.Min(thigh, b.trunkKey(s)-0.0006)
	}
	return thigh, shank
}

func (b *builder) leg(s *skeleton, side int) {
	hip, knee, ankle := s.at(JointHip, side), s.at(JointKnee, side), s.at(JointAnkle, side)
	nudge := float64(s.layer[2+side]) * 0.2
	front := s.knee[side]
	far := b.far(s, hip.to(knee, 0.2), s.pelvis.left)
	thighKey, shankKey := b.legKeys(s, side)

	b.part = partShank + uint8(side)
	footKey := -b.cam.depth(ankle) + nudge
	b.foot(s, side, far, footKey, shankKey)

	shin := b.bone(knee, ankle, b.build.shank, front.mul(-0.007), true, 0)
	bent := angleBetween(s.thigh(side), s.shank(side))
	b.halo(shin, true, smooth(25, 75, bent), shankKey)
	b.cloth(RoleBottom, knee, ankle, b.build.shank, front.mul(-0.007), 0.016, far, shankKey)
	if k := smooth(0.65, 0.9, -b.cam.depth(s.thigh(side))) * smooth(0.3, 0.8, -s.shank(side).Y); k > 0 && !b.ghost {
		b.lap(s, side, k, far, shankKey)
	}

	b.part = partThigh + uint8(side)
	up := b.bone(hip, knee, b.build.thigh, front.mul(0.006), false, 0)
	// Seen end on, the sides of a thigh are only lines across the lap.
	b.halo(up, false, 1-smooth(0.5, 0.8, -b.cam.depth(s.thigh(side))), thighKey)
	b.begin(RoleBottom, Body, far, 1, thighKey)
	b.chain(up)
}

// lap draws a thigh that points at the camera: little more than a knee is seen of it, lit from above,
// over the shank that hangs from it.
func (b *builder) lap(s *skeleton, side int, k, far, key float64) {
	hip, knee := s.at(JointHip, side), s.at(JointKnee, side)
	b.begin(RoleShade, Atop, 0, 0.20*k, key)
	b.hull(b.ball(knee.add(s.shank(side).mul(0.009)), 0.0415))
	b.begin(RoleBottom, Body, far, 1, key)
	b.hull(b.ball(hip.to(knee, 0.55), 0.0500), b.ball(knee, 0.0425))
	b.begin(RoleLight, Atop, 0, 0.042*k, key)
	b.hull(b.ball(hip.to(knee, 0.25), 0.0460), b.ball(knee, 0.0425))
}

func (b *builder) arm(s *skeleton, side int) {
	sh, elbow, wrist := s.at(JointShoulder, side), s.at(JointElbow, side), s.at(JointWrist, side)
	nudge := float64(s.layer[side]) * 0.2
	far := b.far(s, sh.to(elbow, 0.5), s.chest.left)
	upperKey := b.upperArmKey(s, side)
	foreKey := -b.cam.depth(elbow.to(wrist, 0.6)) + nudge
	if lies, before := b.lies(s, side); lies {
		if before > foreKey {
			foreKey = before
		}
	} else if before < foreKey {
		foreKey = before
	}
	if b.folded(s, side) {
		foreKey = max(foreKey, b.upperArmKey(s, 1-side)+0.003)
	}
	handKey := foreKey + 0.0001

	b.part = partUpperArm + uint8(side)
	up := b.bone(sh, elbow, b.build.upper, Vec{}, false, 0)
	bent := angleBetween(s.upperArm(side), s.forearm(side))
	b.halo(up, false, 1, upperKey)
	b.begin(RoleSkin, Body, far, 1, upperKey)
	b.chain(up)
	b.halo(b.bone(sh, elbow, b.build.sleeve, Vec{}, true, 0), true, 1, upperKey)
	b.cloth(b.build.shirt, sh, elbow, b.build.sleeve, Vec{}, 0.012, far, upperKey)

	b.part = partForearm + uint8(side)
	fore := b.bone(elbow, wrist, b.build.fore, Vec{}, false, 0)
	b.halo(fore, true, 0.5+0.8*smooth(20, 80, bent), foreKey)
	b.begin(RoleSkin, Body, far, 1, foreKey)
	b.chain(fore)
	b.hand(s, side, far, handKey)
}
