// Package exercises is the Exercises screen: all there are as cards, narrowed down by what is typed, tapped on a drawn
// body or chosen; and the page of each, with the figure in motion and everything worth knowing about it.
//
// In go the library as it was last read and who the figure is; out comes the wish to see a routine or a folder. The
// screen keeps what is chosen and how far it is scrolled, so that coming back from a page changes nothing. It repaints
// by itself only while a page's figure moves, 20 times a second, and a figure that nobody looks at comes to rest.
package exercises

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/exercise"
)

// Deps is what the screen needs from the window.
type Deps struct {
	Now         func() time.Time
	ShowRoutine func(id string) // show it, ready to start
	Pose        func(id string) // change an exercise of one's own, or make one like a shipped one; "" begins a new one
	// Begun is the name of what was made like a shipped exercise and is kept, not saved yet; ok is false where there is
	// nothing, as where Begun is nil. GoOn goes on with that.
	Begun      func(from *exercise.Exercise) (name string, ok bool)
	GoOn       func(from *exercise.Exercise)
	OpenFolder func()
	SeeBroken  func() // show the files that cannot be used
	Folder     string // where a person's own exercises lie, as shown
}

// Input is what the screen shows.
type Input struct {
	Library *routines.Library
	Tones   parts.Tones
}

// Screen is the Exercises screen.
type Screen struct {
	widget.BaseWidget
	deps Deps
	in   Input

	browse *browse
	page   *page
	trail  []visit // the pages that led to the one that is seen
	opened *card   // the card the first of them was opened from
}

// visit is a page that was left for another, and how far down it was read.
type visit struct {
	id     string
	offset float32
}

// New makes the screen; it shows nothing, and nothing can be asked of it, until it has a library.
func New(d Deps) *Screen {
	s := &Screen{deps: d}
	s.ExtendBaseWidget(s)
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s }

// Set takes a new library.
func (s *Screen) Set(in Input) {
	s.in = in
	if s.browse == nil {
		// Made when first wanted: the start of the window has no time for it.
		s.browse, s.page = newBrowse(s), newPage(s)
		s.page.Hide()
		s.Refresh()
	}
	s.browse.set(in)
	if !s.onPage() {
		return
	}
	if e := in.Library.Catalogue.Get(s.page.id()); e != nil {
		s.page.update(e)
	} else {
		s.toBrowse()
	}
}

// onPage reports whether a page is shown.
func (s *Screen) onPage() bool { return s.page != nil && s.page.Visible() }

// Open shows the page of an exercise; an id that is not there is left alone.
func (s *Screen) Open(id string) {
	e := s.in.Library.Catalogue.Get(id)
	if e == nil {
		return
	}
	if s.onPage() {
		s.trail = append(s.trail, visit{s.page.id(), s.page.scroll.Offset()})
	}
	s.unfocus()
	s.page.open(e, 0)
	parts.Show(s.browse, false)
	parts.Show(s.page, true)
	s.page.move()
}

// Back goes to where the page was opened from, and reports whether there was a page.
func (s *Screen) Back() bool {
	if !s.onPage() {
		return false
	}
	for len(s.trail) > 0 {
		last := s.trail[len(s.trail)-1]
		s.trail = s.trail[:len(s.trail)-1]
		if e := s.in.Library.Catalogue.Get(last.id); e != nil {
			s.unfocus()
			s.page.open(e, last.offset)
			s.page.move()
			return true
		}
	}
	s.toBrowse()
	return true
}

// toBrowse shows the cards again, where they were.
func (s *Screen) toBrowse() {
	s.trail = nil
	s.unfocus()
	s.page.halt()
	parts.Show(s.page, false)
	parts.Show(s.browse, true)
	if c := s.opened; c != nil && s.browse.holds(c) {
		at := s.browse.scroll.Offset() // the focus would move what is seen to show the card as a whole
		s.focus(c)
		s.browse.scroll.ScrollTo(at)
	}
	s.opened = nil
}

// FocusSearch puts the keyboard into the search.
func (s *Screen) FocusSearch() {
	if s.onPage() {
		s.opened = nil
		s.toBrowse()
	}
	s.focus(s.browse.search)
}

// TypedKey is a key that nothing with the focus had a use for; it reports whether the screen had.
func (s *Screen) TypedKey(e *fyne.KeyEvent) bool {
	if s.onPage() {
		return s.page.key(e.Name)
	}
	return s.browse.key(e.Name)
}

// TypedRune is a letter that nothing with the focus had a use for.
func (s *Screen) TypedRune(r rune) {
	if r == '/' {
		s.FocusSearch()
	}
}

func (s *Screen) canvas() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(s) }

func (s *Screen) focus(o fyne.Focusable) {
	if c := s.canvas(); c != nil {
		c.Focus(o)
	}
}

func (s *Screen) unfocus() {
	if c := s.canvas(); c != nil {
		c.Unfocus()
	}
}

// Show lets the figure of a page go on. Something may have been made like it meanwhile.
func (s *Screen) Show() {
	s.BaseWidget.Show()
	if s.onPage() {
		s.page.offer()
		s.page.move()
	}
}

// Hide lets it rest.
func (s *Screen) Hide() {
	s.BaseWidget.Hide()
	if s.onPage() {
		s.page.halt()
	}
}

// CreateRenderer shows the cards or a page.
func (s *Screen) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{}
	both := func() []fyne.CanvasObject {
		if s.browse == nil {
			return nil
		}
		return []fyne.CanvasObject{s.browse, s.page}
	}
	r.Of = both()
	r.Place = func(size fyne.Size) {
		for _, o := range r.Of {
			parts.Put(o, 0, 0, size.Width, size.Height)
		}
	}
	r.Least = func() fyne.Size { return fyne.NewSize(280, 120) }
	r.Renew = func() {
		r.Of = both()
		r.Place(s.Size())
		for _, o := range r.Of {
			o.Refresh()
		}
	}
	return r
}
