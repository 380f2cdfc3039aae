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
	// Of the ways to write it the first stays: those after it count only if they are better. Where none is good, the limb
	// may lean a little along the line of sight, where the picture does not show it.
	way := math.Inf(1)
	for _, lean := range leans {
		for _, a := range was.a.ways() {
			for _, b := range was.b.ways() {
				q := all[g.pose]
				l := q.end(g.handle)
				l.a, l.b = heading{leant(a.pitch, lean), a.out}, heading{leant(b.pitch, lean), b.out}
				if g.both {
					q.alike(g.handle)
				}
				if lean != 0 && (g.adds(&q) != nil || far(g.seen(&q), g.seen(&all[g.pose])) > near) {
					continue
				}
				n := f.put(all, g.pose, q)
				bad := len(n.between())
				if bad > least || bad == least && best == f {
					continue
				}
				if t := n.travel(g.handle); bad < least || t < way {
					best, least, way = n, bad, t
				}
			}
		}
		if least == 0 {
			break
		}
	}
	return best
}

// leans are how far a limb may lean so that it comes to its place soundly, in degrees of pitch.
var leans = [...]float64{0, -8, 8, -16, 16}

func leant(pitch, by float64) float64 {
	if pitch += by; math.Abs(pitch) > 360 {
		return math.Remainder(pitch, 360)
	}
	return pitch
}

// seen is where the handle of a pose is on the picture.
func (g *Grip) seen(q *full) Pt {
	m := only(q)
	s := solve(&m, g.set)
	return g.cam.flat(s.handle(g.handle))
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
