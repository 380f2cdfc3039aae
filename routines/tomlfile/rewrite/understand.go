package rewrite

import (
	"errors"

	"catcow/routines/tomlfile"
)

// understand finds the tables that the blocks make.
func (d *doc) understand() error {
	d.root = &table{block: d.top, entries: map[string]*entry{}}
	d.top.table = d.root
	for _, b := range d.blocks {
		if b.float {
			continue
		}
		if b.head != nil {
			if err := d.headed(b); err != nil {
				return err
			}
		}
		for _, r := range b.body {
			if r.kind != pair {
				continue
			}
			if err := d.pair(b.table, r.it, r); err != nil {
				return err
			}
		}
	}
	return nil
}

var errTwice = errors.New("a key is given twice")

// headed finds or makes the table of a header.
func (d *doc) headed(b *block) error {
	t := d.root
	keys := b.head.it.keys
	for i, key := range keys {
		e := t.entries[key]
		last := i == len(keys)-1
		switch {
		case last && b.head.isList():
			if e == nil {
				e = d.enter(t, key)
			}
			if e.table != nil || e.item != nil {
				return errTwice
			}
			inner := d.inner(t, key, underHeader)
			inner.path = tomlfile.Element(inner.path, len(e.list))
			inner.in = e
			d.byPath[inner.path] = inner
			e.list = append(e.list, inner)
			t = inner
		case e == nil:
			e = d.enter(t, key)
			e.table = d.inner(t, key, implied)
			t = e.table
		case e.item != nil:
			return errTwice
		case e.list != nil:
			t = e.list[len(e.list)-1]
		default:
			t = e.table
		}
	}
	if t.block != nil {
		return errTwice
	}
	t.form, t.block, b.table = underHeader, b, t
	return nil
}

// enter adds a key to a table.
func (d *doc) enter(t *table, key string) *entry {
	e := &entry{key: key}
	t.keys = append(t.keys, key)
	t.entries[key] = e
	pattern := tomlfile.Join(t.pattern, key)
	d.alike[pattern] = append(d.alike[pattern], e)
	return e
}

// inner is a new table under a key.
func (d *doc) inner(t *table, key string, f form) *table {
	return &table{key: key, path: tomlfile.Join(t.path, key), pattern: tomlfile.Join(t.pattern, key), form: f, parent: t, entries: map[string]*entry{}}
}

// pair takes in a key with its value; r is nil in braces.
func (d *doc) pair(t *table, it *item, r *row) error {
	for i, key := range it.keys[:len(it.keys)-1] {
		e := t.entries[key]
		if e == nil {
			e = d.enter(t, key)
			e.table = d.inner(t, key, dotted)
			e.table.block, e.table.braces = t.block, t.braces
			e.table.prefix = append(t.prefix[:len(t.prefix):len(t.prefix)], it.keys[i])
		}
		if e.table == nil || e.item != nil || e.table.form != dotted {
			return errTwice
		}
		t = e.table
	}
	key := it.keys[len(it.keys)-1]
	if t.entries[key] != nil {
		return errTwice
	}
	e := d.enter(t, key)
	e.item, e.row = it, r
	return d.within(t, e)
}

// within finds the tables in a value.
func (d *doc) within(t *table, e *entry) error {
	n := e.item.val
	switch {
	case n.kind == brace:
		e.table = d.inner(t, e.key, inBraces)
		e.table.braces = n
		return d.pairs(e.table)
	case isList(n):
		e.array = true
		for i, it := range n.items {
			inner := d.inner(t, e.key, inBraces)
			inner.path = tomlfile.Element(inner.path, i)
			inner.braces, inner.item, inner.in = it.val, it, e
			d.byPath[inner.path] = inner
			e.list = append(e.list, inner)
			if err := d.pairs(inner); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *doc) pairs(t *table) error {
	for _, it := range t.braces.items {
		if err := d.pair(t, it, nil); err != nil {
			return err
		}
	}
	return nil
}

// isList reports whether a value is a list of tables.
func isList(n *node) bool {
	if n.kind != array || len(n.items) == 0 {
		return false
	}
	for _, it := range n.items {
		if it.val.kind != brace {
			return false
		}
	}
	return true
}
