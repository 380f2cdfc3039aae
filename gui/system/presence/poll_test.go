package presence

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// TestPoll lets a person work for two hours with a key every 7 s, leave for one and come back, and counts the looks.
func TestPoll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const key, left, came = 7 * time.Second, 2 * time.Hour / (7 * time.Second) * (7 * time.Second), 3 * time.Hour
		start := time.Now()
		var looks atomic.Int32
		p := &poll{threshold: 5 * time.Minute, look: func() (time.Duration, error) {
			looks.Add(1)
			now := time.Since(start)
			if now > left && now < came {
				return now - left, nil
			}
			return now % key, nil
		}}
		type word struct {
			away  bool
			since time.Duration
		}
		var got []word
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan error)
		go func() {
			done <- p.run(ctx, func(away bool, since time.Time) { got = append(got, word{away, since.Sub(start)}) })
		}()
		time.Sleep(left)
		if n := looks.Swap(0); n > 26 {
			t.Errorf("2 h of work: %d looks, want one in about 5 min", n)
		}
		time.Sleep(came - left)
		if n := looks.Load(); n > 121 {
			t.Errorf("an hour away: %d looks, want at most one in 30 s", n)
		}
		time.Sleep(10 * time.Minute)
		cancel()
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Errorf("ended with %v", err)
		}
		if len(got) != 2 || got[0] != (word{true, left}) || got[1].away || got[1].since < came || got[1].since > came+lookEvery {
			t.Errorf("said %v; want away since %v and back within 30 s of %v", got, left, came)
		}
	})
}

func TestPollLost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		lost := errors.New("lost")
		p := &poll{threshold: time.Minute, look: func() (time.Duration, error) { return 0, lost }}
		if err := p.run(t.Context(), func(bool, time.Time) { t.Error("said something") }); !errors.Is(err, lost) {
			t.Errorf("ended with %v", err)
		}
		p.lull(t.Context(), time.Hour) // does not wait
	})
}

// TestPollLull types in bursts: the lull comes 3 s after the last key, and no look more than a burst needs.
func TestPollLull(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start, looks := time.Now(), 0
		keys := []time.Duration{0, time.Second, 2 * time.Second, 4 * time.Second, 6 * time.Second, 8 * time.Second, time.Hour}
		p := &poll{look: func() (time.Duration, error) {
			looks++
			now := time.Since(start)
			after := slices.IndexFunc(keys, func(key time.Duration) bool { return key > now })
			return now - keys[after-1], nil
		}}
		p.lull(t.Context(), 3*time.Second)
		if took := time.Since(start); took != 11*time.Second || looks > 6 {
			t.Errorf("the lull came after %v and %d looks, want 11 s and at most 6", took, looks)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		keys = []time.Duration{time.Since(start), time.Hour}
		p.lull(ctx, time.Minute)
		if took := time.Since(start); took != 12*time.Second {
			t.Errorf("a lull given up after 1 s took %v", took-11*time.Second)
		}
	})
}
