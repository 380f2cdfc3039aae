package exercises

import (
	"math"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/figure"
)

// How a hold is shown over and over: into it, two calm breaths there, and out again.
const (
	intoHold  = 2500 * time.Millisecond
	inHold    = 9 * time.Second
	betweens  = 900 * time.Millisecond
	holdCycle = 2*intoHold + inHold + betweens
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
	if t %= holdCycle; t > intoHold && t < intoHold+inHold {
		return whileHolding
	}
	return whileMoving
}

// moves reports whether there is any motion to show.
func moves(e *exercise.Exercise) bool { return e.Figure != nil && len(e.Figure.Poses) > 1 }

// momentAt is what the figure does a while after it began to move.
func momentAt(e *exercise.Exercise, t time.Duration) figure.Moment {
	switch {
	case e.Dose.ByReps():
		return figure.Moving(float64(t)/float64(e.Dose.Tempo), 0)
	case e.Kind == exercise.Activity:
		return figure.Moving(float64(t)/float64(strideFor), 0)
	case e.Kind == exercise.Release:
		return figure.Moving(float64(t)/float64(rollFor), 0)
	}
	t %= holdCycle
	switch {
	case t < intoHold:
		return figure.Holding(float64(t)/float64(intoHold), 0)
	case t < intoHold+inHold:
		in := float64(t-intoHold) / float64(breathFor)
		return figure.Holding(1, math.Sin(2*math.Pi*in))
	}
	return figure.Holding(1-min(float64(t-intoHold-inHold)/float64(intoHold), 1), 0)
}
