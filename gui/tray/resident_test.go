package tray

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"catcow/gui/system/busy"
	"catcow/gui/system/notify"
	"catcow/gui/system/presence"
	"catcow/routines/breaks"
)

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

func TestAListenerDoesNotRest(t *testing.T) {
	sit(t, rules, func(d *desk) {
		d.pass(10 * time.Minute)
		d.be(func() { d.busy = []busy.Reason{busy.Microphone} })
		d.events <- presence.Event{Kind: presence.Away, Since: time.Now().Add(-time.Minute), Why: presence.Idle, Source: presence.X11}
		d.pass(15 * time.Minute)
		if got := time.Until(*d.status().NextBreak); got > 6*time.Minute {
			t.Errorf("after 25 minutes, 15 of them in a call, the next break comes in %v", got)
		}
		d.be(func() { d.busy = nil }) // the call ends, and nobody is there
		d.changed <- struct{}{}
		d.pass(10 * time.Minute)
		d.events <- presence.Event{Kind: presence.Back, Since: time.Now(), Why: presence.Idle, Source: presence.X11}
		synctest.Wait()
		if got := time.Until(*d.status().NextBreak); got < 29*time.Minute {
			t.Errorf("after ten minutes away the next break comes in %v", got)
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

func TestADueBreakSurvivesAPause(t *testing.T) {
	sit(t, rules, func(d *desk) {
		d.be(func() { d.busy = []busy.Reason{busy.Microphone} })
		d.pass(31 * time.Minute)
		d.state("waiting")
		d.say(askPause)
		d.pass(time.Minute)
		d.be(func() { d.busy = nil })
		d.say(askResume)
		d.pass(time.Minute)
		if d.asked() != 1 {
			t.Errorf("a break that was due before the pause was asked for %d times after it; the status is %+v", d.asked(), d.status())
		}
	})
}

func TestAWindowThatDiesEndsItsSession(t *testing.T) {
	sit(t, rules, func(d *desk) {
		d.say("began combo-10")
		d.state("break")
		d.pass(breaks.RunLimit + time.Minute)
		if s := d.status(); s.State == "break" {
			t.Errorf("hours after the window died it still takes a break: %+v", s)
		}
	})
}

func TestSettingsCountOnceTheyAreInOrder(t *testing.T) {
	sit(t, rules, func(d *desk) {
		d.write("settings.toml", "[breaks\non = true")
		d.edited()
		synctest.Wait()
		d.state("counting")
		d.write("settings.toml", strings.Replace(rules, `every = "30m"`, `every = "90m"`, 1))
		d.edited()
		synctest.Wait()
		if got := time.Until(*d.status().NextBreak); got < 89*time.Minute {
			t.Errorf("told every 90 minutes, the next break comes in %v", got)
		}
		d.write("settings.toml", "pace = \"slow\"\n"+rules)
		d.edited()
		synctest.Wait()
		if got := time.Until(*d.status().NextBreak); got > 30*time.Minute {
			t.Errorf("told every 30 minutes, the next break comes in %v", got)
		}
		d.pass(30*time.Minute + time.Second)
		if n := d.asks(); strings.HasPrefix(n.Body, "3 min,") {
			t.Errorf("at a slow pace the break takes as long as at its own: %q", n.Body)
		}
	})
}
