package figure

import "math"

// Pt is a point of the picture in statures: X to the right, Y up.
type Pt struct{ X, Y float64 }

// Rect is a box of the picture in statures; Y grows upwards.
type Rect struct{ MinX, MinY, MaxX, MaxY float64 }

// Role is what a shape is of; a [Palette] gives it its colour.
type Role uint8

// The roles a palette colours.
const (
	RoleMat Role = iota
	RoleMatEdge
	RoleGround
	RoleShadow
	RoleProp
	RolePropDark
	RolePropSoft
	RoleStrap
	RoleGhost
	RoleSkin
	RoleTop
	RoleTopCool
	RoleBottom
	RoleHair
	RoleShade
	RoleLight
	RoleGlow
	RoleArrow
	roleCount
)

// Mode is how a shape meets what is below it.
type Mode uint8

const (
	// Over covers what is below; it is not part of the body.
	Over Mode = iota
	// Body covers what is below and becomes part of the body's silhouette.
	Body
	// Atop is seen only where the body already is: edges and shade.
	Atop
	// Glow is Atop and fades from the middle of its bounds to their rim.
	Glow
)

// Shape is one filled path. Its contours overlap freely: together they are one silhouette (non-zero winding).
type Shape struct {
	Role Role
	Mode Mode
	// Far is 0 for near limbs to 1 for limbs behind the body, which take a deeper tone of their colour.
	Far float64
	// Alpha is how much the shape covers, 0 to 1.
	Alpha float64
	// Layer is its place from far (0) to near.
	Layer int
	// part is the piece of the body it belongs to; an edge round a part is seen on other parts only.
	part uint8
	// first and last bound its contours in Scene.contours.
	first, last int
	bounds      Rect
	key         float64
	bent        bool     // its contour is not convex
	kept        *outline // set where the outline never changes
	keptFlip    float64
}

// Scene is one picture as a list of shapes, far to near, with no back end in it. The zero
// Scene is empty and ready; draw into the same one again and again to reuse its memory. It is not
// safe for use from two goroutines at once.
type Scene struct {
	Shapes   []Shape
	pts      []Pt
	contours []int // start of each contour in pts; the next start (or len(pts)) ends it
	b        builder
}

// Reset empties the scene and keeps its memory.
func (s *Scene) Reset() {
	s.Shapes = s.Shapes[:0]
	s.pts = s.pts[:0]
	s.contours = s.contours[:0]
}

// Contours calls f with every closed contour of a shape. The points are the scene's own: do not keep them.
func (s *Scene) Contours(sh *Shape, f func([]Pt)) {
	for i := sh.first; i < sh.last; i++ {
		end := len(s.pts)
		if i+1 < len(s.contours) {
			end = s.contours[i+1]
		}
		f(s.pts[s.contours[i]:end])
	}
}

// Bounds is the box round everything in the scene.
func (s *Scene) Bounds() Rect {
	r := emptyRect()
	for i := range s.Shapes {
		r = r.Union(s.Shapes[i].bounds)
	}
	return r
}

// Bounds is the box round the shape.
func (sh *Shape) Bounds() Rect { return sh.bounds }

func emptyRect() Rect {
	return Rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
}

// Empty says whether there is nothing in the box.
func (r Rect) Empty() bool { return !(r.MinX < r.MaxX && r.MinY < r.MaxY) }

// Width of the box in statures.
func (r Rect) Width() float64 { return r.MaxX - r.MinX }

// Height of the box in statures.
func (r Rect) Height() float64 { return r.MaxY - r.MinY }

// Union is the smallest box round both.
func (r Rect) Union(o Rect) Rect {
	return Rect{
		math.Min(r.MinX, o.MinX), math.Min(r.MinY, o.MinY),
		math.Max(r.MaxX, o.MaxX), math.Max(r.MaxY, o.MaxY),
	}
}

// Lerp is the box k of the way from r to o, for easing the camera between two exercises.
func (r Rect) Lerp(o Rect, k float64) Rect {
	m := func(a, b float64) float64 { return a + (b-a)*k }
	return Rect{m(r.MinX, o.MinX), m(r.MinY, o.MinY), m(r.MaxX, o.MaxX), m(r.MaxY, o.MaxY)}
}

// Contains says whether o lies inside r, a hair's breadth allowed.
func (r Rect) Contains(o Rect) bool {
	const hair = 1e-9
	return o.MinX >= r.MinX-hair && o.MinY >= r.MinY-hair && o.MaxX <= r.MaxX+hair && o.MaxY <= r.MaxY+hair
}

func (r Rect) with(p Pt) Rect {
	return Rect{min(r.MinX, p.X), min(r.MinY, p.Y), max(r.MaxX, p.X), max(r.MaxY, p.Y)}
}

func (r Rect) grown(m float64) Rect {
	return Rect{r.MinX - m, r.MinY - m, r.MaxX + m, r.MaxY + m}
}

func (r Rect) mirrored() Rect { return Rect{-r.MaxX, r.MinY, -r.MinX, r.MaxY} }
