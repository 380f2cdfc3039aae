package pose

import (
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/tomlfile"
)

// newDosePane is how much of it, and what it is.
func newDosePane(s *Screen) *pane {
	file := func() *exercise.File {
		if s.work == nil {
			return &exercise.File{}
		}
		f := s.work.now.file
		return &f
	}
	fact := func(set func(*exercise.File, string)) func(string) {
		return func(v string) { s.change(didFacts, "", func(f *exercise.File) { set(f, v) }) }
	}
	kinds := make([]choice, len(exercise.Kinds))
	for i, k := range exercise.Kinds {
		kinds[i] = choice{string(k), look.Kind(k).Name}
	}
	positions := make([]choice, len(exercise.Positions))
	for i, p := range exercise.Positions {
		positions[i] = choice{string(p), look.PositionShort(p)}
	}
	kind, kindShow := oneOf(kinds, func() string { return file().Kind }, fact(setKind))
	position, positionShow := oneOf(positions, func() string { return file().Position }, fact(func(f *exercise.File, v string) { f.Position = v }))
	sides, sidesShow := oneOf([]choice{
		{string(exercise.Both), look.T("pose.sides.both", "Both together")},
		{string(exercise.LeftRight), look.T("pose.sides.left-right", "Left and right")},
	}, func() string { return file().Sides }, fact(setSides))
	amount, amountShow := doseSection(s)
	words := func(all []string, label func(string) string, at func(*exercise.File) *[]string) (fyne.CanvasObject, func()) {
		choices := make([]choice, len(all))
		for i, w := range all {
			choices[i] = choice{w, label(w)}
		}
		return someOf(choices, func(w string) bool { return slices.Contains(*at(file()), w) },
			fact(func(f *exercise.File, w string) { *at(f) = toggled(*at(f), w, all) }))
	}
	load, loadShow := words(exercise.Loads, plain, func(f *exercise.File) *[]string { return &f.Load })
	equipment, equipmentShow := words(exercise.Equipments, plain, func(f *exercise.File) *[]string { return &f.Equipment })
	good, goodShow := words(exercise.Purposes, plain, func(f *exercise.File) *[]string { return &f.GoodFor })
	avoid, avoidShow := words(exercise.Cautions, look.Caution, func(f *exercise.File) *[]string { return &f.AvoidIf })
	p := newPane(
		amount,
		section(look.T("pose.facts", "What it is"),
			named(look.T("pose.facts.kind", "It is"), kind),
			named(look.T("pose.facts.position", "The body is"), position),
			named(look.T("pose.facts.sides", "The sides"), sides),
			named(look.T("pose.facts.load", "What the spine does"), load),
			named(look.T("pose.facts.good", "Good for"), good),
			named(look.T("pose.facts.equipment", "What it takes"), equipment)),
		section(look.T("pose.facts.avoid", "Who should take care"), avoid))
	p.updates = []func(){kindShow, positionShow, sidesShow, amountShow, loadShow, goodShow, equipmentShow, avoidShow}
	return p
}

// setKind changes what the exercise is, and its dose to one that such an exercise has.
func setKind(f *exercise.File, v string) {
	if f.Kind == v {
		return
	}
	held := func(k string) bool { return k == string(exercise.Static) || k == string(exercise.Release) }
	counted := func(k string) bool { return k == string(exercise.Dynamic) || k == string(exercise.Strength) }
	was := f.Kind
	f.Kind = v
	switch {
	case v == string(exercise.Static) && f.Dose.Hold != nil && was == string(exercise.Strength), held(v) && !held(was), v == string(exercise.Release), v == string(exercise.Static):
		f.Dose = holdDose(exercise.Kind(v))
	case counted(v) && !counted(was), v == string(exercise.Dynamic) && f.Dose.Hold != nil:
		f.Dose = repsDose(exercise.Sides(f.Sides))
	case v == string(exercise.Activity):
		open := tomlfile.Duration(0)
		f.Dose = exercise.FileDose{Time: &open}
	}
}

func holdDose(k exercise.Kind) exercise.FileDose {
	hold, least, most := exercise.LeastStatic+10*time.Second, exercise.LeastStatic, exercise.MostStatic
	switch k {
	case exercise.Release:
		hold, least, most = time.Minute, exercise.LeastRelease, 2*time.Minute
	case exercise.Strength:
		hold, least, most = 20*time.Second, 10*time.Second, exercise.MostStrength
	}
	h, l, m := tomlfile.Duration(hold), tomlfile.Duration(least), tomlfile.Duration(most)
	return exercise.FileDose{Hold: &h, HoldMin: &l, HoldMax: &m}
}

