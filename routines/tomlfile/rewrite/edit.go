package rewrite

import (
	"fmt"
	"slices"
	"strings"

	"catcow/routines/tomlfile"
)

// editor changes a file.
type editor struct {
	d        *doc
	usual    look
	assigned map[*Element]*table // the old element that one of the tree was
	taken    map[*item]bool      // items of those elements
	placed   map[*table]bool     // the elements of assigned
}

// edit lets a file say want.
func (d *doc) edit(want Table) error {
	want = want.clone()
	e := editor{d: d, usual: d.usual(), assigned: map[*Element]*table{}, taken: map[*item]bool{}, placed: map[*table]bool{}}
	e.assignOwn(want, d.root)
	e.assignOthers(want)
	return e.table(d.root, want)
}

// assign says that an element of the tree was one of the old text.
func (e *editor) assign(el *Element, t *table) {
	e.assigned[el], e.placed[t] = t, true
	if t.item != nil {
		e.taken[t.item] = true
	}
}

// assignOwn assigns elements that stay in their list.
func (e *editor) assignOwn(want Table, old *table) {
	for _, w := range want {
		var cur *entry
		if old != nil {
			cur = old.entries[w.Key]
		}
		switch v := w.Value.(type) {
		case Table:
			e.assignOwn(v, cur.inner())
		case Inline:
			e.assignOwn(Table(v), cur.inner())
		case List:
			for i := range v {
				if t := e.d.byPath[v[i].From]; t != nil && cur != nil && !e.placed[t] && t.in == cur {
					e.assign(&v[i], t)
				}
			}
			for i := range v {
				e.assignOwn(v[i].Table, e.assigned[&v[i]])
			}
		}
	}
}

// assignOthers assigns elements that come from elsewhere.
func (e *editor) assignOthers(want Table) {
	for _, w := range want {
		switch v := w.Value.(type) {
		case Table:
			e.assignOthers(v)
		case Inline:
			e.assignOthers(Table(v))
		case List:
			for i := range v {
				if t := e.d.byPath[v[i].From]; t != nil && !e.placed[t] && e.assigned[&v[i]] == nil {
					e.assign(&v[i], t)
					t.in = nil // it leaves its list, and nothing is to be put beside it there
					if t.item == nil {
						t.parent = nil
					}
					e.assignOwn(v[i].Table, t)
				}
				e.assignOthers(v[i].Table)
			}
		}
	}
}

// inner is the table of an entry, nil when it has none.
func (cur *entry) inner() *table {
	if cur == nil {
		return nil
	}
	return cur.table
}

// table lets a table say want.
func (e *editor) table(t *table, want Table) error {
	wanted := make(map[string]bool, len(want))
	for _, w := range want {
		if wanted[w.Key] {
			return fmt.Errorf("%s: %w", tomlfile.Join(t.path, w.Key), errTwice)
		}
		wanted[w.Key] = true
	}
	for _, key := range slices.Clone(t.keys) {
		if !wanted[key] {
			e.remove(t, key)
		}
	}
	for i, w := range want {
		v, err := settled(w.Value)
		if err != nil {
			return fmt.Errorf("%s: %w", tomlfile.Join(t.path, w.Key), err)
		}
		if cur := t.entries[w.Key]; cur != nil {
			if done, err := e.change(t, cur, v, want, i); done || err != nil {
				if err != nil {
					return err
				}
				continue
			}
			e.remove(t, w.Key)
		}
		if err := e.add(t, want, i, v); err != nil {
			return err
		}
	}
	return nil
}

// settled turns a literal that is a table, or a list of tables, into what it is.
func settled(v Value) (Value, error) {
	l, ok := v.(Literal)
	if !ok || strings.IndexByte(string(l), '{') < 0 || isQuoted(string(l)) {
		return v, nil
	}
	n, err := parseValue(string(l))
	if err != nil || n.kind != brace && !isList(n) {
		return v, err
	}
	d := doc{byPath: map[string]*table{}, alike: map[string][]*entry{}}
	root := &table{entries: map[string]*entry{}}
	if err := d.pair(root, &item{keys: []string{"v"}, val: n}, nil); err != nil {
		return nil, err
	}
	return anonymous(root.entries["v"].read()), nil
}

// anonymous is a value whose elements are all new.
func anonymous(v Value) Value {
	all := func(t Table) Table {
		for i := range t {
			t[i].Value = anonymous(t[i].Value)
		}
		return t
	}
	switch v := v.(type) {
	case Table:
		return all(v)
	case Inline:
		return Inline(all(Table(v)))
	case List:
		for i := range v {
			v[i] = Element{Table: all(v[i].Table)}
		}
	}
	return v
}

// change lets a key say something else, if that can be written as the old is.
func (e *editor) change(t *table, cur *entry, v Value, want Table, at int) (done bool, err error) {
	switch v := v.(type) {
	case Literal:
		return e.literal(t, cur, string(v))
	case Table:
		return e.inner(cur, v)
	case Inline:
		return e.inner(cur, Table(v))
	case List:
		switch {
		case cur.item != nil && cur.item.val.kind == array && (cur.array || len(cur.item.val.items) == 0):
			return true, e.list(cur, t, v)
		case cur.item == nil && cur.list != nil && len(v) == 0:
			e.remove(t, cur.key)
			return true, nil
		case cur.item == nil && cur.list != nil:
			return true, e.headers(t, cur, v, want, at)
		}
	}
	return false, nil
}

