package build

import (
	"slices"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
)

// shelfChips narrows the shelf down: a few chips that are always there, whatever else is chosen, and all others behind
// one button.
type shelfChips struct {
	s      *shelf
	few    *parts.Flow
	groups *fyne.Container
	chips  map[exercise.Choice][]*parts.Chip // a choice of the few is in its group, too
	first  []fyne.CanvasObject
	others map[exercise.Choice]*parts.Chip // of the rest, as the few show it
	more   *parts.Button
	drop   *parts.Button
}

// fewChoices are the ones most wanted in building: what a phase takes, and where one is.
var fewChoices = []exercise.Choice{
	{Facet: exercise.ByKind, Value: string(exercise.Dynamic)},
	{Facet: exercise.ByKind, Value: string(exercise.Static)},
	{Facet: exercise.ByPlace, Value: exercise.NoFloor},
}

const chipGap = 6

func newShelfChips(s *shelf) *shelfChips {
	c := &shelfChips{s: s, chips: map[exercise.Choice][]*parts.Chip{}, others: map[exercise.Choice]*parts.Chip{}}
	for _, choice := range fewChoices {
		c.first = append(c.first, c.chip(choice))
	}
	c.more = parts.NewButton("", look.IconChevronDown, func() { s.setMore(!s.more) }).SetCompact(true).SetTight(true).SetRank(parts.Bare)
	c.drop = parts.NewButton(look.T("build.shelf.clear", "Clear"), "", s.clear).SetCompact(true).SetTight(true).SetRank(parts.Bare)
	c.few = parts.NewFlow(chipGap)
	c.groups = parts.NewColumn(look.S3,
		c.group(exercise.ByKind, look.T("exercises.kind", "Kind")),
		c.group(exercise.ByPosition, look.T("exercises.position", "Position")),
		c.group(exercise.ByArea, look.T("exercises.where", "Where you feel it")),
		c.group(exercise.ByThing, look.T("exercises.hand", "What you have")),
		c.group(exercise.ByPlace, look.T("exercises.around", "Where you are")))
	c.groups.Hide()
	return c
}

func (c *shelfChips) chip(choice exercise.Choice) *parts.Chip {
	chip := parts.NewChip(look.Choice(choice), false, func(bool) { c.s.toggle(choice) }).SetSmall(true)
	c.chips[choice] = append(c.chips[choice], chip)
	return chip
}

func (c *shelfChips) group(facet exercise.Facet, title string) fyne.CanvasObject {
	var chips []fyne.CanvasObject
	for _, choice := range exercise.AllChoices() {
		if choice.Facet == facet {
			chips = append(chips, c.chip(choice))
		}
	}
	return parts.NewColumn(look.S1, parts.NewLabel(title, look.Small, look.Quiet, false), parts.NewFlow(chipGap, chips...))
}

// set shows what is chosen.
func (c *shelfChips) set() {
	for choice, chips := range c.chips {
		for _, chip := range chips {
			chip.SetOn(c.s.filter.Has(choice))
		}
	}
	few := slices.Clone(c.first)
	for _, choice := range c.s.filter.Choices {
		if slices.Contains(fewChoices, choice) {
			continue
		}
		if c.others[choice] == nil {
			c.others[choice] = c.chip(choice)
		}
		c.others[choice].SetOn(true)
		few = append(few, c.others[choice])
	}
	label, icon := look.T("build.shelf.more", "More"), look.IconChevronDown
	if c.s.more {
		label, icon = look.T("build.shelf.fewer", "Fewer"), look.IconChevronUp
	}
	c.more.SetFace(label, icon)
	few = append(few, c.more)
	if len(c.s.filter.Choices) > 0 {
		few = append(few, c.drop)
	}
	c.few.Set(few...)
	parts.Show(c.groups, c.s.more)
}
