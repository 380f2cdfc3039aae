package paper

import (
	"slices"
	"strings"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
)

// Speech puts the domain's words into the person's language. Say may be nil: English. Caution and Place say what a tag of
// exercise.Cautions and a position are called, or "" for nothing worth saying; nil says none.
type Speech struct {
	Say     func(message.Message) string
	Caution func(tag string) string
	Place   func(exercise.Position) string
}

// say is a message in the person's words.
func (s Speech) say(m message.Message) string {
	if s.Say == nil {
		return m.String()
	}
	return s.Say(m)
}

// mostCues is how many cues are printed: what a person can keep in mind while moving. All of them are in the app.
const mostCues = 3

// Of is the sheet of a plan, with boxes for a number of days and times a day; see Sheet for their ranges, beyond which
// the nearest counts. The catalogue names the easier exercises; nil leaves those without words out.
func Of(p *plan.Plan, cat *exercise.Catalogue, days, times int, s Speech) Sheet {
	sh := Sheet{
		Title: p.Routine.Name, About: p.Routine.About, Notes: slices.Concat(p.Routine.Notes, s.limits(p)), Words: s.words(),
		Days: min(max(days, 0), MostDays), Times: min(max(times, 1), MostTimes),
	}
	w := writer{speech: s, plan: p, catalogue: cat}
	for i, ph := range p.Phases {
		out := Phase{Kind: ph.Kind, Name: ph.Name, About: w.phase(ph)}
		for _, work := range w.steps(i) {
			out.Steps = append(out.Steps, w.step(work))
		}
		if len(out.Steps) > 0 {
			sh.Phases = append(sh.Phases, out)
		}
	}
	sh.Facts, sh.Care = w.facts(), w.care
	return sh
}

// writer writes the steps of a plan and remembers what the whole sheet says of them.
type writer struct {
	speech    Speech
	plan      *plan.Plan
	catalogue *exercise.Catalogue
	count     int
	things    []string
	care      []Care
	held      bool // a stretch was held since the last open activity
}

// limits are the plan's changes that somebody should know who would hold longer than the sheet says. The others say what
// the sheet does not hold, or shows by itself.
func (s Speech) limits(p *plan.Plan) []string {
	var out []string
	for _, m := range p.Changes {
		for _, id := range []string{"plan.change.before-activity", "plan.change.per-target"} {
			if m.ID == id || m.ID == id+"-many" {
				out = append(out, s.say(m))
			}
		}
	}
	return out
}

// moveFirst is what the plan says to do between holds and an activity, or "".
func (w *writer) moveFirst() string {
	for _, m := range w.plan.Changes {
		if m.ID == "plan.change.move-after" {
			return w.speech.say(m)
		}
	}
	return ""
}

// steps are the working segments of a phase, those of one step together.
func (w *writer) steps(phase int) [][]plan.Segment {
	var out [][]plan.Segment
	last := -1
	for _, s := range w.plan.Segments {
		if s.Phase != phase || s.Kind != plan.Work && s.Kind != plan.ActivitySlot {
			continue
		}
		if s.Step != last || len(out) == 0 || out[len(out)-1][0].Exercise != s.Exercise {
			out, last = append(out, nil), s.Step
		}
		out[len(out)-1] = append(out[len(out)-1], s)
	}
	return out
}

