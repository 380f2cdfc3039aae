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

// block is a setting: its name, a line about it and the control under both.
func block(name, about string, control fyne.CanvasObject) *fyne.Container {
	text := parts.NewColumn(2, parts.NewLabel(name, look.Body, look.Ink, true))
	if about != "" {
		text.Add(parts.NewParagraph(about, look.Small, look.Quiet))
	}
	return parts.NewColumn(look.S2, text, control)
}

// option is one of several: what the file says and what the screen says.
type option struct{ value, label string }

// choose is one of several words as chips.
func choose(s *Screen, options []option, field func(*settings.Settings) *string) fyne.CanvasObject {
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
	return parts.NewRow(look.S4, 0,
		parts.NewColumn(2, parts.NewLabel(name, look.Body, look.Ink, true), parts.NewParagraph(about, look.Small, look.Quiet)), w)
}

// columns sets groups in two columns where there is room, each where the column is shorter, else one under the other.
func columns(groups []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	const gap = look.S4
	n, w := 1, min(width, look.Size(640))
	if width >= look.Size(720) {
		n, w = 2, (width-gap)/2
	}
	y := make([]float32, n)
	for _, g := range groups {
		col := 0
		if n == 2 && y[1] < y[0] {
			col = 1
		}
		h := parts.HeightFor(g, w)
		if at != nil {
			at(g, fyne.NewPos(float32(col)*(w+gap), y[col]), fyne.NewSize(w, h))
		}
		y[col] += h + gap
	}
	return max(slices.Max(y)-gap, 0)
}
