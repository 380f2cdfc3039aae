//go:build unix && !darwin

package notify

import (
	"context"
	"fmt"

	"github.com/godbus/dbus/v5"

	"catcow/routines/message"
)

func (b *bus) show(n Note) error {
	b.asks.Lock()
	defer b.asks.Unlock()
	ctx, cancel := context.WithTimeout(context.Background(), b.patience)
	defer cancel()
	err := b.notify(ctx, n)
	b.remember(err)
	if err != nil {
		return fmt.Errorf("showing a notification: %w", err)
	}
	return nil
}

// notify asks the notification program to show a note.
func (b *bus) notify(ctx context.Context, n Note) error {
	for range tries {
		conn, s, err := b.ask(ctx)
		if err != nil {
			return err
		}
		replaces, err := b.listen(ctx, conn, n.Slot)
		if err != nil {
			return explain(conn, err)
		}
		// Not started on demand here: what a new one can do has to be asked first.
		call := conn.Object(service, object).CallWithContext(ctx, service+".Notify", dbus.FlagNoAutoStart, arguments(n, s, replaces)...)
		var id uint32
		err = call.Store(&id)
		if b.settle(conn, call.ResponseSequence, id, n, err) {
			return nil
		}
		if err != nil && conn.Connected() && !isError(err, "ServiceUnknown", "NameHasNoOwner", "NoReply") {
			return explain(conn, err)
		}
	}
	return NoServer
}

// listen begins to listen to the notification program, before it can have anything to say about the note that comes into
// this slot. It gives the id of what the slot shows, or 0.
func (b *bus) listen(ctx context.Context, conn *dbus.Conn, slot string) (replaces uint32, err error) {
	b.mu.Lock()
	b.showing = true
	heard := b.heard
	for id, s := range b.shown {
		if s.note.Slot == slot {
			replaces = id
		}
	}
	b.mu.Unlock()
	if heard {
		return replaces, nil
	}
	err = conn.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.AddMatch", 0, signalRule).Err
	b.mu.Lock()
	defer b.mu.Unlock()
	b.heard = err == nil && b.conn == conn
	if err != nil {
		b.settled()
	}
	return replaces, err
}

// settle keeps what Notify answered, and reports whether the note is shown by the notification program that runs now.
func (b *bus) settle(conn *dbus.Conn, at dbus.Sequence, id uint32, n Note, err error) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	defer b.settled()
	if err != nil || b.conn != conn || b.since > at {
		return false
	}
	for old, s := range b.shown {
		if s.note.Slot == n.Slot {
			delete(b.shown, old)
		}
	}
	b.shown[id] = &shown{note: n}
	for _, e := range b.early {
		if e.id == id {
			b.hear(e)
		}
	}
	return true
}

// settled ends the time in which answers may come early. The caller holds mu.
func (b *bus) settled() {
	b.showing, b.early = false, nil
	b.rest()
}

// rest ends listening when there is nothing to listen for: every other program's notifications would wake us. The caller
// holds mu.
func (b *bus) rest() {
	if b.heard && !b.showing && len(b.shown) == 0 {
		b.heard = false
		b.conn.BusObject().Go("org.freedesktop.DBus.RemoveMatch", dbus.FlagNoReplyExpected, nil, signalRule)
	}
}

func (b *bus) withdraw(slot string) {
	b.asks.Lock()
	defer b.asks.Unlock()
	b.mu.Lock()
	defer b.mu.Unlock()
	for id, s := range b.shown {
		if s.note.Slot == slot {
			b.forget(id)
		}
	}
}

// forget takes a note from the screen, and expects nothing of it any more. The caller holds mu.
func (b *bus) forget(id uint32) {
	delete(b.shown, id)
	b.conn.Object(service, object).Go(service+".CloseNotification", dbus.FlagNoReplyExpected|dbus.FlagNoAutoStart, nil, id)
	b.rest()
}

func (b *bus) state() State {
	b.asks.Lock()
	defer b.asks.Unlock()
	b.mu.Lock()
	missing := b.missing
	b.mu.Unlock()
	if missing.ID != "" { // still so: what could have changed it would have been heard
		return State{Missing: missing}
	}
	ctx, cancel := context.WithTimeout(context.Background(), b.patience)
	defer cancel()
	_, s, err := b.ask(ctx)
	if b.remember(err); err != nil {
		return State{Missing: reason(err)}
	}
	return State{Available: true, Buttons: s.can("actions"), Server: plain(s.name, false)}
}

// remember keeps why something failed for as long as the bus can tell that it may have changed.
func (b *bus) remember(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.missing = message.Message{}
	if err != nil && b.conn != nil {
		b.missing = reason(err)
	}
}

func (b *bus) close() {
	b.mu.Lock()
	for id := range b.shown {
		b.forget(id)
	}
	b.closed = true
	conn := b.conn
	b.mu.Unlock()
	if conn != nil {
		_ = conn.Close() // calls back, so mu must be free; ends what is being asked
	}
}
