package rewrite

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// Where everything has a header, moving changes no line, and lines outside of what moved stay in order.
func TestLinesThatAreNotTouchedStay(t *testing.T) {
	names := editNames()
	everywhere(t, 300, func(t *testing.T, r *rand.Rand, name string, old []byte) {
		tree := reread(t, old)
		edit := names[r.IntN(len(names))]
		before := touched(tree)
		if !edits[edit](r, &tree) {
			return
		}
		got := check(t, name+" "+edit, old, tree)
		allowed := changedLines(t, old, before, touched(tree))
		gone := missing(lines(old), lines(got))
		for _, l := range gone {
			if !slices.Contains(allowed, l) {
				t.Fatalf("%s, %s: this line was not touched, but is not where it was: %q\n%s\nbecame\n%s", name, edit, l, old, got)
			}
		}
	})
}

// touched says of every table of a tree, by where it was, what stands in it.
func touched(tree Table) map[string]string {
	out := map[string]string{}
	var table func(path string, t Table)
	table = func(path string, t Table) {
		for _, e := range t {
			at := path + "\x00" + e.Key
			switch v := e.Value.(type) {
			case Literal:
				out[at] = string(v)
			case Table:
				out[at] = "table"
				table(at, v)
			case Inline:
				out[at] = "table"
				table(at, Table(v))
			case List:
				var order []string
				for _, el := range v {
					order = append(order, el.From)
					if el.From != "" {
						table("\x01"+el.From, el.Table)
					}
				}
				out[at] = strings.Join(order, ",")
			}
		}
	}
	table("", tree)
	return out
}

// changedLines are the lines that an edit may change: those of keys that say something else, and those of lists whose
// elements are others, or in another order.
func changedLines(t *testing.T, old []byte, before, after map[string]string) (allowed []string) {
	t.Helper()
	d, err := parse(old)
	if err != nil {
		t.Fatal(err)
	}
	text := func(r *row) {
		var b strings.Builder
		b.WriteString(r.text)
		if r.kind == pair {
			b.WriteString(r.it.lead)
		}
		if r.it != nil {
			r.it.write(&b)
		}
		allowed = append(allowed, lines([]byte(b.String()))...)
	}
	whole := func(tb *table) {
		tb.walk(func(b *block) {
			for _, r := range slices.Concat(b.lead, []*row{b.head}, b.body) {
				text(r)
			}
			if b.at+1 < len(d.blocks) && d.blocks[b.at+1].float { // comments between go with it
				for _, r := range d.blocks[b.at+1].body {
					text(r)
				}
			}
		})
	}
	var inside func(tb *table, at string, r *row)
	inside = func(tb *table, at string, r *row) {
		for _, key := range tb.keys {
			cur, in := tb.entries[key], at+"\x00"+key
			holder := r
			if cur.row != nil {
				holder = cur.row
			}
			differs := before[in] != after[in]
			for k := range after { // a new key in braces changes their line
				if holder != nil && strings.HasPrefix(k, in+"\x00") && before[k] != after[k] {
					differs = true
				}
			}
			if differs && holder != nil {
				text(holder)
			}
			if differs && cur.item == nil && cur.table != nil {
				whole(cur.table)
			}
			if cur.table != nil {
				inside(cur.table, in, holder)
			}
			for _, el := range cur.list {
				if differs && cur.item == nil {
					whole(el)
				}
				inside(el, "\x01"+el.path, holder)
				if holder != nil {
					for k := range after {
						if strings.HasPrefix(k, "\x01"+el.path+"\x00") && before[k] != after[k] {
							text(holder)
							break
						}
					}
				}
			}
		}
	}
	inside(d.root, "", nil)
	return allowed
}
