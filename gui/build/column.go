package build

import (
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/draft"
	"catcow/routines/exercise"
)

// column is the routine: its phases as sections, its steps as cards. It takes the keyboard as a whole and moves it from
// row to row, so that no edit loses it and two hundred cards are as quick as five: only those near what is seen exist on
// the canvas. The dose and the fields of the row the keyboard is on can be tabbed to.
type column struct {
	widget.BaseWidget
	s *Screen

	views    []rowView
	rows     []row
	laid     measure // what rows was worked out for
	sections map[draft.Key]*section
	cards    map[draft.Key]*card
	empties  map[draft.Key]*empty // "drop an exercise here", by phase; 0 is the one at the end
	add      *parts.Button        // a new phase
	more     *more                // the fields of the card that is open
	top, end float32              // what is seen

	pick    pick
	focused bool
	keyed   bool  // the keyboard was used last, so that it shows where it is
	mark    *mark // where what is dragged would go
	drag    *drag
	mover   *parts.Mover
	moving  *card // whose thumbnail moves
	tapped  tap
}

// rowKind is what a row is.
type rowKind int

const (
	sectionRow rowKind = iota
	cardRow
	emptyRow // where the first, or the next, exercise of a phase can be dropped
	addRow   // the button for a new phase
)

// row is where a row lies.
type row struct {
	kind        rowKind
	key         draft.Key // of the phase or step; of the phase for an empty row
	phase, step int
	y, high     float32
}

// measure is what the places of rows depend on besides what they say.
type measure struct{ width, text float32 }

const rowGap = look.S2

func newColumn(s *Screen) *column {
	c := &column{
		s: s, sections: map[draft.Key]*section{}, cards: map[draft.Key]*card{}, empties: map[draft.Key]*empty{},
		pick: newPick(), mark: newMark(), mover: parts.NewMover(s.deps.Now, 0),
	}
	c.add = parts.NewButton(look.T("build.add-phase", "New phase"), look.IconPlus, func() { s.menuOf(c.add, s.newPhaseItems(-1)) }).SetCompact(true)
	c.mover.Every = previewEvery
	c.ExtendBaseWidget(c)
	return c
}

// set takes what the routine says now. What has not changed is not worked out again.
func (c *column) set(views []rowView) {
	c.views, c.laid = views, measure{}
	here := make(map[draft.Key]bool, len(views))
	for _, v := range views {
		here[v.key] = true
	}
	for k := range c.sections {
		if !here[k] {
			delete(c.sections, k)
			delete(c.empties, k)
		}
	}
	for k := range c.cards {
		if !here[k] {
			delete(c.cards, k)
		}
	}
	for _, v := range views {
		if card := c.cards[v.key]; card != nil {
			card.set(v)
		}
		if sec := c.sections[v.key]; sec != nil && v.kind == sectionRow {
			sec.set(v)
		}
	}
	c.pick.keep(c)
	if c.moving != nil && c.cards[c.moving.view.key] != c.moving {
		c.rest()
	}
	if c.more != nil && (c.pick.open == 0 || !here[c.pick.open]) {
		c.more, c.pick.open = nil, 0
	}
	if c.more != nil {
		c.more.set(c.view(c.pick.open))
	}
	c.Refresh()
}

// view is what a phase or step says.
func (c *column) view(k draft.Key) rowView {
	for _, v := range c.views {
		if v.key == k && v.kind != emptyRow {
			return v
		}
	}
	return rowView{}
}

// rowOf is the row of a phase or step; ok is false when there is none.
func (c *column) rowOf(k draft.Key) (row, bool) {
	c.measure(c.width())
	for _, r := range c.rows {
		if r.key == k && r.kind <= cardRow {
			return r, true
		}
	}
	return row{}, false
}

// inner is the room the rows have at a width of the column.
func inner(width float32) float32 { return max(width-rim-bar, 40) }

func (c *column) width() float32 { return inner(c.Size().Width) }

// measure works the rows out for a width.
func (c *column) measure(width float32) {
	at := measure{width, look.Size(1)}
	if c.laid == at || width <= 0 {
		return
	}
	c.laid, c.rows = at, c.rows[:0]
	y := float32(0)
	for i := range c.views {
		v := &c.views[i]
		r := row{kind: v.kind, key: v.key, phase: v.phase, step: v.step, y: y}
		switch v.kind {
		case sectionRow:
			if i > 0 {
				r.y += look.S1
			}
			r.high = sectionHeight(*v, width)
		case cardRow:
			v.fit(width)
			r.high = v.shape.high
			if c.more != nil && c.pick.open == v.key {
				r.high += c.more.HeightFor(width-2*cardSide) + look.S3
			}
		case emptyRow:
			r.high = emptyHeight()
		case addRow:
			r.high = c.add.MinSize().Height
		}
		y = r.y + r.high + rowGap
		c.rows = append(c.rows, r)
	}
}

// HeightFor is the height the routine needs at a width.
func (c *column) HeightFor(width float32) float32 {
	c.measure(inner(width))
	if len(c.rows) == 0 {
		return 0
	}
	last := c.rows[len(c.rows)-1]
	return last.y + last.high + look.S6*2
}

// see says which part of the routine is seen, from top to bottom.
func (c *column) see(top, end float32) {
	c.top, c.end = top, end
	if !c.Size().IsZero() {
		c.wake()
	}
}

