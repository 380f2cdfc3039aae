package build

import (
	"slices"
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
	Choose  func(*exercise.Exercise)                     // show it; nil: what was chosen is not there any more
	Drag    func(e *exercise.Exercise, at fyne.Position) // it is dragged and is there now, absolute; e is nil once it was given up
	Dropped func(e *exercise.Exercise, at fyne.Position) // it was let go there, absolute
	Pose    func(exerciseID string)                      // draw one of one's own, beginning with this one or ""; nil: not offered
}

// shelf is all exercises to choose from, narrowed down by what is typed and chosen.
type shelf struct {
	widget.BaseWidget
	deps   shelfDeps
	all    []*exercise.Exercise
	found  []*exercise.Exercise
	chosen *exercise.Exercise
	tones  parts.Tones
	album  *parts.Album
	filter exercise.Filter
	more   bool // all chips are shown

	face   *parts.Panel
	search *parts.Search
	chips  *shelfChips
	none   *fyne.Container
	list   *list
	own    *parts.Flow
	scroll *parts.Scroll
	ghost  *ghost
}

// The shelf's measures.
const (
	shelfPad = 14
	shelfRim = 4 // the scroll's room for focus rings, left and right
)

// mostAlbum is how many thumbnails are painted ahead; of more each is painted when it is first seen.
const mostAlbum = 200

func newShelf(d shelfDeps) *shelf {
	s := &shelf{deps: d, ghost: newGhost(), face: parts.NewPanel()}
	s.search = parts.NewSearch(func(text string) {
		s.filter.Text = text
		s.fill(true)
	}, s.addFirst)
	s.search.OnDown = s.toList
	s.chips = newShelfChips(s)
	s.none = parts.NewColumn(look.S2)
	s.list = newList(d.Now, s.entry)
	s.list.chosen = func(i int) {
		s.chosen = s.found[i]
		d.Choose(s.chosen)
	}
	s.list.taken = func(i int) { d.Add(s.found[i]) }
	s.list.drag, s.list.dropped = s.drag, s.drop
	s.list.above = s.FocusSearch
	s.own = parts.NewFlow(look.S2, parts.NewButton(look.T("build.shelf.own", "Draw one of your own"), look.IconEdit, func() {
		id := ""
		if s.chosen != nil {
			id = s.chosen.ID
		}
		d.Pose(id)
	}).SetCompact(true).SetTight(true).SetRank(parts.Bare))
	parts.Show(s.own, d.Pose != nil)
	s.scroll = parts.NewScroll(parts.NewInset(look.S1, shelfRim, look.S4, parts.NewColumn(look.S2, s.chips.groups, s.none, s.list, s.own)))
	s.scroll.OnScrolled(func(float32) { s.look() })
	s.list.show = s.reveal
	s.ExtendBaseWidget(s)
	return s
}

// entry is an exercise as a row says it.
func (s *shelf) entry(i int) entry {
	e := s.found[i]
	out := entry{exercise: e, name: e.Name, about: look.Kind(e.Kind).Name, plus: true}
	if p := look.PositionShort(e.Position); p != "" {
		out.about += " · " + p
	}
	if e.Source == exercise.Own {
		out.icon, out.role = look.IconEdit, look.AccentInk
	}
	return out
}

// Set takes a new library.
func (s *shelf) Set(lib *routines.Library, tones parts.Tones) {
	s.all = lib.Catalogue.All()
	s.album = nil
	if len(s.all) <= mostAlbum {
		s.album = parts.NewAlbum(s.all, tones)
		s.album.Begin(entryThumb)
	}
	s.tones = tones
	s.search.SetPlaceHolder(look.T("exercises.search", "Search {{.Count}} exercises", map[string]any{"Count": len(s.all)}))
	if s.chosen != nil {
		s.chosen = lib.Catalogue.Get(s.chosen.ID)
	}
	s.fill(false)
}

// Choose marks an exercise without telling the frame; nil marks none.
func (s *shelf) Choose(e *exercise.Exercise) {
	s.chosen = e
	s.list.choose(slices.Index(s.found, e))
}

// fill shows what passes the filter, from the top where the filter has changed.
func (s *shelf) fill(changed bool) {
	s.found = s.filter.Of(s.all)
	at := -1
	if s.chosen != nil {
		at = slices.Index(s.found, s.chosen)
	}
	s.list.set(len(s.found), at, s.tones, s.album)
	s.chips.set()
	s.none.Objects = nil
	if len(s.found) == 0 && len(s.all) > 0 {
		s.none.Objects = []fyne.CanvasObject{
			parts.NewParagraph(look.T("build.shelf.none", "No exercise is all of this at once."), look.Body, look.Quiet),
			parts.NewFlow(look.S2, parts.NewButton(look.T("build.shelf.all", "Show all again"), look.IconClose, s.clear).SetCompact(true).SetRank(parts.Warm)),
		}
	}
	parts.Show(s.none, len(s.none.Objects) > 0)
	s.none.Refresh()
	s.relayout()
	if changed {
		s.scroll.ToTop()
	}
	s.look()
}

