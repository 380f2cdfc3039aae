// Package plan fits a routine to a length.
//
// In goes a routine, the length a person wants and what is known about them (pace, shortest hold, already warm);
// out comes a Plan: timed segments that tile the length to the second, with both sides equal, and what had to change,
// in words. What cannot be done comes back as a Refusal with the nearest honest offer. Pure and deterministic: the
// same input always gives the same plan. What a person changes while playing (more, less, easier, skip, warm up
// again) makes a new plan from the old one. The rules are those of the exercise-science note, part 5; each is named
// where it is applied.
package plan

import (
	"slices"
	"time"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/message"
)

// Pace is how much time a change of exercise takes. It is applied before fitting and never squeezed.
type Pace string

// The paces, with the seconds of a change on one level / between levels or to fetch something (part 5.1).
const (
	Brisk   Pace = "brisk"   // 5 / 10
	Relaxed Pace = "relaxed" // 8 / 15
	Slow    Pace = "slow"    // 12 / 20
)

// Paces lists the paces from quick to slow.
var Paces = []Pace{Brisk, Relaxed, Slow}

// Input is everything a plan depends on.
type Input struct {
	Routine   *routines.Routine
	Catalogue *exercise.Catalogue // for extras and the warm-up guarantee
	Length    time.Duration       // whole seconds; 0 means the routine's natural length
	Pace      Pace                // "" means the routine's own, else Brisk
	Floor     time.Duration       // shortest static hold, 20 or 30 s; 0 means 20 s. 30 s is for 60+ and long-term flexibility (ACSM)
	Warm      bool                // already warm: no warm-up is put before a static start
	// Missing is the equipment that is not at hand, by the names of exercise.Equipments.
	Missing []string
	// Suits says whether an exercise may be used; nil means every one. A person's filters come in here.
	Suits func(*exercise.Exercise) bool
}

// suits reports whether an exercise may be used and can be.
func (in Input) suits(e *exercise.Exercise) bool {
	return in.lacking(e) == "" && (in.Suits == nil || in.Suits(e))
}

// lacking is what an exercise needs that is not at hand, or "".
func (in Input) lacking(e *exercise.Exercise) string {
	for _, q := range e.Equipment {
		if slices.Contains(in.Missing, q) {
			return q
		}
	}
	return ""
}

// SegmentKind is what happens in a segment.
type SegmentKind string

// The kinds of segment.
const (
	LeadIn       SegmentKind = "lead-in"    // get ready, before the first work of a session or of the part after an activity
	Work         SegmentKind = "work"       // reps or a hold, on one side
	Switch       SegmentKind = "switch"     // change over to the other side
	Rest         SegmentKind = "rest"       // between rounds or sets
	Transition   SegmentKind = "transition" // to the next exercise
	ActivitySlot SegmentKind = "activity"   // an open pause outside the length; lasts as long as the day needs
)

// Side is the side a segment works.
type Side string

// The sides. SideBoth is also used where a segment has no side.
const (
	SideBoth  Side = "both"
	SideLeft  Side = "left"
	SideRight Side = "right"
)

// Segment is one timed piece of a plan. Lead-in, switch, rest and transition segments carry the exercise, side and
// round that come next.
type Segment struct {
	Phase    int // index into Plan.Phases
	Kind     SegmentKind
	Exercise *exercise.Exercise
	Side     Side
	Round    int           // 1-based: hold or set
	Rounds   int           // how many there are on this side
	Start    time.Duration // from the start of the plan; activity segments take no time
	Length   time.Duration // 0 for an activity
	Reps     int           // work counted in repetitions, else 0
	Tempo    time.Duration // seconds of one repetition; Reps × Tempo = Length
	Priority int           // the step's
	Step     int           // index of the step within the fitted phase, counting what is played
	Note     string        // what the routine says at this step; "" of what stands in for another
	Asked    time.Duration // of a timed activity: how long the routine asks for, outside the length; 0 is as long as it takes
}

// End is where the segment ends.
func (s Segment) End() time.Duration { return s.Start + s.Length }

// Phase is a phase of the plan.
type Phase struct {
	Name   string
	Kind   exercise.Kind
	Start  time.Duration
	Length time.Duration // 0 for an activity
}

// Plan is a routine fitted to a length, as a list of timed segments that tile the length without gap or overlap.
type Plan struct {
	Routine  *routines.Routine
	Length   time.Duration // whole seconds, the sum of all segments
	Pace     Pace
	Phases   []Phase
	Segments []Segment
	Changes  []message.Message // what differs from the routine as written; none at its natural length unless settings ask for it
}

// Refusal is a plan that cannot be made, said plainly, with the nearest thing that can.
type Refusal struct {
	Message message.Message
	Nearest time.Duration // a length that Fit accepts, or 0
	Other   string        // id of another routine worth offering, or ""
}

func (r *Refusal) Error() string { return r.Message.String() }
