package paper

import (
	"fmt"
	"image"
	"image/color"
	"math"

	"golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"catcow/routines/figure"
)

// Paint draws a page, from 0, as a picture of the width given in pixels, on white.
func (d *Document) Paint(page, width int) (*image.RGBA, error) {
	if page < 0 || page >= len(d.pages) || width < 1 {
		return nil, fmt.Errorf("there is no page %d of %d, %d pixels wide", page+1, len(d.pages), width)
	}
	k := float64(width) / d.Width
	c := &imageCanvas{dst: image.NewRGBA(image.Rect(0, 0, width, int(d.Height*k+0.5))), k: k, print: d.print, faces: map[faceKey]font.Face{}}
	draw.Draw(c.dst, c.dst.Rect, image.White, image.Point{}, draw.Src)
	for _, m := range d.pages[page] {
		m.on(c)
	}
	return c.dst, c.err
}

// imageCanvas draws on a picture, k pixels a point.
type imageCanvas struct {
	dst     *image.RGBA
	k       float64
	print   *print
	faces   map[faceKey]font.Face
	raster  vector.Rasterizer
	at      image.Rectangle // where the raster lies
	painter figure.Painter
	err     error
}

type faceKey struct {
	size float64
	bold bool
}

func (c *imageCanvas) face(size float64, bold bool) (font.Face, error) {
	at := faceKey{size, bold}
	if f, ok := c.faces[at]; ok {
		return f, nil
	}
	f, err := opentype.NewFace(c.print.letters(bold).font, &opentype.FaceOptions{Size: size * c.k, DPI: 72})
	if err != nil {
		return nil, fmt.Errorf("making letters of %.1f points: %w", size, err)
	}
	c.faces[at] = f
	return f, nil
}

func (c *imageCanvas) text(t text) {
	f, err := c.face(t.size, t.bold)
	if err != nil {
		c.err = err
		return
	}
	// Letter by letter at the places the page gives them: a face rounds each advance to its own pixels.
	pen := font.Drawer{Dst: c.dst, Src: image.NewUniform(t.ink), Face: f}
	l, x := c.print.letters(t.bold), t.x
	for _, r := range t.s {
		pen.Dot = fixed.Point26_6{X: fixed.Int26_6(x * c.k * 64), Y: fixed.Int26_6(t.y * c.k * 64)}
		pen.DrawString(string(r))
		x += max(l.advance(r), 0) * t.size
	}
}

func (c *imageCanvas) path(p path) {
	if p.fill.A > 0 {
		c.begin(p, 0)
		p.flat(func(pts []figure.Pt, _ bool) { c.polygon(pts) })
		c.end(p.fill)
	}
	if p.stroke.A > 0 && p.width > 0 {
		half := math.Max(p.width/2, 0.35/c.k) // a hair line is at least as wide as shows
		c.begin(p, half)
		p.flat(func(pts []figure.Pt, closed bool) { c.strokeLine(pts, closed, half) })
		c.end(p.stroke)
	}
}

// begin takes the room of a path and what lies so far round it: working out a whole page for each would take long.
func (c *imageCanvas) begin(p path, round float64) {
	b := boundsOf(nil)
	p.flat(func(pts []figure.Pt, _ bool) { b = b.Union(boundsOf(pts)) })
	c.at = image.Rect(int(math.Floor((b.MinX-round)*c.k))-1, int(math.Floor((b.MinY-round)*c.k))-1,
		int(math.Ceil((b.MaxX+round)*c.k))+1, int(math.Ceil((b.MaxY+round)*c.k))+1).Intersect(c.dst.Rect)
	c.raster.Reset(c.at.Dx(), c.at.Dy())
}

func (c *imageCanvas) end(ink color.NRGBA) {
	if !c.at.Empty() {
		c.raster.Draw(c.dst, c.at, image.NewUniform(ink), image.Point{})
	}
}

