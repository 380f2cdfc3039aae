package draft

import (
	"bytes"
	"slices"

	"catcow/routines/exercise"
	"catcow/routines/message"
)

// Editor is a draft with every step back and forward since it was opened. It is not for several goroutines.
type Editor struct {
	now          Draft
	saved        []byte
	in           *world
	done, undone []entry
	last         Key  // the highest key ever given out here
	open         bool // the last entry may still grow
}

// NewEditor is an editor of a draft that counts as saved as it is.
func NewEditor(d Draft, cat *exercise.Catalogue) *Editor {
	e := &Editor{saved: d.Text, in: &world{cat: cat}}
	if d.Content.in != nil {
		e.in.say = d.Content.in.say
	}
	d.Content = d.Content.Clone()
	d.Content.identify()
	e.set(d)
	return e
}

// set makes a draft the present one.
func (e *Editor) set(d Draft) {
	e.last = max(e.last, d.Content.last)
	d.Content.last, d.Content.in = e.last, e.in
	e.now = d
}

// Now is the draft as it is, to look at and not to change.
func (e *Editor) Now() Draft { return e.now }

// Do makes an edit: change is given a copy of the content to change freely. What names the edit: "add Cat-Cow". When
// nothing changed there is nothing to take back; when the change cannot be written, the error is that of Draft.With and
// the draft is as it was.
func (e *Editor) Do(what message.Message, change func(*Content)) error {
	return e.DoJoined(what, "", change)
}

// DoJoined is Do for one of many edits of a gesture, such as a stepper held down or a name being typed. Edits in a row
// with the same join text are one step back, until Settle ends the gesture.
func (e *Editor) DoJoined(what message.Message, join string, change func(*Content)) error {
	c := e.now.Content.Clone()
	change(&c)
	e.last = max(e.last, c.last)
	next, err := e.now.With(c, e.in.cat)
	if err != nil {
		return err
	}
	e.became(what, join, next)
	return nil
}

// Replace puts another text in the place of the present one, such as the version on the disk. It can be taken back. What
// is evidently the same phase or step as before keeps its key.
func (e *Editor) Replace(what message.Message, text []byte) {
	next := read(e.now.ID, bytes.Clone(text), e.in)
	next.Content.carry(e.now.Content, e.last)
	e.became(what, "", next)
}

// carry gives phases and steps the keys of those of another content that are evidently the same, in the same order, and
// all others new ones beyond last.
func (c *Content) carry(from Content, last Key) {
	old, keys := from.keys(), c.keys()
	for i := range keys {
		last++
		keys[i] = last
	}
	for _, r := range runs(from.outline(), c.outline()) {
		copy(keys[r.b:r.b+r.n], old[r.a:])
	}
	c.setKeys(keys)
	c.last = last
}

// outline names every phase and step, in order.
func (c Content) outline() []string {
	var list []string
	for _, p := range c.Phases {
		list = append(list, "phase "+string(p.Kind))
		for _, s := range p.Steps {
			list = append(list, s.Exercise)
		}
	}
	return list
}

// became makes a draft the present one and notes how to take that back.
func (e *Editor) became(what message.Message, join string, next Draft) {
	before, keys := e.now.Text, e.now.Content.keys()
	if bytes.Equal(next.Text, before) && slices.Equal(next.Content.keys(), keys) {
		return
	}
	if n := len(e.done); n > 0 && e.open && join != "" && e.done[n-1].join == join {
		last := e.done[n-1]
		e.done = e.done[:n-1]
		before = last.back(before)
		if last.oldKeys != nil {
			keys = last.oldKeys
		}
	}
	e.undone = nil
	if now := next.Content.keys(); !bytes.Equal(before, next.Text) || !slices.Equal(keys, now) {
		e.done = append(e.done, entry{what, join, between(before, next.Text, keys, now)})
	}
	e.open = join != ""
	e.set(next)
}

// Settle ends a gesture: the next edit is a step back of its own.
func (e *Editor) Settle() { e.open = false }

// Undo takes the last edit back and tells which it was. It reports false when there is none.
func (e *Editor) Undo() (message.Message, bool) {
	n := len(e.done)
	if n == 0 {
		return message.Message{}, false
	}
	last := e.done[n-1]
	e.done, e.undone = e.done[:n-1], append(e.undone, last)
	e.restore(last.back(e.now.Text), last.oldKeys)
	return last.what, true
}

// Redo makes the edit again that was taken back last, and tells which it was. It reports false when there is none.
func (e *Editor) Redo() (message.Message, bool) {
	n := len(e.undone)
	if n == 0 {
		return message.Message{}, false
	}
	next := e.undone[n-1]
	e.undone, e.done = e.undone[:n-1], append(e.done, next)
	e.restore(next.forth(e.now.Text), next.newKeys)
	return next.what, true
}

// restore makes an earlier or later text the present one. Without keys they are those of now.
func (e *Editor) restore(text []byte, keys []Key) {
	if keys == nil {
		keys = e.now.Content.keys()
	}
	d := read(e.now.ID, text, e.in)
	d.Content.setKeys(keys)
	e.open = false
	e.set(d)
}

// CanUndo is what Undo would take back. It reports false when there is nothing.
func (e *Editor) CanUndo() (message.Message, bool) { return top(e.done) }

// CanRedo is what Redo would make again. It reports false when there is nothing.
func (e *Editor) CanRedo() (message.Message, bool) { return top(e.undone) }

func top(list []entry) (message.Message, bool) {
	if len(list) == 0 {
		return message.Message{}, false
	}
	return list[len(list)-1].what, true
}

// SetCatalogue reads the draft again with other exercises.
func (e *Editor) SetCatalogue(cat *exercise.Catalogue) {
	e.in = &world{cat: cat, say: e.in.say}
	e.again()
}

// SetID gives the draft the file name it has from now on, without .toml.
func (e *Editor) SetID(id string) {
	e.now.ID = id
	e.again()
}

// again reads the present text again.
func (e *Editor) again() {
	keys := e.now.Content.keys()
	d := read(e.now.ID, e.now.Text, e.in)
	d.Content.setKeys(keys)
	e.set(d)
}

// SetWords names new phases from now on: say is given the plain name (see PhaseName) and answers in the person's
// language.
func (e *Editor) SetWords(say func(message.Message) string) {
	e.in = &world{cat: e.in.cat, say: say}
	e.now.Content.in = e.in
}

// Dirty reports whether the text differs from the saved one.
func (e *Editor) Dirty() bool { return !bytes.Equal(e.now.Text, e.saved) }

// MarkSaved notes that the present text is the one in the file.
func (e *Editor) MarkSaved() { e.SetSaved(e.now.Text) }

// SetSaved notes which text is in the file: the base of a kept draft, or what a reload found. It is nil when there is no
// file.
func (e *Editor) SetSaved(text []byte) { e.saved, e.open = text, false }

// Saved is the text in the file as far as is known: what Store.Save wants as its base. It is nil when there is no file.
func (e *Editor) Saved() []byte { return e.saved }
