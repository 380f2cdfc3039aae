package rewrite

import (
	"slices"
	"strings"

	"catcow/routines/tomlfile"
)

// headers lets a list under headers say v, which is what want[at] says.
func (e *editor) headers(t *table, cur *entry, v List, want Table, at int) error {
	old := cur.list
	index := make(map[*table]int, len(old))
	for i, inner := range old {
		index[inner] = i
	}
	var first *block
	var firstGap []*row
	if len(old) > 0 {
		first = old[0].block
		firstGap = first.gap
	}
	seq := make([]int, len(v))
	for i := range v {
		seq[i] = -1
		if j, here := index[e.assigned[&v[i]]]; here {
			seq[i] = j
		}
	}
	for _, inner := range old {
		if !e.placed[inner] {
			e.dropTable(inner)
		}
	}
	stays := longestRise(seq)
	next := make([]*block, len(v)+1) // the block of the next element that stays
	for i := len(v) - 1; i >= 0; i-- {
		if next[i] = next[i+1]; stays[i] {
			next[i] = e.assigned[&v[i]].block
		}
	}
	cur.list = nil
	pattern := tomlfile.Join(t.pattern, cur.key)
	var last *block
	for i := range v {
		inner := e.assigned[&v[i]]
		var b *block
		moved := true
		switch {
		case inner != nil && stays[i]:
			b, moved = inner.block, false
		case inner != nil && inner.item == nil && inner.pattern == pattern:
			b = inner.block
			e.lift(inner)
			inner.parent = t
		default:
			near := e.near(cur, old, i, pattern, e.d.byPath[v[i].From])
			var notes []string
			if inner != nil {
				notes = e.take(inner)
			}
			inner = e.d.inner(t, cur.key, underHeader)
			b = e.listBlock(inner, near, v[i].Table, notes)
		}
		if moved {
			e.place(b, last, next[i], first, t, want, at)
		}
		switch {
		case i == 0 && b != first:
			b.gap = e.gap(firstGap, first != nil, pattern, true)
		case i > 0 && (moved || b == first):
			b.gap = e.gap(e.gapIn(old, cur.list), len(old) > 1, pattern, false)
		}
		inner.in = cur
		cur.list = append(cur.list, inner)
		if err := e.table(inner, v[i].Table); err != nil {
			return err
		}
		last = e.lastBlock(inner)
	}
	return nil
}

// place puts a block behind another, or before one, or where its list was or belongs.
func (e *editor) place(b, last, next, first *block, t *table, want Table, at int) {
	switch {
	case last != nil:
		last.after = append(last.after, b)
	case next != nil:
		next.before = append(next.before, b)
	case first != nil && first.gone && first.home == t.home():
		first.after = append(first.after, b)
	default:
		e.settle(b, t, want, at)
	}
}

// settle puts a block of a new key where the order of want says.
func (e *editor) settle(b *block, t *table, want Table, at int) {
	for i := at - 1; i >= 0; i-- {
		if cur := t.entries[want[i].Key]; cur != nil {
			if last := e.lastOfEntry(cur); last != nil {
				last.after = append(last.after, b)
				return
			}
		}
	}
	for i := at + 1; i < len(want); i++ {
		if cur := t.entries[want[i].Key]; cur != nil {
			if first := e.firstOfEntry(cur); first != nil {
				first.before = append(first.before, b)
				return
			}
		}
	}
	if last := e.lastBlock(t); last != nil {
		last.after = append(last.after, b)
		return
	}
	for t.block == nil {
		t = t.parent
	}
	t.block.after = append(t.block.after, b)
}

// addTable adds a table under a header of its own.
func (e *editor) addTable(t *table, want Table, at int, v Table) error {
	cur := e.enter(t, want[at].Key)
	inner := e.d.inner(t, cur.key, underHeader)
	var near *block
	if alike := e.d.alike[inner.pattern]; len(alike) > 0 && alike[0].table != nil && alike[0].table.form == underHeader {
		near = alike[0].table.block
	}
	b := e.block(inner, "[", near)
	b.look = e.lookLike(near, b.head.text, v)
	e.settle(b, t, want, at)
	b.gap = e.gap(nil, false, "", false)
	cur.table = inner
	if err := e.table(inner, v); err != nil {
		return err
	}
	if len(b.body) == 0 && len(inner.keys) > 0 && !slices.ContainsFunc(v, func(w Entry) bool { _, isTable := w.Value.(Table); return !isTable }) {
		b.gone, inner.block, inner.form = true, nil, implied // the headers in it say all there is
	}
	return nil
}

// near is an element that a new one can take after: where it was copied from, the one before it, or any like it.
func (e *editor) near(cur *entry, old []*table, i int, pattern string, source *table) *block {
	if source != nil && source.block != nil && source.pattern == pattern {
		return source.block
	}
	if n := len(cur.list); n > 0 && cur.list[n-1].block != nil {
		return cur.list[n-1].block
	}
	if len(old) > 0 {
		return old[0].block
	}
	for _, other := range e.d.alike[pattern] {
		if other.item == nil && len(other.list) > 0 {
			return other.list[0].block
		}
	}
	return nil
}

