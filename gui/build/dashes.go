package build

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2/canvas"
)

// dashes is a broken outline with round corners, painted once for its size. Fyne draws no broken lines.
type dashes struct {
	*canvas.Raster
	ink  color.Color
	wash bool // faintly filled
	img  *image.RGBA
}

func newDashes() *dashes {
	d := &dashes{ink: color.Transparent}
	d.Raster = &canvas.Raster{Generator: d.paint, ScaleMode: canvas.ImageScalePixels}
	return d
}

func (d *dashes) set(ink color.Color, wash bool) {
	if d.ink != ink || d.wash != wash {
		d.ink, d.wash, d.img = ink, wash, nil
		d.Refresh()
	}
}

// paint fills every pixel by how near it lies to the outline, and by how far along the outline: a dash, a gap.
func (d *dashes) paint(w, h int) image.Image {
	if d.img != nil && d.img.Rect.Dx() == w && d.img.Rect.Dy() == h {
		return d.img
	}
	d.img = image.NewRGBA(image.Rect(0, 0, w, h))
	scale := 1.0
	if s := d.Size(); s.Width > 0 {
		scale = float64(w) / float64(s.Width)
	}
	const line, radius, dash, gap = 1.6, 14, 8, 5
	in, r := line/2*scale, radius*scale
	c := color.NRGBAModel.Convert(d.ink).(color.NRGBA)
	fw, fh := float64(w)-2*in, float64(h)-2*in
	r = min(r, fw/2, fh/2)
	for y := range h {
		for x := range w {
			px, py := float64(x)+0.5-in, float64(y)+0.5-in
			far, along := outline(px, py, fw, fh, r)
			a := min(max(in+0.5-math.Abs(far), 0), 1)
			if a > 0 {
				at := math.Mod(along/scale, dash+gap)
				a *= min(max(min(at+0.5, dash-at+0.5), 0), 1)
			}
			if d.wash && far < 0 {
				a = max(a, 0.08)
			}
			if a > 0 {
				d.img.Set(x, y, color.NRGBA{c.R, c.G, c.B, uint8(a * float64(c.A))})
			}
		}
	}
	return d.img
}

// outline is how far a point lies outside a rounded rectangle, and how far along its outline the nearest point of it is.
func outline(x, y, w, h, r float64) (far, along float64) {
	dx, dy := math.Abs(x-w/2)-(w/2-r), math.Abs(y-h/2)-(h/2-r)
	if dx > 0 && dy > 0 {
		return math.Hypot(dx, dy) - r, math.Atan2(dy, dx) * r
	}
	if dx > dy {
		return dx - r, y
	}
	return dy - r, x
}
