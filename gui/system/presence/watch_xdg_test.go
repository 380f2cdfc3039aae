//go:build unix && !darwin

package presence

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"catcow/gui/system/wayland/waylandtest"
)

// nowhere takes every display and bus away.
func nowhere(t *testing.T) {
	t.Helper()
	for _, name := range []string{"DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE"} {
		t.Setenv(name, "")
	}
	dir := t.TempDir()
	t.Setenv("XDG_RUNTIME_DIR", dir)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+dir+"/session")
	t.Setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path="+dir+"/system")
}

func TestNothingThere(t *testing.T) {
	nowhere(t)
	for _, c := range []struct{ display, wayland, want string }{
		{"", "", "presence.no-display"},
		{":65000", "", "presence.desktop-gone"},
		{"", "wayland-nobody", "presence.desktop-gone"},
	} {
		t.Setenv("DISPLAY", c.display)
		t.Setenv("WAYLAND_DISPLAY", c.wayland)
		w := newWatch(t.Context(), time.Minute)
		gnome := newOffer()
		gnome.set(nil)
		if name, _, err := w.pick(gnome); name != Unknown || err == nil || unknown(err).ID != c.want {
			t.Errorf("DISPLAY=%q WAYLAND_DISPLAY=%q: %s, %v, want %s", c.display, c.wayland, name, err, c.want)
		}
		w.Close()
	}
	w := Open(t.Context(), time.Minute)
	<-w.Lull(t.Context(), time.Hour)
	if w.Source() != Unknown {
		t.Errorf("source %s", w.Source())
	}
	w.Close()
	for e := range w.Events() {
		t.Errorf("said %+v", e)
	}
}

// TestCompositorRestarts loses the compositor while away, and finds it again.
func TestCompositorRestarts(t *testing.T) {
	nowhere(t)
	server := waylandtest.Listen(t, waylandtest.Global{Interface: "wl_seat", Version: 7}, waylandtest.Global{Interface: "ext_idle_notifier_v1", Version: 2})
	w := Open(t.Context(), time.Minute)
	defer w.Close()
	want := func(kind Kind, source Source) {
		t.Helper()
		if e := <-w.Events(); e.Kind != kind || e.Source != source {
			t.Fatalf("got %+v, want kind %d from %s", e, kind, source)
		}
	}
	notification := func() uint32 {
		server.Next()
		server.Next()
		return server.Next().Words[0]
	}
	want(Changed, Wayland)
	server.Send(notification(), notificationIdled)
	want(Away, Wayland)
	server.Drop()
	want(Changed, Unknown)
	want(Back, Unknown)
	want(Changed, Wayland)
	server.Send(notification(), notificationIdled)
	want(Away, Wayland)
}

func TestXwaylandIsNotAsked(t *testing.T) {
	nowhere(t)
	for _, c := range []struct {
		display, wayland, session string
		want                      bool
	}{
		{":0", "", "x11", true},
		{":0", "", "", true},
		{":0", "wayland-0", "x11", false},
		{":0", "", "wayland", false},
		{"", "", "x11", false},
	} {
		t.Setenv("DISPLAY", c.display)
		t.Setenv("WAYLAND_DISPLAY", c.wayland)
		t.Setenv("XDG_SESSION_TYPE", c.session)
		if got := onX11(); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

func TestSockets(t *testing.T) {
	for display, want := range map[string]string{
		":0": "/tmp/.X11-unix/X0", ":1.0": "/tmp/.X11-unix/X1", "unix:2": "/tmp/.X11-unix/X2",
		"localhost:10.0": "", "/tmp/launch-1/org.x:0": "/tmp/launch-1/org.x:0", "": "", "nonsense": "",
	} {
		if got := x11Socket(display); got != want {
			t.Errorf("display %q is at %q, want %q", display, got, want)
		}
	}
	for address, want := range map[string]string{
		"unix:path=/run/user/1000/bus":                     "/run/user/1000/bus",
		"unix:path=/run/user/1000/bus,guid=0123":           "/run/user/1000/bus",
		"unix:guid=0123,path=/tmp/a%20b":                   "/tmp/a b",
		"unix:abstract=/tmp/dbus-x;unix:path=/tmp/dbus-y":  "/tmp/dbus-y",
		"unix:abstract=/tmp/dbus-x":                        "",
		"tcp:host=localhost,port=1;nonce-tcp:path=/no/way": "",
		"": "",
	} {
		if got := busSocket(address); got != want {
			t.Errorf("bus %q is at %q, want %q", address, got, want)
		}
	}
}

// listen makes a socket, and the folders on the way.
func listen(t *testing.T, socket string) net.Listener {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(socket), 0o700); err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	return listener
}

// TestAwait waits for sockets whose folders are not there yet.
func TestAwait(t *testing.T) {
	dir := t.TempDir()
	socket := filepath.Join(dir, "run", "user", "bus")
	other := filepath.Join(dir, "other", "wayland-0")
	poke := make(chan struct{})
	for name, c := range map[string]struct {
		do   func(done <-chan struct{}, cancel context.CancelFunc)
		want bool
	}{
		"appears": {func(done <-chan struct{}, _ context.CancelFunc) {
			for { // until it is seen: it may have come before anybody looked
				listener := listen(t, socket)
				select {
				case <-done:
				case <-time.After(100 * time.Millisecond):
				}
				listener.Close()
				select {
				case <-done:
					return
				default:
				}
				if err := os.RemoveAll(filepath.Join(dir, "run")); err != nil {
					t.Fatal(err)
				}
			}
		}, true},
		"poke":    {func(<-chan struct{}, context.CancelFunc) { poke <- struct{}{} }, true},
		"context": {func(_ <-chan struct{}, cancel context.CancelFunc) { cancel() }, false},
	} {
		t.Run(name, func(t *testing.T) {
			if err := os.RemoveAll(filepath.Join(dir, "run")); err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
			defer cancel()
			got, done := false, make(chan struct{})
			go func() { got = await(ctx, []string{socket, other}, poke, true); close(done) }()
			c.do(done, cancel)
			if <-done; got != c.want {
				t.Errorf("await is %v, want %v", got, c.want)
			}
		})
	}
}

// TestAwaitBlind waits for what has no file: 30 s and no less, or for good when it is of no use.
func TestAwaitBlind(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		if !await(t.Context(), []string{""}, nil, true) || time.Since(start) != againEvery {
			t.Errorf("waited %v", time.Since(start))
		}
		ctx, cancel := context.WithTimeout(t.Context(), 24*time.Hour)
		defer cancel()
		if await(ctx, []string{""}, nil, false) || await(ctx, nil, nil, true) {
			t.Error("asks again where that is of no use")
		}
	})
}

// TestRetry loses what it had, fails, and is told to give up.
func TestRetry(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		start := time.Now()
		var at []time.Duration
		retry(ctx, []string{""}, nil, func() (bool, error) {
			at = append(at, time.Since(start))
			switch len(at) {
			case 1: // goes well for an hour
				time.Sleep(time.Hour)
				return true, nil
			case 4:
				cancel()
			}
			return false, os.ErrNotExist
		})
		want := []time.Duration{0, time.Hour + againAfter, time.Hour + 2*againAfter + againEvery, time.Hour + 3*againAfter + 2*againEvery}
		if len(at) != 4 || at[1] != want[1] || at[2] != want[2] || at[3] != want[3] {
			t.Errorf("tried at %v, want %v", at, want)
		}
	})
}
