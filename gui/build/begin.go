package build

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/draft"
	"catcow/routines/plan"
)

// beginDeps is what the start page tells the frame.
type beginDeps struct {
	Now       func() time.Time
	Open      func(id string)                    // a routine of one's own, also one with mistakes
	Empty     func()                             // begin with nothing
	From      func(id string)                    // make this routine one's own
	Suggested func(c draft.Content, name string) // begin with this draft
	Resume    func(i int)                        // go on with begun.Kept[i]
	Drop      func(i int)                        // throw begun.Kept[i] away; nil: not offered
}

// begun is what the start page shows.
type begun struct {
	Library *routines.Library
	Kept    []kept
	Tones   parts.Tones
	Pace    plan.Pace
	Floor   time.Duration
	Warm    bool
	Length  time.Duration // the person's usual length; 0 is none
}

// kept is unsaved work.
type kept struct {
	ID    string // of the file it belongs to, "" where it has none yet
	Draft draft.Draft
	Time  time.Time
}

// begin is where building begins: what was left unfinished, three ways to a new routine, and one's own. Two of the ways
// have a page of their own, from which Esc leads back.
type begin struct {
	widget.BaseWidget
	deps beginDeps
	in   begun

	home *beginHome
	from *beginFrom
	ask  *ask
	page fyne.CanvasObject // the one that is shown
}

func newBegin(d beginDeps) *begin {
	b := &begin{deps: d}
	b.home, b.from, b.ask = newBeginHome(b), newBeginFrom(b), newAsk(b)
	b.page = b.home
	b.from.Hide()
	b.ask.Hide()
	b.ExtendBaseWidget(b)
	return b
}

// Set takes what there is.
func (b *begin) Set(in begun) {
	fresh := in.Library != b.in.Library || in.Tones != b.in.Tones || in.Pace != b.in.Pace
	b.in = in
	b.home.set(fresh)
	b.from.stale = b.from.stale || fresh
	b.ask.stale = true
	b.turn(b.page)
}

// turn shows a page.
func (b *begin) turn(to fyne.CanvasObject) {
	if to != b.page {
		b.unfocus()
	}
	b.page = to
	switch to {
	case b.from:
		b.from.fill(false)
	case b.ask:
		b.ask.set()
	}
	for _, p := range []fyne.CanvasObject{b.home, b.from, b.ask} {
		parts.Show(p, p == to)
	}
}

// Key is a key that nothing with the focus had a use for; it reports whether the page had.
func (b *begin) Key(k fyne.KeyName) bool {
	switch {
	case b.page == b.home:
		return false
	case k == fyne.KeyEscape || k == fyne.KeyBackspace:
		b.turn(b.home)
	case b.page == b.ask && (k == fyne.KeyReturn || k == fyne.KeyEnter):
		b.ask.use()
	default:
		return false
	}
	return true
}

// FocusSearch puts the keyboard into the search of the page that is shown.
func (b *begin) FocusSearch() {
	switch {
	case b.page == b.from:
		b.focus(b.from.search)
	case b.page == b.home && b.home.search.Visible():
		b.focus(b.home.search)
	}
}

// Restart shows the first page again, as it is when one comes back from building.
func (b *begin) Restart() { b.turn(b.home) }

func (b *begin) focus(o fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
		c.Focus(o)
	}
}

func (b *begin) unfocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
		c.Unfocus()
	}
}

// Contents lists what the page holds.
func (b *begin) Contents() []fyne.CanvasObject { return []fyne.CanvasObject{b.page} }

// CreateRenderer shows the page.
func (b *begin) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{Of: []fyne.CanvasObject{b.home, b.from, b.ask}}
	r.Least = func() fyne.Size { return fyne.NewSize(280, 160) }
	r.Place = func(size fyne.Size) {
		for _, o := range r.Of {
			parts.Put(o, 0, 0, size.Width, size.Height)
		}
	}
	r.Renew = func() {
		r.Place(b.Size())
		for _, o := range r.Of {
			if o.Visible() {
				o.Refresh()
			}
		}
	}
	return r
}

// mostPage is how wide the pages grow, unscaled; in a wider window they stand in the middle.
const mostPage = 900

// pageSide is the room left and right of a page in a window of a width.
func pageSide(width, most float32) float32 {
	return max((width-look.Size(most))/2, min(34, width*0.04))
}
