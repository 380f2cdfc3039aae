package printing

import (
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/paper"
)

// makeControls is what can be chosen, from top to bottom.
func (o *over) makeControls() fyne.CanvasObject {
	c := &o.printing.choices
	rows := []fyne.CanvasObject{o.lacking, o.length()}
	add := func(name string, control fyne.CanvasObject) {
		rows = append(rows, parts.NewColumn(look.S1, parts.NewLabel(name, look.Body, look.Ink, true), control))
	}
	add(look.T("printing.paper", "Paper"), choose(&c.size, []option[paper.Paper]{
		{paper.A4, look.T("printing.a4", "A4")}, {paper.Letter, look.T("printing.letter", "Letter")}}, o.changed))
	add(look.T("printing.days", "Days to tick"), choose(&c.days, []option[int]{
		{0, look.T("printing.days.none", "None")}, {7, look.T("printing.days.7", "7 days")},
		{14, look.T("printing.days.14", "14 days")}, {28, look.T("printing.days.28", "28 days")}}, o.changed))
	add(look.T("printing.times", "Times a day"), choose(&c.times, []option[int]{
		{1, look.T("printing.times.1", "Once")}, {2, look.T("printing.times.2", "Twice")}, {3, look.T("printing.times.3", "3 times")}}, o.changed))
	add(look.T("printing.colour", "Printer"), choose(&c.grey, []option[bool]{
		{false, look.T("printing.colour.on", "Colour")}, {true, look.T("printing.colour.off", "Black and white")}}, o.changed))
	add(look.T("printing.format", "File"), choose(&c.page, []option[bool]{
		{false, look.T("printing.format.pdf", "PDF")}, {true, look.T("printing.format.page", "Web page")}}, o.formatted))
	o.place = parts.NewSavePlace(filepath.Join(o.printing.folder, o.name(c.ending())), o.save, func(over bool) {
		o.saver.SetFace(saveLabel(over), look.IconSave)
	}, o.relayout)
	add(look.T("printing.place", "Save as"), o.place.Content())
	return parts.NewColumn(look.S3, rows...)
}

// length is the slider, or what a routine that has one length only takes.
func (o *over) length() fyne.CanvasObject {
	name := parts.NewLabel(look.T("printing.length", "Length"), look.Body, look.Ink, true)
	if len(o.offers) == 1 {
		return parts.NewColumn(look.S2, name, parts.NewLabel(look.Span(o.offers[0]), look.Body, look.Quiet, false))
	}
	kind := o.in.Routine.Phases[0].Kind
	s := parts.NewLengthSlider(o.offers, o.in.Length, func(d time.Duration) {
		o.in.Length = d
		o.changed()
	})
	s.SetKind(kind)
	return parts.NewColumn(look.S2, name, s)
}

// option is one of several: what it means and what it says.
type option[T comparable] struct {
	value T
	label string
}

// choose is one of several as chips.
func choose[T comparable](to *T, options []option[T], changed func()) fyne.CanvasObject {
	var chips []*parts.Chip
	var objects []fyne.CanvasObject
	for _, x := range options {
		chip := parts.NewChip(x.label, *to == x.value, nil)
		chip.OnChanged = func(bool) {
			for i, other := range chips {
				other.SetOn(options[i].value == x.value) // the chosen one stays chosen
			}
			if *to != x.value {
				*to = x.value
				changed()
			}
		}
		chips, objects = append(chips, chip), append(objects, chip)
	}
	return parts.NewFlow(look.S2, objects...)
}

// formatted is a change of the kind of file: its name follows.
func (o *over) formatted() {
	o.place.SetEnding(o.printing.choices.ending(), endingPDF, endingPage)
	o.changed()
}

// makeActions is what is done with the pages.
func (o *over) makeActions() *parts.Flow {
	o.first = parts.NewButton(look.T("printing.open", "Open to print"), look.IconPrint, o.show).SetRank(parts.Primary)
	o.saver = parts.NewButton(saveLabel(false), look.IconSave, o.save)
	leave := parts.NewButton(look.T("printing.close", "Close"), "", o.printing.Hide).SetRank(parts.Bare).SetHint(look.T("printing.key.esc", "esc"))
	return parts.NewFlow(look.S2, o.first, o.saver, leave)
}

func saveLabel(over bool) string {
	if over {
		return look.T("printing.replace", "Write over it")
	}
	return look.T("printing.save", "Save")
}
