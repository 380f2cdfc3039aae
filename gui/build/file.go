package build

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"
	"time"

	"catcow/gui/look"
	"catcow/routines"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/message"
)

// work is the routine that is open: its text with every step back and forward, and where it is kept.
type work struct {
	ed      *draft.Editor
	as      string // the id it is kept under as a draft: its file's, or one that is free
	worth   bool   // worth keeping as it is: something was written, or answered, or it was kept before
	unsaid  bool   // that the file cannot be saved was just said: that a draft cannot be kept either need not be
	isKept  bool   // what there is now is kept as a draft
	due     *time.Timer
	putOff  []byte // the version of the file that was to be decided about later
	length  time.Duration
	looked  *exercise.Exercise // of the shelf, to be shown at the right instead of the chosen step
	natural naturalLengths
}

// settle ends a gesture: what follows is taken back by itself.
func (w *work) settle() {
	if w != nil {
		w.ed.Settle()
	}
}

// id is the file's name without .toml, "" while there is none.
func (w *work) id() string { return w.ed.Now().ID }

// Open opens a routine: a person's own file, or a shipped one to be made one's own. Unsaved work on it goes on where it
// was.
func (s *Screen) Open(id string) {
	if s.frame == nil {
		return
	}
	s.leaveWork()
	text, err := s.deps.Store.Open(id)
	kept, unsaved := s.keptOf(id)
	switch {
	case unsaved && kept.Base != nil:
		s.resume(kept)
	case errors.Is(err, fs.ErrNotExist):
		if _, ok := s.in.Library.Get(id); ok {
			s.From(id)
			return
		}
		s.deps.Say(look.T("build.no-file", "There is no routine {{.ID}} any more.", map[string]any{"ID": id}))
		s.toBegin()
	case err != nil:
		s.sayError(err)
		s.toBegin()
	default:
		if unsaved { // of a new routine, whose name this file has taken since
			kept.ID = s.freeID(id)
			s.keeper.keep(kept)
			s.keeper.Flush()
			s.keeper.drop(id)
		}
		s.begin(draft.Read(id, text, s.in.Library.Catalogue), text, id)
	}
}

// From makes a routine one's own: a new one with its content and "My …" as its name.
func (s *Screen) From(id string) {
	r, ok := s.in.Library.Get(id)
	if !ok || s.frame == nil {
		return
	}
	s.leaveWork()
	text, ok := routines.ShippedText(id)
	if r.Source == exercise.Own {
		var err error
		if text, err = s.deps.Store.Open(id); err != nil {
			s.sayError(err)
			s.toBegin()
			return
		}
	} else if !ok {
		s.toBegin()
		return
	}
	d := draft.Read("", s.deps.Store.ForEditors(text), s.in.Library.Catalogue)
	c := d.Content.Clone()
	c.Name = look.T("build.my", "My {{.Name}}", map[string]any{"Name": r.Name})
	s.beginWith(d, c, false)
}

// OpenEmpty begins with nothing.
func (s *Screen) OpenEmpty() {
	if s.frame == nil {
		return
	}
	s.leaveWork()
	c := draft.Content{Name: look.T("build.untitled", "My routine")}
	s.beginWith(s.blank(), c, false)
	s.frame.header.rename()
}

// suggested begins with an answer to the question.
func (s *Screen) suggested(c draft.Content, name string) {
	s.leaveWork()
	c.Name = name
	s.beginWith(s.blank(), c, true)
}

// blank is the draft of a routine that says nothing yet.
func (s *Screen) blank() draft.Draft {
	return draft.Read("", s.deps.Store.ForEditors(nil), s.in.Library.Catalogue)
}

// beginWith begins a new routine that says c.
func (s *Screen) beginWith(d draft.Draft, c draft.Content, worth bool) {
	made, err := d.With(c, s.in.Library.Catalogue)
	if err != nil {
		s.sayError(err)
		s.toBegin()
		return
	}
	s.begin(made, nil, s.freeID(c.Name))
	s.work.worth = worth
	if worth {
		s.keepSoon()
	}
}

// begin opens a draft; saved is what its file holds, nil when there is none.
func (s *Screen) begin(d draft.Draft, saved []byte, as string) {
	ed := draft.NewEditor(d, s.in.Library.Catalogue)
	ed.SetWords(look.Say)
	ed.SetSaved(saved)
	s.beginAt(ed, as)
}

// beginAt opens what an editor holds.
func (s *Screen) beginAt(ed *draft.Editor, as string) {
	s.work = &work{ed: ed, as: as}
	s.atBegin = false
	col := s.frame.column
	col.pick = newPick()
	col.more = nil
	s.frame.scroll.ToTop()
	s.frame.shelf.clear() // what was looked for was for another routine
	s.show()
	s.focus(col)
}

// resume goes on with unsaved work. What was left in this window can still be taken back step by step.
func (s *Screen) resume(k draft.Kept) {
	s.leaveWork()
	id := k.ID
	if k.Base == nil {
		id = ""
	}
	if ed := s.keeper.editor(k); ed != nil {
		ed.SetCatalogue(s.in.Library.Catalogue)
		s.beginAt(ed, k.ID)
	} else {
		s.begin(draft.Read(id, k.Text, s.in.Library.Catalogue), k.Base, k.ID)
	}
	s.work.worth, s.work.isKept = true, true
	s.lookAtFile()
	s.show()
}

