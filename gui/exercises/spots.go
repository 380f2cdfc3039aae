package exercises

import (
	"math"

	"catcow/routines/exercise"
	"catcow/routines/figure"
)

// spot is where an area is seen on one of the two drawn bodies: closed outlines in statures, the middle of the body at
// 0, up positive. The corners are those of a rounded shape; an outline that is one of a pair is mirrored.
type spot struct {
	area  exercise.Area
	back  bool
	paths [][]figure.Pt
}

// one is an outline in the middle of the body, given by its right half from the top down.
func one(half ...float64) [][]figure.Pt {
	var p []figure.Pt
	for i := 0; i < len(half); i += 2 {
		p = append(p, figure.Pt{X: half[i], Y: half[i+1]})
	}
	for i := len(half) - 2; i >= 0; i -= 2 {
		p = append(p, figure.Pt{X: -half[i], Y: half[i+1]})
	}
	return [][]figure.Pt{p}
}

// pair is an outline on the right of the picture, and the same on the left.
func pair(xy ...float64) [][]figure.Pt {
	var p, q []figure.Pt
	for i := 0; i < len(xy); i += 2 {
		p = append(p, figure.Pt{X: xy[i], Y: xy[i+1]})
		q = append(q, figure.Pt{X: -xy[i], Y: xy[i+1]})
	}
	return [][]figure.Pt{p, q}
}

// spots are drawn on a body 1 tall that stands with its arms a little out; they reach over its rim and are cut off there.
// Each body's are in the order the keyboard walks them, from the head down.
var spots = []spot{
	{exercise.AreaNeck, false, one(0.042, 0.876, 0.044, 0.836)},
	{exercise.AreaShoulders, false, shoulders},
	{exercise.AreaChest, false, one(0.068, 0.812, 0.080, 0.790, 0.080, 0.730, 0.064, 0.712)},
	{exercise.AreaArms, false, arms},
	{exercise.AreaWaist, false, pair(0.056, 0.702, 0.110, 0.702, 0.118, 0.575, 0.058, 0.575)},
	{exercise.AreaBelly, false, one(0.050, 0.702, 0.052, 0.575)},
	{exercise.AreaHips, false, pair(0.006, 0.562, 0.130, 0.562, 0.135, 0.470, 0.010, 0.455)},
	{exercise.AreaThighs, false, pair(0.012, 0.452, 0.135, 0.462, 0.130, 0.300, 0.030, 0.296)},
	{exercise.AreaNeck, true, one(0.042, 0.872, 0.044, 0.838)},
	{exercise.AreaShoulders, true, shoulders},
	{exercise.AreaUpperBack, true, one(0.066, 0.826, 0.080, 0.800, 0.080, 0.690, 0.062, 0.672)},
	{exercise.AreaArms, true, arms},
	{exercise.AreaWaist, true, pair(0.062, 0.662, 0.112, 0.662, 0.118, 0.575, 0.064, 0.575)},
	{exercise.AreaLowerBack, true, one(0.056, 0.662, 0.058, 0.575)},
	{exercise.AreaGlutes, true, pair(0.006, 0.562, 0.135, 0.562, 0.135, 0.462, 0.010, 0.448)},
	{exercise.AreaHamstrings, true, pair(0.012, 0.445, 0.135, 0.456, 0.130, 0.300, 0.030, 0.296)},
	{exercise.AreaCalves, true, pair(0.030, 0.280, 0.130, 0.280, 0.120, 0.110, 0.040, 0.110)},
}

var (
	shoulders = pair(0.080, 0.830, 0.150, 0.830, 0.170, 0.740, 0.098, 0.728)
	arms      = pair(0.100, 0.716, 0.175, 0.722, 0.215, 0.450, 0.175, 0.445)
)

// both bodies are shown in this box each, in statures.
var bodyFrame = figure.Rect{MinX: -0.225, MinY: -0.012, MaxX: 0.225, MaxY: 1.03}

// middle is the middle of the spot, or of the half of it on the right.
func (s *spot) middle() figure.Pt {
	var m figure.Pt
	for _, p := range s.paths[0] {
		m.X += p.X / float64(len(s.paths[0]))
		m.Y += p.Y / float64(len(s.paths[0]))
	}
	return m
}

// far is how far a point lies from the spot, 0 within it.
func (s *spot) far(at figure.Pt) float64 {
	least := math.Inf(1)
	for _, path := range s.paths {
		in := false
		for i, a := range path {
			b := path[(i+1)%len(path)]
			if (a.Y > at.Y) != (b.Y > at.Y) && at.X < a.X+(at.Y-a.Y)/(b.Y-a.Y)*(b.X-a.X) {
				in = !in
			}
			least = min(least, farFromLine(at, a, b))
		}
		if in {
			return 0
		}
	}
	return least
}

func farFromLine(p, a, b figure.Pt) float64 {
	dx, dy := b.X-a.X, b.Y-a.Y
	t := 0.0
	if n := dx*dx + dy*dy; n > 0 {
		t = min(max(((p.X-a.X)*dx+(p.Y-a.Y)*dy)/n, 0), 1)
	}
	return math.Hypot(p.X-a.X-t*dx, p.Y-a.Y-t*dy)
}

// reach is how far beside a spot a tap still means it, in statures: the neck is small, and a thumb is not.
const reach = 0.06

// spotAt is the spot a point of one of the bodies means, or -1.
func spotAt(at figure.Pt, back bool) int {
	best, least := -1, reach
	for i := range spots {
		if spots[i].back == back {
			if d := spots[i].far(at); d < least {
				best, least = i, d
			}
		}
	}
	return best
}
