package today

import (
	"errors"
	"slices"
	"time"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
)

// Wishes are the person's settings that a plan depends on.
type Wishes struct {
	Length time.Duration // the usual session length; 0 is each routine's own
	Pace   plan.Pace     // "" is each routine's own
	Floor  time.Duration // shortest static hold; 0 is the usual one
	Warm   bool          // already warm
}

// choice is one routine at one length: what the big card shows. Exactly one of plan and refusal is set.
type choice struct {
	routine *routines.Routine
	offers  []time.Duration // every length that fits
	length  time.Duration   // the one asked for
	plan    *plan.Plan
	refusal *plan.Refusal
	example *plan.Plan // what its pictures are taken from: plan, or the natural one; nil when there is none
}

func (w Wishes) input(lib *routines.Library, r *routines.Routine, length time.Duration) plan.Input {
	return plan.Input{
		Routine: r, Catalogue: lib.Catalogue, Length: length, Pace: w.Pace, Floor: w.Floor, Warm: w.Warm,
	}
}

// choose fits a routine. A length of 0 asks for the usual one, brought within what the routine allows; any other is
// taken as it is, so that a refusal can be shown.
func (w Wishes) choose(lib *routines.Library, r *routines.Routine, length time.Duration) choice {
	c := choice{routine: r, offers: plan.Offers(w.input(lib, r, 0))}
	if length == 0 {
		length = w.Length
		if length == 0 {
			// Whole minutes, because that is what the slider can show.
			length = plan.Natural(r, w.Pace).Round(time.Minute)
		}
		if n := len(c.offers); n > 0 {
			length = min(max(length, c.offers[0]), c.offers[n-1])
		}
	}
	c.length = length
	p, err := plan.Fit(w.input(lib, r, length))
	if err != nil {
		if !errors.As(err, &c.refusal) {
			c.refusal = &plan.Refusal{Message: message.New("today.no-plan", "{{.Reason}}", "Reason", err.Error())}
		}
		c.example, _ = plan.Fit(w.input(lib, r, 0))
		return c
	}
	c.plan, c.example = p, p
	return c
}

// exercises lists what a plan plays, each once, in order; an activity is not one of them.
func exercises(p *plan.Plan) []*exercise.Exercise {
	var out []*exercise.Exercise
	for _, g := range p.Segments {
		if g.Kind == plan.Work && !slices.Contains(out, g.Exercise) {
			out = append(out, g.Exercise)
		}
	}
	return out
}

// holds is the shortest and the longest static hold of a plan; zero when it has none.
func holds(p *plan.Plan) (shortest, longest time.Duration) {
	for _, g := range p.Segments {
		if g.Kind != plan.Work || g.Exercise.Kind != exercise.Static || g.Reps > 0 {
			continue
		}
		if shortest == 0 || g.Length < shortest {
			shortest = g.Length
		}
		longest = max(longest, g.Length)
	}
	return shortest, longest
}

// mostPortraits is how many figures fit on the stage.
const mostPortraits = 3

// portraits picks up to three exercises that show best what a plan is: one from each phase, else from its beginning,
// middle and end, and never two in the same position while there is another choice.
func portraits(p *plan.Plan) []*exercise.Exercise {
	all := exercises(p)
	if len(all) <= mostPortraits {
		return all
	}
	var out []*exercise.Exercise
	seen := func(e *exercise.Exercise) bool {
		return slices.ContainsFunc(out, func(o *exercise.Exercise) bool { return o.Position == e.Position })
	}
	phases := 0
	for i, ph := range p.Phases {
		if ph.Kind == exercise.Activity {
			continue
		}
		phases++
		var first, fresh *exercise.Exercise
		for _, g := range p.Segments {
			if g.Phase != i || g.Kind != plan.Work || slices.Contains(out, g.Exercise) {
				continue
			}
			if first == nil {
				first = g.Exercise
			}
			if fresh == nil && !seen(g.Exercise) {
				fresh = g.Exercise
			}
		}
		if fresh == nil {
			fresh = first
		}
		if fresh != nil && len(out) < mostPortraits {
			out = append(out, fresh)
		}
	}
	if phases == 1 {
		out = out[:0]
		for n := range mostPortraits {
			at := n * (len(all) - 1) / (mostPortraits - 1)
			out = append(out, all[at])
		}
	}
	return out
}
