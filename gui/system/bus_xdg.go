//go:build unix && !darwin

package system

import (
	"slices"

	"github.com/godbus/dbus/v5"
)

// The services of the desktop that the window asks for.
const (
	ServicePortal      = "org.freedesktop.portal.Desktop" // knows whether the desktop is light or dark
	ServiceScreenSaver = "org.freedesktop.ScreenSaver"    // keeps the screen from blanking
)

// Offers reports whether a service answers on the session bus, or would be started when asked. It is false where there
// is no session bus.
func Offers(service string) bool {
	conn, err := dbus.SessionBus() // shared with Fyne, so it stays open
	if err != nil {
		return false
	}
	var has bool
	if err := conn.BusObject().Call("org.freedesktop.DBus.NameHasOwner", 0, service).Store(&has); err == nil && has {
		return true
	}
	var names []string
	err = conn.BusObject().Call("org.freedesktop.DBus.ListActivatableNames", 0).Store(&names)
	return err == nil && slices.Contains(names, service)
}
