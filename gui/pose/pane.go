package pose

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// pane is one of the tabs beside the stage: sections that scroll.
type pane struct {
	widget.BaseWidget
	scroll  *parts.Scroll
	column  *fyne.Container
	updates []func()
}

func newPane(sections ...fyne.CanvasObject) *pane {
	p := &pane{column: parts.NewColumn(look.S3, sections...)}
	p.scroll = parts.NewScroll(parts.NewPlaced(beside, p.column))
	p.ExtendBaseWidget(p)
	return p
}

// paneGap is the room for the bar of the scroll.
const paneGap = 12

// beside leaves that room, and some at the end.
func beside(o []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	h := parts.HeightFor(o[0], width-paneGap)
	if at != nil {
		at(o[0], fyne.Position{}, fyne.NewSize(width-paneGap, h))
	}
	return h + look.S5
}

// show brings what the pane says up to date.
func (p *pane) show() {
	for _, u := range p.updates {
		u()
	}
	p.column.Refresh()
	p.scroll.Relayout()
}

// Contents is what scrolls.
func (p *pane) Contents() []fyne.CanvasObject { return []fyne.CanvasObject{p.column} }

// CreateRenderer lays it out.
func (p *pane) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{Of: []fyne.CanvasObject{p.scroll}}
	r.Place = func(s fyne.Size) { parts.Put(p.scroll, 0, 0, s.Width, s.Height) }
	r.Least = func() fyne.Size { return fyne.NewSize(200, 100) }
	r.Renew = func() {
		r.Place(p.Size())
		p.scroll.Refresh()
	}
	return r
}

// section is a card with a heading.
func section(title string, rows ...fyne.CanvasObject) *parts.Card {
	all := append([]fyne.CanvasObject{parts.NewLabel(title, look.Body, look.Ink, true)}, rows...)
	return parts.NewCard(parts.NewColumn(look.S3, all...)).SetPadding(look.S4)
}

// named is a control with its name above.
func named(name string, control fyne.CanvasObject) *fyne.Container {
	return parts.NewColumn(look.S1+1, parts.NewLabel(name, look.Small, look.Quiet, true), control)
}

// choice is one word of several: what the file says and what the screen says.
type choice struct{ value, label string }

// oneOf is chips of which one is on; chosen hears which was pressed.
func oneOf(choices []choice, now func() string, chosen func(string)) (fyne.CanvasObject, func()) {
	chips := make([]*parts.Chip, len(choices))
	objects := make([]fyne.CanvasObject, len(choices))
	for i, o := range choices {
		c := parts.NewChip(o.label, false, nil).SetSmall(true)
		c.OnChanged = func(bool) {
			c.SetOn(true) // the chosen one stays chosen
			chosen(o.value)
		}
		chips[i], objects[i] = c, c
	}
	return parts.NewFlow(look.S1+2, objects...), func() {
		for i, o := range choices {
			chips[i].SetOn(now() == o.value)
		}
	}
}

// someOf is chips of which any may be on.
func someOf(choices []choice, has func(string) bool, turned func(string)) (fyne.CanvasObject, func()) {
	chips := make([]*parts.Chip, len(choices))
	objects := make([]fyne.CanvasObject, len(choices))
	for i, o := range choices {
		c := parts.NewChip(o.label, false, func(bool) { turned(o.value) }).SetSmall(true)
		chips[i], objects[i] = c, c
	}
	return parts.NewFlow(look.S1+2, objects...), func() {
		for i, o := range choices {
			chips[i].SetOn(has(o.value))
		}
	}
}

// plain is a word of the file as a person reads it: "flexion-mild" becomes "Flexion mild".
func plain(word string) string {
	word = strings.NewReplacer("-", " ", "_", " ").Replace(word)
	if word == "" {
		return word
	}
	return strings.ToUpper(word[:1]) + word[1:]
}

func plainChoices(words []string) []choice {
	out := make([]choice, len(words))
	for i, w := range words {
		out[i] = choice{w, plain(w)}
	}
	return out
}
