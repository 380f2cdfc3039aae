package plan

import (
	"slices"
	"time"

	"catcow/routines/exercise"
)

// The pieces that never stretch or shrink, whatever the pace (part 5.1).
const (
	leadInTime = 5 * time.Second // before the first work of a session, and again after an activity
	gapTime    = 5 * time.Second // a change of side, or a break between rounds or sets
	leftover   = 5 * time.Second // a transition, and as a last resort getting ready, may be longer than the pace asks by at most this
)

// change is how long a pace needs on one level and between levels or to fetch something (part 5.1).
func (p Pace) change() (level, far time.Duration) {
	switch p {
	case Relaxed:
		return 8 * time.Second, 15 * time.Second
	case Slow:
		return 12 * time.Second, 20 * time.Second
	default:
		return 5 * time.Second, 10 * time.Second
	}
}

// TransitionTime is how long changing from one exercise to the next takes at a pace: longer when the body goes
// down to or up from the floor, or when something has to be fetched or gone to that is not at hand yet (part 5.1).
func TransitionTime(from, to *exercise.Exercise, p Pace) time.Duration {
	level, far := p.change()
	if from.Position.OnFloor() != to.Position.OnFloor() {
		return far
	}
	at := away(from)
	for _, q := range away(to) {
		if !slices.Contains(at, q) {
			return far
		}
	}
	return level
}

// away lists what an exercise needs that is not where one stands or sits: what has to be fetched, and a wall or a
// doorway, which has to be gone to.
func away(e *exercise.Exercise) []string {
	out := e.NeedsFetching()
	for _, q := range e.Equipment {
		switch q {
		case "wall", "wall-or-chair", "doorway", "step-or-chair":
			out = append(out, q)
		}
	}
	return out
}
