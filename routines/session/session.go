// Package session is the clock that plays a plan.
//
// In goes a plan, the time and what the person does (pause, next, back, +15 s, ease off, stop, jump); out come
// Events (get ready, start, half, last three, switch sides, rep, phase, done) and a View of where the session
// stands. It is a pure state machine: it owns no goroutine, starts no timer and counts no ticks. Every boundary
// lies on a deadline counted from when the session started or last resumed, so a slow frame, a stall or a suspended
// laptop cannot shift a hold; a gap longer than GapLimit pauses it where it stood.
package session

import (
	"time"

	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
)

// GapLimit is the longest time between two calls that still counts as playing, by the monotonic clock and by the
// wall clock. A longer one means the machine slept or stalled; the session is then paused at the last moment it is
// sure about.
const GapLimit = 2 * time.Second

// State is what the session is doing.
type State string

// The states.
const (
	Playing State = "playing"
	Paused  State = "paused"
	Waiting State = "waiting" // in an activity, for as long as the day needs
	Done    State = "done"    // played to the end
	Stopped State = "stopped" // ended by the person before the end
)

// EventKind is what a cue says. Sound, voice and captions subscribe to events; every sound has its caption.
type EventKind string

// The events.
const (
	GetReady     EventKind = "get-ready"    // a lead-in or transition begins; Segment tells what comes
	Start        EventKind = "start"        // work begins
	Rep          EventKind = "rep"          // a repetition begins; N is its number from 1
	Half         EventKind = "half"         // half of a hold of 20 s or more is over
	LastThree    EventKind = "last-three"   // 3, 2, 1 s before the end of work; N is the seconds left
	SwitchSides  EventKind = "switch-sides" // a change-over begins
	RestBegins   EventKind = "rest"         // a break between rounds begins
	PhaseBegins  EventKind = "phase"        // a new phase begins
	Waits        EventKind = "waits"        // an activity begins; the session waits
	PausedEvent  EventKind = "paused"
	ResumedEvent EventKind = "resumed"
	Gap          EventKind = "gap"     // paused because time went by unseen
	Changed      EventKind = "changed" // the plan was changed (+15 s, ease off, skip); Message says how
	DoneEvent    EventKind = "done"
	StoppedEvent EventKind = "stopped"
)

// Event is one cue. At is the position in the plan it belongs to, which may lie up to a frame before now.
type Event struct {
	Kind    EventKind
	At      time.Duration
	Segment int // index into the plan's segments
	N       int
	Message message.Message // set for Changed and Gap
}

// View is where a session stands; everything the screen needs, nothing it has to work out.
type View struct {
	State     State
	Plan      *plan.Plan    // the plan as it is now; ease off, +15 s and skip change it
	Segment   int           // index into Plan.Segments; the last one when done
	Position  time.Duration // in the plan
	Elapsed   time.Duration // within the segment
	Left      time.Duration // of the segment
	PhaseLeft time.Duration
	TotalLeft time.Duration // activity not counted
	Rep       int           // the current repetition from 1; 0 when not counted
	RepPhase  float64       // 0 to 1 within the repetition
	Next      int           // index of the next work or activity segment of another step or side; -1 at the end
}

// Current is the segment being played.
func (v View) Current() plan.Segment {
	if v.Segment >= len(v.Plan.Segments) {
		return plan.Segment{}
	}
	return v.Plan.Segments[v.Segment]
}

// Summary is what a session was: for the end screen and the diary. Each exercise is named once, in the order of the
// plan.
type Summary struct {
	Routine   string // id
	Name      string
	Moved     time.Duration        // time in work segments
	Total     time.Duration        // time played, pauses and activity not counted
	Exercises []*exercise.Exercise // done: at least half of the planned work was played
	Skipped   []*exercise.Exercise // passed over or left out
	Eased     []*exercise.Exercise // made easier, shortened or left out, as they stood before
	Complete  bool                 // played to the end with nothing skipped
}
