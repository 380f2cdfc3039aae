// Package rewrite changes what a TOML file says without touching anything else in it, so that a file a person wrote by
// hand stays theirs when the program saves it.
//
// In goes the text of a file of any legal style and a tree of what it is to say; out comes a text that says exactly that
// and differs only where it must. No comment is ever lost, not even of what was taken out. Read answers the tree that a
// text holds, which is the one to change and hand back to Text. New writes a tree from nothing in our own style, and
// Format brings any text into it.
package rewrite

import "slices"

// Value is what a key says: a Literal, a Table, an Inline or a List.
type Value interface{ value() }

// Literal is a single value or a list of values, as TOML writes it: `"cat-cow"`, `10`, `["a", "b"]`. See String, Int and
// the others.
type Literal string

// Table is keys in order. When it is new it gets a [header] of its own. The order says where new keys go; keys that are in
// the text already stay where they are.
type Table []Entry

// Inline is a table that is written in { braces } when it is new. Where the text has it in another way, that way stays.
type Inline []Entry

// List is tables in order, each under a [[header]] when new. An empty List says the same as none.
type List []Element

// Entry is a key and what it says.
type Entry struct {
	Key   string // as it is meant, without quotes
	Value Value
}

// Element is a table of a List.
type Element struct {
	// From is the element of the old text that this one was, wherever it stood: "phase[1].step[0]", as Read gives it and
	// tomlfile.Element and tomlfile.Join write it. It is "" for a new one. An element named twice is moved to the first
	// place and copied, without its comments, to the others.
	From  string
	Table Table
}

func (Literal) value() {}
func (Table) value()   {}
func (Inline) value()  {}
func (List) value()    {}

// Get is what a key says, nil when the table has none.
func (t Table) Get(key string) Value {
	for _, e := range t {
		if e.Key == key {
			return e.Value
		}
	}
	return nil
}

// List is what a key says when that is a list of tables, else nil.
func (t Table) List(key string) List {
	l, _ := t.Get(key).(List)
	return l
}

// Table is what a key says when that is a table, in whatever way it is written, else nil.
func (t Table) Table(key string) Table {
	switch v := t.Get(key).(type) {
	case Table:
		return v
	case Inline:
		return Table(v)
	}
	return nil
}

// Set lets a key say v, nil for nothing. A new key goes behind the nearest one before it in order, which lists keys in
// their usual order; with no order, or when none of those is there, it goes to the end.
func (t *Table) Set(key string, v Value, order ...string) {
	at := slices.IndexFunc(*t, func(e Entry) bool { return e.Key == key })
	switch {
	case v == nil && at >= 0:
		*t = slices.Delete(slices.Clone(*t), at, at+1)
	case v == nil:
	case at >= 0:
		*t = slices.Clone(*t)
		(*t)[at].Value = v
	default:
		*t = slices.Insert(slices.Clone(*t), t.place(key, order), Entry{key, v})
	}
}

// place is where a new key goes.
func (t Table) place(key string, order []string) int {
	mine := slices.Index(order, key)
	if mine < 0 {
		return len(t)
	}
	before, behind, nearest := -1, len(t), -1
	for i, e := range t {
		switch n := slices.Index(order, e.Key); {
		case n >= 0 && n < mine && n > nearest:
			before, nearest = i, n
		case n > mine && behind == len(t):
			behind = i
		}
	}
	if before >= 0 {
		return before + 1
	}
	return behind
}

// Keys are the keys in their order.
func (t Table) Keys() []string {
	keys := make([]string, len(t))
	for i, e := range t {
		keys[i] = e.Key
	}
	return keys
}

// silent reports whether a table says nothing.
func (t Table) silent() bool {
	for _, e := range t {
		if l, ok := e.Value.(List); !ok || len(l) > 0 {
			return false
		}
	}
	return true
}

// clone is a copy that shares no element, so that the same list in two places is two lists.
func (t Table) clone() Table {
	out := make(Table, len(t))
	for i, e := range t {
		switch v := e.Value.(type) {
		case Table:
			e.Value = v.clone()
		case Inline:
			e.Value = Inline(Table(v).clone())
		case List:
			l := make(List, len(v))
			for j, el := range v {
				l[j] = Element{el.From, el.Table.clone()}
			}
			e.Value = l
		}
		out[i] = e
	}
	return out
}
