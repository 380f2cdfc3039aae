package plan

import (
	"time"

	"catcow/routines/exercise"
)

// How one exercise is laid out where another was.

// sameShape reports whether two exercises are laid out alike, so that one can go on where the other stood.
func sameShape(a, b *exercise.Exercise) bool {
	return a.Dose.ByReps() == b.Dose.ByReps() && twoSided(a) == twoSided(b) &&
		(a.Dose.Mode == exercise.Alternate) == (b.Dose.Mode == exercise.Alternate)
}

// fitsInPlace reports whether an exercise may be done for the lengths these segments have.
func fitsInPlace(segs []Segment, e *exercise.Exercise) bool {
	for _, s := range segs {
		if s.Kind != Work {
			continue
		}
		if s.Reps == 0 && (s.Length > longestHold(e) || s.Length < shortestOf(e)) {
			return false
		}
		if s.Reps > 0 && (s.Reps > e.Dose.RepsMax || s.Tempo < e.Dose.TempoMin || s.Tempo > e.Dose.TempoMax) {
			return false
		}
	}
	return true
}

// layOut fills a time with an exercise in as few rounds as its bounds allow, equal on both sides, and says what
// is left over. It returns nothing when no dose fits.
func layOut(e *exercise.Exercise, total time.Duration) (pieces []Segment, over time.Duration) {
	sides := []Side{SideBoth}
	if twoSided(e) {
		sides = []Side{SideLeft, SideRight}
	}
	for rounds := 1; rounds <= maxRounds; rounds++ {
		n := time.Duration(rounds * len(sides))
		each := ((total - (n-1)*gapTime) / n).Truncate(time.Second)
		reps, tempo, length := doseFor(e, each)
		if length == 0 {
			continue
		}
		pieces = workSegments(Segment{Exercise: e, Rounds: rounds}, sides, reps, tempo, length)
		return pieces, total - n*length - (n-1)*gapTime
	}
	return nil, 0
}

// doseFor is the dose of one side and round that comes nearest to a time without exceeding it; length is 0 when
// the time is outside the exercise's bounds.
func doseFor(e *exercise.Exercise, each time.Duration) (reps int, tempo, length time.Duration) {
	d := e.Dose
	if !d.ByReps() {
		if each < shortestOf(e) || each > longestHold(e) {
			return 0, 0, 0
		}
		return 0, 0, each
	}
	if each > time.Duration(d.RepsMax)*d.TempoMax {
		return 0, 0, 0
	}
	for t := d.TempoMin; t <= d.TempoMax; t += time.Second {
		r := min(int(each/t), d.RepsMax)
		if d.Mode == exercise.Alternate {
			r -= r % 2
		}
		if r < d.RepsMin {
			break
		}
		l := time.Duration(r) * t
		if l > length || l == length && (t-d.Tempo).Abs() < (tempo-d.Tempo).Abs() {
			reps, tempo, length = r, t, l
		}
	}
	return reps, tempo, length
}
