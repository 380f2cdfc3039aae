package settings

import (
	"image"
	"image/color"

	"golang.org/x/image/vector"

	"catcow/gui/look"
	"catcow/routines/breaks"
	"catcow/routines/exercise"
)

// linePainter paints a day's line, and the signs that explain it.
type linePainter struct {
	raster vector.Rasterizer
	img    *image.RGBA
}

func (p *linePainter) begin(w, h int) {
	if p.img == nil || p.img.Rect.Dx() != w || p.img.Rect.Dy() != h {
		p.img = image.NewRGBA(image.Rect(0, 0, w, h))
		return
	}
	clear(p.img.Pix)
}

// paint paints the line as large as the picture, in pixels.
func (p *linePainter) paint(w, h int, l *dayLine) image.Image {
	p.begin(w, h)
	width, t := l.Size().Width, l.today
	if width <= 0 || t.now.IsZero() {
		return p.img
	}
	k, m := float32(w)/width, l.measures()
	rest := look.Kind(exercise.Release)
	card, line := color.NRGBAModel.Convert(look.Color(look.Card)).(color.NRGBA), look.Color(look.Line)
	mid := m.bar / 2
	from, to := t.bounds()
	p.pill(k*l.along(from, width), k*(mid-2), k*l.along(to, width), k*(mid+2), k*2, line)
	for _, span := range t.hours {
		x0, x1 := l.along(t.clock(span.From), width), l.along(t.clock(span.To), width)
		p.pill(k*x0, k*(mid-m.bar/2), k*x1, k*(mid+m.bar/2), k*8, rest.Pale)
		p.pill(k*x0+k*1.5, k*(mid-m.bar/2+1.5), k*x1-k*1.5, k*(mid+m.bar/2-1.5), k*6.5, rest.Wash)
	}
	next, r := t.next(), l.markSize()
	for i, mark := range t.marks {
		inner := card
		if len(t.hours) > 0 {
			inner = rest.Wash
		}
		x := k * l.along(t.clock(mark.At), width)
		if i == next {
			p.sign(mark.Kind, x, k*mid, k*(r+3), card)
		}
		p.sign(mark.Kind, x, k*mid, k*r, markColour())
		if mark.Past {
			p.sign(mark.Kind, x, k*mid, k*(r-2), inner)
		}
	}
	at := l.along(t.clock(t.now), width)
	p.pill(k*(at-1), 0, k*(at+1), float32(h), k, look.Color(look.Ink))
	return p.img
}

// sign paints the shape of a kind of break: a disc, a long pill, a diamond; a square for what was no break.
func (p *linePainter) sign(kind breaks.Kind, x, y, r float32, c color.Color) {
	switch kind {
	case breaks.Long:
		p.pill(x-1.7*r, y-0.85*r, x+1.7*r, y+0.85*r, r, c)
	case breaks.Daily:
		d := 1.35 * r
		p.raster.Reset(p.img.Rect.Dx(), p.img.Rect.Dy())
		p.raster.MoveTo(x, y-d)
		p.raster.LineTo(x+d, y)
		p.raster.LineTo(x, y+d)
		p.raster.LineTo(x-d, y)
		p.raster.ClosePath()
		p.fill(c)
	case "":
		p.pill(x-0.8*r, y-0.8*r, x+0.8*r, y+0.8*r, 0.2*r, c)
	default:
		p.pill(x-r, y-r, x+r, y+r, r, c)
	}
}

// pill paints a rectangle with round corners.
func (p *linePainter) pill(x0, y0, x1, y1, r float32, c color.Color) {
	if x1 <= x0 || y1 <= y0 {
		return
	}
	const arc = 0.5523 // of a Bézier quarter circle
	r = max(min(r, (x1-x0)/2, (y1-y0)/2), 0)
	e := r * (1 - arc)
	z := &p.raster
	z.Reset(p.img.Rect.Dx(), p.img.Rect.Dy())
	z.MoveTo(x0+r, y0)
	z.LineTo(x1-r, y0)
	z.CubeTo(x1-e, y0, x1, y0+e, x1, y0+r)
	z.LineTo(x1, y1-r)
	z.CubeTo(x1, y1-e, x1-e, y1, x1-r, y1)
	z.LineTo(x0+r, y1)
	z.CubeTo(x0+e, y1, x0, y1-e, x0, y1-r)
	z.LineTo(x0, y0+r)
	z.CubeTo(x0, y0+e, x0+e, y0, x0+r, y0)
	z.ClosePath()
	p.fill(c)
}

func (p *linePainter) fill(c color.Color) {
	p.raster.Draw(p.img, p.img.Rect, image.NewUniform(c), image.Point{})
}
