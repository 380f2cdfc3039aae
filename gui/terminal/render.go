package terminal

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/settings"
	"catcow/routines/tomlfile"
)

var renderCommand = command{
	name: "render", words: "EXERCISE|FILE.toml...|--all [--out DIR] [--watch] [--gif FILE] [--sheet FILE] [...]",
	about: "Draw exercises as pictures, moving or on one sheet",
	more: "Each exercise becomes DIR/EXERCISE.png, or .svg without a background; of several there is a sheet with all\n" +
		"their names, DIR/contact.png. A file of your own that lies anywhere is drawn beside itself, unless --out says\n" +
		"where. With --watch its picture is drawn again whenever you save it, and its mistakes are shown with their line\n" +
		"and column. --gif is one exercise, moving at its tempo; --sheet is all of them on one picture.",
	use: func() usage {
		o := drawing{}
		return usage{
			options: []option{
				{name: "--out", value: "DIR", about: "the folder for the pictures; made when missing", set: folder(&o.dir)},
				{name: "--all", about: "every exercise there is", set: yes(&o.all)},
				{name: "--svg", about: "SVG pictures instead of PNG", set: yes(&o.svg)},
				{name: "--watch", about: "draw one file again whenever it is saved", set: yes(&o.watch)},
				{name: "--gif", value: "FILE.gif", about: "one exercise, moving", set: ending(&o.gif, ".gif")},
				{name: "--sheet", value: "FILE.png", about: "all of them on one picture", set: ending(&o.sheet, ".png")},
				{name: "--size", value: "N", about: "width in pixels: 640 unless given, 400 of a GIF", set: number(&o.size, 32, 4096)},
				{name: "--dark", about: "for a dark page", set: yes(&o.dark)},
				{name: "--figure", value: "NAME", about: strings.Join(settings.Figures, ", "), set: oneOf(&o.figure, settings.Figures)},
				{name: "--skin", value: "TONE", about: strings.Join(settings.Skins, ", "), set: oneOf(&o.skin, settings.Skins)},
				{name: "--hair", value: "TONE", about: strings.Join(settings.Hairs, ", "), set: oneOf(&o.hair, settings.Hairs)},
			},
			ready: func(words []string) (func(Env) int, error) {
				o.words = words
				if err := o.makesSense(); err != nil {
					return nil, err
				}
				if o.watch {
					return func(e Env) int { return runWatch(e, o) }, nil
				}
				return func(e Env) int { return o.draw(e) }, nil
			},
		}
	},
}

// drawing is what is to be drawn, and how.
type drawing struct {
	words      []string // ids, and files of a person's own
	all        bool
	dir        string // "" for beside the file
	sheet, gif string
	svg, watch bool
	size       int // pixels; 0 for the usual
	dark       bool
	figure     string
	skin, hair string
}

