package build

import (
	"bytes"
	"time"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/draft"
)

// keepAfter is how long after a change it is kept. A crash loses what was written in this time and in that of the writing
// itself: together less than a second.
const keepAfter = 600 * time.Millisecond

// keeper writes drafts.
type keeper struct {
	*parts.Writer
	store draft.Store
	left  map[string]*draft.Editor // by the id of the draft: what was left unsaved, with all that can be taken back
}

// newKeeper starts a keeper; told hears, from another goroutine, what could not be written.
func newKeeper(store draft.Store, told func(error)) *keeper {
	return &keeper{parts.NewWriter(told), store, map[string]*draft.Editor{}}
}

func (k *keeper) keep(d draft.Kept) { k.Put(d.ID, func() error { return k.store.KeepDraft(d) }) }

func (k *keeper) drop(id string) {
	delete(k.left, id)
	k.Put(id, func() error { return k.store.DropDraft(id) })
}

// editor is the one a draft was left with, if the draft is still what was left, else nil.
func (k *keeper) editor(d draft.Kept) *draft.Editor {
	ed := k.left[d.ID]
	delete(k.left, d.ID)
	if ed == nil || !bytes.Equal(ed.Now().Text, d.Text) || !bytes.Equal(ed.Saved(), d.Base) || (ed.Now().ID == "") != (d.Base == nil) {
		return nil
	}
	return ed
}

// keepSoon keeps what is not saved as a draft a little later, with all that is written until then.
func (s *Screen) keepSoon() {
	w := s.work
	if w == nil {
		return
	}
	w.isKept, w.unsaid = false, false
	if w.due == nil {
		w.due = time.AfterFunc(keepAfter, func() {
			s.deps.Post(func() {
				if s.work == w && w.due != nil {
					s.keepNow()
				}
			})
		})
	}
}

// keepNow keeps what is not saved as a draft, or takes the draft away where there is nothing to keep.
func (s *Screen) keepNow() {
	w := s.work
	if w == nil {
		return
	}
	if w.due != nil {
		w.due.Stop()
		w.due = nil
	}
	switch {
	case !s.unsaved():
		if w.isKept || w.worth || w.ed.Saved() != nil {
			s.keeper.drop(w.as)
		}
		w.isKept = false
	case !w.isKept:
		s.keeper.keep(draft.Kept{ID: w.as, Text: w.ed.Now().Text, Base: w.ed.Saved(), Time: s.deps.Now()})
		w.isKept = true
	}
	s.frame.header.update()
}

// notKept says that a draft could not be written.
func (s *Screen) notKept(err error) {
	if s.work != nil {
		s.work.isKept = false
		s.frame.header.update()
		if s.work.unsaid {
			s.work.unsaid = false // it was just said that the file could not be saved, which is what was asked for
			return
		}
	}
	s.deps.Say(look.T("build.not-kept", "A draft could not be kept: {{.Reason}}", map[string]any{"Reason": err.Error()}))
}
