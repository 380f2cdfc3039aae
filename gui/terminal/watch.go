package terminal

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long a file has to be left alone before it is drawn: an editor saves in several steps.
const settle = 80 * time.Millisecond

// runWatch draws a file, and again whenever it is saved, until it is told to end.
func runWatch(e Env, o drawing) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return watch(ctx, e, o)
}

func watch(ctx context.Context, e Env, o drawing) int {
	file := o.words[0]
	changes, err := changesOf(ctx, file)
	if err != nil {
		e.warn("%v", err)
		return Failed
	}
	e.say("Watching %s; Ctrl+C ends it.", file)
	follow(ctx, changes, func() {
		if o.draw(e) != Fine {
			e.say("The picture stays as it was.")
		}
	})
	if ctx.Err() == nil {
		e.warn("the folder of %s is gone, so there is nothing to watch any more", file)
		return Failed
	}
	return Fine
}

// follow draws at once, and again after every change once there is quiet, until ctx ends or there can be no more changes.
func follow(ctx context.Context, changes <-chan struct{}, draw func()) {
	draw()
	for {
		select {
		case <-ctx.Done():
			return
		case _, ok := <-changes:
			if !ok {
				return
			}
		}
		quiet := time.NewTimer(settle)
		for waiting := true; waiting; {
			select {
			case <-ctx.Done():
				return
			case _, ok := <-changes:
				if !ok {
					return
				}
				quiet.Reset(settle)
			case <-quiet.C:
				waiting = false
			}
		}
		draw()
	}
}

// changesOf tells when a file changes, until ctx ends; the channel is closed when its folder goes away. The folder is
// watched and not the file, because editors save by putting a new file in its place.
func changesOf(ctx context.Context, file string) (<-chan struct{}, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watching %s: %w", file, err)
	}
	dir, name := filepath.Dir(file), filepath.Base(file)
	if err := w.Add(dir); err != nil {
		w.Close()
		return nil, fmt.Errorf("watching the folder of %s: %w", file, err)
	}
	changes := make(chan struct{}, 1)
	go func() {
		defer w.Close()
		defer close(changes)
		for {
			touched := false
			select {
			case <-ctx.Done():
				return
			case <-w.Errors:
				touched = true // events were lost; this may have been one of them
			case event, ok := <-w.Events:
				gone := filepath.Clean(event.Name) == filepath.Clean(dir) && event.Has(fsnotify.Remove|fsnotify.Rename)
				if !ok || gone {
					return
				}
				touched = filepath.Base(event.Name) == name && event.Op != fsnotify.Chmod
			}
			if touched {
				select {
				case changes <- struct{}{}:
				default:
				}
			}
		}
	}()
	return changes, nil
}
