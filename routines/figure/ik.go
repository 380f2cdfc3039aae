package figure

import "math"

// reach2 finds the middle joint of a two-bone limb from root to target: law of cosines, bent
// towards pole. A target out of reach is approached as far as the bones go; end is where the
// limb really ends and over how far it falls short.
func reach2(root, target Vec, a, b float64, pole Vec) (mid, end Vec, over float64) {
	line := target.sub(root)
	d := line.len()
	dir := line.unit()
	if d < 1e-9 {
		dir = Vec{0, -1, 0}
	}
	most, least := (a+b)*0.99999, math.Abs(a-b)+0.02
	switch {
	case d > most:
		over, d = d-most, most
	case d < least:
		over, d = least-d, least
	}
	end = root.add(dir.mul(d))
	along := (a*a - b*b + d*d) / (2 * d)
	high := math.Sqrt(math.Max(0, a*a-along*along))
	bend := pole.off(dir).unit()
	if bend == (Vec{}) {
		bend = Vec{1, 0, 0}.off(dir).unit()
	}
	mid = root.add(dir.mul(along)).add(bend.mul(high))
	return mid, end, over
}

// bulge is the way the middle joint stands out from the line root to end. Where the limb is
// nearly straight that says little, and the pole usual for the limb takes over.
func bulge(root, mid, end, usual Vec) Vec {
	line := end.sub(root).unit()
	out := mid.sub(root).off(line)
	return out.add(usual.off(line).unit().mul(0.04)).off(line).unit()
}
