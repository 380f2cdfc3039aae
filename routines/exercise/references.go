package exercise

import (
	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// References checks that every exercise which e names exists: easier, harder and swap. It runs once all files are
// read; data is the text of e's file, for the places.
func (c *Catalogue) References(e *Exercise, file string, data []byte) tomlfile.Problems {
	var doc *tomlfile.Doc
	check := func(path, id string) {
		if id == "" || c.byID[id] != nil || c.broken[id] {
			return
		}
		if doc == nil {
			doc = tomlfile.Parse(file, data, tomlfile.Standard)
		}
		c.Unknown(doc, path, id)
	}
	check("easier.exercise", e.Easier.Exercise)
	check("harder.exercise", e.Harder.Exercise)
	for i, id := range e.Swap {
		check(tomlfile.Element("swap", i), id)
	}
	if doc == nil {
		return nil
	}
	return doc.Problems()
}

// Unknown adds to a file that names an exercise which is not in the catalogue, with the one that was probably meant.
func (c *Catalogue) Unknown(d *tomlfile.Doc, path, id string) {
	if c.broken[id] {
		d.Add(path, message.New("exercise.broken", `the exercise "{{.Found}}" has a file that cannot be used itself; put {{.Found}}.toml right first`,
			"Found", id))
		return
	}
	if near := c.Nearest(id); near != "" {
		d.DidYouMean(path, "exercise", id, near)
		return
	}
	d.Add(path, message.New("exercise.unknown", `unknown exercise {{.Found}}; no exercise has a name like it`, "Found", tomlfile.Quote(id)))
}
