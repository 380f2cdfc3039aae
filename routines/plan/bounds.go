package plan

import (
	"time"

	"catcow/routines/exercise"
)

// The numbers no plan leaves (part 5.2).
const (
	shortestHold = 20 * time.Second  // a static hold; shorter is not worth the change of position
	staticHold   = 60 * time.Second  // longest static hold: 60 s was no better than 30 s (Bandy 1994)
	perTarget    = 240 * time.Second // most a target is stretched on one side in a session (Ingram 2025)
	beforeEffort = 59 * time.Second  // the same before an activity, where 60 s and more costs strength (Kay 2012)
	warmUpTime   = 60 * time.Second  // movement before the first static phase (part 5.3)
	maxRounds    = 4                 // holds per side
	maxSets      = 2                 // sets of repetitions
	leastTempo   = 5 * time.Second
	mostTempo    = 10 * time.Second
)

// twoSided reports whether work is done once per side: held left and right, or all left reps and then all right.
func twoSided(e *exercise.Exercise) bool {
	if e.Dose.ByReps() {
		return e.Dose.Mode == exercise.Block
	}
	return e.Sides == exercise.LeftRight
}

// longestHold is the longest one hold may last: 60 s for a stretch, the exercise's own bound for the rest.
func longestHold(e *exercise.Exercise) time.Duration {
	if e.Kind != exercise.Static {
		return e.Dose.HoldMax
	}
	if e.Dose.HoldMax == 0 {
		return staticHold
	}
	return min(e.Dose.HoldMax, staticHold)
}

// shortestOf is the shortest one hold may last.
func shortestOf(e *exercise.Exercise) time.Duration {
	if e.Kind == exercise.Static {
		return max(e.Dose.HoldMin, shortestHold)
	}
	return e.Dose.HoldMin
}
