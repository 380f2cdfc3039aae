package receive

import (
	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/share"
)

// taken are the things whose name is taken, each with what can be done about it. Both is chosen until a person chooses
// otherwise: it takes nothing away.
func (s *Screen) taken() []fyne.CanvasObject {
	list := s.parcel.Clashes()
	if len(list) == 0 {
		return nil
	}
	rows := []fyne.CanvasObject{parts.NewParagraph(look.T("receive.clash", "Something of that name is here already"), look.Body, look.Ink).SetBold(true)}
	for _, it := range list {
		rows = append(rows, s.clash(it))
	}
	return []fyne.CanvasObject{parts.NewCard(parts.NewColumn(look.S3, rows...)).SetRole(look.AccentWash).SetPadding(look.S4)}
}

// clash is one of them.
func (s *Screen) clash(it *share.Item) fyne.CanvasObject {
	own := it.Whose == exercise.Own
	means := parts.NewParagraph("", look.Small, look.Quiet)
	ways := []share.Way{share.Both, share.Keep, share.Take}
	chips := make([]*parts.Chip, len(ways))
	choose := func(w share.Way) {
		s.choices[it] = share.Choice{Way: w}
		for i, way := range ways {
			chips[i].SetOn(way == w)
		}
		means.SetText(consequence(w, own))
	}
	objects := make([]fyne.CanvasObject, len(ways))
	for i, w := range ways {
		chips[i] = parts.NewChip(wayName(w, own), false, func(bool) {
			choose(w)
			s.buttons()
			s.relayout()
		}).SetSmall(true)
		objects[i] = chips[i]
	}
	choose(s.choices[it].Way)
	return parts.NewColumn(look.S2, parts.NewParagraph(whatIsThere(it), look.Small, look.Ink), parts.NewFlow(look.S2, objects...), means)
}

func whatIsThere(it *share.Item) string {
	with := map[string]any{"Name": it.Name, "Other": it.OverName}
	own := it.Whose == exercise.Own
	switch {
	case it.Kind == share.Routine && own:
		return look.T("receive.clash.own-routine", "Routine “{{.Name}}”: you have one, called “{{.Other}}”, that says something else.", with)
	case it.Kind == share.Routine:
		return look.T("receive.clash.shipped-routine", "Routine “{{.Name}}”: Catcow brings one, called “{{.Other}}”, that says something else.", with)
	case own:
		return look.T("receive.clash.own-exercise", "Exercise “{{.Name}}”: you have one, called “{{.Other}}”, that says something else.", with)
	}
	return look.T("receive.clash.shipped-exercise", "Exercise “{{.Name}}”: Catcow brings one, called “{{.Other}}”, that says something else.", with)
}

func wayName(w share.Way, own bool) string {
	switch {
	case w == share.Both:
		return look.T("receive.way.both", "Keep both")
	case w == share.Take:
		return look.T("receive.way.take", "Take the new one")
	case own:
		return look.T("receive.way.keep", "Keep mine")
	}
	return look.T("receive.way.keep-shipped", "Keep Catcow's")
}

// consequence says what a choice does.
func consequence(w share.Way, own bool) string {
	switch {
	case w == share.Both:
		return look.T("receive.way.both.about", "The new one is added under another name.")
	case w == share.Keep:
		return look.T("receive.way.keep.about", "The new one is left out.")
	case own:
		return look.T("receive.way.take.about", "Yours is kept in a file beside it, whose name ends in .mine.")
	}
	return look.T("receive.way.take-shipped.about", "The new one stands in front of Catcow's. Remove it, and Catcow's is back.")
}
