package build

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/routines/draft"
	"catcow/routines/exercise"
)

// menuAt shows a menu at a place on the canvas.
func (s *Screen) menuAt(at fyne.Position, items []*fyne.MenuItem) {
	if c := s.canvas(); c != nil && len(items) > 0 {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
	}
}

// menuOf shows a menu below a button.
func (s *Screen) menuOf(o fyne.CanvasObject, items []*fyne.MenuItem) {
	if c := s.canvas(); c != nil && len(items) > 0 {
		widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", items...), c, fyne.NewPos(0, o.Size().Height+look.S1), o)
	}
}

func item(label string, icon look.IconName, do func()) *fyne.MenuItem {
	it := fyne.NewMenuItem(label, do)
	if icon != "" {
		it.Icon = look.Icon(icon)
	}
	return it
}

// withIcon is an item with one of Fyne's own icons, for what every program has.
func withIcon(icon fyne.Resource, label string, do func()) *fyne.MenuItem {
	it := fyne.NewMenuItem(label, do)
	it.Icon = icon
	return it
}

// stepItems is what can be done with a step, or with all that are chosen.
func (s *Screen) stepItems(k draft.Key) []*fyne.MenuItem {
	col := s.frame.column
	keys := col.pick.keys(col)
	one := len(keys) < 2
	var out []*fyne.MenuItem
	if one {
		out = append(out, item(look.T("build.open-card", "Note and more"), look.IconEdit, func() {
			col.pick.only(col, k)
			col.enter()
		}))
		if swaps := s.swapItems(k); len(swaps) > 0 {
			swap := item(look.T("build.swap", "Swap"), look.IconAgain, nil)
			swap.ChildMenu = fyne.NewMenu("", swaps...)
			out = append(out, swap)
		}
		out = append(out, item(look.T("build.try-step", "Try this step"), look.IconPlay, s.tryStep),
			item(look.T("build.try-from-step", "Try from here"), look.IconNext, func() { s.tryFrom(k) }),
			fyne.NewMenuItemSeparator())
	}
	keep := item(look.T("build.short", "When time is short"), look.IconClock, nil)
	var choices []*fyne.MenuItem
	for i, name := range []string{
		look.T("build.keep", "Keep"), look.T("build.may-drop", "May be dropped"), look.T("build.drop-first", "Dropped first"),
	} {
		it := item(name, "", func() { s.setPriority(s.chosenOrPhase(), i+1) })
		it.Checked = one && max(col.view(k).data.Priority, 1) == i+1
		choices = append(choices, it)
	}
	keep.ChildMenu = fyne.NewMenu("", choices...)
	out = append(out, keep,
		item(look.T("build.up", "Move up"), look.IconChevronUp, func() { s.shift(-1) }),
		item(look.T("build.down", "Move down"), look.IconChevronDown, func() { s.shift(1) }),
		fyne.NewMenuItemSeparator(),
		item(look.T("build.duplicate", "Duplicate"), look.IconCopy, func() { s.duplicate(s.chosenOrPhase()) }),
		withIcon(theme.ContentCutIcon(), look.T("build.cut", "Cut"), func() { s.cutSteps() }),
		withIcon(theme.ContentCopyIcon(), look.T("build.copy", "Copy"), func() { s.copySteps() }),
	)
	if len(s.clip.steps) > 0 {
		out = append(out, withIcon(theme.ContentPasteIcon(), look.T("build.paste", "Paste"), func() { s.paste() }))
	}
	out = append(out, item(look.T("build.delete", "Delete"), look.IconRemove, func() { s.deleteChosen() }))
	if e := col.exerciseOf(k); one && e != nil && s.deps.Pose != nil {
		out = append(out, fyne.NewMenuItemSeparator(),
			item(look.T("build.pose", "Make one like it"), look.IconFigure, func() { s.deps.Pose(e.ID) }))
	}
	return out
}

// swapItems are the exercises a step's could be swapped for: those it names itself, easier and harder, then others of its
// kind that do the same parts of the body good, as long as the phase takes them.
func (s *Screen) swapItems(k draft.Key) []*fyne.MenuItem {
	v := s.frame.column.view(k)
	cat := s.in.Library.Catalogue
	var out []*fyne.MenuItem
	seen := map[string]bool{v.data.Exercise: true}
	offer := func(id, as string) {
		e := cat.Get(id)
		if e == nil || seen[id] || !draft.Takes(v.what, e) || len(out) >= 10 {
			return
		}
		seen[id] = true
		label := e.Name
		if as != "" {
			label += between + as
		}
		out = append(out, item(label, "", func() { s.swap(k, e) }))
	}
	if e := v.exercise; e != nil {
		offer(e.Easier.Exercise, look.T("build.easier", "easier"))
		offer(e.Harder.Exercise, look.T("build.harder", "harder"))
		for _, id := range e.Swap {
			offer(id, "")
		}
		areas := exercise.Filter{}
		for _, a := range e.Areas() {
			areas = exercise.Filter{Choices: []exercise.Choice{{Facet: exercise.ByArea, Value: string(a)}, {Facet: exercise.ByKind, Value: string(e.Kind)}}}
			break
		}
		for _, other := range areas.Of(cat.All()) {
			if other.Position == e.Position {
				offer(other.ID, "")
			}
		}
	}
	chosen := s.frame.shelfChosen()
	if chosen != nil {
		offer(chosen.ID, look.T("build.from-shelf", "chosen at the left"))
	}
	return out
}

