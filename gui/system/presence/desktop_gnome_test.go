//go:build desktop && unix && !darwin

package presence

import (
	"sync"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

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
