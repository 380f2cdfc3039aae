//go:build desktop

package tray

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestDesktopDueBreakIsPlayed(t *testing.T) {
	g := invite(t, everything, 29*time.Minute+57*time.Second)
	g.until("the notification is there", func() bool { g.touch(); return g.shown() == "1" })
	g.shot("due")
	g.untilState("waiting")
	before := g.run("xdotool", "getwindowfocus")

	pressed := time.Now()
	g.run("dunstctl", "action", "0")
	g.until("the break's window is open", func() bool { return g.window("^Catcow: ") != "" })
	t.Logf("the window was there after %v", time.Since(pressed).Round(time.Millisecond))
	g.untilState("break")
	time.Sleep(2 * time.Second) // a look at it
	g.shot("break")
	g.run("xdotool", "windowfocus", "--sync", g.window("^Catcow: "))
	g.run("xdotool", "key", "Escape")
	g.until("the window is closed", func() bool { return g.window("^Catcow: ") == "" })
	g.until("the focus is where it was", func() bool { return g.run("xdotool", "getwindowfocus") == before })
	g.until("the break is over", func() bool { return g.status().State != "break" })
	g.quit()
}

func TestDesktopCommandLine(t *testing.T) {
	g := invite(t, everything, 10*time.Minute)
	g.untilState("counting")
	first := *g.status().NextBreak
	g.catcow("pause", "1h")
	g.untilState("paused")
	g.catcow("resume")
	g.untilState("counting")
	if moved := g.status().NextBreak.Sub(first).Abs(); moved > 10*time.Second {
		t.Errorf("a pause of a moment moved the next break by %v", moved)
	}
	g.catcow("snooze", "5m")
	if moved := g.status().NextBreak.Sub(first); moved < 4*time.Minute || moved > 6*time.Minute {
		t.Errorf("put off by 5m the next break moved by %v", moved)
	}
	if text := g.catcow("status", "--json"); !strings.Contains(text, `"state": "counting"`) {
		t.Errorf("status says %s", text)
	}
	g.catcow("break", "micro-1")
	g.until("the break's window is open", func() bool { return g.window("^Catcow: ") != "" })
	g.run("xdotool", "windowfocus", "--sync", g.window("^Catcow: "))
	g.run("xdotool", "key", "Escape")
	g.untilState("counting")
	g.quit()
	out, err := exec.Command(os.Getenv("CATCOW_BINARY"), "--data", g.data, "snooze").CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 || !strings.Contains(string(out), "catcow tray") {
		t.Errorf("without a resident snooze says %q, %v", out, err)
	}
}

func TestDesktopTrayMenu(t *testing.T) {
	g := invite(t, everything, 10*time.Minute)
	tray := g.item()
	g.until("the icon is in the panel", tray.registered)
	g.until("the status knows of the tray", func() bool { return g.status().Tray })
	first := *g.status().NextBreak
	tray.click("5 min later")
	g.until("the break is put off", func() bool { return g.status().NextBreak.Sub(first) > 4*time.Minute })
	tray.click("30 minutes")
	g.untilState("paused")
	tray.click("Go on with breaks")
	g.untilState("counting")
	tray.click("Skip this break")
	g.until("the break is left out", func() bool { return g.status().NextBreak.Sub(first) > 20*time.Minute })
	tray.click("Open Catcow")
	g.until("the window is open", func() bool { return g.window("^Catcow$") != "" })
	g.run("xdotool", "windowfocus", "--sync", g.window("^Catcow$"))
	g.run("xdotool", "key", "ctrl+q")
	g.until("the window is closed and says that the tray stays", func() bool { return g.window("^Catcow$") == "" && g.shown() != "0" })
	g.shot("stays")

	// The panel ends and comes back, and so does the icon.
	g.run("pkill", "-x", "xfce4-panel")
	g.until("the tray is gone", func() bool { return !g.status().Tray })
	panel := exec.Command("xfce4-panel", "--disable-wm-check")
	if err := panel.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { panel.Process.Kill(); panel.Wait() })
	g.until("the icon is back in the panel", func() bool { return tray.registered() && g.status().Tray })
	g.shot("panel-again")
	tray.click("Quit")
	select {
	case <-g.done:
	case <-time.After(patience):
		t.Error("Quit in the menu did not end the resident")
	}
}

func TestDesktopBreakWaitsForQuiet(t *testing.T) {
	g := invite(t, everything, 29*time.Minute+55*time.Second)
	g.run("dunstctl", "set-paused", "true")
	t.Cleanup(func() { exec.Command("dunstctl", "set-paused", "false").Run() })
	g.untilState("waiting")
	g.until("the status says what it waits for", func() bool { return strings.Contains(g.status().Reason, "the desktop may") })
	t.Logf("it says %q", g.status().Reason)
	if got := g.run("dunstctl", "count", "waiting"); got != "0" {
		t.Errorf("%s notifications wait although the desktop was asked to be quiet", got)
	}
	g.run("dunstctl", "set-paused", "false")
	g.until("the break is asked for", func() bool { g.touch(); return g.shown() == "1" })
	g.shot("waited")
	g.quit()
}