func repsDose(sides exercise.Sides) exercise.FileDose {
	mode, reps, tempo := string(exercise.Together), 8, tomlfile.Duration(6*time.Second)
	if sides == exercise.LeftRight {
		mode = string(exercise.Alternate)
	}
	return exercise.FileDose{Mode: &mode, Reps: &reps, Tempo: &tempo}
}

// setSides changes the sides, and how repetitions take turns.
func setSides(f *exercise.File, v string) {
	f.Sides = v
	if f.Dose.Reps == nil {
		return
	}
	mode := string(exercise.Together)
	if v == string(exercise.LeftRight) {
		mode = string(exercise.Alternate)
		n := *f.Dose.Reps + *f.Dose.Reps%2
		f.Dose.Reps = &n
		f.Dose.RepsMin, f.Dose.RepsMax = evened(f.Dose.RepsMin), evened(f.Dose.RepsMax)
	}
	f.Dose.Mode = &mode
}

func evened(n *int) *int {
	if n == nil {
		return nil
	}
	v := *n + *n%2
	return &v
}

// count is one number of a dose, as it goes up and down.
type count struct {
	name      string
	of        func(*exercise.FileDose) (n int, on bool)
	set       func(*exercise.FileDose, int)
	low, high func(*exercise.File) int
	step      func(*exercise.File) int
	words     func(int) string
}

// seconds makes a count of a time.
func seconds(name string, at func(*exercise.FileDose) **tomlfile.Duration, low, high func(*exercise.File) time.Duration, step int) count {
	return count{
		name: name,
		of: func(d *exercise.FileDose) (int, bool) {
			v := *at(d)
			if v == nil {
				return 0, false
			}
			return int(time.Duration(*v) / time.Second), true
		},
		set: func(d *exercise.FileDose, n int) {
			v := tomlfile.Duration(time.Duration(n) * time.Second)
			*at(d) = &v
		},
		low:   func(f *exercise.File) int { return int(low(f) / time.Second) },
		high:  func(f *exercise.File) int { return int(high(f) / time.Second) },
		step:  func(*exercise.File) int { return step },
		words: func(n int) string { return look.Span(time.Duration(n) * time.Second) },
	}
}

// counts are the numbers of a dose, each within the bounds of its kind.
func counts() []count {
	alternates := func(f *exercise.File) bool { return f.Dose.Mode != nil && *f.Dose.Mode == string(exercise.Alternate) }
	holdLow := func(f *exercise.File) time.Duration {
		switch exercise.Kind(f.Kind) {
		case exercise.Strength:
			return exercise.LeastStrength
		case exercise.Release:
			return exercise.LeastRelease
		}
		return exercise.LeastStatic
	}
	holdHigh := func(f *exercise.File) time.Duration {
		switch exercise.Kind(f.Kind) {
		case exercise.Strength:
			return exercise.MostStrength
		case exercise.Release:
			return exercise.MostRelease
		}
		return exercise.MostStatic
	}
	return []count{
		{
			name: look.T("pose.dose.reps", "Repetitions"),
			of: func(d *exercise.FileDose) (int, bool) {
				if d.Reps == nil {
					return 0, false
				}
				return *d.Reps, true
			},
			set: func(d *exercise.FileDose, n int) { d.Reps = &n },
			low: func(f *exercise.File) int {
				if alternates(f) {
					return exercise.LeastAlternating
				}
				return exercise.LeastReps
			},
			high: func(*exercise.File) int { return exercise.MostReps },
			step: func(f *exercise.File) int {
				if alternates(f) {
					return 2
				}
				return 1
			},
			words: func(n int) string { return fmt.Sprint(n) },
		},
		seconds(look.T("pose.dose.tempo", "One takes"), func(d *exercise.FileDose) **tomlfile.Duration { return &d.Tempo },
			func(*exercise.File) time.Duration { return exercise.LeastTempo },
			func(*exercise.File) time.Duration { return exercise.MostTempo }, 1),
		seconds(look.T("pose.dose.hold", "Held for"), func(d *exercise.FileDose) **tomlfile.Duration { return &d.Hold }, holdLow, holdHigh, 5),
		{
			name: look.T("pose.dose.rounds", "Rounds"),
			of: func(d *exercise.FileDose) (int, bool) {
				if d.Rounds == nil {
					return 1, d.Hold != nil
				}
				return *d.Rounds, true
			},
			set: func(d *exercise.FileDose, n int) { d.Rounds = &n },
			low: func(*exercise.File) int { return 1 },
			high: func(f *exercise.File) int {
				if exercise.Kind(f.Kind) == exercise.Release {
					return 1
				}
				return exercise.MostRounds
			},
			step:  func(*exercise.File) int { return 1 },
			words: func(n int) string { return fmt.Sprint(n) },
		},
		seconds(look.T("pose.dose.time", "Time"), func(d *exercise.FileDose) **tomlfile.Duration { return &d.Time },
			func(*exercise.File) time.Duration { return 0 },
			func(*exercise.File) time.Duration { return exercise.MostTime }, 300),
	}
}

