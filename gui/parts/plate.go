package parts

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2/canvas"
	"golang.org/x/image/vector"
)

// plate is a small rounded surface with an outline, as a picture: painted once and copied from then on. Fyne's rounded
// rectangle is worked out anew for every frame, and a player's ten controls are repainted with every frame of its figure.
type plate struct {
	*canvas.Raster
	fill, line color.Color
	radius     float32 // a radius larger than half the height makes a pill
	img        *image.RGBA
}

func newPlate() *plate {
	p := &plate{Raster: newRaster(), fill: color.Transparent, line: color.Transparent}
	p.Generator = p.paint
	return p
}

// set changes colours and corner; a transparent line is none.
func (p *plate) set(fill, line color.Color, radius float32) {
	if p.fill == fill && p.line == line && p.radius == radius {
		return
	}
	p.fill, p.line, p.radius = fill, line, radius
	p.img = nil
	p.Refresh()
}

func (p *plate) paint(w, h int) image.Image {
	if p.img != nil && p.img.Rect.Dx() == w && p.img.Rect.Dy() == h {
		return p.img
	}
	p.img = image.NewRGBA(image.Rect(0, 0, w, h))
	scale := float32(1)
	if s := p.Size(); s.Width > 0 {
		scale = float32(w) / s.Width
	}
	var z vector.Rasterizer
	shape := func(inset float32, c color.Color) {
		z.Reset(w, h)
		roundedPath(&z, inset, inset, float32(w)-inset, float32(h)-inset, p.radius*scale-inset)
		z.Draw(p.img, p.img.Rect, image.NewUniform(c), image.Point{})
	}
	if _, _, _, a := p.line.RGBA(); a == 0 {
		shape(0, p.fill)
	} else {
		shape(0, p.line)
		shape(max(scale, 1), p.fill)
	}
	return p.img
}

// roundedPath adds a rectangle with round corners.
func roundedPath(z *vector.Rasterizer, x0, y0, x1, y1, r float32) {
	r = max(min(r, (x1-x0)/2, (y1-y0)/2), 0)
	const k = 0.5523 // of a Bézier quarter circle
	c := r * (1 - k)
	z.MoveTo(x0+r, y0)
	z.LineTo(x1-r, y0)
	z.CubeTo(x1-c, y0, x1, y0+c, x1, y0+r)
	z.LineTo(x1, y1-r)
	z.CubeTo(x1, y1-c, x1-c, y1, x1-r, y1)
	z.LineTo(x0+r, y1)
	z.CubeTo(x0+c, y1, x0, y1-c, x0, y1-r)
	z.LineTo(x0, y0+r)
	z.CubeTo(x0, y0+c, x0+c, y0, x0+r, y0)
	z.ClosePath()
}
