package session

import (
	"slices"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
)

// tally is what was really played. It is kept apart from the plan, which edits change.
type tally struct {
	moved, total time.Duration
	played       map[string]time.Duration // work, by exercise id
	eased        []*exercise.Exercise
	leftOut      []*exercise.Exercise
}

func newTally() tally { return tally{played: map[string]time.Duration{}} }

// play counts time played within a segment.
func (t *tally) play(g plan.Segment, d time.Duration) {
	t.total += d
	if g.Kind == plan.Work {
		t.moved += d
		t.played[g.Exercise.ID] += d
	}
}

// Summary is what has been done so far, or in all once the session is over.
func (s *Session) Summary() Summary {
	sum := Summary{
		Routine: s.plan.Routine.ID, Name: s.plan.Routine.Name,
		Moved: s.tally.moved, Total: s.tally.total,
		Skipped: slices.Clone(s.tally.leftOut), Eased: slices.Clone(s.tally.eased),
	}
	planned, ends := map[string]time.Duration{}, map[string]time.Duration{}
	var order []*exercise.Exercise
	for _, g := range s.plan.Segments {
		if g.Kind != plan.Work {
			continue
		}
		if ends[g.Exercise.ID] == 0 {
			order = append(order, g.Exercise)
		}
		planned[g.Exercise.ID] += g.Length
		ends[g.Exercise.ID] = g.End()
	}
	sum.Complete = s.state == Done
	for _, e := range order {
		switch {
		case 2*s.tally.played[e.ID] >= planned[e.ID]:
			sum.Exercises = append(sum.Exercises, e)
		case ends[e.ID] <= s.position():
			sum.Complete = false
			if !slices.Contains(sum.Skipped, e) {
				sum.Skipped = append(sum.Skipped, e)
			}
		}
	}
	return sum
}

// NextStep is one good thing to do next, for the activity screen and the end screen.
func (s *Session) NextStep() message.Message {
	if s.state == Waiting {
		return message.New("session.next-activity",
			"You are warm. Do what the day asks; the rest waits here until tonight.")
	}
	if s.state != Done {
		return message.New("session.next-stopped", "That counts. What is left can be played any time.")
	}
	var holds, floor bool
	for _, g := range s.plan.Segments {
		if g.Kind == plan.Work {
			holds = holds || g.Exercise.Kind == exercise.Static || g.Exercise.Kind == exercise.Release
			floor = floor || g.Exercise.Position.OnFloor()
		}
	}
	switch {
	case !holds && s.plan.Length <= time.Minute:
		return message.New("session.next-five", "Got five more minutes?")
	case !holds:
		return message.New("session.next-warm", "You are warm now: a good moment for what you had planned.")
	case !floor:
		return message.New("session.next-desk", "Walk a few steps before you sit down again.")
	default:
		return message.New("session.next-rise", "Get up slowly, and notice how your back feels.")
	}
}
