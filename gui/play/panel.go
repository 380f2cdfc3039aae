package play

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/session"
)

// panel is what stands beside the stage: name, ring, cues and what comes next. Where there is too little height the cue
// card scrolls; where even that is not enough the whole panel does.
type panel struct {
	scroll *container.Scroll
	body   *panelBody
}

type panelBody struct {
	widget.BaseWidget
	title, sub *parts.Label
	ring       *parts.Ring
	cues       *cueCard
	next       *nextCard
	room       fyne.Size // of the panel
}

func newPanel(t parts.Tones) *panel {
	b := &panelBody{
		title: parts.NewParagraph("", look.ScreenTitle, look.Ink).SetBold(true),
		sub:   parts.NewParagraph("", look.Small, look.Quiet),
		ring:  parts.NewRing(110, exercise.Static),
		cues:  newCueCard(),
		next:  newNextCard(t),
	}
	b.ExtendBaseWidget(b)
	return &panel{scroll: container.NewVScroll(b), body: b}
}

func (p *panel) setTones(t parts.Tones) { p.body.next.thumb.SetTones(t) }

func (p *panel) set(v session.View, t told) {
	b := p.body
	changed := b.title.Text() != t.title || b.sub.Text() != t.sub
	b.title.SetText(t.title)
	b.sub.SetText(t.sub)
	b.ring.SetKind(t.kind)
	b.ring.Set(t.fraction, t.big, t.small)
	if v.State == session.Playing || t.breath < 0 {
		b.ring.SetBreath(t.breath)
	}
	changed = b.cues.set(t.exercise, t.note) || changed
	changed = b.next.set(t.next) || changed
	if changed {
		b.Refresh()
		p.scroll.Refresh() // the panel may be higher or lower now
	}
}

// fit tells the body how much room it has, which decides how large the ring may be and whether the cues scroll.
func (p *panel) fit(size fyne.Size) {
	if p.body.room != size {
		p.body.room = size
		p.body.Refresh()
	}
	p.scroll.Refresh()
}

// leastRing is how small the ring may get, by the height of the panel; the words in it grow with the text.
func leastRing(height float32) float32 { return min(max(height*0.25, smallestRing()), 220) }

func smallestRing() float32 { return 112 * look.Size(1) }

// heights shares out the panel's height: the words what they need, the ring what is left up to a size, the cues the
// rest and at least three lines.
func (b *panelBody) heights() (title, sub, ring, cues, next, total, width float32) {
	title, sub, ring, cues, next, total = b.heightsAt(b.room.Width)
	if total <= b.room.Height {
		return title, sub, ring, cues, next, total, b.room.Width
	}
	width = b.room.Width - look.S3 // for the scroll bar
	title, sub, ring, cues, next, total = b.heightsAt(width)
	return title, sub, ring, cues, next, total, width
}

func (b *panelBody) heightsAt(w float32) (title, sub, ring, cues, next, total float32) {
	// A long name is set a little smaller before it takes a second line.
	size := parts.FitText(b.title.Text(), look.Size(look.ScreenTitle), fyne.TextStyle{Bold: true}, w-1) / look.Size(1)
	if size < look.ScreenTitle*0.72 {
		size = look.ScreenTitle
	}
	b.title.SetSize(size)
	title, sub = b.title.HeightFor(w), b.sub.HeightFor(w)
	next = b.next.heightFor(w)
	want := b.cues.heightFor(w)
	least := min(want, look.Size(96))
	gaps := look.S1 + 3*look.S4
	free := b.room.Height - title - sub - next - gaps
	ring = min(max(free-want, leastRing(b.room.Height)), min(w*0.72, 250*max(1, look.Size(1)*0.8)))
	if tight := free - want; tight < ring && tight > 0.8*leastRing(b.room.Height) {
		ring = tight // a slightly smaller ring saves the cues from scrolling
	}
	if ring+least > free {
		ring = max(free-least, min(smallestRing(), 220))
	}
	cues = min(want, free-ring)
	if cues < least {
		cues = want // the panel scrolls, so the card need not
	}
	return title, sub, ring, cues, next, title + sub + ring + cues + next + gaps
}

// MinSize is what the panel needs; more than its room makes it scroll.
func (b *panelBody) MinSize() fyne.Size {
	_, _, _, _, _, total, _ := b.heights()
	return fyne.NewSize(40, max(total, b.room.Height))
}

// CreateRenderer lays the panel out.
func (b *panelBody) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{Of: []fyne.CanvasObject{b.title, b.sub, b.ring, b.cues, b.next}}
	r.Place = func(size fyne.Size) {
		title, sub, ring, cues, next, total, w := b.heights()
		spare := max(b.room.Height-total, 0)
		y := float32(0)
		parts.Put(b.title, 0, y, w, title)
		y += title + look.S1
		parts.Put(b.sub, 0, y, w, sub)
		y += sub + look.S4 + min(spare*0.25, look.S5)
		parts.Put(b.ring, 0, y, w, ring)
		y += ring + look.S4 + min(spare*0.25, look.S5)
		parts.Put(b.cues, 0, y, w, cues)
		parts.Put(b.next, 0, max(b.room.Height, total)-next, w, next)
	}
	r.Renew = func() { r.Place(b.Size()) }
	return r
}
