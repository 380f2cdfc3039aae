package rewrite

import (
	"fmt"
)

// list lets a list of tables in brackets say want.
func (e *editor) list(cur *entry, t *table, want List) error {
	n := cur.item.val
	index := make(map[*item]int, len(n.items))
	for i, it := range n.items {
		index[it] = i
	}
	seq := make([]int, len(want))
	next := make([]*item, len(want))
	tables := make([]*table, len(want))
	f := frameOf(n, e.d.eol)
	for i := range want {
		old := e.assigned[&want[i]]
		seq[i], tables[i] = -1, old
		if old != nil && old.item != nil {
			if at, here := index[old.item]; here {
				seq[i], next[i] = at, old.item
				continue
			}
			moved := *old.item
			_, moved.lead = splitLead(old.item.lead)
			next[i] = &moved
			old.item = &moved
			continue
		}
		tables[i] = e.d.inner(t, cur.key, inBraces)
		tables[i].braces = e.emptyLike(cur, i, e.d.byPath[want[i].From])
		next[i] = &item{val: tables[i].braces}
		tables[i].item = next[i]
		if old != nil {
			if notes := e.take(old); len(notes) > 0 {
				next[i].lead = e.lines(notes, f.inner()) + e.d.eol + f.inner()
			}
		}
	}
	for i := range want {
		if err := e.table(tables[i], want[i].Table); err != nil {
			return fmt.Errorf("%s[%d]: %w", cur.key, i, err)
		}
	}
	stays := longestRise(seq)
	stay := make(map[*item]bool, len(next))
	for i, it := range next {
		stay[it] = stays[i]
	}
	e.rearrange(n, next, stay, func(it *item) []string {
		if e.taken[it] {
			return nil // it has its place elsewhere
		}
		return it.comments(func(it *item) bool { return e.taken[it] })
	})
	cur.list, cur.array = tables, true
	return nil
}

// emptyLike is a new table in braces, laid out as one beside it.
func (e *editor) emptyLike(cur *entry, i int, source *table) *node {
	n := &node{kind: brace}
	items := cur.item.val.items
	switch {
	case source != nil && source.braces != nil && source.item != nil:
		f := frameOf(source.braces, e.d.eol)
		n.frame = &f
	case len(items) > 0:
		f := frameOf(items[min(max(i-1, 0), len(items)-1)].val, e.d.eol)
		n.frame = &f
	default:
		for _, other := range e.d.alike[patternOf(cur)] {
			if other.array && len(other.list) > 0 {
				f := frameOf(other.list[0].braces, e.d.eol)
				n.frame = &f
				break
			}
		}
	}
	return n
}

// patternOf is the pattern of a list that stands in brackets.
func patternOf(cur *entry) string {
	if len(cur.list) > 0 {
		return cur.list[0].pattern
	}
	return ""
}

// array lets a list of values say what another does. Values that are there already take their comments with them when they
// were moved.
func (e *editor) array(n, want *node) {
	old := n.items
	seq, used := match(old, want.items)
	stays := longestRise(seq)
	next := make([]*item, len(want.items))
	stay := map[*item]bool{}
	from := 0 // behind the last old one that stayed
	for i := 0; i < len(next); {
		end := i
		for end < len(next) && !stays[end] {
			end++
		}
		until := len(old)
		if end < len(next) {
			until = seq[end]
		}
		// What is neither among the old nor the new of a stretch was changed in its place.
		free := from
		for ; i < end; i++ {
			if seq[i] >= 0 {
				next[i] = old[seq[i]]
				continue
			}
			for free < until && (used[free] || len(old[free].val.comments(nil)) > 0) {
				free++
			}
			if free == until {
				next[i] = &item{val: want.items[i].val}
				continue
			}
			old[free].val = want.items[i].val
			next[i], used[free] = old[free], true
			stay[old[free]] = true
		}
		if end < len(next) {
			next[end] = old[until]
			stay[old[until]] = true
			from = until + 1
			i = end + 1
		}
	}
	e.rearrange(n, next, stay, func(it *item) []string { return it.comments(nil) })
}

// match says which old value each new one was, -1 for none, and which old ones are used: those at both ends that are as they
// were, and for what is between the first that says the same.
func match(old, want []*item) (seq []int, used []bool) {
	seq, used = make([]int, len(want)), make([]bool, len(old))
	from, until := 0, len(want)
	pair := func(i, j int) bool {
		if same := old[j].val.meaning() == want[i].val.meaning(); !same {
			return false
		}
		seq[i], used[j] = j, true
		return true
	}
	for from < min(len(old), len(want)) && pair(from, from) {
		from++
	}
	for until > from && len(old)-len(want)+until > from && pair(until-1, len(old)-len(want)+until-1) {
		until--
	}
	byText := map[string][]int{}
	for j := from; j < len(old)-len(want)+until; j++ {
		m := old[j].val.meaning()
		byText[m] = append(byText[m], j)
	}
	for i := from; i < until; i++ {
		seq[i] = -1
		if list := byText[want[i].val.meaning()]; len(list) > 0 {
			byText[want[i].val.meaning()] = list[1:]
			seq[i], used[list[0]] = list[0], true
		}
	}
	return seq, used
}

// meaning is a text that two values share when they say the same, as far as that is quickly told.
func (n *node) meaning() string {
	if n.kind == scalar && isQuoted(n.raw) {
		return `"` + unquote(n.raw)
	}
	return n.text()
}