func (c *imageCanvas) polygon(pts []figure.Pt) {
	for i, p := range pts {
		x, y := float32(p.X*c.k)-float32(c.at.Min.X), float32(p.Y*c.k)-float32(c.at.Min.Y)
		if i == 0 {
			c.raster.MoveTo(x, y)
		} else {
			c.raster.LineTo(x, y)
		}
	}
	c.raster.ClosePath()
}

// strokeLine covers what lies within half a width of a line: a bar for each piece and a disc at each end and sharp corner, all
// the same way round.
func (c *imageCanvas) strokeLine(pts []figure.Pt, closed bool, half float64) {
	n := len(pts)
	for i, p := range pts {
		end := !closed && (i == 0 || i == n-1)
		if end || sharp(pts[(i+n-1)%n], p, pts[(i+1)%n]) {
			var corner [8]figure.Pt
			for k := range corner {
				sin, cos := math.Sincos(2 * math.Pi * float64(k) / float64(len(corner)))
				corner[k] = figure.Pt{X: p.X + half*cos, Y: p.Y + half*sin}
			}
			c.polygon(corner[:])
		}
		if i == n-1 && !closed {
			break
		}
		q := pts[(i+1)%n]
		long := math.Hypot(q.X-p.X, q.Y-p.Y)
		if long == 0 {
			continue
		}
		dx, dy := (q.X-p.X)/long*half, (q.Y-p.Y)/long*half
		c.polygon([]figure.Pt{{X: p.X + dy, Y: p.Y - dx}, {X: q.X + dy, Y: q.Y - dx}, {X: q.X - dy, Y: q.Y + dx}, {X: p.X - dy, Y: p.Y + dx}})
	}
}

// sharp says whether a line turns at p so much that the bars on both sides leave a notch that is seen.
func sharp(from, p, to figure.Pt) bool {
	ax, ay, bx, by := p.X-from.X, p.Y-from.Y, to.X-p.X, to.Y-p.Y
	return ax*bx+ay*by < 0.8*math.Hypot(ax, ay)*math.Hypot(bx, by)
}

// rect is a box in pixels.
func (c *imageCanvas) rect(b box) image.Rectangle {
	return image.Rect(int(b.x*c.k+0.5), int(b.y*c.k+0.5), int((b.x+b.w)*c.k+0.5), int((b.y+b.h)*c.k+0.5))
}

// drawing paints a figure. The painter keeps a margin of 4 % of the smaller side, which a page does not have: the box is
// made larger by it, and a close-up still ends at its own.
func (c *imageCanvas) drawing(d drawing) {
	m := math.Min(d.box.w, d.box.h) / 0.92 * 0.04
	at := c.rect(box{d.box.x - m, d.box.y - m, d.box.w + 2*m, d.box.h + 2*m})
	if !at.In(c.dst.Rect) {
		return
	}
	part := c.dst.SubImage(at).(*image.RGBA)
	before := image.NewRGBA(part.Rect)
	draw.Draw(before, before.Rect, part, part.Rect.Min, draw.Src)
	c.painter.Paint(part, d.scene, &c.print.palette, d.frame)
	for _, side := range outside(at, c.rect(d.box)) {
		draw.Draw(part, side, before, side.Min, draw.Src)
	}
}

// outside is what of a rectangle lies round another inside it.
func outside(all, in image.Rectangle) []image.Rectangle {
	return []image.Rectangle{
		image.Rect(all.Min.X, all.Min.Y, all.Max.X, in.Min.Y), image.Rect(all.Min.X, in.Max.Y, all.Max.X, all.Max.Y),
		image.Rect(all.Min.X, in.Min.Y, in.Min.X, in.Max.Y), image.Rect(in.Max.X, in.Min.Y, all.Max.X, in.Max.Y),
	}
}

func (c *imageCanvas) picture(p picture) {
	draw.ApproxBiLinear.Scale(c.dst, c.rect(p.box), p.img, p.img.Bounds(), draw.Over, nil)
}
