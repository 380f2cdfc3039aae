package breaks

import (
	"time"

	"catcow/routines/message"
)

// Kind is what sort of break it is. It decides which rule names the routine.
type Kind string

// The kinds.
const (
	Short Kind = "short" // an ordinary break
	Long  Kind = "long"  // every nth
	Daily Kind = "daily" // the reset at its time of day
)

// Kinds lists the kinds.
var Kinds = []Kind{Short, Long, Daily}

// EventKind is what happened.
type EventKind string

// The events.
const (
	HeadsUp    EventKind = "heads-up"    // a break is due in a minute (Lead)
	Due        EventKind = "due"         // a break is due: look whether it may ask, then call Asked, or Hold
	Rested     EventKind = "rested"      // the person was away for as long as the break takes: it counts as taken
	Withdrawn  EventKind = "withdrawn"   // a break that was due is due no more: take the question back
	PauseEnded EventKind = "pause-ended" // by itself or by Resume
	HoursBegan EventKind = "hours-began" // counting starts afresh
	HoursEnded EventKind = "hours-ended" // a break that was due is dropped
)

// Event is one thing that happened.
type Event struct {
	Kind   EventKind
	At     time.Time       // wall time; may lie a little before now
	Break  Kind            // of HeadsUp, Due, Rested and Withdrawn
	Waited message.Message // of Due: what it waited for ("It waited for your call."), or the zero Message
}

// Why is why a person is away.
type Why string

// The reasons. A person is away as long as one of them holds.
const (
	Idle   Why = "idle"   // no key and no pointer was touched
	Locked Why = "locked" // the screen is locked
	Asleep Why = "asleep" // the computer sleeps
)
