package exercises

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
)

// browse is all exercises as cards, and what narrows them down.
type browse struct {
	widget.BaseWidget
	s      *Screen
	filter exercise.Filter
	all    []*exercise.Exercise
	tones  parts.Tones
	cards  map[*exercise.Exercise]*card // kept while the filter narrows and widens

	title   *parts.Label
	count   *parts.Label
	search  *parts.Search
	toggler *parts.Button // shows and hides the filters where there is no room beside the cards
	filters *filters
	aside   *fyne.Container // holds the filters beside the cards
	above   *fyne.Container // or above them
	left    *parts.Scroll
	chosen  *parts.Flow // what is chosen, to be dropped one by one
	none    *fyne.Container
	shelf   *parts.Shelf[*card]
	broken  *fyne.Container
	own     fyne.CanvasObject
	page    *fyne.Container
	scroll  *parts.Scroll

	wide bool
	open bool // the filters are shown above the cards
}

// Room around the cards.
const (
	sides  = 34
	gutter = 26
	topPad = look.S1
)

func newBrowse(s *Screen) *browse {
	b := &browse{s: s, cards: map[*exercise.Exercise]*card{}}
	b.title = parts.NewLabel(look.T("exercises.title", "Exercises"), look.ScreenTitle, look.Ink, true)
	b.count = parts.NewLabel("", look.Body, look.Quiet, false)
	b.search = parts.NewSearch(func(text string) {
		b.filter.Text = text
		b.fill(true)
	}, b.openFirst)
	b.search.OnDown = func() {
		if len(b.shelf.Cards()) > 0 {
			s.focus(b.shelf.Cards()[0])
		}
	}
	b.toggler = parts.NewButton("", look.IconChevronDown, func() { b.setOpen(!b.open) }).SetCompact(true)
	b.filters = newFilters(b)
	b.aside, b.above = parts.NewColumn(0), parts.NewColumn(0) // see arrange
	b.left = parts.NewScroll(parts.NewPlaced(beside, b.aside))
	b.chosen = parts.NewFlow(look.S2)
	b.none = parts.NewColumn(0)
	b.shelf = parts.NewShelf[*card](leastCard)
	b.broken = parts.NewColumn(look.S2)
	b.own = parts.NewColumn(look.S2,
		parts.NewParagraph(look.T("exercises.own", "Exercises are plain text files. Yours lie in {{.Folder}} and show here as soon as they are saved.",
			map[string]any{"Folder": s.deps.Folder}), look.Small, look.Quiet),
		parts.NewFlow(look.S2,
			parts.NewButton(look.T("exercises.draw", "Draw one of your own"), look.IconEdit, func() { s.deps.Pose("") }).SetCompact(true),
			parts.NewButton(look.T("exercises.open-folder", "Open folder"), look.IconFolder, s.deps.OpenFolder).SetCompact(true)))
	b.page = parts.NewColumn(look.S4, b.above, b.chosen, b.none, b.shelf, b.broken, b.own)
	b.scroll = parts.NewScroll(parts.NewPlaced(beside, b.page))
	b.scroll.OnScrolled(func(float32) { b.look() })
	b.ExtendBaseWidget(b)
	return b
}

// arrow goes from one card to another and reports whether the key was one that does.
func (b *browse) arrow(from *card, key fyne.KeyName) bool {
	to, ok := b.shelf.Beside(from, key)
	if ok && to != from {
		b.s.focus(to)
	}
	return ok
}

// seen is the part of the shelf that is seen, from top to bottom.
func (b *browse) seen() (top, bottom float32) {
	top = b.scroll.Offset() - topPad - b.shelf.Position().Y
	return top, top + b.scroll.Size().Height
}

// look tells the shelf what is seen of it.
func (b *browse) look() {
	b.shelf.See(b.seen())
}

// set takes a new library.
func (b *browse) set(in Input) {
	kept := map[*exercise.Exercise]*card{}
	b.all = in.Library.Catalogue.All()
	if in.Tones == b.tones {
		for _, e := range b.all {
			if c := b.cards[e]; c != nil {
				kept[e] = c
			}
		}
	}
	b.cards, b.tones = kept, in.Tones
	album := parts.NewAlbum(b.all, in.Tones)
	album.Begin(pictureSize())
	for _, e := range b.all {
		if b.cards[e] == nil {
			b.cards[e] = newCard(e, album, in.Tones, func(c *card) {
				b.s.opened = c
				b.s.Open(c.exercise.ID)
			})
			b.cards[e].onArrow = b.arrow
		}
	}
	b.search.SetPlaceHolder(look.T("exercises.search", "Search {{.Count}} exercises", map[string]any{"Count": len(b.all)}))
	b.showBroken(in)
	b.fill(false)
}

