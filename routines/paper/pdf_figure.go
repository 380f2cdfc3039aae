package paper

import (
	"image/color"
	"math"

	"catcow/routines/figure"
)

// drawing draws a figure of the shapes the stage has. A PDF has no silhouette to draw atop of; the same is had by
// clipping to the parts of the body drawn so far.
func (c *pdfCanvas) drawing(d drawing) {
	v := viewOf(d.box, d.frame)
	c.op("q")
	c.clip(d.box)
	for i := range d.scene.Shapes {
		sh := &d.scene.Shapes[i]
		if !overlap(sh.Bounds(), d.frame) {
			continue
		}
		ink := c.print.palette.Color(sh)
		switch {
		case sh.Mode == figure.Glow:
			c.glow(d.scene, i, v, ink)
		case sh.Mode == figure.Atop && sh.Part() != 0:
			c.edge(d.scene, i, v, ink)
		case sh.Mode == figure.Atop:
			c.op("q")
			c.clipToBody(d.scene, i, v, func(k int) bool { return true })
			c.shape(d.scene, sh, v, ink)
			c.op("Q")
		default:
			c.shape(d.scene, sh, v, ink)
		}
	}
	c.op("Q")
}

// shape fills one shape.
func (c *pdfCanvas) shape(s *figure.Scene, sh *figure.Shape, v view, ink color.NRGBA) {
	a := sh.Alpha * float64(ink.A) / 255
	if a < 0.01 {
		return
	}
	if a < 0.99 {
		c.op("q")
		c.alpha(a)
		defer c.op("Q")
	}
	c.ink(ink, "rg")
	s.Contours(sh, func(pts []figure.Pt) { c.contour(pts, v, false) })
	c.op("f")
}

// contour adds a closed line to the path; with same, it runs the same way round as all others, so that together they
// cover what any of them covers.
func (c *pdfCanvas) contour(pts []figure.Pt, v view, same bool) {
	if len(pts) < 3 {
		return
	}
	turn := same && area(pts) < 0
	last := figure.Pt{X: math.Inf(1)}
	for i := range pts {
		p := pts[i]
		if turn {
			p = pts[len(pts)-1-i]
		}
		p = v.at(p)
		if i > 0 && math.Abs(p.X-last.X)+math.Abs(p.Y-last.Y) < 0.15 {
			continue
		}
		c.near(p)
		if i == 0 {
			c.op("m")
		} else {
			c.op("l")
		}
		last = p
	}
	c.op("h")
}

// area is twice a contour's, positive counter-clockwise.
func area(pts []figure.Pt) float64 {
	sum := 0.0
	for i, p := range pts {
		q := pts[(i+1)%len(pts)]
		sum += p.X*q.Y - q.X*p.Y
	}
	return sum
}

func boundsOf(pts []figure.Pt) figure.Rect {
	r := figure.Rect{MinX: math.Inf(1), MinY: math.Inf(1), MaxX: math.Inf(-1), MaxY: math.Inf(-1)}
	for _, p := range pts {
		r = r.Union(figure.Rect{MinX: p.X, MinY: p.Y, MaxX: p.X, MaxY: p.Y})
	}
	return r
}

func overlap(a, b figure.Rect) bool {
	return a.MinX <= b.MaxX && b.MinX <= a.MaxX && a.MinY <= b.MaxY && b.MinY <= a.MaxY
}

func (c *pdfCanvas) clip(b box) {
	c.num(b.x)
	c.num(c.height - b.y - b.h)
	c.num(b.w)
	c.num(b.h)
	c.op("re W n")
}

// clipToBody keeps what is drawn next inside the parts of the body below shape i that may choose, and says whether there
// are any.
func (c *pdfCanvas) clipToBody(s *figure.Scene, i int, v view, may func(k int) bool) bool {
	any := false
	for k := range i {
		sh := &s.Shapes[k]
		if sh.Mode != figure.Body || !overlap(sh.Bounds(), s.Shapes[i].Bounds()) || !may(k) {
			continue
		}
		s.Contours(sh, func(pts []figure.Pt) {
			if len(pts) >= 3 && overlap(boundsOf(pts), s.Shapes[i].Bounds()) {
				any = true
				c.contour(pts, v, true)
			}
		})
	}
	if !any { // nothing at all is inside
		c.op("0 0 0 0 re")
	}
	c.op("W n")
	return any
}

// edge draws the shade round a part of the body on the other parts that lie below it. What the part itself has drawn
// above such another part hides it; that is left out of the clip contour by contour.
func (c *pdfCanvas) edge(s *figure.Scene, i int, v view, ink color.NRGBA) {
	own := s.Shapes[i].Part()
	var above []int // the part's own shapes above the group at hand
	for k := i - 1; k >= 0; {
		sh := &s.Shapes[k]
		if sh.Mode != figure.Body || !overlap(sh.Bounds(), s.Shapes[i].Bounds()) {
			k--
			continue
		}
		if sh.Part() == own {
			above = append(above, k)
			k--
			continue
		}
		// The run of other parts down to the next shape of its own.
		low := k
		for low > 0 && (s.Shapes[low-1].Part() != own || s.Shapes[low-1].Mode != figure.Body || !overlap(s.Shapes[low-1].Bounds(), s.Shapes[i].Bounds())) {
			low--
		}
		c.op("q")
		for _, a := range above {
			s.Contours(&s.Shapes[a], func(pts []figure.Pt) {
				if len(pts) >= 3 && overlap(boundsOf(pts), s.Shapes[i].Bounds()) {
					c.clipOut(pts, v)
				}
			})
		}
		top := k
		if c.clipToBody(s, i, v, func(k int) bool { return k >= low && k <= top }) {
			c.shape(s, &s.Shapes[i], v, ink)
		}
		c.op("Q")
		k = low - 1
	}
}

// clipOut keeps what is drawn next outside a contour.
func (c *pdfCanvas) clipOut(pts []figure.Pt, v view) {
	c.num(0)
	c.num(0)
	c.num(10000)
	c.num(10000)
	c.op("re")
	c.contour(pts, v, false)
	c.op("W* n")
}

// glow draws light that fades from its middle, as rings over one another.
func (c *pdfCanvas) glow(s *figure.Scene, i int, v view, ink color.NRGBA) {
	const rings = 10
	sh := &s.Shapes[i]
	b := sh.Bounds()
	at := v.at(figure.Pt{X: (b.MinX + b.MaxX) / 2, Y: (b.MinY + b.MaxY) / 2})
	c.op("q")
	if c.clipToBody(s, i, v, func(int) bool { return true }) {
		c.ink(ink, "rg")
		have := 0.0
		for k := range rings {
			d := 1 - (float64(k)+0.5)/rings
			want := glowAt(d) * sh.Alpha
			if add := 1 - (1-want)/(1-have); add > 0.005 {
				c.alpha(math.Max(add, 0.02))
				p := path{}
				p.disc(at.X, at.Y, v.k*b.Width()/2*(d+0.5/rings))
				c.outline(p)
				c.op("f")
			}
			have = want
		}
	}
	c.op("Q")
}

func (c *pdfCanvas) outline(p path) {
	for _, s := range p.steps {
		if s.kind == 'c' {
			c.pt(s.a)
			c.pt(s.b)
		}
		if s.kind != 'h' {
			c.pt(s.p)
		}
		c.op(string(rune(s.kind)))
	}
}

// glowAt is how strong a glow is, d of the way from its middle to its rim; as on the stage.
func glowAt(d float64) float64 {
	t := math.Min(math.Max((d-0.22)/0.78, 0), 1)
	return 0.92 * (1 - t*t*(3-2*t))
}
