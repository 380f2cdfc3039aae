// Package exercise is the catalogue: what an exercise is, how its file is read and checked, and how one is
// found, filtered and swapped.
//
// In goes a TOML file a person can read (see assets/exercises); out comes an Exercise, or every mistake in the
// file with its line and column. Nothing here knows routines, plans or screens.
package exercise

import (
	"time"

	"catcow/routines/figure"
)

// Kind says what an exercise does, and so where in a routine it belongs and which colour it has.
type Kind string

// The kinds, in the order a full routine plays them.
const (
	Dynamic  Kind = "dynamic"  // controlled movement through range; the warm-up
	Activity Kind = "activity" // what the day asks; outside the session length
	Strength Kind = "strength" // flexible muscles still need strength
	Static   Kind = "static"   // a hold of 20-60 s; the cool-down
	Release  Kind = "release"  // roller, ball, rest
)

// Position is how the body is placed. It decides how long a change to the next exercise takes.
type Position string

// The positions.
const (
	Standing    Position = "standing"
	SeatedChair Position = "seated chair"
	SeatedFloor Position = "seated floor"
	Kneeling    Position = "kneeling"
	Quadruped   Position = "quadruped"
	Supine      Position = "supine"
	Prone       Position = "prone"
	SideLying   Position = "side-lying"
)

// OnFloor reports whether the position is on the floor. Standing and sitting on a chair are one level, the floor
// is the other; a change of level takes longer than a change within one (exercise science part 5.1).
func (p Position) OnFloor() bool { return p != Standing && p != SeatedChair }

// Sides says whether an exercise has a left and a right.
type Sides string

// The sides.
const (
	Both      Sides = "both"       // one body, no sides
	LeftRight Sides = "left-right" // always planned equal on both sides
)

// Mode says how repetitions count.
type Mode string

// The modes.
const (
	Together  Mode = "together"  // reps as counted
	Alternate Mode = "alternate" // each rep changes side, so reps are even
	Block     Mode = "block"     // reps per side: all left, then all right
)

// Dose is how much of an exercise is done: reps × tempo, or hold × rounds, or (activity) a time outside the
// session. Durations are whole seconds. Unset bounds are zero only where they do not apply.
type Dose struct {
	// Reps × tempo: dynamic exercises and strength by repetitions.
	Reps, RepsMin, RepsMax    int           // counted per side when Mode is Block
	Tempo, TempoMin, TempoMax time.Duration // one repetition, 5 to 10 s
	Mode                      Mode

	// Hold × rounds: static and strength holds, release.
	Hold, HoldMin, HoldMax time.Duration // one hold on one side
	Rounds, RoundsMax      int           // holds per side

	// Activity only.
	Time, TimeMin, TimeMax time.Duration
}

// ByReps reports whether the dose is counted in repetitions rather than held.
func (d Dose) ByReps() bool { return d.Reps > 0 }

// Alternative is an easier or a harder way to do an exercise: in words, and by the id of another exercise where
// the catalogue has one.
type Alternative struct {
	Text     string
	Exercise string // id, or ""
}

// Exercise is one stretch or movement, with its dose and its figure.
type Exercise struct {
	ID        string // the file's name without .toml
	Name      string
	Aliases   []string
	Kind      Kind
	Position  Position
	Sides     Sides
	Dose      Dose
	Load      []string // what the spine does: "flexion-end", "rotation", …; see Loads
	Targets   []string // where it works: free words, "lower back", "hips"
	Equipment []string // see Equipments; a name ending in "-optional" is not needed
	GoodFor   []string // see Purposes
	AvoidIf   []string // see Cautions
	Easier    Alternative
	Harder    Alternative
	Swap      []string // ids, first that suits wins
	Cues      []string // 1 to 5 short lines, what a good teacher says at that moment
	Breath    string
	Mistake   string         // the common one, as a short phrase: "Arching the lower back"
	Figure    *figure.Figure // nil for an activity without one, and where Picture is shown instead
	Picture   string         // a PNG, JPEG or SVG instead of a figure: its path once loaded; else ""
	Source    Source
	Path      string // own files: where it lies
	Overrides bool   // a person's own file that stands in front of a shipped one of the same id
}

// Source says where a file came from.
type Source string

// The sources.
const (
	Shipped Source = "shipped"
	Own     Source = "own"
)

// NeedsFetching lists the equipment that has to be at hand and is not simply the floor, the wall or what one sits
// on: a roller, a strap, a chair used while lying down. Fetching it makes the change before the exercise longer
// (exercise science part 5.1).
func (e *Exercise) NeedsFetching() []string {
	var out []string
	for _, q := range e.Equipment {
		switch q {
		case "foam-roller", "ball", "strap-or-towel":
			out = append(out, q)
		case "chair", "wall":
			if e.Position.OnFloor() {
				out = append(out, q)
			}
		}
	}
	return out
}
