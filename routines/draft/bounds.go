package draft

import (
	"cmp"
	"time"

	"catcow/routines/exercise"
)

// Range is what one part of a dose may be. Where it does not apply to the exercise it is all zero.
type Range[T ~int | ~int64] struct {
	Value       T    // in force: what the step says, else the exercise's own
	Own         bool // the step says it itself
	Least, Most T    // the exercise's own bounds
	Step        T    // from one value to the next; least and most may lie between two
	Open        bool // zero is a value too, below the least: an activity without a set end
}

// Doses is what each part of a dose may be.
type Doses struct {
	Reps, Rounds      Range[int]
	Tempo, Hold, Time Range[time.Duration]
}

// Steps of a dose that people set by hand. Nobody holds a stretch for 31 seconds.
const (
	tempoStep = time.Second
	holdStep  = 5 * time.Second
	timeStep  = 5 * time.Minute
)

// Bounds says for a step with this exercise which parts its dose has and what they may be. Without an exercise (nil)
// none applies.
func Bounds(s Step, e *exercise.Exercise) Doses {
	var b Doses
	if e == nil {
		return b
	}
	d := e.Dose
	switch {
	case e.Kind == exercise.Activity:
		b.Time = span(s.Time, d.Time, max(d.TimeMin, time.Minute), d.TimeMax, timeStep)
		b.Time.Open = d.Time == 0
	case d.ByReps():
		by := 1
		if d.Mode == exercise.Alternate {
			by = 2
		}
		b.Reps = span(s.Reps, d.Reps, d.RepsMin, d.RepsMax, by)
		b.Tempo = span(s.Tempo, d.Tempo, d.TempoMin, d.TempoMax, tempoStep)
	case d.Hold > 0:
		b.Hold = span(s.Hold, d.Hold, d.HoldMin, d.HoldMax, holdStep)
		b.Rounds = span(s.Rounds, d.Rounds, 1, d.RoundsMax, 1)
	}
	return b
}

func span[T ~int | ~int64](said, own, least, most, step T) Range[T] {
	return Range[T]{Value: cmp.Or(said, own), Own: said != 0, Least: least, Most: most, Step: step}
}

// Applies reports whether the exercise has this part of a dose.
func (r Range[T]) Applies() bool { return r.Step > 0 }

// Fixed reports whether there is nothing to choose.
func (r Range[T]) Fixed() bool { return r.Least >= r.Most && !r.Open }

// Next is the value one step up (by more than nothing) or down. Values between two steps go to the nearer one in that
// direction, and a value out of bounds goes to the bound it passed.
func (r Range[T]) Next(by int) T {
	if !r.Applies() {
		return r.Value
	}
	v := r.Value
	switch {
	case by > 0:
		v = (v/r.Step + 1) * r.Step
	case by < 0 && v <= r.Most:
		v = (v - 1) / r.Step * r.Step
		if r.Open && v < max(r.Least, r.Step) {
			return 0
		}
	}
	return min(max(v, r.Least), r.Most)
}
