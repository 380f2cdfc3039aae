//go:build unix && !darwin

package presence

import (
	"errors"
	"os"
	"time"

	"github.com/godbus/dbus/v5"
)

// The login manager: systemd-logind, or elogind under the same name (org.freedesktop.login1(5)).
const (
	login        = "org.freedesktop.login1"
	loginPath    = "/org/freedesktop/login1"
	loginManager = login + ".Manager"
	loginSession = login + ".Session"
	loginAuto    = loginPath + "/session/auto" // the caller's session, or else the one its person sees

	properties = "org.freedesktop.DBus.Properties"
)

// watchSystem listens to the system bus: when the machine goes to sleep and wakes, and whether the session is locked.
// What Lock and Unlock ask for is not listened to: whether it was done is told by the session's LockedHint alone, and
// who took a request for the deed would wait forever for its end. It returns when the bus is gone.
func (w *Watch) watchSystem(conn *dbus.Conn) error {
	signals := make(chan *dbus.Signal, 8)
	conn.Signal(signals)
	defer func() {
		now := time.Now()
		w.tell(hint, false, now)
		w.tell(sleep, false, now)
	}()

	match := func(options ...dbus.MatchOption) error { return matched(w.ctx, conn.AddMatchSignalContext, options) }
	if err := errors.Join(
		match(ownerMatch(login)...),
		match(dbus.WithMatchSender(login), dbus.WithMatchInterface(loginManager), dbus.WithMatchMember("PrepareForSleep")),
	); err != nil {
		return err
	}

	var session dbus.ObjectPath
	look := func() {
		if path := w.loginSession(conn); path != session && path != "" {
			session = path
			_ = match(dbus.WithMatchSender(login), dbus.WithMatchObjectPath(path), dbus.WithMatchInterface(properties),
				dbus.WithMatchMember("PropertiesChanged"), dbus.WithMatchArg(0, loginSession))
		}
		var locked dbus.Variant
		err := get(w.ctx, conn.Object(login, session), properties+".Get", &locked, loginSession, "LockedHint")
		if is, ok := locked.Value().(bool); err == nil && ok {
			w.tell(hint, is, time.Now())
		}
	}
	look()

	for signal := range signals { // closed with the connection
		switch signal.Name {
		case loginManager + ".PrepareForSleep":
			if len(signal.Body) == 1 {
				if begins, ok := signal.Body[0].(bool); ok {
					w.tell(sleep, begins, time.Now())
				}
			}
		case properties + ".PropertiesChanged":
			if signal.Path == session && len(signal.Body) == 3 {
				if changed, ok := signal.Body[1].(map[string]dbus.Variant); ok {
					if is, ok := changed["LockedHint"].Value().(bool); ok {
						w.tell(hint, is, time.Now())
					}
				}
			}
		default:
			if name, to, ok := newOwner(signal); ok && name == login && to != "" {
				look()
			}
		}
	}
	return errors.New("the system bus is gone")
}

// loginSession is the path of this session, or "" when the login manager knows none.
func (w *Watch) loginSession(conn *dbus.Conn) dbus.ObjectPath {
	var id dbus.Variant
	_ = get(w.ctx, conn.Object(login, loginAuto), properties+".Get", &id, loginSession, "Id")
	name, _ := id.Value().(string)
	if name == "" {
		name = os.Getenv("XDG_SESSION_ID")
	}
	var path dbus.ObjectPath
	_ = get(w.ctx, conn.Object(login, loginPath), loginManager+".GetSession", &path, name)
	return path
}
