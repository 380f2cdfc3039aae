package shell

import (
	"sync"

	"catcow/routines/session"
)

// keeper writes the session that can be gone on with, on a goroutine of its own: a disk may take longer than a frame.
// Only the newest state matters; what was not yet written when a newer one came is dropped.
type keeper struct {
	dir    string
	failed func(error)
	wake   chan struct{}
	done   chan struct{}

	mu     sync.Mutex
	next   *session.Snapshot // nil with due: take the file away
	due    bool
	closed bool
}

// newKeeper starts a keeper; failed is told, from the keeper's goroutine, what could not be written.
func newKeeper(dir string, failed func(error)) *keeper {
	k := &keeper{dir: dir, failed: failed, wake: make(chan struct{}, 1), done: make(chan struct{})}
	go k.run()
	return k
}

// save keeps a session.
func (k *keeper) save(n session.Snapshot) { k.put(&n) }

// clear takes the kept session away.
func (k *keeper) clear() { k.put(nil) }

func (k *keeper) put(n *session.Snapshot) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.closed {
		return
	}
	k.next, k.due = n, true
	select {
	case k.wake <- struct{}{}:
	default:
	}
}

// close writes what is due and returns when it is written.
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
	k.mu.Lock()
	n, due := k.next, k.due
	k.due = false
	k.mu.Unlock()
	if !due {
		return
	}
	var err error
	if n == nil {
		err = session.Clear(k.dir)
	} else {
		err = session.Save(k.dir, *n)
	}
	if err != nil {
		k.failed(err)
	}
}
