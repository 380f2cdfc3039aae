package parts

import (
	"math"
	"testing"
	"time"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/figure"
)

// Every moment of every exercise is one the figure can be drawn at, and what repeats comes round without a jump.
func TestMomentsComeRound(t *testing.T) {
	for _, e := range routines.Load("").Catalogue.All() {
		if !Moves(e) {
			continue
		}
		period := HoldCycle
		switch {
		case e.Dose.ByReps():
			period = 2 * e.Dose.Tempo
		case e.Kind == exercise.Activity:
			period = strideFor
		case e.Kind == exercise.Release:
			period = rollFor
		}
		o := figure.Options{Alternate: e.Dose.Mode == exercise.Alternate}
		a := e.Figure.Scene(MomentAt(e, 0), o).Bounds()
		b := e.Figure.Scene(MomentAt(e, period-time.Millisecond), o).Bounds()
		if d := max(math.Abs(a.MinX-b.MinX), math.Abs(a.MaxX-b.MaxX), math.Abs(a.MinY-b.MinY), math.Abs(a.MaxY-b.MaxY)); d > 0.02 {
			t.Errorf("%s jumps by %.3f of its height when it comes round", e.ID, d)
		}
	}
}
