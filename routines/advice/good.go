package advice

import (
	"slices"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/message"
)

// good is what is in order, in a few words each, as far as it applies.
func (v *view) good(advice []Advice) []message.Message {
	told := func(rules ...string) bool {
		return slices.ContainsFunc(advice, func(a Advice) bool { return slices.Contains(rules, a.Rule) })
	}
	has := func(so func(step) bool) bool { return slices.ContainsFunc(v.steps, so) }
	var out []message.Message
	add := func(ok bool, m message.Message) {
		if ok {
			out = append(out, m)
		}
	}
	add(has(step.stretch) && !told("cold-hold", "only-holds"),
		message.New("advice.good.warm", "Warm before every hold"))
	add(has(func(s step) bool { return s.e.Sides == exercise.LeftRight }) && !told("one-sided"),
		message.New("advice.good.sides", "Both sides equal"))
	add(has(func(s step) bool { return v.content.Phases[s.phase].Kind == exercise.Activity && s.dose.Time == 0 }) &&
		has(step.stretch) && !told("holds-before-effort"),
		message.New("advice.good.effort", "No long hold before effort"))
	add(!told("short-stretches", "long-strength-hold", "long-rolling", "over-four-minutes", "very-long"),
		message.New("advice.good.doses", "Doses within what is known"))
	ways := map[Direction]bool{}
	for _, s := range v.steps {
		for _, d := range Directions(s.e) {
			ways[d] = true
		}
	}
	add(len(ways) > 2, message.New("advice.good.directions", "The back moves in {{.Number}} directions", "Number", len(ways)))
	floor := has(func(s step) bool { return s.e.Position.OnFloor() })
	add(!floor, message.New("advice.good.no-floor", "No need to get down to the floor"))
	add(floor && v.trips() == 1, message.New("advice.good.one-trip", "Down to the floor only once"))
	add(has(func(s step) bool { return s.held() && s.dose.Hold >= breathedHold }) && !told("no-breath"),
		message.New("advice.good.breath", "A word on breathing for every hold"))
	if shortest, longest := v.offered(); longest > shortest && longest%time.Minute == 0 && !told("nothing-droppable") {
		out = append(out, message.New("advice.good.lengths", "Fits from {{.Shortest}} to {{.Longest}} min",
			"Shortest", int(shortest/time.Minute), "Longest", int(longest/time.Minute)))
	}
	return out
}

// trips is how often one gets down to the floor; an activity is time to get up anyway, so the most between two counts.
func (v *view) trips() int {
	most, now, section, low := 0, 0, 0, false
	for _, s := range v.steps {
		if s.section != section {
			now, section, low = 0, s.section, false
		}
		if down := s.e.Position.OnFloor(); down != low {
			if low = down; down {
				now++
				most = max(most, now)
			}
		}
	}
	return most
}
