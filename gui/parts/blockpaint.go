package parts

import (
	"image"
	"image/color"

	"golang.org/x/image/vector"

	"catcow/gui/look"
)

// blockPainter paints the blocks of a timeline into one picture.
type blockPainter struct {
	raster vector.Rasterizer
	img    *image.RGBA
}

func (p *blockPainter) paint(w, h int, t *Timeline) image.Image {
	if p.img == nil || p.img.Rect.Dx() != w || p.img.Rect.Dy() != h {
		p.img = image.NewRGBA(image.Rect(0, 0, w, h))
	} else {
		clear(p.img.Pix)
	}
	width := t.Size().Width
	if width <= 0 {
		return p.img
	}
	scale := float32(w) / width
	xs, ws := t.phaseSpans(width)
	for i, g := range t.groups {
		c := look.Kind(g.Kind)
		bx, bw := g.blockSpans(ws[i])
		for j, b := range g.blocks {
			from, to := xs[i]+bx[j], xs[i]+bx[j]+bw[j]
			fill := c.Base
			if i < t.phase || i == t.phase && t.pos >= b.to && g.Length > 0 {
				fill = c.Pale
			}
			p.block(from*scale, to*scale, 5*scale, fill)
			if i == t.phase && g.Length > 0 && t.pos > b.from && t.pos < b.to {
				p.done(from*scale, t.along(t.pos, i)*scale, 5*scale, c.Pale)
			}
		}
	}
	return p.img
}

// block paints one rounded block as high as the picture, in pixels.
func (p *blockPainter) block(from, to, radius float32, c color.NRGBA) {
	h := float32(p.img.Rect.Dy())
	r := min(radius, (to-from)/2, h/2)
	p.begin()
	p.raster.MoveTo(from+r, 0)
	p.raster.LineTo(to-r, 0)
	p.raster.QuadTo(to, 0, to, r)
	p.raster.LineTo(to, h-r)
	p.raster.QuadTo(to, h, to-r, h)
	p.left(from, r, h)
	p.fill(c)
}

// done paints the part of a block that has been played: round to the left, straight at the playhead.
func (p *blockPainter) done(from, to, radius float32, c color.NRGBA) {
	h := float32(p.img.Rect.Dy())
	r := min(radius, to-from, h/2)
	p.begin()
	p.raster.MoveTo(from+r, 0)
	p.raster.LineTo(to, 0)
	p.raster.LineTo(to, h)
	p.left(from, r, h)
	p.fill(c)
}

func (p *blockPainter) begin() { p.raster.Reset(p.img.Rect.Dx(), p.img.Rect.Dy()) }

// left closes a block round its left corners.
func (p *blockPainter) left(x, r, h float32) {
	p.raster.LineTo(x+r, h)
	p.raster.QuadTo(x, h, x, h-r)
	p.raster.LineTo(x, r)
	p.raster.QuadTo(x, 0, x+r, 0)
	p.raster.ClosePath()
}

func (p *blockPainter) fill(c color.NRGBA) {
	p.raster.Draw(p.img, p.img.Rect, image.NewUniform(c), image.Point{})
}
