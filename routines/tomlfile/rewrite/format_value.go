package rewrite

import (
	"reflect"
	"slices"
	"strings"

	"catcow/routines/tomlfile"
)

// pairs writes keys with their values, "=" in one column and the comments behind them in another.
func (f *formatter) pairs(t *table, keys []string, indent string, typ reflect.Type) {
	type line struct {
		above []string
		text  string
		tail  []string
	}
	column := 0
	for _, key := range keys {
		column = max(column, width(keyText(key)))
	}
	lines := make([]line, len(keys))
	tails := 0
	for i, key := range keys {
		cur := t.entries[key]
		text := keyText(key)
		text = indent + text + strings.Repeat(" ", column-width(text)) + " = "
		value, above, tail := f.value(cur, indent, width(text), fieldType(typ, key))
		lines[i] = line{above, text + value, tail}
		if len(tail) > 0 && !strings.Contains(value, "\n") {
			tails = max(tails, width(lines[i].text))
		}
	}
	for _, l := range lines {
		more := max(len(l.tail)-1, 0)
		f.lines(l.above, indent)
		f.lines(l.tail[:more], indent)
		f.b.WriteString(l.text)
		if len(l.tail) > 0 {
			if !strings.Contains(l.text, "\n") {
				f.b.WriteString(strings.Repeat(" ", tails-width(l.text)))
			}
			f.b.WriteString(" " + l.tail[more])
		}
		f.b.WriteByte('\n')
	}
}

// value is what stands behind "=", with the comments that go above its line and behind it.
func (f *formatter) value(cur *entry, indent string, column int, typ reflect.Type) (text string, above, tail []string) {
	if cur.item != nil {
		above, tail = f.above[cur.item], f.tail[cur.item]
	}
	switch {
	case cur.table != nil:
		return f.braces(cur.table, typ), append(slices.Clone(above), f.inside(cur.table)...), tail
	case cur.list != nil && cur.item == nil: // headers where none are usual
		parts := make([]string, len(cur.list))
		for i, el := range cur.list {
			parts[i] = f.braces(el, typ)
			above = append(above, f.inside(el)...)
		}
		return "[" + strings.Join(parts, ", ") + "]", above, tail
	case cur.item.val.kind == array:
		text, more := f.array(cur, indent, column, typ)
		return text, append(slices.Clone(above), more...), tail
	}
	return plainScalar(cur.item.val.raw, typ), above, tail
}

// array is a list: on one line, or on one for each element when it was on several before, is long or has comments.
func (f *formatter) array(cur *entry, indent string, column int, typ reflect.Type) (text string, above []string) {
	n := cur.item.val
	parts := make([]string, len(n.items))
	notes := len(comments(n.close)) > 0
	for i, it := range n.items {
		if cur.list != nil {
			parts[i] = f.braces(cur.list[i], typ)
		} else {
			parts[i] = flat(it.val, typ)
		}
		notes = notes || len(f.above[it]) > 0 || len(f.tail[it]) > 0
		above = append(above, it.val.comments(nil)...)
	}
	line := "[" + strings.Join(parts, ", ") + "]"
	short, err := parseValue(line)
	if !notes && (err != nil || !tooLong(short, column)) && (len(parts) < 2 || !strings.Contains(n.raw, "\n") || onOneLine(n)) {
		return line, above
	}
	var b strings.Builder
	note := func(list []string) {
		for _, c := range list {
			b.WriteString(indent + "  " + c + "\n")
		}
	}
	b.WriteString("[\n")
	for i, it := range n.items {
		tail := f.tail[it]
		more := max(len(tail)-1, 0)
		note(f.above[it])
		note(tail[:more])
		b.WriteString(indent + "  " + parts[i] + ",")
		if len(tail) > 0 {
			b.WriteString(" " + tail[more])
		}
		b.WriteByte('\n')
	}
	note(comments(n.close))
	b.WriteString(indent + "]")
	return b.String(), above
}

