package terminal

import (
	"encoding/json"
	"fmt"
	"strings"

	"catcow/routines"
	"catcow/routines/advice"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
	"catcow/routines/tomlfile"
)

// checkedRoutine is what the check says of a routine without mistakes.
type checkedRoutine struct {
	draft                      draft.Draft
	natural, shortest, longest int // seconds
	good                       []message.Message
	advice                     []advice.Advice
}

// checkRoutine checks a file as a routine: that it can be read, that it can be played, and what could be better.
func (f *checked) checkRoutine(cat *exercise.Catalogue) {
	r, problems := routines.Parse(f.id, f.path, f.data, cat)
	if problems != nil {
		f.problems = problems
		return
	}
	in := plan.Input{Routine: r, Catalogue: cat}
	if _, err := plan.Fit(in); err != nil {
		f.problems = tomlfile.Problems{{File: f.path, Message: message.New("check.plan", "{{.Why}}", "Why", err.Error())}}
		return
	}
	shortest, longest := plan.Range(in)
	f.routine = checkedRoutine{
		draft:   draft.Read(f.id, f.data, cat),
		natural: seconds(plan.Natural(r, "")), shortest: seconds(shortest), longest: seconds(longest),
	}
	f.routine.good, f.routine.advice = advice.Of(f.routine.draft, cat)
	f.verdict = fmt.Sprintf("the routine %s is in order; it can take %s", r.Name,
		lengths(listedRoutine{ShortestS: f.routine.shortest, LongestS: f.routine.longest}))
}

// tell says what was found in a file, in plain lines.
func (c checking) tell(e Env, f *checked) {
	if len(f.problems) > 0 {
		e.say("%v", f.problems)
		return
	}
	e.say("%s: %s", f.path, f.verdict)
	for _, a := range f.routine.advice {
		place := f.path
		if line := a.At(f.routine.draft); line > 0 {
			place += fmt.Sprintf(":%d", line)
		}
		e.say("%s: advice: %s", place, a.Message)
		if !c.why {
			continue
		}
		why := a.Reason.String()
		if a.Source != "" {
			why += " (" + a.Source + ")"
		}
		for _, line := range wrap(why, 100) {
			e.say("    %s", line)
		}
		if a.Mend != nil {
			e.say("    To mend it: %s.", a.Mend.Label)
		}
	}
}

// wrap breaks a text into lines of at most so many letters.
func wrap(text string, most int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		switch {
		case line == "":
			line = word
		case len([]rune(line))+1+len([]rune(word)) > most:
			lines = append(lines, line)
			line = word
		default:
			line += " " + word
		}
	}
	return append(lines, line)
}

// The check as other programs read it.
type (
	jsonFile struct {
		Path     string        `json:"path"`
		Kind     string        `json:"kind"` // routine, exercise or settings
		Problems []jsonProblem `json:"problems"`
		Advice   []jsonAdvice  `json:"advice"`
		Good     []string      `json:"good"`
		// Of a routine without problems; else 0.
		NaturalS  int `json:"natural_s"`
		ShortestS int `json:"shortest_s"`
		LongestS  int `json:"longest_s"`
	}
	jsonProblem struct {
		Line    int    `json:"line"` // from 1; 0 is the file as a whole
		Column  int    `json:"column"`
		ID      string `json:"id"`
		Message string `json:"message"`
	}
	jsonAdvice struct {
		Rule    string `json:"rule"`
		Line    int    `json:"line"`  // of the first step, or the key
		Lines   []int  `json:"lines"` // of all steps it is about
		Key     string `json:"key"`   // the key in the head of the file it is about, or ""
		Message string `json:"message"`
		Why     string `json:"why"`
		Source  string `json:"source"` // "" for our own practice
		Mend    string `json:"mend"`   // what to do, or ""
	}
)

func (c checking) tellJSON(e Env, files []*checked) error {
	out := make([]jsonFile, 0, len(files))
	for _, f := range files {
		out = append(out, f.json())
	}
	enc := json.NewEncoder(e.Out)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(struct {
		Files []jsonFile `json:"files"`
	}{out})
}

// kinds are the subjects as other programs read them.
var kinds = map[routines.Subject]string{
	routines.ARoutine: "routine", routines.AnExercise: "exercise", routines.TheSettings: "settings",
}

func (f *checked) json() jsonFile {
	out := jsonFile{
		Path: f.path, Kind: kinds[f.subject],
		Problems: []jsonProblem{}, Advice: []jsonAdvice{}, Good: []string{},
		NaturalS: f.routine.natural, ShortestS: f.routine.shortest, LongestS: f.routine.longest,
	}
	for _, p := range f.problems {
		out.Problems = append(out.Problems, jsonProblem{p.Line, p.Column, p.Message.ID, p.Message.String()})
	}
	for _, g := range f.routine.good {
		out.Good = append(out.Good, g.String())
	}
	for _, a := range f.routine.advice {
		x := jsonAdvice{
			Rule: a.Rule, Line: a.At(f.routine.draft), Lines: []int{}, Key: a.Field,
			Message: a.Message.String(), Why: a.Reason.String(), Source: a.Source,
		}
		for _, k := range a.Keys {
			x.Lines = append(x.Lines, advice.LineOf(f.routine.draft, k))
		}
		if a.Mend != nil {
			x.Mend = a.Mend.Label.String()
		}
		out.Advice = append(out.Advice, x)
	}
	return out
}
