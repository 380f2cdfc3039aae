package play

import (
	"slices"

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
	changed = b.cues.set(t.exercise) || changed
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
	r := &renderer{objects: []fyne.CanvasObject{b.title, b.sub, b.ring, b.cues, b.next}}
	r.layout = func(size fyne.Size) {
		title, sub, ring, cues, next, total, w := b.heights()
		spare := max(b.room.Height-total, 0)
		y := float32(0)
		place(b.title, 0, y, w, title)
		y += title + look.S1
		place(b.sub, 0, y, w, sub)
		y += sub + look.S4 + min(spare*0.25, look.S5)
		place(b.ring, 0, y, w, ring)
		y += ring + look.S4 + min(spare*0.25, look.S5)
		place(b.cues, 0, y, w, cues)
		place(b.next, 0, max(b.room.Height, total)-next, w, next)
	}
	r.refresh = func() { r.layout(b.Size()) }
	return r
}

// cueCard says how: the cues of an exercise, how to breathe and what not to do.
type cueCard struct {
	widget.BaseWidget
	exercise *exercise.Exercise
	column   *fyne.Container
	strip    *strip
	held     *fyne.Container
	scroll   *container.Scroll
}

// strip lays the text of a scrolling card in a width of its own, so that it does not run under the scroll bar.
type strip struct{ width float32 }

// Layout places the text.
func (s *strip) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	place(objects[0], 0, 0, s.width, parts.HeightFor(objects[0], s.width))
}

// MinSize is the height the text needs at its width.
func (s *strip) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, parts.HeightFor(objects[0], s.width))
}

func newCueCard() *cueCard {
	c := &cueCard{column: parts.NewColumn(6), strip: &strip{}}
	c.held = container.New(c.strip, c.column)
	c.scroll = container.NewVScroll(c.held)
	c.ExtendBaseWidget(c)
	return c
}

func (c *cueCard) set(e *exercise.Exercise) bool {
	if c.exercise == e {
		return false
	}
	c.exercise = e
	c.column.Objects = nil
	for _, line := range e.Cues {
		c.column.Add(parts.NewParagraph(line, look.Body, look.Ink))
	}
	if e.Mistake != "" {
		c.column.Add(parts.NewParagraph(look.T("play.not", "Not: {{.What}}", map[string]any{"What": lowerFirst(e.Mistake)}), look.Small, look.Quiet))
	}
	if e.Breath != "" {
		c.column.Add(parts.NewParagraph(look.T("play.breath", "Breath: {{.How}}", map[string]any{"How": lowerFirst(e.Breath)}), look.Small, look.Quiet))
	}
	c.scroll.ScrollToTop()
	c.Refresh()
	return true
}

func (c *cueCard) heightFor(width float32) float32 {
	if len(c.column.Objects) == 0 {
		return 0
	}
	return parts.HeightFor(c.column, width-2*look.S4) + 2*look.S4
}

// firstCue is the line to show where there is room for one, changing slowly through all of them.
func firstCue(e *exercise.Exercise, n int) string {
	if e == nil || len(e.Cues) == 0 {
		return ""
	}
	return e.Cues[n%len(e.Cues)]
}

// CreateRenderer draws the card.
func (c *cueCard) CreateRenderer() fyne.WidgetRenderer {
	face := parts.NewPanel()
	r := &renderer{}
	r.layout = func(size fyne.Size) {
		face.Resize(size)
		w := size.Width - 2*look.S4
		if c.heightFor(size.Width) <= size.Height+1 {
			// Text that fits is not put into a scroll: the whole panel may be in one, and one is enough.
			r.objects = []fyne.CanvasObject{face, c.held}
			c.strip.width = w
			place(c.held, look.S4, look.S4, w, size.Height-2*look.S4)
			return
		}
		// The text may scroll up to the card's edge, so that a cut line tells that there is more.
		r.objects = []fyne.CanvasObject{face, c.scroll}
		c.strip.width = w - look.S2
		place(c.scroll, look.S4, look.S2, size.Width-look.S4-look.S1, size.Height-2*look.S2)
		c.scroll.Refresh()
	}
	r.refresh = func() {
		face.Set(look.Color(look.Card), look.Color(look.Window), look.CardRadius)
		setVisible(face, len(c.column.Objects) > 0)
		face.Refresh()
		c.column.Refresh()
		r.layout(c.Size())
	}
	r.refresh()
	return r
}

// nextCard shows what comes next: a picture, a name and how long the change takes.
type nextCard struct {
	widget.BaseWidget
	told  next
	thumb *parts.Thumb
	head  *parts.Label
	title *parts.Label
	line  *parts.Label
}

func newNextCard(t parts.Tones) *nextCard {
	n := &nextCard{
		thumb: parts.NewThumb(nil, "", t, fyne.NewSize(104, 78)),
		head:  parts.NewLabel(look.T("play.next", "Next"), look.Small, look.Quiet, false),
		title: parts.NewParagraph("", look.Body, look.Ink).SetBold(true),
		line:  parts.NewParagraph("", look.Small, look.Quiet),
	}
	n.ExtendBaseWidget(n)
	return n
}

func (n *nextCard) set(to next) bool {
	if n.told == to {
		return false
	}
	n.told = to
	n.thumb.Set(to.exercise, to.side)
	n.title.SetText(to.title)
	n.line.SetText(to.line)
	n.Refresh()
	return true
}

const nextPicture = 104

func (n *nextCard) words(width float32) (x, w float32) {
	if n.told.exercise != nil {
		x = min(nextPicture, width*0.4) + look.S3
	}
	return x, width - x
}

func (n *nextCard) heightFor(width float32) float32 {
	_, w := n.words(width)
	h := n.title.HeightFor(w)
	for _, l := range []*parts.Label{n.head, n.line} {
		if l.Text() != "" {
			h += l.HeightFor(w)
		}
	}
	if n.told.exercise != nil {
		h = max(h, 78)
	}
	return h
}

// CreateRenderer lays the card out.
func (n *nextCard) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{objects: []fyne.CanvasObject{n.thumb, n.head, n.title, n.line}}
	r.layout = func(size fyne.Size) {
		x, w := n.words(size.Width)
		place(n.thumb, 0, 0, x-look.S3, size.Height)
		labels := slices.DeleteFunc([]*parts.Label{n.head, n.title, n.line}, func(l *parts.Label) bool { return l.Text() == "" })
		total := float32(0)
		for _, l := range labels {
			total += l.HeightFor(w)
		}
		y := (size.Height - total) / 2
		for _, l := range labels {
			h := l.HeightFor(w)
			place(l, x, y, w, h)
			y += h
		}
	}
	r.refresh = func() {
		setVisible(n.thumb, n.told.exercise != nil)
		setVisible(n.head, n.told.exercise != nil)
		setVisible(n.line, n.told.line != "")
		if s := n.Size(); !s.IsZero() {
			r.layout(s)
		}
	}
	r.refresh()
	return r
}
