package tray

import (
	"context"
	"time"

	"catcow/gui/system/busy"
	"catcow/routines/breaks"
)

// pauseInTyping is how long the keys must rest before a break asks: between words nobody takes so long.
const pauseInTyping = 3 * time.Second

// moment is what the search for a good one has found.
type moment struct {
	search  context.Context // which search; one that was ended has nothing to say
	reasons []breaks.Reason // why it is a bad one; none when it is good
}

// seek looks for a good moment to ask, and tells of it through r.moment, until it is good or the search is ended.
func (r *resident) seek() {
	search, cancel := context.WithCancel(r.life)
	r.seeking = cancel
	want, typing, port := wanted(r.set.Breaks.NotNow), r.set.Breaks.NotNow.Typing, r.port
	go func() {
		if !quiet(search, want, port, func(reasons []breaks.Reason) { send(search, r.moment, moment{search, reasons}) }) {
			return
		}
		if typing {
			lull := port.presence.Lull(search, pauseInTyping)
			select {
			case <-lull:
			default:
				send(search, r.moment, moment{search, []breaks.Reason{breaks.Typing}})
				<-lull
			}
		}
		send(search, r.moment, moment{search, nil})
	}()
}

// quiet waits until nothing that is wanted holds, and says what does meanwhile. It reports false when ctx ended first.
func quiet(ctx context.Context, want []busy.Reason, port ports, held func([]breaks.Reason)) bool {
	if len(want) == 0 {
		return true
	}
	a := port.look(ctx, want)
	if len(a.Busy) == 0 {
		return ctx.Err() == nil
	}
	changed := port.busyChanges(ctx, want)
	for len(a.Busy) > 0 {
		held(inWords(a.Busy))
		select {
		case <-changed:
			a = port.look(ctx, want)
		case <-ctx.Done():
			return false
		}
	}
	return ctx.Err() == nil
}

// wanted are the reasons the person lets count.
func wanted(n breaks.NotNow) (want []busy.Reason) {
	on := map[busy.Reason]bool{
		busy.Microphone: n.Microphone, busy.Camera: n.Camera, busy.Sharing: n.Sharing,
		busy.FullScreen: n.FullScreen, busy.DoNotDisturb: n.DoNotDisturb,
	}
	for _, reason := range busy.Reasons {
		if on[reason] {
			want = append(want, reason)
		}
	}
	return want
}

// inWords are the reasons as the rules know them, by the same words.
func inWords(found []busy.Reason) (out []breaks.Reason) {
	for _, f := range found {
		out = append(out, breaks.Reason(f))
	}
	return out
}

// found is news from the search.
func (r *resident) found(m moment) {
	if m.search.Err() != nil {
		return
	}
	now := r.now()
	if len(m.reasons) > 0 {
		r.typing = len(m.reasons) == 1 && m.reasons[0] == breaks.Typing
		r.handle(r.clock.Hold(m.reasons, now))
		return
	}
	due := breaks.Event{Kind: breaks.Due, Break: r.clock.Status(now).Break}
	for _, e := range r.clock.Free(now) {
		if e.Kind == breaks.Due {
			due = e
		}
	}
	r.ask(due)
}
