package draft

import (
	"reflect"
	"slices"
	"time"

	"catcow/routines"
	"catcow/routines/message"
	"catcow/routines/tomlfile"
	"catcow/routines/tomlfile/rewrite"
)

// The keys of a file in the order in which new ones are written.
var (
	fileKeys  = tomlfile.Keys(reflect.TypeFor[routines.File]())
	phaseKeys = tomlfile.Keys(reflect.TypeFor[routines.FilePhase]())
	stepKeys  = tomlfile.Keys(reflect.TypeFor[routines.FileStep]())
)

// rewritten is a text that said one content, changed so that it says another. Only what differs is touched: a value that
// could not be read counts as not said, and stays until something is said in its place.
func rewritten(text []byte, was, now Content) ([]byte, error) {
	out, err := rewrite.Change(text, func(t rewrite.Table) rewrite.Table { return fileTable(t, was, now) })
	if err != nil {
		return nil, notWritten
	}
	return out, nil
}

var notWritten = message.New("draft.not-written", "This change cannot be written into the file, so it was not made. The file is as it was.")

func fileTable(old rewrite.Table, was, now Content) rewrite.Table {
	t := table{old, fileKeys}
	t.text("name", was.Name, now.Name)
	t.text("about", was.About, now.About)
	t.text("for", was.For, now.For)
	t.text("when", was.When, now.When)
	t.texts("extras", was.Extras, now.Extras)
	if was.Fixed != now.Fixed {
		t.set("fixed", rewrite.Bool(true), now.Fixed)
	}
	t.time("shortest", was.Shortest, now.Shortest)
	t.time("longest", was.Longest, now.Longest)
	t.text("pace", was.Pace, now.Pace)
	t.texts("notes", was.Notes, now.Notes)

	// What stands there instead of lists of tables stays, as long as the phases do.
	phases, steps := was.elements(old)
	var list rewrite.List
	for _, p := range now.Phases {
		before := phases[p.Key]
		list = append(list, rewrite.Element{From: before.from, Table: phaseTable(before.table, before.phase, p, steps)})
	}
	if !reflect.DeepEqual(was.Phases, now.Phases) {
		t.set("phase", list, len(list) > 0)
	}
	return t.Table
}

func phaseTable(old rewrite.Table, was, now Phase, steps map[Key]element) rewrite.Table {
	t := table{old, phaseKeys}
	t.text("name", was.Name, now.Name)
	t.text("kind", string(was.Kind), string(now.Kind))
	var list rewrite.List
	for _, s := range now.Steps {
		before := steps[s.Key]
		list = append(list, rewrite.Element{From: before.from, Table: stepTable(before.table, before.step, s)})
	}
	if !slices.Equal(was.Steps, now.Steps) {
		t.set("step", list, len(list) > 0)
	}
	return t.Table
}

func stepTable(old rewrite.Table, was, now Step) rewrite.Table {
	t := table{old, stepKeys}
	t.text("exercise", was.Exercise, now.Exercise)
	t.number("reps", was.Reps, now.Reps)
	t.time("tempo", was.Tempo, now.Tempo)
	t.time("hold", was.Hold, now.Hold)
	t.number("rounds", was.Rounds, now.Rounds)
	t.time("time", was.Time, now.Time)
	t.number("priority", was.Priority, now.Priority)
	t.text("note", was.Note, now.Note)
	return t.Table
}

// element is a phase or step where the old text has it.
type element struct {
	from  string // its path
	table rewrite.Table
	phase Phase
	step  Step
}

// elements are the phases and steps of a text by their keys.
func (c Content) elements(text rewrite.Table) (phases, steps map[Key]element) {
	phases, steps = map[Key]element{}, map[Key]element{}
	list := text.List("phase")
	if len(list) != len(c.Phases) {
		return phases, steps
	}
	for i, p := range c.Phases {
		phases[p.Key] = element{from: list[i].From, table: list[i].Table, phase: p}
		inner := list[i].Table.List("step")
		if len(inner) != len(p.Steps) {
			continue
		}
		for j, s := range p.Steps {
			steps[s.Key] = element{from: inner[j].From, table: inner[j].Table, step: s}
		}
	}
	return phases, steps
}

// table is a table of the file that is being changed.
type table struct {
	rewrite.Table
	order []string // of its keys
}

// set says a value, or nothing.
func (t *table) set(key string, v rewrite.Value, said bool) {
	if !said {
		v = nil
	}
	t.Table.Set(key, v, t.order...)
}

func (t *table) text(key, was, now string) {
	if was != now {
		t.set(key, rewrite.String(now), now != "")
	}
}

func (t *table) texts(key string, was, now []string) {
	if !slices.Equal(was, now) {
		t.set(key, rewrite.Strings(now), len(now) > 0)
	}
}

func (t *table) number(key string, was, now int) {
	if was != now {
		t.set(key, rewrite.Int(now), now != 0)
	}
}

func (t *table) time(key string, was, now time.Duration) {
	if was != now {
		t.set(key, rewrite.Duration(tomlfile.Duration(now)), now != 0)
	}
}
