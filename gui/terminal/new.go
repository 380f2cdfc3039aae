package terminal

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"catcow/routines"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/tomlfile"
	"catcow/routines/tomlfile/rewrite"
)

var newCommand = command{
	name: "new", words: "NAME [--from ROUTINE]",
	about: "Begin a routine of your own as a file",
	more: "NAME is what it is called, such as \"Lunch Reset\", or the name of its file, such as lunch-reset. The file holds a\n" +
		"small routine with notes on what to change; editors that know TOML schemas help while you type.",
	use: func() usage {
		var from string
		return usage{
			options: []option{{name: "--from", value: "ROUTINE", about: "begin with a copy of this one", set: word(&from, "routine")}},
			ready: func(words []string) (func(Env) int, error) {
				name, err := one(words, "name")
				if len(words) > 1 {
					err = fmt.Errorf("put a name of several words in quotes: %q", strings.Join(words, " "))
				}
				if err == nil && tomlfile.NearestID(name) == "" {
					err = fmt.Errorf("a name has letters a to z or digits in it, for the file; %q has none", name)
				}
				return func(e Env) int { return runNew(e, name, from) }, err
			},
		}
	},
}

// beginning is a small routine that is in order, with what there is to know beside it.
const beginning = `# A routine of your own. Save it, and it is in the window within a second.
# "catcow check" on this file tells mistakes; "catcow list" names all exercises and routines.

name   = "…"
about  = "Move what sat still, then let it go."
extras = ["open-book", "hip-flexor-lunge"] # join, in this order, when more time is asked for

# Every phase has a kind: dynamic, strength, static, release or activity.
[[phase]]
name = "Warm up"
kind = "dynamic"

  # Every step names an exercise. What it leaves out of the dose is the exercise's own.
  [[phase.step]]
  exercise = "torso-rotation"
  priority = 2 # 1 stays, 2 may be dropped when time is short, 3 goes first

  [[phase.step]]
  exercise = "cat-cow"
  reps     = 10
  tempo    = "6s"

[[phase]]
name = "Let go"
kind = "static"

  # Both sides are planned by themselves.
  [[phase.step]]
  exercise = "supine-twist"
  hold     = "35s"

  [[phase.step]]
  exercise = "childs-pose"
  hold     = "40s"
  note     = "Breathe into your back"
`

func runNew(e Env, name, from string) int {
	lib := e.library()
	store := draft.Store{Dir: e.folders.Data}
	id := tomlfile.NearestID(name)
	taken := func(id string) bool {
		_, known := lib.Get(id)
		return known
	}
	if err := draft.Sound(id); err != nil {
		e.warn("%v", err)
		return Failed
	}
	if free := store.FreeID(id, taken); free != id {
		e.warn("there is a routine %s already; %s is free", id, free)
		return Failed
	}
	text, ok := e.beginWith(lib, from)
	if !ok {
		return Failed
	}
	text, err := renamed(text, name)
	if err == nil {
		if _, problems := routines.Parse(id, id+".toml", text, lib.Catalogue); problems != nil {
			err = problems[0].Message // what we begin with is in order, so it is the name
		}
	}
	if err == nil {
		err = store.Save(id, store.ForEditors(text), nil)
	}
	if failure, ok := errors.AsType[*draft.Failure](err); ok {
		e.warn("%v", failure.What) // what still works is said of a window
		return Failed
	}
	if err != nil {
		e.warn("%v", err)
		return Failed
	}
	path := store.Path(id)
	e.say("%s is yours to write:\n\n  %s\n", title(name), path)
	e.say("Open it in a text editor; whatever you save is in the window within a second. And then:\n")
	e.say("  catcow check %s\n  catcow play %s", inWords(path), id)
	return Fine
}

// beginWith is the text to begin with: a routine's, or ours.
func (e Env) beginWith(lib *routines.Library, from string) ([]byte, bool) {
	if from == "" {
		return []byte(beginning), true
	}
	r, ok := lib.Get(from)
	if !ok {
		e.unknownRoutine(lib, from)
		return nil, false
	}
	if r.Source == exercise.Own {
		data, problems := tomlfile.ReadPath(r.Path, tomlfile.Standard)
		if problems != nil {
			e.warn("%v", problems)
			return nil, false
		}
		return data, true
	}
	data, ok := routines.ShippedText(from)
	if !ok {
		e.warn("the text of %s is not there", from)
		return nil, false
	}
	_, data, _ = bytes.Cut(data, []byte("\n\n")) // the line with the schema
	head := fmt.Sprintf("# A copy of %q that is yours: change, add and take out what you like.\n"+
		"# \"catcow check\" on this file tells mistakes; \"catcow list\" names all exercises and routines.\n\n", r.Name)
	return append([]byte(head), data...), true
}

// renamed gives a text another name.
func renamed(text []byte, name string) ([]byte, error) {
	tree, err := rewrite.Read(text)
	if err != nil {
		return nil, err
	}
	tree.Set("name", rewrite.String(title(name)), "name", "about")
	return rewrite.Text(text, tree)
}

// title is a name as a person reads it: the name of a file becomes words.
func title(name string) string {
	name = strings.Join(strings.Fields(name), " ")
	if tomlfile.NearestID(name) != name {
		return name
	}
	words := strings.Split(name, "-")
	for i, w := range words {
		words[i] = string(unicode.ToUpper(rune(w[0]))) + w[1:]
	}
	return strings.Join(words, " ")
}

// inWords is a path as a shell takes it.
func inWords(path string) string {
	if strings.ContainsAny(path, " '\"$&()*;<>?\\`|") {
		return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
	}
	return path
}
