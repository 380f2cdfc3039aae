package tray

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"
)

// pen fills outlines. Its coordinates have their origin in the middle, y down, and the icon is full wide and high.
type pen struct {
	img    *image.RGBA
	unit   float32 // pixels
	scale  float32 // of the outline
	raster vector.Rasterizer
	begun  bool // the outline has a first point
}

// begin begins an outline, this much larger than given.
func (p *pen) begin(scale float32) {
	p.raster.Reset(p.img.Rect.Dx(), p.img.Rect.Dy())
	p.scale, p.begun = scale, false
}

func (p *pen) at(x, y float32) (float32, float32) {
	middle := float32(p.img.Rect.Dx()) / 2
	return middle + x*p.scale*p.unit, middle + y*p.scale*p.unit
}

func (p *pen) move(x, y float32) { p.raster.MoveTo(p.at(x, y)); p.begun = true }

// line goes on to a point, or begins there.
func (p *pen) line(x, y float32) {
	if !p.begun {
		p.move(x, y)
		return
	}
	p.raster.LineTo(p.at(x, y))
}

func (p *pen) curve(ax, ay, bx, by, x, y float32) {
	ax, ay = p.at(ax, ay)
	bx, by = p.at(bx, by)
	x, y = p.at(x, y)
	p.raster.CubeTo(ax, ay, bx, by, x, y)
}

// arc goes along a circle round the middle, from one part of the whole turn to another; 0 is above, and it goes clockwise.
func (p *pen) arc(r float32, from, to float64) { p.turn(0, 0, r, from, to) }

// circle adds a whole circle; one that runs the other way round cuts a hole.
func (p *pen) circle(x, y, r float32, clockwise bool) {
	p.begun = false
	if clockwise {
		p.turn(x, y, r, 0, 1)
	} else {
		p.turn(x, y, r, 1, 0)
	}
	p.raster.ClosePath()
}

func (p *pen) turn(x, y, r float32, from, to float64) {
	steps := max(int(math.Ceil(math.Abs(to-from)*64)), 1) // too small to see at 256 pixels
	for i := range steps + 1 {
		s, c := math.Sincos(2 * math.Pi * (from + (to-from)*float64(i)/float64(steps)))
		p.line(x+r*float32(s), y-r*float32(c))
	}
}

// rect fills a rectangle given in pixels.
func (p *pen) rect(x, y, w, h float32, c color.NRGBA) {
	p.begin(1 / p.unit)
	p.move(x, y)
	p.line(x+w, y)
	p.line(x+w, y+h)
	p.line(x, y+h)
	p.fill(c)
}

// whole is a length in whole pixels, even in number so that half of it is whole too wherever the middle is.
func (p *pen) whole(length float32) float32 {
	return 2 * max(float32(math.Round(float64(length*p.unit/2))), 1)
}

func (p *pen) fill(c color.NRGBA) {
	p.raster.ClosePath()
	p.raster.Draw(p.img, p.img.Rect, image.NewUniform(c), image.Point{})
}

// harden leaves no pixel half transparent. Trays disagree on whether colours come multiplied by alpha, and systray takes
// the wrong eight of their sixteen bits then, which sprinkles the rim with coloured dots; the edge's middle tone makes the
// rim smooth all the same.
func (p *pen) harden() {
	for i := 0; i < len(p.img.Pix); i += 4 {
		pixel := p.img.Pix[i : i+4 : i+4]
		if a := int(pixel[3]); a < 0x80 {
			clear(pixel)
		} else {
			for k, v := range pixel {
				pixel[k] = byte(min(int(v)*0xff/a, 0xff))
			}
		}
	}
}
