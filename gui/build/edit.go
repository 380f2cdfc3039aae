package build

import (
	"errors"
	"slices"
	"strings"

	"catcow/gui/look"
	"catcow/routines/advice"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/message"
)

// do makes an edit of the routine that is open and shows it; what names it for whoever takes it back. It reports whether
// there was anything to change.
func (s *Screen) do(what message.Message, change func(*draft.Content)) bool {
	return s.doJoined(what, "", change)
}

// doJoined is do for one of many edits of a gesture, which are taken back together.
func (s *Screen) doJoined(what message.Message, join string, change func(*draft.Content)) bool {
	w := s.work
	if w == nil {
		return false
	}
	before := w.ed.Now().Text
	if err := w.ed.DoJoined(what, join, change); err != nil {
		s.sayError(err)
		return false
	}
	if string(before) == string(w.ed.Now().Text) {
		return false
	}
	s.changed()
	return true
}

// changed shows what the routine says now, and keeps it soon.
func (s *Screen) changed() {
	s.keepSoon()
	s.show()
}

// sayError says what went wrong in the person's language, where it has words in it.
func (s *Screen) sayError(err error) {
	var m message.Message
	var f *draft.Failure
	switch {
	case errors.As(err, &f):
		s.deps.Say(look.Say(f.What) + " " + look.Say(f.Works))
	case errors.As(err, &m):
		s.deps.Say(look.Say(m))
	default:
		s.deps.Say(err.Error())
	}
}

// undo takes the last edit back, and says which it was.
func (s *Screen) undo() {
	if s.work == nil {
		return
	}
	s.commitTyping()
	if what, ok := s.work.ed.Undo(); ok {
		s.stepped(look.T("build.undone", "Undone: {{.What}}", map[string]any{"What": look.Say(what)}))
	}
}

// redo makes the edit again that was taken back last.
func (s *Screen) redo() {
	if s.work == nil {
		return
	}
	if what, ok := s.work.ed.Redo(); ok {
		s.stepped(look.T("build.redone", "Done again: {{.What}}", map[string]any{"What": look.Say(what)}))
	}
}

// stepped shows the routine after an undo or redo, and chooses the steps that came back; where the one
// the keyboard was on went, the one before it.
func (s *Screen) stepped(said string) {
	s.deps.Say(said)
	col := s.frame.column
	before, at := col.steps(), col.pick.at
	s.changed()
	now := col.steps()
	if back := slices.DeleteFunc(slices.Clone(now), func(k draft.Key) bool { return slices.Contains(before, k) }); len(back) > 0 {
		s.choose(back)
		return
	}
	if i := slices.Index(before, at); i >= 0 && !slices.Contains(now, at) {
		left := slices.DeleteFunc(before[:i:i], func(k draft.Key) bool { return !slices.Contains(now, k) })
		if len(left) == 0 {
			left = now[:min(1, len(now))]
		}
		s.choose(left[max(len(left)-1, 0):])
	}
}

// commitTyping takes what is being written in place.
func (s *Screen) commitTyping() {
	switch f := s.focused().(type) {
	case *line:
		f.end(true)
	case *stepper:
		f.takeTyped()
	}
}

// nameOf is what steps are called in a sentence: the exercise's name, or how many there are.
func (s *Screen) nameOf(keys []draft.Key) string {
	if len(keys) == 1 {
		return s.frame.column.view(keys[0]).name
	}
	return look.T("build.n-steps", "{{.Count}} steps", map[string]any{"Count": len(keys)})
}

// spotAfter is where something new goes: behind what is chosen, at the end of the phase the keyboard is on, or at the end.
func (s *Screen) spotAfter() draft.Spot {
	c := s.work.ed.Now().Content
	col := s.frame.column
	at := col.pick.at
	if keys := col.pick.keys(col); len(keys) > 0 {
		at = keys[len(keys)-1]
	}
	if i, j, ok := c.Find(at); ok {
		if j < 0 {
			return draft.Spot{Phase: i, Step: len(c.Phases[i].Steps)}
		}
		return draft.Spot{Phase: i, Step: j + 1}
	}
	n := len(c.Phases)
	if n == 0 {
		return draft.Spot{}
	}
	return draft.Spot{Phase: n - 1, Step: len(c.Phases[n-1].Steps)}
}

// add puts exercises into the routine and chooses them.
func (s *Screen) add(at draft.Spot, list ...*exercise.Exercise) {
	var keys []draft.Key
	ids := make([]string, len(list))
	for i, e := range list {
		ids[i] = e.ID
	}
	name := list[0].Name
	if len(list) > 1 {
		name = look.T("build.n-steps", "{{.Count}} steps", map[string]any{"Count": len(list)})
	}
	if s.do(message.New("build.did.add", "{{.Name}} added", "Name", name), func(c *draft.Content) {
		keys = c.Add(s.in.Library.Catalogue, at, ids...)
	}) {
		s.choose(keys)
	}
}

