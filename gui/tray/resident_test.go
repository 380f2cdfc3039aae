package tray

import (
	"context"
	"encoding/json"
	"errors"
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
	"catcow/routines/breaks"
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
		watch:       func(context.Context, func(), func()) error { return nil },
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

func TestADueBreakAsksAndStartPlaysIt(t *testing.T) {
	sit(t, rules, func(d *desk) {
		d.state("counting")
		d.pass(29 * time.Minute)
		if d.asked() != 0 {
			t.Fatalf("asked too early: %+v", d.told())
		}
		d.pass(61 * time.Second)
		n := d.asks()
		if !strings.Contains(n.Title, "Three-Minute Chair Break") || n.Actions[0].Key != pressStart || n.Default != pressStart {
			t.Errorf("it asks %+v", n)
		}
		d.state("waiting")
		d.choose(notify.Choice{Action: pressStart})
		if !slices.Equal(d.plays(), []string{"break --here micro-3"}) {
			t.Fatalf("it plays %v", d.plays())
		}
		d.state("break")
		d.pass(3 * time.Minute)
		d.say("ended 2m50s done")
		d.state("counting")
		next := *d.status().NextBreak
		if got := time.Until(next); got < 29*time.Minute || got > 31*time.Minute {
			t.Errorf("the next break comes in %v, want 30m", got)
		}
	})
}

func TestABreakWaitsForACallAndSaysSo(t *testing.T) {
	sit(t, rules, func(d *desk) {
		d.be(func() { d.busy = []busy.Reason{busy.Microphone} })
		d.pass(31 * time.Minute)
		if d.asked() != 0 {
			t.Fatal("it asked in the middle of a call")
		}
		d.state("waiting")
		if s := d.status(); s.Reason == "" {
			t.Error("the status does not say what it waits for")
		}
		d.pass(20 * time.Minute)
		d.changed <- struct{}{}
		synctest.Wait()
		if d.asked() != 0 {
			t.Fatal("it asked although the call goes on")
		}
		d.be(func() { d.busy = nil })
		d.changed <- struct{}{}
		synctest.Wait()
		if n := d.asks(); !strings.Contains(n.Body, "call") {
			t.Errorf("it does not say what it waited for: %q", n.Body)
		}
	})
}

func TestTheHeadsUpComesAMinuteBeforeAndNotInACall(t *testing.T) {
	settings := strings.Replace(rules, "heads_up = false", "heads_up = true", 1)
	sit(t, settings, func(d *desk) {
		d.pass(29*time.Minute + time.Second)
		if n := d.asks(); n.Title != "A break in a minute" || n.Slot != slotBreak || len(n.Actions) != 2 {
			t.Errorf("a minute before it says %+v", n)
		}
		d.choose(notify.Choice{Action: pressLater})
		d.pass(4 * time.Minute)
		if d.asked() != 1 {
			t.Errorf("put off, it was shown %d times", d.asked())
		}
	})
	sit(t, settings, func(d *desk) {
		d.be(func() { d.busy = []busy.Reason{busy.Camera} })
		d.pass(29*time.Minute + time.Second)
		if d.asked() != 0 {
			t.Error("it was announced in the middle of a call")
		}
	})
}

func TestABreakWaitsForAPauseInTyping(t *testing.T) {
	sit(t, rules, func(d *desk) {
		d.be(func() { d.lull = 40 * time.Second })
		d.pass(30*time.Minute + 20*time.Second)
		if d.asked() != 0 {
			t.Fatal("it asked in the middle of a word")
		}
		d.pass(25 * time.Second)
		if d.asked() != 1 {
			t.Fatalf("asked %d times after the keys rested", d.asked())
		}
	})
	sit(t, rules, func(d *desk) {
		d.be(func() { d.lull = time.Hour })
		d.pass(30*time.Minute + breaks.TypingLimit + time.Second)
		if d.asked() != 1 {
			t.Fatalf("somebody who types for an hour was asked %d times, want 1", d.asked())
		}
	})
}

func TestNobodyAnswering(t *testing.T) {
	sit(t, rules, func(d *desk) {
		d.pass(30*time.Minute + time.Second)
		for want := 1; want <= 4; want++ { // once, and three times put off
			if d.asked() != want {
				t.Fatalf("asked %d times, want %d", d.asked(), want)
			}
			d.choose(notify.Choice{Reason: notify.Expired})
			d.pass(5*time.Minute + time.Second)
		}
		if d.asked() != 4 {
			t.Errorf("it goes on asking: %d times", d.asked())
		}
		d.state("waiting")
	})
}

func TestSnoozeSkipPauseResume(t *testing.T) {
	sit(t, rules, func(d *desk) {
		d.pass(30*time.Minute + time.Second)
		d.choose(notify.Choice{Action: pressLater})
		d.state("counting")
		d.pass(4 * time.Minute)
		if d.asked() != 1 {
			t.Error("asked again too early")
		}
		d.pass(time.Minute + time.Second)
		if d.asked() != 2 {
			t.Fatal("not asked again after five minutes")
		}
		d.choose(notify.Choice{Action: pressSkip})
		d.state("counting")

		d.pass(10 * time.Minute)
		left := time.Until(*d.status().NextBreak)
		if got := d.say("pause " + time.Now().Add(time.Hour).Format(time.RFC3339)); !strings.HasPrefix(got, answerYes) {
			t.Fatal(got)
		}
		d.state("paused")
		d.pass(time.Hour + time.Second)
		d.state("counting")
		if got := time.Until(*d.status().NextBreak); got < left-5*time.Second || got > left+5*time.Second {
			t.Errorf("after a pause %v are left, before it were %v", got, left)
		}
		d.say(askPause)
		d.pass(24 * time.Hour)
		d.state("paused")
		d.say(askResume)
		d.state("counting")
		if got := d.say("dance"); !strings.HasPrefix(got, answerNo) {
			t.Errorf("nonsense is answered %q", got)
		}
	})
}

func TestBeingAwayIsABreak(t *testing.T) {
	sit(t, rules, func(d *desk) {
		d.pass(25 * time.Minute)
		d.events <- presence.Event{Kind: presence.Away, Since: time.Now().Add(-time.Minute), Why: presence.Idle, Source: presence.X11}
		d.pass(10 * time.Minute)
		d.events <- presence.Event{Kind: presence.Back, Since: time.Now(), Why: presence.Idle, Source: presence.X11}
		synctest.Wait()
		if got := time.Until(*d.status().NextBreak); got < 29*time.Minute {
			t.Errorf("after ten minutes away the next break comes in %v", got)
		}
		if d.asked() != 0 {
			t.Error("somebody who was away was asked")
		}
	})
}

func TestStateSurvivesAKill(t *testing.T) {
	sit(t, rules, func(d *desk) {
		d.pass(12 * time.Minute)
		d.say("pause " + time.Now().Add(time.Hour).Format(time.RFC3339))
		kept, err := os.ReadFile(filepath.Join(d.dir, breaks.File))
		if err != nil {
			t.Fatal(err)
		}
		d.leave()
		d.write(breaks.File, string(kept)) // as if it had been killed, and not ended
		d.open()
		d.state("paused")
		d.say(askResume)
		if got := time.Until(*d.status().NextBreak); got < 17*time.Minute || got > 19*time.Minute {
			t.Errorf("after 12 minutes of work and a restart the break comes in %v, want 18m", got)
		}
	})
}

func TestWindowsTellOfSessions(t *testing.T) {
	sit(t, rules, func(d *desk) {
		d.pass(20 * time.Minute)
		d.say("began combo-10")
		d.state("break")
		d.pass(15 * time.Minute)
		if d.asked() != 0 {
			t.Error("a break was asked for in the middle of a session")
		}
		d.say("ended 9m0s done")
		if got := time.Until(*d.status().NextBreak); got < 29*time.Minute {
			t.Errorf("after a session the next break comes in %v", got)
		}
		d.say(askLeft)
		d.say(askLeft)
		said := 0
		for _, n := range d.told() {
			if n.Slot == slotSaid {
				said++
			}
		}
		if said != 1 {
			t.Errorf("that it stays was said %d times, want once", said)
		}
	})
}

func TestAPlayerThatCannotStartIsNoBreak(t *testing.T) {
	sit(t, rules, func(d *desk) {
		d.be(func() { d.broken = errors.New("no such file") })
		d.pass(30*time.Minute + time.Second)
		d.choose(notify.Choice{Action: pressStart})
		if got := d.status().State; got == "break" {
			t.Error("it thinks a break is being played")
		}
		if last := d.told()[len(d.told())-1]; !strings.Contains(last.Body, "no such file") {
			t.Errorf("it says %q", last.Body)
		}
	})
}

func TestAPlayerThatDiesIsNoBreak(t *testing.T) {
	sit(t, rules, func(d *desk) {
		d.pass(30*time.Minute + time.Second)
		d.choose(notify.Choice{Action: pressStart})
		d.pass(5 * time.Second)
		d.ended <- struct{}{}
		synctest.Wait()
		if got := d.status().State; got == "break" {
			t.Error("it thinks the break goes on")
		}
	})
}

func TestWhatIsMissingIsSaidOnce(t *testing.T) {
	sit(t, rules, func(d *desk) {
		d.hosts <- hostMissing
		d.pass(trayComes + time.Second)
		s := d.status()
		if s.Tray || len(s.Missing) != 1 {
			t.Errorf("the status says tray %v, missing %q", s.Tray, s.Missing)
		}
		d.hosts <- hostThere
		d.hosts <- hostMissing
		d.pass(trayComes + time.Second)
		if len(d.told()) != 1 {
			t.Errorf("it was said %d times, want once", len(d.told()))
		}
		d.hosts <- hostThere
		d.be(func() { d.notes = notify.State{Missing: notify.NoServer} })
		if s := d.status(); !s.Tray || s.Notifications || len(s.Missing) != 1 {
			t.Errorf("the status says %+v", s)
		}
	})
	sit(t, rules, func(d *desk) { // a panel that comes a little late is not missing
		d.hosts <- hostMissing
		d.pass(10 * time.Second)
		d.hosts <- hostThere
		d.pass(time.Minute)
		if len(d.told()) != 0 {
			t.Errorf("it said %+v", d.told())
		}
	})
}

func TestAnotherTimeZoneBeginsAnew(t *testing.T) {
	sit(t, rules, func(d *desk) {
		d.pass(breaks.LookAgain + time.Second)
		d.be(func() { d.zone = "Asia/Tokyo" })
		d.pass(breaks.LookAgain + time.Second)
		select {
		case <-d.gone:
		default:
			t.Fatal("it runs on in the zone it began in")
		}
		if !d.r.again {
			t.Error("it has ended, and does not begin again")
		}
	})
}

func TestOffAsksNothing(t *testing.T) {
	sit(t, "sounds = false\n", func(d *desk) {
		d.state("off")
		d.pass(48 * time.Hour)
		if len(d.told()) != 0 {
			t.Errorf("reminders are off, and yet %+v", d.told())
		}
		if got := d.say("break micro-1"); !strings.HasPrefix(got, answerYes) || len(d.plays()) != 1 {
			t.Errorf("a break by hand: %q, played %v", got, d.plays())
		}
	})
}
