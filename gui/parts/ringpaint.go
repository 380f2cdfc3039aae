package parts

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"

	"catcow/gui/look"
)

// ringPainter paints a ring into one picture, kept from time to time. Three of Fyne's own shapes would be worked out
// anew in every frame the figure moves; the picture only when the ring does.
type ringPainter struct {
	raster vector.Rasterizer
	img    *image.RGBA
}

// thickness is how wide the ring itself is, by its diameter.
func thickness(d float32) float32 { return max(d*0.065, 5) }

func (p *ringPainter) paint(w, h int, r *Ring) image.Image {
	if p.img == nil || p.img.Rect.Dx() != w || p.img.Rect.Dy() != h {
		p.img = image.NewRGBA(image.Rect(0, 0, w, h))
	} else {
		clear(p.img.Pix)
	}
	d := float32(min(w, h)) - 1
	thick := thickness(d)
	outer, mid := d/2, d/2-thick/2
	cx, cy := float32(w)/2, float32(h)/2
	c := look.Kind(r.kind)

	p.raster.Reset(w, h)
	p.circle(cx, cy, outer, true)
	p.circle(cx, cy, outer-thick, false)
	p.fill(c.Wash)

	breath := r.breath
	if breath < 0 {
		breath = 0.5
	}
	inner := d - 2*thick - d*0.06
	p.raster.Reset(w, h)
	p.circle(cx, cy, inner*(0.78+0.22*breath)/2, true)
	p.fill(c.Wash)

	if r.fraction > 0 {
		p.raster.Reset(w, h)
		p.arc(cx, cy, mid, thick/2, 2*math.Pi*float64(r.fraction))
		p.fill(c.Base)
	}
	return p.img
}

func (p *ringPainter) fill(c color.NRGBA) {
	p.raster.Draw(p.img, p.img.Rect, image.NewUniform(c), image.Point{})
}

// circle adds a circle; one inside another turns the other way round and so is left out of it.
func (p *ringPainter) circle(cx, cy, r float32, clockwise bool) {
	turn := 2 * math.Pi
	if !clockwise {
		turn = -turn
	}
	p.sweep(cx, cy, r, 0, turn, true)
	p.raster.ClosePath()
}

// sweep goes along a circle in steps too small to see.
func (p *ringPainter) sweep(cx, cy, r float32, from, by float64, first bool) {
	n := max(int(math.Abs(by)*math.Sqrt(float64(r))*1.6), 3)
	for i := 0; i <= n; i++ {
		s, c := math.Sincos(from + by*float64(i)/float64(n))
		x, y := cx+r*float32(c), cy+r*float32(s)
		if first && i == 0 {
			p.raster.MoveTo(x, y)
		} else {
			p.raster.LineTo(x, y)
		}
	}
}

// arc adds the done part from the top clockwise, with round ends.
func (p *ringPainter) arc(cx, cy, r, half float32, by float64) {
	const top = -math.Pi / 2
	end := top + by
	p.sweep(cx, cy, r+half, top, by, true)
	s, c := math.Sincos(end)
	p.sweep(cx+r*float32(c), cy+r*float32(s), half, end, math.Pi, false)
	p.sweep(cx, cy, r-half, end, -by, false)
	s, c = math.Sincos(top)
	p.sweep(cx+r*float32(c), cy+r*float32(s), half, top+math.Pi, math.Pi, false)
	p.raster.ClosePath()
}
