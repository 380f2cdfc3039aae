// Package notify shows notifications of the desktop, with buttons where the desktop has them, and tells what the person
// chose.
//
// In goes a Note: a place to show it in, texts and buttons. Out come a Choice for each note that ended, and a State that
// says in plain words why nothing can be shown. While nothing is shown nothing runs but one reader that waits for the
// message bus, and it is only woken when the notification program starts or ends.
package notify

import (
	"errors"
	"strings"
	"sync"
	"time"

	"catcow/routines/message"
)

// AppID is the name that the desktop knows the program by: its desktop file and its icon are called so.
const AppID = "io.github.catcow.Catcow"

// Why nothing can be shown.
var (
	NoBus    = message.New("notify.no-bus", "Notifications do not work here: there is no session bus (D-Bus) to send them by.")
	NoServer = message.New("notify.no-server", "Notifications do not work here: no notification program is running.")
	Silent   = message.New("notify.silent", "Notifications do not work now: the notification program does not answer.")
)

// refused is what is said of any other failure.
func refused(err error) message.Message {
	return message.New("notify.refused", "The notification was not shown: {{.Why}}.", "Why", strings.TrimRight(plain(err.Error(), false), "."))
}

// reason is the message in an error.
func reason(err error) message.Message {
	var m message.Message
	if errors.As(err, &m) {
		return m
	}
	return refused(err)
}

// ErrClosed is what Show answers after Close.
var ErrClosed = errors.New("showing a notification: the notifier is closed")

// Action is a button.
type Action struct {
	Key   string // what Choice says; not empty, and not "default"
	Label string // what the person reads
}

// Note is one notification. Texts are plain: nothing in them is markup, and they may come from a person's files.
type Note struct {
	Slot    string        // where it is shown: a note replaces the one that its slot shows, and notes of one slot never stack
	Title   string        // one line
	Body    string        // may have several lines, may be empty
	Actions []Action      // left to right; desktops show about three
	Default string        // the action's key that a click on the note itself means; empty: such a click chooses nothing
	Expires time.Duration // how long it stays when nobody does anything; 0 leaves it to the desktop. Some desktops ignore it
	Urgent  bool          // it stays until it is answered and is shown despite "do not disturb"; not for a reminder
	Quiet   bool          // shown as less important than others
	// Transient says that it is not to be kept in the desktop's list once it is gone.
	Transient bool
	// Sound asks the desktop for its own sound for a message. Many desktops have none. Without it they are asked for silence.
	Sound bool
	// Elsewhere is a sentence that says where to choose, such as "Choose in the tray menu, or type: catcow break". It ends
	// the text where there are actions but the desktop has no buttons.
	Elsewhere string
	// Fixed is what to say where Title and Body may not go, because they may hold what a person or a file wrote: on Windows
	// a notification passes through PowerShell. It is a text of the program's own, without any name in it.
	Fixed string
}

// Reason is why a note ended without a choice.
type Reason string

// The reasons. Some desktops give another one than it was, or none.
const (
	Unknown   Reason = ""          // a choice was made, or the desktop does not say
	Expired   Reason = "expired"   // nobody did anything
	Dismissed Reason = "dismissed" // the person closed it
	Closed    Reason = "closed"    // another program closed it, or the notification program or the session bus ended
)

// Choice is how a note ended.
type Choice struct {
	Slot   string
	Action string // the chosen action's key; empty when nothing was chosen
	Reason Reason // why nothing was chosen
	// Token lets the program bring a window to the front for this choice, as XDG_ACTIVATION_TOKEN; empty where the desktop
	// gives none.
	Token string
}

// State is what the desktop can show.
type State struct {
	Available bool
	Buttons   bool            // the person can choose in the notification itself
	Server    string          // the notification program's name for itself, such as "dunst"; empty when unknown
	Missing   message.Message // why it is not available; a zero message when it is
}

// way is how a system shows notifications. Its methods may be called from anywhere.
type way interface {
	show(Note) error
	withdraw(slot string)
	state() State
	close()
}

// Notifier shows notes. Its methods may be called from anywhere.
type Notifier struct {
	way  way
	ends *ends
}

// Open makes ready. It never fails and asks the desktop nothing: Show and State do.
func Open() *Notifier {
	e := newEnds()
	return &Notifier{way: open(e.put), ends: e}
}

// Show shows a note in its slot, in place of what the slot showed. The note that is replaced ends without a Choice. It
// waits for the desktop to take it, usually some milliseconds and at most a few seconds, also to start a notification
// program that the desktop starts on demand. The error holds the Message that State then has as Missing; the next Show
// tries anew, so one that comes after the notification program or the bus is back just works.
func (n *Notifier) Show(note Note) error { return n.way.show(note) }

// Withdraw takes away what a slot shows, and returns at once unless a Show is under way. The note ends without a Choice.
// What the slot does not show, or no longer, is nothing to withdraw. On Windows and macOS it stays until it expires.
func (n *Notifier) Withdraw(slot string) { n.way.withdraw(slot) }

// Chosen gives a Choice for every note that ended by itself or by the person: one for each Show, except for notes
// replaced or withdrawn. Where State has no Buttons there may be none. It never blocks the notifier: of more than 16
// choices that nobody took the oldest are dropped. Close closes it.
func (n *Notifier) Chosen() <-chan Choice { return n.ends.ch }

// State asks what the desktop can show. The answer is kept until the notification program changes, so it costs nothing
// when asked again; the first time it may wait as Show does.
func (n *Notifier) State() State { return n.way.state() }

// Close takes away what is shown and lets go of the desktop. Closing twice is fine.
func (n *Notifier) Close() {
	n.way.close()
	n.ends.close()
}

// ends hands choices on without ever waiting for who takes them.
type ends struct {
	mu     sync.Mutex
	ch     chan Choice
	closed bool
}

// waiting is how many answers are kept until somebody takes them.
const waiting = 16

func newEnds() *ends { return &ends{ch: make(chan Choice, waiting)} }

func (e *ends) put(c Choice) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for !e.closed {
		select {
		case e.ch <- c:
			return
		default:
		}
		select {
		case <-e.ch:
		default:
		}
	}
}

func (e *ends) close() {
	e.mu.Lock()
	defer e.mu.Unlock()
	if !e.closed {
		e.closed = true
		close(e.ch)
	}
}
