package routines

import (
	"time"

	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// step checks a step: its exercise is known and belongs in a phase of this kind, and its dose lies within the
// exercise's own bounds.
func (r *reader) step(path string, f FileStep, kind exercise.Kind) Step {
	d := r.doc
	s := Step{Priority: 1, Note: f.Note}
	if f.Priority != nil {
		s.Priority = *f.Priority
		d.Between(path+".priority", s.Priority, 1, 3)
	}
	d.Text(path+".note", f.Note, MostLine)
	if f.Exercise == "" {
		d.Missing(path+".exercise", "is the id of an exercise")
		r.possible(path, f)
		return s
	}
	e := r.cat.Get(f.Exercise)
	if e == nil {
		r.cat.Unknown(d, path+".exercise", f.Exercise)
		r.possible(path, f)
		return s
	}
	s.Exercise = e
	if _, known := fits[kind]; known && !Takes(kind, e.Kind) {
		r.misfit(path, e, kind)
	}
	r.dose(path, f, e, &s)
	return s
}

// possible checks the dose of a step whose exercise is not known, so that one mistake does not hide another.
func (r *reader) possible(path string, f FileStep) {
	exercise.Possible(r.doc, path, exercise.FileDose{Reps: f.Reps, Tempo: f.Tempo, Hold: f.Hold, Rounds: f.Rounds, Time: f.Time})
}

// misfit says where an exercise of this kind belongs.
func (r *reader) misfit(path string, e *exercise.Exercise, kind exercise.Kind) {
	r.doc.Add(path+".exercise", message.New("routine.kind",
		`"{{.Exercise}}" is {{.Found}} and does not belong in a phase of kind "{{.Kind}}"; put it in one of kind "{{.Nearest}}"`,
		"Exercise", e.ID, "Found", string(e.Kind), "Kind", string(kind), "Nearest", string(e.Kind)))
}

// dose checks what a step says about its dose. What it does not say is the exercise's own.
func (r *reader) dose(path string, f FileStep, e *exercise.Exercise, s *Step) {
	byReps, byHold, activity := e.Dose.ByReps(), e.Dose.Hold > 0, e.Kind == exercise.Activity
	d := e.Dose
	if f.Reps != nil && r.belongs(path, "reps", byReps, e) && r.between(path, "reps", *f.Reps, d.RepsMin, d.RepsMax, e) {
		s.Reps = *f.Reps
		if d.Mode == exercise.Alternate && s.Reps%2 != 0 {
			near := s.Reps + 1
			if near > d.RepsMax {
				near = s.Reps - 1
			}
			r.doc.Add(path+".reps", message.New("exercise.reps-odd",
				"{{.Found}} repetitions leave one side short, because every one changes side; the nearest is {{.Nearest}}",
				"Found", s.Reps, "Nearest", near))
		}
	}
	if f.Tempo != nil && r.belongs(path, "tempo", byReps, e) {
		s.Tempo = r.betweenTimes(path, "tempo", *f.Tempo, d.TempoMin, d.TempoMax, e)
	}
	if f.Hold != nil && r.belongs(path, "hold", byHold, e) {
		s.Hold = r.betweenTimes(path, "hold", *f.Hold, d.HoldMin, d.HoldMax, e)
	}
	if f.Rounds != nil && r.belongs(path, "rounds", byHold, e) && r.between(path, "rounds", *f.Rounds, 1, d.RoundsMax, e) {
		s.Rounds = *f.Rounds
	}
	if f.Time != nil && r.belongs(path, "time", activity, e) && *f.Time > 0 {
		s.Time = r.betweenTimes(path, "time", *f.Time, d.TimeMin, d.TimeMax, e)
	}
}

// belongs checks that a key of the dose means something for the exercise.
func (r *reader) belongs(path, key string, ok bool, e *exercise.Exercise) bool {
	if ok {
		return true
	}
	doses := "reps and tempo"
	switch {
	case e.Kind == exercise.Activity:
		doses = "time"
	case e.Dose.Hold > 0:
		doses = "hold and rounds"
	}
	r.doc.AddKey(path+"."+key, message.New("routine.dose-key", `{{.Key}} means nothing for "{{.Exercise}}", whose dose is {{.Doses}}`,
		"Key", key, "Exercise", e.ID, "Doses", doses))
	return false
}

func (r *reader) between(path, key string, found, least, most int, e *exercise.Exercise) bool {
	if found >= least && found <= most {
		return true
	}
	r.doc.Add(path+"."+key, message.New("routine.bounds", `{{.Key}} of "{{.Exercise}}" must be {{.Least}} to {{.Most}}; found {{.Found}}, the nearest is {{.Nearest}}`,
		"Key", key, "Exercise", e.ID, "Least", least, "Most", most, "Found", found, "Nearest", min(max(found, least), most)))
	return false
}

func (r *reader) betweenTimes(path, key string, found tomlfile.Duration, least, most time.Duration, e *exercise.Exercise) time.Duration {
	lo, hi := tomlfile.Duration(least), tomlfile.Duration(most)
	if found >= lo && found <= hi {
		return time.Duration(found)
	}
	r.doc.Add(path+"."+key, message.New("routine.bounds-time",
		`{{.Key}} of "{{.Exercise}}" must be "{{.Least}}" to "{{.Most}}"; found "{{.Found}}", the nearest is "{{.Nearest}}"`,
		"Key", key, "Exercise", e.ID, "Least", lo.String(), "Most", hi.String(), "Found", r.doc.TimeText(path+"."+key, found),
		"Nearest", min(max(found, lo), hi).String()))
	return 0
}
