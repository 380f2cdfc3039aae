package today

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// page lays the screen out: title and chips on top; under them the big card and, where there is room for both, the
// side column to its right, else below it. In a high window the card takes the height that is left, but never more than
// can be seen at once: Start is on its last line.
type page struct {
	widget.BaseWidget
	title, chips fyne.CanvasObject
	card         *offer
	side         *side
	seen         func() float32 // how much of the page can be seen at once
}

func newPage(title, chips fyne.CanvasObject, card *offer, s *side, seen func() float32) *page {
	p := &page{title: title, chips: chips, card: card, side: s, seen: seen}
	p.ExtendBaseWidget(p)
	return p
}

// Contents lists what the page holds, in the order Tab walks it.
func (p *page) Contents() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.title, p.chips, p.card, p.side}
}

const gutter = 22

// frame is where things go at a width.
type frame struct {
	pad, top     float32 // left and right; where the card begins
	main, aside  float32 // widths
	two          bool
	chipsY       float32
	chips, title float32 // heights
}

func (p *page) frame(width float32) frame {
	f := frame{pad: 34}
	if width < look.Size(620) {
		f.pad = look.S5
	}
	w := width - 2*f.pad
	f.title = p.title.MinSize().Height
	f.chipsY = look.S6 + f.title + look.S3
	f.chips = parts.HeightFor(p.chips, w)
	f.top = f.chipsY + f.chips + look.S4 + 2
	f.main, f.aside = w, w
	if f.two = w >= look.Size(640); f.two {
		f.aside = min(max(w*0.356, look.Size(230)), look.Size(380))
		f.main = w - gutter - f.aside
	}
	return f
}

// HeightFor is the height the page needs at a width.
func (p *page) HeightFor(width float32) float32 {
	f := p.frame(width)
	card, aside := p.card.HeightFor(f.main), p.side.HeightFor(f.aside)
	if f.two {
		return f.top + max(card, aside) + look.S6
	}
	return f.top + card + gutter + aside + look.S6
}

// startsAt is where the lower edge of Start lies at a width, when the card is no higher than it must be.
func (p *page) startsAt(width float32) float32 {
	f := p.frame(width)
	return f.top + p.card.whole(f.main) - inset + look.S3
}

func (p *page) CreateRenderer() fyne.WidgetRenderer {
	return &pageRenderer{p: p}
}

type pageRenderer struct{ p *page }

func (r *pageRenderer) Layout(s fyne.Size) {
	p := r.p
	f := p.frame(s.Width)
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	w := s.Width - 2*f.pad
	put(p.title, f.pad, look.S6, w, f.title)
	put(p.chips, f.pad, f.chipsY, w, f.chips)
	card, aside := p.card.HeightFor(f.main), p.side.HeightFor(f.aside)
	if f.two {
		left := min(s.Height, p.seen()) - f.top - look.S6
		put(p.card, f.pad, f.top, f.main, max(card, left))
		put(p.side, f.pad+f.main+gutter, f.top, f.aside, aside)
		return
	}
	put(p.card, f.pad, f.top, f.main, card)
	put(p.side, f.pad, f.top+card+gutter, f.aside, aside)
}

func (r *pageRenderer) MinSize() fyne.Size           { return fyne.NewSize(280, 120) }
func (r *pageRenderer) Objects() []fyne.CanvasObject { return r.p.Contents() }
func (r *pageRenderer) Destroy()                     {}

func (r *pageRenderer) Refresh() {
	r.Layout(r.p.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
