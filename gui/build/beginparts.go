package build

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/plan"
)

// heading is the name of a part of a page.
func heading(text string) fyne.CanvasObject {
	return parts.NewLabel(text, look.CardTitle, look.Ink, true)
}

// naturalOf says how long a routine is as written.
func naturalOf(r *routines.Routine, pace plan.Pace) string {
	return naturalWords(plan.Natural(r, pace))
}

// ago says how long ago something was.
func ago(d time.Duration) string {
	count := func(unit time.Duration) map[string]any { return map[string]any{"Count": int(d / unit)} }
	switch {
	case d < 2*time.Minute:
		return look.T("build.ago.now", "just now")
	case d < time.Hour:
		return look.T("build.ago.minutes", "{{.Count}} minutes ago", count(time.Minute))
	case d < 24*time.Hour:
		return look.T("build.ago.hours", "{{.Count}} hours ago", count(time.Hour))
	}
	return look.T("build.ago.days", "{{.Count}} days ago", count(24*time.Hour))
}

// sideBySide sets cards beside each other, all of one width and height, or one below the other where that is too narrow.
func sideBySide(o []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	const gap = look.S3
	n := len(o)
	if (width-gap*float32(n-1))/float32(n) < look.Size(190) {
		n = 1
	}
	w := (width - gap*float32(n-1)) / float32(n)
	y := float32(0)
	for i := 0; i < len(o); i += n {
		row := o[i:min(i+n, len(o))]
		high := float32(0)
		for _, c := range row {
			high = max(high, parts.HeightFor(c, w))
		}
		if at != nil {
			for k, c := range row {
				at(c, fyne.NewPos(float32(k)*(w+gap), y), fyne.NewSize(w, high))
			}
		}
		y += high + gap
	}
	return max(y-gap, 0)
}

// headed sets what is first at the left and what is second at its own width at the right, or below where there is no room.
func headed(o []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	const gap = look.S4
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		if at != nil {
			at(o, fyne.NewPos(x, y), fyne.NewSize(w, h))
		}
	}
	if !o[1].Visible() {
		h := parts.HeightFor(o[0], width)
		put(o[0], 0, 0, width, h)
		return h
	}
	w := min(wide(o[1]), width)
	if width-w-gap < look.Size(150) {
		h := parts.HeightFor(o[0], width)
		put(o[0], 0, 0, width, h)
		below := parts.HeightFor(o[1], width)
		put(o[1], 0, h+look.S2, width, below)
		return h + look.S2 + below
	}
	left, right := parts.HeightFor(o[0], width-w-gap), parts.HeightFor(o[1], w)
	h := max(left, right)
	put(o[0], 0, (h-left)/2, width-w-gap, left)
	put(o[1], width-w, (h-right)/2, w, right)
	return h
}

// wide is the width something takes on one line.
func wide(o fyne.CanvasObject) float32 {
	f, ok := o.(*parts.Flow)
	if !ok {
		return max(o.MinSize().Width, look.Size(240))
	}
	w := float32(0)
	for _, c := range f.Contents() {
		w += c.MinSize().Width + look.S2
	}
	return w - look.S2 + 1
}

// revealIn scrolls to a part of a list that begins at a height of what is scrolled.
func revealIn(s *parts.Scroll, list, top, bottom float32) {
	const air = look.S2
	top, bottom = top+list, bottom+list
	at, room := s.Offset(), s.Size().Height
	switch {
	case top-air < at:
		s.ScrollTo(max(top-air, 0))
	case bottom+air > at+room:
		s.ScrollTo(bottom + air - room)
	}
}

// paper is a card behind a list.
type paper struct {
	widget.BaseWidget
	list *list
	face *parts.Panel
}

func newPaper(l *list) *paper {
	p := &paper{list: l, face: parts.NewPanel()}
	p.ExtendBaseWidget(p)
	return p
}

const paperPad = look.S2

// HeightFor is the height of the list with room around it.
func (p *paper) HeightFor(width float32) float32 {
	return p.list.HeightFor(width-2*paperPad) + 2*paperPad
}

// Contents is the list.
func (p *paper) Contents() []fyne.CanvasObject { return []fyne.CanvasObject{p.list} }

// CreateRenderer draws the card.
func (p *paper) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{Of: []fyne.CanvasObject{p.face, p.list}}
	r.Least = func() fyne.Size { return fyne.NewSize(200, p.HeightFor(0)) }
	r.Place = func(size fyne.Size) {
		p.face.Set(look.Color(look.Card), look.Color(look.Window), look.CardRadius)
		p.face.Resize(size)
		parts.Put(p.list, paperPad, paperPad, size.Width-2*paperPad, size.Height-2*paperPad)
	}
	r.Renew = func() {
		r.Place(p.Size())
		p.face.Refresh()
		p.list.Refresh()
	}
	return r
}

// newTitled is the renderer of a page: the way back or nil and its title on top, and what scrolls.
func newTitled(of fyne.CanvasObject, back *parts.Button, title *parts.Label, scroll *parts.Scroll, placed func()) fyne.WidgetRenderer {
	r := &parts.Drawing{Of: []fyne.CanvasObject{title, scroll}}
	if back != nil {
		r.Of = []fyne.CanvasObject{back, title, scroll}
	}
	r.Least = func() fyne.Size { return fyne.NewSize(280, 160) }
	r.Place = func(size fyne.Size) {
		side := pageSide(size.Width, mostPage)
		x, y, h := side, look.S6, title.MinSize().Height
		if back != nil {
			m := back.MinSize()
			x -= (m.Width - look.Size(20)) / 2 // its icon, not its edge, in line with what stands below
			parts.Put(back, x, y+(h-m.Height)/2, m.Width, m.Height)
			x += m.Width + look.S1
		}
		parts.Put(title, x, y, size.Width-side-x, h)
		y += h + look.S3
		parts.Put(scroll, 0, y, size.Width, size.Height-y)
		placed()
	}
	r.Renew = func() {
		if s := of.Size(); !s.IsZero() {
			r.Place(s)
		}
		for _, o := range r.Of {
			o.Refresh()
		}
	}
	return r
}
