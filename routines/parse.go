package routines

import (
	"slices"
	"strings"
	"time"

	"catcow/routines/exercise"
	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// The lengths a file may promise. Nothing under a minute is a routine, and past 45 minutes a second one is the better
// answer (exercise-science note 5.5).
const (
	LeastLength = time.Minute
	MostLength  = 45 * time.Minute
)

// Parse reads a routine file and checks everything in it, against the exercises of a catalogue. The id is the file's
// name without .toml; file is what problems call it. When there is any problem the routine is nil.
func Parse(id, file string, data []byte, cat *exercise.Catalogue) (*Routine, tomlfile.Problems) {
	r, _, problems := ParseDoc(id, tomlfile.Parse(file, data, tomlfile.Standard), cat)
	return r, problems
}

// ParseDoc is Parse for a file that was read as TOML already. It also gives the file as it is written, as far as it can
// be read: values of a wrong type are as if not given.
func ParseDoc(id string, doc *tomlfile.Doc, cat *exercise.Catalogue) (*Routine, File, tomlfile.Problems) {
	r := reader{doc: doc, cat: cat}
	r.doc.ID(id)
	r.doc.Decode(&r.file)
	r.r = &Routine{
		ID:     id,
		Name:   r.file.Name,
		About:  r.file.About,
		For:    r.file.For,
		When:   r.file.When,
		Extras: r.file.Extras,
		Fixed:  r.file.Fixed,
		Pace:   r.file.Pace,
		Notes:  r.file.Notes,
	}
	r.texts()
	r.lengths()
	r.extras()
	r.phases()
	if problems := r.doc.Problems(); problems != nil {
		return nil, r.file, problems
	}
	return r.r, r.file, nil
}

// reader is one file on its way to becoming a Routine.
type reader struct {
	doc  *tomlfile.Doc
	cat  *exercise.Catalogue
	file File
	r    *Routine
}

// texts checks what a person reads.
func (r *reader) texts() {
	d, f := r.doc, r.file
	if strings.TrimSpace(f.Name) == "" {
		d.Missing("name", "is what the routine is called")
	}
	d.Text("name", f.Name, MostName)
	d.Text("about", f.About, MostLine)
	d.Text("for", f.For, MostLine)
	d.Text("when", f.When, MostLine)
	d.Texts("notes", f.Notes, MostNotes, MostNote)
	if f.Pace != "" {
		d.Choice("pace", "pace", f.Pace, Paces)
	}
}

// lengths checks what the file promises about its length.
func (r *reader) lengths() {
	d, f := r.doc, r.file
	r.r.Shortest = r.wholeMinutes("shortest", f.Shortest)
	r.r.Longest = r.wholeMinutes("longest", f.Longest)
	if f.Shortest != nil && f.Longest != nil && *f.Shortest > *f.Longest {
		d.Add("shortest", message.New("routine.lengths", `shortest is "{{.Shortest}}" and longest "{{.Longest}}"; change them over`,
			"Shortest", d.TimeText("shortest", *f.Shortest), "Longest", d.TimeText("longest", *f.Longest)))
	}
	if f.Fixed && f.Shortest != nil {
		d.AddKey("shortest", message.New("routine.fixed", "a fixed routine has one length, its own; take {{.Key}} out", "Key", "shortest"))
	}
	if f.Fixed && f.Longest != nil {
		d.AddKey("longest", message.New("routine.fixed", "a fixed routine has one length, its own; take {{.Key}} out", "Key", "longest"))
	}
}

func (r *reader) wholeMinutes(key string, t *tomlfile.Duration) time.Duration {
	if t == nil || !r.doc.BetweenTimes(key, *t, tomlfile.Duration(LeastLength), tomlfile.Duration(MostLength)) {
		return 0
	}
	if d := time.Duration(*t); d%time.Minute != 0 {
		r.doc.Add(key, message.New("routine.minutes", `{{.Key}} is in whole minutes; found "{{.Found}}", the nearest is "{{.Nearest}}"`,
			"Key", key, "Found", r.doc.TimeText(key, *t), "Nearest", tomlfile.Duration(d.Round(time.Minute)).String()))
	}
	return time.Duration(*t)
}

// extras checks the exercises that join when more time is asked for.
func (r *reader) extras() {
	d, extras := r.doc, r.file.Extras
	d.Texts("extras", extras, MostExtras, tomlfile.MostID)
	if len(extras) > MostExtras {
		return
	}
	for i, id := range extras {
		if r.cat.Get(id) == nil && strings.TrimSpace(id) != "" {
			r.cat.Unknown(d, tomlfile.Element("extras", i), id)
		}
	}
}

// fits says which kinds of exercise a kind of phase takes. Strength belongs with movement and release with stillness:
// a hold has its place behind movement, never among it (note, parts 1 and 4).
var fits = map[exercise.Kind][]exercise.Kind{
	exercise.Dynamic:  {exercise.Dynamic, exercise.Strength},
	exercise.Strength: {exercise.Strength, exercise.Dynamic},
	exercise.Static:   {exercise.Static, exercise.Release},
	exercise.Release:  {exercise.Release, exercise.Static},
	exercise.Activity: {exercise.Activity},
}

// Takes reports whether a phase of one kind takes exercises of another. A kind that does not exist takes nothing.
func Takes(phase, ex exercise.Kind) bool { return slices.Contains(fits[phase], ex) }

// phases checks the phases and their steps.
func (r *reader) phases() {
	d, phases := r.doc, r.file.Phases
	if len(phases) == 0 {
		d.Missing("phase", "makes up the routine: give it at least one [[phase]] with a [[phase.step]]")
		return
	}
	if len(phases) > MostPhases {
		d.Add(tomlfile.Element("phase", MostPhases), message.New("routine.phases", "a routine may have {{.Limit}} phases; found {{.Found}}",
			"Limit", MostPhases, "Found", len(phases)))
	}
	steps, told := 0, false
	for i, p := range phases {
		path := tomlfile.Element("phase", i)
		if steps += len(p.Steps); steps > MostSteps && !told {
			told = true
			d.Add(path, message.New("routine.steps", "a routine may have {{.Limit}} steps; with this phase there are {{.Found}}",
				"Limit", MostSteps, "Found", steps))
		}
		r.r.Phases = append(r.r.Phases, r.phase(path, p))
	}
	if !slices.ContainsFunc(r.r.Phases, func(p Phase) bool { return p.Kind != exercise.Activity }) && !d.Damaged() {
		d.Add("phase[0]", message.New("routine.only-activity", "there is only an activity here; add a phase that warms up or cools down"))
	}
}

func (r *reader) phase(path string, p FilePhase) Phase {
	d := r.doc
	out := Phase{Name: p.Name, Kind: exercise.Kind(p.Kind)}
	if strings.TrimSpace(p.Name) == "" {
		d.Missing(path+".name", "is what the phase is called")
	}
	d.Text(path+".name", p.Name, MostPhase)
	kinds := make([]string, len(exercise.Kinds))
	for i, k := range exercise.Kinds {
		kinds[i] = string(k)
	}
	switch {
	case p.Kind == "":
		d.Missing(path+".kind", "says what its steps do: "+strings.Join(kinds, ", "))
	case !d.Choice(path+".kind", "kind", p.Kind, kinds):
		// The steps are checked against the kind that was probably meant.
		out.Kind = exercise.Kind(tomlfile.Nearest(p.Kind, kinds))
	}
	if len(p.Steps) == 0 {
		d.Missing(path+".step", "makes up the phase: give it at least one [[phase.step]]")
	}
	if out.Kind == exercise.Activity && len(p.Steps) > 1 {
		d.Add(path+".step[1]", message.New("routine.activity-steps",
			"an activity phase has one step; found {{.Found}}. Give every activity a phase of its own", "Found", len(p.Steps)))
	}
	for i, s := range p.Steps {
		out.Steps = append(out.Steps, r.step(path+"."+tomlfile.Element("step", i), s, out.Kind))
	}
	keepOne(out.Steps)
	return out
}

// keepOne makes the first of the most important steps one that stays, because a phase is never left out (note 5.3).
func keepOne(steps []Step) {
	first := -1
	for i, s := range steps {
		if first < 0 || s.Priority < steps[first].Priority {
			first = i
		}
	}
	if first >= 0 {
		steps[first].Priority = 1
	}
}
