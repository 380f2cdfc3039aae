package tray

import (
	"context"
	"time"

	"catcow/gui/system/busy"
	"catcow/gui/system/presence"
	"catcow/routines/breaks"
)

// calls are what a person can sit through without touching anything.
var calls = []busy.Reason{busy.Microphone, busy.Camera, busy.Sharing}

// present passes on what is known of the person.
func (r *resident) present(e presence.Event) []breaks.Event {
	now := r.now()
	switch {
	case e.Kind == presence.Away && e.Why == presence.Idle:
		r.idle(e.Since)
		return nil
	case e.Kind == presence.Away:
		return r.clock.Away(reasons[e.Why], e.Since, now)
	case e.Kind == presence.Back:
		r.stir()
		return r.clock.Back(reasons[e.Why], now)
	case e.Source == presence.Unknown:
		r.stir()
		return r.clock.Unwatched(now)
	}
	return nil
}

var reasons = map[presence.Why]breaks.Why{presence.Idle: breaks.Idle, presence.Locked: breaks.Locked, presence.Asleep: breaks.Asleep}

// idle finds out whether somebody who touches nothing has gone, or listens: whoever sits in a call does not rest. When
// the call ends and still nothing is touched, they count as away from then on.
func (r *resident) idle(since time.Time) {
	r.stir()
	ctx, cancel := context.WithCancel(r.life)
	r.calling = cancel
	port, now := r.port, r.now
	go func() {
		a := port.look(ctx, calls)
		if len(a.Busy) > 0 {
			changed := port.busyChanges(ctx, calls)
			for len(a.Busy) > 0 {
				select {
				case <-changed:
					a = port.look(ctx, calls)
				case <-ctx.Done():
					return
				}
			}
			since = now()
		}
		send(ctx, r.wishes, func(r *resident) (string, error) {
			if ctx.Err() == nil {
				r.handle(r.clock.Away(breaks.Idle, since, r.now()))
			}
			return "", nil
		})
	}()
}

// stir ends the question whether somebody idle sits in a call: they do not sit idle any more.
func (r *resident) stir() {
	if r.calling != nil {
		r.calling()
		r.calling = nil
	}
}