func TestDesktopBreakWaitsForAFilm(t *testing.T) {
	g := invite(t, everything, 29*time.Minute+50*time.Second)
	over := g.film()
	g.untilState("waiting")
	g.until("the status says what it waits for", func() bool { return strings.Contains(g.status().Reason, "fills the screen") })
	if g.shown() != "0" {
		t.Error("it asked in the middle of the film")
	}
	over()
	g.until("the break is asked for", func() bool { g.touch(); return g.shown() == "1" })
	g.quit()
}

// TestDesktopWithoutBus starts where there is no session bus at all.
func TestDesktopWithoutBus(t *testing.T) {
	g := invite(t, everything, 10*time.Minute, busAddress+"=unix:path="+filepath.Join(t.TempDir(), "none"))
	g.untilState("counting")
	g.until("it says that there is no bus", func() bool {
		return strings.Contains(strings.Join(g.status().Missing, " "), "D-Bus")
	})
	g.catcow("pause", "1h")
	g.untilState("paused")
	g.quit()
}

func TestDesktopNobodyThere(t *testing.T) {
	if testing.Short() {
		t.Skip("takes more than a minute of nobody touching anything")
	}
	g := invite(t, everything, 29*time.Minute-15*time.Second) // due 75 s from now, unless nobody is there after 60
	time.Sleep(85 * time.Second)
	if s := g.status(); s.State != "counting" || g.shown() != "0" {
		t.Errorf("nobody has been there, and it is %s with %s notifications", s.State, g.shown())
	}
	g.quit()
}

func TestDesktopKilled(t *testing.T) {
	g := invite(t, everything, 20*time.Minute)
	g.catcow("pause", "1h")
	want := g.status()
	if err := g.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	<-g.done
	g.start()
	got := g.status()
	if got.State != "paused" || got.Reason != want.Reason {
		t.Errorf("killed and started again it is %s (%s), was %s (%s)", got.State, got.Reason, want.State, want.Reason)
	}
	g.catcow("resume")
	if left := time.Until(*g.status().NextBreak); left < 9*time.Minute || left > 11*time.Minute {
		t.Errorf("20 minutes were counted, and the next break comes in %v", left)
	}
	g.quit()
}

// TestDesktopBusEnds takes the session bus away, and gives it back.
func TestDesktopBusEnds(t *testing.T) {
	address := "unix:path=" + filepath.Join(t.TempDir(), "bus")
	bus := func() *exec.Cmd {
		cmd := exec.Command("dbus-daemon", "--session", "--nofork", "--address="+address)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
		return cmd
	}
	first := bus()
	g := invite(t, everything, 10*time.Minute, busAddress+"="+address)
	g.until("nothing is missing but the tray", func() bool { return len(g.status().Missing) > 0 })
	first.Process.Kill()
	g.until("it says that there is no bus", func() bool {
		return strings.Contains(strings.Join(g.status().Missing, " "), "D-Bus")
	})
	g.untilState("counting")
	bus()
	g.until("it knows of the new bus", func() bool {
		s, err := AskStatus(g.at)
		return err == nil && !strings.Contains(strings.Join(s.Missing, " "), "(D-Bus)")
	})
	g.untilState("counting")
	g.quit()
}

// TestBareDesktop runs where there is neither tray nor notifications: NO_TRAY=1 NO_NOTIFY=1 .ci/desktop.
func TestBareDesktop(t *testing.T) {
	if os.Getenv("NO_TRAY") == "" || os.Getenv("NO_NOTIFY") == "" {
		t.Skip("runs with NO_TRAY=1 NO_NOTIFY=1")
	}
	g := invite(t, everything, 29*time.Minute+57*time.Second)
	g.untilState("waiting")
	s := g.status()
	if s.Tray || s.Notifications || len(s.Missing) != 2 {
		t.Errorf("with neither tray nor notifications the status is %+v", s)
	}
	t.Logf("it says %q", s.Missing)
	g.catcow("break")
	g.until("the break's window is open", func() bool { return g.window("^Catcow: ") != "" })
	g.run("xdotool", "windowfocus", "--sync", g.window("^Catcow: "))
	g.run("xdotool", "key", "Escape")
	g.until("the break is over", func() bool { return g.status().State != "break" })

	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	window := exec.CommandContext(ctx, os.Getenv("CATCOW_BINARY"), "--data", g.data)
	if err := window.Start(); err != nil {
		t.Fatal(err)
	}
	g.until("starting Catcow brings the window", func() bool { return g.window("^Catcow$") != "" })
	g.run("xdotool", "windowfocus", "--sync", g.window("^Catcow$"))
	g.run("xdotool", "key", "ctrl+q")
	_ = window.Wait()
	g.quit()
}
