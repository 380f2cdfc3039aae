package draft

import (
	"reflect"
	"slices"
	"time"

	"catcow/routines/message"
	"catcow/routines/tomlfile"
	"catcow/routines/tomlfile/rewrite"
)

// The keys of a file in the order in which new ones are written.
var (
	fileKeys  = []string{"name", "about", "for", "when", "extras", "fixed", "shortest", "longest", "pace", "notes", "phase"}
	phaseKeys = []string{"name", "kind", "step"}
	stepKeys  = []string{"exercise", "reps", "tempo", "hold", "rounds", "time", "priority", "note"}
)

// rewritten is a text that said one content, changed so that it says another. Only what differs is touched: a value that
// could not be read counts as not said, and stays until something is said in its place.
func rewritten(text []byte, was, now Content) ([]byte, error) {
	tree, err := rewrite.Read(text)
	if err != nil {
		return nil, notWritten
	}
	out, err := rewrite.Text(text, fileTable(tree, was, now))
	if err != nil {
		return nil, notWritten
	}
	return out, nil
}

var notWritten = message.New("draft.not-written", "This change cannot be written into the file, so it was not made. The file is as it was.")

func fileTable(old rewrite.Table, was, now Content) rewrite.Table {
	t := table{slices.Clone(old), fileKeys}
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
	t := table{slices.Clone(old), phaseKeys}
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
	t := table{slices.Clone(old), stepKeys}
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
	at := slices.IndexFunc(t.Table, func(e rewrite.Entry) bool { return e.Key == key })
	switch {
	case !said && at >= 0:
		t.Table = slices.Delete(t.Table, at, at+1)
	case said && at >= 0:
		t.Table[at].Value = v
	case said:
		// Behind the last of those that come before it in the usual order.
		before := t.order[:max(slices.Index(t.order, key), 0)]
		for at = len(t.Table); at > 0 && !slices.Contains(before, t.Table[at-1].Key); at-- {
		}
		t.Table = slices.Insert(t.Table, at, rewrite.Entry{Key: key, Value: v})
	}
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
		t.set(key, rewrite.String(tomlfile.Duration(now).String()), now != 0)
	}
}