// showBroken says that files of a person's own cannot be used; what is wrong with them stands beside the routines' files.
func (b *browse) showBroken(in Input) {
	b.broken.Objects = nil
	n := 0
	for _, f := range in.Library.Broken {
		if isExercise(f.Path) {
			n++
		}
	}
	if n > 0 {
		text := look.T("exercises.broken", "{{.Count}} exercise files cannot be used yet.", map[string]any{"Count": n})
		b.broken.Add(parts.NewCard(parts.NewColumn(look.S2, parts.NewParagraph(text, look.Body, look.Ink),
			parts.NewFlow(look.S2, parts.NewButton(look.T("exercises.see-broken", "See what is wrong"), look.IconWarning, b.s.deps.SeeBroken).SetCompact(true)),
		)).SetRole(look.AccentWash))
	}
	parts.Show(b.broken, n > 0)
}

// toggle puts a choice in or takes it out.
func (b *browse) toggle(c exercise.Choice) {
	b.filter = b.filter.Toggled(c)
	b.fill(true)
}

// clear lets everything through again.
func (b *browse) clear() {
	b.filter = exercise.Filter{}
	if b.search.Text != "" {
		b.search.SetText("") // which fills
		return
	}
	b.fill(true)
}

// fill shows what passes the filter, from the top where the filter has changed.
func (b *browse) fill(changed bool) {
	found := b.filter.Of(b.all)
	cards := make([]*card, len(found))
	for i, e := range found {
		cards[i] = b.cards[e]
	}
	if !slices.Equal(cards, b.shelf.Cards()) {
		b.shelf.Set(cards)
	}
	b.filters.set(b.all, b.filter, b.tones)
	b.showChosen()
	b.showNone(len(found) == 0 && len(b.all) > 0)
	b.count.SetText(b.counted(len(found)))
	b.toggler.SetFace(b.togglerFace())
	b.page.Refresh()
	b.scroll.Relayout()
	if changed {
		b.scroll.ToTop()
	}
	b.look()
	b.Refresh()
}

func (b *browse) counted(n int) string {
	if n == len(b.all) {
		return ""
	}
	return look.T("exercises.some", "{{.N}} of {{.M}}", map[string]any{"N": n, "M": len(b.all)})
}

// showChosen lists what is chosen.
func (b *browse) showChosen() {
	var objects []fyne.CanvasObject
	for _, c := range b.filter.Choices {
		objects = append(objects, parts.NewButton(look.Choice(c), look.IconClose, func() { b.toggle(c) }).SetCompact(true).SetTight(true).SetRank(parts.Warm))
	}
	if len(objects) > 0 {
		objects = append(objects, parts.NewButton(look.T("exercises.clear", "Clear all"), "", b.clear).SetCompact(true).SetRank(parts.Bare))
	}
	b.chosen.Set(objects...)
	parts.Show(b.chosen, len(objects) > 0)
}

// openFirst is Enter in the search.
func (b *browse) openFirst() {
	if len(b.shelf.Cards()) > 0 {
		b.shelf.Cards()[0].Tapped(nil)
	}
}

// holds reports whether a card is on the shelf.
func (b *browse) holds(c *card) bool { return slices.Contains(b.shelf.Cards(), c) }

// key is a key that nothing with the focus had a use for.
func (b *browse) key(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyEscape:
		if b.filter.Empty() {
			return false
		}
		b.clear()
		return true
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyLeft, fyne.KeyRight:
		if len(b.shelf.Cards()) > 0 && b.canvasIsFree() {
			b.s.focus(b.shelf.First())
			return true
		}
	}
	return false
}

func (b *browse) canvasIsFree() bool {
	c := b.s.canvas()
	return c != nil && c.Focused() == nil
}

// setOpen shows or hides the filters above the cards.
func (b *browse) setOpen(on bool) {
	b.open = on
	b.toggler.SetFace(b.togglerFace())
	b.arrange()
	b.scroll.ToTop()
	b.look()
}

func (b *browse) togglerFace() (string, look.IconName) {
	icon := look.IconChevronDown
	if b.open {
		icon = look.IconChevronUp
	}
	if n := len(b.filter.Choices); n > 0 {
		return look.T("exercises.filters-on", "Filters: {{.Count}}", map[string]any{"Count": n}), icon
	}
	return look.T("exercises.filters", "Filters"), icon
}

// arrange puts the filters where there is room for them.
func (b *browse) arrange() {
	beside, above := b.aside, b.above
	if !b.wide {
		beside, above = above, beside
	}
	if len(beside.Objects) == 0 {
		above.Objects = nil
		beside.Objects = []fyne.CanvasObject{b.filters.Placed}
	}
	parts.Show(b.above, !b.wide && b.open)
	parts.Show(b.toggler, !b.wide)
	parts.Show(b.left, b.wide)
	b.page.Refresh()
	b.scroll.Relayout()
}
