package routines

import (
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"catcow/routines/exercise"
	"catcow/routines/tomlfile"
)

// The reference names every key and word there is, and its examples can be read.
func TestReference(t *testing.T) {
	data, err := os.ReadFile("../assets/docs/files.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	var words []string
	for _, typ := range []reflect.Type{reflect.TypeFor[File](), reflect.TypeFor[FilePhase](), reflect.TypeFor[FileStep](),
		reflect.TypeFor[exercise.File](), reflect.TypeFor[exercise.FileDose]()} {
		for _, key := range tomlfile.Keys(typ) {
			switch key {
			case "phase", "dose", "figure":
				key = "[" + key + "]"
			case "step":
				key = "[[phase.step]]"
			}
			words = append(words, key)
		}
	}
	for _, k := range exercise.Kinds {
		words = append(words, string(k))
	}
	for _, p := range exercise.Positions {
		words = append(words, string(p))
	}
	for _, m := range exercise.Modes {
		words = append(words, string(m))
	}
	for _, list := range [][]string{exercise.Loads, exercise.Equipments, exercise.Purposes, exercise.Cautions, Paces} {
		words = append(words, list...)
	}
	for _, word := range words {
		if !strings.Contains(text, "`"+word+"`") && !strings.Contains(text, "`["+word+"]`") {
			t.Errorf("%s is not in the reference", word)
		}
	}

	_, section, _ := strings.Cut(text, "\n## A routine\n")
	section, _, _ = strings.Cut(section, "\n## ")
	for _, typ := range []reflect.Type{reflect.TypeFor[File](), reflect.TypeFor[FilePhase](), reflect.TypeFor[FileStep]()} {
		for _, key := range tomlfile.Keys(typ) {
			switch key {
			case "phase":
				key = "[[phase]]"
			case "step":
				key = "[[phase.step]]"
			}
			if !strings.Contains(section, "`"+key+"`") {
				t.Errorf("%s is not in the table of a routine", key)
			}
		}
	}

	lib := Load("")
	// The examples that say their schema are whole; parts of the worked example are checked with its files.
	examples := regexp.MustCompile("(?s)```toml\n(#:schema.*?)```").FindAllStringSubmatch(text, -1)
	if len(examples) != 2 {
		t.Fatalf("%d examples, want a routine and an exercise", len(examples))
	}
	if _, problems := Parse("undo-the-chair", "example", []byte(examples[0][1]), lib.Catalogue); problems != nil {
		t.Error(problems)
	}
	e, problems := exercise.Parse("cat-cow", "example", []byte(examples[1][1]))
	if problems != nil {
		t.Fatal(problems)
	}
	if problems := lib.Catalogue.References(e, "example", []byte(examples[1][1])); problems != nil {
		t.Error(problems)
	}
}
