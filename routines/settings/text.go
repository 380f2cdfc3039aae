package settings

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
)

// span is where a value stands in the text, and the line its statement is on, as byte offsets.
type span struct{ start, end, line, lineEnd int }

// text is a TOML file known to be in order, with the places of its values, so that single values can be changed
// without touching anything around them. A value is named by its table and key: "length", "lengths.combo-10".
type text struct {
	data     []byte
	pos      int
	values   map[string]span
	topEnd   int            // where a new statement outside any table goes
	tables   bool           // there is a table header
	tableEnd map[string]int // where a new statement of a table goes
}

// scan finds the values of a text.
func scan(data []byte) *text {
	t := &text{data: data, values: map[string]span{}, tableEnd: map[string]int{}}
	table := ""
	for t.blanks(true); t.pos < len(data); t.blanks(true) {
		start := t.pos
		if data[t.pos] == '[' {
			t.pos++
			if t.pos < len(data) && data[t.pos] == '[' {
				t.pos++ // a list of tables
			}
			t.tables, table = true, t.keys("")
		} else {
			name := t.keys(table)
			if t.pos >= len(data) || data[t.pos] != '=' {
				return t
			}
			t.pos++
			t.blanks(false)
			t.value(name, start)
		}
		for t.pos < len(data) && data[t.pos] != '\n' {
			t.pos++
		}
		after := min(t.pos+1, len(data))
		if table == "" {
			t.topEnd = after
		} else {
			t.tableEnd[table] = after
		}
	}
	if t.topEnd == 0 && !t.tables {
		t.topEnd = len(data) // nothing but comments
	}
	return t
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
		if t.pos < len(t.data) && (t.data[t.pos] == '"' || t.data[t.pos] == '\'') {
			t.quoted()
			name = path(name, unquote(string(t.data[start:t.pos])))
		} else {
			for t.pos < len(t.data) && !bytes.ContainsRune([]byte(" \t\r\n=.]"), rune(t.data[t.pos])) {
				t.pos++
			}
			name = path(name, string(t.data[start:t.pos]))
		}
		t.blanks(false)
		if t.pos >= len(t.data) || t.data[t.pos] != '.' {
			return name
		}
		t.pos++
	}
}

// value notes the value here and skips it.
func (t *text) value(name string, statement int) {
	start := t.pos
	depth := 0
	for t.pos < len(t.data) {
		switch c := t.data[t.pos]; c {
		case '"', '\'':
			t.quoted()
			continue
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		case '#', '\n', '\r':
			if depth > 0 {
				t.blanks(true)
				continue
			}
		}
		if c := t.data[t.pos]; depth == 0 && (c == '#' || c == '\n' || c == '\r') {
			break
		}
		t.pos++
	}
	end := start + len(bytes.TrimRight(t.data[start:t.pos], " \t"))
	lineEnd := len(t.data)
	if i := bytes.IndexByte(t.data[t.pos:], '\n'); i >= 0 {
		lineEnd = t.pos + i + 1
	}
	line := bytes.LastIndexByte(t.data[:statement], '\n') + 1
	t.values[name] = span{start, end, line, lineEnd}
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

// path names a key in a table. Keys that are not plain words are quoted, so that no two paths read the same.
func path(table, key string) string {
	if !plain(key) {
		key = strconv.Quote(key)
	}
	if table == "" {
		return key
	}
	return table + "." + key
}

// plain reports whether a key needs no quotes.
func plain(key string) bool {
	for i := range len(key) {
		if c := key[i]; !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-') {
			return false
		}
	}
	return key != ""
}

// keyText writes a key as TOML does.
func keyText(key string) string {
	if plain(key) {
		return key
	}
	return quote(key)
}

// quote writes a TOML string.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f:
			b.WriteString(`\u`)
			b.WriteString(strconv.FormatInt(0x10000+int64(r), 16)[1:])
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// unquote reads a quoted key.
func unquote(raw string) string {
	var v struct{ K string }
	if _, err := toml.Decode("K="+raw, &v); err != nil {
		return raw
	}
	return v.K
}
