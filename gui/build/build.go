// Package build is the Build screen: a routine of one's own put together from exercises on the left, as sections and
// cards in the middle, with what it looks like, how long it is and what is known about it on the right.
//
// In go the library as it was last read and what plans are made with; out come routine files in the person's own folder,
// plans to be tried, and wishes to share, print or pose. The text of a file is the truth: every change made here is a
// change of package draft's Editor, can be taken back, and is kept as a draft within a second until it is saved. The
// screen repaints by itself only while a figure moves or something is dragged.
package build

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/draft"
	"catcow/routines/plan"
)

// Deps is what the screen needs from the window.
type Deps struct {
	Now    func() time.Time
	Store  draft.Store
	Window func() fyne.Window // for file dialogs and popups
	Play   func(p *plan.Plan) // plays it; leaving the session comes back to the builder
	Say    func(text string)  // the window's notice
	// Share is the share sheet; nil: not offered. Text is what the routine's file would hold.
	Share      func(r *routines.Routine, text []byte)
	Print      func(r *routines.Routine) // print sheet; nil: not offered
	Pose       func(exerciseID string)   // make or change an exercise of one's own; nil: not offered
	OpenFile   func(path string)         // in the person's own editor; nil: not offered
	OpenFolder func()                    // where own routines lie; nil: not offered
	Post       func(func())              // onto Fyne's goroutine
	Modifiers  func() fyne.KeyModifier   // the keys held down now; nil asks the driver
}

// Input is what the screen shows and what its plans are made with.
type Input struct {
	Library *routines.Library
	Tones   parts.Tones
	Length  time.Duration // the person's usual length
	Pace    plan.Pace
	Floor   time.Duration
	Warm    bool
}

// Screen is the Build screen.
type Screen struct {
	widget.BaseWidget
	deps Deps
	in   Input

	frame    *frame // nil until the screen has a library
	keeper   *keeper
	work     *work // the routine that is open; nil on the page to begin from
	clip     clip
	kepts    []draft.Kept // unsaved work, as the page to begin from lists it
	pictures pictures
	atBegin  bool    // the page to begin from is what was shown last
	saidBad  []error // drafts that cannot be read, said once
}

// New makes the screen; it shows nothing until it has a library.
func New(d Deps) *Screen {
	if d.Modifiers == nil {
		d.Modifiers = heldKeys
	}
	s := &Screen{deps: d}
	s.keeper = newKeeper(d.Store, func(err error) { d.Post(func() { s.notKept(err) }) })
	s.ExtendBaseWidget(s)
	return s
}

// heldKeys asks the driver for the keys held down; the test driver knows none.
func heldKeys() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s }

// Set takes a new library. The routine that is open is looked at again: its file may have changed.
func (s *Screen) Set(in Input) {
	s.in = in
	if s.frame == nil {
		// Made when first wanted: the start of the window has no time for it.
		s.frame = newFrame(s)
		s.Refresh()
	}
	s.frame.shelf.Set(in.Library, in.Tones)
	if s.work == nil {
		s.toBegin()
		return
	}
	s.work.ed.SetCatalogue(in.Library.Catalogue)
	s.lookAtFile()
	s.show()
}

// Show lets the figures go on.
func (s *Screen) Show() {
	s.BaseWidget.Show()
	if s.frame != nil {
		s.frame.wake(true)
	}
}

// Hide lets them rest, and keeps what is not saved.
func (s *Screen) Hide() {
	s.BaseWidget.Hide()
	if s.frame != nil {
		s.frame.wake(false)
		s.frame.closePopup()
	}
	s.keepNow()
}

// Flush keeps what is not saved as a draft and returns when it is on the disk. Call it before the window closes.
func (s *Screen) Flush() {
	s.commitTyping()
	s.keepNow()
	s.keeper.Flush()
}

// Close is Flush for the last time: the screen keeps nothing any more.
func (s *Screen) Close() {
	s.Flush()
	s.keeper.Close()
}

// FocusSearch puts the keyboard into the search for exercises.
func (s *Screen) FocusSearch() {
	if s.frame != nil && s.work != nil {
		s.frame.showShelf()
		parts.Settle(s.canvas())
		s.frame.shelf.FocusSearch()
	}
}

// canvas is where the screen is seen, or is about to be: what has not been painted yet is nowhere for Fyne.
func (s *Screen) canvas() fyne.Canvas {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil || s.deps.Window == nil {
		return c
	}
	return s.deps.Window().Canvas()
}

// focus gives something the keyboard, even if it has only just come up.
func (s *Screen) focus(o fyne.Focusable) {
	if c := s.canvas(); c != nil {
		parts.Focus(c, o)
	}
}

// focused is what has the keyboard, or nil.
func (s *Screen) focused() fyne.Focusable {
	if c := s.canvas(); c != nil {
		return c.Focused()
	}
	return nil
}

func (s *Screen) unfocus() {
	if c := s.canvas(); c != nil {
		c.Unfocus()
	}
}

// CreateRenderer shows the frame.
func (s *Screen) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{}
	all := func() []fyne.CanvasObject {
		if s.frame == nil {
			return nil
		}
		return []fyne.CanvasObject{s.frame}
	}
	r.Of = all()
	r.Place = func(size fyne.Size) {
		for _, o := range r.Of {
			parts.Put(o, 0, 0, size.Width, size.Height)
		}
	}
	r.Least = func() fyne.Size { return fyne.NewSize(280, 120) }
	r.Renew = func() {
		r.Of = all()
		r.Place(s.Size())
		for _, o := range r.Of {
			o.Refresh()
		}
	}
	return r
}
