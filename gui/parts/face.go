package parts

import (
	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// Faces picks for each routine of a list the exercise that stands for it on a card: the one that tells it best from the
// others. That is one that few routines have, no other card shows yet, and that stays when time is short; of several
// the first. A routine of nothing but an activity has none.
func Faces(list []*routines.Routine) map[*routines.Routine]*exercise.Exercise {
	users := map[string]int{}
	for _, r := range list {
		for e := range steps(r) {
			users[e.ID]++
		}
	}
	out := make(map[*routines.Routine]*exercise.Exercise, len(list))
	taken := map[string]bool{}
	for _, r := range list {
		var face *exercise.Exercise
		best := 0
		for e, priority := range steps(r) {
			score := users[e.ID] + 2*priority
			if taken[e.ID] {
				score += 2 * len(list)
			}
			if face == nil || score < best {
				face, best = e, score
			}
		}
		if face != nil {
			out[r], taken[face.ID] = face, true
		}
	}
	return out
}

// steps runs through the exercises of a routine that have a picture worth showing, with their priority.
func steps(r *routines.Routine) func(yield func(*exercise.Exercise, int) bool) {
	return func(yield func(*exercise.Exercise, int) bool) {
		for _, ph := range r.Phases {
			if ph.Kind == exercise.Activity {
				continue
			}
			for _, s := range ph.Steps {
				if !yield(s.Exercise, s.Priority) {
					return
				}
			}
		}
	}
}

// FaceSide is the side an exercise is shown on in a still picture.
func FaceSide(e *exercise.Exercise) plan.Side {
	if e != nil && e.Sides == exercise.LeftRight {
		return plan.SideLeft
	}
	return plan.SideBoth
}
