//go:build desktop && unix && !darwin

// These tests ask the real services of a real desktop: run them as
// `.ci/desktop go test -tags desktop -run Desktop ./gui/system/busy`. What is not installed is skipped.

package busy

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// soon is how long a change may take to be told of. It is far less than what is between two looks without an event.
const soon = 15 * time.Second

func inDesktop(t *testing.T, programs ...string) {
	t.Helper()
	if os.Getenv("CATCOW_DESKTOP") == "" {
		t.Fatal("run this inside .ci/desktop")
	}
	for _, p := range programs {
		if _, err := exec.LookPath(p); err != nil {
			t.Skipf("%s is not installed", p)
		}
	}
}

// begin starts a program for as long as the test runs.
func begin(t *testing.T, program string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Stderr = t.Output()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { end(cmd) })
	return cmd
}

func end(cmd *exec.Cmd) {
	if cmd.ProcessState == nil {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}
}

// until waits for what must come true.
func until(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for deadline := time.Now().Add(soon); !ok(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("waited in vain until %s", what)
		}
	}
}

// is looks for one reason and checks what is found.
func is(t *testing.T, r Reason, want state) {
	t.Helper()
	began := time.Now()
	got, a := free, Look(t.Context(), []Reason{r})
	switch {
	case slices.Contains(a.Busy, r):
		got = held
	case slices.Contains(a.Unknown, r):
		got = unknown
	}
	if got != want {
		t.Errorf("%s: found %v, want %v", r, got, want)
	}
	t.Logf("%s: a look took %v", r, time.Since(began).Round(100*time.Microsecond))
}

// becomes waits for news of a change and checks that a look then finds it.
func becomes(t *testing.T, news <-chan struct{}, r Reason, want state) {
	t.Helper()
	deadline := time.After(soon)
	for {
		select {
		case <-news:
			a := Look(t.Context(), []Reason{r})
			if slices.Contains(a.Busy, r) == (want == held) && len(a.Unknown) == 0 {
				return
			}
		case <-deadline:
			t.Fatalf("%s: nobody told that it is %v now", r, want)
		}
	}
}

// watched gives the news of one reason once it is listened to.
func watched(t *testing.T, r Reason) <-chan struct{} {
	t.Helper()
	news := Watch(t.Context(), []Reason{r})
	select {
	case <-news:
	case <-time.After(soon):
		t.Fatalf("nothing listens to %s", r)
	}
	return news
}

func TestDesktopFullScreen(t *testing.T) {
	inDesktop(t)
	x, err := xgb.NewConn()
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	screen := xproto.Setup(x).DefaultScreen(x)
	w, err := xproto.NewWindowId(x)
	if err != nil {
		t.Fatal(err)
	}
	xproto.CreateWindow(x, screen.RootDepth, w, screen.Root, 0, 0, 300, 200, 0, xproto.WindowClassInputOutput,
		screen.RootVisual, 0, nil)
	atom := func(name string) xproto.Atom {
		reply, err := xproto.InternAtom(x, false, uint16(len(name)), name).Reply()
		if err != nil {
			t.Fatal(err)
		}
		return reply.Atom
	}
	numbers := func(n ...uint32) []byte {
		data := make([]byte, 4*len(n))
		for i, v := range n {
			xgb.Put32(data[4*i:], v)
		}
		return data
	}
	// fill asks the window manager to let the window fill the screen, or no more.
	fill := func(on uint32) {
		e := xproto.ClientMessageEvent{Format: 32, Window: w, Type: atom(atomState),
			Data: xproto.ClientMessageDataUnionData32New([]uint32{on, uint32(atom(atomFullScreen)), 0, 1, 0})}
		xproto.SendEvent(x, false, screen.Root, xproto.EventMaskSubstructureRedirect|xproto.EventMaskSubstructureNotify,
			string(e.Bytes()))
	}
	d, err := openDisplay(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	show := func() {
		t.Helper()
		xproto.MapWindow(x, w)
		xproto.SetInputFocus(x, xproto.InputFocusParent, w, xproto.TimeCurrentTime)
		until(t, "the window is in use", func() bool { active, err := d.active(); return err == nil && active == w })
	}

	is(t, FullScreen, free) // maybe there was no window yet
	show()
	is(t, FullScreen, free)
	news := watched(t, FullScreen)
	fill(1)
	becomes(t, news, FullScreen, held)
	is(t, FullScreen, held)
	fill(0)
	becomes(t, news, FullScreen, free)
	fill(1)
	becomes(t, news, FullScreen, held)
	xproto.UnmapWindow(x, w)
	becomes(t, news, FullScreen, free) // no window is in use
	show()
	fill(1)
	becomes(t, news, FullScreen, held)

	change := func(property, kind xproto.Atom, format byte, n int, data []byte) {
		if err := xproto.ChangePropertyChecked(x, xproto.PropModeReplace, w, property, kind, format, uint32(n), data).Check(); err != nil {
			t.Fatal(err)
		}
	}
	change(atom(atomPID), xproto.AtomCardinal, 32, 1, numbers(uint32(os.Getpid())))
	is(t, FullScreen, free) // our own
	change(atom(atomPID), xproto.AtomCardinal, 32, 1, numbers(1))
	is(t, FullScreen, held)
	const class = "catcow\x00Catcow\x00"
	change(xproto.AtomWmClass, xproto.AtomString, 8, len(class), []byte(class))
	is(t, FullScreen, free) // our own by its name
	const other = "player\x00Player\x00"
	change(xproto.AtomWmClass, xproto.AtomString, 8, len(other), []byte(other))
	change(atom(atomType), xproto.AtomAtom, 32, 1, numbers(uint32(atom(atomDesktop))))
	is(t, FullScreen, free) // the desktop
}

func TestDesktopFullScreenWithoutDisplay(t *testing.T) {
	inDesktop(t)
	t.Setenv("DISPLAY", ":4711")
	is(t, FullScreen, unknown)
}

func TestDesktopFullScreenWayland(t *testing.T) {
	inDesktop(t, "sway", "swaymsg", "foot")
	if os.Getuid() == 0 {
		t.Skip("sway does not run as root")
	}
	dir := soundRoom(t)
	t.Setenv("DISPLAY", "")
	t.Setenv("WLR_BACKENDS", "headless")
	t.Setenv("WLR_RENDERER", "pixman")
	t.Setenv("WLR_LIBINPUT_NO_DEVICES", "1")
	t.Setenv("SWAYSOCK", filepath.Join(dir, "sway.sock"))
	config := filepath.Join(dir, "sway.conf")
	if err := os.WriteFile(config, []byte("xwayland disable\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	begin(t, "sway", "-c", config)
	until(t, "sway runs", func() bool { return exec.Command("swaymsg", "-q", "-t", "get_version").Run() == nil })
	sockets, _ := filepath.Glob(filepath.Join(dir, "wayland-?"))
	if len(sockets) != 1 {
		t.Fatalf("found the sockets %v", sockets)
	}
	t.Setenv("WAYLAND_DISPLAY", filepath.Base(sockets[0]))

	is(t, FullScreen, free)
	news := watched(t, FullScreen)
	window := begin(t, "foot")
	fill := func(how string) {
		t.Helper()
		until(t, "the window takes it", func() bool { return exec.Command("swaymsg", "-q", "[app_id=foot] fullscreen "+how).Run() == nil })
	}
	fill("enable")
	becomes(t, news, FullScreen, held)
	is(t, FullScreen, held)
	fill("disable")
	becomes(t, news, FullScreen, free)
	fill("enable")
	becomes(t, news, FullScreen, held)
	end(window)
	becomes(t, news, FullScreen, free)
}
