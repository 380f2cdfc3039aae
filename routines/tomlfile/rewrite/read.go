package rewrite

import "fmt"

// Read is what a text says, as the tree that says it again: every element of a list names itself in From. Tables in braces
// are Inline, all others are Table. A text that is not TOML is an error.
func Read(text []byte) (Table, error) {
	d, err := parse(text)
	if err == nil {
		_, err = decodeAll(text)
	}
	if err != nil {
		return nil, fmt.Errorf("reading TOML: %w", err)
	}
	return d.root.read(), nil
}

func (t *table) read() Table {
	out := make(Table, 0, len(t.keys))
	for _, key := range t.keys {
		out = append(out, Entry{key, t.entries[key].read()})
	}
	return out
}

func (e *entry) read() Value {
	switch {
	case e.list != nil:
		l := make(List, len(e.list))
		for i, t := range e.list {
			l[i] = Element{From: t.path, Table: t.read()}
		}
		return l
	case e.table != nil && e.item != nil:
		return Inline(e.table.read())
	case e.table != nil:
		return e.table.read()
	}
	return e.item.val.literal()
}

// literal is a value without comments and line ends between its parts.
func (n *node) literal() Literal {
	if n.kind == scalar {
		return Literal(n.raw)
	}
	parts := make([]Literal, len(n.items))
	for i, it := range n.items {
		parts[i] = it.val.literal()
		if n.kind == brace {
			parts[i] = Literal(it.key) + parts[i]
		}
	}
	list := Array(parts...)
	if n.kind == brace {
		list = "{" + list[1:len(list)-1] + "}"
	}
	return list
}
