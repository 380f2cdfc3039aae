package build

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/exercise"
)

// beginFrom is every routine there is, one of which is made one's own.
type beginFrom struct {
	widget.BaseWidget
	b     *begin
	stale bool // the routines have changed since it was last shown
	faces map[*routines.Routine]*exercise.Exercise
	texts map[*routines.Routine]string
	found []*routines.Routine

	back    *parts.Button
	title   *parts.Label
	about   *parts.Label
	search  *parts.Search
	nothing *parts.Label
	list    *list
	paper   *paper
	body    *fyne.Container
	scroll  *parts.Scroll
}

func newBeginFrom(b *begin) *beginFrom {
	f := &beginFrom{b: b, stale: true}
	f.back = backButton(b)
	f.title = parts.NewLabel(look.T("build.from.title", "Make one yours"), look.ScreenTitle, look.Ink, true)
	f.about = parts.NewParagraph(look.T("build.from.about", "A copy is made: the routine itself stays as it is."), look.Body, look.Quiet)
	f.search = parts.NewSearch(func(string) { f.fill(true) }, func() {
		if len(f.found) > 0 {
			b.deps.From(f.found[0].ID)
		}
	})
	f.search.OnDown = func() {
		if len(f.found) > 0 {
			b.focus(f.list)
		}
	}
	f.nothing = parts.NewParagraph("", look.Body, look.Quiet)
	f.list = newList(b.deps.Now, f.entry)
	f.list.direct = true
	f.list.chosen = func(int) {}
	f.list.taken = func(i int) { b.deps.From(f.found[i].ID) }
	f.list.above = func() { b.focus(f.search) }
	f.paper = newPaper(f.list)
	f.body = parts.NewColumn(look.S3, parts.NewPlaced(headed, f.about, f.search), f.nothing, f.paper)
	f.scroll = parts.NewScroll(parts.NewPlaced(b.home.inset, f.body))
	f.scroll.OnScrolled(func(float32) { f.look() })
	f.list.show = func(top, bottom float32) { revealIn(f.scroll, f.listTop(), top, bottom) }
	f.ExtendBaseWidget(f)
	return f
}

// backButton leads back to the first page.
func backButton(b *begin) *parts.Button {
	return parts.NewButton("", look.IconChevronLeft, func() { b.turn(b.home) }).SetCompact(true).SetRank(parts.Bare).
		SetName(look.T("build.back", "Back"))
}

// fill shows what is found by the search.
func (f *beginFrom) fill(changed bool) {
	lib := f.b.in.Library
	if lib == nil {
		return
	}
	if f.stale {
		f.stale = false
		f.faces, f.texts = parts.Faces(lib.Routines), map[*routines.Routine]string{}
		for _, r := range lib.Routines {
			f.texts[r] = strings.ToLower(strings.Join([]string{r.Name, r.ID, r.For, r.When, r.About}, "\n"))
		}
		f.search.SetPlaceHolder(look.T("library.search", "Search {{.Count}} routines", map[string]any{"Count": len(lib.Routines)}))
	} else if !changed {
		return
	}
	f.found = nil
	words := strings.Fields(strings.ToLower(f.search.Text))
	for _, r := range lib.Routines {
		if all(f.texts[r], words) {
			f.found = append(f.found, r)
		}
	}
	f.list.set(len(f.found), -1, f.b.in.Tones, nil)
	parts.Show(f.paper, len(f.found) > 0)
	f.nothing.SetText(look.T("library.nothing", "Nothing here goes by “{{.Text}}”.", map[string]any{"Text": f.search.Text}))
	parts.Show(f.nothing, len(f.found) == 0)
	f.body.Refresh()
	f.scroll.Relayout()
	if changed {
		f.scroll.ToTop()
	}
	f.look()
}

// entry is a routine as a row says it.
func (f *beginFrom) entry(i int) entry {
	r := f.found[i]
	out := entry{exercise: f.faces[r], name: r.Name, about: naturalOf(r, f.b.in.Pace)}
	if r.For != "" {
		out.about += " · " + r.For
	}
	if r.Source == exercise.Own {
		out.icon, out.role = look.IconEdit, look.AccentInk
	}
	return out
}

func (f *beginFrom) look() {
	top := f.scroll.Offset() - f.listTop()
	f.list.see(top, top+f.scroll.Size().Height)
}

func (f *beginFrom) listTop() float32 {
	return f.paper.Position().Y + paperPad + look.S1
}

// Contents lists what the page holds.
func (f *beginFrom) Contents() []fyne.CanvasObject { return []fyne.CanvasObject{f.back, f.scroll} }

// Hide lets what moves rest.
func (f *beginFrom) Hide() {
	f.list.still()
	f.BaseWidget.Hide()
}

// CreateRenderer lays the page out.
func (f *beginFrom) CreateRenderer() fyne.WidgetRenderer {
	return newTitled(f, f.back, f.title, f.scroll, f.look)
}
