package parts

import (
	"time"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// Face is the exercise that stands for a routine on a card: the last of its longest phase, where it is most itself; of
// phases of one length the later. Nil when the routine has none.
func Face(r *routines.Routine) *exercise.Exercise {
	var face *exercise.Exercise
	most := time.Duration(0)
	for _, ph := range r.Phases {
		if ph.Kind == exercise.Activity || len(ph.Steps) == 0 {
			continue
		}
		length := time.Duration(0)
		for _, s := range ph.Steps {
			length += workOf(s)
		}
		if length >= most {
			face, most = ph.Steps[len(ph.Steps)-1].Exercise, length
		}
	}
	return face
}

// workOf is about how long a step takes, both sides, to the half minute: phases meant to be of one length differ by
// what changing over takes.
func workOf(s routines.Step) time.Duration {
	d := s.Dose()
	one := d.Hold * time.Duration(max(d.Rounds, 1))
	if d.ByReps() {
		one = d.Tempo * time.Duration(d.Reps)
	}
	if s.Exercise.Sides == exercise.LeftRight && d.Mode != exercise.Alternate {
		one *= 2
	}
	return one.Round(30 * time.Second)
}

// FaceSide is the side an exercise is shown on in a still picture.
func FaceSide(e *exercise.Exercise) plan.Side {
	if e != nil && e.Sides == exercise.LeftRight {
		return plan.SideLeft
	}
	return plan.SideBoth
}
