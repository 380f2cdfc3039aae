//go:build unix && !darwin

package presence

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/godbus/dbus/v5"
)

// GNOME's compositor counts idle time, on X11 and Wayland alike.
const (
	mutter     = "org.gnome.Mutter.IdleMonitor" // the service, and its interface
	mutterPath = "/org/gnome/Mutter/IdleMonitor/Core"
)

// gnome is Mutter's idle monitor. The connection belongs to who made it.
type gnome struct {
	conn      *dbus.Conn
	monitor   dbus.BusObject
	owner     string // who had the name when it was opened
	threshold time.Duration
	signals   chan *dbus.Signal
	gone      chan struct{} // closed when the monitor is

	mu      sync.Mutex // held until the bus has named a new watch, so that no signal overtakes its name
	watches map[uint32]func()
}

func openGNOME(ctx context.Context, conn *dbus.Conn, threshold time.Duration) (source, error) {
	g := &gnome{conn: conn, monitor: conn.Object(mutter, mutterPath), threshold: threshold}
	g.signals, g.gone, g.watches = make(chan *dbus.Signal, 8), make(chan struct{}), map[uint32]func(){}
	conn.Signal(g.signals) // what the monitor tells is addressed to this connection and needs no match
	if g.owner = owner(ctx, conn, mutter); g.owner == "" {
		conn.RemoveSignal(g.signals)
		return nil, errors.New("GNOME's idle monitor is not on the session bus")
	}
	return g, nil
}

func (g *gnome) run(ctx context.Context, tell func(idle bool, since time.Time)) error {
	defer close(g.gone)
	defer g.conn.RemoveSignal(g.signals)
	var (
		active uint32 // the watch for input; 0 while somebody is there
		fault  error
	)
	back := func() {
		g.forget(active) // it rings once
		active = 0
		tell(false, time.Now())
	}
	away := func() {
		if active != 0 {
			return // a monitor that was asked just now may tell twice
		}
		idle, _ := g.idle(ctx)
		tell(true, time.Now().Add(-max(idle, g.threshold)))
		active, fault = g.watch(ctx, "AddUserActiveWatch", back)
	}
	id, err := g.watch(ctx, "AddIdleWatch", away, uint64(g.threshold.Milliseconds()))
	if err != nil {
		return err
	}
	defer g.remove(id)
	if idle, err := g.idle(ctx); err == nil && idle >= g.threshold {
		away()
	}
	for fault == nil { // without its watch nobody would ever be back
		select {
		case signal, ok := <-g.signals:
			if !ok {
				return errors.New("the session bus is gone")
			}
			if name, to, ok := newOwner(signal); ok && name == mutter && to != g.owner {
				return errors.New("GNOME's idle monitor is gone")
			}
			g.ring(signal)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return fault
}

// watch asks to be rung; ring is called from run.
func (g *gnome) watch(ctx context.Context, method string, ring func(), args ...any) (uint32, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	var id uint32
	if err := get(ctx, g.monitor, mutter+"."+method, &id, args...); err != nil {
		return 0, fmt.Errorf("asking GNOME's idle monitor for a watch: %w", err)
	}
	g.watches[id] = ring
	return id, nil
}

// remove takes a watch back, also when the context that asked for it is over.
func (g *gnome) remove(id uint32) {
	g.forget(id)
	g.monitor.Go(mutter+".RemoveWatch", dbus.FlagNoReplyExpected|dbus.FlagNoAutoStart, nil, id)
}

func (g *gnome) forget(id uint32) {
	g.mu.Lock()
	defer g.mu.Unlock()
	delete(g.watches, id)
}

func (g *gnome) ring(signal *dbus.Signal) {
	if signal.Name != mutter+".WatchFired" || len(signal.Body) != 1 {
		return
	}
	id, ok := signal.Body[0].(uint32)
	if !ok {
		return
	}
	g.mu.Lock()
	ring := g.watches[id]
	g.mu.Unlock()
	if ring != nil {
		ring()
	}
}

// idle is what the monitor counts now.
func (g *gnome) idle(ctx context.Context) (time.Duration, error) {
	var ms uint64
	err := get(ctx, g.monitor, mutter+".GetIdletime", &ms)
	return milliseconds(int64(min(ms, 1<<62))), err
}

func (g *gnome) lull(ctx context.Context, d time.Duration) {
	rung := make(chan struct{})
	id, err := g.watch(ctx, "AddIdleWatch", sync.OnceFunc(func() { close(rung) }), uint64(d.Milliseconds()))
	if err != nil {
		return
	}
	defer g.remove(id)
	if idle, err := g.idle(ctx); err != nil || idle >= d {
		return
	}
	select {
	case <-rung:
	case <-g.gone:
	case <-ctx.Done():
	}
}
