package play

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

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
	r := &parts.Drawing{Of: []fyne.CanvasObject{n.thumb, n.head, n.title, n.line}}
	r.Place = func(size fyne.Size) {
		x, w := n.words(size.Width)
		parts.Put(n.thumb, 0, 0, x-look.S3, size.Height)
		labels := slices.DeleteFunc([]*parts.Label{n.head, n.title, n.line}, func(l *parts.Label) bool { return l.Text() == "" })
		total := float32(0)
		for _, l := range labels {
			total += l.HeightFor(w)
		}
		y := (size.Height - total) / 2
		for _, l := range labels {
			h := l.HeightFor(w)
			parts.Put(l, x, y, w, h)
			y += h
		}
	}
	r.Renew = func() {
		parts.Show(n.thumb, n.told.exercise != nil)
		parts.Show(n.head, n.told.exercise != nil)
		parts.Show(n.line, n.told.line != "")
		if s := n.Size(); !s.IsZero() {
			r.Place(s)
		}
	}
	r.Renew()
	return r
}