// aFile says whether a word names a file and not an exercise, whose id has neither dots nor folders.
func aFile(word string) bool { return strings.ContainsAny(word, `./\`) }

func (o drawing) makesSense() error {
	stills := o.gif == "" && o.sheet == ""
	switch {
	case o.all && len(o.words) > 0:
		return fmt.Errorf("either --all or %s", o.words[0])
	case !o.all && (len(o.words) == 0 || slices.Contains(o.words, "")):
		return errors.New("say which exercise, or --all")
	case o.watch && (len(o.words) != 1 || !aFile(o.words[0])):
		return errors.New("--watch goes with one FILE.toml")
	case o.gif != "" && len(o.words) != 1:
		return errors.New("--gif goes with one exercise")
	case stills && o.dir == "" && (o.all || !slices.ContainsFunc(o.words, aFile)):
		return errors.New("say where the pictures go: --out DIR")
	}
	for _, w := range o.words {
		if stills && o.dir == "" && !aFile(w) {
			return fmt.Errorf("say where the picture of %s goes: --out DIR", w)
		}
	}
	return nil
}

// sitter is an exercise to be drawn, and the folder for its picture.
type sitter struct {
	*exercise.Exercise
	dir string
}

// draw draws everything that is asked for, and answers the exit code.
func (o drawing) draw(e Env) int {
	list, ok := o.sitters(e)
	if !ok {
		return Failed
	}
	var done []string
	keep := func(name string, make func() ([]byte, error)) bool {
		data, err := make()
		if err == nil {
			err = tomlfile.WriteAtomic(name, data)
		}
		if err != nil {
			e.warn("drawing %s: %v", filepath.Base(name), err)
			return false
		}
		done = append(done, name)
		return true
	}
	if o.gif != "" && !keep(o.gif, func() ([]byte, error) { return o.moving(list[0].Exercise) }) {
		return Failed
	}
	sheet := o.sheet
	if o.dir != "" || o.gif == "" && o.sheet == "" {
		if o.dir != "" {
			if err := os.MkdirAll(o.dir, 0o755); err != nil {
				e.warn("making the folder for the pictures: %v", err)
				return Failed
			}
		}
		for _, x := range list {
			if !keep(filepath.Join(x.dir, x.ID+o.suffix()), func() ([]byte, error) { return o.still(x.Exercise) }) {
				return Failed
			}
		}
		if sheet == "" && o.dir != "" && len(list) > 1 {
			sheet = filepath.Join(o.dir, "contact.png")
		}
	}
	if sheet != "" && !keep(sheet, func() ([]byte, error) { return o.contact(list) }) {
		return Failed
	}
	e.say("Drawn: %s", told(done))
	return Fine
}

// told lists files, or counts them where they are many.
func told(files []string) string {
	if len(files) <= 4 {
		return strings.Join(files, ", ")
	}
	return fmt.Sprintf("%d pictures in %s, with %s", len(files)-1, filepath.Dir(files[0]), files[len(files)-1])
}

// sitters are the exercises to draw, in the order they were named; all of them by name. It says what cannot be drawn,
// and what is wrong with those that can.
func (o drawing) sitters(e Env) (list []sitter, ok bool) {
	lib := e.library()
	if o.all {
		for _, x := range lib.Catalogue.All() {
			if x.Figure != nil {
				list = append(list, sitter{x, o.dir})
			}
		}
		return list, true
	}
	ok = true
	for i, word := range o.words {
		if slices.Contains(o.words[:i], word) {
			continue
		}
		x, dir := lib.Catalogue.Get(word), o.dir
		switch {
		case aFile(word):
			x = e.ownExercise(lib, word)
			if dir == "" {
				dir = filepath.Dir(word)
			}
		case x == nil:
			e.unknownExercise(lib, word)
		case x.Source == exercise.Own:
			x = e.ownExercise(lib, x.Path)
		}
		if x != nil && x.Figure == nil {
			e.warn("%s has no figure to draw", word)
		}
		if x == nil || x.Figure == nil {
			ok = false
			continue
		}
		list = append(list, sitter{x, dir})
	}
	return list, ok
}

// ownExercise reads a person's own exercise, which need not lie among the others, and says what is wrong with it. It is
// nil when it cannot be drawn at all.
func (e Env) ownExercise(lib *routines.Library, path string) *exercise.Exercise {
	f := &checked{path: path, id: strings.TrimSuffix(filepath.Base(path), ".toml"), subject: routines.AnExercise}
	f.data, f.problems = tomlfile.ReadPath(path, tomlfile.Standard)
	switch routines.SubjectOf(f.data) {
	case routines.ARoutine:
		e.warn("%s is a routine, not an exercise; `catcow print` puts a routine on paper with all its figures", path)
		return nil
	case routines.TheSettings:
		e.warn("%s holds settings, not an exercise", path)
		return nil
	}
	checkExercises([]*checked{f}, lib)
	if len(f.problems) > 0 {
		fmt.Fprintln(e.Err, f.problems)
	}
	return f.exercise
}

func (e Env) unknownExercise(lib *routines.Library, id string) {
	for _, b := range lib.Broken {
		if b.ID == id {
			e.warn("the file of %s has mistakes:\n%v", id, b.Problems)
			return
		}
	}
	if _, ok := lib.Get(id); ok {
		e.warn("%s is a routine, not an exercise; `catcow print` puts it on paper with all its figures", id)
		return
	}
	if near := lib.Catalogue.Nearest(id); near != "" {
		e.warn("there is no exercise %q; did you mean %s?", id, near)
		return
	}
	e.warn("there is no exercise %q; `catcow list` shows them all", id)
}
