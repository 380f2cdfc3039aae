package play

import (
	"math"
	"time"
)

// A breath is paced at about six a minute, 40 parts in and 60 out: slow breathing with the longer way out is what calms
// (exercise science part 2.6), and a whole number of breaths lets a hold end on a breath out.
const (
	breathAim  = 10 * time.Second
	breathedIn = 0.4
)

// breaths is how many whole breaths a hold is divided into: as many as bring one nearest to breathAim, at least one.
func breaths(hold time.Duration) int {
	best, gap := 1, time.Duration(math.MaxInt64)
	for n := 1; n <= int(hold/breathAim)+1; n++ {
		if g := (hold/time.Duration(n) - breathAim).Abs(); g < gap {
			best, gap = n, g
		}
	}
	return best
}

// breath is where a hold's breathing stands: how full the lungs are, 0 to 1, and whether it is the way in.
func breath(elapsed, hold time.Duration) (full float64, in bool) {
	if hold <= 0 {
		return 0, true
	}
	cycle := float64(hold) / float64(breaths(hold))
	_, part := math.Modf(float64(max(elapsed, 0)) / cycle)
	if part < breathedIn {
		return swell(part / breathedIn), true
	}
	return 1 - swell((part-breathedIn)/(1-breathedIn)), false
}

// swell goes from 0 to 1 gently.
func swell(t float64) float64 { return 0.5 - 0.5*math.Cos(math.Pi*t) }
