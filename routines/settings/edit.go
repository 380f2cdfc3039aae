package settings

import (
	"bytes"
	"cmp"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// edit is the text of a file with these settings in it, and whether something that could not be read is lost by it.
func (s Settings) edit(path string, old []byte) (text []byte, lost bool) {
	had, doc := read(path, old)
	if doc.Damaged() {
		return s.fresh(), true
	}
	text, lost = s.splice(old, had)
	// The text must say what was asked for; a file built in a way that splice does not know is written anew instead.
	if got, doc := read(path, text); doc.Damaged() || !reflect.DeepEqual(got, s) {
		return s.fresh(), true
	}
	return text, lost
}

// change is a piece of text to put in the place of another.
type change struct {
	start, end int
	text       string
}

// splice changes in a text what differs from the settings it had.
func (s Settings) splice(old []byte, had Settings) (out []byte, lost bool) {
	t := scan(old)
	gone := map[string]string{} // what the text has and the settings have not, in the end
	for _, e := range had.entries() {
		gone[e.name()] = e.value
	}
	var changes []change
	var missing []entry
	for _, e := range s.entries() {
		before := gone[e.name()]
		delete(gone, e.name())
		at, there := t.values[e.name()]
		switch {
		case e.value == before:
		case there:
			// What stands there is lost when it is not what was read: a value out of range was read as the default.
			lost = lost || !same(string(old[at.start:at.end]), before)
			changes = append(changes, change{at.start, at.end, e.value})
		default:
			missing = append(missing, e)
		}
	}
	inBraces := map[*table][]string{} // new statements, by the table they go to
	for name := range gone {
		switch at := t.values[name]; {
		case at.in == nil: // not found, which edit notices
		case at.in.braces:
			inBraces[at.in] = nil
		default:
			changes = append(changes, change{at.from, at.to, ""})
		}
	}
	changes = append(changes, t.add(missing, inBraces)...)
	for in, added := range inBraces {
		changes = append(changes, t.refill(in, gone, added)...)
	}
	return apply(old, changes), lost
}

// add puts statements where their tables are, and what goes into braces into inBraces.
func (t *text) add(missing []entry, inBraces map[*table][]string) (changes []change) {
	end := "\n"
	if bytes.Contains(t.data, []byte("\r\n")) {
		end = "\r\n"
	}
	lines := map[int]string{}        // by where they go
	newTables := map[string]string{} // the lines of each
	for _, e := range missing {
		in, at := t.home(e.table)
		if in == nil {
			newTables[e.table] += keyText(e.key) + " = " + e.value + end
			continue
		}
		statement := e.name() + " = " + e.value
		if in.name != "" {
			statement = strings.TrimPrefix(statement, in.name+".")
		}
		if in.braces {
			inBraces[in] = append(inBraces[in], statement)
		} else {
			lines[at] += statement + end
		}
	}
	for _, name := range slices.Sorted(maps.Keys(newTables)) {
		at := t.behind(name)
		if at > 0 || lines[at] != "" {
			lines[at] += end
		}
		lines[at] += header(name) + end + newTables[name]
	}
	for at, text := range lines {
		if at > 0 && t.data[at-1] != '\n' {
			text = end + text // behind a last line without a line end
		}
		changes = append(changes, change{at, at, text})
	}
	return changes
}

// home is the table that a new key of the named one goes to, and the place. It may be one around it, in braces or with
// dotted keys, which no header can add to. It is nil when a new header is needed.
func (t *text) home(name string) (in *table, at int) {
	for up := name; ; up = up[:max(strings.LastIndexByte(up, '.'), 0)] {
		if in := t.tables[up]; in != nil && (up == name || in.braces) {
			return in, in.end
		}
		if up == "" {
			return nil, 0
		}
		var last span // of the dotted keys
		for other, at := range t.values {
			if strings.HasPrefix(other, up+".") && len(at.in.name) < len(up) && at.to > last.to {
				last = at
			}
		}
		if last.in != nil {
			return last.in, last.to
		}
	}
}

// behind is where a new header goes: behind the tables that belong to the same one, else at the end.
func (t *text) behind(name string) int {
	first, _, _ := strings.Cut(name, ".")
	at := -1
	for _, other := range t.tables {
		if !other.braces && (other.name == first || strings.HasPrefix(other.name, first+".")) {
			at = max(at, other.end)
		}
	}
	if at < 0 {
		at = len(t.data)
	}
	return at
}

// refill takes out of braces what is gone and puts in what is new, with commas between.
func (t *text) refill(in *table, gone map[string]string, added []string) (changes []change) {
	stays := func(name string) bool { _, goes := gone[name]; return !goes }
	if !slices.ContainsFunc(in.names, stays) {
		c := change{start: in.open, end: in.open}
		if len(in.names) > 0 {
			c.end = in.close
		}
		if added != nil {
			c.text = " " + strings.Join(added, ", ")
			if t.data[c.end] == '}' {
				c.text += " "
			}
		}
		return []change{c}
	}
	behind := false // a statement that stays
	for i, name := range in.names {
		switch at := t.values[name]; {
		case stays(name):
			behind = true
		case behind:
			changes = append(changes, change{t.values[in.names[i-1]].end, at.end, ""})
		default:
			changes = append(changes, change{at.from, t.values[in.names[i+1]].from, ""})
		}
	}
	for _, statement := range added {
		changes = append(changes, change{in.end, in.end, ", " + statement})
	}
	return changes
}

// apply makes the changes, which do not overlap.
func apply(old []byte, changes []change) []byte {
	slices.SortStableFunc(changes, func(a, b change) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end))
	})
	var b bytes.Buffer
	at := 0
	for _, c := range changes {
		b.Write(old[at:c.start])
		b.WriteString(c.text)
		at = c.end
	}
	b.Write(old[at:])
	return b.Bytes()
}

// same reports whether two TOML values mean the same.
func same(a, b string) bool {
	var x, y map[string]any
	_, errA := toml.Decode("v = "+a, &x)
	_, errB := toml.Decode("v = "+b, &y)
	return errA == nil && errB == nil && reflect.DeepEqual(x, y)
}
