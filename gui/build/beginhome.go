package build

import (
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/exercise"
)

// beginHome is the first page: what was left unfinished, three ways to begin, and one's own routines.
type beginHome struct {
	widget.BaseWidget
	b     *begin
	own   []ownRoutine // by name
	found []ownRoutine

	title   *parts.Label
	kept    *fyne.Container
	ways    *parts.Placed
	yours   *fyne.Container // heading and search
	search  *parts.Search
	nothing *parts.Label
	list    *list
	paper   *paper // behind the list
	body    *fyne.Container
	scroll  *parts.Scroll
	sure    int // the kept draft that is asked about before it is thrown away, -1 for none
}

// ownRoutine is a routine of one's own, or a file that should be one.
type ownRoutine struct {
	id, name string
	routine  *routines.Routine // nil where the file has mistakes
	mistakes int
	face     *exercise.Exercise
	text     string // it can be found by, in small letters
}

func newBeginHome(b *begin) *beginHome {
	h := &beginHome{b: b, sure: -1}
	h.title = parts.NewLabel(look.T("build.begin.title", "Build a routine"), look.ScreenTitle, look.Ink, true)
	h.kept = parts.NewColumn(look.S2)
	h.ways = parts.NewPlaced(sideBySide,
		way(look.IconPlus, look.T("build.begin.empty", "Empty"), look.T("build.begin.empty-about", "Put it together step by step."), func() { b.deps.Empty() }),
		way(look.IconRoutines, look.T("build.begin.from", "From a routine"), look.T("build.begin.from-about", "Take one that is there and make it yours."), func() { b.turn(b.from); b.FocusSearch() }),
		way(look.IconInfo, look.T("build.begin.ask", "From four questions"), look.T("build.begin.ask-about", "Say what you need and get a sound draft."), func() { b.turn(b.ask); b.ask.start() }))
	h.search = parts.NewSearch(func(string) { h.fill(true) }, func() {
		if len(h.found) > 0 {
			b.deps.Open(h.found[0].id)
		}
	})
	h.nothing = parts.NewParagraph("", look.Body, look.Quiet)
	h.list = newList(b.deps.Now, h.entry)
	h.list.direct = true
	h.list.chosen = func(int) {}
	h.list.taken = func(i int) { b.deps.Open(h.found[i].id) }
	h.search.OnDown = func() {
		if len(h.found) > 0 {
			b.focus(h.list)
		}
	}
	h.yours = parts.NewColumn(look.S2, parts.NewPlaced(headed, heading(look.T("build.begin.yours", "Your routines")), h.search), h.nothing)
	h.paper = newPaper(h.list)
	h.body = parts.NewColumn(look.S6, h.kept,
		parts.NewColumn(look.S2, heading(look.T("build.begin.new", "Start a new one")), h.ways),
		parts.NewColumn(look.S2, h.yours, h.paper))
	h.scroll = parts.NewScroll(parts.NewPlaced(h.inset, h.body))
	h.scroll.OnScrolled(func(float32) { h.look() })
	h.list.show = func(top, bottom float32) { revealIn(h.scroll, h.listTop(), top, bottom) }
	h.list.above = func() {
		if h.search.Visible() {
			b.focus(h.search)
		}
	}
	h.ExtendBaseWidget(h)
	return h
}

// inset keeps the page's sides free.
func (h *beginHome) inset(o []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	side := pageSide(width, mostPage)
	high := parts.HeightFor(o[0], width-2*side)
	if at != nil {
		at(o[0], fyne.NewPos(side, look.S1), fyne.NewSize(width-2*side, high))
	}
	return high + look.S1 + look.S6
}

// set takes what there is; fresh says that the library or how it is shown is another.
func (h *beginHome) set(fresh bool) {
	if fresh {
		h.own = ownRoutines(h.b.in.Library)
	}
	h.sure = -1
	h.showKept()
	h.search.SetPlaceHolder(look.T("build.begin.search", "Search {{.Count}} of yours", map[string]any{"Count": len(h.own)}))
	parts.Show(h.search, len(h.own) > fewOwn)
	h.fill(false)
}

// fewOwn are so few that nobody needs to search them.
const fewOwn = 6

// ownRoutines lists a person's own routines and the files that should be some, by name.
func ownRoutines(lib *routines.Library) []ownRoutine {
	var own []*routines.Routine
	for _, r := range lib.Routines {
		if r.Source == exercise.Own {
			own = append(own, r)
		}
	}
	faces := parts.Faces(own)
	var out []ownRoutine
	for _, r := range own {
		out = append(out, ownRoutine{id: r.ID, name: r.Name, routine: r, face: faces[r],
			text: strings.ToLower(r.Name + "\n" + r.ID + "\n" + r.For + "\n" + r.About)})
	}
	for _, f := range lib.Broken {
		if filepath.Base(filepath.Dir(f.Path)) == "routines" {
			out = append(out, ownRoutine{id: f.ID, name: f.ID, mistakes: len(f.Problems), text: strings.ToLower(f.ID)})
		}
	}
	slices.SortStableFunc(out, func(a, b ownRoutine) int { return strings.Compare(strings.ToLower(a.name), strings.ToLower(b.name)) })
	return out
}

// fill shows what is found by the search.
func (h *beginHome) fill(changed bool) {
	h.found = nil
	words := strings.Fields(strings.ToLower(h.search.Text))
	for _, o := range h.own {
		if all(o.text, words) {
			h.found = append(h.found, o)
		}
	}
	h.list.set(len(h.found), -1, h.b.in.Tones, nil)
	parts.Show(h.yours, len(h.own) > 0)
	parts.Show(h.paper, len(h.found) > 0)
	h.nothing.SetText(look.T("library.nothing", "Nothing here goes by “{{.Text}}”.", map[string]any{"Text": h.search.Text}))
	parts.Show(h.nothing, len(h.found) == 0 && len(h.own) > 0)
	at := h.scroll.Offset()
	h.relayout()
	if changed {
		h.scroll.ScrollTo(at)
	}
	h.look()
}

