package terminal

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/plan"
	"catcow/routines/settings"
	"catcow/routines/tomlfile"
)

var checkCommand = command{
	name: "check", words: "FILE...",
	about: "Say what is wrong with routine, exercise or settings files",
	more: "Every mistake is shown with its line and column. An exercise named together with a routine counts as\n" +
		"being there, so that files that belong together can be checked before they are put into place.",
	use: func() usage {
		return usage{ready: func(words []string) (func(Env) int, error) {
			if len(words) == 0 {
				return nil, errors.New("say which file")
			}
			return func(e Env) int { return runCheck(e, words) }, nil
		}}
	},
}

// subject is what a file is about.
type subject int

const (
	aRoutine subject = iota
	anExercise
	theSettings
)

// The signs a file is told by, line by line, so that one that is not even TOML is still checked as what it is meant
// to be.
var (
	routineSign  = regexp.MustCompile(`(?m)^[ \t]*\[\[[ \t]*phase\b`)
	exerciseSign = regexp.MustCompile(`(?m)^[ \t]*(\[[ \t]*(dose|figure)\b|(position|sides|targets|cues|equipment)[ \t]*=)`)
	settingsSign = regexp.MustCompile(`(?m)^[ \t]*(\[[ \t]*lengths\b|(hold_floor|breath_pacer|volume|theme|text_size|start_screen|reduced_motion)[ \t]*=)`)
)

func subjectOf(path string, data []byte) subject {
	switch {
	case filepath.Base(path) == settings.File:
		return theSettings
	case routineSign.Match(data):
		return aRoutine
	case exerciseSign.Match(data):
		return anExercise
	case settingsSign.Match(data):
		return theSettings
	case filepath.Base(filepath.Dir(path)) == "exercises":
		return anExercise
	}
	return aRoutine
}

// checked is a file being checked.
type checked struct {
	path, id string
	data     []byte
	subject  subject
	problems tomlfile.Problems
	exercise *exercise.Exercise
	verdict  string // what is said when there is no problem
}

func runCheck(e Env, paths []string) int {
	files := make([]*checked, 0, len(paths))
	for _, path := range paths {
		f := &checked{path: path, id: strings.TrimSuffix(filepath.Base(path), ".toml")}
		f.data, f.problems = tomlfile.ReadPath(path, tomlfile.Standard)
		f.subject = subjectOf(path, f.data)
		files = append(files, f)
	}
	cat := checkExercises(files, e.library())
	for _, f := range files {
		if f.problems != nil {
			continue
		}
		switch f.subject {
		case aRoutine:
			f.routine(cat)
		case theSettings:
			_, f.problems = settings.Load(f.path)
			f.verdict = "settings in order"
		}
	}
	code := Fine
	for _, f := range files {
		if len(f.problems) > 0 {
			code = Failed
			e.say("%v", f.problems)
			continue
		}
		e.say("%s: %s", f.path, f.verdict)
	}
	return code
}

// checkExercises checks the exercises among the files and answers the catalogue with them in it.
func checkExercises(files []*checked, lib *routines.Library) *exercise.Catalogue {
	var (
		given  = map[string]bool{}
		list   []*exercise.Exercise
		broken []string
	)
	for _, f := range files {
		if f.subject != anExercise {
			continue
		}
		given[f.id] = true
		if f.problems == nil {
			f.exercise, f.problems = exercise.Parse(f.id, f.path, f.data)
		}
		if f.problems == nil {
			list = append(list, f.exercise)
		} else {
			broken = append(broken, f.id)
		}
	}
	for _, x := range lib.Catalogue.All() {
		if !given[x.ID] {
			list = append(list, x)
		}
	}
	for _, b := range lib.Broken {
		if !given[b.ID] {
			broken = append(broken, b.ID)
		}
	}
	cat := exercise.NewCatalogue(list, broken...)
	for _, f := range files {
		if f.exercise == nil || f.problems != nil {
			continue
		}
		f.verdict = fmt.Sprintf("the %s exercise %s is in order", f.exercise.Kind, f.exercise.Name)
		f.problems = cat.References(f.exercise, f.path, f.data)
		f.problems = append(f.problems, f.drawing()...)
	}
	return cat
}

// drawing checks what only shows once the exercise is drawn: a picture that is not there, a pose no body can take.
func (f *checked) drawing() tomlfile.Problems {
	doc := tomlfile.Parse(f.path, f.data, tomlfile.Standard)
	if name := f.exercise.Picture; name != "" {
		if _, err := os.Stat(filepath.Join(filepath.Dir(f.path), name)); err != nil {
			doc.Add("picture", message.New("check.picture", `the picture "{{.Found}}" has to lie beside this file`, "Found", name))
		}
	}
	if f.exercise.Figure != nil {
		for _, p := range f.exercise.Figure.Verify() {
			m := p.Message
			if p.Nearest != "" {
				m = message.New("check.pose", "{{.Text}}; the nearest that works is {{.Nearest}}", "Text", m.String(), "Nearest", p.Nearest)
			}
			doc.AddKey(p.Key, m)
		}
	}
	return doc.Problems()
}

func (f *checked) routine(cat *exercise.Catalogue) {
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
	f.verdict = fmt.Sprintf("the routine %s is in order; it can take %s", r.Name,
		lengths(listedRoutine{ShortestS: seconds(shortest), LongestS: seconds(longest)}))
	f.promise(r, shortest, longest)
}

// promise compares the lengths a routine's file names with those it really has.
func (f *checked) promise(r *routines.Routine, shortest, longest time.Duration) {
	doc := tomlfile.Parse(f.path, f.data, tomlfile.Standard)
	if r.Shortest != 0 && r.Shortest < shortest {
		doc.Add("shortest", message.New("check.shortest", "shortest says {{.Found}}; with both sides and a warm-up it takes {{.Nearest}}",
			"Found", tomlfile.Duration(r.Shortest).String(), "Nearest", tomlfile.Duration(shortest).String()))
	}
	if r.Longest > longest {
		doc.Add("longest", message.New("check.longest", "longest says {{.Found}}; more than {{.Nearest}} cannot be filled",
			"Found", tomlfile.Duration(r.Longest).String(), "Nearest", tomlfile.Duration(longest).String()))
	}
	f.problems = doc.Problems()
}
