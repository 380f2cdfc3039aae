// Package library is the Routines screen: every routine there is, shipped and a person's own, and every file that
// cannot be used, with what is wrong with it.
//
// In goes the library as it was last read; out comes the wish to see a routine on the first screen or to open the
// folder the files lie in. The screen keeps only what was typed in its search.
package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// Deps is what the screen needs from the window.
type Deps struct {
	Choose     func(routine string) // show it, ready to start
	OpenFolder func()
	Folder     string // where a person's own routines lie, as shown
	More       []Action
}

// Action is something else that can be done with a routine.
type Action struct {
	Icon  look.IconName
	Label func(*routines.Routine) string
	Do    func(*routines.Routine)
}

// Input is what the screen shows.
type Input struct {
	Library *routines.Library
	Pace    plan.Pace // "" is each routine's own
	Tones   parts.Tones
}

// Screen is the Routines screen.
type Screen struct {
	deps  Deps
	in    Input
	cards map[*routines.Routine]*card // kept while the search narrows and widens
	faces map[*routines.Routine]*exercise.Exercise

	heights map[cardLines]float32

	search  *parts.Search
	grid    *parts.Shelf[*card]
	nothing *parts.Label
	broken  *fyne.Container
	notes   *fyne.Container
	body    *fyne.Container
	scroll  *parts.Scroll
	content fyne.CanvasObject
}

// New makes the screen; it shows nothing until it has a library.
func New(d Deps) *Screen {
	s := &Screen{deps: d, in: Input{Library: &routines.Library{}}}
	s.search = parts.NewSearch(func(string) { s.fill() }, s.chooseFirst)
	s.grid = parts.NewShelf[*card](leastCard)
	s.nothing = parts.NewParagraph("", look.Body, look.Quiet)
	s.broken, s.notes = parts.NewColumn(look.S3), parts.NewColumn(look.S1)
	folder := parts.NewButton(look.T("library.open-folder", "Open folder"), look.IconFolder, d.OpenFolder).SetCompact(true)
	own := parts.NewParagraph(look.T("library.own", "Routines are plain text files. Yours lie in {{.Folder}} and show here as soon as they are saved.",
		map[string]any{"Folder": d.Folder}), look.Small, look.Quiet)
	s.body = parts.NewColumn(look.S5, s.nothing, s.grid, s.broken, s.notes,
		parts.NewColumn(look.S2, own, container.NewHBox(folder)))
	s.scroll = parts.NewScroll(parts.NewInset(look.S1, sides, look.S6, s.body))
	s.scroll.OnScrolled(func(float32) { s.look() })
	title := parts.NewLabel(look.T("library.title", "Routines"), look.ScreenTitle, look.Ink, true)
	head := parts.NewInset(look.S6, sides, look.S3, newHead(title, s.search))
	s.content = container.New(topped{s.look}, head, s.scroll)
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// FocusSearch puts the keyboard into the search.
func (s *Screen) FocusSearch() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.search); c != nil {
		c.Focus(s.search)
	}
}

// Set takes a new library.
func (s *Screen) Set(in Input) {
	s.in, s.cards, s.heights = in, map[*routines.Routine]*card{}, map[cardLines]float32{}
	s.faces = parts.Faces(in.Library.Routines)
	s.search.SetPlaceHolder(look.T("library.search", "Search {{.Count}} routines", map[string]any{"Count": len(in.Library.Routines)}))
	s.fill()
}

// chooseFirst is Enter in the search: the first that matches.
func (s *Screen) chooseFirst() {
	if found := matching(s.in.Library.Routines, s.search.Text); len(found) > 0 {
		s.deps.Choose(found[0].ID)
	}
}

// fill shows what matches the search, and below it what is wrong and worth knowing.
func (s *Screen) fill() {
	found := matching(s.in.Library.Routines, s.search.Text)
	var cards []*card
	for _, r := range found {
		if s.cards[r] == nil {
			s.cards[r] = newCard(s, r)
		}
		cards = append(cards, s.cards[r])
	}
	s.grid.Set(cards)
	s.nothing.SetText(look.T("library.nothing", "Nothing here goes by “{{.Text}}”.", map[string]any{"Text": s.search.Text}))
	parts.Show(s.nothing, len(found) == 0)

	s.broken.Objects = nil
	for _, b := range s.in.Library.Broken {
		s.broken.Add(brokenCard(b))
	}
	parts.Show(s.broken, len(s.broken.Objects) > 0)
	s.notes.Objects = nil
	for _, n := range s.in.Library.Notes {
		s.notes.Add(parts.NewParagraph(look.Say(n), look.Small, look.Quiet))
	}
	parts.Show(s.notes, len(s.notes.Objects) > 0)
	s.body.Refresh()
	s.scroll.Relayout()
	s.look()
}

// look tells the shelf what is seen of it.
func (s *Screen) look() {
	top := s.scroll.Offset() - look.S1 - s.grid.Position().Y
	s.grid.See(top, top+s.scroll.Size().Height)
}

// sides is the room left and right of the page.
const sides = 34
