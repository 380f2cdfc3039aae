package build

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
)

// entry is what a row of a list shows.
type entry struct {
	exercise *exercise.Exercise // the picture, nil for none
	name     string             // two lines at most
	about    string             // what stands below, as many lines as are left
	icon     look.IconName      // before about, or where there is no picture in its place; or ""
	role     look.Role          // of icon and about, where there is an icon
	plus     bool               // it can be added with a small + on its picture
}

// list shows many entries one under the other, all of one height. Only those that are seen are made, so that a thousand
// are no slower than ten. For the keyboard it is one place: the arrows go from entry to entry. The picture of the entry
// under the pointer, or of the one the keyboard is on, moves.
type list struct {
	widget.BaseWidget
	now   func() time.Time
	entry func(i int) entry
	tones parts.Tones
	album *parts.Album

	direct  bool                          // a click takes an entry
	chosen  func(i int)                   // by a click or the arrows
	taken   func(i int)                   // by a double click, Enter or the +
	drag    func(i int, at fyne.Position) // absolute; i is -1 once it was given up; nil: nothing is dragged
	dropped func(i int, at fyne.Position) // absolute
	above   func()                        // ↑ on the first; nil does nothing
	show    func(top, bottom float32)     // scroll to this part of the list

	n           int
	at          int           // the entry that is chosen, -1 for none
	hover       int           // the one under the pointer, -1 for none
	pointer     fyne.Position // where it is, absolute
	focused     bool
	top, bottom float32
	faces       map[int]*entryRow
	spare       []*entryRow

	mover  *parts.Mover
	moving int // whose picture moves, -1 for none

	tapped   int // by the last click
	tappedAt time.Time
	down     fyne.Position // where the button was pressed, absolute
	dragging int           // -1 for nothing
	lifted   bool          // it was dragged so far that it is no click
	last     fyne.Position
	parts.HeldEnter
}

var (
	_ fyne.Focusable    = (*list)(nil)
	_ desktop.Keyable   = (*list)(nil)
	_ fyne.Tappable     = (*list)(nil)
	_ fyne.Draggable    = (*list)(nil)
	_ desktop.Hoverable = (*list)(nil)
	_ desktop.Mouseable = (*list)(nil)
)

const (
	// thumbStill is how long the pointer rests on an entry before its picture moves: on the way across nothing should.
	thumbStill = 220 * time.Millisecond
	// thumbMoves is how long it then moves: a pointer that has left the window is never said to have gone.
	thumbMoves = 15 * time.Second
	// lift is how far something is dragged before it is no click with an unsteady hand any more.
	lift = 6
)

func newList(now func() time.Time, entry func(i int) entry) *list {
	l := &list{now: now, entry: entry, at: -1, hover: -1, moving: -1, tapped: -1, dragging: -1, faces: map[int]*entryRow{}}
	l.mover = parts.NewMover(now, thumbStill)
	l.mover.Every = previewEvery
	l.mover.Show, l.mover.Rest = l.moment, thumbMoves
	l.ExtendBaseWidget(l)
	return l
}

// set changes what is listed; at is the entry that is chosen, -1 for none.
func (l *list) set(n, at int, tones parts.Tones, album *parts.Album) {
	l.still()
	for i, f := range l.faces {
		delete(l.faces, i)
		l.spare = append(l.spare, f)
	}
	if l.tones != tones || l.album != album {
		l.spare = nil
	}
	l.n, l.at, l.tones, l.album = n, at, tones, album
	l.hover, l.tapped = -1, -1
	if l.dragging >= 0 {
		l.giveUp()
	}
	l.wake()
	l.move()
	l.Refresh()
}

// choose marks an entry as the chosen one, -1 for none, without telling.
func (l *list) choose(i int) {
	if i == l.at {
		return
	}
	l.at = i
	l.dress()
	l.move()
}

// HeightFor is the height the list needs.
func (l *list) HeightFor(float32) float32 { return float32(l.n) * entryHeight() }

// see says which part of the list is seen, from top to bottom.
func (l *list) see(top, bottom float32) {
	if top != l.top || bottom != l.bottom {
		l.top, l.bottom = top, bottom
		l.wake()
		if l.hover >= 0 {
			l.point(l.under(l.pointer.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(l))))
		}
	}
}

// seen are the first entry that is seen and the one after the last.
func (l *list) seen() (first, last int) {
	h := entryHeight()
	return max(int(l.top/h), 0), min(int(l.bottom/h)+1, l.n)
}

// wake gives every entry that is seen a face, and takes it from the others.
func (l *list) wake() {
	w := l.Size().Width
	first, last := l.seen()
	if w <= 0 {
		last = first
	}
	for i, f := range l.faces {
		if i < first || i >= last {
			if i == l.moving {
				l.still()
			}
			delete(l.faces, i)
			l.spare = append(l.spare, f)
		}
	}
	for i := first; i < last; i++ {
		f := l.faces[i]
		if f == nil {
			if n := len(l.spare); n > 0 {
				f, l.spare = l.spare[n-1], l.spare[:n-1]
			} else {
				f = newEntryRow(l.tones, l.album)
			}
			l.faces[i] = f
			f.set(l.entry(i), w)
			l.dressOne(i)
		}
		f.place(float32(i)*entryHeight(), w)
	}
}

// dress shows what is chosen, pointed at and reached by the keyboard.
func (l *list) dress() {
	for i := range l.faces {
		l.dressOne(i)
	}
}

func (l *list) dressOne(i int) {
	l.faces[i].dress(i == l.at, i == l.hover, l.focused && i == l.at)
}

// wanted is the entry whose picture is to move, -1 for none.
func (l *list) wanted() int {
	switch {
	case l.hover >= 0:
		return l.hover
	case l.focused:
		return l.at
	}
	return -1
}

// move lets the picture move that is to.
func (l *list) move() {
	i := l.wanted()
	if i == l.moving || l.dragging >= 0 {
		return
	}
	l.still()
	if i < 0 || l.faces[i] == nil || !l.Visible() {
		return
	}
	l.moving = i
	l.mover.Take(l.faces[i].shown.exercise)
	l.mover.Go()
}

// still lets what moves rest.
func (l *list) still() {
	l.mover.Halt()
	if f := l.faces[l.moving]; f != nil {
		f.thumb.Rest()
	}
	l.moving = -1
}

// Hide lets what moves rest.
func (l *list) Hide() {
	l.still()
	l.BaseWidget.Hide()
}

// CreateRenderer draws the rows that are seen.
func (l *list) CreateRenderer() fyne.WidgetRenderer { return &listRenderer{l} }

type listRenderer struct{ l *list }

func (r *listRenderer) Objects() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, len(r.l.faces))
	first, last := r.l.seen()
	for i := first; i < last; i++ {
		if f := r.l.faces[i]; f != nil {
			out = append(out, f.box)
		}
	}
	return out
}

func (r *listRenderer) Layout(fyne.Size) {
	for _, f := range r.l.faces {
		f.width = 0
	}
	r.l.wake()
}

func (r *listRenderer) MinSize() fyne.Size { return fyne.NewSize(160, r.l.HeightFor(0)) }
func (r *listRenderer) Destroy()           { r.l.mover.Halt() }

func (r *listRenderer) Refresh() {
	for _, f := range r.l.faces {
		f.restyle()
		f.width = 0
	}
	r.l.wake()
	r.l.dress()
	canvas.Refresh(r.l)
}
