package breaks

import (
	"slices"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// State is what survives a restart. The zero State is that of a new person. Durations are whole seconds, moments are
// wall time; the zero Moment is never.
type State struct {
	AsOf      Moment            `toml:"as_of"`      // when the state was taken
	Active    tomlfile.Duration `toml:"active"`     // active time since the last break
	LeftOut   tomlfile.Duration `toml:"left_out"`   // active time that is not counted before counting begins: a break put off or left out ahead
	Warned    bool              `toml:"warned"`     // the heads-up for the coming break was given
	Snoozes   int               `toml:"snoozes"`    // how often the coming or due break was put off
	SinceLong int               `toml:"since_long"` // breaks since the long one
	LastDaily string            `toml:"last_daily"` // the day of the last daily reset, "2026-11-22", or ""
	LastRest  Moment            `toml:"last_rest"`  // when the last break or natural break ended
	LastAsked Moment            `toml:"last_asked"` // when a break was last asked for, skipped or left out; may lie ahead
	Away      tomlfile.Duration `toml:"away"`       // how long the person had been away; 0 when they were there

	Pause   *Pause   `toml:"pause"`
	Pending *Pending `toml:"pending"`
	Running *Running `toml:"running"`
	Recent  []Recent `toml:"recent"` // oldest first
}

// Moment is a time as the file has it: text, such as "2026-11-22T18:04:05+01:00", or "" for never.
type Moment struct{ time.Time }

// MarshalText writes whole seconds.
func (m Moment) MarshalText() ([]byte, error) {
	if m.IsZero() {
		return []byte{}, nil
	}
	return []byte(m.Format(time.RFC3339)), nil
}

// UnmarshalText reads it back. Its errors are message.Message values.
func (m *Moment) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*m = Moment{}
		return nil
	}
	t, err := time.Parse(time.RFC3339, string(text))
	if err != nil {
		return message.New("breaks.moment", `{{.Found}} is not a moment as files write it, such as "2026-11-22T18:04:05+01:00"`,
			"Found", tomlfile.Quote(string(text)))
	}
	*m = Moment{t}
	return nil
}

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
	Routine string          `toml:"routine"` // id
	Kind    Kind            `toml:"kind"`    // the break it was taken as; "" for a session of its own
	Areas   []exercise.Area `toml:"areas"`   // moved
	At      Moment          `toml:"at"`      // when it ended
}

// State is what to keep with Save: after every call that returned events, after every wish, and at least every
// LookAgain.
func (c *Clock) State(now time.Time) State {
	d := c.clone()
	d.Advance(now)
	seconds := func(t time.Duration) tomlfile.Duration {
		return tomlfile.Duration(min(max(t, 0), tomlfile.MaxDuration).Truncate(time.Second))
	}
	s := State{
		AsOf: Moment{d.at}, Active: seconds(d.active), LeftOut: seconds(-d.active), Warned: d.warned,
		Snoozes: d.snoozes, SinceLong: d.sinceLong,
		LastRest: Moment{d.lastRest}, LastAsked: Moment{d.lastAsked},
		Pause: d.pause, Pending: d.pending, Running: d.running, Recent: slices.Clone(d.recent),
	}
	if !d.lastDaily.IsZero() {
		s.LastDaily = d.lastDaily.Format(time.DateOnly)
	}
	if d.gone() != 0 {
		s.Away = seconds(d.awayFor)
	}
	return s
}

// restore takes a kept state over, as of when it was taken. What no clock would have kept is left out.
func (c *Clock) restore(s State, now time.Time) {
	wall := now.Round(0)
	if c.at = s.AsOf.Round(0).In(now.Location()); s.AsOf.IsZero() {
		c.at = wall
	}
	c.active = min(max(time.Duration(s.Active)-time.Duration(s.LeftOut), leastActive), mostActive)
	c.warned, c.snoozes, c.sinceLong = s.Warned, max(s.Snoozes, 0), min(max(s.SinceLong, 0), MostLong)
	c.lastDaily, _ = time.Parse(time.DateOnly, s.LastDaily)
	c.lastRest, c.lastAsked = s.LastRest.Round(0), s.LastAsked.Round(0)
	c.awayFor = max(time.Duration(s.Away), 0)
	c.recent = slices.Clone(s.Recent)
	if s.Pause != nil {
		c.pause = &Pause{Moment{s.Pause.Until.Round(0)}}
	}
	if p := s.Pending; p != nil && slices.Contains(Kinds, p.Kind) {
		c.pending = &Pending{p.Kind, Moment{p.Due.Round(0)}, Moment{p.Later.Round(0)}, Moment{p.Asked.Round(0)}, slices.Clone(p.Waited)}
	}
	if r := s.Running; r != nil {
		c.running = &Running{r.Kind, r.Routine, Moment{r.Started.Round(0)}}
	}
	if back := wall.Sub(c.at); back < 0 { // the clock was set back meanwhile
		c.shift(back)
		c.at = wall
	}
	c.bound()
	if oldest := wall.Add(-longGap); c.at.Before(oldest) { // by then whatever was to come has come
		c.at = oldest
	}
}

// bound sees to it that no moment of a kept state lies where it cannot have come from, so that a wrong one is forgotten
// within a day.
func (c *Clock) bound() {
	if c.lastRest.After(c.at) {
		c.lastRest = c.at
	}
	if c.lastAsked.After(c.at.Add(midnight)) {
		c.lastAsked = c.at
	}
	if p := c.pending; p != nil && (p.Due.IsZero() || p.Due.After(c.at.Add(midnight)) || p.Later.After(c.at.Add(midnight+mostMoved)) || p.Asked.After(c.at)) {
		c.pending = nil
	}
	if r := c.running; r != nil && r.Started.After(c.at) {
		c.running = nil
	}
	c.clampDay()
}

// mostMoved is how far a break can be moved altogether.
const mostMoved = MostSnoozes * MostPutOff
