package rewrite

import "strings"

// A list that makes its line longer than this is broken into lines, one for each of its elements; one of words, rather
// than sentences, may be somewhat longer.
const (
	mostLine  = 100
	mostWords = 150
	sentence  = 30
)

// New writes what a file is to say in our own style: "=" in a column, a blank line between blocks, lists of tables within
// lists of tables two spaces in.
func New(want Table) []byte {
	var w houseWriter
	w.table(nil, want, 0)
	return []byte(w.b.String())
}

// houseWriter writes our own style.
type houseWriter struct{ b strings.Builder }

// table writes the keys of a table, then the tables and lists in it, each under a header. The indentation counts the lists
// around it.
func (w *houseWriter) table(path []string, t Table, lists int) {
	indent := strings.Repeat("  ", max(lists-1, 0))
	column := 0
	for _, e := range t {
		if isPair(e.Value) {
			column = max(column, width(keyText(e.Key)))
		}
	}
	for _, e := range t {
		if isPair(e.Value) {
			key := keyText(e.Key)
			w.b.WriteString(indent + key + strings.Repeat(" ", column-width(key)) + " = ")
			w.b.WriteString(w.value(e.Value, indent, len(indent)+column+3) + "\n")
		}
	}
	for _, e := range t {
		inner := append(path[:len(path):len(path)], keyText(e.Key))
		switch v := e.Value.(type) {
		case Table:
			w.header(indent, "["+strings.Join(inner, ".")+"]")
			w.table(inner, v, lists)
		case List:
			deeper := strings.Repeat("  ", lists)
			for _, element := range v {
				w.header(deeper, "[["+strings.Join(inner, ".")+"]]")
				w.table(inner, element.Table, lists+1)
			}
		}
	}
}

func (w *houseWriter) header(indent, text string) {
	if w.b.Len() > 0 {
		w.b.WriteByte('\n')
	}
	w.b.WriteString(indent + text + "\n")
}

// value writes what stands behind "=".
func (w *houseWriter) value(v Value, indent string, column int) string {
	switch v := v.(type) {
	case Inline:
		return braces(Table(v))
	case Literal:
		n, err := parseValue(string(v))
		if err != nil || n.kind != array || !tooLong(n, column) {
			return string(v)
		}
		var b strings.Builder
		b.WriteString("[\n")
		for _, item := range n.items {
			b.WriteString(indent + "  " + item.val.raw + ",\n")
		}
		b.WriteString(indent + "]")
		return b.String()
	}
	return ""
}

// tooLong reports whether a list that begins in a column is to be broken into lines.
func tooLong(n *node, column int) bool {
	most := mostWords
	for _, it := range n.items {
		if width(it.val.raw) > sentence {
			most = mostLine
		}
	}
	return len(n.items) > 1 && column+width(n.raw) > most
}

// isPair reports whether a value stands behind its key rather than under a header.
func isPair(v Value) bool {
	switch v.(type) {
	case Literal, Inline:
		return true
	}
	return false
}

// braces writes a table, and all that is in it, on one line.
func braces(t Table) string {
	if len(t) == 0 {
		return "{}"
	}
	parts := make([]string, 0, len(t))
	for _, e := range t {
		parts = append(parts, keyText(e.Key)+" = "+oneLine(e.Value))
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

// oneLine writes a value on one line, as it must be within braces.
func oneLine(v Value) string {
	switch v := v.(type) {
	case Literal:
		return string(v)
	case Table:
		return braces(v)
	case Inline:
		return braces(Table(v))
	case List:
		parts := make([]string, len(v))
		for i, e := range v {
			parts[i] = braces(e.Table)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return ""
}
