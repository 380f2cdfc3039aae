// Package presence tells when the person goes away from the machine and comes back, and when they pause in typing.
//
// In goes how long without input counts as away; out come events. Whatever can push is listened to: the Wayland
// compositor, GNOME's monitor, the X server, the screen saver and the login manager; nothing wakes while nothing
// changes. Windows and macOS cannot push and are looked at, at most once in 30 s. Where nothing is known the source is
// Unknown, a normal answer: then nobody is ever away, except by what the screen lock and sleep tell.
package presence

import (
	"time"

	"catcow/routines/message"
)

// Source is where the idle time comes from.
type Source string

// The sources there are.
const (
	Wayland Source = "wayland" // the compositor's ext-idle-notify-v1, or KDE's older protocol of the same shape
	GNOME   Source = "gnome"   // org.gnome.Mutter.IdleMonitor on the session bus
	X11     Source = "x11"     // the X server's IDLETIME counter, or its screen saver's clock
	Windows Source = "windows" // GetLastInputInfo
	MacOS   Source = "macos"   // CGEventSourceSecondsSinceLastEventType
	Unknown Source = "unknown" // nothing tells, or not yet
)

// Message is the source in words, for a settings screen.
func (s Source) Message() message.Message {
	switch s {
	case Wayland:
		return message.New("presence.wayland", "The Wayland desktop says when you are away.")
	case GNOME:
		return message.New("presence.gnome", "GNOME says when you are away.")
	case X11:
		return message.New("presence.x11", "The X server says when you are away.")
	case Windows:
		return message.New("presence.windows", "Windows says when you are away.")
	case MacOS:
		return message.New("presence.macos", "macOS says when you are away.")
	}
	return message.New("presence.unknown", "Nothing here says when you are away, so breaks come all the same.")
}

// Kind is what an Event tells.
type Kind int

// The kinds of events. Away and Back take turns, beginning with Away.
const (
	Away    Kind = iota // the person went away
	Back                // the person is at the machine again
	Changed             // another source is live, or the one there was is lost; see Watch.Source
)

// Why is the reason for being away.
type Why int

// The reasons there are. Events carry the first one that came: a screen that locks because nobody is there stays Idle.
const (
	Idle   Why = iota // no input for the threshold
	Locked            // the screen is locked, or its saver is on
	Asleep            // the machine sleeps
)

// Event is a change.
type Event struct {
	Kind   Kind
	Since  time.Time // wall clock. Away: when the last input was. Back: when it came. Changed: when
	Why    Why       // Away: why. Back: why it was
	Source Source    // the live source, from which event on
}
