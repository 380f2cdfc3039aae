package breaks

import (
	"time"

	"catcow/routines/message"
)

// Clock says when the next break is due. It is a pure state machine: tell it what happens, and call Advance at Next at
// the latest. Every method that takes a time first brings the clock up to it, and the events it returns are everything
// that happened since the call before. It is not safe for use by several goroutines.
type Clock struct{}

// New is a clock that goes on from a kept state. Time since the state was taken counts as rest if it was long enough.
func New(r Rules, s State, now time.Time) *Clock { return &Clock{} }

// Advance brings the clock up to now and returns what happened.
func (c *Clock) Advance(now time.Time) []Event { return nil }

// Next is the wall-clock moment at the latest when Advance must be called again; zero is never (until something else
// happens). It is at most LookAgain away, so that a computer that slept unnoticed is found out.
func (c *Clock) Next() time.Time { return time.Time{} }

// Status is where the clock stands at now. It changes nothing.
func (c *Clock) Status(now time.Time) Status { return Status{} }

// State is what to keep with Save: after every call that returned events, after every wish, and at least every
// LookAgain.
func (c *Clock) State(now time.Time) State { return State{} }

// SetRules changes the rules. Active time that was counted stays counted.
func (c *Clock) SetRules(r Rules, now time.Time) []Event { return nil }

// SetLength says how long breaks of a kind take: to be away for so long counts as having taken one. See
// DefaultLength.
func (c *Clock) SetLength(k Kind, d time.Duration) {}

// Away says that the person has been away since a moment, which may lie in the past.
func (c *Clock) Away(why Why, since, now time.Time) []Event { return nil }

// Back says that a reason to be away holds no more. Back(Locked) ends Idle as well: somebody unlocked the screen.
func (c *Clock) Back(why Why, now time.Time) []Event { return nil }

// Unwatched says that the idle time is not known (any more): nobody is taken for idle, active time simply runs.
func (c *Clock) Unwatched(now time.Time) []Event { return nil }

// Hold says that the due break must not ask now, and why. Held for a new reason, the old one is replaced.
func (c *Clock) Hold(reasons []Reason, now time.Time) []Event { return nil }

// Free says that nothing is in the way any more: the break is Due again if it was held.
func (c *Clock) Free(now time.Time) []Event { return nil }

// Asked says that the person was asked about the due break. It will not be Due again unless it is put off.
func (c *Clock) Asked(now time.Time) []Event { return nil }

// Snooze puts the due or the coming break off, by 1 min to 1 h; 0 is what the rules say. The message says why not.
func (c *Clock) Snooze(d time.Duration, now time.Time) ([]Event, *message.Message) { return nil, nil }

// Skip leaves the due or the coming break out. The message says why not.
func (c *Clock) Skip(now time.Time) ([]Event, *message.Message) { return nil, nil }

// Pause stops counting and asking until a moment; the zero time is until Resume. Active time stays counted.
func (c *Clock) Pause(until, now time.Time) ([]Event, *message.Message) { return nil, nil }

// Resume ends a pause.
func (c *Clock) Resume(now time.Time) ([]Event, *message.Message) { return nil, nil }

// Tomorrow is the end of a pause "until tomorrow": when working hours begin on the next day that has some, or 04:00.
func (c *Clock) Tomorrow(now time.Time) time.Time { return time.Time{} }

// Start says that a break begins with a routine, due or not.
func (c *Clock) Start(routine string, now time.Time) ([]Event, *message.Message) { return nil, nil }

// End says that the break is over, and which areas it moved. One that was neither finished nor moved anything is not
// taken: it waits on.
func (c *Clock) End(areas []string, finished bool, now time.Time) ([]Event, *message.Message) {
	return nil, nil
}

// Did says that the person played a routine of their own accord, and when it ended. It counts as a break.
func (c *Clock) Did(routine string, areas []string, at, now time.Time) []Event { return nil }
