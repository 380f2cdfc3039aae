//go:build unix && !darwin

package notify

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/godbus/dbus/v5"
)

// explain puts an error of the bus into words for a person.
func explain(conn *dbus.Conn, err error) error {
	m := refused(err)
	switch {
	case !conn.Connected():
		m = NoBus
	case errors.Is(err, context.DeadlineExceeded), isError(err, "NoReply", "TimedOut", "Timeout"):
		m = Silent
	case isError(err, "ServiceUnknown", "NameHasNoOwner", "Spawn"):
		m = NoServer
	}
	return fmt.Errorf("%w (%w)", m, err)
}

// isError tells an error of the bus by the part of its name after org.freedesktop.DBus.Error., or the first word of that.
func isError(err error, names ...string) bool {
	var e dbus.Error
	if !errors.As(err, &e) {
		return false
	}
	rest, ok := strings.CutPrefix(e.Name, "org.freedesktop.DBus.Error.")
	word, _, _ := strings.Cut(rest, ".")
	return ok && slices.Contains(names, word)
}
