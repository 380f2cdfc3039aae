package build

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
)

// header is the routine's name, which is written in place, the state of its file, and what can be done with the whole.
// Where there is not room for all of it, sharing and printing go into a menu and the file's line below the name.
type header struct {
	widget.BaseWidget
	s *Screen

	back, undo, redo   *parts.Button
	share, print, more *parts.Button
	save, try, tries   *parts.Button
	name               *title
	file               *parts.Label
	problem            *parts.Label
	entry              *line
	large              *container.ThemeOverride // holds the entry
}

func newHeader(s *Screen) *header {
	h := &header{s: s}
	h.back = parts.NewButton("", look.IconChevronLeft, func() { s.Back() }).SetCompact(true).SetTight(true).SetRank(parts.Bare).
		SetName(look.T("build.all", "All that can be built"))
	h.undo = parts.NewButton("", look.IconUndo, s.undo).SetTight(true).SetName(look.T("build.undo", "Undo"))
	h.redo = parts.NewButton("", look.IconRedo, s.redo).SetTight(true).SetName(look.T("build.redo", "Redo"))
	h.share = parts.NewButton(look.T("build.share", "Share…"), "", s.share)
	h.print = parts.NewButton(look.T("build.print", "Print…"), "", s.print)
	h.more = parts.NewButton("", look.IconMore, func() { s.menuOf(h.more, s.handItems()) }).SetTight(true).
		SetName(look.T("build.more", "Share or print"))
	h.save = parts.NewButton(look.T("build.save", "Save"), "", func() { s.commitTyping(); s.save() })
	h.try = parts.NewButton(look.T("build.try", "Try it"), look.IconPlay, s.tryAll).SetRank(parts.Primary)
	h.tries = parts.NewButton("", look.IconChevronDown, func() { s.menuOf(h.tries, s.tryItems()) }).SetTight(true).
		SetName(look.T("build.tries", "Other ways to try it"))
	h.name = newTitle(h.rename)
	h.file = parts.NewLabel("", look.Small+1, look.Quiet, false)
	h.problem = parts.NewParagraph("", look.Small, look.DangerInk)
	h.problem.Hide()
	h.ExtendBaseWidget(h)
	return h
}

// share gives the routine to the sheet it is sent from, as it is on the screen. One that has no file has no name to travel
// under either.
func (s *Screen) share() {
	s.commitTyping()
	if s.work.id() == "" {
		s.deps.Say(look.T("build.share.unsaved", "Save it first. Then it can be shared."))
		return
	}
	if r := s.whole(); r != nil {
		s.deps.Share(r, s.work.ed.Now().Text)
	}
}

// print gives the routine to the sheet it is printed from, as it is on the screen.
func (s *Screen) print() {
	s.commitTyping()
	if r := s.whole(); r != nil {
		s.deps.Print(r)
	}
}

// whole is the routine as it is on the screen, or nil where it is not one yet, which is said.
func (s *Screen) whole() *routines.Routine {
	d := s.work.ed.Now()
	switch {
	case d.Routine != nil:
	case len(d.Content.Phases) == 0 && !d.Damaged:
		s.deps.Say(look.T("build.hand.empty", "There is nothing in it yet. Put an exercise into it first."))
	default:
		s.deps.Say(look.T("build.hand.problems", "It can be shared and printed once what is marked in the routine is put right."))
	}
	return d.Routine
}

func (s *Screen) handItems() []*fyne.MenuItem {
	var out []*fyne.MenuItem
	if s.deps.Share != nil {
		out = append(out, item(look.T("build.share", "Share…"), look.IconShare, s.share))
	}
	if s.deps.Print != nil {
		out = append(out, item(look.T("build.print", "Print…"), look.IconPrint, s.print))
	}
	return out
}

// tryItems are the ways to try the routine.
func (s *Screen) tryItems() []*fyne.MenuItem {
	col := s.frame.column
	whole := look.T("build.try.whole", "The whole routine")
	if s.work.length > 0 {
		whole = look.T("build.try.whole-in", "The whole routine in {{.Length}}", map[string]any{"Length": look.Span(s.work.length)})
	}
	at := col.view(col.pick.at)
	from := item(look.T("build.try.from", "From here"), look.IconNext, func() { s.tryFrom(at.key) })
	if at.key != 0 {
		from.Label = look.T("build.try.from-name", "From {{.Name}} on", map[string]any{"Name": at.name})
	}
	from.Disabled = at.key == 0
	step := item(look.T("build.try.only", "Only the chosen step"), look.IconFigure, s.tryStep)
	if at.kind == cardRow && at.key != 0 {
		step.Label = look.T("build.try.only-name", "Only {{.Name}}", map[string]any{"Name": at.name})
	} else {
		step.Disabled = true
	}
	return []*fyne.MenuItem{item(whole, look.IconPlay, s.tryAll), from, step}
}

