package pose

import (
	"bytes"
	"sync"
	"time"

	"catcow/routines/draft"
)

// keepAfter is how long after a change it is kept as a draft. A crash loses what came in that time.
const keepAfter = 500 * time.Millisecond

// keeper keeps unsaved work as drafts, beside the window's own work: a disk may take longer than a frame.
type keeper struct {
	s     *Screen
	after func(time.Duration, func()) (stop func() bool)
	stop  func() bool // set while something is to be kept soon
	mu    sync.Mutex  // one writes at a time
	busy  sync.WaitGroup
	last  []byte // what was last kept
	lost  bool   // the last could not be
}

// later runs f after a while, on a goroutine of its own.
func later(d time.Duration, f func()) (stop func() bool) { return time.AfterFunc(d, f).Stop }

// soon keeps the work in a moment.
func (k *keeper) soon() {
	if k.stop != nil {
		return
	}
	k.stop = k.after(keepAfter, func() {
		k.s.deps.Post(func() {
			k.stop = nil
			if d, ok := k.draft(); ok {
				k.busy.Go(func() { k.write(d) })
			}
		})
	})
}

// now keeps the work and returns when that is done.
func (k *keeper) now() {
	if k.stop != nil {
		k.stop()
		k.stop = nil
	}
	if d, ok := k.draft(); ok {
		k.write(d)
	}
	k.busy.Wait()
}

// draft is the work as a draft, if there is anything that is not saved nor kept.
func (k *keeper) draft() (draft.Kept, bool) {
	w := k.s.work
	if w == nil || !w.dirty() || w.fresh && len(w.back) == 0 {
		return draft.Kept{}, false
	}
	text, err := w.text()
	if err != nil || bytes.Equal(text, k.last) {
		return draft.Kept{}, false
	}
	k.last = text
	return draft.Kept{ID: w.id, Text: text, Base: w.base, Time: k.s.deps.Now()}, true
}

func (k *keeper) write(d draft.Kept) {
	k.mu.Lock()
	defer k.mu.Unlock()
	err := k.s.store.KeepDraft(d)
	k.s.deps.Post(func() {
		lost := err != nil
		if lost {
			k.s.sayError(err)
			k.last = nil // it is tried again
		}
		if lost != k.lost {
			k.lost = lost
			k.s.frame.show()
		}
	})
}

// drop takes the draft of an id away: it is saved, or not wanted.
func (k *keeper) drop(id string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.last = nil
	_ = k.s.store.DropDraft(id) // what cannot be taken away is offered again, and nothing is lost
}
