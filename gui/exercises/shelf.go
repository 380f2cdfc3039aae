package exercises

import (
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// shelf sets cards side by side, as many as fit, all of one width; the cards of a row are of one height. Only those near
// what is seen are awake.
type shelf struct {
	widget.BaseWidget
	cards []*card

	rows        []shelfRow
	laid        shelfWidth // what rows was worked out for
	top, bottom float32    // what is seen of the shelf
	focus       func(*card)
}

type shelfRow struct {
	y, high     float32
	first, last int // of its cards; last is the one after
}

type shelfWidth struct{ width, text float32 }

const shelfGap = look.S4

func newShelf(focus func(*card)) *shelf {
	s := &shelf{focus: focus}
	s.ExtendBaseWidget(s)
	return s
}

// set changes what stands on the shelf.
func (s *shelf) set(cards []*card) {
	for _, c := range s.cards {
		if !slices.Contains(cards, c) {
			c.setAwake(false)
		}
	}
	s.cards, s.laid = cards, shelfWidth{}
	for _, c := range cards {
		c.onArrow = s.arrow
	}
	s.Refresh()
}

// Contents lists the cards, so that what has the focus can be scrolled to.
func (s *shelf) Contents() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(s.cards))
	for i, c := range s.cards {
		out[i] = c
	}
	return out
}

// columns is how many cards stand side by side at a width, and how wide each is.
func columns(width float32) (n int, each float32) {
	least := look.Size(leastCard)
	n = max(int((width+shelfGap)/(least+shelfGap)), 1)
	return n, (width - shelfGap*float32(n-1)) / float32(n)
}

// measure works the rows out for a width.
func (s *shelf) measure(width float32) {
	at := shelfWidth{width, look.Size(1)}
	if s.laid == at {
		return
	}
	s.laid, s.rows = at, s.rows[:0]
	n, each := columns(width)
	y := float32(0)
	for i := 0; i < len(s.cards); i += n {
		r := shelfRow{y: y, first: i, last: min(i+n, len(s.cards))}
		lines := 1
		for _, c := range s.cards[r.first:r.last] {
			c.lines = len(nameLines(c.exercise, each))
			lines = max(lines, c.lines)
		}
		r.high = cardHeight(lines)
		s.rows = append(s.rows, r)
		y += r.high + shelfGap
	}
}

// HeightFor is the height the shelf needs at a width.
func (s *shelf) HeightFor(width float32) float32 {
	s.measure(width)
	if len(s.rows) == 0 {
		return 0
	}
	last := s.rows[len(s.rows)-1]
	return last.y + last.high
}

// see says which part of the shelf is seen, from top to bottom.
func (s *shelf) see(top, bottom float32) {
	s.top, s.bottom = top, bottom
	s.wake()
}

// wake lets the cards be awake that are seen, or will be after a turn of the wheel.
func (s *shelf) wake() {
	const ahead = 120
	from := sort.Search(len(s.rows), func(i int) bool { return s.rows[i].y+s.rows[i].high >= s.top-ahead })
	for i, r := range s.rows {
		on := i >= from && r.y <= s.bottom+ahead
		for _, c := range s.cards[r.first:r.last] {
			c.setAwake(on)
		}
	}
}

// first is the first card that is seen as a whole.
func (s *shelf) first() *card {
	for _, r := range s.rows {
		if r.y >= s.top-1 {
			return s.cards[r.first]
		}
	}
	return s.cards[len(s.cards)-1]
}

// arrow goes from one card to another and reports whether the key was one that does.
func (s *shelf) arrow(from *card, key fyne.KeyName) bool {
	at := slices.Index(s.cards, from)
	n, _ := columns(s.Size().Width)
	seen := max(int((s.bottom-s.top)/(cardHeight(1)+shelfGap)), 1)
	to := at
	switch key {
	case fyne.KeyLeft:
		to = at - 1
	case fyne.KeyRight:
		to = at + 1
	case fyne.KeyUp:
		to = at - n
	case fyne.KeyDown:
		to = at + n
		if last := len(s.cards) - 1; to > last && at/n < last/n {
			to = last // the last row is shorter
		}
	case fyne.KeyPageUp:
		to = max(at-n*seen, at%n)
	case fyne.KeyPageDown:
		to = min(at+n*seen, len(s.cards)-1)
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(s.cards) - 1
	default:
		return false
	}
	if to >= 0 && to < len(s.cards) && to != at {
		s.focus(s.cards[to])
	}
	return true
}

// CreateRenderer lays the cards out.
func (s *shelf) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{}
	r.Place = func(size fyne.Size) {
		s.measure(size.Width)
		_, each := columns(size.Width)
		for _, row := range s.rows {
			for i, c := range s.cards[row.first:row.last] {
				parts.Put(c, float32(i)*(each+shelfGap), row.y, each, row.high)
			}
		}
		s.wake()
	}
	r.Least = func() fyne.Size {
		return fyne.NewSize(look.Size(leastCard), s.HeightFor(max(s.Size().Width, look.Size(leastCard))))
	}
	r.Renew = func() {
		r.Of = s.Contents()
		r.Place(s.Size())
		for _, c := range s.cards {
			if c.awake {
				c.Refresh()
			}
		}
	}
	r.Of = s.Contents()
	return r
}
