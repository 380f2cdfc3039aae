package settings

import (
	"slices"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/settings"
)

// group is a card of settings that belong together.
func group(title string, rows ...fyne.CanvasObject) fyne.CanvasObject {
	all := append([]fyne.CanvasObject{parts.NewLabel(title, look.CardTitle+2, look.Ink, true)}, rows...)
	return parts.NewCard(parts.NewColumn(look.S5, all...))
}

// tightGroup is a group of many short settings.
func tightGroup(title string, rows ...fyne.CanvasObject) fyne.CanvasObject {
	return parts.NewCard(parts.NewColumn(look.S3, parts.NewLabel(title, look.CardTitle+2, look.Ink, true), parts.NewColumn(look.S2, rows...)))
}

// note is a quiet line.
func note(text string) fyne.CanvasObject { return parts.NewParagraph(text, look.Small, look.Quiet) }

// block is a setting: its name, a line about it and the control under both.
func block(name, about string, control fyne.CanvasObject) *fyne.Container {
	text := parts.NewColumn(2, parts.NewLabel(name, look.Body, look.Ink, true))
	if about != "" {
		text.Add(parts.NewParagraph(about, look.Small, look.Quiet))
	}
	return parts.NewColumn(look.S2, text, control)
}

// option is one of several: what the file says and what the screen says.
type option[T comparable] struct {
	value T
	label string
}

// choose is one of several as chips.
func choose[T comparable](s *Screen, options []option[T], field func(*settings.Settings) *T) fyne.CanvasObject {
	var chips []*parts.Chip
	var objects []fyne.CanvasObject
	for _, o := range options {
		c := parts.NewChip(o.label, false, nil)
		c.OnChanged = func(bool) {
			c.SetOn(true) // the chosen one stays chosen
			s.change(func(c *settings.Settings) { *field(c) = o.value })
		}
		chips, objects = append(chips, c), append(objects, c)
	}
	s.updates = append(s.updates, func(c settings.Settings) {
		for i, o := range options {
			chips[i].SetOn(*field(&c) == o.value)
		}
	})
	return parts.NewFlow(look.S2, objects...)
}

// toggle is a setting that is on or off.
func (s *Screen) toggle(name, about string, field func(*settings.Settings) *bool) fyne.CanvasObject {
	w := newSwitch(name, func(on bool) { s.change(func(c *settings.Settings) { *field(c) = on }) })
	s.updates = append(s.updates, func(c settings.Settings) { w.set(*field(&c)) })
	return beside(name, about, w)
}

// beside is a setting with its control to the right.
func beside(name, about string, control fyne.CanvasObject) *fyne.Container {
	// A name that stands alone needs no weight to be told from what follows it.
	text := parts.NewColumn(2, parts.NewParagraph(name, look.Body, look.Ink).SetBold(about != ""))
	if about != "" {
		text.Add(parts.NewParagraph(about, look.Small, look.Quiet))
	}
	return parts.NewRow(look.S4, 0, text, control)
}

// relayout gives everything the room it needs now.
func (s *Screen) relayout() {
	s.page.Refresh()
	s.scroll.Relayout()
}

// focus gives something the keyboard, even if it has only just come up.
func (s *Screen) focus(f fyne.Focusable) {
	c := fyne.CurrentApp().Driver().CanvasForObject(s.content)
	if c == nil {
		return
	}
	parts.Focus(c, f)
}

const columnGap = look.S4

// columnsIn is how many columns there is room for, and how wide each is.
func columnsIn(width float32) (n int, each float32) {
	if width >= look.Size(720) {
		return 2, (width - columnGap) / 2
	}
	return 1, min(width, look.Size(640))
}

// columns sets groups in two columns where there is room, each where the column is shorter, else one under the other.
func columns(groups []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	n, w := columnsIn(width)
	y := make([]float32, n)
	for _, g := range groups {
		if !g.Visible() {
			continue
		}
		col := 0
		if n == 2 && y[1] < y[0] {
			col = 1
		}
		h := parts.HeightFor(g, w)
		if at != nil {
			at(g, fyne.NewPos(float32(col)*(w+columnGap), y[col]), fyne.NewSize(w, h))
		}
		y[col] += h + columnGap
	}
	return max(slices.Max(y)-columnGap, 0)
}

// across lays one group over all columns.
func across(groups []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	n, w := columnsIn(width)
	w = w*float32(n) + columnGap*float32(n-1)
	h := parts.HeightFor(groups[0], w)
	if at != nil {
		at(groups[0], fyne.Position{}, fyne.NewSize(w, h))
	}
	return h
}
