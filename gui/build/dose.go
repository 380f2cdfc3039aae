package build

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/message"
)

// dosePart is a part of a dose.
type dosePart int

const (
	doseReps dosePart = iota
	doseTempo
	doseHold
	doseRounds
	doseTime
)

// dose is one part of a step's dose: what it is, and what it may be. Times are in whole seconds.
type dose struct {
	part        dosePart
	value       int
	least, most int
	step        int
	open        bool // zero is a value too: an activity without a set end
	even        bool // only even numbers, because every repetition changes side
	down, up    int  // the values one step away
}

// dosesOf are the parts of a step's dose, in the order they are read: 8 reps of 7 s.
func dosesOf(s draft.Step, e *exercise.Exercise) []dose {
	b := draft.Bounds(s, e)
	var out []dose
	number := func(p dosePart, r draft.Range[int]) {
		if r.Applies() && (!r.Fixed() || p != doseRounds || r.Value != 1) {
			out = append(out, dose{p, r.Value, r.Least, r.Most, r.Step, r.Open, p == doseReps && r.Step == 2, r.Next(-1), r.Next(1)})
		}
	}
	span := func(p dosePart, r draft.Range[time.Duration]) {
		if r.Applies() {
			of := func(d time.Duration) int { return int(d / time.Second) }
			out = append(out, dose{p, of(r.Value), of(r.Least), of(r.Most), of(r.Step), r.Open, false, of(r.Next(-1)), of(r.Next(1))})
		}
	}
	number(doseReps, b.Reps)
	span(doseTempo, b.Tempo)
	span(doseHold, b.Hold)
	number(doseRounds, b.Rounds)
	span(doseTime, b.Time)
	return out
}

// put writes a value into a step.
func (p dosePart) put(s *draft.Step, v int) {
	switch p {
	case doseReps:
		s.Reps = v
	case doseTempo:
		s.Tempo = time.Duration(v) * time.Second
	case doseHold:
		s.Hold = time.Duration(v) * time.Second
	case doseRounds:
		s.Rounds = v
	case doseTime:
		s.Time = time.Duration(v) * time.Second
	}
}

// name is what a screen reader and the notice of an undo call the part.
func (p dosePart) name() string { return look.Say(p.message()) }

func (p dosePart) message() message.Message {
	switch p {
	case doseReps:
		return message.New("build.part.reps", "repetitions")
	case doseTempo:
		return message.New("build.part.tempo", "seconds for each repetition")
	case doseHold:
		return message.New("build.part.hold", "seconds of a hold")
	case doseRounds:
		return message.New("build.part.rounds", "rounds")
	}
	return message.New("build.part.time", "minutes")
}

// says is a value in the few letters of a stepper: "8 reps", "7 s", "2×", "10 min", "open".
func (d dose) says(v int) string {
	switch {
	case d.part == doseReps:
		return look.T("build.reps", "{{.Count}} reps", map[string]any{"Count": v})
	case d.part == doseRounds:
		return look.T("build.rounds", "{{.N}}×", map[string]any{"N": v})
	case d.part == doseTime && v == 0:
		return look.T("build.open", "open")
	}
	return look.Span(time.Duration(v) * time.Second)
}

// outside reports whether the value is one that the exercise does not allow.
func (d dose) outside() bool {
	return !(d.open && d.value == 0) && (d.value < d.least || d.value > d.most || d.even && d.value%2 != 0)
}

// typed is the value meant by digits; those of an activity are minutes.
func (d dose) typed(digits string) (int, bool) {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0, false
	}
	if d.part == doseTime {
		n *= 60
	}
	if d.open && n == 0 {
		return 0, true
	}
	n = min(max(n, d.least), d.most)
	if d.even && n%2 != 0 {
		if n++; n > d.most {
			n -= 2
		}
	}
	return n, true
}

// zone is how wide the − and the + of a stepper are.
func zone() float32 { return look.Size(25) }

// width is how wide the stepper of the dose is. It is the same for all values, so that counting moves nothing.
func (d dose) width() float32 {
	size := look.Size(look.Body)
	w := float32(0)
	for _, v := range []int{d.value, d.most} {
		w = max(w, fyne.MeasureText(d.says(v), size, fyne.TextStyle{}).Width)
	}
	return w + 2*zone()
}

func stepperHeight() float32 {
	return max(lineHeight(look.Body, fyne.TextStyle{})+look.S3, look.Target-2)
}
