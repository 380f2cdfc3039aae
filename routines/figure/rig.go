package figure

import (
	"math"
	"slices"
)

// rig is a figure made ready: poses spelt out, the room set, the mat laid. It is
// made once for a figure and kept by the scene that draws it.
type rig struct {
	f              *Figure
	poses          []full
	mirrored       []full
	set, mirrorSet *setting
	cam            camera
	still, start   int          // poses by number: what a still shows, and where the way there starts
	scale          float64      // what the picture shows of the room, in statures: arrows keep their weight in it
	ghost          bool         // whether the start is drawn as a ghost
	mat            Rect         // on the floor: X forward, Y to the left
	arrows         [2]*[]Pt     // as written, and mirrored; laid when first drawn
	ghosts         [][2]outline // by build: as written, and mirrored
}

// outline is a silhouette kept from one picture to the next.
type outline struct {
	pts      []Pt
	contours []int
}

func newRig(f *Figure) *rig {
	g := &rig{f: f, poses: f.resolve(), set: f.setting(), cam: f.camera(), ghosts: make([][2]outline, len(builds))}
	g.mirrorSet = g.set.mirrored()
	for i := range g.poses {
		// Between poses the pelvis eases from where one has settled to where the other has.
		m := only(&g.poses[i])
		sk := solve(&m, g.set)
		g.poses[i].pelvis = sk.j[JointPelvis]
		g.poses[i].carry(&sk)
		g.sayElbows(i, &sk)
		q := g.poses[i].mirrored()
		m = only(&q)
		sk = solve(&m, g.mirrorSet)
		q.carry(&sk)
		g.mirrored = append(g.mirrored, q)
	}
	g.still, g.start = len(g.poses)-1, 0
	for i := range f.Poses {
		if name := f.Poses[i].Name; name != "" {
			if name == f.Still {
				g.still = i
			}
			if name == f.Ghost {
				g.start = i
			}
		}
	}
	g.ghost = f.Ghost != "none" && !g.hardlyMoves()
	g.mat = g.floorUse()
	g.scale = g.extent()
	return g
}

// sayElbows spells out where the elbow of a planted arm points, if another pose says it of that arm:
// then both poses hold the arm alike, and the hand stays planted between them.
func (g *rig) sayElbows(pose int, s *skeleton) {
	q := &g.poses[pose]
	for side := range 2 {
		l := &q.arm[side]
		said := slices.ContainsFunc(g.poses, func(p full) bool { return p.arm[side].hasPole })
		if l.hold == free || l.hasPole || !said {
			continue
		}
		way := q.own[side].pole
		if !l.withChest {
			root := faced(rolled(frame{Vec{1, 0, 0}, Vec{0, 1, 0}, Vec{0, 0, 1}}, q.roll), q.face)
			way = root.of(s.chest.in(way))
		}
		l.pole, l.hasPole = headingTo(way, side), true
	}
}

// hardlyMoves says whether a ghost would only peek out behind the body, which reads as dirt.
func (g *rig) hardlyMoves() bool {
	a, b := only(&g.poses[g.start]), only(&g.poses[g.still])
	from, to := solve(&a, g.set), solve(&b, g.set)
	for j := range from.j {
		p, q := g.cam.flat(from.j[j]), g.cam.flat(to.j[j])
		if math.Hypot(p.X-q.X, p.Y-q.Y) > 0.075 {
			return false
		}
	}
	return true
}

// extent is about how high the picture has to be, in its usual form of 4 to 3, to show all poses.
func (g *rig) extent() float64 {
	r := emptyRect()
	at := func(v Vec) { r = r.with(g.cam.flat(v)) }
	for i := range g.poses {
		m := only(&g.poses[i])
		s := solve(&m, g.set)
		for _, v := range s.j {
			at(v)
		}
	}
	for i := range g.set.props {
		switch p := &g.set.props[i]; p.kind {
		case "mat":
			for _, x := range []float64{g.mat.MinX - 0.1, g.mat.MaxX + 0.1} {
				at(Vec{x, 0, p.at.Z - p.width/2})
				at(Vec{x, 0, p.at.Z + p.width/2})
			}
		case "wall", "doorway", "chair":
			at(p.place(0, p.height, 0))
		}
	}
	high := r.Height()
	switch g.f.Focus {
	case "upper":
		high *= 0.55
	case "head":
		high *= 0.32
	}
	return clamp(math.Max(high, r.Width()*0.75)+0.08, 0.4, 1.25)
}

func (g *rig) setFor(swapped bool) *setting {
	if swapped {
		return g.mirrorSet
	}
	return g.set
}

// floorUse is the part of the floor the body is over in any pose, on either side.
func (g *rig) floorUse() Rect {
	r := emptyRect()
	for i := range g.poses {
		m := only(&g.poses[i])
		s := solve(&m, g.set)
		for j, v := range s.j {
			if v.Y < 0.2 || Joint(j) == JointPelvis {
				r = r.with(Pt{v.X, v.Z}).with(Pt{v.X, -v.Z})
			}
		}
	}
	return r
}

// rigOf is the ready form of f, kept from picture to picture.
func (s *Scene) rigOf(f *Figure) *rig {
	for _, g := range s.b.rigs {
		if g != nil && g.f == f {
			return g
		}
	}
	g := newRig(f)
	s.b.rigs[0], s.b.rigs[1] = g, s.b.rigs[0]
	return g
}

// Scene is the picture of the figure at a moment.
func (f *Figure) Scene(m Moment, o Options) *Scene {
	s := &Scene{}
	s.Draw(f, m, o)
	return s
}

// Draw makes the scene the picture of f at a moment, reusing its memory. The scene remembers f by
// its address: give it another [Figure] after changing one.
func (s *Scene) Draw(f *Figure, m Moment, o Options) {
	g := s.rigOf(f)
	mx, swapped := g.mixAt(m, o)
	cues := o
	if m.kind == holding {
		cues.Arrow = cues.Arrow && m.entry < 1
		cues.Ghost = cues.Ghost && m.entry < 1
	}
	cam := g.cam
	if f.flipped(o) {
		cam.flip = -1
	}
	s.picture(g, &mx, cam, g.setFor(swapped), m, cues, swapped)
}

func (s *Scene) picture(g *rig, mx *mix, cam camera, set *setting, m Moment, o Options, swapped bool) {
	s.Reset()
	b := &s.b
	b.scene, b.cam, b.ghost = s, cam, false
	who := buildOf(o.Build)
	b.build = &builds[who]
	fade := 1.0
	if m.kind == holding {
		fade = 1 - smooth(0.75, 1, m.entry)
	}
	sk := solve(mx, set)
	b.ground(g, &sk)
	b.props(&sk, set)
	if o.Ghost && g.ghost {
		b.ghostOf(g, who, swapped, fade)
	}
	b.body(&sk, m.breath)
	if o.Feel {
		b.feel(g, &sk, swapped)
	}
	if o.Arrow {
		b.arrow(g, swapped, fade)
	}
	b.finish()
}

// body draws the whole body as shapes with their depth; finish puts them in order.
func (b *builder) body(sk *skeleton, breath float64) {
	b.part = partTrunk
	b.hips(sk)
	b.shirt(sk, breath)
	b.part = partNeck
	b.neck(sk)
	b.part = partHead
	b.head(sk)
	for side := range 2 {
		b.leg(sk, side)
		b.arm(sk, side)
	}
	b.part = 0
}