// choose shows steps as chosen.
func (s *Screen) choose(keys []draft.Key) {
	if len(keys) == 0 {
		return
	}
	col := s.frame.column
	col.pick.these(col, keys)
	col.reveal(keys[len(keys)-1])
	col.reveal(keys[0])
}

// duplicate copies steps, or a phase.
func (s *Screen) duplicate(keys []draft.Key) {
	if len(keys) == 0 {
		return
	}
	var made []draft.Key
	if s.do(message.New("build.did.duplicate", "{{.Name}} duplicated", "Name", s.nameOf(keys)), func(c *draft.Content) { made = c.Duplicate(keys) }) {
		s.choose(made)
	}
}

// deleteChosen takes out what is chosen, or the phase the keyboard is on.
func (s *Screen) deleteChosen() bool {
	col := s.frame.column
	keys := col.pick.keys(col)
	if len(keys) == 0 {
		v := col.view(col.pick.at)
		if v.key == 0 {
			return false
		}
		s.deletePhase(v.key)
		return true
	}
	s.remove(message.New("build.did.delete", "{{.Name}} deleted", "Name", s.nameOf(keys)), keys)
	return true
}

func (s *Screen) remove(what message.Message, keys []draft.Key) {
	col := s.frame.column
	next := col.nextTo(keys)
	inColumn := col.focused || col.more != nil && s.focused() != nil && col.more.holds(s.focused())
	if !s.do(what, func(c *draft.Content) { c.Delete(keys) }) {
		return
	}
	if next != 0 {
		col.pick.only(col, next)
		col.reveal(next)
	}
	if inColumn {
		s.focus(col)
	}
}

// setDose writes a part of a dose. Counting up and down is one edit until the stepper is left.
func (s *Screen) setDose(k draft.Key, d dose, v int) {
	if v == d.value {
		return
	}
	name := s.frame.column.view(k).name
	what := message.New("build.did.dose", "{{.Name}}: {{.Was}} → {{.Now}}", "Name", name, "Was", d.says(d.value), "Now", d.says(v))
	s.doJoined(what, "dose "+name+d.part.name(), func(c *draft.Content) {
		if st := c.Step(k); st != nil {
			d.part.put(st, v)
		}
	})
}

// countDose counts the first part of the dose of all that is chosen.
func (s *Screen) countDose(by int) {
	col := s.frame.column
	keys := col.pick.keys(col)
	if len(keys) == 0 {
		return
	}
	s.doJoined(message.New("build.did.count", "Dose of {{.Name}} changed", "Name", s.nameOf(keys)), "count", func(c *draft.Content) {
		for _, k := range keys {
			v := col.view(k)
			if st := c.Step(k); st != nil && len(v.doses) > 0 {
				if d := v.doses[0]; by > 0 {
					d.part.put(st, d.up)
				} else {
					d.part.put(st, d.down)
				}
			}
		}
	})
}

func (s *Screen) setPriority(keys []draft.Key, p int) {
	s.do(message.New("build.did.priority", "How {{.Name}} is kept", "Name", s.nameOf(keys)), func(c *draft.Content) {
		for _, k := range keys {
			if st := c.Step(k); st != nil && max(st.Priority, 1) != p {
				st.Priority = p
			}
		}
	})
}

func (s *Screen) setNote(k draft.Key, text string) {
	text = strings.TrimSpace(text)
	s.do(message.New("build.did.note", "Note of {{.Name}} changed", "Name", s.nameOf([]draft.Key{k})), func(c *draft.Content) {
		if st := c.Step(k); st != nil {
			st.Note = text
		}
	})
}

// swap puts another exercise in the place of a step's; what the step said about its dose does not count for it.
func (s *Screen) swap(k draft.Key, e *exercise.Exercise) {
	was := s.frame.column.view(k).name
	s.do(message.New("build.did.swap", "{{.Was}} swapped for {{.Name}}", "Was", was, "Name", e.Name), func(c *draft.Content) {
		if st := c.Step(k); st != nil {
			*st = draft.Step{Key: st.Key, Exercise: e.ID, Priority: st.Priority, Note: st.Note}
		}
	})
}

// setName calls the routine something else.
func (s *Screen) setName(text string) {
	text = strings.TrimSpace(text)
	if s.work == nil || text == s.work.ed.Now().Content.Name {
		return
	}
	s.do(message.New("build.did.name", "Routine called {{.Name}}", "Name", text), func(c *draft.Content) { c.Name = text })
}

// mend does what an advice offers.
func (s *Screen) mend(m advice.Mend) {
	s.do(m.Label, m.Apply)
}

// goTo shows a phase or step.
func (s *Screen) goTo(k draft.Key) {
	col := s.frame.column
	if col.view(k).key == 0 {
		return
	}
	s.frame.closeDrawer()
	col.pick.only(col, k)
	col.reveal(k)
	s.focus(col)
}
