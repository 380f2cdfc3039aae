package rewrite

import (
	"math/rand/v2"
	"slices"
)

// spot is a table in a tree, and how to put another there.
type spot struct {
	path string
	t    Table
	put  func(Table)
}

// spots are all tables of a tree.
func spots(path string, t Table, put func(Table)) []spot {
	out := []spot{{path, t, put}}
	for i, e := range t {
		set := func(v Value) {
			t = slices.Clone(t)
			t[i].Value = v
			put(t)
		}
		switch v := e.Value.(type) {
		case Table:
			out = append(out, spots(path+"."+e.Key, v, func(n Table) { set(n) })...)
		case Inline:
			out = append(out, spots(path+"."+e.Key, Table(v), func(n Table) { set(Inline(n)) })...)
		case List:
			for j, el := range v {
				out = append(out, spots(at(path, e.Key, j), el.Table, func(n Table) {
					v = slices.Clone(v)
					v[j].Table = n
					set(v)
				})...)
			}
		}
	}
	return out
}

// pick is a table of a tree that has what is asked for.
func pick(r *rand.Rand, tree *Table, ok func(Table) bool) (s spot, found bool) {
	var list []spot
	for _, s := range spots("", *tree, func(n Table) { *tree = n }) {
		if ok(s.t) {
			list = append(list, s)
		}
	}
	if len(list) == 0 {
		return s, false
	}
	return list[r.IntN(len(list))], true
}

var someValues = []Literal{`"something else"`, `7`, `true`, `0.25`, `["a", "b # no comment"]`, `[]`, `"quo\"te"`, `[1, 2, 3]`, `'literal'`, `[[1, 2], [3]]`, `2026-11-22`}

