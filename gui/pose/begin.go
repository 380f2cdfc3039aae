package pose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/plan"
)

// begin is what one can begin with: work that is not saved, a posture, an exercise there is, or a picture.
type begin struct {
	widget.BaseWidget
	s      *Screen
	kept   *fyne.Container
	bases  *parts.Placed
	from   *parts.Placed
	search *parts.Search
	scroll *parts.Scroll
	column *fyne.Container
	thumbs []*parts.Thumb
}

func newBegin(s *Screen) *begin {
	b := &begin{s: s, kept: parts.NewColumn(look.S2)}
	var cards []fyne.CanvasObject
	for _, name := range figure.Bases() {
		e := &exercise.Exercise{Kind: exercise.Static, Figure: figure.Based(name)}
		cards = append(cards, b.card(e, baseName(name), "", func() { s.fromBase(name) }))
	}
	b.bases = parts.NewPlaced(tiles, cards...)
	b.from = parts.NewPlaced(tiles)
	b.search = parts.NewSearch(func(string) { b.find() }, func() {
		if list := b.found(); len(list) > 0 {
			s.Start(list[0].ID)
		}
	})
	b.search.PlaceHolder = look.T("pose.begin.search", "Search the exercises")
	leave := parts.NewButton(look.T("pose.done", "Done"), look.IconChevronLeft, s.done).SetCompact(true).SetRank(parts.Bare).SetHint(look.T("pose.done.key", "Esc"))
	image := parts.NewButton(look.T("pose.begin.picture", "Use a picture …"), look.IconFolder, s.choosePicture).SetCompact(true)
	b.column = parts.NewColumn(look.S4,
		parts.NewFlow(look.S2, leave),
		parts.NewParagraph(look.T("pose.begin.title", "An exercise of your own"), look.ScreenTitle, look.Ink).SetBold(true),
		b.kept,
		heading(look.T("pose.begin.base", "Begin with a posture")), b.bases,
		heading(look.T("pose.begin.from", "Or with an exercise there is")), b.search, b.from,
		heading(look.T("pose.begin.image", "Or with a picture of your own")), parts.NewFlow(look.S2, image))
	b.scroll = parts.NewScroll(parts.NewInset(look.S3, edge, look.S6, b.column))
	b.ExtendBaseWidget(b)
	return b
}

func heading(text string) fyne.CanvasObject {
	return parts.NewLabel(text, look.CardTitle, look.Ink, true)
}

// card is a picture with a name that begins something.
func (b *begin) card(e *exercise.Exercise, name, about string, tapped func()) fyne.CanvasObject {
	thumb := parts.NewThumb(e, parts.FaceSide(e), b.s.tones, fyne.NewSize(120, 84))
	b.thumbs = append(b.thumbs, thumb)
	rows := []fyne.CanvasObject{thumb, parts.NewLabel(name, look.Body, look.Ink, true)}
	if about != "" {
		rows = append(rows, parts.NewLabel(about, look.Small, look.Quiet, false))
	}
	return parts.NewTapCard(parts.NewColumn(look.S1+2, rows...), tapped)
}

// tiles sets cards of one size in as many columns as there is room for.
func tiles(cards []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	const gap = look.S3
	n := max(int((width+gap)/(look.Size(156)+gap)), 1)
	w := (width - gap*float32(n-1)) / float32(n)
	y, row := float32(0), float32(0)
	for i, c := range cards {
		if i%n == 0 && i > 0 {
			y, row = y+row+gap, 0
		}
		h := c.MinSize().Height
		row = max(row, h)
		if at != nil {
			at(c, fyne.NewPos(float32(i%n)*(w+gap), y), fyne.NewSize(w, h))
		}
	}
	return y + row
}

// baseName is a posture in words.
func baseName(base string) string {
	switch base {
	case "stand":
		return look.T("pose.base.stand", "Standing")
	case "sit":
		return look.T("pose.base.sit", "On a chair")
	case "long_sit":
		return look.T("pose.base.long-sit", "On the floor")
	case "kneel":
		return look.T("pose.base.kneel", "Kneeling")
	case "all_fours":
		return look.T("pose.base.all-fours", "On all fours")
	case "supine":
		return look.T("pose.base.supine", "On the back")
	case "prone":
		return look.T("pose.base.prone", "On the front")
	}
	return look.T("pose.base.side", "On the side")
}

// mostFound is how many exercises are offered at once.
const mostFound = 12

func (b *begin) found() []*exercise.Exercise {
	if b.s.lib == nil {
		return nil
	}
	list := exercise.Filter{Text: b.search.Text}.Of(b.s.lib.Catalogue.All())
	return list[:min(len(list), mostFound)]
}

// find offers the exercises that are searched for.
func (b *begin) find() {
	var cards []fyne.CanvasObject
	for _, e := range b.found() {
		if e.Kind == exercise.Activity && e.Figure == nil {
			continue
		}
		cards = append(cards, b.card(e, e.Name, look.KindLine(e), func() { b.s.Start(e.ID) }))
	}
	b.from.Set(cards...)
	b.column.Refresh()
	b.scroll.Relayout()
}

// set takes the library and the drafts there are.
func (b *begin) set() {
	for _, t := range b.thumbs {
		t.SetTones(b.s.tones)
	}
	b.kept.Objects = nil
	list, _ := b.s.store.Drafts()
	if len(list) > 0 {
		b.kept.Add(heading(look.T("pose.begin.kept", "Go on where you left off")))
	}
	for _, d := range list {
		b.kept.Add(b.keptCard(d))
	}
	b.find()
}

// keptCard is unsaved work.
func (b *begin) keptCard(d draft.Kept) fyne.CanvasObject {
	f, _ := exercise.ReadFile(d.ID, d.Text)
	thumb := parts.NewThumb(&exercise.Exercise{Kind: exercise.Kind(f.Kind), Figure: f.Figure, Picture: b.s.picturePath(f.Picture)}, plan.SideBoth, b.s.tones, fyne.NewSize(72, 54))
	words := parts.NewColumn(2, parts.NewLabel(draftName(d), look.Body, look.Ink, true),
		parts.NewLabel(look.T("pose.begin.unsaved", "Not saved yet"), look.Small, look.Quiet, false))
	drop := parts.NewButton(look.T("pose.begin.drop", "Throw away"), look.IconRemove, func() {
		b.s.keep.drop(d.ID)
		b.set()
	}).SetCompact(true).SetTight(true).SetRank(parts.Bare)
	return parts.NewRow(look.S2, 0, parts.NewTapCard(parts.NewRow(look.S3, 1, thumb, words), func() { b.s.resume(d) }), drop)
}

// Contents is what scrolls.
func (b *begin) Contents() []fyne.CanvasObject { return []fyne.CanvasObject{b.column} }

// CreateRenderer lays it out.
func (b *begin) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{Of: []fyne.CanvasObject{b.scroll}}
	r.Place = func(s fyne.Size) { parts.Put(b.scroll, 0, 0, s.Width, s.Height) }
	r.Least = func() fyne.Size { return fyne.NewSize(280, 120) }
	r.Renew = func() {
		r.Place(b.Size())
		b.scroll.Refresh()
	}
	return r
}
