package parts

import (
	"math"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/figure"
)

// How a hold is shown over and over: into it, two calm breaths there, and out again.
const (
	IntoHold  = 2500 * time.Millisecond
	inHold    = 9 * time.Second
	betweens  = 900 * time.Millisecond
	HoldCycle = 2*IntoHold + inHold + betweens
	breathFor = 4500 * time.Millisecond
)

const (
	rollFor   = 8 * time.Second         // one roll there and back, as in a session
	strideFor = 1500 * time.Millisecond // two easy steps of a walk
)

// How long between two pictures, as in a session: in a hold only the chest moves, and barely.
const (
	whileMoving  = time.Second / 20
	whileHolding = time.Second / 4
)

// paceAt is how long between two pictures a while after the figure began to move.
func paceAt(e *exercise.Exercise, t time.Duration) time.Duration {
	if e.Dose.ByReps() || e.Kind == exercise.Activity || e.Kind == exercise.Release {
		return whileMoving
	}
	if t %= HoldCycle; t > IntoHold && t < IntoHold+inHold {
		return whileHolding
	}
	return whileMoving
}

// Moves reports whether an exercise has any motion to show.
func Moves(e *exercise.Exercise) bool {
	return e != nil && e.Figure != nil && len(e.Figure.Poses) > 1
}

// MomentAt is what the figure does a while after it began to move, over and over.
func MomentAt(e *exercise.Exercise, t time.Duration) figure.Moment {
	switch {
	case e.Dose.ByReps():
		return figure.Moving(float64(t)/float64(e.Dose.Tempo), 0)
	case e.Kind == exercise.Activity:
		return figure.Moving(float64(t)/float64(strideFor), 0)
	case e.Kind == exercise.Release:
		return figure.Moving(float64(t)/float64(rollFor), 0)
	}
	t %= HoldCycle
	switch {
	case t < IntoHold:
		return figure.Holding(float64(t)/float64(IntoHold), 0)
	case t < IntoHold+inHold:
		in := float64(t-IntoHold) / float64(breathFor)
		return figure.Holding(1, math.Sin(2*math.Pi*in))
	}
	return figure.Holding(1-min(float64(t-IntoHold-inHold)/float64(IntoHold), 1), 0)
}
