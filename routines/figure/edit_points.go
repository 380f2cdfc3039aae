package figure

import (
	"math"
	"slices"
	"strings"
)

// PointAt is the point of the body or of a prop that a key pose shows nearest to a place, as [Arm.On] and [Figure.Feel]
// name it; "" where none is near. What faces the camera comes before what faces away.
func (f *Figure) PointAt(pose int, at Pt, o Options) string {
	all := f.resolve()
	if pose < 0 || pose >= len(all) {
		return ""
	}
	m := only(&all[pose])
	set := f.setting()
	s := solve(&m, set)
	cam := f.cameraFor(o)
	best, least := "", nearPoint
	for _, place := range pointNames {
		for side, prefix := range []string{"left_", "right_"} {
			p, out, ok := s.point(place, side)
			if !ok {
				continue
			}
			other, _, _ := s.point(place, 1-side)
			name := prefix + place
			if p == other { // one in the middle
				if side == right {
					continue
				}
				name = place
			}
			d := far(cam.flat(p), at)
			if cam.away().dot(out) > 0.25 {
				d += 0.5 * nearPoint // it faces away
			}
			if d += 0.002 * cam.depth(p); d < least {
				best, least = name, d
			}
		}
	}
	return best
}

// nearPoint is how far from a point of the body a click may be, in statures.
const nearPoint = 0.055

// PointPlace is where a key pose shows a point of the body or of a prop, and whether there is one of that name.
func (f *Figure) PointPlace(pose int, point string, o Options) (Pt, bool) {
	all := f.resolve()
	if pose < 0 || pose >= len(all) {
		return Pt{}, false
	}
	m := only(&all[pose])
	s := solve(&m, f.setting())
	at, _, ok := s.point(point, right)
	cam := f.cameraFor(o)
	p := cam.flat(at)
	return p, ok && !math.IsNaN(p.X+p.Y)
}

// MostFelt is how many places an exercise is felt at most.
const MostFelt = 2

// Feeling is the figure with a place where it is felt more, or with one less where it is felt there already. One too many
// takes the place of the first.
func (f *Figure) Feeling(point string) *Figure {
	n := *f
	if at := slices.Index(f.Feel, point); at >= 0 {
		n.Feel = slices.Delete(slices.Clone(f.Feel), at, at+1)
		if len(n.Feel) == 0 {
			n.Feel = nil
		}
		return &n
	}
	n.Feel = append(slices.Clone(f.Feel), point)
	if len(n.Feel) > MostFelt {
		n.Feel = n.Feel[len(n.Feel)-MostFelt:]
	}
	return &n
}

// PointName is what a person calls a point: "left knee".
func PointName(point string) string { return strings.ReplaceAll(point, "_", " ") }