// near is the range of rows that are seen, or will be after a turn of the wheel.
func (c *column) near() (from, to int) {
	const ahead = 200
	from = sort.Search(len(c.rows), func(i int) bool { return c.rows[i].y+c.rows[i].high >= c.top-ahead })
	to = sort.Search(len(c.rows), func(i int) bool { return c.rows[i].y > c.end+ahead })
	return from, to
}

// wake makes and places the rows near what is seen; what the keyboard is in stays, wherever it is.
func (c *column) wake() {
	c.measure(c.width())
	from, to := c.near()
	awake := map[draft.Key]bool{}
	for i, r := range c.rows {
		if r.kind != cardRow {
			continue
		}
		card := c.cards[r.key]
		on := i >= from && i < to || card != nil && card.holdsFocus()
		if on {
			awake[r.key] = true
			if card == nil {
				card = newCard(c, c.views[i])
				c.cards[r.key] = card
			}
		}
		if card == nil {
			continue
		}
		if on {
			card.view.shape = c.views[i].shape
			parts.Put(card, rim, r.y, c.width(), r.high)
		}
		card.setAwake(on)
	}
	for i := from; i < to; i++ {
		c.place(c.rows[i], c.views[i])
	}
}

// place puts a row that is not a card where it belongs.
func (c *column) place(r row, v rowView) {
	switch r.kind {
	case sectionRow:
		sec := c.sections[r.key]
		if sec == nil {
			sec = newSection(c, v)
			c.sections[r.key] = sec
		}
		parts.Put(sec, rim, r.y, c.width(), r.high)
	case emptyRow:
		e := c.empties[r.key]
		if e == nil {
			e = newEmpty()
			c.empties[r.key] = e
		}
		e.set(v.name)
		parts.Put(e, rim, r.y, c.width(), r.high)
	case addRow:
		m := c.add.MinSize()
		parts.Put(c.add, rim, r.y, min(m.Width, c.width()), m.Height)
	}
}

// Contents lists the rows that are awake, in order.
func (c *column) Contents() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	from, to := c.near()
	for i, r := range c.rows {
		inside := i >= from && i < to
		switch {
		case r.kind == cardRow:
			if card := c.cards[r.key]; card != nil && card.awake {
				out = append(out, card)
			}
		case r.kind == sectionRow && (inside || c.s.renaming(r.key)):
			if sec := c.sections[r.key]; sec != nil {
				out = append(out, sec)
			}
		case r.kind == emptyRow && inside:
			if e := c.empties[r.key]; e != nil {
				out = append(out, e)
			}
		case r.kind == addRow && inside:
			out = append(out, c.add)
		}
	}
	return append(out, c.mark)
}

// CreateRenderer draws the rows near what is seen.
func (c *column) CreateRenderer() fyne.WidgetRenderer { return &columnRenderer{c} }

type columnRenderer struct{ c *column }

func (r *columnRenderer) Objects() []fyne.CanvasObject { return r.c.Contents() }
func (r *columnRenderer) Destroy()                     {}

func (r *columnRenderer) Layout(size fyne.Size) {
	r.c.wake()
	parts.Put(r.c.mark, 0, 0, size.Width, size.Height)
}

func (r *columnRenderer) MinSize() fyne.Size {
	w := max(r.c.Size().Width, 240)
	return fyne.NewSize(240, r.c.HeightFor(w))
}

func (r *columnRenderer) Refresh() {
	r.c.wake()
	for _, o := range r.c.Contents() {
		o.Refresh()
	}
	canvas.Refresh(r.c)
}

// exerciseOf is the exercise of a step, or nil.
func (c *column) exerciseOf(k draft.Key) *exercise.Exercise { return c.view(k).exercise }

// steps are the keys of all steps, in order.
func (c *column) steps() []draft.Key {
	var out []draft.Key
	for _, v := range c.views {
		if v.kind == cardRow {
			out = append(out, v.key)
		}
	}
	return out
}

// stops are the rows the keyboard goes to: phases and steps.
func (c *column) stops() []draft.Key {
	var out []draft.Key
	for _, v := range c.views {
		if v.kind <= cardRow {
			out = append(out, v.key)
		}
	}
	return out
}

// reveal scrolls a row into view.
func (c *column) reveal(k draft.Key) {
	r, ok := c.rowOf(k)
	if !ok {
		return
	}
	const air = 28 // so that a little of what comes next is seen
	scroll := c.s.frame.scroll
	scroll.Relayout()
	at, high := scroll.Offset(), scroll.Size().Height
	to := at
	if r.y+r.high+air > to+high {
		to = r.y + r.high + air - high
	}
	if r.y-air < to {
		to = r.y - air
	}
	if to = max(to, 0); to != at {
		scroll.ScrollTo(to)
	}
}

// nextTo is the key that gets the keyboard when these are gone: what stands behind them, or before.
func (c *column) nextTo(keys []draft.Key) draft.Key {
	stops := c.stops()
	last := -1
	for i, k := range stops {
		if slices.Contains(keys, k) {
			last = i
		}
	}
	if i := last + 1; i < len(stops) && c.view(stops[i]).kind == cardRow {
		return stops[i]
	}
	for i := last; i >= 0; i-- {
		if !slices.Contains(keys, stops[i]) {
			return stops[i]
		}
	}
	return 0
}
