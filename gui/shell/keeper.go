package shell

import (
	"catcow/gui/parts"
	"catcow/routines/session"
)

// keeper writes the session that can be gone on with.
type keeper struct {
	*parts.Writer
	dir string
}

// newKeeper starts a keeper; failed is told, from another goroutine, what could not be written.
func newKeeper(dir string, failed func(error)) *keeper { return &keeper{parts.NewWriter(failed), dir} }

// save keeps a session.
func (k *keeper) save(n session.Snapshot) {
	k.Put(session.File, func() error { return session.Save(k.dir, n) })
}

// clear takes the kept session away.
func (k *keeper) clear() { k.Put(session.File, func() error { return session.Clear(k.dir) }) }
