package build

import (
	"sync"
	"time"

	"catcow/gui/look"
	"catcow/routines/draft"
)

// keepAfter is how long after a change it is kept. A crash loses what was written in this time and in that of the writing
// itself: together less than a second.
const keepAfter = 600 * time.Millisecond

// keeper writes drafts on a goroutine of its own: a disk may take longer than a frame. Of each draft only the newest
// state matters.
type keeper struct {
	store draft.Store
	told  func(error)
	wake  chan struct{}
	done  chan struct{}

	mu     sync.Mutex
	quiet  *sync.Cond             // nothing is to be written
	due    map[string]*draft.Kept // nil: take the draft away
	busy   bool
	closed bool
}

// newKeeper starts a keeper; told hears, from the keeper's goroutine, what could not be written.
func newKeeper(store draft.Store, told func(error)) *keeper {
	k := &keeper{store: store, told: told, wake: make(chan struct{}, 1), done: make(chan struct{}), due: map[string]*draft.Kept{}}
	k.quiet = sync.NewCond(&k.mu)
	go k.run()
	return k
}

func (k *keeper) keep(d draft.Kept) { k.put(d.ID, &d) }
func (k *keeper) drop(id string)    { k.put(id, nil) }

func (k *keeper) put(id string, d *draft.Kept) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.closed {
		return
	}
	k.due[id] = d
	select {
	case k.wake <- struct{}{}:
	default:
	}
}

// flush returns when all there was to write is written.
func (k *keeper) flush() {
	k.mu.Lock()
	defer k.mu.Unlock()
	for len(k.due) > 0 || k.busy {
		k.quiet.Wait()
	}
}

// close writes what is due and ends the keeper.
func (k *keeper) close() {
	k.mu.Lock()
	if !k.closed {
		k.closed = true
		close(k.wake)
	}
	k.mu.Unlock()
	<-k.done
}

func (k *keeper) run() {
	defer close(k.done)
	for range k.wake {
		k.write()
	}
	k.write()
}

func (k *keeper) write() {
	for {
		k.mu.Lock()
		if len(k.due) == 0 {
			k.busy = false
			k.quiet.Broadcast()
			k.mu.Unlock()
			return
		}
		work := k.due
		k.due, k.busy = map[string]*draft.Kept{}, true
		k.mu.Unlock()
		for id, d := range work {
			var err error
			if d == nil {
				err = k.store.DropDraft(id)
			} else {
				err = k.store.KeepDraft(*d)
			}
			if err != nil {
				k.told(err)
			}
		}
	}
}

// keepSoon keeps what is not saved as a draft a little later, with all that is written until then.
func (s *Screen) keepSoon() {
	w := s.work
	if w == nil {
		return
	}
	w.isKept = false
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
	}
	s.deps.Say(look.T("build.not-kept", "A draft could not be kept: {{.Reason}}", map[string]any{"Reason": err.Error()}))
}
