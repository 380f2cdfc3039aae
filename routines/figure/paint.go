package figure

import (
	"encoding/binary"
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"
)

// Painter paints scenes into images. The zero Painter is ready; keep one, it reuses its buffers.
// It is not safe for use from two goroutines at once.
type Painter struct {
	raster vector.Rasterizer // for bent contours
	fill   spans             // for hulls
	cover  image.Alpha       // coverage of the shape at hand
	body   image.Alpha       // silhouette of the body so far
	owner  []uint8           // the part of the body on top of each of body's pixels
	rows   []extent          // the covered part of each of cover's rows
	last   keptCover
}

// keptCover is the coverage of an outline that never changes, kept from the picture before.
type keptCover struct {
	of   *outline
	flip float64
	v    viewport
	size image.Point
	pix  []byte
	rows []extent
}

// view maps the picture to pixels.
type viewport struct {
	k, ox, oy float64
}

// fit places frame in a width by height image with even margins of 4 % of the smaller side.
func fit(frame Rect, width, height int) viewport {
	w, h := float64(width), float64(height)
	margin := 0.04 * math.Min(w, h)
	k := math.Min((w-2*margin)/frame.Width(), (h-2*margin)/frame.Height())
	return viewport{
		k:  k,
		ox: w/2 - k*(frame.MinX+frame.MaxX)/2,
		oy: h/2 + k*(frame.MinY+frame.MaxY)/2,
	}
}

func (v viewport) at(p Pt) (x, y float64) { return v.ox + v.k*p.X, v.oy - v.k*p.Y }

// Paint paints the scene over dst so that frame fills it with even margins. What dst holds shows
// through: clear it first for a transparent background. No memory is taken once its buffers
// have grown to the size of dst.
func (p *Painter) Paint(dst *image.RGBA, s *Scene, pal *Palette, frame Rect) {
	size := dst.Bounds().Size()
	if frame.Empty() || size.X < 1 || size.Y < 1 {
		return
	}
	v := fit(frame, size.X, size.Y)
	n := size.X * size.Y
	if len(p.body.Pix) < n {
		p.body.Pix = make([]byte, n)
		p.cover.Pix = make([]byte, n)
		p.owner = make([]uint8, n)
	}
	p.body.Stride, p.body.Rect = size.X, image.Rect(0, 0, size.X, size.Y)
	clear(p.body.Pix[:n])
	clear(p.owner[:n])
	for i := range s.Shapes {
		p.shape(dst, s, &s.Shapes[i], pal, v)
	}
}

func (p *Painter) shape(dst *image.RGBA, s *Scene, sh *Shape, pal *Palette, v viewport) {
	x0, y1 := v.at(Pt{sh.bounds.MinX, sh.bounds.MinY})
	x1, y0 := v.at(Pt{sh.bounds.MaxX, sh.bounds.MaxY})
	box := image.Rect(int(math.Floor(x0)), int(math.Floor(y0)), int(math.Ceil(x1))+1, int(math.Ceil(y1))+1)
	box = box.Intersect(p.body.Rect)
	if box.Empty() || math.IsNaN(x0+x1+y0+y1) {
		return
	}
	w, h := box.Dx(), box.Dy()
	p.cover.Stride, p.cover.Rect = w, image.Rect(0, 0, w, h)
	p.cover.Pix = p.cover.Pix[:w*h]
	if cap(p.rows) < h {
		p.rows = make([]extent, h)
	}
	p.rows = p.rows[:h]
	k := &p.last
	if sh.kept != nil && k.of == sh.kept && k.flip == sh.keptFlip && k.v == v && k.size == box.Size() {
		copy(p.cover.Pix, k.pix)
		copy(p.rows, k.rows)
	} else {
		p.rasterise(s, sh, v, box)
		if sh.kept != nil {
			*k = keptCover{sh.kept, sh.keptFlip, v, box.Size(), append(k.pix[:0], p.cover.Pix...), append(k.rows[:0], p.rows...)}
		}
	}
	p.compose(dst, sh, pal.Color(sh), box)
	p.cover.Pix = p.cover.Pix[:cap(p.cover.Pix)]
}

// rasterise makes cover the shape's coverage inside box.
func (p *Painter) rasterise(s *Scene, sh *Shape, v viewport, box image.Rectangle) {
	ox, oy := v.ox-float64(box.Min.X), v.oy-float64(box.Min.Y)
	if !sh.bent {
		p.fill.reset()
		s.Contours(sh, func(pts []Pt) {
			if len(pts) >= 3 {
				p.fill.add(pts, v.k, ox, oy, box.Dy())
			}
		})
		p.fill.fill(p.cover.Pix, box.Dx(), box.Dy(), p.rows)
		return
	}
	p.raster.Reset(box.Dx(), box.Dy())
	s.Contours(sh, func(pts []Pt) {
		if len(pts) < 3 {
			return
		}
		p.raster.MoveTo(float32(ox+v.k*pts[0].X), float32(oy-v.k*pts[0].Y))
		for _, q := range pts[1:] {
			p.raster.LineTo(float32(ox+v.k*q.X), float32(oy-v.k*q.Y))
		}
		p.raster.ClosePath()
	})
	clear(p.cover.Pix)
	p.raster.Draw(&p.cover, p.cover.Rect, image.Opaque, image.Point{})
	for y := range p.rows {
		p.rows[y] = extent{last: box.Dx()}
	}
}

