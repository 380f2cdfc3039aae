package presence

import (
	"context"
	"sync"
	"time"

	"catcow/routines/message"
)

// Watch is a running look-out.
type Watch struct {
	ctx       context.Context
	cancel    context.CancelFunc
	threshold time.Duration
	events    chan Event
	said      chan said
	running   sync.WaitGroup

	mu     sync.Mutex
	source Source
	reason message.Message // why the source is Unknown
	live   source          // what Lull asks; nil while nothing tells
	closed bool
}

// said is what a sense says, on its way to the watch: its word, or a new source.
type said struct {
	from   sense
	away   bool
	since  time.Time
	source Source // not empty: this one is live from now on, and the rest says nothing
}

// source tells how long there was no input. It is open, and ends with run.
type source interface {
	// run tells when there was no input for the threshold and when it came, until the source is lost or ctx ends.
	// Saying the same again does no harm. Since is when the last input was, or when it came.
	run(ctx context.Context, tell func(idle bool, since time.Time)) error
	// lull waits until there was no input for d, the source is lost or ctx ends. It may be called while run runs.
	lull(ctx context.Context, d time.Duration)
}

// Open begins to watch for nobody being there for the threshold (1 s or more). It never fails and returns at once: the
// source is Unknown until the best one has answered, which is told as Changed. It ends with Close or the context.
func Open(ctx context.Context, threshold time.Duration) *Watch {
	w := newWatch(ctx, threshold)
	w.begin(w.watch)
	return w
}

func newWatch(ctx context.Context, threshold time.Duration) *Watch {
	w := &Watch{threshold: max(threshold, time.Second), events: make(chan Event), said: make(chan said)}
	w.source, w.reason = Unknown, Unknown.Message()
	w.ctx, w.cancel = context.WithCancel(ctx)
	w.begin(w.pass)
	return w
}

// Source is where the idle time comes from at this moment.
func (w *Watch) Source() Source {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.source
}

// Message is the source in words, or for Unknown why it is.
func (w *Watch) Message() message.Message {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.source == Unknown {
		return w.reason
	}
	return w.source.Message()
}

// Events are the changes, in order; none is dropped, however slowly they are read. It is closed when the watch ends.
func (w *Watch) Events() <-chan Event { return w.events }

// Lull is closed once there has been no input for d (100 ms to 1 h), to begin a break in a pause rather than in the
// middle of a word. It is closed too when that cannot be known, when ctx ends and when the watch does, so waiting for
// it alone is enough; a film may hold it up on some desktops, so ctx should have an end. It costs nothing when unused.
func (w *Watch) Lull(ctx context.Context, d time.Duration) <-chan struct{} {
	done := make(chan struct{})
	w.mu.Lock()
	live := w.live
	w.mu.Unlock()
	waits := live != nil && w.begin(func() {
		defer close(done)
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		defer context.AfterFunc(w.ctx, cancel)()
		live.lull(ctx, min(max(d, 100*time.Millisecond), time.Hour))
	})
	if !waits {
		close(done)
	}
	return done
}

// Close ends the watch and waits until all of it is gone.
func (w *Watch) Close() {
	w.mu.Lock()
	w.closed = true
	w.mu.Unlock()
	w.cancel()
	w.running.Wait()
}

// begin runs a part of the watch, which Close waits for. It is false when the watch is closed already.
func (w *Watch) begin(part func()) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return false
	}
	w.running.Go(part)
	return true
}

// pass turns what is said into events. It never keeps who says it waiting for who reads the events.
func (w *Watch) pass() {
	defer close(w.events)
	now := state{source: Unknown}
	var queue []Event
	for {
		var out chan Event
		var next Event
		if len(queue) > 0 {
			out, next = w.events, queue[0]
		}
		select {
		case s := <-w.said:
			if s.source != "" {
				queue = append(queue, now.live(s.source, s.since)...)
			} else if e, ok := now.tell(s.from, s.away, s.since); ok {
				queue = append(queue, e)
			}
		case out <- next:
			queue = queue[1:]
		case <-w.ctx.Done():
			return
		}
	}
}

// tell says a sense's word.
func (w *Watch) tell(from sense, away bool, since time.Time) {
	w.say(said{from: from, away: away, since: since})
}

func (w *Watch) say(s said) {
	s.since = s.since.Round(0) // the wall clock alone: it goes on while the machine sleeps
	select {
	case w.said <- s:
	case <-w.ctx.Done():
	}
}

// use runs a source until it is lost.
func (w *Watch) use(name Source, src source) {
	w.set(name, message.Message{}, src)
	_ = src.run(w.ctx, func(idle bool, since time.Time) { w.tell(input, idle, since) })
	w.set(Unknown, Unknown.Message(), nil)
}

// set makes it known which source is live, and for Unknown why.
func (w *Watch) set(name Source, reason message.Message, src source) {
	w.mu.Lock()
	w.source, w.reason, w.live = name, reason, src
	w.mu.Unlock()
	w.say(said{source: name, since: time.Now()})
}
