package build

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/exercise"
)

// shelfDeps is what the shelf tells the frame.
type shelfDeps struct {
	Now     func() time.Time
	Add     func(*exercise.Exercise)                     // put it into the routine
	Choose  func(*exercise.Exercise)                     // show it; nil: nothing is chosen any more
	Drag    func(e *exercise.Exercise, at fyne.Position) // it is dragged and is there now, absolute on the canvas
	Dropped func(e *exercise.Exercise, at fyne.Position) // it was let go there
	Pose    func(exerciseID string)                      // draw one of one's own, or change this one; nil: not offered
}

// shelf is all exercises to choose from, narrowed down by what is typed and chosen.
type shelf struct {
	widget.BaseWidget
	deps   shelfDeps
	all    []*exercise.Exercise
	tones  parts.Tones
	filter exercise.Filter
	search *parts.Search
	ghost  *ghost
}

func newShelf(d shelfDeps) *shelf {
	s := &shelf{deps: d, ghost: newGhost()}
	s.search = parts.NewSearch(func(text string) { s.filter.Text = text }, func() {})
	s.ExtendBaseWidget(s)
	return s
}

// Set takes a new library.
func (s *shelf) Set(lib *routines.Library, tones parts.Tones) {
	s.all, s.tones = lib.Catalogue.All(), tones
	s.search.SetPlaceHolder(look.T("exercises.search", "Search {{.Count}} exercises", map[string]any{"Count": len(s.all)}))
}

// Choose marks an exercise without telling the frame; nil marks none.
func (s *shelf) Choose(*exercise.Exercise) {}

// FocusSearch puts the keyboard into the search.
func (s *shelf) FocusSearch() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s.search)
	}
}

// Ghost is the card that follows the pointer while an exercise is dragged. The frame lays it over everything, as large as
// itself; it takes no part in what is pressed.
func (s *shelf) Ghost() fyne.CanvasObject { return s.ghost }

// Contents lists what the shelf holds.
func (s *shelf) Contents() []fyne.CanvasObject { return []fyne.CanvasObject{s.search} }

// CreateRenderer lays the shelf out.
func (s *shelf) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.search) }
