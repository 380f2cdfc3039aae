package busy

import (
	"context"
	"reflect"
	"testing"
	"testing/synctest"
	"time"
)

func TestLookGivesWhatHoldsInOrder(t *testing.T) {
	found := map[Reason]state{Microphone: held, Camera: free, Sharing: unknown, FullScreen: held, DoNotDisturb: unknown}
	begin := func(context.Context) probe { return func(r Reason) state { return found[r] } }
	for _, c := range []struct {
		want []Reason
		is   Answer
	}{
		{nil, Answer{}},
		{Reasons, Answer{[]Reason{Microphone, FullScreen}, []Reason{Sharing, DoNotDisturb}}},
		{[]Reason{FullScreen, Sharing, Microphone}, Answer{[]Reason{Microphone, FullScreen}, []Reason{Sharing}}},
		{[]Reason{Camera}, Answer{}},
		{[]Reason{Camera, Camera, "phone"}, Answer{}},
	} {
		if got := look(t.Context(), c.want, begin); !reflect.DeepEqual(got, c.is) {
			t.Errorf("look for %v: got %v, want %v", c.want, got, c.is)
		}
	}
}

func TestLookDoesNotWaitForWhatHangs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		revive := make(chan struct{})
		begin := func(context.Context) probe {
			return func(r Reason) state {
				if r == Camera {
					<-revive // minds no deadline
				}
				return held
			}
		}
		began := time.Now()
		got := look(t.Context(), []Reason{Camera, FullScreen}, begin)
		if want := (Answer{[]Reason{FullScreen}, []Reason{Camera}}); !reflect.DeepEqual(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
		if took := time.Since(began); took != time.Second {
			t.Errorf("took %v, want 1s", took)
		}
		close(revive) // and the probe ends: synctest fails on a goroutine that stays
	})
}

func TestLookEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
		defer cancel()
		begin := func(ctx context.Context) probe {
			return func(Reason) state { <-ctx.Done(); return unknown }
		}
		began := time.Now()
		got := look(ctx, []Reason{Sharing}, begin)
		if want := (Answer{nil, []Reason{Sharing}}); !reflect.DeepEqual(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
		if took := time.Since(began); took != 100*time.Millisecond {
			t.Errorf("took %v, want 100ms", took)
		}
	})
}

// told answers whether c tells something within d, and how soon.
func told(c <-chan struct{}, d time.Duration) (time.Duration, bool) {
	began := time.Now()
	select {
	case <-c:
		return time.Since(began), true
	case <-time.After(d):
		return 0, false
	}
}

func TestWatchTellsByEvent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		events := make(chan struct{})
		c := watch(ctx, []Reason{DoNotDisturb}, func(ctx context.Context, _ Reason, changed func()) {
			changed()
			for wait(ctx, events) {
				changed()
			}
		})
		if after, ok := told(c, time.Second); !ok || after != burstTime {
			t.Errorf("as soon as it listens: told %v after %v", ok, after)
		}
		if _, ok := told(c, 24*time.Hour); ok {
			t.Error("told something though nothing changed")
		}
		for range 5 { // one change, several events
			events <- struct{}{}
		}
		if after, ok := told(c, time.Second); !ok || after != burstTime {
			t.Errorf("after an event: told %v after %v", ok, after)
		}
		if _, ok := told(c, 24*time.Hour); ok {
			t.Error("told one change twice")
		}
		cancel()
		synctest.Wait()
		if _, ok := told(c, time.Hour); ok {
			t.Error("told something after its end")
		}
	})
}

func TestWatchLooksWhereNothingIsHeard(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		tries := map[Reason]int{}
		c := watch(ctx, []Reason{Camera}, func(_ context.Context, r Reason, _ func()) { tries[r]++ })
		for i := range 10 {
			if _, ok := told(c, 31*time.Second); !ok {
				t.Fatalf("not told in half a minute the %d. time", i)
			}
		}
		cancel()
		synctest.Wait()
		if tries[Camera] < 10 || len(tries) != 1 {
			t.Errorf("listened to %v, want the camera again and again", tries)
		}
	})
}

func TestWatchListensAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		lost := make(chan struct{})
		listens := 0
		c := watch(ctx, []Reason{Microphone}, func(ctx context.Context, _ Reason, changed func()) {
			listens++
			changed()
			wait(ctx, lost)
		})
		told(c, time.Hour)
		lost <- struct{}{} // the sound service restarts
		if after, ok := told(c, time.Minute); !ok || after != pollTime+burstTime {
			t.Errorf("told %v after %v", ok, after)
		}
		synctest.Wait()
		if listens != 2 {
			t.Errorf("listened %d times, want 2", listens)
		}
	})
}
