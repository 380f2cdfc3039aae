package figure

import "math"

// Settled is a figure that the handle was moved to, with the limb it is of written so that it comes there as a body
// does. A direction can be written in several ways, and the numbers say on which way a limb goes from pose to pose: an
// arm that was dragged up through the side must not come up from behind. Where no way is better, f is the answer.
func (g *Grip) Settled(f *Figure) *Figure {
	if g.handle < HandleLeftElbow || len(f.Poses) < 2 || len(f.Poses) != len(g.f.Poses) {
		return f
	}
	best, least := f, len(f.between())
	if least == 0 {
		return f
	}
	all := f.resolve()
	was := *all[g.pose].end(g.handle)
	if was.hold != free {
		return f
	}
	// Of the ways to write it the first stays: those after it count only if they are better.
	far := math.Inf(1)
	for _, a := range was.a.ways() {
		for _, b := range was.b.ways() {
			q := all[g.pose]
			l := q.end(g.handle)
			l.a, l.b = a, b
			if g.both {
				q.alike(g.handle)
			}
			n := f.put(all, g.pose, q)
			switch bad, way := len(n.between()), n.travel(g.handle); {
			case bad > least || bad == least && (best == f || way >= far):
			default:
				best, least, far = n, bad, way
			}
		}
	}
	return best
}

// ways are the forms in which one direction can be written.
func (h heading) ways() [3]heading {
	over, out := math.Remainder(h.pitch+180, 360), math.Remainder(180-h.out, 360)
	less := out - 360
	if out < 0 {
		less = out + 360
	}
	return [3]heading{h, {over, out}, {over, clamp(less, -360, 360)}}
}

// travel is how far a handle goes in one repetition, in statures.
func (f *Figure) travel(h Handle) float64 {
	g := newRig(f)
	const steps = 48
	way, last := 0.0, Vec{}
	for step := range steps + 1 {
		m, _ := g.mixAt(Moving(float64(step)/steps, 0), Options{})
		s := solve(&m, g.set)
		at := s.handle(h)
		if step > 0 {
			way += at.sub(last).len()
		}
		last = at
	}
	return way
}
