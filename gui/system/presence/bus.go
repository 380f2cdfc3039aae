//go:build unix && !darwin

package presence

import (
	"context"
	"net/url"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/godbus/dbus/v5"
)

// answerTime is how long a service on a bus may take to answer.
const answerTime = 2 * time.Second

// The connections are this package's own. The one that godbus shares is read by the tray too, which takes every signal
// there for its own.

// sessionBus connects to the session bus, and starts none where there is none.
func sessionBus(ctx context.Context) (*dbus.Conn, error) {
	conn, err := dbus.SessionBusPrivateNoAutoStartup(dbus.WithContext(ctx), dbus.WithSignalHandler(dbus.NewSequentialSignalHandler()))
	if err != nil {
		return nil, err
	}
	if err = conn.Auth(nil); err == nil {
		err = conn.Hello()
	}
	if err != nil {
		conn.Close()
		return nil, err
	}
	return conn, nil
}

func systemBus(ctx context.Context) (*dbus.Conn, error) {
	return dbus.ConnectSystemBus(dbus.WithContext(ctx), dbus.WithSignalHandler(dbus.NewSequentialSignalHandler()))
}

// sessionSocket and systemSocket are where the buses listen; see busSocket.
func sessionSocket() string {
	address := os.Getenv("DBUS_SESSION_BUS_ADDRESS")
	if address == "" {
		address = "unix:path=/run/user/" + strconv.Itoa(os.Getuid()) + "/bus"
	}
	return busSocket(address)
}

func systemSocket() string {
	address := os.Getenv("DBUS_SYSTEM_BUS_ADDRESS")
	if address == "" {
		address = "unix:path=/var/run/dbus/system_bus_socket"
	}
	return busSocket(address)
}

// busSocket is the path of the first address of a list that has one, or "" (D-Bus specification, "Server Addresses").
func busSocket(addresses string) string {
	for address := range strings.SplitSeq(addresses, ";") {
		rest, ok := strings.CutPrefix(address, "unix:")
		if !ok {
			continue
		}
		for pair := range strings.SplitSeq(rest, ",") {
			if value, ok := strings.CutPrefix(pair, "path="); ok {
				if path, err := url.PathUnescape(value); err == nil {
					return path
				}
			}
		}
	}
	return ""
}

// owner is the connection that has a name, or "".
func owner(ctx context.Context, conn *dbus.Conn, name string) string {
	ctx, cancel := context.WithTimeout(ctx, answerTime)
	defer cancel()
	var unique string
	_ = conn.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.GetNameOwner", 0, name).Store(&unique)
	return unique
}

// ownerMatch selects the signal that a name changes hands.
func ownerMatch(name string) []dbus.MatchOption {
	return []dbus.MatchOption{
		dbus.WithMatchSender("org.freedesktop.DBus"), dbus.WithMatchInterface("org.freedesktop.DBus"),
		dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, name),
	}
}

// newOwner takes the signal that a name changes hands apart.
func newOwner(signal *dbus.Signal) (name, owner string, ok bool) {
	if signal.Name != "org.freedesktop.DBus.NameOwnerChanged" || len(signal.Body) != 3 {
		return "", "", false
	}
	name, ok1 := signal.Body[0].(string)
	owner, ok2 := signal.Body[2].(string)
	return name, owner, ok1 && ok2
}

// get asks a running service and stores its answer.
func get(ctx context.Context, object dbus.BusObject, method string, into any, args ...any) error {
	ctx, cancel := context.WithTimeout(ctx, answerTime)
	defer cancel()
	return object.CallWithContext(ctx, method, dbus.FlagNoAutoStart, args...).Store(into)
}

// offer is the session bus as far as GNOME's monitor is on it, handed from who listens there to who picks the source.
type offer struct {
	mu     sync.Mutex
	bus    *dbus.Conn
	known  chan struct{} // closed when the bus has been asked once
	change chan struct{} // receives when it came
}

func newOffer() *offer { return &offer{known: make(chan struct{}), change: make(chan struct{}, 1)} }

func (o *offer) set(bus *dbus.Conn) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.bus = bus
	select {
	case <-o.known:
	default:
		close(o.known)
	}
	if bus == nil {
		return // whoever uses it finds out by itself
	}
	select {
	case o.change <- struct{}{}:
	default:
	}
}

// get is the bus that has the monitor, or nil. It waits a moment for the first answer.
func (o *offer) get(ctx context.Context) *dbus.Conn {
	timer := time.NewTimer(answerTime)
	defer timer.Stop()
	select {
	case <-o.known:
	case <-timer.C:
	case <-ctx.Done():
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.bus
}
