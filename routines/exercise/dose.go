package exercise

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// The bounds of a dose. An exercise file narrows them, never widens them.
const (
	// LeastReps and LeastAlternating are the fewest repetitions that are worth the name; alternating ones come in pairs.
	// Exercise-science note 5.2 goes down to 3 a side, its one-minute routine to 4 alternating.
	LeastReps, LeastAlternating = 3, 4
	// MostReps bounds what a file may ask for; the longest in the catalogue is 36.
	MostReps = 60

	// LeastTempo and MostTempo bound one slow repetition. No study gives a number; 5 to 10 s is safe and calm
	// (note 5.2 and 6.1). Strength repetitions are 5 to 8 s, with bird dog and dead bug up to 10 s.
	LeastTempo, MostTempo, MostStrengthTempo = 5 * time.Second, 10 * time.Second, 8 * time.Second

	// LeastStatic and MostStatic bound one static hold: 10-30 s for most adults and 30-60 s for older ones (ACSM
	// guidelines), with 20 s as the shortest that the trials support (note 5.2).
	LeastStatic, MostStatic = 20 * time.Second, 60 * time.Second

	// LeastStrength and MostStrength bound a strength hold; side plank goes down to 8 s, plank up to 60 s (note 5.2).
	LeastStrength, MostStrength = 8 * time.Second, 60 * time.Second

	// LeastRelease and MostRelease bound a rest or rolling: roller 30-120 s, rest 30-180 s, legs up 60-300 s (note 5.2).
	LeastRelease, MostRelease = 30 * time.Second, 300 * time.Second

	// MostRounds is how often a hold may be repeated on a side (ACSM: 2 to 4 repeats).
	MostRounds = 4

	// MostTime is the longest activity with a time of its own: a working day.
	MostTime = 10 * time.Hour
)

// The families of keys in [dose]; an exercise uses one.
var (
	repsKeys = []string{"mode", "reps", "reps_min", "reps_max", "tempo", "tempo_min", "tempo_max"}
	holdKeys = []string{"hold", "hold_min", "hold_max", "rounds", "rounds_max"}
	timeKeys = []string{"time", "time_min", "time_max"}
)

// dose checks the dose against the bounds of its kind and fills in what the file leaves out.
func (r *reader) dose() {
	f := r.file.Dose
	switch kind := r.e.Kind; {
	case kind == Activity:
		r.only(timeKeys, "an activity has a time, or none")
		r.times()
	case kind == Static, kind == Release:
		r.only(holdKeys, "a "+string(kind)+" exercise is held")
		r.holds()
	case kind == Strength && (f.Hold != nil || r.doc.Told("dose.hold")):
		r.only(holdKeys, "a strength exercise with a hold is held")
		r.holds()
	case kind == Strength, kind == Dynamic:
		r.only(repsKeys, "a "+string(kind)+" exercise is counted in repetitions")
		r.reps()
	default:
		Possible(r.doc, "dose", f)
	}
}

// Possible checks a dose of which nobody knows what it is a dose of: that there could be an exercise with it.
func Possible(d *tomlfile.Doc, path string, f FileDose) {
	for _, is := range []struct {
		key         string
		n           *int
		least, most int
	}{
		{"reps", f.Reps, LeastReps, MostReps}, {"reps_min", f.RepsMin, LeastReps, MostReps}, {"reps_max", f.RepsMax, LeastReps, MostReps},
		{"rounds", f.Rounds, 1, MostRounds}, {"rounds_max", f.RoundsMax, 1, MostRounds},
	} {
		if is.n != nil {
			d.Between(path+"."+is.key, *is.n, is.least, is.most)
		}
	}
	for _, is := range []struct {
		key         string
		t           *tomlfile.Duration
		least, most time.Duration
	}{
		{"tempo", f.Tempo, LeastTempo, MostTempo}, {"tempo_min", f.TempoMin, LeastTempo, MostTempo}, {"tempo_max", f.TempoMax, LeastTempo, MostTempo},
		{"hold", f.Hold, LeastStrength, MostRelease}, {"hold_min", f.HoldMin, LeastStrength, MostRelease}, {"hold_max", f.HoldMax, LeastStrength, MostRelease},
		{"time", f.Time, 0, MostTime}, {"time_min", f.TimeMin, 0, MostTime}, {"time_max", f.TimeMax, 0, MostTime},
	} {
		if is.t != nil {
			d.BetweenTimes(path+"."+is.key, *is.t, tomlfile.Duration(is.least), tomlfile.Duration(is.most))
		}
	}
}