func (w *writer) step(work []plan.Segment) Step {
	e := work[0].Exercise
	out := Step{
		Name: e.Name, Cues: e.Cues[:min(len(e.Cues), mostCues)], Breath: e.Breath, Mistake: e.Mistake,
		Easier: w.easier(e), Note: work[0].Note,
		Figure: e.Figure, Picture: e.Picture,
	}
	if work[0].Kind == plan.ActivitySlot {
		out.Cues, out.Breath, out.Mistake = out.Cues[:min(len(out.Cues), 1)], "", ""
		out.Dose = w.speech.say(message.New("paper.open", "As long as the day needs; it is not counted"))
		if asked := work[0].Asked; asked > 0 {
			out.Dose = w.speech.say(message.New("paper.timed", "{{.Time}}; it is not counted", "Time", w.speech.time(asked)))
			return out
		}
		if first := w.moveFirst(); w.held && first != "" {
			out.Cues = slices.Concat([]string{first}, out.Cues)
		}
		w.held = false
		return out
	}
	w.held = w.held || e.Kind == exercise.Static && work[0].Reps == 0
	w.count++
	out.Number = w.count
	out.Dose = w.dose(work)
	out.Sides, out.Side = w.sides(e, work)
	if w.speech.Place != nil {
		out.Place = w.speech.Place(e.Position)
	}
	for _, q := range e.Equipment {
		if thing := w.speech.thing(q); thing != "" && !slices.Contains(w.things, thing) {
			w.things = append(w.things, thing)
		}
	}
	w.careful(e)
	return out
}

// easier is the easier way in words, or the name of the exercise that is one.
func (w *writer) easier(e *exercise.Exercise) string {
	if e.Easier.Text != "" || w.catalogue == nil {
		return e.Easier.Text
	}
	if other := w.catalogue.Easier(e); other != nil {
		return other.Name
	}
	return ""
}

// careful remembers who should leave the exercise out.
func (w *writer) careful(e *exercise.Exercise) {
	if w.speech.Caution == nil {
		return
	}
	for _, tag := range e.AvoidIf {
		text := w.speech.Caution(tag)
		if text == "" {
			continue
		}
		at := slices.IndexFunc(w.care, func(c Care) bool { return c.If == text })
		if at < 0 {
			at = len(w.care)
			w.care = append(w.care, Care{If: text})
		}
		w.care[at].Numbers = append(w.care[at].Numbers, w.count)
	}
}

func (w *writer) facts() []string {
	s, r := w.speech, w.plan.Routine
	out := []string{s.time(w.plan.Length)}
	if w.count == 1 {
		out = append(out, s.say(message.New("paper.exercise", "1 exercise")))
	} else {
		out = append(out, s.say(message.New("paper.exercises", "{{.Number}} exercises", "Number", w.count)))
	}
	if len(w.things) > 0 {
		out = append(out, s.say(message.New("paper.needs", "you need {{.Things}}", "Things", strings.Join(w.things, ", "))))
	}
	if r.For != "" {
		out = append(out, s.say(message.New("paper.for", "for {{.Who}}", "Who", lowerFirst(r.For))))
	}
	return out
}

// phase is a kind in words and how long it takes.
func (w *writer) phase(ph plan.Phase) string {
	kind := ""
	switch ph.Kind {
	case exercise.Dynamic:
		kind = w.speech.say(message.New("paper.kind.dynamic", "keep moving, slowly"))
	case exercise.Static:
		kind = w.speech.say(message.New("paper.kind.static", "hold still and breathe"))
	case exercise.Strength:
		kind = w.speech.say(message.New("paper.kind.strength", "for strength"))
	case exercise.Release:
		kind = w.speech.say(message.New("paper.kind.release", "let go"))
	case exercise.Activity:
		return w.speech.say(message.New("paper.kind.activity", "what your day asks"))
	}
	return kind + ", " + w.speech.time(ph.Length)
}

// time is a length in words: "40 s", "10 min", "3:20 min".
func (s Speech) time(d time.Duration) string {
	secs := int(d / time.Second)
	switch {
	case secs%60 == 0 && secs > 0:
		return s.say(message.New("paper.minutes", "{{.N}} min", "N", secs/60))
	case secs < 100:
		return s.say(message.New("paper.seconds", "{{.N}} s", "N", secs))
	}
	clock := string(rune('0'+secs%60/10)) + string(rune('0'+secs%10))
	return s.say(message.New("paper.clock", "{{.Minutes}}:{{.Seconds}} min", "Minutes", secs/60, "Seconds", clock))
}
