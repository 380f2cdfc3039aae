package figure

import (
	"fmt"
	"math"
	"strings"
)

// Joint limits in degrees, a little wider than what a flexible adult does.
const (
	kneeMost, elbowMost = 163, 158
	hipLeast, hipMost   = -35, 140
	pinSlack            = 0.01  // statures a pinned hand or foot may miss its pin by
	contactSlack        = 0.01  // statures a contact may float or sink
	sunk                = -0.02 // nothing may be lower
)

// verifier gathers what a body cannot do, each finding once.
type verifier struct {
	list []Problem
	seen map[string]bool
}

func (v *verifier) say(key, text, found string) {
	if v.seen[key+text] {
		return
	}
	v.seen[key+text] = true
	v.list = append(v.list, Problem{Key: key, Text: text, Found: found})
}

// Verify solves the figure all the way through, both sides of it, and says what a body could not
// do: pins out of reach, contacts in the air, parts under the floor, joints past their limits, a
// standing figure that would fall. Call it on a figure that [Figure.Check] has nothing against.
func (f *Figure) Verify() []Problem {
	g := newRig(f)
	v := &verifier{seen: map[string]bool{}}
	for i := range g.poses {
		m := only(&g.poses[i])
		s := solve(&m, g.set)
		key := fmt.Sprintf("figure.pose[%d]", i)
		v.pose(key, &s, &g.poses[i], contactSlack)
		v.joints(key, &s)
		v.through(key, &s)
		if f.Base == "stand" || f.Base == "" {
			v.balance(key, &s, g.poses[i].contacts)
		}
	}
	if len(v.list) > 0 {
		return v.list // what happens on the way follows from the poses
	}
	const steps = 48
	for i := range steps {
		m, _ := g.mixAt(Moving(float64(i)/steps, 0), Options{})
		s := solve(&m, g.set)
		v.way(&s, i*100/steps)
	}
	return v.list
}

func (v *verifier) pose(key string, s *skeleton, q *full, slack float64) {
	for i, name := range []string{"left_arm", "right_arm", "left_leg", "right_leg"} {
		if s.over[i] > pinSlack {
			v.say(key+"."+name, "cannot reach its pin", fmt.Sprintf("%.3f too far", s.over[i]))
		}
	}
	for _, c := range q.contacts {
		s.touches(c, func(t touch) {
			gap := t.at.Y - t.r - s.set.under(t.at, t.r)
			if math.Abs(gap) > slack {
				text := "floats over what it should rest on"
				if gap < 0 {
					text = "sinks into what it should rest on"
				}
				v.say(key+".contacts", c+" "+text, fmt.Sprintf("%.3f", gap))
			}
		})
	}
	v.below(key, s)
}

// way finds what goes wrong between two poses: the first place of each kind is enough.
func (v *verifier) way(s *skeleton, percent int) {
	one := &verifier{seen: map[string]bool{}}
	one.below("figure", s)
	for _, p := range one.list {
		if !v.seen[p.Text] {
			v.seen[p.Text] = true
			p.Text += " on the way"
			p.Found += fmt.Sprintf(" at %d %% of a repetition", percent)
			v.list = append(v.list, p)
		}
	}
}

// below finds parts under the floor.
func (v *verifier) below(key string, s *skeleton) {
	for _, c := range []string{"seat", "back", "head", "feet", "knees", "hands", "elbows", "toes", "shoulders"} {
		s.touches(c, func(t touch) {
			if low := t.at.Y - t.r; low < sunk {
				v.say(key, c+" under the floor", fmt.Sprintf("%.3f", low))
			}
		})
	}
	for side := range 2 {
		if y := s.at(JointHand, side).Y - 0.01; y < sunk {
			v.say(key, "a hand under the floor", fmt.Sprintf("%.3f", y))
		}
	}
}

