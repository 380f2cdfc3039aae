//go:build desktop

// These tests show notifications with the real dunst: run them as `.ci/desktop go test -tags desktop ./gui/system/notify`.

package notify

import (
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// dunst is the real notification program, on a bus of the test's own.
type dunst struct {
	t   *testing.T
	cmd *exec.Cmd
}

// startDunst starts it and waits until it is there. pick is what a person would choose in its menu: part of a line.
func startDunst(t *testing.T, pick string) *dunst {
	t.Helper()
	if os.Getenv("CATCOW_DESKTOP") == "" {
		t.Fatal("run this inside .ci/desktop")
	}
	config := t.TempDir()
	if err := os.Mkdir(filepath.Join(config, "dunst"), 0o755); err != nil {
		t.Fatal(err)
	}
	menu := filepath.Join(config, "menu")
	write(t, menu, "#!/bin/sh\ngrep -F -m1 '"+pick+"'\n", 0o755)
	system, err := os.ReadFile("/etc/xdg/dunst/dunstrc") // as people have it, but for the menu
	if err != nil {
		t.Fatal(err)
	}
	own := regexp.MustCompile(`(?m)^ *dmenu *=.*`).ReplaceAllLiteralString(string(system), "dmenu = "+menu)
	write(t, filepath.Join(config, "dunst", "dunstrc"), own, 0o644)
	d := &dunst{t: t, cmd: exec.Command("dunst")}
	d.cmd.Env = append(os.Environ(), "XDG_CONFIG_HOME="+config)
	if err := d.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.kill)
	until(t, "dunst is there", func() bool { _, err := try("count"); return err == nil })
	return d
}

func write(t *testing.T, path, text string, mode os.FileMode) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
}

func (d *dunst) kill() {
	_ = d.cmd.Process.Kill()
	_ = d.cmd.Wait()
}

// try asks dunst through its own program. A name nobody has answers at once where the bus starts nothing on demand.
func try(args ...string) (string, error) {
	out, err := exec.Command("dunstctl", args...).CombinedOutput()
	return strings.TrimSpace(string(out)), err
}

func ctl(t *testing.T, args ...string) string {
	t.Helper()
	out, err := try(args...)
	if err != nil {
		t.Fatalf("dunstctl %v: %v: %s", args, err, out)
	}
	return out
}

func until(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(soon); !ok(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("waited in vain until %s", what)
		}
	}
}

func mustCount(t *testing.T, which, want string) {
	t.Helper()
	until(t, which+" is "+want, func() bool { return ctl(t, "count", which) == want })
}

// screenshot keeps a picture of the screen where CATCOW_SHOTS says.
func screenshot(t *testing.T, name string) {
	t.Helper()
	dir := os.Getenv("CATCOW_SHOTS")
	if dir == "" {
		return
	}
	if out, err := exec.Command("import", "-window", "root", "-crop", "420x260+946+30", filepath.Join(dir, name+".png")).CombinedOutput(); err != nil {
		t.Errorf("taking a picture: %v: %s", err, out)
	}
}

// history is what dunst showed, newest first, as text without markup. dunstctl would need systemd for it.
func history(t *testing.T) (titles, bodies []string) {
	t.Helper()
	conn, err := dbus.ConnectSessionBus()
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	var all []map[string]dbus.Variant
	dunst := conn.Object("org.freedesktop.Notifications", "/org/freedesktop/Notifications")
	if err := dunst.Call("org.dunstproject.cmd0.NotificationListHistory", 0).Store(&all); err != nil {
		t.Fatal(err)
	}
	for _, n := range all {
		title, _ := n["summary"].Value().(string)
		body, _ := n["body"].Value().(string)
		titles, bodies = append(titles, title), append(bodies, body)
	}
	return titles, bodies
}

func TestDesktopShows(t *testing.T) {
	newDaemon(t, "").start()
	startDunst(t, "5 min")
	n := opened(t)
	if s, want := n.State(), (State{Available: true, Buttons: true, Server: "dunst"}); !reflect.DeepEqual(s, want) {
		t.Errorf("state is %+v, want %+v", s, want)
	}
	mustShow(t, n, breakNote)
	mustCount(t, "displayed", "1")
	screenshot(t, "notify-break")

	// The same slot is the same notification.
	soonNote := breakNote
	soonNote.Title, soonNote.Body = "In a minute", `<b>&"$(calc)`
	mustShow(t, n, soonNote)
	mustShow(t, n, soonNote)
	mustCount(t, "displayed", "1")
	screenshot(t, "notify-literal")
	mustCount(t, "waiting", "0")
	mustCount(t, "history", "0")
	mustNotChoose(t, n)

	ctl(t, "action", "0") // a click on it
	mustChoose(t, n, Choice{Slot: "break", Action: "start"})
	mustCount(t, "displayed", "0")

	// Its buttons are in a menu.
	mustShow(t, n, breakNote)
	ctl(t, "context")
	mustChoose(t, n, Choice{Slot: "break", Action: "snooze"})
	mustCount(t, "displayed", "0")
}

func TestDesktopEnds(t *testing.T) {
	newDaemon(t, "").start()
	startDunst(t, "")
	n := opened(t)
	short := breakNote
	short.Expires = time.Second
	short.Body = `<b>&"$(calc)`
	mustShow(t, n, short)
	mustChoose(t, n, Choice{Slot: "break", Reason: Expired})
	if titles, bodies := history(t); len(titles) != 1 || titles[0] != "Time to move" || !strings.Contains(bodies[0], "&lt;b&gt;&amp;\"$(calc)") {
		t.Errorf("dunst showed %q, %q", titles, bodies)
	}
	mustShow(t, n, breakNote)
	mustCount(t, "displayed", "1")
	ctl(t, "close")
	mustChoose(t, n, Choice{Slot: "break", Reason: Dismissed})

	mustShow(t, n, breakNote)
	other := breakNote
	other.Slot, other.Title = "other", "Something else" // dunst merges notifications that say the same
	mustShow(t, n, other)
	mustCount(t, "displayed", "2")
	n.Withdraw("break")
	mustCount(t, "displayed", "1")
	n.Close()
	mustCount(t, "displayed", "0")
	if c, open := <-n.Chosen(); open {
		t.Errorf("withdrawing and closing choose %+v", c)
	}
}

func TestDesktopServerComesAndGoes(t *testing.T) {
	newDaemon(t, "").start()
	n := opened(t)
	if s := n.State(); !reflect.DeepEqual(s, State{Missing: NoServer}) {
		t.Errorf("state is %+v without a notification program", s)
	}
	if err := n.Show(breakNote); err == nil {
		t.Error("showing says nothing without a notification program")
	}
	first := startDunst(t, "")
	mustShow(t, n, breakNote)
	mustCount(t, "displayed", "1")

	first.kill()
	mustChoose(t, n, Choice{Slot: "break", Reason: Closed})
	startDunst(t, "")
	mustShow(t, opened(t), Note{Title: "Somebody else's"}) // gets the number that ours had
	mustShow(t, n, breakNote)
	mustCount(t, "displayed", "2")
	n.Withdraw("break")
	mustCount(t, "displayed", "1")
}

// The bus starts dunst by itself when something is to be shown.
func TestDesktopStartsOnDemand(t *testing.T) {
	newDaemon(t, "/usr/share/dbus-1/services").start()
	n := opened(t)
	mustShow(t, n, breakNote)
	mustCount(t, "displayed", "1")
	if s := n.State(); s.Server != "dunst" {
		t.Errorf("state is %+v", s)
	}
	ctl(t, "action", "0")
	mustChoose(t, n, Choice{Slot: "break", Action: "start"})
}