// inner lets the table of a key say something else.
func (e *editor) inner(cur *entry, want Table) (bool, error) {
	if cur.table == nil || want.silent() && (cur.table.form == dotted || cur.table.form == implied) {
		return false, nil // nothing at all is said by braces or a header alone
	}
	return true, e.table(cur.table, want)
}

// literal lets a key say another value.
func (e *editor) literal(t *table, cur *entry, v string) (bool, error) {
	if cur.item == nil {
		return false, nil
	}
	n := cur.item.val
	if n.raw == v {
		return true, nil
	}
	p, err := parseValue(v)
	if err != nil {
		return false, err
	}
	switch {
	case same(n, p):
	case cur.array || cur.table != nil:
		return false, nil
	case n.kind == array && p.kind == array:
		e.array(n, p)
	default:
		if notes := n.comments(nil); len(notes) > 0 {
			return false, nil // they are left where the old key was
		}
		cur.item.val = p
	}
	return true, nil
}

// remove takes a key out.
func (e *editor) remove(t *table, key string) {
	cur := t.entries[key]
	delete(t.entries, key)
	t.keys = slices.DeleteFunc(t.keys, func(k string) bool { return k == key })
	e.drop(t, cur)
}

// drop takes out what a key says, but for elements that have their place elsewhere.
func (e *editor) drop(t *table, cur *entry) {
	moved := func(it *item) bool { return e.taken[it] }
	switch {
	case cur.row != nil:
		e.dropRow(t.block, cur.row, cur.item.comments(moved)) // a row has nothing but blanks before it
	case cur.item != nil:
		var next []*item
		stay := map[*item]bool{}
		for _, it := range t.braces.items {
			if it != cur.item {
				next = append(next, it)
				stay[it] = true
			}
		}
		e.rearrange(t.braces, next, stay, func(it *item) []string { return it.comments(moved) })
	case cur.table != nil:
		e.dropTable(cur.table)
	default:
		for _, inner := range cur.list {
			if !e.placed[inner] {
				e.dropTable(inner)
			}
		}
	}
}

// dropTable takes a table out that does not stand in one piece.
func (e *editor) dropTable(t *table) {
	for _, key := range t.keys {
		if cur := t.entries[key]; cur.row == nil || t.form != underHeader {
			e.drop(t, cur)
		}
	}
	if t.form == underHeader {
		e.dissolve(t.block)
	}
}

// dropRow takes a key out of a block and leaves comments in its place.
func (e *editor) dropRow(b *block, r *row, notes []string) {
	at := slices.Index(b.body, r)
	if at < 0 {
		return
	}
	var left []*row
	for _, c := range notes {
		left = append(left, &row{kind: remark, text: r.it.lead + c, eol: e.d.eol})
	}
	from := at
	if len(left) == 0 && (at+1 == len(b.body) || b.body[at+1].kind == blank) {
		for from > 0 && b.body[from-1].kind == blank {
			from-- // one empty line is enough between what is left
		}
	}
	b.body = slices.Replace(slices.Clone(b.body), from, at+1, left...)
}

// dissolve leaves of a block only its comments, in its place.
func (e *editor) dissolve(b *block) {
	var left []*row
	leave := func(indent string, notes []string) {
		for _, c := range notes {
			left = append(left, &row{kind: remark, text: indent + c, eol: e.d.eol})
		}
	}
	left = append(left, b.lead...)
	leave(indentOf(b.head.text), comments(b.head.it.tail))
	for _, r := range b.body {
		switch r.kind {
		case remark:
			left = append(left, r)
		case pair:
			leave(r.it.lead, r.it.comments(func(it *item) bool { return e.taken[it] }))
		}
	}
	b.gone, b.lead, b.body = true, nil, left
}

// take takes all comments out of an element that is written anew elsewhere.
func (e *editor) take(t *table) (notes []string) {
	if t.item != nil {
		_, own := splitLead(t.item.lead)
		it := *t.item
		it.lead = own
		return it.comments(func(it *item) bool { return e.taken[it] })
	}
	if t.form == underHeader {
		b := t.block
		for _, r := range slices.Concat(b.lead, []*row{b.head}, b.body) {
			if r.kind == pair {
				notes = append(notes, r.it.comments(func(it *item) bool { return e.taken[it] })...)
			} else {
				notes = append(notes, r.comments()...)
			}
		}
		b.gone, b.lead, b.body = true, nil, nil
	}
	for _, key := range t.keys {
		cur := t.entries[key]
		if cur.item != nil {
			continue // in the body already
		}
		if cur.table != nil {
			notes = append(notes, e.take(cur.table)...)
		}
		for _, inner := range cur.list {
			if !e.placed[inner] {
				notes = append(notes, e.take(inner)...)
			}
		}
	}
	return notes
}
