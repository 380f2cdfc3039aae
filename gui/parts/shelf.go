package parts

import (
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
)

// Sleeper is one of many on a Shelf. It can always be reached by keyboard, but shows what it shows only while it is awake:
// a window is repainted as a whole, and every text in it measured, for every step of a scroll.
type Sleeper interface {
	comparable
	fyne.CanvasObject
	HeightFor(width float32) float32 // asleep, too
	SetAwake(bool)
	Awake() bool
}

// Shelf sets cards side by side, as many as fit, all of one width; the cards of a row are of one height. Only those near
// what is seen are awake, so that a thousand are no slower than twenty.
type Shelf[T Sleeper] struct {
	widget.BaseWidget
	cards []T
	least float32 // the narrowest card, unscaled

	rows        []shelfRow
	laid        shelfWidth // what rows was worked out for
	top, bottom float32    // what is seen of the shelf
}

type shelfRow struct {
	y, high     float32
	first, last int // of its cards; last is the one after
}

type shelfWidth struct{ width, text float32 }

const shelfGap = look.S4

// NewShelf makes a shelf whose cards are at least so wide, unscaled.
func NewShelf[T Sleeper](least float32) *Shelf[T] {
	s := &Shelf[T]{least: least}
	s.ExtendBaseWidget(s)
	return s
}

// Set changes what stands on the shelf.
func (s *Shelf[T]) Set(cards []T) {
	stay := make(map[T]bool, len(cards))
	for _, c := range cards {
		stay[c] = true
	}
	for _, c := range s.cards {
		if !stay[c] {
			c.SetAwake(false)
		}
	}
	s.cards, s.laid = cards, shelfWidth{}
	s.Refresh()
}

// Cards lists what stands on the shelf.
func (s *Shelf[T]) Cards() []T { return s.cards }

// Contents lists the cards, so that what has the focus can be scrolled to.
func (s *Shelf[T]) Contents() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(s.cards))
	for i, c := range s.cards {
		out[i] = c
	}
	return out
}

// columns is how many cards stand side by side at a width, and how wide each is.
func (s *Shelf[T]) columns(width float32) (n int, each float32) {
	n = max(int((width+shelfGap)/(look.Size(s.least)+shelfGap)), 1)
	return n, (width - shelfGap*float32(n-1)) / float32(n)
}

// RoomFor is the width that so many cards side by side need.
func (s *Shelf[T]) RoomFor(n int) float32 {
	return float32(n)*look.Size(s.least) + float32(n-1)*shelfGap
}

// measure works the rows out for a width.
func (s *Shelf[T]) measure(width float32) {
	at := shelfWidth{width, look.Size(1)}
	if s.laid == at {
		return
	}
	s.laid, s.rows = at, s.rows[:0]
	n, each := s.columns(width)
	y := float32(0)
	for i := 0; i < len(s.cards); i += n {
		r := shelfRow{y: y, first: i, last: min(i+n, len(s.cards))}
		for _, c := range s.cards[r.first:r.last] {
			r.high = max(r.high, c.HeightFor(each))
		}
		s.rows = append(s.rows, r)
		y += r.high + shelfGap
	}
}

// HeightFor is the height the shelf needs at a width.
func (s *Shelf[T]) HeightFor(width float32) float32 {
	s.measure(width)
	if len(s.rows) == 0 {
		return 0
	}
	last := s.rows[len(s.rows)-1]
	return last.y + last.high
}

// See says which part of the shelf is seen, from top to bottom.
func (s *Shelf[T]) See(top, bottom float32) {
	s.top, s.bottom = top, bottom
	s.wake()
}

// wake lets the cards be awake that are seen, or will be after a turn of the wheel.
func (s *Shelf[T]) wake() {
	const ahead = 120
	from := sort.Search(len(s.rows), func(i int) bool { return s.rows[i].y+s.rows[i].high >= s.top-ahead })
	for i, r := range s.rows {
		on := i >= from && r.y <= s.bottom+ahead
		for _, c := range s.cards[r.first:r.last] {
			c.SetAwake(on)
		}
	}
}

// First is the first card that is seen as a whole, else the last there is. There must be one.
func (s *Shelf[T]) First() T {
	for _, r := range s.rows {
		if r.y >= s.top-1 {
			return s.cards[r.first]
		}
	}
	return s.cards[len(s.cards)-1]
}

// Beside is the card that a key leads to from another, which may be the same at an end; false when the key leads nowhere
// on a shelf.
func (s *Shelf[T]) Beside(from T, key fyne.KeyName) (T, bool) {
	at := slices.Index(s.cards, from)
	n, _ := s.columns(s.Size().Width)
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
		to = max(at-n*s.page(), at%n)
	case fyne.KeyPageDown:
		to = min(at+n*s.page(), len(s.cards)-1)
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(s.cards) - 1
	default:
		return from, false
	}
	if at < 0 || to < 0 || to >= len(s.cards) {
		return from, true
	}
	return s.cards[to], true
}

// page is how many rows are seen at once.
func (s *Shelf[T]) page() int {
	if len(s.rows) == 0 {
		return 1
	}
	return max(int((s.bottom-s.top)/(s.rows[0].high+shelfGap)), 1)
}

// CreateRenderer lays the cards out.
func (s *Shelf[T]) CreateRenderer() fyne.WidgetRenderer {
	r := &Drawing{}
	r.Place = func(size fyne.Size) {
		s.measure(size.Width)
		_, each := s.columns(size.Width)
		for _, row := range s.rows {
			for i, c := range s.cards[row.first:row.last] {
				Put(c, float32(i)*(each+shelfGap), row.y, each, row.high)
			}
		}
		s.wake()
	}
	r.Least = func() fyne.Size {
		return fyne.NewSize(look.Size(s.least), s.HeightFor(max(s.Size().Width, look.Size(s.least))))
	}
	r.Renew = func() {
		r.Of = s.Contents()
		r.Place(s.Size())
		for _, c := range s.cards {
			if c.Awake() {
				c.Refresh()
			}
		}
	}
	r.Of = s.Contents()
	return r
}
