package figure

import "strings"

// pointNames are the places of the body a hand can lie on and a stretch is felt in. Those of a side
// stand without it: "knee" is the own side's, "other_knee" the opposite one, "left_knee" that one.
var pointNames = []string{
	"head_top", "head_back", "head_side", "forehead", "chin", "neck", "neck_side", "throat",
	"chest", "collarbone", "upper_back", "shoulder_blade", "ribs", "belly", "side", "lower_back",
	"shoulder", "shoulder_front", "armpit", "upper_arm", "elbow", "forearm", "wrist", "hand", "palm",
	"waist", "hip", "hip_front", "hip_back", "glute", "seat",
	"thigh", "thigh_back", "thigh_inner", "thigh_outer",
	"knee", "knee_inner", "knee_outer", "knee_back", "shin", "calf", "ankle", "ankle_outer", "heel", "foot", "sole", "toes",
	"chair_seat", "chair_back", "chair_side", "step", "wall",
}

// Points lists the places of the body and of props, as [Arm.On], [Leg.On] and [Figure.Feel] take them.
func Points() []string { return pointNames }

// sideOf splits a point's name into the side it means for a limb of the given side, and its place.
func sideOf(name string, side int) (int, string) {
	for _, p := range []struct {
		prefix string
		side   int
	}{{"left_", left}, {"right_", right}, {"other_", 1 - side}, {"same_", side}} {
		if rest, ok := strings.CutPrefix(name, p.prefix); ok {
			return p.side, rest
		}
	}
	return side, name
}

// point is a named place: where it is on the skin, and the direction out of the body there.
func (s *skeleton) point(name string, side int) (at, out Vec, ok bool) {
	side, place := sideOf(name, side)
	if at, out, ok = s.trunkPoint(place, side); ok {
		return at, out, true
	}
	if at, out, ok = s.limbPoint(place, side); ok {
		return at, out, true
	}
	return s.propPoint(place, side)
}

func (s *skeleton) trunkPoint(place string, side int) (at, out Vec, ok bool) {
	l := sign(side)
	on := func(base Vec, f frame, forward, up, left, r float64) (Vec, Vec, bool) {
		n := f.in(Vec{forward, up, left}).unit()
		return base.add(n.mul(r)), n, true
	}
	rise := func(base Vec, f frame, up, sideways float64) Vec {
		return base.add(f.up.mul(up)).add(f.left.mul(sideways))
	}
	pel, waist, c7, skull := s.j[JointPelvis], s.j[JointWaist], s.j[JointC7], s.j[JointSkull]
	belly := frame{s.pelvis.front.add(s.chest.front).unit(), s.pelvis.up.add(s.chest.up).unit(), s.pelvis.left.add(s.chest.left).unit()}
	mid := rise(skull, s.skull, headLength/2, 0)
	switch place {
	case "head_top":
		return on(mid, s.skull, 0, 1, 0, 0.070)
	case "head_back":
		return on(mid, s.skull, -1, -0.1, 0.25*l, 0.062)
	case "head_side":
		return on(mid, s.skull, 0, 0.35, l, 0.056)
	case "forehead":
		return on(mid, s.skull, 1, 0.4, 0, 0.060)
	case "chin":
		return on(skull, s.skull, 1, 0.05, 0, 0.045)
	case "neck":
		return on(c7.to(skull, 0.4), s.chest, -1, 0, 0, 0.034)
	case "neck_side":
		return on(c7.to(skull, 0.35), s.chest, 0, 0, l, 0.034)
	case "throat":
		return on(c7.to(skull, 0.5), s.chest, 1, 0, 0, 0.032)
	case "chest":
		return on(rise(c7, s.chest, -0.075, 0), s.chest, 1, 0, 0, 0.074)
	case "collarbone":
		return on(rise(c7, s.chest, -0.03, 0.05*l), s.chest, 1, 0.4, 0, 0.045)
	case "upper_back":
		return on(rise(c7, s.chest, -0.05, 0), s.chest, -1, 0, 0, 0.064)
	case "shoulder_blade":
		return on(rise(c7, s.chest, -0.06, 0.06*l), s.chest, -1, 0, 0, 0.062)
	case "ribs":
		return on(rise(waist, s.chest, 0.065, 0), s.chest, 0.25, 0, l, 0.078)
	case "belly":
		return on(waist.to(pel, 0.25), belly, 1, 0, 0, 0.066)
	case "side":
		return on(rise(waist, s.chest, 0.02, 0), s.chest, 0, 0, l, 0.070)
	case "lower_back":
		return on(waist.to(pel, 0.35), belly, -1, 0, 0, 0.062)
	case "waist":
		return on(pel.to(waist, 0.5), s.pelvis, 0.15, 0, l, 0.076)
	case "hip":
		return on(rise(pel, s.pelvis, 0.02, 0.03*l), s.pelvis, 0, 0, l, 0.056)
	case "hip_front":
		return on(s.at(JointHip, side), s.pelvis, 1, 0.25, 0.1*l, 0.062)
	case "hip_back":
		return on(rise(pel, s.pelvis, 0.055, 0.045*l), s.pelvis, -1, 0.1, 0.25*l, 0.062)
	case "glute":
		return on(rise(s.at(JointHip, side), s.pelvis, 0.0, -0.005*l), s.pelvis, -1, -0.1, 0.2*l, 0.076)
	case "seat":
		return on(pel, s.pelvis, 0, -1, 0, pelvisRadius)
	case "shoulder":
		return on(s.at(JointShoulder, side), s.chest, 0, 0.8, 0.6*l, 0.042)
	case "shoulder_front":
		return on(s.at(JointShoulder, side), s.chest, 1, 0, 0.2*l, 0.042)
	case "armpit":
		return on(rise(c7, s.chest, -0.075, 0.07*l), s.chest, 0.5, 0, 0.5*l, 0.04)
	}
	return Vec{}, Vec{}, false
}

