//go:build unix && !darwin

package tray

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/godbus/dbus/v5"

	"catcow/gui/system"
)

// The tray of the desktop.
const (
	watcher     = "org.kde.StatusNotifierWatcher"
	watcherPath = "/StatusNotifierWatcher"
	hostShown   = watcher + ".IsStatusNotifierHostRegistered"
)

const busAddress = "DBUS_SESSION_BUS_ADDRESS"

// knowBus keeps the D-Bus library from starting a session bus of its own where there is none: nobody else would be on
// it, and it would stay behind.
func knowBus() {
	if os.Getenv(busAddress) != "" {
		return
	}
	dir := os.Getenv("XDG_RUNTIME_DIR")
	if dir == "" {
		dir = filepath.Join("/run/user", strconv.Itoa(os.Getuid()))
	}
	_ = os.Setenv(busAddress, "unix:path="+filepath.Join(dir, "bus")) // an address is text without NUL: it cannot fail
}

// watchHost tells whether there is a tray, now and whenever that changes, until ctx ends. It sleeps until it does.
func watchHost(ctx context.Context) <-chan host {
	hosts := make(chan host)
	go func() {
		// systray keeps the shared connection for itself, and ends when it hears anything meant for others on it.
		conn, err := dbus.ConnectSessionBus()
		if err == nil {
			listen(ctx, conn, hosts)
			conn.Close()
		}
		if ctx.Err() != nil {
			return
		}
		send(ctx, hosts, hostNoBus)
		if awaitBus(ctx) {
			send(ctx, hosts, hostNewBus)
		}
	}()
	return hosts
}

// listen tells of the tray until ctx or the connection ends.
func listen(ctx context.Context, conn *dbus.Conn, hosts chan<- host) {
	signals := make(chan *dbus.Signal, 16)
	conn.Signal(signals)
	for _, match := range [][]dbus.MatchOption{
		{dbus.WithMatchSender("org.freedesktop.DBus"), dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, watcher)},
		{dbus.WithMatchInterface(watcher), dbus.WithMatchMember("StatusNotifierHostRegistered")},
		{dbus.WithMatchInterface(watcher), dbus.WithMatchMember("StatusNotifierHostUnregistered")},
	} {
		if err := conn.AddMatchSignal(match...); err != nil {
			return
		}
	}
	told := hostUnknown
	for {
		if now := hostOn(conn); now != told {
			told = now
			send(ctx, hosts, now)
		}
		select {
		case _, open := <-signals:
			if !open {
				return
			}
		case <-conn.Context().Done():
			return
		case <-ctx.Done():
			return
		}
	}
}

// hostOn is whether something on the bus shows icons.
func hostOn(conn *dbus.Conn) host {
	var has bool
	err := conn.BusObject().Call("org.freedesktop.DBus.NameHasOwner", 0, watcher).Store(&has)
	if err != nil || !has {
		return hostMissing
	}
	v, err := conn.Object(watcher, watcherPath).GetProperty(hostShown)
	if shown, ok := v.Value().(bool); err == nil && ok && !shown {
		return hostMissing
	}
	return hostThere
}

// lookForBus is how often a bus is looked for whose place cannot be watched.
const lookForBus = 30 * time.Second

// awaitBus waits until there is a session bus again, and reports false when ctx ended first.
func awaitBus(ctx context.Context) bool {
	var made <-chan fsnotify.Event
	if path := busPath(); path != "" {
		if w, err := fsnotify.NewWatcher(); err == nil {
			defer w.Close()
			if w.Add(filepath.Dir(path)) == nil {
				made = w.Events
			}
		}
	}
	for ctx.Err() == nil {
		if conn, err := dbus.ConnectSessionBus(); err == nil {
			conn.Close()
			return true
		}
		// What appears in the folder may not be listened on yet, so a look follows in any case.
		wait := time.NewTimer(lookForBus)
		select {
		case <-made:
			wait.Reset(time.Second)
			select {
			case <-wait.C:
			case <-ctx.Done():
			}
		case <-wait.C:
		case <-ctx.Done():
		}
		wait.Stop()
	}
	return false
}

// busPath is the socket of the session bus, "" when it is none in the file system.
func busPath() string {
	for _, part := range strings.FieldsFunc(os.Getenv(busAddress), func(r rune) bool { return r == ';' || r == ',' }) {
		if path, ok := strings.CutPrefix(part, "unix:path="); ok {
			return path
		}
	}
	return ""
}

// zone is the file that says which time zone the machine is in, and since when.
func zone() string {
	const file = "/etc/localtime"
	name, _ := os.Readlink(file)
	if stat, err := os.Lstat(file); err == nil && os.Getenv("TZ") == "" {
		return name + " " + stat.ModTime().String()
	}
	return ""
}

// restart begins again from the start, in the same process: systray knows only the session bus it met first, and Go only the
// time zone.
func restart() error {
	program, err := system.Program()
	if err == nil {
		err = syscall.Exec(program, os.Args, os.Environ())
	}
	return fmt.Errorf("beginning again from the start: %w", err)
}
