package build

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/draft"
)

// more is what an open card shows below the rest: what happens to the step when time is short, its note, and what can be
// done with it.
type more struct {
	widget.BaseWidget
	column *column
	key    draft.Key
	keep   [3]*parts.Chip
	note   *line
	all    *fyne.Container
	inputs []fyne.Focusable
}

func newMore(c *column, v rowView) *more {
	m := &more{column: c, key: v.key}
	names := [3]string{
		look.T("build.keep", "Keep"),
		look.T("build.may-drop", "May be dropped"),
		look.T("build.drop-first", "Dropped first"),
	}
	var chips []fyne.CanvasObject
	for i, name := range names {
		chip := parts.NewChip(name, false, nil).SetSmall(true)
		chip.OnChanged = func(bool) {
			chip.SetOn(true) // the chosen one stays chosen
			c.s.setPriority(m.keys(), i+1)
		}
		m.keep[i] = chip
		chips = append(chips, chip)
		m.inputs = append(m.inputs, chip)
	}
	m.note = newLine(look.T("build.note", "Note"), v.data.Note, routines.MostLine, func(text string, ok bool) {
		if ok {
			c.s.setNote(m.key, text)
			return
		}
		m.note.SetText(c.view(m.key).data.Note)
		c.s.focus(c)
	})
	m.note.keep = true
	m.note.SetPlaceHolder(look.T("build.note-hint", "A note for this step, shown while it is played"))
	buttons := []*parts.Button{
		parts.NewButton(look.T("build.swap", "Swap"), look.IconAgain, nil),
		parts.NewButton(look.T("build.duplicate", "Duplicate"), look.IconCopy, func() { c.s.duplicate(m.keys()) }),
		parts.NewButton(look.T("build.try-step", "Try this step"), look.IconPlay, c.s.tryStep),
		parts.NewButton(look.T("build.delete", "Delete"), look.IconRemove, func() { c.s.deleteChosen() }),
	}
	swap := buttons[0]
	swap.OnTapped = func() { c.s.menuOf(swap, c.s.swapItems(m.key)) }
	row := make([]fyne.CanvasObject, len(buttons))
	m.inputs = append(m.inputs, m.note)
	for i, b := range buttons {
		b.SetCompact(true).SetTight(true)
		row[i] = b
		m.inputs = append(m.inputs, b)
	}
	priority := parts.NewColumn(look.S1,
		parts.NewLabel(look.T("build.short", "When time is short"), look.Small, look.Quiet, false),
		parts.NewFlow(look.S2-2, chips...))
	m.all = parts.NewColumn(look.S3, priority, m.note, parts.NewFlow(look.S2, row...))
	m.ExtendBaseWidget(m)
	m.set(v)
	return m
}

func (m *more) keys() []draft.Key { return []draft.Key{m.key} }

// set takes what the step says now. What is being written is left alone.
func (m *more) set(v rowView) {
	for i, chip := range m.keep {
		chip.SetOn(max(v.data.Priority, 1) == i+1)
	}
	if m.column.s.focused() != fyne.Focusable(m.note) && m.note.Text != v.data.Note {
		m.note.SetText(v.data.Note)
	}
}

// first is what gets the keyboard when the card is opened.
func (m *more) first() fyne.Focusable {
	for _, chip := range m.keep {
		if chip.On() {
			return chip
		}
	}
	return m.keep[0]
}

// holds reports whether something is one of the fields.
func (m *more) holds(f fyne.Focusable) bool {
	for _, in := range m.inputs {
		if in == f {
			return true
		}
	}
	return false
}

// HeightFor is the height the fields need at a width.
func (m *more) HeightFor(width float32) float32 { return parts.HeightFor(m.all, width) }

// Tapped keeps a press between the fields from choosing the card.
func (m *more) Tapped(*fyne.PointEvent) {}

// Contents are the fields.
func (m *more) Contents() []fyne.CanvasObject { return []fyne.CanvasObject{m.all} }

// CreateRenderer lays the fields out.
func (m *more) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{Of: m.Contents()}
	r.Place = func(s fyne.Size) { parts.Put(m.all, 0, 0, s.Width, s.Height) }
	r.Renew = func() { m.all.Refresh() }
	return r
}