// update shows the name and the state of the file.
func (h *header) update() {
	w := h.s.work
	if w == nil {
		return
	}
	d := w.ed.Now()
	h.name.set(d.Content.Name)
	h.file.SetText(h.state())
	enable := func(b *parts.Button, on bool) {
		if on {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	_, can := w.ed.CanUndo()
	enable(h.undo, can)
	_, can = w.ed.CanRedo()
	enable(h.redo, can)
	enable(h.save, !d.Damaged && (w.ed.Dirty() || w.id() == ""))
	enable(h.try, d.Routine != nil)
	enable(h.tries, d.Routine != nil)
	whole := problemsOf(d)[0]
	if d.Damaged {
		whole = ""
	}
	h.problem.SetText(whole)
	parts.Show(h.problem, whole != "" && len(d.Content.Phases) > 0)
	h.Refresh()
}

// state is what there is to know about the file.
func (h *header) state() string {
	w := h.s.work
	kept := look.T("build.state.kept", "kept as a draft")
	if w.id() == "" || w.ed.Saved() == nil {
		state := look.T("build.state.new", "not saved yet")
		if w.isKept {
			state += between + kept
		}
		return state
	}
	state := look.T("build.state.saved", "saved")
	switch {
	case w.ed.Dirty() && w.isKept:
		state = kept
	case w.ed.Dirty():
		state = look.T("build.state.changed", "changed")
	}
	return w.id() + ".toml" + between + state
}

// rename lets the name be written in place.
func (h *header) rename() {
	if h.entry != nil || h.s.work == nil {
		return
	}
	h.entry = newLine(look.T("build.routine-name", "Name of the routine"), h.s.work.ed.Now().Content.Name, routines.MostName, func(text string, ok bool) {
		mine := !h.entry.left && h.s.focused() == fyne.Focusable(h.entry)
		h.entry = nil
		h.large = nil
		if ok && text != "" {
			h.s.setName(text)
		}
		h.Refresh()
		switch {
		case !mine:
		case ok && len(h.s.work.ed.Now().Content.Phases) == 0:
			h.s.FocusSearch() // what comes next is the first exercise
		default:
			h.s.focus(h.s.frame.column)
		}
	})
	h.entry.TextStyle = bold
	h.large = container.NewThemeOverride(h.entry, &titleTheme{fyne.CurrentApp().Settings().Theme()})
	h.Refresh()
	h.s.focus(h.entry)
	h.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// buttons are those on the right, with as many as there is room for.
func (h *header) buttons(width float32) (list []*parts.Button, wide float32) {
	sum := func(list []*parts.Button) (w float32) {
		for i, b := range list {
			if i > 0 {
				w += look.S2
			}
			w += b.MinSize().Width
		}
		return w
	}
	list = []*parts.Button{h.undo, h.redo}
	if h.s.deps.Share != nil {
		list = append(list, h.share)
	}
	if h.s.deps.Print != nil {
		list = append(list, h.print)
	}
	list = append(list, h.save, h.try, h.tries)
	if sum(list) > width*0.56 && (h.s.deps.Share != nil || h.s.deps.Print != nil) {
		list = []*parts.Button{h.undo, h.redo, h.more, h.save, h.try, h.tries}
	}
	return list, sum(list)
}

// measure lays the header out at a width; put may be nil.
func (h *header) measure(width float32, put func(o fyne.CanvasObject, x, y, w, high float32)) float32 {
	if put == nil {
		put = func(fyne.CanvasObject, float32, float32, float32, float32) {}
	}
	list, wide := h.buttons(width)
	high := h.try.MinSize().Height
	backWide := h.back.MinSize().Width
	name := h.name.MinSize()
	left := backWide + look.S1
	room := width - wide - left - look.S4
	below := room < min(name.Width, width*0.45) // the buttons take a row of their own
	if below {
		room = width - left
	}
	fileWide := h.file.OneLine()
	fileHigh := h.file.MinSize().Height
	nameWide := min(name.Width, room)
	if h.entry != nil {
		nameWide = max(min(room, look.Size(300)), nameWide)
	}
	rowHigh := max(high, name.Height)
	beside := name.Width+look.S3+fileWide <= room
	words := name.Height
	if !beside {
		words += fileHigh
		rowHigh = max(rowHigh, words)
	}
	y := (rowHigh - words) / 2
	put(h.back, 0, y+(name.Height-h.back.MinSize().Height)/2, backWide, h.back.MinSize().Height)
	put(h.name, left, y, nameWide, name.Height)
	if h.large != nil {
		e := h.large.MinSize()
		put(h.large, left-look.S2, (rowHigh-e.Height)/2, nameWide+look.S2, e.Height) // in the place of both
	}
	if beside {
		put(h.file, left+nameWide+look.S3, y+name.Height-fileHigh-5, fileWide+1, fileHigh)
	} else {
		put(h.file, left+look.S1, y+name.Height, room-look.S1, fileHigh)
	}
	x, by := width-wide, (rowHigh-high)/2
	if below {
		x, by = left, rowHigh+look.S2
		if x+wide > width {
			x = 0
		}
		rowHigh = by + high
	}
	for _, b := range list {
		m := b.MinSize()
		put(b, x, by, m.Width, high)
		x += m.Width + look.S2
	}
	if h.problem.Visible() {
		ph := h.problem.HeightFor(width - left)
		put(h.problem, left, rowHigh+look.S1, width-left, ph)
		rowHigh += look.S1 + ph
	}
	return rowHigh
}

// HeightFor is the height the header needs at a width.
func (h *header) HeightFor(width float32) float32 { return h.measure(width, nil) }

// Contents lists what is shown, in the order of the Tab key.
func (h *header) Contents() []fyne.CanvasObject {
	out := []fyne.CanvasObject{h.back}
	if h.large != nil {
		out = append(out, h.large)
	} else {
		out = append(out, h.name)
	}
	if h.large == nil {
		out = append(out, h.file)
	}
	list, _ := h.buttons(max(h.Size().Width, 1))
	for _, b := range list {
		out = append(out, b)
	}
	return append(out, h.problem)
}

// CreateRenderer lays the header out.
func (h *header) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{Of: h.Contents()}
	r.Place = func(s fyne.Size) {
		h.measure(s.Width, parts.Put)
		r.Of = h.Contents()
	}
	r.Least = func() fyne.Size { return fyne.NewSize(240, h.HeightFor(max(h.Size().Width, 240))) }
	r.Renew = func() {
		if s := h.Size(); !s.IsZero() {
			r.Place(s)
		}
		for _, o := range r.Of {
			o.Refresh()
		}
		canvas.Refresh(h)
	}
	return r
}