// all reports whether a text holds all words.
func all(text string, words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
}

// entry is a routine as a row says it.
func (h *beginHome) entry(i int) entry {
	o := h.found[i]
	if o.routine == nil {
		return entry{name: o.name, icon: look.IconWarning, role: look.DangerInk,
			about: look.T("build.begin.mistakes", "{{.Count}} mistakes in {{.File}}", map[string]any{"Count": o.mistakes, "File": o.id + ".toml"})}
	}
	return entry{exercise: o.face, name: o.name, about: naturalOf(o.routine, h.b.in.Pace) + " · " + o.id + ".toml"}
}

// showKept shows what was left unfinished.
func (h *beginHome) showKept() {
	h.kept.Objects = nil
	parts.Show(h.kept, len(h.b.in.Kept) > 0)
	if len(h.b.in.Kept) == 0 {
		return
	}
	h.kept.Add(heading(look.T("build.begin.kept", "Pick up where you left off")))
	for i, k := range h.b.in.Kept {
		h.kept.Add(h.keptCard(i, k))
	}
}

func (h *beginHome) keptCard(i int, k kept) fyne.CanvasObject {
	name := k.Draft.Content.Name
	if name == "" {
		name = look.T("build.begin.unnamed", "A routine without a name")
	}
	text := parts.NewColumn(2, parts.NewParagraph(name, look.CardTitle, look.Ink).SetBold(true), parts.NewParagraph(keptAbout(k, h.b.deps.Now()), look.Small, look.Quiet))
	if h.sure == i {
		question := look.T("build.begin.sure", "Throw this draft away? It was never saved.")
		if k.ID != "" {
			question = look.T("build.begin.sure-changes", "Throw these changes away? The file stays as it was saved.")
		}
		sure := parts.NewColumn(look.S3, text, parts.NewParagraph(question, look.Body, look.Ink),
			parts.NewFlow(look.S2,
				parts.NewButton(look.T("build.begin.throw", "Throw it away"), "", func() { h.sure = -1; h.b.deps.Drop(i) }).SetCompact(true).SetRank(parts.Danger),
				parts.NewButton(look.T("build.begin.keep", "Keep it"), "", func() { h.ask(-1) }).SetCompact(true)))
		return parts.NewCard(sure).SetRole(look.AccentWash).SetPadding(look.S4)
	}
	buttons := parts.NewFlow(look.S2, parts.NewButton(look.T("build.begin.resume", "Go on"), look.IconChevronRight, func() { h.b.deps.Resume(i) }).SetCompact(true).SetRank(parts.Warm).
		SetName(look.T("build.begin.resume-what", "Go on with {{.Name}}", map[string]any{"Name": name})))
	if h.b.deps.Drop != nil {
		buttons.Set(append(buttons.Contents(), parts.NewButton(look.T("build.begin.drop", "Throw away"), "", func() { h.ask(i) }).SetCompact(true).SetRank(parts.Bare).
			SetName(look.T("build.begin.drop-what", "Throw {{.Name}} away", map[string]any{"Name": name})))...)
	}
	return parts.NewCard(parts.NewPlaced(headed, text, buttons)).SetRole(look.AccentWash).SetPadding(look.S4)
}

// ask asks before a draft is thrown away, or asks no more.
func (h *beginHome) ask(i int) {
	h.sure = i
	h.showKept()
	h.relayout()
	h.look()
}

// keptAbout says how much there is of a draft, and since when.
func keptAbout(k kept, now time.Time) string {
	out := []string{look.T("build.n-steps", "{{.Count}} steps", map[string]any{"Count": steps(k.Draft.Content)}), ago(now.Sub(k.Time))}
	if k.ID != "" {
		out = append(out, k.ID+".toml")
	}
	return strings.Join(out, " · ")
}

func (h *beginHome) relayout() {
	h.body.Refresh()
	h.scroll.Relayout()
}

// look tells the list what is seen of it.
func (h *beginHome) look() {
	top := h.scroll.Offset() - h.listTop()
	h.list.see(top, top+h.scroll.Size().Height)
}

// listTop is how far down in the scroll the list begins.
func (h *beginHome) listTop() float32 {
	d := fyne.CurrentApp().Driver()
	return d.AbsolutePositionForObject(h.list).Y - d.AbsolutePositionForObject(h.body).Y + look.S1
}

// Contents lists what the page holds.
func (h *beginHome) Contents() []fyne.CanvasObject { return []fyne.CanvasObject{h.scroll} }

// Hide lets what moves rest.
func (h *beginHome) Hide() {
	h.list.still()
	h.BaseWidget.Hide()
}

// CreateRenderer lays the page out.
func (h *beginHome) CreateRenderer() fyne.WidgetRenderer {
	return newTitled(h, nil, h.title, h.scroll, h.look)
}

// way is a way to begin: an icon, a word and a line.
func way(icon look.IconName, name, about string, do func()) fyne.CanvasObject {
	picture := canvas.NewImageFromResource(look.IconIn(icon, look.AccentInk))
	picture.FillMode = canvas.ImageFillContain
	picture.SetMinSize(fyne.NewSquareSize(look.Size(24)))
	return parts.NewTapCard(parts.NewColumn(look.S2, parts.NewRow(look.S2, 1, picture, parts.NewParagraph(name, look.CardTitle, look.Ink).SetBold(true)),
		parts.NewParagraph(about, look.Small, look.Quiet)), do)
}
