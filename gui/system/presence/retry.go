//go:build unix && !darwin

package presence

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	againAfter = time.Second      // whatever restarts needs a moment
	againEvery = 30 * time.Second // for what cannot be watched for
)

// errOther says that what was asked is there and will not tell, so that asking again is of no use.
var errOther = errors.New("it does not tell")

// retry tries, and tries again whenever it may fare better, until ctx ends. A try lasts as long as it goes well, and
// was tells that it did. Otherwise its sockets are waited for, or a poke.
func retry(ctx context.Context, sockets []string, poke <-chan struct{}, try func() (was bool, err error)) {
	for {
		was, err := try()
		if !was && !await(ctx, sockets, poke, !errors.Is(err, errOther)) {
			return
		}
		timer := time.NewTimer(againAfter)
		select {
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()
			return
		}
	}
}

// await waits until one of the sockets appears, or a poke comes. Where that cannot be seen (a socket without a file, or
// one whose file is there though nobody answers) it waits 30 s, if it is of any use to ask again. It is false when ctx
// ends.
func await(ctx context.Context, sockets []string, poke <-chan struct{}, again bool) bool {
	watch := func(string) error { return errors.ErrUnsupported }
	var events chan fsnotify.Event
	var faults chan error
	if slices.ContainsFunc(sockets, filepath.IsAbs) {
		if watcher, err := fsnotify.NewWatcher(); err == nil {
			defer watcher.Close()
			watch, events, faults = watcher.Add, watcher.Events, watcher.Errors
		}
	}
	seen := make(map[string]bool) // sockets that were there already
	for _, socket := range sockets {
		seen[socket] = exists(socket)
	}
	for {
		blind := false
		var way []string // the deepest folder of each socket, and what has to appear in it
		for _, socket := range sockets {
			folder, name := nearest(socket)
			way = append(way, folder, name)
			blind = !filepath.IsAbs(socket) || watch(folder) != nil || seen[socket] || blind
			if exists(socket) && !seen[socket] {
				return true
			}
		}
		var late <-chan time.Time
		if blind && again {
			timer := time.NewTimer(againEvery)
			defer timer.Stop()
			late = timer.C
		}
		for changed := false; !changed; {
			select {
			case e := <-events:
				if e.Has(fsnotify.Create) && slices.Contains(sockets, e.Name) {
					return true
				}
				changed = e.Has(fsnotify.Create|fsnotify.Remove) && slices.Contains(way, e.Name)
			case <-faults: // unread, they would hold up the rest
			case <-late:
				return true
			case <-poke:
				return true
			case <-ctx.Done():
				return false
			}
		}
	}
}

// nearest is the deepest folder on the way to a path, and what has to appear in it.
func nearest(path string) (folder, name string) {
	for {
		folder, name = filepath.Dir(path), path
		if folder == path || exists(folder) {
			return folder, name
		}
		path = folder
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
