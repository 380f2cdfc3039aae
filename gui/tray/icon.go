package tray

import (
	"image"
	"image/color"
	"math"
	"runtime"
)

// IconState is what the tray icon tells besides the progress. Every state has a shape of its own, not just a colour.
type IconState int

// The states.
const (
	Counting IconState = iota // a cat in a ring that fills until the break
	Paused                    // two bars in the ring, which keeps how far it was
	Due                       // a break waits for an answer, or for a call to end: the cat light on a full disc
	Off                       // no ring, and the cat asleep
	Break                     // a break is played: a light triangle in a ring that fills as the break goes on
)

// IconSteps is how many pictures there are between an empty ring and a full one. Every change of the icon wakes the panel
// too, and more steps are not to be told apart at 22 pixels.
const IconSteps = 24

// IconStep is which of them shows this progress, 0 to 1: from 0 to IconSteps, the last only when all is done. While it
// and the state stay the same, so does the icon.
func IconStep(progress float64) int {
	if !(progress > 0) { // also what is not a number
		return 0
	}
	const nearly = 1e-9 // 1/24 of the way is 1/24, however it was worked out
	return int(math.Floor(min(progress, 1)*IconSteps + nearly))
}

// Icon draws the tray icon: PNG, or on Windows ICO, of size by size pixels, 16 to 256. Progress, from 0 to 1, is the way to
// the break that has passed, or of the break itself; Due and Off do not show it. Where the panel's colour is light, dark
// or between cannot be known, so the icon stands on a plate of its own that any panel sets off. Where the panel's size is
// not known either, 48 is right: panels make icons smaller well.
func Icon(progress float64, state IconState, size int) []byte {
	size = min(max(size, 16), 256)
	p := newPen(size)
	drawIcon(p, IconStep(progress), state)
	p.harden()
	out := encode(p.img)
	if runtime.GOOS == "windows" {
		return ico(out, size)
	}
	return out
}

// The colours, of the same family as the window's.
var (
	plate   = color.NRGBA{0xfb, 0xf8, 0xf2, 0xff}
	edge    = color.NRGBA{0x94, 0x8d, 0x83, 0xff} // sets the plate off from a light panel, and is half way to a dark one
	track   = color.NRGBA{0xd9, 0xd0, 0xc1, 0xff}
	passed  = color.NRGBA{0x2f, 0x77, 0x67, 0xff}
	resting = color.NRGBA{0x6f, 0x67, 0x5d, 0xff}
	accent  = color.NRGBA{0xa9, 0x59, 0x2a, 0xff}
	ink     = color.NRGBA{0x2c, 0x2a, 0x28, 0xff}
)

// The sizes, in parts of an icon of 22.
const (
	full  = 22
	outer = 10.1 // the ring's outer edge
	inner = 7.6  // and its inner one
)

func drawIcon(p *pen, step int, state IconState) {
	const rim = full / 2
	p.disc(rim, edge)
	p.disc(rim-max(0.5, 1/p.unit), plate) // the edge is at least a pixel
	if state == Due {
		p.disc(outer, accent)
		p.cat(plate, accent, 1.12, false)
		return
	}
	way := float64(step) / IconSteps
	switch state {
	case Off:
		p.cat(resting, plate, 1.2, true)
	case Paused:
		p.ring(way, resting)
		p.bars(ink)
	case Break:
		p.ring(way, accent)
		p.disc(inner-1.1, accent)
		p.triangle(plate)
	default:
		p.ring(way, passed)
		p.cat(ink, plate, 0.96, false)
	}
}

// cat draws a face. Asleep its eyes are closed.
func (p *pen) cat(c, eyes color.NRGBA, scale float32, asleep bool) {
	p.begin(scale)
	p.move(-5.7, 0.8)
	p.line(-5.4, -5.5)
	p.line(-1.6, -2.6)
	p.curve(-0.5, -2.8, 0.5, -2.8, 1.6, -2.6)
	p.line(5.4, -5.5)
	p.line(5.7, 0.8)
	p.curve(5.7, 4, 3, 5.4, 0, 5.4)
	p.curve(-3, 5.4, -5.7, 4, -5.7, 0.8)
	p.fill(c)
	for _, side := range []float32{-1, 1} {
		p.begin(scale)
		if asleep {
			p.move(side*4, 0)
			p.curve(side*3.6, 2.5, side*1.3, 2.5, side*0.9, 0)
			p.line(side*1.7, -0.1)
			p.curve(side*1.9, 1.4, side*3, 1.4, side*3.2, -0.1)
		} else {
			p.circle(side*2.4, 0.7, 1.15, true)
		}
		p.fill(eyes)
	}
	if p.unit > 1.3 { // smaller, a nose is a smudge
		p.begin(scale)
		p.move(-0.8, 2.5)
		p.curve(-0.3, 2.3, 0.3, 2.3, 0.8, 2.5)
		p.line(0, 3.5)
		p.fill(eyes)
	}
}

// bars are set on whole pixels: at 22 of them a bar half a pixel beside its place is grey.
func (p *pen) bars(c color.NRGBA) {
	wide, gap, high := p.whole(2.2), p.whole(2), p.whole(8)
	p.rect(-gap/2-wide, -high/2, wide, high, c)
	p.rect(gap/2, -high/2, wide, high, c)
}

func (p *pen) triangle(c color.NRGBA) {
	p.begin(1)
	p.move(-2.4, -4)
	p.line(4.4, 0)
	p.line(-2.4, 4)
	p.fill(c)
}

func (p *pen) ring(way float64, c color.NRGBA) {
	p.begin(1)
	p.circle(0, 0, outer, true)
	p.circle(0, 0, inner, false)
	p.fill(track)
	if way > 0 {
		p.begin(1)
		p.arc(outer, 0, way)
		p.arc(inner, way, 0)
		p.fill(c)
	}
}

// disc fills a circle in the middle.
func (p *pen) disc(r float32, c color.NRGBA) {
	p.begin(1)
	p.circle(0, 0, r, true)
	p.fill(c)
}

// newPen is a pen on an empty square.
func newPen(size int) *pen {
	return &pen{img: image.NewRGBA(image.Rect(0, 0, size, size)), unit: float32(size) / full}
}
