package system

import (
	"math"
	"math/cmplx"

	"catcow/routines/exercise"
	"catcow/routines/session"
)

// sampleRate is in samples a second; one channel.
const sampleRate = 48000

// The loudest sample of a cue, of a full scale of 1. Two cues may overlap without clipping.
const cuePeak = 0.5

// partial is one sine of a struck bar or bell: its frequency over the note's, its strength, and the seconds in
// which it falls to a third.
type partial struct{ ratio, level, decay float64 }

// timbre is what is struck. A marimba bar is tuned to sound its fourth and tenth partial beside the first, and
// those die at once; a bell hums an octave below and rings on.
type timbre []partial

var (
	marimba = timbre{{1, 1, 0.30}, {3.98, 0.16, 0.09}, {9.9, 0.03, 0.03}}
	wood    = timbre{{1, 1, 0.12}, {3.98, 0.10, 0.04}}
	bell    = timbre{{0.5, 0.30, 1.1}, {1, 1, 0.80}, {2, 0.30, 0.45}, {2.99, 0.12, 0.28}, {4.17, 0.05, 0.15}}
)

// note is one stroke within a cue: its place in the scale, when it starts (seconds) and how hard it is struck.
type note struct {
	degree int
	at     float64
	level  float64
}

// voicing is how a kind of phase sounds: moving is bright and dry, holding low and round.
type voicing struct {
	strike timbre
	root   float64 // Hz
}

var voicings = map[exercise.Kind]voicing{
	exercise.Dynamic:  {marimba, 392.00}, // G4
	exercise.Strength: {marimba, 293.66}, // D4
	exercise.Static:   {bell, 261.63},    // C4
	exercise.Release:  {bell, 220.00},    // A3
	exercise.Activity: {bell, 329.63},    // E4
}

// pentatonic are the semitones of the scale every cue is made of: no two of its notes clash, so cues may overlap.
var pentatonic = [...]int{0, 2, 4, 7, 9}

// melodies are the strokes of every event. Countdowns and repetitions are quiet: they come often.
var melodies = map[session.EventKind][]note{
	session.GetReady:     {{0, 0, 0.6}},
	session.Start:        {{0, 0, 0.8}, {3, 0.16, 1}},
	session.Rep:          {{3, 0, 0.35}},
	session.Half:         {{2, 0, 0.5}, {2, 0.22, 0.4}},
	session.SwitchSides:  {{3, 0, 0.8}, {0, 0.18, 0.7}, {3, 0.36, 0.8}},
	session.RestBegins:   {{3, 0, 0.7}, {1, 0.2, 0.6}},
	session.PhaseBegins:  {{0, 0, 0.7}, {2, 0.17, 0.8}, {3, 0.34, 0.9}},
	session.Waits:        {{3, 0, 0.7}, {0, 0.3, 0.8}},
	session.PausedEvent:  {{2, 0, 0.5}, {0, 0.14, 0.5}},
	session.ResumedEvent: {{0, 0, 0.5}, {2, 0.14, 0.5}},
	session.Gap:          {{2, 0, 0.5}, {0, 0.14, 0.5}},
	session.Changed:      {{4, 0, 0.4}, {4, 0.12, 0.4}},
	session.DoneEvent:    {{0, 0, 0.7}, {2, 0.2, 0.75}, {3, 0.4, 0.8}, {5, 0.6, 1}},
	session.StoppedEvent: {{3, 0, 0.6}, {2, 0.18, 0.5}, {0, 0.36, 0.5}},
}

// render draws the sound of an event in a phase of this kind: samples from -1 to 1 at sampleRate, or nil for an
// event without a sound. n is the event's count. The same event always gives the same samples.
func render(event session.EventKind, kind exercise.Kind, n int) []float32 {
	v, ok := voicings[kind]
	if !ok {
		v = voicings[exercise.Dynamic]
	}
	notes := melodies[event]
	switch event {
	case session.Rep:
		v.strike = wood
	case session.LastThree: // steps down to the root of what comes
		v.strike = wood
		notes = []note{{max(n, 0), 0, 0.45}}
	}
	if notes == nil {
		return nil
	}
	var out []float64
	for _, n := range notes {
		out = strike(out, v, n)
	}
	return finish(out, loudest(notes))
}

func loudest(notes []note) float64 {
	most := 0.0
	for _, n := range notes {
		most = max(most, n.level)
	}
	return most
}

// strike mixes one note into out.
func strike(out []float64, v voicing, n note) []float64 {
	octave, degree := n.degree/len(pentatonic), n.degree%len(pentatonic)
	frequency := v.root * math.Exp2(float64(pentatonic[degree]+12*octave)/12)
	length := 0.0
	for _, p := range v.strike {
		length = max(length, 4.5*p.decay) // by then a partial is 1 % of itself
	}
	first, count := int(n.at*sampleRate), int(length*sampleRate)
	if missing := first + count - len(out); missing > 0 {
		out = append(out, make([]float64, missing)...)
	}
	envelope := make([]float64, count)
	for i := range envelope {
		envelope[i] = n.level * fade(i, count)
	}
	for _, p := range v.strike {
		// A decaying sine is the height of a point that turns and nears the middle: one multiplication a sample.
		turn := cmplx.Rect(math.Exp(-1/(p.decay*sampleRate)), 2*math.Pi*frequency*p.ratio/sampleRate)
		point := complex(p.level, 0)
		for i := range count {
			out[first+i] += envelope[i] * imag(point)
			point *= turn
		}
	}
	return out
}

// fade is the envelope that keeps a note from clicking: 8 ms up, 60 ms down, both along a cosine.
func fade(i, count int) float64 {
	const up, down = sampleRate * 8 / 1000, sampleRate * 60 / 1000
	switch {
	case i < up:
		return (1 - math.Cos(math.Pi*float64(i)/up)) / 2
	case i >= count-down:
		return (1 - math.Cos(math.Pi*float64(count-1-i)/down)) / 2
	}
	return 1
}

// finish brings the loudest sample to level × cuePeak.
func finish(out []float64, level float64) []float32 {
	peak := 0.0
	for _, s := range out {
		peak = max(peak, math.Abs(s))
	}
	samples := make([]float32, len(out))
	for i, s := range out {
		samples[i] = float32(s / peak * level * cuePeak)
	}
	return samples
}
