package figure

// Shot is a figure at a moment: one end of an easing from exercise to exercise.
type Shot struct {
	Figure  *Figure
	Moment  Moment
	Options Options
}

// Between makes the scene the picture k (0 to 1) of the way from one shot to another and says
// whether the body can move there naturally: the same posture, seen from much the same side. If
// not, the scene is left empty, and a cross-fade is the honest way.
func (s *Scene) Between(from, to Shot, k float64) bool {
	s.Reset()
	a, b := s.rigOf(from.Figure), s.rigOf(to.Figure)
	if a.f != from.Figure || !natural(a, b, from, to) {
		return false
	}
	ma, swapA := a.mixAt(from.Moment, from.Options)
	mb, swapB := b.mixAt(to.Moment, to.Options)
	if swapA || swapB {
		return false
	}
	k = ease(k)
	one, other := ma.strongest(), mb.strongest()
	mx := mix{q: [4]*full{one, other}, w: [4]float64{1 - k, k}, n: 2}
	turn := func(x, y float64) float64 { return x + (y-x)*k }
	cam := cameraAt(turn(a.cam.yaw, b.cam.yaw), turn(a.cam.elevation, b.cam.elevation), from.Figure.flipped(from.Options))
	g, set := b, b.set
	if k < 0.5 {
		g, set = a, a.set
	}
	m := Moment{kind: still, breath: turn(from.Moment.breath, to.Moment.breath)}
	s.picture(g, &mx, cam, set, m, Options{Build: to.Options.Build}, false)
	return true
}

// natural says whether one posture can ease into the other: same base, same props and side, and a
// camera that need not travel far.
func natural(a, b *rig, from, to Shot) bool {
	baseOf := func(f *Figure) string {
		if f.Base == "" {
			return "stand"
		}
		return f.Base
	}
	if baseOf(a.f) != baseOf(b.f) || len(a.set.props) != len(b.set.props) {
		return false
	}
	for i := range a.set.props {
		if a.set.props[i] != b.set.props[i] {
			return false
		}
	}
	const far = 40
	yaw := a.cam.yaw - b.cam.yaw
	tilt := a.cam.elevation - b.cam.elevation
	return from.Figure.flipped(from.Options) == to.Figure.flipped(to.Options) &&
		yaw < far && yaw > -far && tilt < far && tilt > -far
}