// edits are what can be done to a tree.
var edits = map[string]func(r *rand.Rand, tree *Table) bool{
	"set": func(r *rand.Rand, tree *Table) bool {
		s, ok := pick(r, tree, func(t Table) bool { return len(t) > 0 })
		if !ok {
			return false
		}
		e := s.t[r.IntN(len(s.t))]
		v := someValues[r.IntN(len(someValues))]
		if _, ok := e.Value.(Literal); !ok && v[0] == '[' {
			v = `"no table"` // a list here would keep the TOML reader from reading the same key written with dots further down
		}
		s.t.Set(e.Key, v)
		s.put(s.t)
		return true
	},
	"unset": func(r *rand.Rand, tree *Table) bool {
		s, ok := pick(r, tree, func(t Table) bool { return len(t) > 1 })
		if !ok {
			return false
		}
		s.t.Set(s.t[r.IntN(len(s.t))].Key, nil)
		s.put(s.t)
		return true
	},
	"add": func(r *rand.Rand, tree *Table) bool {
		s, _ := pick(r, tree, func(Table) bool { return true })
		key := []string{"priority", "note", "new key", "x"}[r.IntN(4)]
		if s.t.Get(key) != nil {
			return false
		}
		values := []Value{someValues[r.IntN(len(someValues))], Inline{{"a", Int(1)}, {"b", Inline{{"c", Int(2)}}}}, Table{{"a", Int(1)}, {"d", Table{{"e", Int(3)}}}},
			Table{}, Inline{}, List{{"", Table{{"a", Int(1)}}}, {"", Table{{"b", List{{"", Table{{"c", Int(1)}}}}}}}}, Literal(`{ a = 1, b = [{ c = 2 }] }`)}
		s.t = slices.Insert(slices.Clone(s.t), r.IntN(len(s.t)+1), Entry{key, values[r.IntN(len(values))]})
		s.put(s.t)
		return true
	},
	"array": func(r *rand.Rand, tree *Table) bool {
		isArray := func(e Entry) bool {
			l, ok := e.Value.(Literal)
			if !ok {
				return false
			}
			n, err := parseValue(string(l))
			return err == nil && n.kind == array
		}
		s, ok := pick(r, tree, func(t Table) bool { return slices.ContainsFunc(t, isArray) })
		if !ok {
			return false
		}
		for i, e := range s.t {
			if !isArray(e) {
				continue
			}
			n, _ := parseValue(string(e.Value.(Literal)))
			var parts []Literal
			for _, it := range n.items {
				parts = append(parts, Literal(it.val.raw))
			}
			switch at := r.IntN(len(parts) + 1); {
			case at == len(parts) || r.IntN(3) == 0:
				parts = slices.Insert(parts, at, String("new"))
			case r.IntN(3) == 0:
				parts = slices.Delete(parts, at, at+1)
			case r.IntN(2) == 0:
				parts[at] = String("changed")
			default:
				r.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
			}
			s.t = slices.Clone(s.t)
			s.t[i].Value = Array(parts...)
			s.put(s.t)
			return true
		}
		return false
	},
	"insert": func(r *rand.Rand, tree *Table) bool {
		return onList(r, tree, 1, func(l List) List {
			n := Element{Table: Table{{"name", String("new")}, {"kind", String("static")}, {"step", List{{"", Table{{"exercise", String("a")}, {"hold", String("30s")}}}}}}}
			if r.IntN(2) == 0 {
				n = Element{Table: Table{{"exercise", String("new")}, {"hold", String("30s")}}}
			}
			return slices.Insert(l, r.IntN(len(l)+1), n)
		})
	},
	"delete": func(r *rand.Rand, tree *Table) bool {
		return onList(r, tree, 1, func(l List) List { i := r.IntN(len(l)); return slices.Delete(l, i, i+1) })
	},
	"move": func(r *rand.Rand, tree *Table) bool {
		return onList(r, tree, 2, func(l List) List {
			i := r.IntN(len(l))
			el := l[i]
			l = slices.Delete(l, i, i+1)
			return slices.Insert(l, r.IntN(len(l)+1), el)
		})
	},
	"shuffle": func(r *rand.Rand, tree *Table) bool {
		return onList(r, tree, 2, func(l List) List {
			r.Shuffle(len(l), func(i, j int) { l[i], l[j] = l[j], l[i] })
			return l
		})
	},
	"duplicate": func(r *rand.Rand, tree *Table) bool {
		return onList(r, tree, 1, func(l List) List { return slices.Insert(l, r.IntN(len(l)+1), l[r.IntN(len(l))]) })
	},
	"move to another": func(r *rand.Rand, tree *Table) bool {
		var el *Element
		key := ""
		if !onLists(r, tree, 1, func(k string, l List) List {
			i := r.IntN(len(l))
			e := l[i]
			el, key = &e, k
			return slices.Delete(l, i, i+1)
		}) {
			return false
		}
		if r.IntN(4) == 0 { // into another list altogether
			return onList(r, tree, 0, func(l List) List { return slices.Insert(l, r.IntN(len(l)+1), *el) })
		}
		s, ok := pick(r, tree, func(t Table) bool { return t.List(key) != nil })
		if !ok {
			s, _ = pick(r, tree, func(t Table) bool { return t.Get(key) == nil || t.List(key) != nil })
			s.t.Set(key, List{*el})
			s.put(s.t)
			return true
		}
		l := slices.Clone(s.t.List(key))
		s.t.Set(key, slices.Insert(l, r.IntN(len(l)+1), *el))
		s.put(s.t)
		return true
	},
}

func onList(r *rand.Rand, tree *Table, least int, do func(List) List) bool {
	return onLists(r, tree, least, func(_ string, l List) List { return do(l) })
}

// onLists changes a list of at least so many elements.
func onLists(r *rand.Rand, tree *Table, least int, do func(string, List) List) bool {
	isIt := func(e Entry) bool { l, ok := e.Value.(List); return ok && len(l) >= least }
	s, ok := pick(r, tree, func(t Table) bool { return slices.ContainsFunc(t, isIt) })
	if !ok {
		return false
	}
	i := slices.IndexFunc(s.t, isIt)
	s.t = slices.Clone(s.t)
	s.t[i].Value = do(s.t[i].Key, slices.Clone(s.t[i].Value.(List)))
	s.put(s.t)
	return true
}

func editNames() (names []string) {
	for name := range edits {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
