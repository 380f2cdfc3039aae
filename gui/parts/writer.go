package parts

import "sync"

// Writer writes what is to be kept on a goroutine of its own: a disk may take longer than a frame. Of each name only the
// newest state matters; what was not yet written when a newer one came is dropped.
type Writer struct {
	failed func(error)
	wake   chan struct{}
	done   chan struct{}

	mu     sync.Mutex
	quiet  *sync.Cond // nothing is to be written
	due    map[string]func() error
	busy   bool
	closed bool
}

// NewWriter starts a writer; failed is told, from the writer's goroutine, what could not be written.
func NewWriter(failed func(error)) *Writer {
	w := &Writer{failed: failed, wake: make(chan struct{}, 1), done: make(chan struct{}), due: map[string]func() error{}}
	w.quiet = sync.NewCond(&w.mu)
	go w.run()
	return w
}

// Put has something written, or taken away, under a name, in place of what is still due under it. A closed writer takes
// nothing.
func (w *Writer) Put(name string, write func() error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return
	}
	w.due[name] = write
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

// Flush returns when all there was to write is written.
func (w *Writer) Flush() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for len(w.due) > 0 || w.busy {
		w.quiet.Wait()
	}
}

// Close writes what is due and ends the writer.
func (w *Writer) Close() {
	w.mu.Lock()
	if !w.closed {
		w.closed = true
		close(w.wake)
	}
	w.mu.Unlock()
	<-w.done
}

func (w *Writer) run() {
	defer close(w.done)
	for range w.wake {
		w.write()
	}
	w.write()
}

func (w *Writer) write() {
	for {
		w.mu.Lock()
		if len(w.due) == 0 {
			w.busy = false
			w.quiet.Broadcast()
			w.mu.Unlock()
			return
		}
		work := w.due
		w.due, w.busy = map[string]func() error{}, true
		w.mu.Unlock()
		for _, write := range work {
			if err := write(); err != nil {
				w.failed(err)
			}
		}
	}
}
