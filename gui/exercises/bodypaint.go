package exercises

import (
	"image"
	"image/color"

	"golang.org/x/image/vector"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/figure"
)

// standing is the figure of the drawn bodies: upright, arms and legs a little apart.
func standing(back bool) *figure.Figure {
	yaw, level := 90.0, 0.0
	if back {
		yaw = -90
	}
	return &figure.Figure{
		Yaw: &yaw, Elevation: &level, Ghost: "none", Arrow: &figure.Arrow{None: true},
		Poses: []figure.Pose{{
			Arms: &figure.Arm{Upper: []float64{180, 18}, Fore: []float64{178, 12}, Hand: []float64{178, 8}, Palm: "in"},
			Legs: &figure.Leg{Pin: []float64{-0.022, 0.085}, Foot: []float64{90, 20}},
		}},
	}
}

var bodies = [2]*figure.Figure{standing(false), standing(true)}

// bodyLook is how a body is seen: what of the screen's state its pixels depend on.
type bodyLook struct {
	tones parts.Tones
	dark  bool
	w, h  int
}

// bodyPainter paints the two bodies and keeps the plain ones, which do not change while areas are chosen.
type bodyPainter struct {
	look  bodyLook
	plain [2]*image.RGBA
	scene figure.Scene
	fig   figure.Painter
	z     vector.Rasterizer
	mask  image.Alpha
}

// body is the plain body at a size, on nothing.
func (p *bodyPainter) body(back bool, l bodyLook) *image.RGBA {
	if p.look != l {
		p.look, p.plain = l, [2]*image.RGBA{}
	}
	i := 0
	if back {
		i = 1
	}
	if p.plain[i] == nil {
		img := image.NewRGBA(image.Rect(0, 0, l.w, l.h))
		p.scene.Draw(bodies[i], figure.Still(), figure.Options{Build: l.tones.Figure})
		kept := p.scene.Shapes[:0]
		for _, sh := range p.scene.Shapes {
			if sh.Role != figure.RoleShadow && sh.Role != figure.RoleGround {
				kept = append(kept, sh)
			}
		}
		p.scene.Shapes = kept
		palette := l.tones.Palette()
		p.fig.Paint(img, &p.scene, &palette, bodyFrame)
		p.plain[i] = img
	}
	return p.plain[i]
}

// ink is how a spot is painted: filled, and outlined where the line is not transparent.
type ink struct {
	fill, line color.NRGBA
}

// softness is how much of the body's own colours is seen, so that what is marked on it stands out.
const softness = 0.5

// paint paints one body with its spots into dst, whose ground is transparent.
func (p *bodyPainter) paint(dst *image.RGBA, back bool, l bodyLook, inkOf func(i int) ink) {
	body := p.body(back, l)
	for i := 0; i < len(body.Pix); i++ {
		dst.Pix[i] = uint8(float64(body.Pix[i])*softness + 0.5)
	}
	if n := l.w * l.h; len(p.mask.Pix) < n {
		p.mask.Pix = make([]byte, n)
	}
	p.mask.Stride, p.mask.Rect = l.w, image.Rect(0, 0, l.w, l.h)
	for i := range spots {
		if spots[i].back != back {
			continue
		}
		k := inkOf(i)
		if k.fill.A == 0 && k.line.A == 0 {
			continue
		}
		p.cover(&spots[i], l)
		p.lay(dst, body, k, l)
	}
}

// at maps a point of the body to pixels of a picture, the way figure.Painter fits its frame.
func (l bodyLook) at(q figure.Pt) (x, y float32) {
	k, ox, oy := l.fit()
	return float32(ox + k*q.X), float32(oy - k*q.Y)
}

// point is the point of the body at a pixel.
func (l bodyLook) point(x, y float64) figure.Pt {
	k, ox, oy := l.fit()
	return figure.Pt{X: (x - ox) / k, Y: (oy - y) / k}
}

func (l bodyLook) fit() (k, ox, oy float64) {
	w, h := float64(l.w), float64(l.h)
	margin := 0.04 * min(w, h)
	k = min((w-2*margin)/bodyFrame.Width(), (h-2*margin)/bodyFrame.Height())
	return k, w/2 - k*(bodyFrame.MinX+bodyFrame.MaxX)/2, h/2 + k*(bodyFrame.MinY+bodyFrame.MaxY)/2
}

// cover makes the mask the spot's coverage. Its corners are rounded: the line runs through the middles of its edges.
func (p *bodyPainter) cover(s *spot, l bodyLook) {
	clear(p.mask.Pix)
	p.z.Reset(l.w, l.h)
	const round = 0.35 // how much of an edge belongs to each of its corners
	for _, path := range s.paths {
		n := len(path)
		between := func(a, b figure.Pt, t float64) (float32, float32) {
			return l.at(figure.Pt{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t})
		}
		p.z.MoveTo(between(path[0], path[1], round))
		for i := range n {
			a, b, c := path[i], path[(i+1)%n], path[(i+2)%n]
			p.z.LineTo(between(a, b, 1-round))
			bx, by := l.at(b)
			cx, cy := between(b, c, round)
			p.z.QuadTo(bx, by, cx, cy)
		}
		p.z.ClosePath()
	}
	p.z.Draw(&p.mask, p.mask.Rect, image.Opaque, image.Point{})
}

// lay lays the mask over dst where the body is.
func (p *bodyPainter) lay(dst, body *image.RGBA, k ink, l bodyLook) {
	wide := max(l.w/90, 1)
	inside := func(x, y int) bool {
		return x >= 0 && y >= 0 && x < l.w && y < l.h && p.mask.Pix[y*l.w+x] >= 128 && body.Pix[body.PixOffset(x, y)+3] >= 128
	}
	for y := range l.h {
		for x := range l.w {
			cov := uint32(p.mask.Pix[y*l.w+x])
			if cov == 0 {
				continue
			}
			at := dst.PixOffset(x, y)
			cov = cov * uint32(body.Pix[at+3]) / 255
			c := k.fill
			if k.line.A > 0 && !(inside(x-wide, y) && inside(x+wide, y) && inside(x, y-wide) && inside(x, y+wide)) {
				c = k.line
			}
			a := cov * uint32(c.A) / 255
			for ch, v := range [4]uint8{c.R, c.G, c.B, 255} {
				dst.Pix[at+ch] = uint8((uint32(v)*a + uint32(dst.Pix[at+ch])*(255-a)) / 255)
			}
		}
	}
}

// The inks of a spot in the theme in force.
func restInk() ink {
	if look.Dark() {
		return ink{fill: faded(look.Ink, 0x26)}
	}
	return ink{fill: faded(look.Card, 0x58)}
}

func hoverInk() ink {
	k := restInk()
	k.fill.A, k.line = k.fill.A*2-8, faded(look.Ink, 0xc0)
	return k
}

func chosenInk() ink {
	return ink{fill: color.NRGBA{0xf0, 0x80, 0x50, 0xf0}, line: faded(look.AccentInk, 0xff)}
}

func faded(r look.Role, a uint8) color.NRGBA {
	c := color.NRGBAModel.Convert(look.Color(r)).(color.NRGBA)
	c.A = a
	return c
}
