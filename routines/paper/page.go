package paper

import (
	"image"
	"image/color"
	"math"

	"catcow/routines/figure"
)

// Document is sheets laid out: texts and shapes at their places on pages, in points of 1/72 inch, y downwards.
type Document struct {
	Title         string
	Width, Height float64  // of a page
	Lacking       []string // the titles of sheets with letters the fonts have not; a mark stands for each
	pages         [][]mark
	print         *print
}

// Pages is how many there are.
func (d *Document) Pages() int { return len(d.pages) }

// mark is one thing on a page.
type mark interface{ on(canvas) }

// canvas is what a page is drawn on: a PDF or a picture.
type canvas interface {
	text(text)
	path(path)
	drawing(drawing)
	picture(picture)
}

// text is a clean text on one line, its baseline at y.
type text struct {
	x, y, size float64
	bold       bool
	ink        color.NRGBA
	s          string
}

// path is a filled or drawn line of straight and curved pieces.
type path struct {
	steps  []pathStep
	fill   color.NRGBA // nothing where it covers nothing
	stroke color.NRGBA
	width  float64
}

// pathStep is a piece of a path: to p, by way of a and b where it is a curve.
type pathStep struct {
	kind    byte // 'm', 'l', 'c' or 'h', as in a PDF
	a, b, p figure.Pt
}

// drawing is a figure in a box.
type drawing struct {
	box   box
	scene *figure.Scene
	frame figure.Rect
}

// picture is a person's own in a box.
type picture struct {
	box box
	img image.Image
}

func (m text) on(c canvas)    { c.text(m) }
func (m path) on(c canvas)    { c.path(m) }
func (m drawing) on(c canvas) { c.drawing(m) }
func (m picture) on(c canvas) { c.picture(m) }

// box is a place on a page.
type box struct{ x, y, w, h float64 }

// kappa makes a quarter of a circle of a cubic curve.
const kappa = 0.5522847498

func (p *path) move(x, y float64) *path {
	p.steps = append(p.steps, pathStep{kind: 'm', p: figure.Pt{X: x, Y: y}})
	return p
}

func (p *path) line(x, y float64) *path {
	p.steps = append(p.steps, pathStep{kind: 'l', p: figure.Pt{X: x, Y: y}})
	return p
}

func (p *path) curve(ax, ay, bx, by, x, y float64) *path {
	p.steps = append(p.steps, pathStep{'c', figure.Pt{X: ax, Y: ay}, figure.Pt{X: bx, Y: by}, figure.Pt{X: x, Y: y}})
	return p
}

func (p *path) shut() *path {
	p.steps = append(p.steps, pathStep{kind: 'h'})
	return p
}

// rect adds a box with round corners.
func (p *path) rect(b box, r float64) *path {
	k := r * (1 - kappa)
	x, y, X, Y := b.x, b.y, b.x+b.w, b.y+b.h
	if r <= 0 {
		return p.move(x, y).line(X, y).line(X, Y).line(x, Y).shut()
	}
	return p.move(x+r, y).line(X-r, y).curve(X-k, y, X, y+k, X, y+r).
		line(X, Y-r).curve(X, Y-k, X-k, Y, X-r, Y).
		line(x+r, Y).curve(x+k, Y, x, Y-k, x, Y-r).
		line(x, y+r).curve(x, y+k, x+k, y, x+r, y).shut()
}

// disc adds a circle.
func (p *path) disc(x, y, r float64) *path {
	return p.rect(box{x - r, y - r, 2 * r, 2 * r}, r)
}

// flat calls f with the corners of every piece of the path that hangs together, curves cut into short lines.
func (p *path) flat(f func(pts []figure.Pt, closed bool)) {
	var pts []figure.Pt
	end := func(closed bool) {
		if len(pts) > 1 {
			f(pts, closed)
		}
		pts = pts[:0]
	}
	for _, s := range p.steps {
		switch s.kind {
		case 'm':
			end(false)
			pts = append(pts, s.p)
		case 'l':
			pts = append(pts, s.p)
		case 'c':
			from := pts[len(pts)-1]
			const pieces = 8
			for i := 1; i <= pieces; i++ {
				t := float64(i) / pieces
				u := 1 - t
				k0, k1, k2, k3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
				pts = append(pts, figure.Pt{
					X: k0*from.X + k1*s.a.X + k2*s.b.X + k3*s.p.X,
					Y: k0*from.Y + k1*s.a.Y + k2*s.b.Y + k3*s.p.Y,
				})
			}
		case 'h':
			end(true)
		}
	}
	end(false)
}

// view maps a figure's picture into a box, frame filling it with even margins.
type view struct{ k, ox, oy float64 }

func viewOf(b box, frame figure.Rect) view {
	k := math.Min(b.w/frame.Width(), b.h/frame.Height())
	return view{k, b.x + b.w/2 - k*(frame.MinX+frame.MaxX)/2, b.y + b.h/2 + k*(frame.MinY+frame.MaxY)/2}
}

func (v view) at(p figure.Pt) figure.Pt { return figure.Pt{X: v.ox + v.k*p.X, Y: v.oy - v.k*p.Y} }
