//go:build unix && !darwin

package notify

import (
	"github.com/godbus/dbus/v5"

	"catcow/routines/message"
)

// signalRule subscribes to the notification program's signals, and to nobody else's.
const signalRule = "type='signal',sender='" + service + "',interface='" + service + "',path='" + string(object) + "'"

// event is one of the notification program's signals about a notification.
type event struct {
	member string
	id     uint32
	text   string // of ActionInvoked and ActivationToken
	number uint32 // of NotificationClosed
}

// listener hears one connection's signals. It is called by the connection's own reader: in their order, and there is no
// other goroutine. So it must not wait for anything.
type listener struct{ bus *bus }

// DeliverSignal takes a signal of the bus.
func (l *listener) DeliverSignal(_, member string, s *dbus.Signal) {
	b := l.bus
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.listener != l {
		return
	}
	if s.Name == "org.freedesktop.DBus.NameOwnerChanged" {
		var name, before, after string
		if s.Sender == "org.freedesktop.DBus" && dbus.Store(s.Body, &name, &before, &after) == nil && name == service {
			b.change(after, s.Sequence)
		}
		return
	}
	if s.Sender != b.owner || s.Path != object {
		return
	}
	e, ok := read(s.Name, member, s.Body)
	if !ok {
		return
	}
	if _, ok := b.shown[e.id]; ok {
		b.hear(e)
	} else if b.showing && len(b.early) < waiting {
		b.early = append(b.early, e)
	}
}

// Terminate is told that the connection has ended.
func (l *listener) Terminate() {
	b := l.bus
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.listener == l {
		b.conn, b.listener, b.heard = nil, nil, false
		b.change("", 0)
	}
}

// read reads a signal of the notification program.
func read(name, member string, body []any) (event, bool) {
	e := event{member: member}
	var err error
	switch name {
	case service + ".ActionInvoked", service + ".ActivationToken":
		err = dbus.Store(body, &e.id, &e.text)
	case service + ".NotificationClosed":
		err = dbus.Store(body, &e.id, &e.number)
	default:
		return e, false
	}
	return e, err == nil
}

// hear acts on what happened to a note that is shown. The caller holds mu.
func (b *bus) hear(e event) {
	s, ok := b.shown[e.id]
	if !ok {
		return
	}
	switch e.member {
	case "ActivationToken": // comes before the action that it belongs to
		s.token = e.text
	case "ActionInvoked":
		key, ok := chosen(s.note, e.text)
		if !ok {
			return
		}
		// Most programs close it now; it is asked of those that do not.
		b.forget(e.id)
		b.put(Choice{Slot: s.note.Slot, Action: key, Token: s.token})
	case "NotificationClosed":
		delete(b.shown, e.id)
		b.rest()
		b.put(Choice{Slot: s.note.Slot, Reason: reasons[e.number]})
	}
}

// reasons are NotificationClosed's numbers (Desktop Notifications Specification 1.3).
var reasons = map[uint32]Reason{1: Expired, 2: Dismissed, 3: Closed}

// chosen is the action that a key of the notification program means. A key that the note does not have is no choice: it
// may belong to what the slot showed before.
func chosen(n Note, key string) (string, bool) {
	if key == defaultAction {
		key = n.Default
	}
	for _, a := range n.Actions {
		if a.Key == key {
			return key, true
		}
	}
	return "", false
}

// change takes in that another notification program runs, or none. What the last one showed is gone, and its ids mean
// nothing to the next. The caller holds mu.
func (b *bus) change(owner string, at dbus.Sequence) {
	b.owner, b.since, b.server, b.missing = owner, at, nil, message.Message{}
	for id, s := range b.shown {
		delete(b.shown, id)
		b.put(Choice{Slot: s.note.Slot, Reason: Closed})
	}
	if b.conn != nil {
		b.rest()
	}
}
