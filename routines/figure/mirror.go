package figure

import "strings"

// mirrored is the pose with left and right exchanged: limbs swap, and whatever points to the
// left points to the right. Headings and pins say "out", so they need no change of sign.
func (q full) mirrored() full {
	q.roll, q.face = -q.roll, -q.face
	q.pelvis.Z, q.pelvisTurn = -q.pelvis.Z, -q.pelvisTurn
	q.bend, q.turn = -q.bend, -q.turn
	q.headTurn, q.headTilt = -q.headTurn, -q.headTilt
	q.arm[left], q.arm[right] = q.arm[right], q.arm[left]
	q.leg[left], q.leg[right] = q.leg[right], q.leg[left]
	q.arms[left], q.arms[right] = q.arms[right], q.arms[left]
	q.toes[left], q.toes[right] = q.toes[right], q.toes[left]
	for side := range 2 {
		q.arm[side].on = otherSide(q.arm[side].on)
		q.leg[side].on = otherSide(q.leg[side].on)
	}
	swapped := make([]string, len(q.contacts))
	for i, c := range q.contacts {
		swapped[i] = otherSide(c)
	}
	q.contacts = swapped
	return q
}

// otherSide exchanges left and right in the name of a point, a joint or a contact.
func otherSide(name string) string {
	if rest, ok := strings.CutPrefix(name, "left_"); ok {
		return "right_" + rest
	}
	if rest, ok := strings.CutPrefix(name, "right_"); ok {
		return "left_" + rest
	}
	return name
}
