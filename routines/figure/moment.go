package figure

import "math"

// Side is the side a picture shows.
type Side uint8

// The sides. Both shows the poses as they are written.
const (
	Both Side = iota
	Left
	Right
)

// Moment is the point in time a picture shows. Make one with [Moving], [Holding] or [Still].
type Moment struct {
	kind   momentKind
	rep    float64
	entry  float64
	breath float64
}

type momentKind uint8

const (
	still momentKind = iota
	moving
	holding
)

// Still is the picture without motion: the pose [Figure.Still] names.
func Still() Moment { return Moment{} }

// Moving is a movement after rep repetitions: the whole part counts those done, the rest is the
// way through the present one. breath swells the chest, -1 (out) to 1 (in); 0 where nobody asks.
func Moving(rep, breath float64) Moment {
	return Moment{kind: moving, rep: math.Max(0, rep), breath: clamp(breath, -1, 1)}
}

// Holding is a hold: entry runs from 0 in the first pose to 1 in the last and stays there, breath
// swells the chest, -1 (out) to 1 (in).
func Holding(entry, breath float64) Moment {
	return Moment{kind: holding, entry: clamp(entry, 0, 1), breath: clamp(breath, -1, 1)}
}

// Options is what a picture shows beside the body.
type Options struct {
	// Ghost draws the start pose faintly behind, Arrow the way from there, Feel where it is felt.
	Ghost, Arrow, Feel bool
	// Side mirrors the whole picture when it is not the side the poses are written for.
	Side Side
	// Alternate mirrors the body, and not the camera, in every second repetition.
	Alternate bool
	// Build is who is drawn: see [Builds]. Empty or unknown: the usual one.
	Build string
}

// All is every cue on, as a picture without motion needs.
func All() Options { return Options{Ghost: true, Arrow: true, Feel: true} }

// flipped says whether these options mirror the picture of f.
func (f *Figure) flipped(o Options) bool {
	switch o.Side {
	case Left:
		return f.Side != "left"
	case Right:
		return f.Side == "left"
	}
	return false
}

// Motions lists how repetitions can run, as [Figure.Motion] takes it.
func Motions() []string { return []string{"swing", "cycle", "circle"} }

// ease moves from 0 to 1 gently, resting a beat at both ends.
func ease(t float64) float64 {
	const beat = 0.07
	t = clamp((t-beat)/(1-2*beat), 0, 1)
	return 0.5 - 0.5*math.Cos(math.Pi*t)
}

// mixAt is the poses a moment asks for, and whether the body is mirrored.
func (g *rig) mixAt(m Moment, o Options) (mix, bool) {
	n := len(g.poses)
	switch m.kind {
	case still:
		return only(&g.poses[g.still]), false
	case holding:
		e := m.entry * float64(n-1)
		return g.between(int(e), int(e)+1, ease(e-math.Floor(e))), false
	}
	whole, part := math.Modf(m.rep)
	swapped := o.Alternate && int(whole)%2 == 1
	poses := g.poses
	if swapped {
		poses = g.mirrored
	}
	if n == 1 {
		return only(&poses[0]), swapped
	}
	_, part = math.Modf(part * float64(max(1, g.f.Cycles)))
	legs := n
	if g.f.Motion != "cycle" && g.f.Motion != "circle" {
		legs = 2 * (n - 1)
	}
	e := part * float64(legs)
	i := int(e)
	k := e - float64(i)
	at := func(i int) *full {
		i = (i + legs) % legs
		if i >= n { // on the way back of a swing
			i = legs - i
		}
		return &poses[i]
	}
	if g.f.Motion == "circle" {
		return mix{
			q: [4]*full{at(i - 1), at(i), at(i + 1), at(i + 2)},
			w: roundWeights(k), n: 4,
		}, swapped
	}
	k = ease(k)
	return mix{q: [4]*full{at(i), at(i + 1)}, w: [4]float64{1 - k, k}, n: 2}, swapped
}

// roundWeights are the Catmull-Rom weights: a closed run of poses becomes one smooth round.
func roundWeights(k float64) [4]float64 {
	k2, k3 := k*k, k*k*k
	return [4]float64{
		(-k3 + 2*k2 - k) / 2,
		(3*k3 - 5*k2 + 2) / 2,
		(-3*k3 + 4*k2 + k) / 2,
		(k3 - k2) / 2,
	}
}

func (g *rig) between(i, j int, k float64) mix {
	n := len(g.poses)
	i, j = min(i, n-1), min(j, n-1)
	if i == j || k == 0 {
		return only(&g.poses[i])
	}
	return mix{q: [4]*full{&g.poses[i], &g.poses[j]}, w: [4]float64{1 - k, k}, n: 2}
}
