package tray

import (
	"context"
	"time"

	"catcow/gui/look"
	"catcow/gui/system"
	"catcow/gui/system/busy"
	"catcow/gui/system/notify"
	"catcow/gui/system/presence"
	"catcow/routines/breaks"
	"catcow/routines/session"
	"catcow/routines/settings"
)

// ports is everything outside that the resident works with.
type ports struct {
	notes interface {
		Show(notify.Note) error
		Withdraw(slot string)
		Chosen() <-chan notify.Choice
		State() notify.State
	}
	presence interface {
		Source() presence.Source
		Events() <-chan presence.Event
		Lull(context.Context, time.Duration) <-chan struct{}
	}
	icon interface {
		show(view)
		again() // what is shown is sent once more
	}

	look        func(context.Context, []busy.Reason) busy.Answer
	busyChanges func(context.Context, []busy.Reason) <-chan struct{}
	watch       func(ctx context.Context, library, settings func()) error         // calls these when the files have changed
	play        func(token string, args ...string) (wait func() error, err error) // starts Catcow once more
	raise       func(resume bool) error                                           // brings the window forward, to go on with the session that waits
	zone        func() string                                                     // which time zone the machine is in
	tidy        func()                                                            // gives memory back that is not needed any more
}

// wish is what the person wants, from the menu, a notification or the command line. It is run by the resident's own
// goroutine and answers a sentence; the error is one too.
type wish func(r *resident) (string, error)

// resident is everything that is known. Only run and what it calls touch it.
type resident struct {
	folders system.Folders
	now     func() time.Time
	port    ports
	life    context.Context // ends with run
	zone    string          // as it was at the start

	set    settings.Settings
	clock  *breaks.Clock
	kept   time.Time // when the state was written last
	choice []breaks.Candidate
	parked *session.Snapshot

	host    host
	seeking context.CancelFunc // nil while no good moment is looked for
	typing  bool               // all that is waited for is a pause in typing
	calling context.CancelFunc // ends the question whether somebody idle sits in a call; nil while it is not asked
	player  bool               // a process of ours plays the break
	said    map[string]bool    // what was told by this process

	wishes chan wish
	moment chan moment
	quit   bool
	again  bool
}

func newResident(f system.Folders, now func() time.Time) *resident {
	return &resident{folders: f, now: now, wishes: make(chan wish), moment: make(chan moment), said: map[string]bool{}}
}

// onTheBus is by when the icon is known to the desktop.
const onTheBus = time.Second

func showAgain(r *resident) (string, error) { r.port.icon.again(); return "", nil }

// tidyAfter is how long after something happened memory is given back: what it needed it will not need again soon.
const tidyAfter = 3 * time.Second

// run is the life of the resident. It reports whether it is to begin again from the start.
func (r *resident) run(ctx context.Context, hosts <-chan host) (again bool) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	r.life, r.zone = ctx, r.port.zone()
	r.set, _ = settings.Load(r.folders.Settings())
	state, aside := breaks.Load(r.folders.State)
	if aside != nil {
		r.tell("aside", look.Say(*aside))
	}
	r.clock = breaks.New(r.set.Breaks, state, r.now())
	r.readLibrary()
	r.readParked()
	r.watchFiles()
	r.handle(r.clock.Advance(r.now()))
	// What is shown before the icon is on the bus is lost on the way; it is not told when that is.
	time.AfterFunc(onTheBus, func() { send(r.life, r.wishes, showAgain) })

	timer := time.NewTimer(0)
	defer timer.Stop()
	tidy := time.AfterFunc(tidyAfter, r.port.tidy)
	defer tidy.Stop()
	for !r.quit {
		r.update()
		r.arm(timer)
		select {
		case <-ctx.Done():
			r.quit = true
		case <-timer.C:
			r.handle(r.clock.Advance(r.now()))
			if r.port.zone() != r.zone {
				r.quit, r.again = true, true // a process keeps the time zone it began in
			}
		case e, ok := <-r.port.presence.Events():
			if ok {
				r.handle(r.present(e))
			}
		case c, ok := <-r.port.notes.Chosen():
			if ok {
				r.answered(c)
			}
		case m := <-r.moment:
			r.found(m)
		case w := <-r.wishes:
			_, _ = w(r) // who wanted an answer has it from the wish itself
		case r.host = <-hosts:
			r.hostChanged()
		}
		tidy.Reset(tidyAfter)
	}
	r.save()
	r.drop()
	return r.again
}

// arm sets the timer to the clock's next moment, or to when the icon shows more. A moment is a time of day: after a
// sleep of the machine it may be long past, which is why the clock never asks for a long wait.
func (r *resident) arm(timer *time.Timer) {
	next, now := r.clock.Next(), r.now()
	if next.IsZero() {
		timer.Stop()
		return
	}
	wait := max(next.Round(0).Sub(now.Round(0)), 0)
	if s := r.clock.Status(now); s.Mode == breaks.Counting && !s.Away && s.Progress < 1 {
		whole := float64(s.Next.Sub(now)) / (1 - s.Progress)
		wait = min(wait, max(time.Duration(whole/IconSteps), time.Second))
	}
	timer.Reset(wait)
}

// handle does what follows from what happened.
func (r *resident) handle(events []breaks.Event) {
	for _, e := range events {
		switch e.Kind {
		case breaks.HeadsUp:
			r.headsUp()
		case breaks.Due:
			if r.typing {
				r.ask(e) // typing has gone on for so long that it will not be waited for
			} else if r.seeking == nil {
				r.seek()
			}
		case breaks.Withdrawn, breaks.Rested:
			r.drop()
		}
	}
	if len(events) > 0 {
		r.save()
	}
}

// drop takes a question back, and ends the search for a moment to ask it.
func (r *resident) drop() {
	if r.seeking != nil {
		r.seeking()
		r.seeking, r.typing = nil, false
	}
	r.port.notes.Withdraw(slotBreak)
}

// update shows where things stand.
func (r *resident) update() {
	if since := r.now().Sub(r.kept); since >= breaks.LookAgain || since < 0 {
		r.save() // what a kill may cost is at most so much of the time counted
	}
	r.port.icon.show(r.view())
}

func (r *resident) save() {
	r.kept = r.now()
	if err := breaks.Save(r.folders.State, r.clock.State(r.kept)); err != nil {
		r.tell("save", err.Error())
	}
}

func send[T any](ctx context.Context, to chan<- T, what T) {
	select {
	case to <- what:
	case <-ctx.Done():
	}
}
