package exercise

import (
	"strings"

	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// Parse reads an exercise file and checks everything in it that does not depend on other files. The id is the file's
// name without .toml; file is what problems call it. When there is any problem the exercise is nil.
func Parse(id, file string, data []byte) (*Exercise, tomlfile.Problems) {
	r := reader{doc: tomlfile.Parse(file, data, tomlfile.Standard)}
	r.doc.ID(id)
	r.doc.Decode(&r.file)
	r.e = &Exercise{
		ID:        id,
		Name:      r.file.Name,
		Aliases:   r.file.Aliases,
		Kind:      Kind(r.file.Kind),
		Position:  Position(r.file.Position),
		Sides:     Sides(r.file.Sides),
		Load:      r.file.Load,
		Targets:   r.file.Targets,
		Equipment: r.file.Equipment,
		GoodFor:   r.file.GoodFor,
		AvoidIf:   r.file.AvoidIf,
		Cues:      r.file.Cues,
		Breath:    r.file.Breath,
		Mistake:   r.file.Mistake,
		Easier:    r.alternative("easier", r.file.Easier),
		Harder:    r.alternative("harder", r.file.Harder),
		Swap:      r.file.Swap,
		Picture:   r.file.Picture,
		Figure:    r.file.Figure,
	}
	r.identity()
	r.words()
	r.texts()
	r.dose()
	r.drawing()
	if problems := r.doc.Problems(); problems != nil {
		return nil, problems
	}
	return r.e, nil
}

// reader is one file on its way to becoming an Exercise.
type reader struct {
	doc  *tomlfile.Doc
	file File
	e    *Exercise
}

// identity checks what every exercise must say about itself.
func (r *reader) identity() {
	d, e := r.doc, r.e
	if strings.TrimSpace(e.Name) == "" {
		d.Missing("name", "is what the exercise is called")
	}
	if e.Kind == "" {
		d.Missing("kind", "says what the exercise does: "+list(Kinds))
	} else if !d.Choice("kind", "kind", string(e.Kind), texts(Kinds)) {
		// The rest is checked against the kind that was probably meant.
		e.Kind = Kind(tomlfile.Nearest(string(e.Kind), texts(Kinds)))
	}
	if e.Position == "" {
		d.Missing("position", "says how the body is placed: "+list(Positions))
	} else {
		d.Choice("position", "position", string(e.Position), texts(Positions))
	}
	switch {
	case e.Sides == "" && r.activity():
		e.Sides = Both
	case e.Sides == "":
		d.Missing("sides", "says whether there is a left and a right: "+list(Sidedness))
	case !d.Choice("sides", "sides", string(e.Sides), texts(Sidedness)):
		e.Sides = Sides(tomlfile.Nearest(string(e.Sides), texts(Sidedness)))
	}
}

// activity reports whether it is an activity, which needs no more than a few words, or may be one because its kind cannot
// be read.
func (r *reader) activity() bool {
	return r.e.Kind == Activity || r.file.Kind == "" && r.doc.Told("kind")
}

// words checks the lists of known words, which filters depend on.
func (r *reader) words() {
	d, e := r.doc, r.e
	if len(e.Load) == 0 && !r.activity() {
		d.Missing("load", "says what the spine does: "+strings.Join(Loads, ", "))
	}
	d.Choices("load", "load", e.Load, Loads)
	d.Choices("equipment", "equipment", e.Equipment, Equipments)
	d.Choices("good_for", "purpose", e.GoodFor, Purposes)
	d.Choices("avoid_if", "caution", e.AvoidIf, Cautions)
	d.Texts("swap", e.Swap, MostSwaps, tomlfile.MostID)
	for i, id := range e.Swap {
		if id == e.ID {
			d.Add(tomlfile.Element("swap", i), message.New("exercise.swap-self", "an exercise cannot be swapped for itself; take it out"))
		}
	}
}

// texts checks what a person reads.
func (r *reader) texts() {
	d, e := r.doc, r.e
	d.Text("name", e.Name, MostName)
	d.Texts("aliases", e.Aliases, MostAliases, MostName)
	d.Texts("targets", e.Targets, MostTargets, MostTarget)
	if len(e.Cues) == 0 {
		d.Missing("cues", "holds 1 to 5 short lines that say what to do")
	}
	d.Texts("cues", e.Cues, MostCues, MostCue)
	d.Text("breath", e.Breath, MostCue)
	d.Text("mistake", e.Mistake, MostCue)
}

// alternative checks an easier or harder way.
func (r *reader) alternative(key string, a *FileAlternative) Alternative {
	if a == nil {
		return Alternative{}
	}
	if a.Text == "" && a.Exercise == "" {
		r.doc.Add(key, message.New("exercise.alternative", "{{.Key}} says nothing; give it a text, an exercise, or both", "Key", key))
	}
	r.doc.Text(key+".text", a.Text, MostCue)
	return Alternative{Text: a.Text, Exercise: a.Exercise}
}

// texts turns named words into plain ones.
func texts[T ~string](words []T) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return out
}

// list is named words as a sentence lists them.
func list[T ~string](words []T) string { return strings.Join(texts(words), ", ") }
