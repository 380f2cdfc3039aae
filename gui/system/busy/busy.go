// Package busy says whether this is a bad moment for a break, and why: the microphone records, a camera is open, the
// screen is being shared, another program fills it, or the desktop was asked to be quiet.
//
// The reasons to look for go in, what holds comes out. It costs nothing until it is asked: there is no connection and
// no goroutine but between a call and its end. While a break waits, Watch the reasons it waits for, and Look at all of
// them again each time something may have changed.
package busy

import (
	"context"
	"slices"
	"time"
)

// Reason is why now is not the moment. The words are the keys of [breaks.not_now] in settings.toml.
type Reason string

// What a break can wait for.
const (
	Microphone   Reason = "microphone"     // another program records sound
	Camera       Reason = "camera"         // another program has a camera open
	Sharing      Reason = "sharing"        // the screen is being shared or recorded
	FullScreen   Reason = "full_screen"    // another program fills the screen
	DoNotDisturb Reason = "do_not_disturb" // the desktop was asked to be quiet
)

// Reasons are all of them, in the order an Answer gives them.
var Reasons = []Reason{Microphone, Camera, Sharing, FullScreen, DoNotDisturb}

// Answer is what a look found. A reason that was looked for and is in neither list does not hold.
type Answer struct {
	Busy    []Reason // these hold
	Unknown []Reason // these nobody could tell, or not in time: no cause to wait
}

const (
	lookTime  = time.Second            // how long a look may take altogether
	pollTime  = 30 * time.Second       // between two looks at what sends no events
	burstTime = 250 * time.Millisecond // how long events of one change may trickle in
)

// state is what one probe found.
type state int

const (
	unknown state = iota
	free
	held
)

func heldIf(is bool) state {
	if is {
		return held
	}
	return free
}

// Look finds out which of the wanted reasons hold now. It takes a second at most, and less when ctx ends sooner; what
// did not answer by then is unknown. Asking starts no service of the session bus.
func Look(ctx context.Context, want []Reason) Answer {
	return look(ctx, want, newProbe)
}

// probe finds out about one reason. It is asked for several at once.
type probe func(Reason) state

func look(ctx context.Context, want []Reason, begin func(context.Context) probe) Answer {
	ctx, cancel := context.WithTimeout(ctx, lookTime)
	defer cancel()
	ask := begin(ctx) // until ctx ends
	type found struct {
		Reason
		state
	}
	answers := make(chan found, len(Reasons))
	waiting := 0
	for _, r := range Reasons {
		if slices.Contains(want, r) {
			waiting++
			go func() { answers <- found{r, ask(r)} }()
		}
	}
	states := map[Reason]state{}
	for ; waiting > 0 && ctx.Err() == nil; waiting-- {
		select {
		case f := <-answers:
			states[f.Reason] = f.state
		case <-ctx.Done():
		}
	}
	var a Answer
	for _, r := range Reasons {
		if !slices.Contains(want, r) {
			continue
		}
		switch states[r] {
		case held:
			a.Busy = append(a.Busy, r)
		case unknown:
			a.Unknown = append(a.Unknown, r)
		}
	}
	return a
}

// Watch tells when another look at the wanted reasons is worth while, until ctx ends: call it while a break waits, with
// the reasons it waits for. It tells so once as soon as it listens, as nobody heard what changed before, then by event
// where the desktop has events, else every 30 s. Several changes that were not received yet are one. The channel is
// never closed; when ctx ends, all that Watch opened ends too.
func Watch(ctx context.Context, want []Reason) <-chan struct{} {
	return watch(ctx, want, listen)
}

// listener calls changed as soon as it listens and then whenever the reason may have changed. It returns when ctx ends
// or nothing can be heard (any more).
type listener func(ctx context.Context, r Reason, changed func())

func watch(ctx context.Context, want []Reason, hear listener) <-chan struct{} {
	raw, out := make(chan struct{}, 1), make(chan struct{}, 1)
	changed := func() {
		select {
		case raw <- struct{}{}:
		default:
		}
	}
	for _, r := range Reasons {
		if slices.Contains(want, r) {
			go follow(ctx, r, hear, changed)
		}
	}
	go func() {
		for wait(ctx, raw) {
			if !sleep(ctx, burstTime) {
				return
			}
			select {
			case <-raw:
			default:
			}
			select {
			case out <- struct{}{}:
			default:
			}
		}
	}()
	return out
}

// follow listens, and looks from time to time where nothing is to be heard. A service that went away is listened to
// again when it is back.
func follow(ctx context.Context, r Reason, hear listener, changed func()) {
	for {
		hear(ctx, r, changed)
		if !sleep(ctx, pollTime) {
			return
		}
		changed()
	}
}

// wait answers whether c received before ctx ended.
func wait(ctx context.Context, c <-chan struct{}) bool {
	select {
	case <-c:
		return ctx.Err() == nil
	case <-ctx.Done():
		return false
	}
}

// sleep answers whether d passed before ctx ended.
func sleep(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}
