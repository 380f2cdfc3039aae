package breaks

import (
	"time"

	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// File is the name of the kept state in the data folder.
const File = "breaks.toml"

// State is what survives a restart. The zero State is that of a new person. Durations are whole seconds, moments are wall
// time; the zero Moment is never.
type State struct {
	AsOf      Moment            `toml:"as_of"`      // when the state was taken
	Active    tomlfile.Duration `toml:"active"`     // active time since the last break
	LeftOut   tomlfile.Duration `toml:"left_out"`   // active time that is not counted before Active begins: a break put off or skipped ahead
	Warned    bool              `toml:"warned"`     // the heads-up for the coming break was given
	Snoozes   int               `toml:"snoozes"`    // how often the coming or due break was put off
	SinceLong int               `toml:"since_long"` // breaks since the long one
	LastDaily string            `toml:"last_daily"` // the day of the last daily reset, "2026-11-22"
	LastRest  Moment            `toml:"last_rest"`  // when the last break or natural break ended
	LastMoved Moment            `toml:"last_moved"` // when the last routine ended
	LastClock Moment            `toml:"last_clock"` // the last moment of the clock that was dealt with, for ByClock
	Away      tomlfile.Duration `toml:"away"`       // how long the person had been away, 0 when they were there

	Pause   *Pause   `toml:"pause"`
	Pending *Pending `toml:"pending"`
	Running *Running `toml:"running"`
	Recent  []Recent `toml:"recent"` // oldest first
}

// Moment is a time as the file has it: text, such as "2026-11-22T18:04:05+01:00", or "" for never.
type Moment struct{ time.Time }

// Pause is a pause that lasts.
type Pause struct {
	Until Moment `toml:"until"` // never: until told
}

// Pending is a break that is due, or put off.
type Pending struct {
	Kind   Kind     `toml:"kind"`
	Due    Moment   `toml:"due"`    // when it was due first
	Later  Moment   `toml:"later"`  // put off until then
	Asked  Moment   `toml:"asked"`  // when the person was asked
	Waited []Reason `toml:"waited"` // what it waited for
}

// Running is a break being taken.
type Running struct {
	Kind    Kind   `toml:"kind"`
	Routine string `toml:"routine"` // id
	Started Moment `toml:"started"`
}

// Recent is a routine that was done.
type Recent struct {
	Routine string   `toml:"routine"` // id
	Kind    Kind     `toml:"kind"`    // the break it was taken as; "" for a session of its own
	Areas   []string `toml:"areas"`   // moved
	At      Moment   `toml:"at"`      // when it ended
}

// Save keeps the state in the data folder, whole or not at all.
func Save(dir string, s State) error { return nil }

// Load reads the kept state. There is none: the zero State and no message. What cannot be used is set aside as
// breaks.toml.broken and named in the message; it is never in the way of anything else.
func Load(dir string) (State, *message.Message) { return State{}, nil }
