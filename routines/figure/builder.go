package figure

import (
	"cmp"
	"math"
	"slices"
)

// builder turns balls of the body into the contours of a scene. Everything soft is the hull of
// neighbouring ellipsoids, seen by their support function, so a part looks right from every side.
type builder struct {
	scene *Scene
	cam   camera
	rigs  [2]*rig
	balls []blob
	path  []Pt
	ghost bool
	// coarse makes hulls skip at least this many rays, for what is faint or soft anyway.
	coarse int
	// part is the piece of the body the shapes begun belong to.
	part uint8
	// build is the person drawn.
	build *build
}

// blob is an ellipsoid as the camera sees it: its middle and the matrix of its outline.
type blob struct {
	c          Pt
	xx, xy, yy float64
	r          float64 // of a round one, else 0
}

// rays are the directions a hull is sampled in.
const rays = 48

var ray [rays]Pt

func init() {
	for i := range ray {
		s, c := math.Sincos(2 * math.Pi * float64(i) / rays)
		ray[i] = Pt{c, s}
	}
}

// ellipsoid is the outline of one with the given half axes.
func (b *builder) ellipsoid(at, u, v, w Vec) blob {
	var o blob
	o.c = b.cam.flat(at)
	for _, axis := range [3]Vec{u, v, w} {
		p := b.cam.flat(axis)
		o.xx += p.X * p.X
		o.xy += p.X * p.Y
		o.yy += p.Y * p.Y
	}
	return o
}

func (b *builder) ball(at Vec, r float64) blob {
	return round(b.cam.flat(at), r)
}

// round is a circle of the picture.
func round(c Pt, r float64) blob { return blob{c: c, xx: r * r, yy: r * r, r: r} }

// disc is a ball pressed flat along the unit vector n to the thickness given.
func (b *builder) disc(at, n Vec, r, thick float64) blob {
	p := b.cam.flat(n)
	k := r*r - thick*thick
	return blob{c: b.cam.flat(at), xx: r*r - k*p.X*p.X, xy: -k * p.X * p.Y, yy: r*r - k*p.Y*p.Y}
}

// grown is the blob with its outline moved out by m everywhere.
func (o blob) grown(m float64) blob {
	if o.r > 0 {
		return round(o.c, o.r+m)
	}
	kx := m*m + 2*m*math.Sqrt(math.Max(o.xx, 0))
	ky := m*m + 2*m*math.Sqrt(math.Max(o.yy, 0))
	o.xx += kx
	o.yy += ky
	return o
}

// scaled is the blob k times as large about its own middle.
func (o blob) scaled(k float64) blob {
	return blob{c: o.c, xx: o.xx * k * k, xy: o.xy * k * k, yy: o.yy * k * k, r: o.r * k}
}

func (o *blob) support(n Pt) (reach, spread float64) {
	if o.r > 0 {
		return o.c.X*n.X + o.c.Y*n.Y + o.r, o.r
	}
	spread = math.Sqrt(o.xx*n.X*n.X + 2*o.xy*n.X*n.Y + o.yy*n.Y*n.Y + 1e-12)
	return o.c.X*n.X + o.c.Y*n.Y + spread, spread
}

func (o *blob) rim(n Pt, spread float64) Pt {
	if o.r > 0 {
		return Pt{o.c.X + o.r*n.X, o.c.Y + o.r*n.Y}
	}
	return Pt{o.c.X + (o.xx*n.X+o.xy*n.Y)/spread, o.c.Y + (o.xy*n.X+o.yy*n.Y)/spread}
}

// begin opens a shape; key is its place from far (low) to near.
func (b *builder) begin(role Role, mode Mode, far, alpha, key float64) {
	if b.ghost {
		return
	}
	s := b.scene
	part := b.part
	if mode != Body {
		part = 0
	}
	s.Shapes = append(s.Shapes, Shape{
		Role: role, Mode: mode, Far: far, Alpha: alpha, key: key, part: part,
		first: len(s.contours), last: len(s.contours), bounds: emptyRect(),
	})
}

// contour opens a contour of the current shape.
func (b *builder) contour() {
	b.scene.contours = append(b.scene.contours, len(b.scene.pts))
	sh := &b.scene.Shapes[len(b.scene.Shapes)-1]
	sh.last = len(b.scene.contours)
}

func (b *builder) point(p Pt) {
	b.scene.pts = append(b.scene.pts, p)
	sh := &b.scene.Shapes[len(b.scene.Shapes)-1]
	sh.bounds = sh.bounds.with(p)
}

