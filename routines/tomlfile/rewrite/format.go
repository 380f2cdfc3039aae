package rewrite

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"catcow/routines/tomlfile"
)

// House is our own style for one kind of file.
type House struct {
	Type    reflect.Type // what such a file is read into: the order of its fields is that of the keys, and it tells times
	Headers []string     // the tables and lists that have headers: "phase", "phase.step"; all others stand in braces
}

var errLost = errors.New("a comment would be lost")

// Format brings a text into our own style: keys in the usual order with "=" in a column, blocks indented with one empty line
// between, times in their normal form, texts in double quotes. Every comment stays with what it is about. Formatting again
// changes nothing. A text that is not TOML is an error.
func Format(text []byte, house House) ([]byte, error) {
	tree, err := Read(text)
	if err != nil {
		return nil, err
	}
	d, err := parse(text)
	if err != nil {
		return nil, fmt.Errorf("reading TOML: %w", err)
	}
	f := formatter{house: house, d: d, above: map[*item][]string{}, behind: map[*table][]string{}, tail: map[*item][]string{}}
	f.gather()
	f.lines(f.head, "")
	f.table(d.root, nil, house.Type, 0, true)
	f.float(f.end)
	f.flush("")
	out := []byte(f.b.String())
	if err := verify(out, normal(tree, house.Type)); err != nil {
		return nil, fmt.Errorf("bringing it into form: %w", err)
	}
	now, err := parse(out)
	if err != nil {
		return nil, fmt.Errorf("bringing it into form: %w", err)
	}
	before, after := d.comments(), now.comments()
	slices.Sort(before)
	slices.Sort(after)
	if !slices.Equal(before, after) {
		return nil, fmt.Errorf("bringing it into form: %w", errLost)
	}
	return out, nil
}

// formatter writes a file in our own style. Comments are lines; "" among them is an empty one.
type formatter struct {
	house  House
	d      *doc
	b      strings.Builder
	head   []string            // what the file says about itself
	end    []string            // and at its end
	above  map[*item][]string  // comments above a key or an element
	tail   map[*item][]string  // and behind it on its line
	behind map[*table][]string // behind the last key of a table
	floats map[*block][]string // comments by themselves, before a block
	leads  map[*block][]string // comments above its header

	waiting []string // comments by themselves that are not written yet
}

// gather finds where every comment belongs.
func (f *formatter) gather() {
	f.floats, f.leads = map[*block][]string{}, map[*block][]string{}
	var float []string
	for _, b := range f.d.blocks {
		if b.float {
			float = append(float, paragraphs(b.body)...)
			continue
		}
		if b == f.d.top {
			f.head, float = float, nil
		} else {
			f.floats[b], float = float, nil
		}
		for _, r := range b.lead {
			f.leads[b] = append(f.leads[b], comments(r.text)...)
		}
		f.body(b)
	}
	f.end = append(f.end, float...)
}

// body finds where the comments among the keys of a block belong.
func (f *formatter) body(b *block) {
	var above []*row
	first, last := b == f.d.top, ""
	for _, r := range b.body {
		if r.kind != pair {
			above = append(above, r)
			continue
		}
		if first {
			above, first = f.about(above), false
		}
		f.above[r.it] = paragraphs(above)
		above = nil
		f.item(r.it)
		last = r.it.keys[0]
	}
	if b == f.d.top && last != "" && f.hasHeader(b.table, last) {
		f.end = paragraphs(above) // what that says comes last, and so do the comments behind it
		return
	}
	f.behind[b.table] = paragraphs(above)
}

// about takes off the lines above the first key of the file that are about all of it.
func (f *formatter) about(rows []*row) []*row {
	at := 0
	for i, r := range rows {
		if r.kind == blank || strings.HasPrefix(r.text, "#:") {
			at = i + 1
		}
	}
	f.head = append(f.head, paragraphs(rows[:at])...)
	return rows[at:]
}

// item finds the comments of a key or an element, and of all in its value.
func (f *formatter) item(it *item) {
	f.above[it] = append(f.above[it], comments(it.lead)...)
	f.tail[it] = append(comments(it.post), comments(it.tail)...)
	if it.val != nil {
		for _, inner := range it.val.items {
			f.item(inner)
		}
	}
}

// paragraphs are the comments of some rows, with one empty line where there were any between.
func paragraphs(rows []*row) (list []string) {
	for _, r := range rows {
		switch {
		case r.kind == remark:
			list = append(list, comments(r.text)...)
		case len(list) > 0 && list[len(list)-1] != "":
			list = append(list, "")
		}
	}
	for len(list) > 0 && list[len(list)-1] == "" {
		list = list[:len(list)-1]
	}
	return list
}

// lines writes comments.
func (f *formatter) lines(list []string, indent string) {
	for _, c := range list {
		if c != "" {
			f.b.WriteString(indent + c)
		}
		f.b.WriteByte('\n')
	}
}

// float keeps comments that stand by themselves for the next header, or the end of the file.
func (f *formatter) float(list []string) {
	if len(list) > 0 && len(f.waiting) > 0 {
		f.waiting = append(f.waiting, "")
	}
	f.waiting = append(f.waiting, list...)
}

// flush writes them, as a block of their own.
func (f *formatter) flush(indent string) {
	if len(f.waiting) > 0 {
		f.gap()
		f.lines(f.waiting, indent)
		f.waiting = nil
	}
}

// gap is the empty line between blocks.
func (f *formatter) gap() {
	if f.b.Len() > 0 {
		f.b.WriteByte('\n')
	}
}

