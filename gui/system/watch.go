package system

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long a file must be quiet before it is read; editors save in several steps.
const settle = 150 * time.Millisecond

// WatchFile calls changed, from a goroutine of its own, after a file has changed, until ctx ends. The folder is watched
// and not the file, because editors save by putting a new file in its place.
func WatchFile(ctx context.Context, path string, changed func()) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watching %s: %w", path, err)
	}
	if err := w.Add(filepath.Dir(path)); err != nil {
		w.Close()
		return fmt.Errorf("watching %s: %w", path, err)
	}
	go func() {
		defer w.Close()
		quiet := time.NewTimer(settle)
		quiet.Stop()
		defer quiet.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case e, ok := <-w.Events:
				if !ok {
					return
				}
				if filepath.Base(e.Name) == filepath.Base(path) && e.Op != fsnotify.Chmod {
					quiet.Reset(settle)
				}
			case _, ok := <-w.Errors:
				if !ok {
					return
				}
				quiet.Reset(settle) // events were lost; look
			case <-quiet.C:
				changed()
			}
		}
	}()
	return nil
}
