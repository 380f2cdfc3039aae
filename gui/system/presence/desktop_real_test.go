//go:build desktop && unix && !darwin

package presence

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// The desktops themselves are large, and none of them is needed to build or to run: what is not installed is skipped.
func installed(t *testing.T, programs ...string) {
	t.Helper()
	for _, program := range programs {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed", program)
		}
	}
}

// appears waits for a file.
func appears(t *testing.T, path string) {
	t.Helper()
	for end := time.Now().Add(patience); !exists(path); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("waited in vain for %s", path)
		}
	}
}

// TestDesktopSway goes away and comes back under a compositor of the wlroots family, without a screen.
func TestDesktopSway(t *testing.T) {
	installed(t, "sway", "wtype")
	nowhere(t)
	dir, err := os.MkdirTemp("", "sway") // a test's own folder may be closed to nobody
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	config := filepath.Join(dir, "config")
	if err := os.WriteFile(config, []byte("xwayland disable\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("sway", "--config", config)
	cmd.Env = append(os.Environ(), "XDG_RUNTIME_DIR="+dir, "HOME="+dir, "WLR_BACKENDS=headless", "WLR_LIBINPUT_NO_DEVICES=1", "WLR_RENDERER=pixman")
	if os.Getuid() == 0 { // which it refuses to be
		const nobody = 65534
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		if err := os.Chown(dir, nobody, nobody); err != nil {
			t.Fatal(err)
		}
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(cmd) })
	socket := filepath.Join(dir, "wayland-1")
	appears(t, socket)
	t.Setenv("WAYLAND_DISPLAY", socket)

	w := open(t, time.Second)
	if e := next(t, w, Changed); e.Source != Wayland {
		t.Fatalf("the source is %s", e.Source)
	}
	for range 2 {
		next(t, w, Away)
		before := time.Now()
		if out, err := exec.Command("wtype", "a").CombinedOutput(); err != nil {
			t.Fatalf("typing: %v: %s", err, out)
		}
		if took := next(t, w, Back).Since.Sub(before); took > time.Second {
			t.Errorf("back %v after a key", took)
		}
	}
	begun := time.Now()
	<-w.Lull(t.Context(), 500*time.Millisecond)
	if took := time.Since(begun); took < 400*time.Millisecond || took > 2*time.Second {
		t.Errorf("a lull of 0.5 s took %v", took)
	}
	next(t, w, Away)
	stop(cmd)
	next(t, w, Changed)
	next(t, w, Back)
}

// TestDesktopMutter asks GNOME's own compositor, without a screen and without the rest of GNOME.
func TestDesktopMutter(t *testing.T) {
	installed(t, "mutter")
	nowhere(t)
	begin := bus(t, "DBUS_SESSION_BUS_ADDRESS")
	begin()
	t.Setenv("MUTTER_DEBUG_RESET_IDLETIME", "1") // ResetIdletime stands for input
	mutterCmd := start(t, "mutter", "--headless", "--wayland", "--no-x11", "--wayland-display=wayland-test", "--virtual-monitor", "320x200")
	appears(t, filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "wayland-test"))
	t.Setenv("WAYLAND_DISPLAY", "wayland-test") // it has no idle notification, so the monitor is asked

	w := open(t, 2*time.Second)
	if e := next(t, w, Changed); e.Source != GNOME {
		t.Fatalf("the source is %s", e.Source)
	}
	monitor := join(t, "DBUS_SESSION_BUS_ADDRESS").Object(mutter, mutterPath)
	press := func() {
		t.Helper()
		if err := monitor.Call(mutter+".ResetIdletime", 0).Err; err != nil {
			t.Fatal(err)
		}
	}
	next(t, w, Away)
	for range 2 {
		before := time.Now()
		press()
		if took := next(t, w, Back).Since.Sub(before); took > time.Second {
			t.Errorf("back %v after input", took)
		}
		<-w.Lull(t.Context(), 500*time.Millisecond)
		if took := time.Since(before); took < 400*time.Millisecond || took > 2*time.Second {
			t.Errorf("a lull of 0.5 s came after %v", took)
		}
		if e := next(t, w, Away); time.Since(e.Since)-time.Since(before) > time.Second {
			t.Errorf("away since %v, the last input was at %v", e.Since, before)
		}
	}
	stop(mutterCmd)
	next(t, w, Changed)
	next(t, w, Back)
}

// TestDesktopMateScreenSaver switches a screen saver on and off, and kills it while it is on.
func TestDesktopMateScreenSaver(t *testing.T) {
	installed(t, "mate-screensaver", "mate-screensaver-command")
	xserver(t, "")
	begin := bus(t, "DBUS_SESSION_BUS_ADDRESS")
	begin()
	saverCmd := start(t, "mate-screensaver", "--no-daemon")
	conn := join(t, "DBUS_SESSION_BUS_ADDRESS")
	for end := time.Now().Add(patience); owner(t.Context(), conn, "org.mate.ScreenSaver") == ""; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("the screen saver does not begin")
		}
	}
	set := func(on bool) {
		t.Helper()
		// It ignores what comes in its first moments.
		object := conn.Object("org.mate.ScreenSaver", "/org/mate/ScreenSaver")
		for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(200 * time.Millisecond) {
			var is bool
			object.Call("org.mate.ScreenSaver.SetActive", dbus.FlagNoReplyExpected, on)
			if err := object.Call("org.mate.ScreenSaver.GetActive", 0).Store(&is); err == nil && is == on {
				return
			}
		}
		t.Fatalf("the screen saver cannot be switched to %v", on)
	}
	w := open(t, time.Hour)
	next(t, w, Changed)
	set(true)
	if e := next(t, w, Away); e.Why != Locked {
		t.Errorf("on: %+v", e)
	}
	set(false)
	next(t, w, Back)
	set(true)
	next(t, w, Away)
	stop(saverCmd)
	next(t, w, Back)
}
