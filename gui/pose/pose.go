// Package pose is the screen for an exercise of one's own: a figure posed by its handles, its key poses, its words and its
// dose, or a picture instead.
//
// In go the library as it was last read, who the figure is, and where to begin: an exercise, a posture or a picture; out
// comes an exercise file in the person's own folder, the same readable TOML as written by hand. Every change can be taken
// back, is kept as a draft within a second until it is saved, and touches nothing else in the file. The screen repaints by
// itself only while the figure moves or a handle is dragged.
package pose

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/draft"
	"catcow/routines/figure"
)

// Deps is what the screen needs from the window.
type Deps struct {
	Now    func() time.Time
	Folder string            // the data folder: exercises are saved in exercises, drafts kept in drafts/exercises
	Say    func(text string) // the window's notice
	Done   func(id string)   // leave the screen; id is the exercise last saved or opened, "" for none
	Post   func(func())      // onto Fyne's goroutine
	// Modifiers are the keys held down now; nil asks the driver.
	Modifiers func() fyne.KeyModifier
}

// Screen is the screen for an exercise of one's own.
type Screen struct {
	widget.BaseWidget
	deps  Deps
	store draft.Store
	lib   *routines.Library
	tones parts.Tones

	begin *begin // where one chooses what to begin with
	frame *frame // the exercise that is open
	asker *asker // which picture to use
	work  *work  // nil while none is
	keep  keeper
	last  string // the exercise last saved

	verified *figure.Figure // what was last looked at for what a body cannot do
	faults   []figure.Fault
	faulty   *figure.Figure // what they were found in
}

// New makes the screen; it shows nothing until it has a library.
func New(d Deps) *Screen {
	if d.Modifiers == nil {
		d.Modifiers = func() fyne.KeyModifier {
			if dd, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
				return dd.CurrentKeyModifiers()
			}
			return 0
		}
	}
	s := &Screen{deps: d, store: draft.Store{Dir: d.Folder, Of: "exercises"}}
	s.keep.s, s.keep.after = s, later
	s.ExtendBaseWidget(s)
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s }

// Set takes a new library and who the figure is. The exercise that is open is looked at again: its file may have changed.
func (s *Screen) Set(lib *routines.Library, tones parts.Tones) {
	s.lib, s.tones = lib, tones
	if s.frame == nil {
		// Made when first wanted: the start of the window has no time for it.
		s.begin, s.frame, s.asker = newBegin(s), newFrame(s), newAsker(s)
		s.frame.Hide()
		s.asker.Hide()
		s.Refresh()
	}
	s.begin.set()
	if s.work != nil {
		s.lookAtFile()
		s.frame.show()
	}
}

// Show lets the screen be seen.
func (s *Screen) Show() {
	s.BaseWidget.Show()
	if s.begin != nil {
		s.begin.set()
	}
}

// Hide lets the figure rest, and keeps what is not saved: whoever goes straight to another screen is told, too.
func (s *Screen) Hide() {
	left := s.Visible()
	s.BaseWidget.Hide()
	if s.frame != nil {
		s.frame.halt()
	}
	s.Flush()
	if kept := s.keptWords(); left && kept != "" {
		s.deps.Say(kept)
	}
}

// Flush keeps what is not saved as a draft and returns when it is on the disk.
func (s *Screen) Flush() { s.keep.now() }

// Leave is called before the screen is left or the window closes; it keeps unsaved work as a draft and never says no.
func (s *Screen) Leave() bool {
	if s.frame != nil {
		s.frame.halt()
	}
	s.Flush()
	return true
}

// Contents lists what the screen holds.
func (s *Screen) Contents() []fyne.CanvasObject {
	if s.frame == nil {
		return nil
	}
	return []fyne.CanvasObject{s.begin, s.frame, s.asker}
}

// CreateRenderer shows the choice of beginnings or the exercise that is open.
func (s *Screen) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{Of: s.Contents()}
	r.Place = func(size fyne.Size) {
		for _, o := range r.Of {
			parts.Put(o, 0, 0, size.Width, size.Height)
		}
	}
	r.Least = func() fyne.Size { return fyne.NewSize(280, 120) }
	r.Renew = func() {
		r.Of = s.Contents()
		r.Place(s.Size())
		for _, o := range r.Of {
			o.Refresh()
		}
	}
	return r
}

func (s *Screen) canvas() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(s) }

// focus gives something the keyboard, even if it has only just come up.
func (s *Screen) focus(o fyne.Focusable) {
	if c := s.canvas(); c != nil {
		parts.Focus(c, o)
	}
}

func (s *Screen) unfocus() {
	if c := s.canvas(); c != nil {
		c.Unfocus()
	}
}