func (s *skeleton) limbPoint(place string, side int) (at, out Vec, ok bool) {
	l := sign(side)
	hip, knee, ankle := s.at(JointHip, side), s.at(JointKnee, side), s.at(JointAnkle, side)
	thigh, shank, front := s.thigh(side), s.shank(side), s.knee[side]
	kneeFront := front.off(thigh).unit().add(front.off(shank).unit()).unit()
	across := front.cross(thigh.mul(-1)).unit().mul(l) // away from the midline
	ft := s.foot[side]
	on := func(base, n Vec, r float64) (Vec, Vec, bool) {
		n = n.unit()
		return base.add(n.mul(r)), n, true
	}
	sh, el, wr := s.at(JointShoulder, side), s.at(JointElbow, side), s.at(JointWrist, side)
	bone := el.sub(sh).unit()
	outer := s.chest.left.mul(l).off(bone).unit()
	switch place {
	case "thigh":
		return on(hip.to(knee, 0.66), front.off(thigh), 0.056)
	case "thigh_back":
		return on(hip.to(knee, 0.62), front.off(thigh).mul(-1), 0.058)
	case "thigh_inner":
		return on(hip.to(knee, 0.5), across.mul(-1), 0.058)
	case "thigh_outer":
		return on(hip.to(knee, 0.5), across, 0.058)
	case "knee":
		return on(knee, kneeFront, kneeRadius)
	case "knee_inner":
		return on(knee, across.mul(-1), kneeRadius)
	case "knee_outer":
		return on(knee, across, kneeRadius)
	case "knee_back":
		return on(knee, kneeFront.mul(-1), 0.03)
	case "shin":
		return on(knee.to(ankle, 0.35), front.off(shank), 0.042)
	case "calf":
		return on(knee.to(ankle, 0.35), front.off(shank).mul(-1), 0.048)
	case "ankle":
		return on(ankle, front.off(shank), 0.026)
	case "ankle_outer":
		return on(ankle, across, 0.024)
	case "heel":
		return on(s.at(JointHeel, side), ft.front.mul(-1).sub(ft.up.mul(0.4)), heelRadius)
	case "foot":
		return on(ankle.to(s.ball[side], 0.55), ft.up, 0.026)
	case "sole":
		return on(s.ball[side].to(ankle, 0.25), ft.up.mul(-1), 0.016)
	case "toes":
		return on(s.at(JointToe, side), ft.front.add(ft.up.mul(0.5)), toeRadius)
	case "upper_arm":
		return on(sh.to(el, 0.55), outer, 0.034)
	case "elbow":
		return on(el, bone.sub(wr.sub(el).unit()), elbowRadius)
	case "forearm":
		return on(el.to(wr, 0.5), outer, 0.026)
	case "wrist":
		return on(wr, s.hand[side].up, 0.02)
	case "hand":
		return on(wr.add(s.hand[side].front.mul(palmMiddle)), s.hand[side].up, 0.014)
	case "palm":
		return on(wr.add(s.hand[side].front.mul(palmMiddle)), s.hand[side].up.mul(-1), 0.014)
	}
	return Vec{}, Vec{}, false
}

func (s *skeleton) propPoint(place string, side int) (at, out Vec, ok bool) {
	kind, part, _ := strings.Cut(place, "_")
	p := s.set.find(kind)
	if p == nil {
		return Vec{}, Vec{}, false
	}
	l := sign(side)
	ax := p.axes()
	switch kind {
	case "chair":
		switch part {
		case "seat":
			return p.place(0.06, p.height, l*(p.width/2-0.01)), ax.up, true
		case "side":
			return p.place(-0.02, p.height-0.012, l*p.width/2), ax.left.mul(l), true
		case "back":
			behind, high := p.chairBack()
			return p.place(-behind, high, l*(p.width/2-0.03)), ax.up, true
		}
	case "step":
		return p.place(0, p.height, l*0.08), ax.up, true
	case "wall":
		n := ax.front
		if p.at.X > 0 {
			n = n.mul(-1)
		}
		return p.place(0, s.at(JointShoulder, side).Y, l*0.11), n, true
	}
	return Vec{}, Vec{}, false
}
