package plan

import (
	"fmt"
	"time"

	"catcow/routines"
	"catcow/routines/message"
)

// refuse says why a length cannot be made and what can (part 5.6).
func (w *workshop) refuse(length int) *Refusal {
	name := w.in.Routine.Name
	if w.in.Routine.Fixed {
		return &Refusal{
			Message: message.New("plan.fixed", "{{.Name}} is always {{.Minutes}} min.",
				"Name", name, "Minutes", minutesText(w.natural)),
			Nearest: duration(w.natural),
			Other:   instead(w.in.Routine.ID, length),
		}
	}
	if length > w.longest {
		return w.tooLong(w.longest)
	}
	_, missing := w.fitAll(max(length, 1))
	switch {
	case missing < 0 || length < w.shortest:
		nearest := w.shortestFrom(length + 1)
		return &Refusal{
			Message: message.New("plan.too-short",
				"The shortest honest version of {{.Name}} is {{.Minutes}} min: both sides and a short warm-up need that.",
				"Name", name, "Minutes", minutesText(nearest)),
			Nearest: duration(nearest),
			Other:   instead(w.in.Routine.ID, length),
		}
	case length > sum(w.most(w.longest)):
		return w.tooLong(length)
	}
	nearest := w.near(length)
	return &Refusal{
		Message: message.New("plan.between",
			"Whole repetitions and rounds of {{.Name}} do not come to {{.Asked}} min; {{.Minutes}} min does.",
			"Name", name, "Asked", minutesText(length), "Minutes", minutesText(nearest)),
		Nearest: duration(nearest),
	}
}

func (w *workshop) tooLong(from int) *Refusal {
	nearest := w.longestTo(from)
	return &Refusal{
		Message: message.New("plan.too-long", "{{.Name}} is worth at most {{.Minutes}} min; more holding adds little.",
			"Name", w.in.Routine.Name, "Minutes", minutesText(nearest)),
		Nearest: duration(nearest),
		Other:   after(w.in.Routine.ID),
	}
}

// first is the first of some lengths that fits, or 0.
func (w *workshop) first(lengths func(yield func(int) bool)) int {
	for s := range lengths {
		if _, ok := w.fits(s); ok {
			return s
		}
	}
	return 0
}

// steps counts n lengths from one by step.
func steps(from, step, n int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(from + i*step) {
				return
			}
		}
	}
}

// nearby is how many seconds around a length are tried.
const nearby = 60

// shortestFrom is the first whole minute from a length that fits, as the length slider has them, or the first second;
// the natural length when nothing near does.
func (w *workshop) shortestFrom(length int) int {
	length = max(length, w.least())
	if s := w.first(steps(up(length), 60, (w.longest-length)/60+1)); s > 0 {
		return s
	}
	if s := w.first(steps(length, 1, 2*nearby)); s > 0 {
		return s
	}
	return w.first(steps(w.natural, 1, 1))
}

// longestTo is the last whole minute up to a length that fits, or the last second.
func (w *workshop) longestTo(length int) int {
	length = min(length, sum(w.most(w.longest))+nearby)
	if s := w.first(steps(length/60*60, -60, length/60)); s > 0 {
		return s
	}
	return w.first(steps(length, -1, min(length, 2*nearby)))
}

// near is the length next to one, to either side, that fits, the shorter of two; the natural length when none near does.
func (w *workshop) near(length int) int {
	if most := sum(w.most(w.longest)); length > most+nearby {
		return w.longestTo(length)
	}
	for d := range 2 * nearby {
		if s := w.first(steps(length-d, 2*max(d, 1), 2)); s > 0 {
			return s
		}
	}
	return w.first(steps(w.natural, 1, 1))
}

// least is the first length worth trying: none below it fits, for want of movement or because the routine's file has
// it longer.
func (w *workshop) least() int {
	return max(sum(w.bounds.below), w.shortest, 1)
}

func sum(list []int) int {
	all := 0
	for _, n := range list {
		all += n
	}
	return all
}

// up is the next whole minute, in seconds.
func up(s int) int { return (s + 59) / 60 * 60 }

// minutesText writes a length in minutes: "7", or "4:58" where it is not a whole number of them.
func minutesText(s int) string {
	if s%60 == 0 {
		return fmt.Sprint(s / 60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// shorter lists shipped routines that are worth a short time, from the time each needs.
var shorter = []struct {
	id   string
	from time.Duration
}{
	{"desk-reset", 3 * time.Minute},
	{"morning-espresso", 2 * time.Minute},
	{"workout-minute", time.Minute},
}

// instead is a shipped routine that can be played in a length, other than the one asked for, or "".
func instead(id string, length int) string {
	for _, s := range shorter {
		if s.id != id && length >= secs(s.from) {
			return s.id
		}
	}
	return ""
}

// after is the shipped routine to go on with when one is not enough.
func after(id string) string {
	if id == "evening-tea" {
		return "combo-10"
	}
	return "evening-tea"
}

// equipmentWords is what to call equipment in "Needs a foam roller."
var equipmentWords = map[string]string{
	"mat": "a mat", "chair": "a chair", "chair-or-bench": "a chair or a bench", "step-or-chair": "a step or a chair",
	"wall": "a wall", "wall-or-chair": "a wall or a chair", "doorway": "a doorway",
	"foam-roller": "a foam roller", "ball": "a ball", "strap-or-towel": "a strap or a towel",
}

// nothingLeft says why a phase has no exercise left: for want of equipment, or by the person's settings.
func nothingLeft(in Input, p *phase) *Refusal {
	r := &Refusal{Other: instead(in.Routine.ID, secs(mostLength))}
	for _, it := range p.written {
		q := in.lacking(it.ex)
		if word, ok := equipmentWords[q]; ok {
			r.Message = message.New("plan.needs."+q, "Needs "+word+".")
			continue
		}
		r.Message = message.New("plan.nothing-left", "With your settings nothing in {{.Phase}} is left.", "Phase", p.name)
		break
	}
	return r
}

func nothingToPlay(r *routines.Routine) *Refusal {
	return &Refusal{Message: message.New("plan.nothing-to-play", "{{.Name}} has nothing to play yet.", "Name", r.Name)}
}
