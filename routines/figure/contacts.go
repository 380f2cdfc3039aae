package figure

import (
	"math"
	"slices"
)

// contactNames are the parts that can rest on something; from firstOneSided on, those that also
// stand for one side, with left_ or right_ before them, and only so.
var contactNames = []string{
	"seat", "back", "chest", "belly", "head",
	"feet", "knees", "heels", "toes", "balls", "hands", "elbows", "shoulders", "hips", "ankles",
	"foot", "knee", "heel", "toe", "ball", "hand", "elbow", "shoulder", "hip", "ankle",
}

const firstOneSided = 15

// Contacts lists what can rest on the floor or a prop, as [Figure.Contacts] takes it.
func Contacts() []string {
	return append(slices.Clone(contactNames[:firstOneSided]), sideContacts()...)
}

// touch is a ball of the body that may rest on something; its side is -1 in the middle.
type touch struct {
	at    Vec
	r     float64
	limbs int // index into over and layer of the limb that carries it, -1 for none
}

// touches calls f for every ball of the body a contact names.
func (s *skeleton) touches(contact string, f func(touch)) bool {
	mid := func(at Vec, r float64) bool { f(touch{at, r, -1}); return true }
	switch contact {
	case "seat":
		return mid(s.j[JointPelvis], pelvisRadius)
	case "back", "chest":
		return mid(s.j[JointWaist].to(s.j[JointC7], 0.55), chestRadius)
	case "belly":
		return mid(s.j[JointPelvis].to(s.j[JointWaist], 0.7), 0.068)
	case "head":
		return mid(s.j[JointSkull].to(s.j[JointHead], 0.5), headRadius)
	}
	for side, prefix := range []string{"left_", "right_"} {
		name := contact
		if len(name) > len(prefix) && name[:len(prefix)] == prefix {
			return s.sideTouch(name[len(prefix):], side, f)
		}
	}
	var one string
	switch contact {
	case "feet":
		one = "foot"
	case "knees", "heels", "toes", "balls", "hands", "elbows", "shoulders", "hips", "ankles":
		one = contact[:len(contact)-1]
	default:
		return false
	}
	return s.sideTouch(one, left, f) && s.sideTouch(one, right, f)
}

func (s *skeleton) sideTouch(part string, side int, f func(touch)) bool {
	leg, arm := 2+side, side
	switch part {
	case "foot":
		f(touch{s.at(JointHeel, side), heelRadius, leg})
		f(touch{s.ball[side], ballRadius, leg})
	case "heel":
		f(touch{s.at(JointHeel, side), heelRadius, leg})
	case "ball":
		f(touch{s.ball[side], ballRadius, leg})
	case "toe":
		f(touch{s.at(JointToe, side), toeRadius, leg})
	case "ankle":
		f(touch{s.at(JointAnkle, side), 0.027, leg})
	case "knee":
		f(touch{s.at(JointKnee, side), kneeRadius, leg})
	case "hip":
		f(touch{s.at(JointHip, side), 0.07, -1})
	case "hand":
		f(touch{s.at(JointWrist, side), handHeight, arm})
	case "elbow":
		f(touch{s.at(JointElbow, side), elbowRadius, arm})
	case "shoulder":
		f(touch{s.at(JointShoulder, side), 0.045, -1})
	default:
		return false
	}
	return true
}

// settle is how far the pelvis has to move up so that what should rest does: the mean height of
// the contacts that move with the trunk becomes that of what carries them. Between poses only what
// rests in all of them counts. Where every contact is pinned, the pelvis only comes down as far as a
// planted leg that is too short asks.
func (s *skeleton) settle(m *mix) float64 {
	sum, n := 0.0, 0
	for _, c := range m.strongest().contacts {
		if !m.rests(c) {
			continue
		}
		s.touches(c, func(t touch) {
			if t.limbs >= 0 && pinned(m, t.limbs) {
				return
			}
			sum += s.set.under(t.at, t.r) - (t.at.Y - t.r)
			n++
		})
	}
	dy := 0.0
	if n > 0 {
		dy = sum / float64(n)
	}
	for side := range 2 {
		if s.over[2+side] <= 0 || !pinned(m, 2+side) {
			continue
		}
		hip := s.at(JointHip, side)
		pin := s.wantedAnkle(m, side)
		const reach = (thighLength + shankLength) * 0.9995
		flat := math.Hypot(hip.X-pin.X, hip.Z-pin.Z)
		if flat >= reach {
			continue
		}
		if drop := pin.Y + math.Sqrt(reach*reach-flat*flat) - hip.Y; drop < 0 && n == 0 {
			dy = math.Min(dy, drop)
		}
	}
	return dy
}

// rests says whether a contact holds in every pose of the mix.
func (m *mix) rests(contact string) bool {
	all := true
	m.each(func(q *full, _ float64) { all = all && slices.Contains(q.contacts, contact) })
	return all
}

func (s *skeleton) wantedAnkle(m *mix, side int) Vec {
	var at Vec
	m.each(func(q *full, w float64) { at = at.add(outward(q.leg[side].pin, side).mul(w)) })
	return at
}

// pinned says whether every pose of the mix keeps this limb's end where it is.
func pinned(m *mix, limbs int) bool {
	all := true
	m.each(func(q *full, _ float64) {
		l := &q.arm[limbs%2]
		if limbs >= 2 {
			l = &q.leg[limbs-2]
		}
		if l.hold != floor && l.hold != atPoint {
			all = false
		}
	})
	return all
}
