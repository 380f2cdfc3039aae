package presence

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

// fake is a source that says what it is told to.
type fake struct {
	words chan func(tell func(bool, time.Time))
	lost  chan struct{}
	lulls chan struct{}
}

func newFake() *fake {
	return &fake{make(chan func(func(bool, time.Time))), make(chan struct{}), make(chan struct{})}
}

func (f *fake) run(ctx context.Context, tell func(bool, time.Time)) error {
	for {
		select {
		case word := <-f.words:
			word(tell)
		case <-f.lost:
			return errors.New("lost")
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (f *fake) lull(ctx context.Context, d time.Duration) {
	select {
	case <-time.After(d):
	case <-f.lulls:
	case <-f.lost:
	case <-ctx.Done():
	}
}

// say says a word; ago is how long it has been true.
func (f *fake) say(idle bool, ago time.Duration) {
	f.words <- func(tell func(bool, time.Time)) { tell(idle, time.Now().Add(-ago)) }
}

// begin is a watch of a fake source. Synctest fails a test that leaves anything of it running.
func begin(ctx context.Context, f *fake) *Watch {
	w := newWatch(ctx, 5*time.Minute)
	w.begin(func() { w.use(X11, f) })
	synctest.Wait()
	return w
}

func closed(done <-chan struct{}) bool {
	synctest.Wait()
	select {
	case <-done:
		return true
	default:
		return false
	}
}

// TestSlowReader says everything before the first event is read: nobody waits, nothing is lost.
func TestSlowReader(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := newFake()
		w := begin(t.Context(), f)
		defer w.Close()
		start := time.Now()
		if w.Source() != X11 || w.Message().ID != X11.Message().ID {
			t.Errorf("source %s, %q", w.Source(), w.Message())
		}
		for range 20 {
			f.say(true, 5*time.Minute)
			time.Sleep(time.Hour)
			f.say(false, 0)
		}
		f.lost <- struct{}{}
		synctest.Wait()
		if w.Source() != Unknown {
			t.Errorf("lost, and the source is %s", w.Source())
		}
		if e := <-w.Events(); e.Kind != Changed || e.Source != X11 {
			t.Errorf("first %+v", e)
		}
		for i := range 20 {
			gone, came := <-w.Events(), <-w.Events()
			want := start.Add(time.Duration(i)*time.Hour - 5*time.Minute)
			if gone.Kind != Away || !gone.Since.Equal(want) || came.Kind != Back || !came.Since.Equal(want.Add(65*time.Minute)) {
				t.Fatalf("%d: %+v and %+v, want away since %v", i, gone, came, want)
			}
			if gone.Since != gone.Since.Round(0) {
				t.Error("away since a time that stands still while the machine sleeps")
			}
		}
		if e := <-w.Events(); e.Kind != Changed || e.Source != Unknown {
			t.Errorf("last %+v", e)
		}
	})
}

func TestLull(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := newFake()
		w := begin(t.Context(), f)
		begun := time.Now()
		<-w.Lull(t.Context(), 3*time.Second)
		if took := time.Since(begun); took != 3*time.Second {
			t.Errorf("a lull of 3 s took %v", took)
		}
		<-w.Lull(t.Context(), 0)
		if took := time.Since(begun); took != 3100*time.Millisecond {
			t.Errorf("a lull of nothing is taken for %v, want 100 ms", took-3*time.Second)
		}

		ctx, cancel := context.WithCancel(t.Context())
		given, lost, ended := w.Lull(ctx, time.Hour), w.Lull(t.Context(), time.Hour), w.Lull(t.Context(), time.Hour)
		if closed(given) || closed(lost) {
			t.Error("a lull before its time")
		}
		cancel()
		if !closed(given) || closed(lost) {
			t.Error("one lull was given up, and that one alone should end")
		}
		w.Close()
		if !closed(lost) || !closed(ended) {
			t.Error("a lull goes on after the watch")
		}
		if !closed(w.Lull(t.Context(), time.Hour)) {
			t.Error("a lull begins after the watch")
		}
	})
}

func TestLullUnknown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWatch(t.Context(), time.Minute)
		defer w.Close()
		if !closed(w.Lull(t.Context(), time.Hour)) {
			t.Error("where nothing tells, a lull is waited for")
		}
		if w.Source() != Unknown || w.Message().String() == "" {
			t.Errorf("source %s, %q", w.Source(), w.Message())
		}
	})
}

// TestEnds ends a watch in each way there is, with events that nobody reads. That nothing is left is synctest's to see.
func TestEnds(t *testing.T) {
	for name, end := range map[string]func(*Watch, context.CancelFunc){
		"close":             func(w *Watch, _ context.CancelFunc) { w.Close() },
		"twice":             func(w *Watch, _ context.CancelFunc) { w.Close(); w.Close() },
		"context":           func(_ *Watch, cancel context.CancelFunc) { cancel() },
		"context and close": func(w *Watch, cancel context.CancelFunc) { cancel(); w.Close() },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				f := newFake()
				w := begin(ctx, f)
				w.Lull(t.Context(), time.Hour)
				f.say(true, 0)
				end(w, cancel)
				for range w.Events() {
				}
			})
		})
	}
}
