package breaks

import "time"

// Span is from one moment to another, the end not included.
type Span struct{ From, To time.Time }

// Mark is a break on the line of hours.
type Mark struct {
	At   time.Time
	Kind Kind // "" for a session that was no break
	Past bool
}

// Day is a day's working hours, in order and joined where they touch, and its breaks: those taken, as the state has
// them, and those to come if the person is active without interruption. It does not matter whether the rules are on.
func Day(r Rules, s State, day, now time.Time) (hours []Span, marks []Mark) { return nil, nil }
