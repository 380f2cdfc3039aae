//go:build unix && !darwin

package notify

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/godbus/dbus/v5"

	"catcow/routines/message"
)

// The notification program on the bus.
const (
	service = "org.freedesktop.Notifications"
	object  = dbus.ObjectPath("/org/freedesktop/Notifications")
)

// answerTime is how long the bus or the notification program may take to answer; one that has to be started first is
// there well within it.
const answerTime = 5 * time.Second

// tries is how often one thing is asked when the notification program is replaced meanwhile.
const tries = 3

// bus shows notes through the notification program of the session bus. Its connection is its own: other parts of the
// program read everything that a shared one receives.
type bus struct {
	put      func(Choice)
	patience time.Duration // how long an answer may take
	asks     sync.Mutex    // held while something is asked, so that one thing is asked at a time

	mu       sync.Mutex // of what follows; never held while anything is waited for
	conn     *dbus.Conn
	listener *listener
	owner    string        // the notification program's own name on the bus; empty when none runs
	since    dbus.Sequence // when that became so
	server   *server       // what it says of itself; nil until it was asked
	missing  message.Message
	shown    map[uint32]*shown
	heard    bool // its signals are subscribed to
	showing  bool // Notify is under way: an answer to its note may come before the note's id is known
	early    []event
	closed   bool
}

// shown is a note on the screen.
type shown struct {
	note  Note
	token string
}

func open(put func(Choice)) way {
	return &bus{put: put, patience: answerTime, shown: map[uint32]*shown{}}
}

// connect connects, or gives the connection there is.
func (b *bus) connect(ctx context.Context) (*dbus.Conn, error) {
	b.mu.Lock()
	conn, closed := b.conn, b.closed
	b.mu.Unlock()
	if closed {
		return nil, ErrClosed
	}
	if conn != nil {
		return conn, nil
	}
	// Never started by us: nobody else would be on such a bus. The connection outlives ctx, greeting does not.
	life, end := context.WithCancel(context.Background())
	patient := context.AfterFunc(ctx, end)
	l := &listener{bus: b}
	conn, err := dbus.SessionBusPrivateNoAutoStartup(dbus.WithContext(life), dbus.WithSignalHandler(l))
	if err == nil {
		if err = conn.Auth(nil); err == nil {
			err = conn.Hello()
		}
		if err != nil {
			_ = conn.Close()
		}
	}
	if !patient() && err == nil {
		err = ctx.Err()
	}
	if err != nil {
		end()
		return nil, fmt.Errorf("%w (%w)", NoBus, err)
	}

	b.mu.Lock()
	b.conn, b.listener, b.owner, b.since, b.missing = conn, l, "", 0, message.Message{}
	b.mu.Unlock()
	if err := b.watch(ctx, conn, l); err != nil {
		_ = conn.Close()
		return nil, fmt.Errorf("%w (%w)", NoBus, err)
	}
	return conn, nil
}

// watch learns who the notification program is, now and whenever that changes.
func (b *bus) watch(ctx context.Context, conn *dbus.Conn, l *listener) error {
	err := conn.AddMatchSignalContext(ctx, dbus.WithMatchSender("org.freedesktop.DBus"), dbus.WithMatchInterface("org.freedesktop.DBus"),
		dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, service))
	if err != nil {
		return err
	}
	var owner string
	call := conn.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.GetNameOwner", 0, service)
	if err := call.Store(&owner); err != nil && !isError(err, "NameHasNoOwner") {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.listener == l && b.since == 0 { // else a change was heard already, which is at least as new
		b.owner, b.since = owner, call.ResponseSequence
	}
	return nil
}

// ask asks the notification program who it is and what it can do, unless it is known. One that the desktop starts on
// demand is started.
func (b *bus) ask(ctx context.Context) (*dbus.Conn, *server, error) {
	for range tries {
		conn, err := b.connect(ctx)
		if err != nil {
			return nil, nil, err
		}
		b.mu.Lock()
		s := b.server
		b.mu.Unlock()
		if s != nil {
			return conn, s, nil
		}
		s = new(server)
		var vendor, version, spec string
		first := conn.Object(service, object).CallWithContext(ctx, service+".GetServerInformation", 0)
		if err := first.Store(&s.name, &vendor, &version, &spec); err != nil {
			return nil, nil, explain(conn, err)
		}
		second := conn.Object(service, object).CallWithContext(ctx, service+".GetCapabilities", 0)
		if err := second.Store(&s.capabilities); err != nil {
			return nil, nil, explain(conn, err)
		}
		b.mu.Lock()
		if b.conn == conn && b.owner != "" && b.since <= first.ResponseSequence {
			b.server = s
		}
		b.mu.Unlock() // else another one answered than the one that runs now: that one is asked
	}
	return nil, nil, NoServer
}