// onOneLine reports whether the elements of a list stand on one line, whatever is in them.
func onOneLine(n *node) bool {
	for _, it := range n.items {
		if strings.Contains(it.lead, "\n") {
			return false
		}
	}
	return !strings.Contains(n.close, "\n")
}

// braces is a table on one line.
func (f *formatter) braces(t *table, typ reflect.Type) string {
	if len(t.keys) == 0 {
		return "{}"
	}
	var parts []string
	for _, key := range ordered(t, typ) {
		cur := t.entries[key]
		inner := fieldType(typ, key)
		var value string
		switch {
		case cur.table != nil:
			value = f.braces(cur.table, inner)
		case cur.list != nil:
			list := make([]string, len(cur.list))
			for i, el := range cur.list {
				list[i] = f.braces(el, inner)
			}
			value = "[" + strings.Join(list, ", ") + "]"
		default:
			value = flat(cur.item.val, inner)
		}
		parts = append(parts, keyText(key)+" = "+value)
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

// inside are all comments in a table that is written on one line.
func (f *formatter) inside(t *table) (list []string) {
	if t.form == inBraces {
		return t.braces.comments(nil)
	}
	if t.form == underHeader {
		list = slices.Concat(f.floats[t.block], f.leads[t.block], comments(t.block.head.it.tail))
	}
	for _, key := range t.keys {
		cur := t.entries[key]
		switch {
		case cur.item != nil:
			list = slices.Concat(list, f.above[cur.item], cur.item.val.comments(nil), f.tail[cur.item])
		case cur.table != nil:
			list = append(list, f.inside(cur.table)...)
		}
		if cur.item == nil {
			for _, el := range cur.list {
				list = append(list, f.inside(el)...)
			}
		}
	}
	list = append(list, f.behind[t]...)
	return slices.DeleteFunc(list, func(c string) bool { return c == "" })
}

// flat is a value on one line, without comments.
func flat(n *node, typ reflect.Type) string {
	switch n.kind {
	case array:
		parts := make([]string, len(n.items))
		for i, it := range n.items {
			parts[i] = flat(it.val, typ)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case brace:
		parts := make([]string, len(n.items))
		for i, it := range n.items {
			keys := make([]string, len(it.keys))
			for j, key := range it.keys {
				keys[j] = keyText(key)
			}
			parts[i] = strings.Join(keys, ".") + " = " + flat(it.val, nil)
		}
		if len(parts) == 0 {
			return "{}"
		}
		return "{ " + strings.Join(parts, ", ") + " }"
	}
	return plainScalar(n.raw, typ)
}

// plainScalar is a single value in its usual form: a text in double quotes where nothing speaks against it, a time as times
// are written.
func plainScalar(raw string, typ reflect.Type) string {
	if !isQuoted(raw) {
		return raw
	}
	text := unquote(raw)
	if typ == reflect.TypeFor[tomlfile.Duration]() {
		var d tomlfile.Duration
		if d.UnmarshalText([]byte(text)) == nil {
			return string(Duration(d))
		}
	}
	if single := raw[0] == '"' && !strings.HasPrefix(raw, `"""`); single || strings.ContainsAny(text, "\"\\\n\r\t") {
		return raw
	}
	return string(String(text))
}

// normal is a tree with times in their normal form.
func normal(t Table, typ reflect.Type) Table {
	out := make(Table, len(t))
	for i, e := range t {
		inner := fieldType(typ, e.Key)
		switch v := e.Value.(type) {
		case Literal:
			if n, err := parseValue(string(v)); err == nil && n.kind != brace {
				e.Value = Literal(flat(n, inner))
			}
		case Table:
			e.Value = normal(v, inner)
		case Inline:
			e.Value = Inline(normal(Table(v), inner))
		case List:
			l := make(List, len(v))
			for j, el := range v {
				l[j] = Element{el.From, normal(el.Table, inner)}
			}
			e.Value = l
		}
		out[i] = e
	}
	return out
}
