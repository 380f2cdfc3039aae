package figure

import "strings"

// Steps reports whether a foot that stands in one pose is off the floor in another, so that it is set down again: a
// march, but not a swinging leg.
func (f *Figure) Steps() bool {
	poses := f.resolve()
	for i := range poses {
		for side := range 2 {
			if poses[i].stands(side) != poses[0].stands(side) {
				return true
			}
		}
	}
	return false
}

// stands reports whether any part of a foot rests on something.
func (q *full) stands(side int) bool {
	for _, c := range q.contacts {
		own, part := side, c
		if rest, ok := strings.CutPrefix(c, "left_"); ok {
			own, part = left, rest
		} else if rest, ok := strings.CutPrefix(c, "right_"); ok {
			own, part = right, rest
		}
		if own != side {
			continue
		}
		switch strings.TrimSuffix(part, "s") {
		case "foot", "feet", "heel", "ball", "toe":
			return true
		}
	}
	return false
}
