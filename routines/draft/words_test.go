package draft

import (
	"strings"
	"sync"
	"testing"

	"catcow/routines"
	"catcow/routines/exercise"
)

// shipped is the library without anything of a person's own.
var shipped = sync.OnceValue(func() *routines.Library { return routines.Load("") })

func catalogue() *exercise.Catalogue { return shipped().Catalogue }

var letters = map[string]exercise.Kind{
	"d": exercise.Dynamic, "a": exercise.Activity, "t": exercise.Strength, "s": exercise.Static, "r": exercise.Release, "?": "odd",
}

// content makes a content of a short text: "d: cat-cow hip-hinge | s: childs-pose".
func content(text string) Content {
	c := Content{Name: "Test", in: &world{cat: catalogue()}}
	for _, part := range strings.Split(text, "|") {
		kind, steps, ok := strings.Cut(part, ":")
		if !ok {
			continue
		}
		p := Phase{Kind: letters[strings.TrimSpace(kind)], Name: "P"}
		for _, id := range strings.Fields(steps) {
			p.Steps = append(p.Steps, Step{Exercise: id})
		}
		c.Phases = append(c.Phases, p)
	}
	c.identify()
	return c
}

// show is the short text of a content.
func show(c Content) string {
	var phases []string
	for _, p := range c.Phases {
		text := ""
		for letter, kind := range letters {
			if kind == p.Kind {
				text = letter + ":"
			}
		}
		for _, s := range p.Steps {
			text += " " + s.Exercise
		}
		phases = append(phases, text)
	}
	return strings.Join(phases, " | ")
}

// keysOf finds the keys of words: the id of an exercise, or "#1" for the second phase.
func keysOf(t *testing.T, c Content, words string) []Key {
	t.Helper()
	var keys []Key
	for _, w := range strings.Fields(words) {
		n := len(keys)
		for i, p := range c.Phases {
			if w == "#"+string(rune('0'+i)) {
				keys = append(keys, p.Key)
			}
			for _, s := range p.Steps {
				if s.Exercise == w {
					keys = append(keys, s.Key)
				}
			}
		}
		if len(keys) == n {
			t.Fatalf("there is no %s in %s", w, show(c))
		}
	}
	return keys
}

// sound checks what is always so: no key twice, none missing.
func checkKeys(t *testing.T, c Content) {
	t.Helper()
	seen := map[Key]bool{}
	for _, k := range c.keys() {
		if k <= 0 || seen[k] {
			t.Fatalf("key %d is missing or there twice in %s", k, show(c))
		}
		seen[k] = true
	}
}
