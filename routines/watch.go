package routines

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// An editor saves in several steps and a copied folder arrives file by file; the library is read again once it has
// been quiet for settle, and after patience at the latest, so that an edit shows within a second.
const (
	settle   = 150 * time.Millisecond
	patience = 500 * time.Millisecond
)

// folders are the folders of a person's own files inside the data folder.
var folders = []string{"exercises", "routines"}

// Watch calls changed, from a goroutine of its own, after files in dir/exercises or dir/routines have changed, until
// ctx ends. The folders are made when missing, and watched again when removed and made anew. Every change after Watch
// has returned is reported. The error says that the folders cannot be made or watched.
func Watch(ctx context.Context, dir string, changed func()) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watching %s: %w", dir, err)
	}
	for _, name := range folders {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o700); err != nil {
			w.Close()
			return fmt.Errorf("making the folder for %s: %w", name, err)
		}
	}
	// Folders and not files are watched, because editors save by renaming a new file over the old one.
	for _, name := range append([]string{"."}, folders...) {
		if err := w.Add(filepath.Join(dir, name)); err != nil {
			w.Close()
			return fmt.Errorf("watching %s: %w", filepath.Join(dir, name), err)
		}
	}
	touched := make(chan struct{}, 1)
	go debounce(ctx, touched, changed)
	go func() {
		defer w.Close()
		for {
			select {
			case <-ctx.Done():
				return
			case _, ok := <-w.Errors:
				if !ok {
					return
				}
				// Events were lost; what changed is unknown, so read everything again.
				signal(touched)
			case event, ok := <-w.Events:
				if !ok {
					return
				}
				if matters(dir, event) {
					signal(touched)
				}
				if isFolder(dir, event.Name) && event.Has(fsnotify.Create) {
					_ = w.Add(event.Name)
				}
			}
		}
	}()
	return nil
}

// matters reports whether an event may change the library.
func matters(dir string, event fsnotify.Event) bool {
	if event.Op == fsnotify.Chmod {
		return false
	}
	if isFolder(dir, event.Name) {
		return true
	}
	if filepath.Dir(event.Name) == filepath.Clean(dir) || strings.HasPrefix(filepath.Base(event.Name), ".") {
		return false
	}
	switch strings.ToLower(filepath.Ext(event.Name)) {
	case ".toml", ".png", ".jpg", ".jpeg", ".svg":
		return true
	}
	return false
}

// isFolder reports whether path is one of the two folders themselves.
func isFolder(dir, path string) bool {
	return filepath.Dir(path) == filepath.Clean(dir) && slices.Contains(folders, filepath.Base(path))
}

// signal asks for changed to be called, once however often it is asked before that happens.
func signal(touched chan<- struct{}) {
	select {
	case touched <- struct{}{}:
	default:
	}
}

// debounce calls changed once touched has been quiet for settle, and after patience at the latest.
func debounce(ctx context.Context, touched <-chan struct{}, changed func()) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-touched:
		}
		latest := time.NewTimer(patience)
		quiet := time.NewTimer(settle)
		for waiting := true; waiting; {
			select {
			case <-ctx.Done():
				return
			case <-touched:
				quiet.Reset(settle)
			case <-quiet.C:
				waiting = false
			case <-latest.C:
				waiting = false
			}
		}
		if ctx.Err() != nil {
			return
		}
		changed()
	}
}