// relayout gives everything the room it needs now.
func (s *shelf) relayout() {
	if !s.Size().IsZero() {
		s.Refresh()
	}
	s.scroll.Relayout()
}

// toggle puts a choice in or takes it out.
func (s *shelf) toggle(c exercise.Choice) {
	s.filter = s.filter.Toggled(c)
	s.fill(true)
}

// clear lets everything through again.
func (s *shelf) clear() {
	s.filter.Choices = nil
	if s.search.Text != "" {
		s.search.SetText("") // which fills
		return
	}
	s.fill(true)
}

// setMore shows all chips or only the few.
func (s *shelf) setMore(on bool) {
	s.more = on
	s.chips.set()
	s.relayout()
	s.scroll.ToTop()
	s.look()
}

// look tells the list what is seen of it.
func (s *shelf) look() {
	top := s.scroll.Offset() - s.listTop()
	s.list.see(top, top+s.scroll.Size().Height)
}

// listTop is how far down in the scroll the list begins.
func (s *shelf) listTop() float32 { return look.S1 + s.list.Position().Y }

// reveal brings a part of the list into view.
func (s *shelf) reveal(top, bottom float32) {
	const air = look.S2
	top, bottom = top+s.listTop(), bottom+s.listTop()
	at, room := s.scroll.Offset(), s.scroll.Size().Height
	switch {
	case top-air < at:
		s.scroll.ScrollTo(max(top-air, 0))
	case bottom+air > at+room:
		s.scroll.ScrollTo(bottom + air - room)
	}
}

// addFirst is Enter in the search: the first that is found, where something was typed.
func (s *shelf) addFirst() {
	if s.search.Text == "" {
		s.toList()
		return
	}
	if len(s.found) > 0 {
		s.Choose(s.found[0])
		s.deps.Choose(s.found[0])
		s.deps.Add(s.found[0])
	}
}

// toList gives the list the keyboard.
func (s *shelf) toList() {
	if len(s.found) > 0 {
		s.focus(s.list)
	}
}

// FocusSearch puts the keyboard into the search.
func (s *shelf) FocusSearch() { s.focus(s.search) }

func (s *shelf) focus(o fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(o)
	}
}

// Key is a key that nothing with the focus had a use for; it reports whether the shelf had.
func (s *shelf) Key(k fyne.KeyName) bool {
	switch {
	case k != fyne.KeyEscape:
	case s.more:
		s.setMore(false)
		return true
	case !s.filter.Empty():
		s.clear()
		return true
	}
	return false
}

// drag lets the card follow the pointer.
func (s *shelf) drag(i int, at fyne.Position) {
	if i < 0 {
		s.ghost.hide()
		s.deps.Drag(nil, at)
		return
	}
	s.ghost.show(s.found[i], s.entry(i).about, s.tones, at)
	s.deps.Drag(s.found[i], at)
}

// GiveUp takes back what is dragged, as Esc does.
func (s *shelf) GiveUp() { s.list.giveUp() }

func (s *shelf) drop(i int, at fyne.Position) {
	s.ghost.hide()
	s.deps.Dropped(s.found[i], at)
}

// Ghost is the card that follows the pointer while an exercise is dragged. The frame lays it over everything, as large as
// itself; nothing in it can be pressed.
func (s *shelf) Ghost() fyne.CanvasObject { return s.ghost }

// Contents lists what the shelf holds.
func (s *shelf) Contents() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.search, s.chips.few, s.scroll}
}

// Hide lets what moves rest.
func (s *shelf) Hide() {
	s.list.still()
	s.BaseWidget.Hide()
}

// CreateRenderer lays the shelf out: the search and the few chips on top, below them what scrolls.
func (s *shelf) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{Of: []fyne.CanvasObject{s.face, s.search, s.chips.few, s.scroll}}
	r.Least = func() fyne.Size { return fyne.NewSize(200, 160) }
	r.Place = func(size fyne.Size) {
		s.face.Set(look.Color(look.Card), look.Color(look.Window), look.CardRadius)
		s.face.Resize(size)
		w := size.Width - 2*shelfPad
		y := float32(shelfPad)
		h := s.search.MinSize().Height
		parts.Put(s.search, shelfPad, y, w, h)
		y += h + look.S2
		h = s.chips.few.HeightFor(w)
		parts.Put(s.chips.few, shelfPad, y, w, h)
		y += h + look.S1
		parts.Put(s.scroll, shelfPad-shelfRim, y, w+2*shelfRim, size.Height-y-look.S1)
		s.look()
	}
	r.Renew = func() {
		if size := s.Size(); !size.IsZero() {
			r.Place(size)
		}
		s.face.Refresh()
		s.chips.few.Refresh()
	}
	return r
}
