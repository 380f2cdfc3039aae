package exercises

import (
	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
)

// filters is everything to narrow the cards down with but the search: the drawn body, and chips in groups, each with how
// many exercises it would leave.
type filters struct {
	*parts.Placed
	body  *body
	chips map[exercise.Choice]*parts.Chip
}

func newFilters(b *browse) *filters {
	f := &filters{chips: map[exercise.Choice]*parts.Chip{}}
	f.body = newBody(
		func(a exercise.Area) bool { return b.filter.Has(areaChoice(a)) },
		func(a exercise.Area) { b.toggle(areaChoice(a)) })
	f.Placed = parts.NewPlaced(arrangeFilters,
		parts.NewColumn(look.S2, heading(look.T("exercises.where", "Where you feel it")),
			parts.NewCard(f.body).SetPadding(look.S3)),
		parts.NewColumn(look.S5,
			f.group(b, exercise.ByPlace, look.T("exercises.around", "Where you are")),
			f.group(b, exercise.ByKind, look.T("exercises.kind", "Kind")),
			f.group(b, exercise.ByPosition, look.T("exercises.position", "Position")),
			f.group(b, exercise.ByThing, look.T("exercises.hand", "What you have"))))
	return f
}

// arrangeFilters puts the chips below the bodies, or beside them where there is room.
func arrangeFilters(o []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	put := func(o fyne.CanvasObject, x, y, w float32) float32 {
		h := parts.HeightFor(o, w)
		if at != nil {
			at(o, fyne.NewPos(x, y), fyne.NewSize(w, h))
		}
		return y + h
	}
	if width < look.Size(480) {
		return put(o[1], 0, put(o[0], 0, 0, width)+look.S5, width)
	}
	w := (width - gutter) * 0.45
	return max(put(o[0], 0, 0, w), put(o[1], w+gutter, 0, width-w-gutter))
}

func areaChoice(a exercise.Area) exercise.Choice {
	return exercise.Choice{Facet: exercise.ByArea, Value: string(a)}
}

func heading(text string) fyne.CanvasObject { return parts.NewLabel(text, look.Body, look.Ink, true) }

// group is the chips of a facet.
func (f *filters) group(b *browse, facet exercise.Facet, title string) fyne.CanvasObject {
	var chips []fyne.CanvasObject
	for _, c := range exercise.AllChoices() {
		if c.Facet != facet {
			continue
		}
		chip := parts.NewChip(look.Choice(c), false, func(bool) { b.toggle(c) }).SetSmall(true)
		f.chips[c] = chip
		chips = append(chips, chip)
	}
	return parts.NewColumn(look.S2, heading(title), parts.NewFlow(look.S2-2, chips...))
}

// set shows what is chosen and what each choice would leave.
func (f *filters) set(all []*exercise.Exercise, filter exercise.Filter, tones parts.Tones) {
	for c, chip := range f.chips {
		chip.SetOn(filter.Has(c))
		chip.SetCount(filter.Only(c).Count(all))
	}
	counts := map[exercise.Area]int{}
	var chosen []string
	for _, a := range exercise.Areas {
		counts[a] = filter.Only(areaChoice(a)).Count(all)
		if filter.Has(areaChoice(a)) {
			name := look.Area(a)
			if len(chosen) > 0 {
				name = lowerFirst(name)
			}
			chosen = append(chosen, name)
		}
	}
	caption := joined(chosen)
	if caption == "" {
		caption = look.T("exercises.tap", "Tap where it should do you good")
	}
	f.body.set(tones, counts, caption)
}
