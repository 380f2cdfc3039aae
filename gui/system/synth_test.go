package system

import (
	"math"
	"slices"
	"sync"
	"testing"

	"catcow/routines/exercise"
	"catcow/routines/session"
)

// sounding are the events that are heard, with the counts they come with.
var sounding = []cue{
	{event: session.GetReady}, {event: session.Start}, {event: session.Rep, n: 4}, {event: session.Half},
	{event: session.LastThree, n: 3}, {event: session.LastThree, n: 2}, {event: session.LastThree, n: 1},
	{event: session.SwitchSides}, {event: session.RestBegins}, {event: session.PhaseBegins},
	{event: session.Waits}, {event: session.PausedEvent}, {event: session.ResumedEvent}, {event: session.Gap},
	{event: session.Changed}, {event: session.DoneEvent}, {event: session.StoppedEvent},
}

var kinds = []exercise.Kind{exercise.Dynamic, exercise.Activity, exercise.Strength, exercise.Static, exercise.Release}

// cues are all of them, rendered once for the tests.
var cues = sync.OnceValue(func() map[exercise.Kind]map[cue][]float32 {
	rendered := map[exercise.Kind]map[cue][]float32{}
	for _, kind := range kinds {
		rendered[kind] = map[cue][]float32{}
		for _, c := range sounding {
			rendered[kind][c] = render(c.event, kind, c.n)
		}
	}
	return rendered
})

func TestCuesAreGentle(t *testing.T) {
	for _, kind := range kinds {
		for _, c := range sounding {
			samples := cues()[kind][c]
			if len(samples) < sampleRate/10 || len(samples) > 6*sampleRate {
				t.Errorf("%s in %s lasts %d samples", c.event, kind, len(samples))
				continue
			}
			var peak, sum, square, step float64
			for i, s := range samples {
				v := float64(s)
				peak, sum, square = max(peak, math.Abs(v)), sum+v, square+v*v
				if i > 0 {
					step = max(step, math.Abs(v-float64(samples[i-1])))
				}
			}
			n := float64(len(samples))
			if peak >= 0.8 || peak < 0.1 {
				t.Errorf("%s in %s peaks at %.2f, want 0.1 to 0.8", c.event, kind, peak)
			}
			if dc := math.Abs(sum / n); dc > 1e-3 {
				t.Errorf("%s in %s has a DC of %.4f", c.event, kind, dc)
			}
			if square/n < 1e-5 {
				t.Errorf("%s in %s is silence", c.event, kind)
			}
			// The steepest partial, 3.98 × 880 Hz, moves 0.45 of its level a sample; a click would jump by the peak.
			if step > 0.35*peak {
				t.Errorf("%s in %s jumps by %.2f of its peak between two samples", c.event, kind, step/peak)
			}
			for _, edge := range []float32{samples[0], samples[len(samples)-1]} {
				if math.Abs(float64(edge)) > 1e-4 {
					t.Errorf("%s in %s begins or ends at %.4f, a click", c.event, kind, edge)
				}
			}
		}
	}
}

func TestCuesAreToldApart(t *testing.T) {
	rendered := cues()
	alike := func(a, b cue) bool { // a gap is a pause the clock made
		return a.event == session.Gap && b.event == session.PausedEvent || b.event == session.Gap && a.event == session.PausedEvent
	}
	for _, kind := range kinds {
		for i, a := range sounding {
			for _, b := range sounding[:i] {
				if !alike(a, b) && slices.Equal(rendered[kind][a], rendered[kind][b]) {
					t.Errorf("%s %d and %s %d sound the same in %s", a.event, a.n, b.event, b.n, kind)
				}
			}
		}
	}
	for _, c := range sounding {
		for i, a := range kinds {
			for _, b := range kinds[:i] {
				if slices.Equal(rendered[a][c], rendered[b][c]) {
					t.Errorf("%s sounds the same in %s and %s", c.event, a, b)
				}
			}
		}
	}
}

func TestCuesAreTheSameEveryTime(t *testing.T) {
	for _, c := range sounding {
		if !slices.Equal(render(c.event, exercise.Static, c.n), cues()[exercise.Static][c]) {
			t.Errorf("%s differs when rendered again", c.event)
		}
	}
}

func TestUnknownEventIsSilent(t *testing.T) {
	if samples := render("sneeze", exercise.Static, 0); samples != nil {
		t.Errorf("an unknown event has %d samples", len(samples))
	}
}
