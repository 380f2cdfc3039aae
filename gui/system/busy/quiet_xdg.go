//go:build unix && !darwin

package busy

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strings"

	"github.com/godbus/dbus/v5"
)

const (
	notifications     = "org.freedesktop.Notifications"
	notificationsPath = "/org/freedesktop/Notifications"
	properties        = "org.freedesktop.DBus.Properties"
)

// desk is a notification server that can be asked to be quiet. Each has its own way, as the specification has none.
type desk struct {
	bus   *dbus.Conn
	owner string // its own name on the bus: no other program is asked, and none is started
}

// desks is how to find out whether each is quiet, by the name it gives itself.
var desks = map[string]func(context.Context, desk) (bool, error){
	"dunst": func(ctx context.Context, d desk) (bool, error) {
		return d.property(ctx, "org.dunstproject.cmd0", "paused")
	},
	"Plasma": func(ctx context.Context, d desk) (bool, error) {
		return d.property(ctx, notifications, "Inhibited")
	},
	"Xfce Notify Daemon": func(ctx context.Context, d desk) (bool, error) {
		var quiet bool
		xfconf := d.bus.Object("org.xfce.Xfconf", "/org/xfce/Xfconf")
		err := ask(ctx, xfconf, "org.xfce.Xfconf.GetProperty", "xfce4-notifyd", "/do-not-disturb").Store(&quiet)
		if e, ok := errors.AsType[dbus.Error](err); ok && e.Name == "org.xfce.Xfconf.Error.PropertyNotFound" {
			return false, nil // it never was
		}
		return quiet, err
	},
	"mako": func(ctx context.Context, d desk) (bool, error) {
		var modes []string
		mako := d.bus.Object(d.owner, "/fr/emersion/Mako")
		err := ask(ctx, mako, "fr.emersion.Mako.ListModes").Store(&modes)
		return slices.Contains(modes, "do-not-disturb") || slices.Contains(modes, "dnd"), err
	},
	"SwayNotificationCenter": func(ctx context.Context, d desk) (bool, error) {
		var quiet, inhibited bool
		swaync := d.bus.Object(d.owner, "/org/erikreider/swaync/cc")
		if ask(ctx, swaync, "org.erikreider.swaync.cc.IsInhibited").Store(&inhibited) == nil && inhibited {
			return true, nil // older ones have no such method
		}
		err := ask(ctx, swaync, "org.erikreider.swaync.cc.GetDnd").Store(&quiet)
		return quiet, err
	},
	"gnome-shell": func(ctx context.Context, _ desk) (bool, error) {
		return gsetting(ctx, "org.gnome.desktop.notifications", "show-banners", "false")
	},
	"cinnamon": func(ctx context.Context, _ desk) (bool, error) {
		return gsetting(ctx, "org.cinnamon.desktop.notifications", "display-notifications", "false")
	},
	"Notification Daemon": func(ctx context.Context, _ desk) (bool, error) { // MATE's
		return gsetting(ctx, "org.mate.NotificationDaemon", "do-not-disturb", "true")
	},
}

// doNotDisturb finds out which notification server there is and asks it in its own way.
func doNotDisturb(ctx context.Context) state {
	bus, err := sessionBus(ctx)
	if err != nil {
		return unknown
	}
	defer bus.Close()
	d := desk{bus: bus}
	name, err := d.find(ctx)
	if err != nil {
		return unknown
	}
	isQuiet, ok := desks[name]
	if !ok {
		return unknown
	}
	quiet, err := isQuiet(ctx, d)
	if err != nil {
		return unknown
	}
	return heldIf(quiet)
}

// find finds the notification server and answers the name it gives itself.
func (d *desk) find(ctx context.Context) (name string, err error) {
	if err := ask(ctx, d.bus.BusObject(), "org.freedesktop.DBus.GetNameOwner", notifications).Store(&d.owner); err != nil {
		return "", fmt.Errorf("looking for the notification server: %w", err)
	}
	var vendor, version, spec string
	server := d.bus.Object(d.owner, notificationsPath)
	if err := ask(ctx, server, notifications+".GetServerInformation").Store(&name, &vendor, &version, &spec); err != nil {
		return "", fmt.Errorf("asking the notification server who it is: %w", err)
	}
	return name, nil
}

func (d desk) property(ctx context.Context, iface, name string) (is bool, err error) {
	server := d.bus.Object(d.owner, notificationsPath)
	err = ask(ctx, server, properties+".Get", iface, name).Store(&is)
	return is, err
}

// gsetting answers whether a setting of a GNOME kind has a value. The settings portal does not hand these out, so it is
// read by GLib's own tool.
func gsetting(ctx context.Context, schema, key, value string) (bool, error) {
	out, err := exec.CommandContext(ctx, "gsettings", "get", schema, key).Output()
	if err != nil {
		return false, fmt.Errorf("reading the setting %s: %w", key, err)
	}
	return strings.TrimSpace(string(out)) == value, nil
}

// quietSignals are what the servers send when they become quiet, or when another takes over.
var quietSignals = [][]dbus.MatchOption{
	{dbus.WithMatchInterface("org.freedesktop.DBus"), dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, notifications)},
	{dbus.WithMatchInterface(properties), dbus.WithMatchMember("PropertiesChanged"), dbus.WithMatchObjectPath(notificationsPath)},
	{dbus.WithMatchInterface(properties), dbus.WithMatchMember("PropertiesChanged"), dbus.WithMatchObjectPath("/fr/emersion/Mako")},
	{dbus.WithMatchInterface("org.xfce.Xfconf"), dbus.WithMatchArg(0, "xfce4-notifyd")},
	{dbus.WithMatchInterface("org.erikreider.swaync.cc")},
	{dbus.WithMatchInterface("ca.desrt.dconf.Writer"), dbus.WithMatchMember("Notify")}, // behind GNOME's settings
}

// listenBus hears when the desktop is asked to be quiet or no longer, from the servers that say so.
func listenBus(ctx context.Context, changed func()) {
	bus, err := sessionBus(ctx)
	if err != nil {
		return
	}
	defer bus.Close()
	signals := make(chan *dbus.Signal, 16)
	bus.Signal(signals)
	for _, match := range quietSignals {
		if bus.AddMatchSignalContext(ctx, match...) != nil {
			return
		}
	}
	d := desk{bus: bus}
	if name, err := d.find(ctx); err == nil && name == "mako" { // only its newer versions tell
		return
	}
	changed()
	for range signals {
		changed()
	}
}

// ask calls a method of what runs already.
func ask(ctx context.Context, o dbus.BusObject, method string, args ...any) *dbus.Call {
	return o.CallWithContext(ctx, method, dbus.FlagNoAutoStart, args...)
}

// sessionBus is a connection of its own to the session bus until ctx ends or it is closed: who shares one is sent the
// signals asked for here too.
func sessionBus(ctx context.Context) (*dbus.Conn, error) {
	bus, err := dbus.SessionBusPrivateNoAutoStartup(dbus.WithContext(ctx))
	if err != nil {
		return nil, fmt.Errorf("connecting to the session bus: %w", err)
	}
	err = bus.Auth(nil)
	if err == nil {
		err = bus.Hello()
	}
	if err != nil {
		bus.Close()
		return nil, fmt.Errorf("greeting the session bus: %w", err)
	}
	return bus, nil
}
