package rewrite

import (
	"slices"
	"strings"

	"catcow/routines/tomlfile"
)

// add lets a table say the key want[at] with the value v, which it does not say yet.
func (e *editor) add(t *table, want Table, at int, v Value) error {
	key := want[at].Key
	switch inner := v.(type) {
	case Table:
		if e.underHeader(t, key, true) {
			return e.addTable(t, want, at, inner)
		}
		return e.addBraces(t, want, at, inner)
	case Inline:
		if e.underHeader(t, key, false) {
			return e.addTable(t, want, at, Table(inner))
		}
		return e.addBraces(t, want, at, Table(inner))
	case List:
		switch {
		case len(inner) == 0:
			return nil
		case e.underHeader(t, key, true):
			return e.headers(t, e.enter(t, key), inner, want, at)
		}
		cur := e.addPair(t, want, at, e.empty(t, key, array))
		cur.array = true
		return e.list(cur, t, inner)
	case Literal:
		n, err := parseValue(string(inner))
		if err != nil {
			return err
		}
		if n.kind == array && t.braces == nil {
			n = e.broken(t, key, n, want)
		}
		e.addPair(t, want, at, n)
		return nil
	}
	return errValue
}

// enter adds a key to a table.
func (e *editor) enter(t *table, key string) *entry {
	cur := &entry{key: key}
	t.keys = append(t.keys, key)
	t.entries[key] = cur
	return cur
}

// underHeader reports whether a new table or list gets headers: as others of its kind in the file have them, else as it is
// usual, where headers can be.
func (e *editor) underHeader(t *table, key string, usual bool) bool {
	if t.braces != nil || t.form == dotted {
		return false
	}
	if alike := e.d.alike[tomlfile.Join(t.pattern, key)]; len(alike) > 0 {
		return alike[0].item == nil && (alike[0].list != nil || alike[0].table != nil && alike[0].table.form != dotted)
	}
	return usual
}

// addBraces adds a table in braces.
func (e *editor) addBraces(t *table, want Table, at int, v Table) error {
	n := e.empty(t, want[at].Key, brace)
	cur := e.addPair(t, want, at, n)
	cur.table = e.d.inner(t, cur.key, inBraces)
	cur.table.braces = n
	return e.table(cur.table, v)
}

// empty is a bracket without items, laid out as the first of its kind in the file is.
func (e *editor) empty(t *table, key string, k kind) *node {
	n := &node{kind: k}
	for _, other := range e.d.alike[tomlfile.Join(t.pattern, key)] {
		if other.item != nil && other.item.val.kind == k && len(other.item.val.items) > 0 {
			f := frameOf(other.item.val, e.d.eol)
			n.frame = &f
			break
		}
	}
	return n
}

// broken breaks a list into lines when it would be too long for one.
func (e *editor) broken(t *table, key string, n *node, want Table) *node {
	if strings.IndexByte(n.raw, '\n') >= 0 {
		return n
	}
	l := e.lookFor(t.owner(e), want)
	if !tooLong(n, width(l.indent)+width(l.key(keyText(key)))) {
		return n
	}
	for _, it := range n.items {
		it.lead, it.comma = e.d.eol+l.indent+"  ", true
	}
	n.close = e.d.eol + l.indent
	return n
}

// owner is the table itself, with a header made when it has none.
func (t *table) owner(e *editor) *table {
	if t.block == nil && t.braces == nil {
		e.giveHeader(t)
	}
	return t
}

// giveHeader makes a header for a table that so far only its inner tables imply.
func (e *editor) giveHeader(t *table) {
	first := e.firstBlock(t)
	t.form = underHeader
	b := e.block(t, "[", first)
	if first != nil {
		first.before = append(first.before, b)
		return
	}
	up := t.parent
	for up.block == nil {
		up = up.parent
	}
	up.block.after = append(up.block.after, b)
}

// addPair adds a key and its value behind the nearest key before it, else before the next, else to the end.
func (e *editor) addPair(t *table, want Table, at int, n *node) *entry {
	t.owner(e)
	key := want[at].Key
	var text string
	for _, p := range t.prefix {
		text += keyText(p) + "."
	}
	text += keyText(key)
	it := &item{keys: append(slices.Clone(t.prefix), key), val: n}
	near, behind := e.neighbour(t, want, at)
	var r *row
	if t.braces != nil {
		e.putItem(t, it, text, near, behind)
	} else {
		r = e.putRow(t, it, text, near, behind, want)
	}
	cur := e.enter(t, key)
	cur.item, cur.row = it, r
	return cur
}

// neighbour finds what a new key goes behind or, failing that, before; nil when there is nothing.
func (e *editor) neighbour(t *table, want Table, at int) (it *item, behind bool) {
	for i := at - 1; i >= 0; i-- {
		if list := t.items(want[i].Key); len(list) > 0 {
			return list[len(list)-1], true
		}
	}
	for i := at + 1; i < len(want); i++ {
		if list := t.items(want[i].Key); len(list) > 0 {
			return list[0], false
		}
	}
	return nil, false
}

// items are the keys in the table's own place that say what key says.
func (t *table) items(key string) (list []*item) {
	cur := t.entries[key]
	switch {
	case cur == nil:
	case cur.item != nil:
		return []*item{cur.item}
	case cur.table != nil && cur.table.form == dotted:
		for _, inner := range cur.table.keys {
			list = append(list, cur.table.items(inner)...)
		}
	}
	return list
}

// putItem puts a key into braces.
func (e *editor) putItem(t *table, it *item, text string, near *item, behind bool) {
	n := t.braces
	f := frameOf(n, e.d.eol)
	it.key = f.key(text)
	at := len(n.items)
	if i := slices.Index(n.items, near); i >= 0 {
		at = i
		if behind {
			at++
		}
	}
	stay := make(map[*item]bool, len(n.items))
	for _, other := range n.items {
		stay[other] = true
	}
	e.rearrange(n, slices.Insert(slices.Clone(n.items), at, it), stay, nil)
}

// putRow puts a key into a block.
func (e *editor) putRow(t *table, it *item, text string, near *item, behind bool, want Table) *row {
	b := t.block
	l := e.lookFor(t, want)
	it.lead, it.key = l.indent, l.key(text)
	r := &row{kind: pair, it: it, eol: e.d.eol}
	isNear := func(r *row) bool { return r.it == near }
	at := 0
	switch i := slices.IndexFunc(b.body, isNear); {
	case near != nil && i >= 0 && behind:
		at = i + 1
	case near != nil && i >= 0:
		for at = i; at > 0 && b.body[at-1].kind == remark; at-- {
		}
		if at == 0 && b.head == nil {
			at = i // what the file begins with is about the file
		}
	default:
		for i, other := range b.body {
			if other.kind == pair {
				at = i + 1
			}
		}
	}
	add := []*row{r}
	if empty := (&row{eol: e.d.eol}); l.spaced && len(b.pairs()) > 0 {
		if add = []*row{empty, r}; at == 0 {
			add = []*row{r, empty}
		}
	}
	b.body = slices.Insert(slices.Clone(b.body), at, add...)
	return r
}