// table writes the keys of a table and then what has headers in it. The indentation counts the lists around it.
func (f *formatter) table(t *table, path []string, typ reflect.Type, lists int, root bool) {
	indent := strings.Repeat("  ", max(lists-1, 0))
	var pairs, under []string
	for _, key := range ordered(t, typ) {
		if f.hasHeader(t, key) {
			under = append(under, key)
		} else {
			pairs = append(pairs, key)
		}
	}
	if root && len(f.head) > 0 && len(pairs) > 0 {
		f.gap()
	}
	f.pairs(t, pairs, indent, typ)
	f.lines(f.behind[t], indent)
	if t.form == inBraces {
		f.lines(comments(t.braces.close), indent)
	}
	for _, key := range under {
		cur := t.entries[key]
		inner := append(path[:len(path):len(path)], keyText(key))
		innerType := fieldType(typ, key)
		if cur.list == nil {
			if cur.item != nil {
				f.header(indent, "["+strings.Join(inner, ".")+"]", nil, f.above[cur.item], f.tail[cur.item])
			} else if b := headOf(cur.table); b != nil {
				f.header(indent, "["+strings.Join(inner, ".")+"]", f.floats[b], f.leads[b], comments(b.head.it.tail))
			} else if cur.table.form == dotted || f.ownKeys(cur.table) {
				f.header(indent, "["+strings.Join(inner, ".")+"]", nil, nil, nil)
			}
			f.table(cur.table, inner, innerType, lists, false)
			continue
		}
		if cur.item != nil { // what stands around the brackets
			f.float(slices.Concat(f.above[cur.item], f.tail[cur.item]))
		}
		for _, el := range cur.list {
			deeper := strings.Repeat("  ", lists)
			head := "[[" + strings.Join(inner, ".") + "]]"
			if el.item != nil {
				f.header(deeper, head, nil, f.above[el.item], f.tail[el.item])
			} else {
				f.header(deeper, head, f.floats[el.block], f.leads[el.block], comments(el.block.head.it.tail))
			}
			f.table(el, inner, innerType, lists+1, false)
		}
		if cur.item != nil {
			f.float(comments(cur.item.val.close))
		}
	}
}

// headOf is the block of a table's own header, nil when it has none.
func headOf(t *table) *block {
	if t.form == underHeader {
		return t.block
	}
	return nil
}

// ownKeys reports whether a table says anything that does not have a header of its own.
func (f *formatter) ownKeys(t *table) bool {
	return slices.ContainsFunc(t.keys, func(key string) bool { return !f.hasHeader(t, key) })
}

// header writes a header with its comments.
func (f *formatter) header(indent, head string, float, lead, tail []string) {
	f.float(float)
	f.flush(indent)
	f.gap()
	more := max(len(tail)-1, 0)
	f.lines(lead, indent)
	f.lines(tail[:more], indent)
	f.b.WriteString(indent + head)
	if len(tail) > 0 {
		f.b.WriteString(" " + tail[more])
	}
	f.b.WriteByte('\n')
}

// hasHeader reports whether a table or list in t is written under headers.
func (f *formatter) hasHeader(t *table, key string) bool {
	cur := t.entries[key]
	if cur.table == nil && cur.list == nil {
		return false
	}
	pattern := tomlfile.Join(t.pattern, key)
	if slices.Contains(f.house.Headers, pattern) {
		return true
	}
	if cur.table != nil && cur.item == nil && f.noted(cur.table) {
		return true // on one line its comments would no longer stand beside their keys
	}
	return fieldType(f.typeOf(t), key) == nil && cur.item == nil && t.form != dotted && (cur.list != nil || cur.table.form != dotted) // unknown: as it is
}

// noted reports whether a table has comments that belong to some of its keys: any but those above the first.
func (f *formatter) noted(t *table) bool {
	for i, key := range ordered(t, f.typeOf(t)) {
		cur := t.entries[key]
		switch {
		case cur.item != nil:
			if i > 0 && len(f.above[cur.item]) > 0 || len(f.tail[cur.item]) > 0 || len(cur.item.val.comments(nil)) > 0 {
				return true
			}
		case cur.table != nil && f.noted(cur.table):
			return true
		}
	}
	return len(f.behind[t]) > 0
}

// typeOf is the type of a table.
func (f *formatter) typeOf(t *table) reflect.Type {
	if t.parent == nil {
		return f.house.Type
	}
	return fieldType(f.typeOf(t.parent), t.key)
}

// ordered are the keys of a table as they are usually ordered; those that are unknown come last.
func ordered(t *table, typ reflect.Type) []string {
	if typ == nil || typ.Kind() != reflect.Struct {
		return t.keys
	}
	known := tomlfile.Keys(typ)
	keys := slices.Clone(t.keys)
	rank := func(key string) int {
		if i := slices.Index(known, key); i >= 0 {
			return i
		}
		return len(known)
	}
	slices.SortStableFunc(keys, func(a, b string) int { return rank(a) - rank(b) })
	return keys
}

// fieldType is the type of what a key of a type holds: of an element where that is a list. It is nil when nobody knows.
func fieldType(typ reflect.Type, key string) (field reflect.Type) {
	if typ == nil {
		return nil
	}
	switch typ.Kind() {
	case reflect.Map:
		field = typ.Elem()
	case reflect.Struct:
		for i := range typ.NumField() {
			if name, _, _ := strings.Cut(typ.Field(i).Tag.Get("toml"), ","); name == key && name != "" {
				field = typ.Field(i).Type
			}
		}
	}
	for field != nil && (field.Kind() == reflect.Pointer || field.Kind() == reflect.Slice) {
		field = field.Elem()
	}
	return field
}
