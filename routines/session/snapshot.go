package session

import (
	"cmp"
	"slices"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/plan"
	"catcow/routines/tomlfile"
)

// Snapshot is a session as it can be kept in a file: the fitted segments with everything that was changed on the
// way, and where the session stood. Durations are whole seconds, rounded down.
type Snapshot struct {
	Routine string            `toml:"routine"` // id
	Name    string            `toml:"name"`
	Pace    plan.Pace         `toml:"pace"`
	State   State             `toml:"state"`
	Current int               `toml:"current"` // index into Segments
	Elapsed tomlfile.Duration `toml:"elapsed"` // within the current segment
	Taken   Moment            `toml:"taken"`   // when the snapshot was taken
	Still   Moment            `toml:"still"`   // since when nothing moves; when playing, Taken
	Moved   tomlfile.Duration `toml:"moved"`   // as in Summary
	Total   tomlfile.Duration `toml:"total"`   // as in Summary
	Eased   []string          `toml:"eased"`   // exercise ids
	LeftOut []string          `toml:"left_out"`

	Played   []Played  `toml:"played"`
	Phases   []Phase   `toml:"phase"`
	Segments []Segment `toml:"segment"`
}

// Moment is a time as the file has it: text, such as "2026-11-22T18:04:05+01:00".
type Moment struct{ time.Time }

// Played is how long the work of an exercise was played.
type Played struct {
	Exercise string            `toml:"exercise"`
	Time     tomlfile.Duration `toml:"time"`
}

// Phase is a phase of the plan in a Snapshot.
type Phase struct {
	Name string        `toml:"name"`
	Kind exercise.Kind `toml:"kind"`
}

// Segment is a segment of the plan in a Snapshot. Where it starts follows from the lengths before it.
type Segment struct {
	Phase    int               `toml:"phase"`
	Kind     plan.SegmentKind  `toml:"kind"`
	Exercise string            `toml:"exercise"` // id
	Side     plan.Side         `toml:"side"`
	Round    int               `toml:"round"`
	Rounds   int               `toml:"rounds"`
	Length   tomlfile.Duration `toml:"length"`
	Reps     int               `toml:"reps"`
	Tempo    tomlfile.Duration `toml:"tempo"`
	Priority int               `toml:"priority"`
	Step     int               `toml:"step"`
	Note     string            `toml:"note,omitempty"`
}

// Snapshot is the session as it stands now, for Save. It does not change the session.
func (s *Session) Snapshot(now time.Time) Snapshot {
	seconds := func(d time.Duration) tomlfile.Duration { return tomlfile.Duration(d.Truncate(time.Second)) }
	snap := Snapshot{
		Routine: s.plan.Routine.ID, Name: s.plan.Routine.Name, Pace: s.plan.Pace,
		State: s.state, Current: s.seg, Elapsed: seconds(s.elapsed),
		Taken: Moment{now.Round(0)}, Still: Moment{now.Round(0)},
		Moved: seconds(s.tally.moved), Total: seconds(s.tally.total),
		Eased: ids(s.tally.eased), LeftOut: ids(s.tally.leftOut),
	}
	if s.state == Paused || s.state == Waiting {
		snap.Still = Moment{s.still.Round(0)}
	}
	for id, d := range s.tally.played {
		if d >= time.Second {
			snap.Played = append(snap.Played, Played{id, seconds(d)})
		}
	}
	slices.SortFunc(snap.Played, func(a, b Played) int { return cmp.Compare(a.Exercise, b.Exercise) })
	for _, p := range s.plan.Phases {
		snap.Phases = append(snap.Phases, Phase{p.Name, p.Kind})
	}
	for _, g := range s.plan.Segments {
		snap.Segments = append(snap.Segments, Segment{
			Phase: g.Phase, Kind: g.Kind, Exercise: g.Exercise.ID, Side: g.Side, Round: g.Round, Rounds: g.Rounds,
			Length: tomlfile.Duration(g.Length), Reps: g.Reps, Tempo: tomlfile.Duration(g.Tempo),
			Priority: g.Priority, Step: g.Step, Note: g.Note,
		})
	}
	return snap
}

func ids(list []*exercise.Exercise) []string {
	out := make([]string, len(list))
	for i, e := range list {
		out[i] = e.ID
	}
	return out
}

// day is the day a moment belongs to: it begins at 04:00 local time, so that an evening may run past midnight.
func day(t time.Time) time.Time {
	y, m, d := t.Date()
	if t.Hour() < dayBegins {
		d--
	}
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

const dayBegins = 4 // o'clock

// Offered reports whether the session may still be gone on with: it was neither done nor stopped, and it is still the
// day it was parked on, which ends at 04:00 local time.
func (n Snapshot) Offered(now time.Time) bool {
	return (n.State == Playing || n.State == Paused || n.State == Waiting) && day(n.Taken.In(now.Location())).Equal(day(now))
}

// Left is the time still to be played.
func (n Snapshot) Left() time.Duration {
	var left time.Duration
	for i, g := range n.Segments {
		if i >= n.Current {
			left += time.Duration(g.Length)
		}
	}
	return max(left-time.Duration(n.Elapsed), 0)
}
