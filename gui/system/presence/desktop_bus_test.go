//go:build desktop && unix && !darwin

package presence

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// bus names a message bus of its own in the variable given, which begins when told to, and again at the same place.
func bus(t *testing.T, variable string) (begin func() *exec.Cmd) {
	t.Helper()
	socket := filepath.Join(t.TempDir(), "bus")
	t.Setenv(variable, "unix:path="+socket)
	return func() *exec.Cmd {
		t.Helper()
		_ = os.Remove(socket) // what a killed one leaves
		cmd := start(t, "dbus-daemon", "--session", "--nofork", "--nopidfile", "--address=unix:path="+socket)
		for end := time.Now().Add(patience); !exists(socket); time.Sleep(10 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatal("the bus does not begin")
			}
		}
		return cmd
	}
}

// join connects to a bus as a service does.
func join(t *testing.T, variable string, names ...string) *dbus.Conn {
	t.Helper()
	var conn *dbus.Conn
	var err error
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if conn, err = dbus.Connect(os.Getenv(variable)); err == nil {
			break
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	for _, name := range names {
		if got, err := conn.RequestName(name, dbus.NameFlagDoNotQueue); err != nil || got != dbus.RequestNameReplyPrimaryOwner {
			t.Fatalf("asking for the name %s: %v, %v", name, got, err)
		}
	}
	return conn
}

// export puts an object on the bus, before its name is asked for.
func export(t *testing.T, conn *dbus.Conn, object any, path dbus.ObjectPath, iface string) {
	t.Helper()
	if err := conn.Export(object, path, iface); err != nil {
		t.Fatal(err)
	}
}

// locker is a screen saver that says whether it is on.
type locker struct{ on bool }

func (l *locker) GetActive() (bool, *dbus.Error) { return l.on, nil }

func TestDesktopScreenSaver(t *testing.T) {
	nowhere(t)
	begin := bus(t, "DBUS_SESSION_BUS_ADDRESS")
	begin()
	const name, path = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
	first := join(t, "DBUS_SESSION_BUS_ADDRESS")
	export(t, first, &locker{on: true}, path, name)
	if _, err := first.RequestName(name, 0); err != nil {
		t.Fatal(err)
	}
	second := join(t, "DBUS_SESSION_BUS_ADDRESS")
	active := func(conn *dbus.Conn, iface string, on bool) {
		t.Helper()
		if err := conn.Emit("/some/path", iface+".ActiveChanged", on); err != nil {
			t.Fatal(err)
		}
	}

	w := open(t, time.Second)
	if e := next(t, w, Away); e.Why != Locked {
		t.Errorf("on already: %+v", e)
	}
	active(first, name, false)
	next(t, w, Back)

	active(second, "org.example.Something", true)
	active(second, "org.example.ScreenSaver", true)
	if e := next(t, w, Away); e.Why != Locked || time.Since(e.Since) > time.Second {
		t.Errorf("on: %+v", e)
	}
	active(first, name, true) // both speak, as GNOME's shell and its stand-in do
	active(second, "org.example.ScreenSaver", false)
	still(t, w, 200*time.Millisecond)
	first.Close() // crashes
	if e := next(t, w, Back); e.Why != Locked {
		t.Errorf("off: %+v", e)
	}
}

// manager is the login manager with one session.
type manager struct{}

const aSession = dbus.ObjectPath("/org/freedesktop/login1/session/_31")

func (m *manager) GetSession(id string) (dbus.ObjectPath, *dbus.Error) {
	if id != "1" {
		return "", dbus.NewError(login+".NoSuchSession", nil)
	}
	return aSession, nil
}

// props are the properties of the session.
type props struct {
	mu     sync.Mutex
	values map[string]any
}

func (p *props) Get(_, name string) (dbus.Variant, *dbus.Error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	value, ok := p.values[name]
	if !ok {
		return dbus.Variant{}, dbus.NewError("org.freedesktop.DBus.Error.UnknownProperty", nil)
	}
	return dbus.MakeVariant(value), nil
}

func TestDesktopLogin(t *testing.T) {
	nowhere(t)
	begin := bus(t, "DBUS_SYSTEM_BUS_ADDRESS")
	daemon := begin()
	w := open(t, time.Second)
	still(t, w, 300*time.Millisecond) // nobody manages logins, and that is nothing to tell

	session := &props{values: map[string]any{"Id": "1", "LockedHint": true}}
	serve := func() *dbus.Conn {
		conn := join(t, "DBUS_SYSTEM_BUS_ADDRESS")
		export(t, conn, &manager{}, loginPath, loginManager)
		export(t, conn, session, aSession, properties)
		export(t, conn, session, loginAuto, properties)
		if _, err := conn.RequestName(login, 0); err != nil {
			t.Fatal(err)
		}
		return conn
	}
	conn := serve()
	emit := func(path dbus.ObjectPath, name string, args ...any) {
		t.Helper()
		if err := conn.Emit(path, name, args...); err != nil {
			t.Fatal(err)
		}
	}
	changed := func(path dbus.ObjectPath, iface string, values map[string]dbus.Variant) {
		t.Helper()
		emit(path, properties+".PropertiesChanged", iface, values, []string{})
	}
	lock := func(on bool) {
		t.Helper()
		changed(aSession, loginSession, map[string]dbus.Variant{"LockedHint": dbus.MakeVariant(on)})
	}

	if e := next(t, w, Away); e.Why != Locked {
		t.Errorf("locked already: %+v", e)
	}
	lock(false)
	next(t, w, Back)
	changed(aSession, loginSession, map[string]dbus.Variant{"IdleHint": dbus.MakeVariant(true)})
	changed("/org/freedesktop/login1/session/_32", loginSession, map[string]dbus.Variant{"LockedHint": dbus.MakeVariant(true)})
	emit(aSession, loginSession+".Lock") // a wish; the deed is told by the hint
	still(t, w, 200*time.Millisecond)

	before := time.Now()
	emit(loginPath, loginManager+".PrepareForSleep", true)
	if e := next(t, w, Away); e.Why != Asleep || e.Since.Before(before) {
		t.Errorf("sleeps: %+v", e)
	}
	lock(true)
	emit(loginPath, loginManager+".PrepareForSleep", false)
	still(t, w, 200*time.Millisecond)
	lock(false)
	if e := next(t, w, Back); e.Why != Asleep {
		t.Errorf("woken and unlocked: %+v", e)
	}

	lock(true)
	next(t, w, Away)
	stop(daemon)
	next(t, w, Back) // whether it is still locked, nobody can tell
	time.Sleep(1500 * time.Millisecond)
	begin()
	serve()
	if e := next(t, w, Away); e.Why != Locked {
		t.Errorf("the bus is back: %+v", e)
	}
}

// TestDesktopLeavesNothing opens and closes a watch of everything there is, in the middle of a lull.
func TestDesktopLeavesNothing(t *testing.T) {
	xserver(t, "")
	bus(t, "DBUS_SYSTEM_BUS_ADDRESS")()
	begin := bus(t, "DBUS_SESSION_BUS_ADDRESS")
	for _, want := range []Source{X11, GNOME} {
		begin()
		if want == GNOME {
			newMonitor(t)
		}
		before := runtime.NumGoroutine()
		w := Open(t.Context(), time.Hour)
		if e := next(t, w, Changed); e.Source != want {
			t.Fatalf("the source is %s, want %s", e.Source, want)
		}
		lull := w.Lull(t.Context(), time.Hour)
		w.Close()
		<-lull
		for end := time.Now().Add(patience); runtime.NumGoroutine() > before; time.Sleep(10 * time.Millisecond) {
			if time.Now().After(end) {
				stacks := make([]byte, 1<<16)
				t.Fatalf("%s leaves something:\n%s", want, stacks[:runtime.Stack(stacks, true)])
			}
		}
	}
}
