package terminal

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"catcow/assets"
	"catcow/routines"
	"catcow/routines/message"
	"catcow/routines/settings"
	"catcow/routines/tomlfile"
)

// meant is the file that a word of the command line means.
type meant struct {
	path    string
	subject routines.Subject // NoSubject where the text has to say
	shipped bool             // it comes with Catcow and lies on no disk; path is only its name then
	data    []byte           // of a shipped one
}

// file finds the file that a word means: the one at that path; where there is none, the person's own routine, exercise or
// settings of that name or id in the data folder, wherever the terminal stands; and last what comes with Catcow.
func (e Env) file(word string) meant {
	if info, err := os.Lstat(word); err == nil && !info.IsDir() || !plainName(word) {
		return meant{path: word}
	}
	id := idOf(word)
	places := []meant{
		{path: filepath.Join(e.folders.Data, "routines", id+".toml"), subject: routines.ARoutine},
		{path: filepath.Join(e.folders.Data, "exercises", id+".toml"), subject: routines.AnExercise},
	}
	if word == settings.File {
		places = append(places, meant{path: e.folders.Settings(), subject: routines.TheSettings})
	}
	for _, m := range places {
		if info, err := os.Lstat(m.path); err == nil && !info.IsDir() {
			return m
		}
	}
	if data, ok := routines.ShippedText(id); ok {
		return meant{id + ".toml", routines.ARoutine, true, data}
	}
	if data, err := fs.ReadFile(assets.Exercises(), id+".toml"); err == nil {
		return meant{id + ".toml", routines.AnExercise, true, data}
	}
	return meant{path: word}
}

// plainName reports whether a word is a name without folders, as ids and the files of the data folder have it.
func plainName(word string) bool {
	return word != "." && word != ".." && !strings.ContainsAny(word, `/\`+string(filepath.Separator))
}

// idOf is the id that the file of a name has.
func idOf(name string) string { return strings.TrimSuffix(filepath.Base(name), ".toml") }

// read reads the file. Of one that is nowhere the problem says what else its name could have been; the library is asked
// for only then.
func (m meant) read(library func() *routines.Library) ([]byte, tomlfile.Problems) {
	if m.shipped {
		return m.data, nil
	}
	data, problems := tomlfile.ReadPath(m.path, tomlfile.Standard)
	if problems == nil || !plainName(m.path) {
		return data, problems
	}
	if _, err := os.Lstat(m.path); !os.IsNotExist(err) {
		return data, problems
	}
	id, lib := idOf(m.path), library()
	near := lib.Nearest(id)
	if near == "" {
		near = lib.Catalogue.Nearest(id)
	}
	why := message.New("check.nowhere", "there is no such file, and no routine or exercise is called {{.Found}}", "Found", tomlfile.Quote(id))
	if near != "" {
		why = message.New("check.nowhere-near", `there is no such file, and no routine or exercise is called {{.Found}}; did you mean "{{.Nearest}}"?`,
			"Found", tomlfile.Quote(id), "Nearest", near)
	}
	return nil, tomlfile.Problems{{File: m.path, Message: why}}
}