// listBlock is a block for a new element of a list, below comments it brings along.
func (e *editor) listBlock(inner *table, near *block, v Table, notes []string) *block {
	b := e.block(inner, "[[", near)
	b.look = e.lookLike(near, b.head.text, v)
	for _, c := range notes {
		b.lead = append(b.lead, &row{kind: remark, text: indentOf(b.head.text) + c, eol: e.d.eol})
	}
	return b
}

// block is a new block with the header of a table, in the style of another of its kind.
func (e *editor) block(t *table, bracket string, near *block) *block {
	b := &block{fresh: true, table: t, head: &row{kind: header, it: &item{}, eol: e.d.eol}}
	t.block = b
	if near != nil && near.table.pattern == t.pattern {
		b.head.text = near.head.text
		return b
	}
	var keys []string
	for up := t; up.parent != nil; up = up.parent {
		keys = append(keys, keyText(up.key))
	}
	slices.Reverse(keys)
	indent := ""
	up := t.parent
	for up.block == nil && up.parent != nil {
		up = up.parent
	}
	if up.block != nil && up.block.head != nil {
		indent = indentOf(up.block.head.text)
		if bracket == "[[" && up.block.head.isList() || strings.HasPrefix(strings.TrimSpace(up.block.head.text), "[[") && bracket == "[[" {
			indent += "  "
		}
	}
	b.head.text = indent + bracket + strings.Join(keys, ".") + strings.Repeat("]", len(bracket))
	return b
}

// lift takes an element out of its place, with all that belongs to it and the comments between.
func (e *editor) lift(t *table) {
	var own []*block
	t.walk(func(b *block) {
		if !b.fresh && !b.gone && b.home == t.block.home {
			own = append(own, b)
		}
	})
	slices.SortFunc(own, func(a, b *block) int { return a.at - b.at })
	home := t.block.home
	var train []*block
	for i, b := range own {
		if i > 0 {
			between := e.d.blocks[own[i-1].at+1 : b.at]
			if !slices.ContainsFunc(between, func(b *block) bool { return !b.float && !b.gone || b.home != home }) {
				train = append(train, between...)
			}
		}
		train = append(train, b)
	}
	for _, b := range train {
		b.home = t.block
	}
	t.block.train = train
}

// walk goes over the blocks of a table and all that is in it.
func (t *table) walk(do func(*block)) {
	if t.form == underHeader && t.block != nil {
		do(t.block)
	}
	for _, key := range t.keys {
		t.entries[key].walk(do)
	}
}

func (cur *entry) walk(do func(*block)) {
	if cur.item != nil {
		return
	}
	if cur.table != nil {
		cur.table.walk(do)
	}
	for _, inner := range cur.list {
		if inner.in == cur {
			inner.walk(do)
		}
	}
}

// lastBlock is the block of a table behind which nothing of it stands: what is put behind that one comes after all of it,
// and after what was put beside something that has been taken out since.
func (e *editor) lastBlock(t *table) (last *block) {
	if t.block != nil && t.block.fresh {
		return t.block
	}
	home := t.home()
	for _, b := range slices.Backward(e.d.blocks) {
		if !b.float && b.home == home && b.table.within(t) {
			return b
		}
	}
	t.walk(func(b *block) {
		if !b.gone {
			last = b
		}
	})
	return last
}

// home is what a table was moved with, nil when it stands where it stood.
func (t *table) home() *block {
	for t.block == nil && t.parent != nil {
		t = t.parent
	}
	return t.block.home
}

// within reports whether a table is another, or stands in it.
func (t *table) within(other *table) bool {
	for ; t != nil; t = t.parent {
		if t == other {
			return true
		}
	}
	return false
}

// firstBlock is the first block of a table.
func (e *editor) firstBlock(t *table) (first *block) {
	t.walk(func(b *block) {
		if !b.gone && (first == nil || !b.fresh && !first.fresh && b.at < first.at) {
			first = b
		}
	})
	return first
}

func (e *editor) lastOfEntry(cur *entry) *block {
	if cur.item != nil {
		return nil
	}
	if cur.table != nil {
		return e.lastBlock(cur.table)
	}
	for _, inner := range slices.Backward(cur.list) {
		if inner.in == cur {
			return e.lastBlock(inner)
		}
	}
	return nil
}

func (e *editor) firstOfEntry(cur *entry) *block {
	if cur.item != nil {
		return nil
	}
	if cur.table != nil {
		return e.firstBlock(cur.table)
	}
	for _, inner := range cur.list {
		if inner.in == cur {
			return e.firstBlock(inner)
		}
	}
	return nil
}
