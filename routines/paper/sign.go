package paper

import (
	"image/color"
	"math"

	"catcow/routines/exercise"
)

// sign is the mark of a kind, round (x, y) and of radius r: an arrow that turns for what moves, two bars for a hold, a
// weight for strength, a drop of rings for release and a step for the activity.
func sign(k exercise.Kind, x, y, r float64, ink color.NRGBA) []mark {
	ring := path{stroke: ink, width: r * 0.16}
	ring.disc(x, y, r*0.92)
	in := path{fill: ink}
	line := path{stroke: ink, width: r * 0.2}
	switch k {
	case exercise.Dynamic:
		// A wave, with an arrow at its end.
		line.move(x-r*0.52, y+r*0.12).curve(x-r*0.3, y-r*0.55, x-r*0.12, y-r*0.4, x, y).curve(x+r*0.08, y+r*0.2, x+r*0.18, y+r*0.4, x+r*0.36, y+r*0.02)
		in.move(x+r*0.6, y-r*0.36).line(x+r*0.56, y+r*0.2).line(x+r*0.12, y-r*0.1).shut()
	case exercise.Static:
		in.rect(box{x - r*0.34, y - r*0.42, r * 0.24, r * 0.84}, r*0.06)
		in.rect(box{x + r*0.1, y - r*0.42, r * 0.24, r * 0.84}, r*0.06)
	case exercise.Strength:
		in.rect(box{x - r*0.34, y - r*0.08, r * 0.68, r * 0.16}, 0)
		in.rect(box{x - r*0.5, y - r*0.36, r * 0.22, r * 0.72}, r*0.07)
		in.rect(box{x + r*0.28, y - r*0.36, r * 0.22, r * 0.72}, r*0.07)
	case exercise.Release:
		line.disc(x, y, r*0.46)
		in.disc(x, y, r*0.16)
	default:
		in.move(x-r*0.3, y-r*0.45).line(x+r*0.45, y).line(x-r*0.3, y+r*0.45).shut()
	}
	out := []mark{ring}
	for _, p := range []path{line, in} {
		if len(p.steps) > 0 {
			out = append(out, p)
		}
	}
	return out
}

// warning is a triangle with a line and a dot in it.
func warning(x, y, r float64, ink color.NRGBA) []mark {
	edge := path{stroke: ink, width: r * 0.17}
	dx, dy := r*0.95*math.Cos(math.Pi/6), r*0.95*math.Sin(math.Pi/6)
	edge.move(x, y-r*0.95).line(x+dx, y+dy).line(x-dx, y+dy).shut()
	in := path{fill: ink}
	in.rect(box{x - r*0.09, y - r*0.38, r * 0.18, r * 0.44}, 0)
	in.disc(x, y+r*0.24, r*0.11)
	return []mark{edge, in}
}

// feelMark rings a place where a stretch is felt: dark in a light rim, so that it shows on skin, shirt and trousers,
// in grey too.
func (p *print) feelMark(x, y, r float64) []mark {
	k := r / 6
	rim, ring, dot := path{stroke: p.feelOut, width: 2.6 * k}, path{stroke: p.feelIn, width: 1.1 * k}, path{fill: p.feelIn, stroke: p.feelOut, width: 0.7 * k}
	rim.disc(x, y, r)
	ring.disc(x, y, r)
	dot.disc(x, y, r*0.34)
	return []mark{rim, ring, dot}
}