// widen lets the bounds that the file gives hold what was chosen.
func widen(d *exercise.FileDose) {
	within := func(v, low, high **tomlfile.Duration) {
		if *v != nil && *low != nil && **low > **v {
			*low = *v
		}
		if *v != nil && *high != nil && **high < **v {
			*high = *v
		}
	}
	within(&d.Hold, &d.HoldMin, &d.HoldMax)
	within(&d.Tempo, &d.TempoMin, &d.TempoMax)
	within(&d.Time, &d.TimeMin, &d.TimeMax)
	if d.Reps != nil && d.RepsMin != nil && *d.RepsMin > *d.Reps {
		d.RepsMin = d.Reps
	}
	if d.Reps != nil && d.RepsMax != nil && *d.RepsMax < *d.Reps {
		d.RepsMax = d.Reps
	}
	if d.Rounds != nil && d.RoundsMax != nil && *d.RoundsMax < *d.Rounds {
		d.RoundsMax = d.Rounds
	}
}

// doseSection is the dose as steppers.
func doseSection(s *Screen) (fyne.CanvasObject, func()) {
	var rows []fyne.CanvasObject
	var shows []func()
	for _, c := range counts() {
		value := parts.NewLabel("", look.Body, look.Ink, true).SetAlign(fyne.TextAlignCenter)
		by := func(by int) func() {
			return func() {
				s.change(didDose, "dose "+c.name, func(f *exercise.File) {
					n, _ := c.of(&f.Dose)
					c.set(&f.Dose, min(max(n+by*c.step(f), c.low(f)), c.high(f)))
					widen(&f.Dose)
				})
			}
		}
		less := parts.NewButton("", look.IconMinus, by(-1)).SetCompact(true).SetTight(true)
		more := parts.NewButton("", look.IconPlus, by(1)).SetCompact(true).SetTight(true)
		row := parts.NewRow(look.S2, 0, parts.NewLabel(c.name, look.Body, look.Ink, false), less, newSized(value, 84), more)
		rows = append(rows, row)
		shows = append(shows, func() {
			w := s.work
			if w == nil {
				return
			}
			n, on := c.of(&w.now.file.Dose)
			parts.Show(row, on)
			value.SetText(c.words(n))
			enable(less, n > c.low(&w.now.file))
			enable(more, n < c.high(&w.now.file))
		})
	}
	modes, modesShow := oneOf([]choice{
		{string(exercise.Alternate), look.T("pose.mode.alternate", "Sides take turns")},
		{string(exercise.Block), look.T("pose.mode.block", "One side, then the other")},
	}, func() string {
		if w := s.work; w != nil && w.now.file.Dose.Mode != nil {
			return *w.now.file.Dose.Mode
		}
		return ""
	}, func(v string) {
		s.change(didDose, "", func(f *exercise.File) {
			f.Dose.Mode = &v
			if v == string(exercise.Alternate) {
				f.Dose.Reps, f.Dose.RepsMin, f.Dose.RepsMax = evened(f.Dose.Reps), evened(f.Dose.RepsMin), evened(f.Dose.RepsMax)
			}
		})
	})
	counted, countedShow := oneOf([]choice{
		{"reps", look.T("pose.dose.by-reps", "By repetitions")},
		{"hold", look.T("pose.dose.by-hold", "As a hold")},
	}, func() string {
		if w := s.work; w != nil && w.now.file.Dose.Hold != nil {
			return "hold"
		}
		return "reps"
	}, func(v string) {
		s.change(didDose, "", func(f *exercise.File) {
			if held := f.Dose.Hold != nil; held != (v == "hold") {
				f.Dose = repsDose(exercise.Sides(f.Sides))
				if v == "hold" {
					f.Dose = holdDose(exercise.Strength)
				}
			}
		})
	})
	rows = append([]fyne.CanvasObject{counted}, append(rows, modes)...)
	card := section(look.T("pose.dose", "How much"), rows...)
	return card, func() {
		w := s.work
		if w == nil {
			return
		}
		for _, show := range shows {
			show()
		}
		parts.Show(counted, w.now.file.Kind == string(exercise.Strength))
		parts.Show(modes, w.now.file.Dose.Reps != nil && w.now.file.Sides == string(exercise.LeftRight))
		modesShow()
		countedShow()
	}
}
