package settings

import (
	"bytes"
	"strings"

	"github.com/BurntSushi/toml"
)

// span is a statement in the text: where its value stands, and what goes when the statement goes, as byte offsets.
type span struct {
	start, end int // the value
	from, to   int // whole lines; in braces, from the key to the end of the value
	in         *table
}

// table is a place that takes statements: the top of the file, what follows a header, or braces.
type table struct {
	name        string
	end         int      // where the next statement goes
	braces      bool     // { and } around statements that have commas between them
	open, close int      // inside of the braces
	names       []string // of the statements in the braces, in order
}

// text is a TOML file known to be in order, with the places of its values, so that single values can be changed
// without touching anything around them. Names are those of path: "length", "lengths.combo-10".
type text struct {
	data   []byte
	pos    int
	values map[string]span
	tables map[string]*table
}

// scan finds the values of a text.
func scan(data []byte) *text {
	top := &table{}
	t := &text{data: data, values: map[string]span{}, tables: map[string]*table{"": top}}
	in := top
	for t.blanks(true); t.pos < len(data); t.blanks(true) {
		line := bytes.LastIndexByte(data[:t.pos], '\n') + 1
		name := ""
		if data[t.pos] == '[' {
			t.pos++
			if t.here() == '[' {
				t.pos++ // a list of tables
			}
			in = &table{name: t.keys("")}
			t.tables[in.name] = in
		} else if name = t.statement(in); name == "" {
			return t
		}
		for t.pos < len(data) && data[t.pos] != '\n' {
			t.pos++
		}
		in.end = min(t.pos+1, len(data))
		if name != "" {
			v := t.values[name]
			v.from, v.to = line, in.end
			t.values[name] = v
		}
	}
	if len(t.values) == 0 && in == top {
		top.end = len(data) // nothing but comments
	}
	return t
}

// here is the byte at the current position, 0 at the end.
func (t *text) here() byte {
	if t.pos < len(t.data) {
		return t.data[t.pos]
	}
	return 0
}

// statement reads "key = value" in a table and gives its name; "" when there is none.
func (t *text) statement(in *table) string {
	from := t.pos
	name := t.keys(in.name)
	if t.here() != '=' {
		return ""
	}
	t.pos++
	t.blanks(false)
	start := t.pos
	if t.here() == '{' {
		t.braces(name)
	} else {
		t.value()
	}
	t.values[name] = span{start, t.pos, from, t.pos, in}
	return name
}

// braces reads a table in braces.
func (t *text) braces(name string) {
	t.pos++
	in := &table{name: name, braces: true, open: t.pos}
	t.tables[name] = in
	for {
		t.blanks(true)
		switch t.here() {
		case ',':
			t.pos++
		case '}', 0:
			in.close = t.pos
			t.pos = min(t.pos+1, len(t.data))
			return
		default:
			inner := t.statement(in)
			if inner == "" {
				t.pos = len(t.data)
				continue
			}
			in.names = append(in.names, inner)
			in.end = t.pos
		}
	}
}

// blanks skips spaces, and with lines also line ends and comments.
func (t *text) blanks(lines bool) {
	for t.pos < len(t.data) {
		switch c := t.data[t.pos]; {
		case c == ' ' || c == '\t' || lines && (c == '\n' || c == '\r'):
			t.pos++
		case lines && c == '#':
			for t.pos < len(t.data) && t.data[t.pos] != '\n' {
				t.pos++
			}
		default:
			return
		}
	}
}

// keys reads a key with its dots, under a table.
func (t *text) keys(table string) string {
	name := table
	for {
		t.blanks(false)
		start := t.pos
		if c := t.here(); c == '"' || c == '\'' {
			t.quoted()
			name = path(name, unquote(string(t.data[start:t.pos])))
		} else {
			for t.pos < len(t.data) && strings.IndexByte(" \t\r\n=.]", t.data[t.pos]) < 0 {
				t.pos++
			}
			name = path(name, string(t.data[start:t.pos]))
		}
		t.blanks(false)
		if t.here() != '.' {
			return name
		}
		t.pos++
	}
}

// value skips a value that is no table.
func (t *text) value() {
	start := t.pos
	for depth := 0; t.pos < len(t.data); {
		switch c := t.data[t.pos]; {
		case c == '"' || c == '\'':
			t.quoted()
			continue
		case depth > 0 && (c == '#' || c == '\n' || c == '\r'):
			t.blanks(true)
			continue
		case depth == 0 && strings.IndexByte("#\r\n,}", c) >= 0:
			t.pos = start + len(bytes.TrimRight(t.data[start:t.pos], " \t"))
			return
		case c == '[' || c == '{':
			depth++
		case c == ']' || c == '}':
			depth--
		}
		t.pos++
	}
	t.pos = start + len(bytes.TrimRight(t.data[start:], " \t"))
}

// quoted skips a string of any of the four forms.
func (t *text) quoted() {
	q := t.data[t.pos]
	if end := []byte{q, q, q}; bytes.HasPrefix(t.data[t.pos:], end) {
		for t.pos += 3; t.pos < len(t.data); t.pos++ {
			if t.data[t.pos] == '\\' && q == '"' {
				t.pos++
			} else if bytes.HasPrefix(t.data[t.pos:], end) {
				// Up to two quotes may stand right before the three that end it.
				for t.pos += 3; t.pos < len(t.data) && t.data[t.pos] == q; t.pos++ {
				}
				return
			}
		}
		t.pos = len(t.data)
		return
	}
	for t.pos++; t.pos < len(t.data) && t.data[t.pos] != q; t.pos++ {
		if t.data[t.pos] == '\\' && q == '"' {
			t.pos++
		}
	}
	t.pos = min(t.pos+1, len(t.data))
}

// unquote reads a quoted key.
func unquote(raw string) string {
	var v struct{ K string }
	if _, err := toml.Decode("K="+raw, &v); err != nil {
		return raw
	}
	return v.K
}