// compose lays the shape's coverage over dst in its colour and, for the body, adds it to the silhouette.
func (p *Painter) compose(dst *image.RGBA, sh *Shape, c color.NRGBA, box image.Rectangle) {
	alpha := uint32(math.Round(clamp(sh.Alpha, 0, 1) * float64(c.A) / 255 * 256))
	w := box.Dx()
	for y := 0; y < box.Dy(); y++ {
		first, last := p.rows[y].first, p.rows[y].last
		if first >= last {
			continue
		}
		n := last - first
		row := p.cover.Pix[y*w+first:][:n]
		from := (box.Min.Y+y)*p.body.Stride + box.Min.X + first
		body, owner := p.body.Pix[from:][:n], p.owner[from:][:n]
		at := dst.PixOffset(dst.Rect.Min.X+box.Min.X+first, dst.Rect.Min.Y+box.Min.Y+y)
		out := dst.Pix[at : at+4*n : at+4*n]
		from, to := p.rows[y].solid.first-first, p.rows[y].solid.last-first
		switch sh.Mode {
		case Over:
			blendRow(out, row, from, to, c, alpha)
			continue
		case Body:
			if from < to {
				cover(row[:from], body[:from], owner[:from], sh.part)
				fillBytes(body[from:to], 255)
				fillBytes(owner[from:to], sh.part)
				cover(row[to:], body[to:], owner[to:], sh.part)
			} else {
				cover(row, body, owner, sh.part)
			}
			blendRow(out, row, from, to, c, alpha)
			continue
		case Atop:
			for x, cov := range row {
				if sh.part != 0 && sh.part == owner[x] {
					row[x] = 0
					continue
				}
				row[x] = uint8(div255(uint32(cov) * uint32(body[x])))
			}
		case Glow:
			glowRow(row, body, first, y, box)
		}
		blend(out, row, c, alpha)
	}
}

// cover adds a row of coverage to the silhouette.
func cover(row, body, owner []byte, part uint8) {
	for x, cov := range row {
		if cov == 255 {
			body[x], owner[x] = 255, part
		} else if cov != 0 {
			a := uint32(cov)
			body[x] = uint8(a + div255(uint32(body[x])*(255-a)))
			if cov >= 128 {
				owner[x] = part
			}
		}
	}
}

// blendRow is blend for a row that is covered whole from one pixel to another.
func blendRow(out, row []byte, from, to int, c color.NRGBA, alpha uint32) {
	if from >= to {
		blend(out, row, c, alpha)
		return
	}
	blend(out, row[:from], c, alpha)
	tint(out[4*from:4*to], c, alpha)
	blend(out[4*to:], row[to:], c, alpha)
}

// tint is blend for pixels that are all covered whole. Neighbours on the mat are mostly alike, and what becomes of one
// becomes of the next.
func tint(out []byte, c color.NRGBA, alpha uint32) {
	if alpha == 256 {
		blend(out, whole[:], c, alpha)
		for n := 4; n < len(out); n *= 2 {
			copy(out[n:], out[:n])
		}
		return
	}
	var was, is uint32
	for x := 0; x < len(out); x += 4 {
		o := out[x : x+4 : x+4]
		if d := binary.LittleEndian.Uint32(o); d != was || x == 0 {
			blend(o, whole[:], c, alpha)
			was, is = d, binary.LittleEndian.Uint32(o)
			continue
		}
		binary.LittleEndian.PutUint32(o, is)
	}
}

// whole is one pixel's coverage.
var whole = [1]byte{255}

// div255 is v/255, rounded, for v up to 255·255.
func div255(v uint32) uint32 { v += 128; return (v + v>>8) >> 8 }

// blend lays colour c over the row out, alpha of 256 times as strong as the coverage. Two
// channels are worked on at once, each in 16 bits of its own.
func blend(out, row []byte, c color.NRGBA, alpha uint32) {
	const low = 0x00ff00ff
	solid := uint32(c.R) | uint32(c.G)<<8 | uint32(c.B)<<16 | 255<<24
	rb, ga := solid&low, solid>>8&low
	for x, cov := range row {
		if cov == 0 {
			continue
		}
		a := uint32(cov) * alpha >> 8
		o := out[4*x : 4*x+4 : 4*x+4]
		if a == 255 {
			binary.LittleEndian.PutUint32(o, solid)
			continue
		}
		d, rest := binary.LittleEndian.Uint32(o), 255-a
		r := rb*a + d&low*rest + 0x00800080
		g := ga*a + d>>8&low*rest + 0x00800080
		r = (r + r>>8&low) >> 8 & low
		g = (g + g>>8&low) >> 8 & low
		binary.LittleEndian.PutUint32(o, r|g<<8)
	}
}

// glowRow weakens one row of a glow towards its rim and outside the body.
func glowRow(row, body []byte, first, y int, box image.Rectangle) {
	mx, my := float64(box.Dx())/2, float64(box.Dy())/2
	dy := (float64(y) + 0.5 - my) / my
	for x, cov := range row {
		dx := (float64(first+x) + 0.5 - mx) / mx
		k := glowAt(math.Sqrt(dx*dx + dy*dy))
		row[x] = uint8(float64(div255(uint32(cov)*uint32(body[x]))) * k)
	}
}

// glowAt is how strong a glow is, d of the way from its middle to its rim.
func glowAt(d float64) float64 {
	return 0.92 * (1 - smooth(0.22, 1, d))
}