// joints finds joints past their limits.
func (v *verifier) joints(key string, s *skeleton) {
	for side, name := range []string{"left", "right"} {
		knee := angleBetween(s.thigh(side), s.shank(side))
		if knee > kneeMost {
			v.say(key+"."+name+"_leg", "bends the knee too far", fmt.Sprintf("%.0f degrees", knee))
		}
		if elbow := angleBetween(s.upperArm(side), s.forearm(side)); elbow > elbowMost {
			v.say(key+"."+name+"_arm", "bends the elbow too far", fmt.Sprintf("%.0f degrees", elbow))
		}
		thigh := s.thigh(side)
		flex := degrees(math.Atan2(thigh.dot(s.pelvis.front), -thigh.dot(s.pelvis.up)))
		if math.Abs(thigh.dot(s.pelvis.left)) < 0.8 && (flex < hipLeast || flex > hipMost) && flex > -150 {
			v.say(key+"."+name+"_leg", "bends the hip past its limit", fmt.Sprintf("%.0f degrees", flex))
		}
		// A knee bends one way: the shank folds back from the thigh.
		shank := s.shank(side)
		turned := max(math.Abs(thigh.dot(s.pelvis.left)), math.Abs(shank.dot(s.pelvis.left)))
		if thigh.cross(shank).dot(s.pelvis.left) > 0.2 && turned < 0.3 {
			v.say(key+"."+name+"_leg", "bends the knee backwards", fmt.Sprintf("%.0f degrees", knee))
		}
		upper := s.upperArm(side)
		back := upper.dot(s.chest.front)
		if back < -0.93 || back < -0.75 && math.Abs(upper.dot(s.chest.left)) < 0.3 && upper.dot(s.chest.up) > -0.3 {
			v.say(key+"."+name+"_arm", "takes the arm too far back", "")
		}
	}
	neck := s.j[JointSkull].sub(s.j[JointC7])
	if a := angleBetween(neck, s.chest.up); a > 75 {
		v.say(key+".spine", "bends the neck too far", fmt.Sprintf("%.0f degrees", a))
	}
	if a := angleBetween(s.j[JointWaist].sub(s.j[JointPelvis]), s.chest.up); a > 88 {
		v.say(key+".spine", "bends the trunk too far", fmt.Sprintf("%.0f degrees", a))
	}
}

// through finds joints of the limbs inside the trunk.
func (v *verifier) through(key string, s *skeleton) {
	for j := JointKnee; j < jointCount; j++ {
		if j >= JointShoulder && j < JointElbow {
			continue
		}
		for u := 0.1; u < 0.95; u += 0.05 {
			at, _ := s.spineAt(u)
			if d := s.j[j].sub(at).len(); d < 0.04 {
				v.say(key, "puts the "+strings.ReplaceAll(jointNames[j], "_", " ")+" through the trunk", fmt.Sprintf("%.3f from its middle", d))
				break
			}
		}
	}
}

// balance finds standing figures whose centre of mass is not over their feet (segment masses:
// Winter, Biomechanics and Motor Control of Human Movement, table 4.1).
func (v *verifier) balance(key string, s *skeleton, contacts []string) {
	if len(s.set.props) > 0 {
		for _, p := range s.set.props {
			if p.kind == "wall" || p.kind == "chair" || p.kind == "doorway" || p.kind == "step" {
				return
			}
		}
	}
	var at Vec
	mass := 0.0
	add := func(m float64, p Vec) { at, mass = at.add(p.mul(m)), mass+m }
	add(0.081, s.j[JointSkull].to(s.j[JointHead], 0.4))
	add(0.497, s.j[JointPelvis].to(s.j[JointC7], 0.45))
	for side := range 2 {
		add(0.028, s.at(JointShoulder, side).to(s.at(JointElbow, side), 0.44))
		add(0.022, s.at(JointElbow, side).to(s.at(JointHand, side), 0.5))
		add(0.100, s.at(JointHip, side).to(s.at(JointKnee, side), 0.43))
		add(0.0465, s.at(JointKnee, side).to(s.at(JointAnkle, side), 0.43))
		add(0.0145, s.at(JointAnkle, side).to(s.ball[side], 0.5))
	}
	at = at.mul(1 / mass)
	base := emptyRect()
	for _, c := range contacts {
		s.touches(c, func(t touch) { base = base.with(Pt{t.at.X, t.at.Z}) })
	}
	if len(contacts) == 0 {
		return
	}
	const edge = 0.035
	if !base.grown(edge).Contains(Rect{at.X, at.Z, at.X, at.Z}) {
		v.say(key, "would fall: its weight is not over what it stands on",
			fmt.Sprintf("%.2f forward, %.2f left", at.X, at.Z))
	}
}