// keptOf is the unsaved work on a routine.
func (s *Screen) keptOf(id string) (draft.Kept, bool) {
	s.keeper.Flush()
	list, _ := s.deps.Store.Drafts()
	i := slices.IndexFunc(list, func(k draft.Kept) bool { return k.ID == id })
	if i < 0 {
		return draft.Kept{}, false
	}
	return list[i], true
}

// freeID is an id for a new routine that nothing has yet, drafts included.
func (s *Screen) freeID(name string) string { return s.deps.Store.FreeID(name, s.used) }

// used reports whether a routine of the library has an id, or the draft of another routine.
func (s *Screen) used(id string) bool {
	if s.taken(id) || s.work != nil && id == s.work.as {
		return s.taken(id)
	}
	_, ok := s.keptOf(id)
	return ok
}

// taken reports whether a routine of the library has an id.
func (s *Screen) taken(id string) bool {
	if s.in.Library == nil {
		return false
	}
	_, ok := s.in.Library.Get(id)
	return ok || slices.ContainsFunc(s.in.Library.Broken, func(b routines.Broken) bool { return b.ID == id })
}

// Back goes to the page to begin from, and reports whether a routine was open. Nothing is lost: what is not saved is kept.
func (s *Screen) Back() bool {
	if s.work == nil {
		return false
	}
	dirty := s.unsaved()
	name := s.work.ed.Now().Content.Name
	s.leaveWork()
	s.toBegin()
	if dirty {
		s.deps.Say(look.T("build.kept", "{{.Name}} is kept as a draft. It is not saved yet.", map[string]any{"Name": name}))
	}
	return true
}

// Leave is to be asked before the window closes; it keeps what is not saved, so that nothing stands in the way.
func (s *Screen) Leave() bool {
	s.Flush()
	return true
}

// Length is the length the routine is looked at, for a sheet that prints or shares it; 0 is its natural one.
func (s *Screen) Length() time.Duration {
	if s.work == nil {
		return 0
	}
	return s.work.length
}

// unsaved reports whether there is anything that would be lost.
func (s *Screen) unsaved() bool {
	w := s.work
	if w == nil || !w.ed.Dirty() {
		return false
	}
	_, edited := w.ed.CanUndo()
	return edited || w.worth || w.ed.Saved() != nil
}

// leaveWork keeps what is not saved and lets go of the routine.
func (s *Screen) leaveWork() {
	if s.work == nil {
		return
	}
	s.commitTyping()
	s.unfocus()
	s.frame.column.cancelDrag()
	s.frame.column.drag = nil
	s.frame.column.rest()
	s.frame.clash.close()
	s.frame.drawer.close()
	s.frame.closePopup()
	s.keepNow()
	if s.work.isKept {
		s.work.ed.Settle()
		s.keeper.left[s.work.as] = s.work.ed
	}
	s.work = nil
}

// lookAtFile sees whether the file of the routine is another one now. A routine without unsaved changes takes the new
// text; else both versions are shown.
func (s *Screen) lookAtFile() {
	w := s.work
	if w == nil || w.id() == "" {
		return
	}
	disk, err := s.deps.Store.Open(w.id())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if w.ed.Saved() != nil {
			w.ed.SetSaved(nil)
			w.worth = true
			s.deps.Say(look.T("build.gone", "{{.File}} is no longer there. What it held is still open here; save it to put it back.",
				map[string]any{"File": w.id() + ".toml"}))
			s.keepSoon()
		}
	case err != nil:
		return // said when it is to be saved
	case bytes.Equal(disk, w.ed.Saved()):
		if s.frame.clash.active() {
			s.frame.clash.close()
		}
	case bytes.Equal(disk, w.ed.Now().Text):
		w.ed.SetSaved(disk)
		s.keepNow()
	case !w.ed.Dirty():
		s.replace(message.New("build.did.outside", "{{.File}} read again", "File", w.id()+".toml"), disk)
		w.ed.SetSaved(disk)
		s.deps.Say(look.T("build.reloaded", "{{.File}} was changed elsewhere and is shown as it is now.", map[string]any{"File": w.id() + ".toml"}))
	case !bytes.Equal(disk, w.putOff):
		s.clashWith(disk)
	}
}

// replace puts another text in the place of the present one; what was chosen stays chosen, where it is another step now
// by its place.
func (s *Screen) replace(what message.Message, text []byte) {
	col := s.frame.column
	w := s.work
	before := w.ed.Now().Content
	where := func(k draft.Key) (at [2]int) {
		at = [2]int{-1, -1}
		if i, j, ok := before.Find(k); ok {
			at = [2]int{i, j}
		}
		return at
	}
	at, from, open := where(col.pick.at), where(col.pick.from), where(col.pick.open)
	chosen := map[draft.Key][2]int{}
	for k := range col.pick.chosen {
		chosen[k] = where(k)
	}
	w.ed.Replace(what, text)
	after := w.ed.Now().Content
	there := func(k draft.Key, at [2]int) draft.Key {
		if _, _, ok := after.Find(k); ok {
			return k
		}
		if at[0] < 0 || at[0] >= len(after.Phases) {
			return 0
		}
		p := after.Phases[at[0]]
		if at[1] < 0 {
			return p.Key
		}
		if at[1] >= len(p.Steps) {
			return 0
		}
		return p.Steps[at[1]].Key
	}
	col.pick.at, col.pick.from, col.pick.open = there(col.pick.at, at), there(col.pick.from, from), there(col.pick.open, open)
	clear(col.pick.chosen)
	for was, c := range chosen {
		if k := there(was, c); k != 0 {
			col.pick.chosen[k] = true
		}
	}
	if col.more != nil {
		col.more.key = col.pick.open
	}
	s.show()
}