// hull adds the hull of the blobs as one contour, always the same way round.
func (b *builder) hull(blobs ...blob) {
	b.contour()
	warp, step := spread(blobs)
	step = max(step, b.coarse)
	sh := &b.scene.Shapes[len(b.scene.Shapes)-1]
	box := sh.bounds
	pts := b.scene.pts
	last := Pt{math.Inf(1), 0}
	for i := 0; i < rays; i += step {
		n := ray[i]
		if warp.flat {
			n = warp.bend(n)
		}
		best, spread, which := math.Inf(-1), 0.0, 0
		for k := range blobs {
			if r, s := blobs[k].support(n); r > best {
				best, spread, which = r, s, k
			}
		}
		p := blobs[which].rim(n, spread)
		if dx, dy := p.X-last.X, p.Y-last.Y; dx*dx+dy*dy > 1e-9 {
			pts = append(pts, p)
			box = Rect{min(box.MinX, p.X), min(box.MinY, p.Y), max(box.MaxX, p.X), max(box.MaxY, p.Y)}
			last = p
		}
	}
	b.scene.pts, sh.bounds = pts, box
}

// warp gathers the sampled directions where flat blobs turn: evenly sampled, a flat ellipse
// would be all corners.
type warp struct {
	xx, xy, yy float64
	flat       bool
}

// spread also says how many rays may be skipped: small parts need fewer corners to look round.
func spread(blobs []blob) (w warp, step int) {
	var xx, xy, yy, largest float64
	for i := range blobs {
		xx += blobs[i].xx
		xy += blobs[i].xy
		yy += blobs[i].yy
		largest = math.Max(largest, blobs[i].xx+blobs[i].yy)
	}
	step = 1
	switch {
	case largest < 2*0.0085*0.0085:
		step = 4
	case largest < 2*0.036*0.036:
		step = 2
	}
	mid, half := (xx+yy)/2, math.Hypot((xx-yy)/2, xy)
	big, small := mid+half, math.Max(mid-half, 1e-9)
	if big < 2.2*small {
		return warp{}, step
	}
	small = math.Max(small, big/150)
	// The matrix with the same axes and the root lengths exchanged.
	l, k := math.Sqrt(small), math.Sqrt(big)
	w.flat = true
	// e is the long axis; exchanged lengths: l along it, k across.
	ex, ey := xx-(mid-half), xy
	if math.Abs(ex)+math.Abs(ey) < 1e-15 {
		ex, ey = xy, yy-(mid-half)
	}
	n := math.Hypot(ex, ey)
	ex, ey = ex/n, ey/n
	w.xx = l*ex*ex + k*ey*ey
	w.xy = (l - k) * ex * ey
	w.yy = l*ey*ey + k*ex*ex
	return w, 1
}

func (w *warp) bend(n Pt) Pt {
	p := Pt{w.xx*n.X + w.xy*n.Y, w.xy*n.X + w.yy*n.Y}
	l := math.Hypot(p.X, p.Y)
	return Pt{p.X / l, p.Y / l}
}

// chain adds the hulls of neighbouring blobs: one smooth limb.
func (b *builder) chain(blobs []blob) {
	if len(blobs) == 1 {
		b.hull(blobs[0])
	}
	for i := 1; i < len(blobs); i++ {
		b.hull(blobs[i-1], blobs[i])
	}
}

// polygon adds a contour through the points, turned the way hulls are.
func (b *builder) polygon(pts ...Pt) {
	if len(pts) < 3 {
		return
	}
	area := 0.0
	for i, p := range pts {
		q := pts[(i+1)%len(pts)]
		area += p.X*q.Y - q.X*p.Y
	}
	b.contour()
	b.scene.Shapes[len(b.scene.Shapes)-1].bent = true
	for i := range pts {
		if area < 0 {
			i = len(pts) - 1 - i
		}
		b.point(pts[i])
	}
}

// The parts of the body, as [Shape] tells them apart; those of a side stand in the order left, right.
const (
	partTrunk uint8 = 1 + iota
	partNeck
	partHead
	partUpperArm
	_
	partForearm
	_
	partThigh
	_
	partShank
	_
)

// halo shades what of the rest of the body lies round the coming part, so that skin parts from skin
// and cloth from cloth. It swells from nothing where the part grows out of the body and, when open is false,
// closes again where the next part goes on.
func (b *builder) halo(blobs []blob, open bool, strength, key float64) {
	if b.ghost || len(blobs) < 3 || strength < 0.02 {
		return
	}
	b.begin(RoleShade, Atop, 0, 0.19*strength, key)
	b.scene.Shapes[len(b.scene.Shapes)-1].part = b.part
	const wide = 0.0046
	last := float64(len(blobs) - 1)
	grow := func(i int) blob {
		t := float64(i) / last
		k := smooth(0.05, 0.4, t)
		if !open {
			k *= 1 - smooth(0.75, 1, t)
		}
		return blobs[i].grown(wide * k)
	}
	// The rim is soft: every second ball is enough.
	for i := 2; ; i += 2 {
		j := min(i, len(blobs)-1)
		b.hull(grow(i-2), grow(j))
		if j == len(blobs)-1 {
			return
		}
	}
}

// finish sorts the shapes far to near and numbers their layers.
func (b *builder) finish() {
	s := b.scene
	slices.SortStableFunc(s.Shapes, func(x, y Shape) int { return cmp.Compare(x.key, y.key) })
	for i := range s.Shapes {
		s.Shapes[i].Layer = i
	}
}
