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

// monitor does what Mutter's idle monitor does, by hand: a watch rings when it is told to, for the one who asked.
type monitor struct {
	conn *dbus.Conn

	mu    sync.Mutex
	last  uint32
	idle  map[uint32]uint64 // milliseconds
	back  map[uint32]bool   // those for the next input
	who   map[uint32]dbus.Sender
	count uint64 // milliseconds without input
	added chan uint64
}

func newMonitor(t *testing.T) *monitor {
	m := &monitor{
		conn: join(t, "DBUS_SESSION_BUS_ADDRESS"), idle: map[uint32]uint64{}, back: map[uint32]bool{},
		who: map[uint32]dbus.Sender{}, added: make(chan uint64, 16),
	}
	export(t, m.conn, m, mutterPath, mutter)
	m.appear(t)
	return m
}

func (m *monitor) appear(t *testing.T) {
	t.Helper()
	if _, err := m.conn.RequestName(mutter, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
}

func (m *monitor) vanish(t *testing.T) {
	t.Helper()
	if _, err := m.conn.ReleaseName(mutter); err != nil {
		t.Fatal(err)
	}
}

func (m *monitor) AddIdleWatch(who dbus.Sender, ms uint64) (uint32, *dbus.Error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.last++
	m.idle[m.last], m.who[m.last] = ms, who
	m.added <- ms
	return m.last, nil
}

func (m *monitor) AddUserActiveWatch(who dbus.Sender) (uint32, *dbus.Error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.last++
	m.back[m.last], m.who[m.last] = true, who
	m.added <- 0
	return m.last, nil
}

func (m *monitor) RemoveWatch(id uint32) *dbus.Error {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.idle, id)
	delete(m.back, id)
	return nil
}

func (m *monitor) GetIdletime() (uint64, *dbus.Error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.count, nil
}

// rest counts up to so many milliseconds without input and rings who waited for less.
func (m *monitor) rest(t *testing.T, ms uint64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for id, wants := range m.idle {
		if m.count < wants && wants <= ms {
			m.ring(t, id)
		}
	}
	m.count = ms
}

func (m *monitor) input(t *testing.T) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.count = 0
	for id := range m.back {
		delete(m.back, id)
		m.ring(t, id)
	}
}

// ring is heard by who asked for the watch alone, as Mutter does it.
func (m *monitor) ring(t *testing.T, id uint32) {
	msg := &dbus.Message{Type: dbus.TypeSignal, Headers: map[dbus.HeaderField]dbus.Variant{
		dbus.FieldInterface: dbus.MakeVariant(mutter), dbus.FieldMember: dbus.MakeVariant("WatchFired"),
		dbus.FieldPath: dbus.MakeVariant(dbus.ObjectPath(mutterPath)), dbus.FieldDestination: dbus.MakeVariant(string(m.who[id])),
		dbus.FieldSignature: dbus.MakeVariant(dbus.SignatureOf(id)),
	}, Body: []any{id}}
	if call := m.conn.Send(msg, nil); call.Err != nil {
		t.Error(call.Err)
	}
}

// asked waits until a watch of that many milliseconds is set; 0 is one for the next input.
func (m *monitor) asked(t *testing.T, want uint64) {
	t.Helper()
	select {
	case got := <-m.added:
		if got != want {
			t.Fatalf("asked for a watch of %d ms, want %d", got, want)
		}
	case <-time.After(patience):
		t.Fatalf("waited in vain for a watch of %d ms", want)
	}
}

// TestDesktopGNOME watches a monitor on a real bus; loses it, and the bus, and finds them again. An X server beside it
// serves meanwhile.
func TestDesktopGNOME(t *testing.T) {
	xserver(t, "")
	begin := bus(t, "DBUS_SESSION_BUS_ADDRESS")
	daemon := begin()
	m := newMonitor(t)
	w := open(t, 5*time.Minute)
	if e := next(t, w, Changed); e.Source != GNOME {
		t.Fatalf("the source is %s", e.Source)
	}
	m.asked(t, 300000)
	for range 2 {
		m.rest(t, 300004)
		if e := next(t, w, Away); e.Why != Idle || (time.Since(e.Since)-300004*time.Millisecond).Abs() > time.Second {
			t.Errorf("away since %v", time.Since(e.Since))
		}
		m.asked(t, 0)
		m.input(t)
		if e := next(t, w, Back); time.Since(e.Since) > time.Second {
			t.Errorf("back since %v", time.Since(e.Since))
		}
	}

	lull := w.Lull(t.Context(), 2*time.Second)
	m.asked(t, 2000)
	select {
	case <-lull:
		t.Error("a lull before its time")
	case <-time.After(100 * time.Millisecond):
	}
	m.rest(t, 2000)
	<-lull
	<-w.Lull(t.Context(), time.Second) // is over already
	m.asked(t, 1000)

	m.rest(t, 300000)
	next(t, w, Away)
	m.asked(t, 0)
	m.vanish(t)
	for _, want := range []struct {
		kind   Kind
		source Source
	}{{Changed, Unknown}, {Back, Unknown}, {Changed, X11}} {
		if e := next(t, w, want.kind); e.Source != want.source {
			t.Errorf("the monitor is gone: %+v, want from %s", e, want.source)
		}
	}
	w.Close()

	// Where there is nothing else, its coming is heard.
	t.Setenv("DISPLAY", "")
	w = open(t, 5*time.Minute)
	still(t, w, 500*time.Millisecond)
	m.input(t)
	m.appear(t)
	if e := next(t, w, Changed); e.Source != GNOME {
		t.Errorf("the source is %s", e.Source)
	}
	stop(daemon)
	if e := next(t, w, Changed); e.Source != Unknown {
		t.Errorf("the bus is gone, and the source is %s", e.Source)
	}
	time.Sleep(1500 * time.Millisecond) // it has been tried for once
	begin()
	newMonitor(t)
	if e := next(t, w, Changed); e.Source != GNOME {
		t.Errorf("the bus is back, and the source is %s", e.Source)
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
