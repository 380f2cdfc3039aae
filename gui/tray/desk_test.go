package tray

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"catcow/gui/system"
	"catcow/gui/system/busy"
	"catcow/gui/system/notify"
	"catcow/gui/system/presence"
)

// desk is a resident in a bubble of time, with a desktop around it that is told what to be.
type desk struct {
	t    *testing.T
	r    *resident
	dir  string
	end  func()
	gone chan struct{}

	mu      sync.Mutex // of what the test changes while the resident may look
	shown   []notify.Note
	chosen  chan notify.Choice
	notes   notify.State
	events  chan presence.Event
	lull    time.Duration // how long the keys do not rest yet
	busy    []busy.Reason
	changed chan struct{}
	hosts   chan host
	played  []string
	ended   chan struct{} // the process that plays
	broken  error         // why none can be started
	zone    string
	edited  func() // tells that settings.toml was changed
}

func (d *desk) Show(n notify.Note) error      { d.be(func() { d.shown = append(d.shown, n) }); return nil }
func (d *desk) Withdraw(string)               {}
func (d *desk) Chosen() <-chan notify.Choice  { return d.chosen }
func (d *desk) State() notify.State           { d.mu.Lock(); defer d.mu.Unlock(); return d.notes }
func (d *desk) Source() presence.Source       { return presence.X11 }
func (d *desk) Events() <-chan presence.Event { return d.events }
func (d *desk) again()                        {}
func (d *desk) show(view)                     {}
func (d *desk) Lull(ctx context.Context, _ time.Duration) <-chan struct{} {
	done := make(chan struct{})
	d.mu.Lock()
	lull := d.lull
	d.mu.Unlock()
	if lull == 0 {
		close(done)
		return done
	}
	go func() {
		defer close(done)
		select {
		case <-time.After(lull):
		case <-ctx.Done():
		}
	}()
	return done
}

// rules switch the reminders on: every 30 minutes, nothing else.
const rules = `
sounds = false
[breaks]
on = true
every = "30m"
daily = "off"
routine = "micro-3"
heads_up = false
`

// sit runs a test at a desk with these settings.
func sit(t *testing.T, settings string, test func(*desk)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		d := &desk{t: t, dir: t.TempDir()}
		d.write("settings.toml", settings)
		d.open()
		defer d.leave()
		test(d)
	})
}

func (d *desk) open() {
	d.chosen, d.events = make(chan notify.Choice), make(chan presence.Event)
	d.hosts, d.ended, d.changed = make(chan host), make(chan struct{}), make(chan struct{})
	d.notes = notify.State{Available: true, Buttons: true}
	d.zone = "Europe/Berlin"
	r := newResident(system.Folders{Config: d.dir, Data: d.dir, State: d.dir, Runtime: d.dir}, time.Now)
	r.port = ports{
		notes: d, presence: d, icon: d,
		look: func(context.Context, []busy.Reason) busy.Answer {
			d.mu.Lock()
			defer d.mu.Unlock()
			return busy.Answer{Busy: d.busy}
		},
		busyChanges: func(context.Context, []busy.Reason) <-chan struct{} { return d.changed },
		watch:       func(_ context.Context, _, settings func()) error { d.edited = settings; return nil },
		play: func(_ string, args ...string) (func() error, error) {
			d.mu.Lock()
			defer d.mu.Unlock()
			if d.broken != nil {
				return nil, d.broken
			}
			d.played = append(d.played, strings.Join(args, " "))
			return func() error { <-d.ended; return nil }, nil
		},
		raise: func(bool) error { return system.ErrNobody },
		tidy:  func() {},
		zone:  func() string { d.mu.Lock(); defer d.mu.Unlock(); return d.zone },
	}
	ctx, cancel := context.WithCancel(context.Background())
	gone := make(chan struct{})
	go func() {
		defer close(gone)
		r.run(ctx, d.hosts)
	}()
	d.r, d.gone = r, gone
	d.end = func() { cancel(); close(d.ended); <-gone }
	synctest.Wait()
}

func (d *desk) leave() { d.end(); synctest.Wait() }

func (d *desk) write(name, text string) {
	d.t.Helper()
	if err := os.WriteFile(filepath.Join(d.dir, name), []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
}

// be changes what the desktop is.
func (d *desk) be(f func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	f()
}

// told is every notification so far.
func (d *desk) told() (all []notify.Note) { d.be(func() { all = slices.Clone(d.shown) }); return all }

// plays is every process that was started.
func (d *desk) plays() (all []string) { d.be(func() { all = slices.Clone(d.played) }); return all }

// pass lets time pass.
func (d *desk) pass(t time.Duration) { time.Sleep(t); synctest.Wait() }

// say asks a line as the command line does.
func (d *desk) say(line string) string {
	text := d.r.asked(context.Background(), line)
	synctest.Wait()
	return text
}

func (d *desk) status() (s Status) {
	d.t.Helper()
	text, ok := strings.CutPrefix(d.say(askStatus), answerYes+" ")
	if err := json.Unmarshal([]byte(text), &s); err != nil || !ok {
		d.t.Fatalf("the status is %q: %v", text, err)
	}
	return s
}

func (d *desk) state(want string) {
	d.t.Helper()
	if s := d.status(); s.State != want {
		d.t.Fatalf("the state is %s (%s), want %s", s.State, s.Reason, want)
	}
}

// choose presses a button of the notification.
func (d *desk) choose(c notify.Choice) {
	c.Slot = slotBreak
	d.chosen <- c
	synctest.Wait()
}

// asks is the last thing asked about a break.
func (d *desk) asks() notify.Note {
	d.t.Helper()
	for _, n := range slices.Backward(d.told()) {
		if n.Slot == slotBreak {
			return n
		}
	}
	d.t.Fatal("nothing was asked")
	return notify.Note{}
}

func (d *desk) asked() int {
	n := 0
	for _, note := range d.told() {
		if note.Slot == slotBreak {
			n++
		}
	}
	return n
}
