package build

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
)

// section is the head of a phase: its kind as a coloured sign and a word, its name, its length and what can be done with
// it. A press chooses it, another one soon after lets its name be written.
type section struct {
	widget.BaseWidget
	column  *column
	view    rowView
	entry   *line // while it is renamed
	menu    *parts.Button
	hovered bool
}

var (
	_ fyne.Tappable          = (*section)(nil)
	_ fyne.SecondaryTappable = (*section)(nil)
	_ desktop.Hoverable      = (*section)(nil)
)

func newSection(c *column, v rowView) *section {
	w := &section{column: c, view: v}
	w.menu = parts.NewButton("", look.IconMore, func() {
		c.pick.only(c, w.view.key)
		c.s.menuOf(w.menu, c.s.phaseItems(w.view.key))
	}).SetCompact(true).SetTight(true).SetRank(parts.Bare).SetName(look.T("build.phase-menu", "What can be done with this phase"))
	w.ExtendBaseWidget(w)
	return w
}

func (w *section) set(v rowView) {
	w.view = v
	w.Refresh()
}

// rename lets the name be written in place.
func (w *section) rename() {
	c := w.column
	w.entry = newLine(look.T("build.phase-name", "Name of the phase"), w.view.name, 40, func(text string, ok bool) {
		if w.entry == nil {
			return
		}
		mine := !w.entry.left && c.s.focused() == fyne.Focusable(w.entry)
		w.entry = nil
		w.Refresh()
		if ok {
			c.s.renamePhase(w.view.key, text)
		}
		if mine {
			c.s.focus(c)
		}
	})
	w.Refresh()
	c.s.focus(w.entry)
	w.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// Tapped chooses the phase; once more, soon after, renames it.
func (w *section) Tapped(*fyne.PointEvent) {
	if w.column.tap(w.view.key, false) {
		w.rename()
	}
}

// TappedSecondary shows what can be done with the phase.
func (w *section) TappedSecondary(e *fyne.PointEvent) {
	w.column.pick.only(w.column, w.view.key)
	w.column.s.menuAt(e.AbsolutePosition, w.column.s.phaseItems(w.view.key))
}

// MouseIn darkens the head.
func (w *section) MouseIn(*desktop.MouseEvent) { w.hovered = true; w.Refresh() }

// MouseMoved does nothing.
func (w *section) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes that back.
func (w *section) MouseOut() { w.hovered = false; w.Refresh() }

// AccessibilityLabel is what a screen reader says.
func (w *section) AccessibilityLabel() string { return w.view.spoken() }

// AccessibilityRole says that it can be pressed.
func (w *section) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Contents are the widgets in the head.
func (w *section) Contents() []fyne.CanvasObject {
	out := []fyne.CanvasObject{w.menu}
	if w.entry != nil {
		out = append(out, w.entry)
	}
	return out
}

// sectionTitle is how the head of a phase reads: "Dynamic · Wake the spine".
func sectionTitle(v rowView) string {
	name := kindName(v.what)
	if v.name == "" {
		return name
	}
	return name + between + v.name
}

const between = " · "

// titleRoom is the room for the words of a head beside its sign, its length and its menu.
func titleRoom(v rowView, width float32) (from, room float32) {
	from = look.Size(22) + look.S2
	length := fyne.MeasureText(v.length, look.Size(look.Body), bold).Width
	return from, width - from - length - look.Target - look.S3
}

func sectionLines(v rowView, width float32) []string {
	_, room := titleRoom(v, width)
	return wrapped(sectionTitle(v), look.Size(look.Body), bold, room, 3)
}

func sectionProblem(v rowView, width float32) []string {
	if v.problems == "" {
		return nil
	}
	from, _ := titleRoom(v, width)
	return parts.Wrap(v.problems, look.Size(look.Small), fyne.TextStyle{}, width-from)
}

func sectionHeight(v rowView, width float32) float32 {
	words := float32(len(sectionLines(v, width))) * lineHeight(look.Body, bold)
	return max(words, look.Target-2) + float32(len(sectionProblem(v, width)))*lineHeight(look.Small, fyne.TextStyle{})
}

// kindName is a kind in words, as it is written where it is none.
func kindName(k exercise.Kind) string {
	for _, known := range exercise.Kinds {
		if k == known {
			return look.Kind(k).Name
		}
	}
	return string(k)
}

// CreateRenderer draws the head.
func (w *section) CreateRenderer() fyne.WidgetRenderer {
	over, sign, ring := canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	icon, length := canvas.NewImageFromResource(nil), canvas.NewText("", nil)
	icon.FillMode = canvas.ImageFillContain
	over.CornerRadius, sign.CornerRadius, ring.CornerRadius, ring.StrokeWidth = 10, 7, 12, 2
	var words []*canvas.Text
	r := &parts.Drawing{}
	r.Least = func() fyne.Size { return fyne.NewSize(240, look.Target) }
	r.Place = func(s fyne.Size) {
		v := w.view
		edge := look.Size(22)
		from, room := titleRoom(v, s.Width)
		lines, problem := sectionLines(v, s.Width), sectionProblem(v, s.Width)
		line, small := lineHeight(look.Body, bold), lineHeight(look.Small, fyne.TextStyle{})
		high := s.Height - float32(len(problem))*small
		parts.Put(over, -rim+2, 0, s.Width+rim+2, s.Height)
		parts.Put(ring, -rim+2, 0, s.Width+rim+2, s.Height)
		parts.Put(sign, 0, (high-edge)/2, edge, edge)
		in := edge * 0.2
		parts.Put(icon, in, (high-edge)/2+in, edge-2*in, edge-2*in)
		y := (high - float32(len(lines))*line) / 2
		n := 0
		write := func(text string, x, size, tall float32, style fyne.TextStyle, role look.Role) {
			if n == len(words) {
				words = append(words, canvas.NewText("", nil))
			}
			t := words[n]
			t.Text, t.TextSize, t.TextStyle, t.Color = text, look.Size(size), style, look.Color(role)
			parts.Put(t, x, y, s.Width-x, tall)
			n, y = n+1, y+tall
		}
		if w.entry == nil {
			for _, l := range lines {
				write(l, from, look.Body, line, bold, look.Ink)
			}
		}
		y = high
		for _, l := range problem {
			write(l, from, look.Small, small, fyne.TextStyle{}, look.DangerInk)
		}
		words = words[:n]
		length.Text, length.TextSize, length.TextStyle, length.Color = v.length, look.Size(look.Body), bold, look.Color(look.Ink)
		m := length.MinSize()
		parts.Put(length, s.Width-m.Width-look.Target-look.S1, (high-m.Height)/2, m.Width, m.Height)
		parts.Put(w.menu, s.Width-look.Target, (high-look.Target)/2, look.Target, look.Target)
		if w.entry != nil {
			h := w.entry.MinSize().Height
			parts.Put(w.entry, from-look.S2, (high-h)/2, room+look.S2, h)
		}
		r.Of = append(r.Of[:0], over, sign, icon, length)
		for _, t := range words {
			r.Of = append(r.Of, t)
		}
		r.Of = append(r.Of, w.Contents()...)
		r.Of = append(r.Of, ring)
	}
	r.Renew = func() {
		c := w.column
		v := w.view
		chosen := c.pick.at == v.key
		over.FillColor = nil
		if w.hovered || chosen {
			over.FillColor = look.Color(look.Hover)
		}
		sign.FillColor = look.Kind(v.what).Deep
		icon.Resource = look.KindIcon(v.what, look.OnAccent)
		ring.StrokeColor = look.Color(look.Focus)
		parts.Show(ring, c.ringed(v.key))
		if s := w.Size(); !s.IsZero() {
			r.Place(s)
		}
		canvas.Refresh(w)
	}
	r.Renew()
	return r
}

// empty is where the first, or the next, exercise of a phase can be dropped.
type empty struct {
	widget.BaseWidget
	text string
	hot  bool
	says string // instead of the text, while it is hot; "" says the text
}

func newEmpty() *empty {
	e := &empty{}
	e.ExtendBaseWidget(e)
	return e
}

func (e *empty) set(text string) {
	if e.text != text {
		e.text = text
		e.Refresh()
	}
}

// setHot shows that what is dragged would go here; text says what would come of it, or "".
func (e *empty) setHot(on bool, text string) {
	if e.hot != on || e.says != text {
		e.hot, e.says = on, text
		e.Refresh()
	}
}

func emptyHeight() float32 { return look.Size(50) }

// CreateRenderer draws the place with a broken outline.
func (e *empty) CreateRenderer() fyne.WidgetRenderer {
	frame := newDashes()
	text := canvas.NewText("", nil)
	text.Alignment = fyne.TextAlignCenter
	r := &parts.Drawing{Of: []fyne.CanvasObject{frame.Raster, text}}
	r.Least = func() fyne.Size { return fyne.NewSize(160, emptyHeight()) }
	r.Place = func(s fyne.Size) {
		parts.Put(frame, 0, 0, s.Width, s.Height)
		h := text.MinSize().Height
		text.Text = parts.Shorten(cmp.Or(e.says, e.text), look.Size(look.Body), fyne.TextStyle{}, s.Width-2*look.S3)
		parts.Put(text, 0, (s.Height-h)/2, s.Width, h)
	}
	r.Renew = func() {
		role, ink := look.Disabled, look.Quiet
		if e.hot {
			role, ink = look.AccentInk, look.AccentInk
		}
		frame.set(look.Color(role), e.hot)
		text.TextSize, text.Color = look.Size(look.Body), look.Color(ink)
		if s := e.Size(); !s.IsZero() {
			r.Place(s)
		}
		canvas.Refresh(e)
	}
	r.Renew()
	return r
}
