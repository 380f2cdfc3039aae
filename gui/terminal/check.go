package terminal

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/picture"
	"catcow/routines/settings"
	"catcow/routines/tomlfile"
)

var checkCommand = command{
	name: "check", words: "FILE... [--why] [--strict] [--json]",
	about: "Say what is wrong with routine, exercise or settings files",
	more: "FILE can also be the id of a routine or exercise, such as lunch-reset. What is not in this folder is looked for\n" +
		"among yours, then among those that come with Catcow.\n\n" +
		"Every mistake is shown with its line and column, and of a routine without any what could be better. Advice\n" +
		"is no mistake: such a routine is played like any other. An exercise named together with a routine counts as\n" +
		"being there, so that files that belong together can be checked before they are put into place.",
	use: func() usage {
		var c checking
		return usage{
			options: []option{
				{name: "--why", about: "say the reason of each advice, its source and what to do", set: yes(&c.why)},
				{name: "--strict", about: "end with 1 when there is advice", set: yes(&c.strict)},
				{name: "--json", about: "for other programs, with everything", set: yes(&c.json)},
			},
			ready: func(words []string) (func(Env) int, error) {
				if err := someFiles(words); err != nil {
					return nil, err
				}
				return func(e Env) int { return c.run(e, words) }, nil
			},
		}
	},
}

// checking is how files are checked.
type checking struct{ why, strict, json bool }

// someFiles checks that files are named.
func someFiles(words []string) error {
	if len(words) == 0 {
		return errors.New("say which file")
	}
	for _, w := range words {
		if strings.TrimSpace(w) == "" {
			return errors.New("say which file; one of the names is empty")
		}
	}
	return nil
}

// subjectOf tells what a file is about by its name where that says it, else by its text.
func subjectOf(path string, data []byte) routines.Subject {
	if filepath.Base(path) == settings.File {
		return routines.TheSettings
	}
	if subject := routines.SubjectOf(data); subject != routines.NoSubject {
		return subject
	}
	if filepath.Base(filepath.Dir(path)) == "exercises" {
		return routines.AnExercise
	}
	return routines.ARoutine
}

// checked is a file being checked.
type checked struct {
	path, id string
	data     []byte
	subject  routines.Subject
	problems tomlfile.Problems
	exercise *exercise.Exercise
	verdict  string // what is said when there is no problem
	routine  checkedRoutine
}

func (c checking) run(e Env, paths []string) int {
	lib := e.library()
	files := make([]*checked, 0, len(paths))
	for _, path := range paths {
		m := e.file(path)
		f := &checked{path: m.path, id: idOf(m.path), subject: m.subject}
		f.data, f.problems = m.read(func() *routines.Library { return lib })
		if f.subject == routines.NoSubject {
			f.subject = subjectOf(m.path, f.data)
		}
		files = append(files, f)
	}
	cat := checkExercises(files, lib)
	code := Fine
	for _, f := range files {
		if f.problems == nil {
			switch f.subject {
			case routines.ARoutine:
				f.checkRoutine(cat)
			case routines.TheSettings:
				_, f.problems = settings.Load(f.path)
				f.verdict = "settings in order"
			}
		}
		if len(f.problems) > 0 || c.strict && len(f.routine.advice) > 0 {
			code = Failed
		}
	}
	if c.json {
		if err := c.tellJSON(e, files); err != nil {
			e.warn("writing the check: %v", err)
			return Failed
		}
		return code
	}
	for _, f := range files {
		c.tell(e, f)
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
		if f.subject != routines.AnExercise {
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

// beside says why a picture beside an exercise cannot be shown.
func beside(path string) (why message.Message, ok bool) {
	name := filepath.Base(path)
	if _, err := os.Stat(path); err != nil {
		return message.New("check.picture", `the picture "{{.Found}}" has to lie beside this file`, "Found", name), false
	}
	data, problems := tomlfile.ReadPath(path, tomlfile.Limits{Size: picture.MostBytes})
	if problems != nil {
		why = problems[0].Message
	} else if why, ok = picture.Check(name, data); ok {
		return why, true
	}
	return message.New("check.picture-shown", `the picture "{{.Found}}" cannot be shown: {{.Why}}`, "Found", name, "Why", why.String()), false
}

// drawing checks what only shows once the exercise is drawn: a picture that is not there, a pose no body can take.
func (f *checked) drawing() tomlfile.Problems {
	doc := tomlfile.Parse(f.path, f.data, tomlfile.Standard)
	if name := f.exercise.Picture; name != "" {
		if m, ok := beside(filepath.Join(filepath.Dir(f.path), name)); !ok {
			doc.Add("picture", m)
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