// only checks that no key of another family is given.
func (r *reader) only(keys []string, because string) {
	f := r.file.Dose
	for key, given := range map[string]bool{
		"mode": f.Mode != nil, "reps": f.Reps != nil, "reps_min": f.RepsMin != nil, "reps_max": f.RepsMax != nil,
		"tempo": f.Tempo != nil, "tempo_min": f.TempoMin != nil, "tempo_max": f.TempoMax != nil,
		"hold": f.Hold != nil, "hold_min": f.HoldMin != nil, "hold_max": f.HoldMax != nil,
		"rounds": f.Rounds != nil, "rounds_max": f.RoundsMax != nil,
		"time": f.Time != nil, "time_min": f.TimeMin != nil, "time_max": f.TimeMax != nil,
	} {
		if given && !slices.Contains(keys, key) {
			r.doc.AddKey("dose."+key, message.New("exercise.dose-key", "{{.Key}} does not belong here: {{.Because}}", "Key", key, "Because", because))
		}
	}
}

func (r *reader) reps() {
	d, f, dose := r.doc, r.file.Dose, &r.e.Dose
	r.mode()
	least := LeastReps
	if dose.Mode == Alternate {
		least = LeastAlternating
	}
	if f.Reps == nil {
		d.Missing("dose.reps", "is how many repetitions a dose has")
	}
	if f.Tempo == nil {
		d.Missing("dose.tempo", `is how long one repetition takes, such as "6s"`)
	}
	dose.Reps, dose.RepsMin, dose.RepsMax = span(d, "dose.reps", f.Reps, f.RepsMin, f.RepsMax, least, MostReps, 4, 20, d.Between, whole)
	mostTempo := MostTempo
	if r.e.Kind == Strength {
		mostTempo = MostStrengthTempo
	}
	r.durations("dose.tempo", f.Tempo, f.TempoMin, f.TempoMax, LeastTempo, MostTempo, LeastTempo, mostTempo,
		&dose.Tempo, &dose.TempoMin, &dose.TempoMax)
	if dose.Mode == Alternate {
		r.even("dose.reps", f.Reps)
		r.even("dose.reps_min", f.RepsMin)
		r.even("dose.reps_max", f.RepsMax)
	}
}

// mode checks that no side is left out and none counted twice.
func (r *reader) mode() {
	d, e, f := r.doc, r.e, r.file.Dose
	if f.Mode == nil {
		e.Dose.Mode = Together
		if e.Sides == LeftRight {
			d.Missing("dose.mode", `says how the sides take turns: "alternate" changes side with every repetition, "block" does all left, then all right`)
		}
		return
	}
	e.Dose.Mode = Mode(*f.Mode)
	switch {
	case !d.Choice("dose.mode", "mode", *f.Mode, texts(Modes)):
	case e.Sides == LeftRight && e.Dose.Mode == Together:
		d.Add("dose.mode", message.New("exercise.mode-together",
			`mode "together" has no sides, but sides is "left-right"; write "alternate" or "block", so that both sides get the same`))
	case e.Sides == Both && e.Dose.Mode != Together:
		d.Add("dose.mode", message.New("exercise.mode-sides",
			`mode "{{.Found}}" changes sides, but sides is "both"; write sides = "left-right", or mode = "together"`, "Found", *f.Mode))
	}
}

