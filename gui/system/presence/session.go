//go:build unix && !darwin

package presence

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"
)

// saverSuffix is how every screen saver's interface ends; it is also the name of its service, and its path with
// slashes.
const saverSuffix = ".ScreenSaver"

// The screen savers asked whether they are on already. Others are heard when they change.
var savers = []string{
	"org.freedesktop.ScreenSaver", // KDE, and most others beside their own
	"org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver", "org.xfce.ScreenSaver",
}

// watchSession listens to the session bus: whether a screen saver is on, which tells of locked screens too, and whether
// GNOME's monitor is there. It returns when the bus is gone.
func (w *Watch) watchSession(conn *dbus.Conn, gnome *offer) error {
	signals := make(chan *dbus.Signal, 8)
	conn.Signal(signals)
	defer gnome.set(nil)
	defer func() { w.tell(saver, false, time.Now()) }()

	match := func(options ...dbus.MatchOption) error { return matched(w.ctx, conn.AddMatchSignalContext, options) }
	if err := errors.Join(match(ownerMatch(mutter)...), match(dbus.WithMatchMember("ActiveChanged"))); err != nil {
		return err
	}
	if owner(w.ctx, conn, mutter) != "" {
		gnome.set(conn)
	} else {
		gnome.set(nil)
	}

	var on []string // whose saver is
	set := func(who string, is bool) {
		i := slices.Index(on, who)
		switch {
		case is && i < 0:
			on = append(on, who)
			_ = match(ownerMatch(who)...) // one that crashes never says that it is off
		case !is && i >= 0:
			on = slices.Delete(on, i, i+1)
			_ = matched(w.ctx, conn.RemoveMatchSignalContext, ownerMatch(who))
		}
		w.tell(saver, len(on) > 0, time.Now())
	}
	for _, name := range savers {
		var is bool
		object := conn.Object(name, dbus.ObjectPath("/"+strings.ReplaceAll(name, ".", "/")))
		if who := owner(w.ctx, conn, name); who != "" && get(w.ctx, object, name+".GetActive", &is) == nil && is {
			set(who, true)
		}
	}

	for signal := range signals { // closed with the connection
		if name, to, ok := newOwner(signal); ok {
			switch {
			case name != mutter:
				set(name, false)
			case to == "":
				gnome.set(nil)
			default:
				gnome.set(conn)
			}
		} else if strings.HasSuffix(signal.Name, saverSuffix+".ActiveChanged") && len(signal.Body) == 1 {
			if is, ok := signal.Body[0].(bool); ok {
				set(signal.Sender, is)
			}
		}
	}
	return errors.New("the session bus is gone")
}

// matched adds or removes a match, in the time a service has to answer.
func matched(ctx context.Context, do func(context.Context, ...dbus.MatchOption) error, options []dbus.MatchOption) error {
	ctx, cancel := context.WithTimeout(ctx, answerTime)
	defer cancel()
	return do(ctx, options...)
}
