package terminal

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"reflect"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/settings"
	"catcow/routines/tomlfile"
	"catcow/routines/tomlfile/rewrite"
)

var fmtCommand = command{
	name: "fmt", words: "FILE... [--check]",
	about: "Bring routine, exercise or settings files into the usual form",
	more: "Keys go into the order of the reference, \"=\" into a column, times into their normal form. Every comment stays, and\n" +
		"nothing means anything else. FILE can also be the id of a routine or exercise of yours, or - to read from the input\n" +
		"and write to the output.",
	use: func() usage {
		var check bool
		return usage{
			options: []option{{name: "--check", about: "write nothing, and name the files that would change", set: yes(&check)}},
			ready: func(words []string) (func(Env) int, error) {
				if err := someFiles(words); err != nil {
					return nil, err
				}
				return func(e Env) int { return runFmt(e, words, check) }, nil
			},
		}
	},
}

// houses are the forms of the kinds of files.
var houses = map[routines.Subject]rewrite.House{
	routines.ARoutine:    {Type: reflect.TypeFor[routines.File](), Headers: []string{"phase", "phase.step"}},
	routines.AnExercise:  {Type: reflect.TypeFor[exercise.File](), Headers: []string{"dose", "figure", "figure.pose"}},
	routines.TheSettings: {Type: reflect.TypeFor[settings.Settings](), Headers: []string{"breaks", "breaks.hours", "breaks.not_now", "lengths"}},
}

func runFmt(e Env, paths []string, check bool) int {
	code := Fine
	for _, path := range paths {
		m := meant{path: path}
		if path != "-" {
			m = e.file(path)
			path = m.path
		}
		changed, err := e.format(m, check)
		switch {
		case err != nil:
			e.warn("%v", err)
			code = Failed
		case changed && check:
			e.say("%s", path)
			code = Failed
		case changed && path != "-":
			e.say("%s: brought into form", path)
		}
	}
	return code
}

// format brings one file into form, unless it is only to be checked, and reports whether it was not.
func (e Env) format(m meant, check bool) (changed bool, err error) {
	path := m.path
	switch id := idOf(path); {
	case m.shipped && m.subject == routines.ARoutine:
		return false, fmt.Errorf("%s comes with Catcow and stays as it is; `catcow new NAME --from %s` begins a copy that is yours", id, id)
	case m.shipped:
		return false, fmt.Errorf("%s comes with Catcow and stays as it is; \"Make one like it\" in the window begins one that is yours", id)
	}
	var old []byte
	var problems tomlfile.Problems
	limits := tomlfile.Standard
	if path == "-" {
		if old, err = io.ReadAll(io.LimitReader(e.In, limits.Size+1)); err != nil {
			return false, fmt.Errorf("reading the input: %w", err)
		}
	} else {
		old, problems = m.read(e.library)
	}
	if problems == nil {
		limits.Key = 2000 // names of files in the settings
		if doc := tomlfile.Parse(path, old, limits); doc.Damaged() {
			problems = doc.Problems()
		}
	}
	if problems != nil {
		return false, fmt.Errorf("%s stays as it is:\n%w", path, problems)
	}
	if m.subject == routines.NoSubject {
		m.subject = subjectOf(path, old)
	}
	text, err := rewrite.Format(old, houses[m.subject])
	if err != nil {
		return false, fmt.Errorf("%s stays as it is: %w", path, err)
	}
	if int64(len(text)) > limits.Size {
		return false, fmt.Errorf("%s stays as it is: in the usual form it would have %d KiB, and a file may have %d", path, len(text)>>10, limits.Size>>10)
	}
	changed = !bytes.Equal(text, old)
	switch {
	case check:
	case path == "-":
		_, err = e.Out.Write(text)
	case changed:
		// A link leads to the file that is meant; it stays a link.
		if real, linkErr := filepath.EvalSymlinks(path); linkErr == nil {
			path = real
		}
		err = tomlfile.WriteAtomic(path, text)
	}
	return changed, err
}