// phaseItems is what can be done with a phase.
func (s *Screen) phaseItems(k draft.Key) []*fyne.MenuItem {
	col := s.frame.column
	c := s.work.ed.Now().Content
	i, _, ok := c.Find(k)
	if !ok {
		return nil
	}
	p := c.Phases[i]
	kinds := item(look.T("build.kind", "Kind"), "", nil)
	var list []*fyne.MenuItem
	for _, kind := range exercise.Kinds {
		it := item(look.Kind(kind).Name, "", func() { s.setKind(k, kind) })
		it.Icon = look.Kind(kind).Icon
		it.Checked = p.Kind == kind
		it.Disabled = !s.couldBe(p, kind)
		list = append(list, it)
	}
	kinds.Icon = look.Kind(p.Kind).Icon
	kinds.ChildMenu = fyne.NewMenu("", list...)
	before := item(look.T("build.phase-before", "New phase before"), look.IconPlus, nil)
	before.ChildMenu = fyne.NewMenu("", s.newPhaseItems(i)...)
	after := item(look.T("build.phase-after", "New phase after"), look.IconPlus, nil)
	after.ChildMenu = fyne.NewMenu("", s.newPhaseItems(i+1)...)
	up := item(look.T("build.up", "Move up"), look.IconChevronUp, func() { s.movePhase(k, -1) })
	up.Disabled = i == 0
	down := item(look.T("build.down", "Move down"), look.IconChevronDown, func() { s.movePhase(k, 1) })
	down.Disabled = i == len(c.Phases)-1
	return []*fyne.MenuItem{
		item(look.T("build.rename", "Rename"), look.IconEdit, func() {
			col.pick.only(col, k)
			col.enter()
		}),
		kinds,
		item(look.T("build.try-from-phase", "Try from here"), look.IconNext, func() { s.tryFrom(k) }),
		fyne.NewMenuItemSeparator(), up, down, before, after,
		fyne.NewMenuItemSeparator(),
		item(look.T("build.duplicate", "Duplicate"), look.IconCopy, func() { s.duplicate([]draft.Key{k}) }),
		item(look.T("build.delete", "Delete"), look.IconRemove, func() { s.deletePhase(k) }),
	}
}

// couldBe reports whether a phase could be of a kind: one that takes all its steps.
func (s *Screen) couldBe(p draft.Phase, kind exercise.Kind) bool {
	if kind == exercise.Activity && len(p.Steps) > 1 {
		return false
	}
	for _, st := range p.Steps {
		if !draft.Takes(kind, s.in.Library.Catalogue.Get(st.Exercise)) {
			return false
		}
	}
	return true
}

// newPhaseItems are the kinds a new phase before an index can be of; below zero it goes to the end.
func (s *Screen) newPhaseItems(at int) []*fyne.MenuItem {
	var out []*fyne.MenuItem
	for _, kind := range exercise.Kinds {
		if kind == exercise.Activity {
			continue
		}
		it := item(kindWithUse(kind), "", func() { s.addPhase(kind, at, false) })
		it.Icon = look.Kind(kind).Icon
		out = append(out, it)
	}
	for _, timed := range []bool{false, true} {
		label := look.T("build.activity-open", "Activity, as long as it takes")
		if timed {
			label = look.T("build.activity-timed", "Activity with a time")
		}
		it := item(label, "", func() { s.addPhase(exercise.Activity, at, timed) })
		it.Icon = look.Kind(exercise.Activity).Icon
		out = append(out, it)
	}
	return out
}

// kindWithUse is a kind and what it is for.
func kindWithUse(k exercise.Kind) string {
	use := ""
	switch k {
	case exercise.Dynamic:
		use = look.T("build.use.dynamic", "moves and warms up")
	case exercise.Strength:
		use = look.T("build.use.strength", "makes strong")
	case exercise.Static:
		use = look.T("build.use.static", "holds and lets go")
	case exercise.Release:
		use = look.T("build.use.release", "rolls and rests")
	}
	return look.Kind(k).Name + between + use
}