// even checks a number of alternating repetitions that is within bounds.
func (r *reader) even(path string, n *int) {
	if n != nil && *n%2 != 0 && *n > LeastAlternating && *n < MostReps {
		r.doc.Add(path, message.New("exercise.reps-odd",
			"{{.Found}} repetitions leave one side short, because every one changes side; the nearest is {{.Nearest}}",
			"Found", *n, "Nearest", *n+1))
	}
}

func (r *reader) holds() {
	d, f, dose := r.doc, r.file.Dose, &r.e.Dose
	if f.Hold == nil {
		d.Missing("dose.hold", `is how long one hold lasts, such as "30s"`)
	}
	least, most, usualLeast, usualMost := LeastStatic, MostStatic, LeastStatic, MostStatic
	rounds := MostRounds
	switch r.e.Kind {
	case Strength:
		least, most, usualLeast, usualMost = LeastStrength, MostStrength, 10*time.Second, MostStrength
	case Release:
		least, most, usualLeast, usualMost = LeastRelease, MostRelease, LeastRelease, 2*time.Minute
		rounds = 1
	}
	r.durations("dose.hold", f.Hold, f.HoldMin, f.HoldMax, least, most, usualLeast, usualMost, &dose.Hold, &dose.HoldMin, &dose.HoldMax)
	one := 1
	dose.Rounds, _, dose.RoundsMax = span(d, "dose.rounds", cmp.Or(f.Rounds, &one), nil, f.RoundsMax, 1, MostRounds, 1, rounds, d.Between, whole)
}

func (r *reader) times() {
	f, dose := r.file.Dose, &r.e.Dose
	open := tomlfile.Duration(0)
	r.durations("dose.time", cmp.Or(f.Time, &open), f.TimeMin, f.TimeMax, 0, MostTime, 0, MostTime, &dose.Time, &dose.TimeMin, &dose.TimeMax)
}

// durations is span for times.
func (r *reader) durations(path string, value, low, high *tomlfile.Duration, least, most, usualLeast, usualMost time.Duration, to, toMin, toMax *time.Duration) {
	quoted := func(path string, t tomlfile.Duration) string { return tomlfile.Quote(r.doc.TimeText(path, t)) }
	v, lo, hi := span(r.doc, path, value, low, high, tomlfile.Duration(least), tomlfile.Duration(most),
		tomlfile.Duration(usualLeast), tomlfile.Duration(usualMost), r.doc.BetweenTimes, quoted)
	*to, *toMin, *toMax = time.Duration(v), time.Duration(lo), time.Duration(hi)
}

// whole is a whole number as a sentence has it.
func whole(_ string, n int) string { return strconv.Itoa(n) }

// span checks a value with its _min and _max: all within least and most, and in order. Bounds that are not given are
// the usual ones, widened to hold the value. Show is a value at a path as a sentence has it.
func span[T cmp.Ordered](d *tomlfile.Doc, path string, value, low, high *T, least, most, usualLeast, usualMost T,
	between func(string, T, T, T) bool, show func(string, T) string) (v, lo, hi T) {
	if value != nil {
		v = *value
		usualLeast, usualMost = min(usualLeast, v), max(usualMost, v)
	}
	lo, hi = usualLeast, usualMost
	good := true
	if low != nil {
		lo = *low
		if hi < lo {
			hi = most
		}
		good = between(path+"_min", lo, least, most) && good
	}
	if high != nil {
		hi = *high
		if low == nil && lo > hi {
			lo = least
		}
		good = between(path+"_max", hi, least, most) && good
	}
	switch {
	case value != nil && !between(path, v, least, most):
	case !good:
	case low != nil && high != nil && lo > hi:
		d.Add(path+"_min", message.New("exercise.bounds-turned", "{{.Low}} is {{.Least}} and {{.High}} {{.Most}}; change them over",
			"Low", tomlfile.LastKey(path)+"_min", "Least", show(path+"_min", lo), "High", tomlfile.LastKey(path)+"_max", "Most", show(path+"_max", hi)))
	case value != nil:
		between(path, v, lo, hi)
	}
	return v, lo, hi
}
