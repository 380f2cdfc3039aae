package rewrite

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// corpus are files in many hands' styles.
func corpus(t testing.TB) map[string]string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.toml")
	if err != nil || len(files) < 25 {
		t.Fatal("too few hands:", len(files), err)
	}
	texts := map[string]string{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(f)] = string(data)
	}
	return texts
}

// styled is a file in a hand made up at random.
func styled(t testing.TB, seed uint64) string {
	t.Helper()
	trees := shelf(t)
	h := newHand(seed)
	text := h.write(trees[h.r.IntN(len(trees))])
	if _, err := decodeAll([]byte(text)); err != nil {
		t.Fatalf("seed %d: %v\n%s", seed, err, text)
	}
	return text
}

var shelfTrees []Table

// shelf are trees to write in other ways.
func shelf(t testing.TB) []Table {
	t.Helper()
	if shelfTrees != nil {
		return shelfTrees
	}
	for _, pattern := range []string{"routines/[c-m]*.toml", "assets/exercises/[a-d]*.toml"} {
		texts := ours(t, pattern)
		var names []string
		for name := range texts {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			tree, err := Read([]byte(texts[name]))
			if err != nil {
				t.Fatal(err)
			}
			shelfTrees = append(shelfTrees, tree)
		}
	}
	return shelfTrees
}

// said are the comments of a text, in order of the alphabet.
func said(t testing.TB, text []byte) []string {
	t.Helper()
	d, err := parse(text)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	list := d.comments()
	slices.Sort(list)
	return list
}

// check rewrites a text and checks what must hold of every rewriting.
func check(t *testing.T, name string, old []byte, want Table) []byte {
	t.Helper()
	got, plainly, err := rewrite(old, want)
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, old)
	}
	if plainly {
		d, _ := parse(old)
		if err = d.edit(want); err == nil {
			err = verify(d.print(), want)
		}
		t.Fatalf("%s: it could not be done in place: %v\n%s\nbecame\n%s", name, err, old, d.print())
	}
	if err := verify(got, want); err != nil {
		t.Fatalf("%s: %v\n%s\nbecame\n%s", name, err, old, got)
	}
	if before, after := said(t, old), said(t, got); !slices.Equal(before, after) {
		t.Fatalf("%s: comments are not what they were: %q\n%q\n%s\nbecame\n%s", name, missing(before, after), missing(after, before), old, got)
	}
	again, _, err := rewrite(got, reread(t, got))
	if err != nil || !bytes.Equal(again, got) {
		t.Fatalf("%s: saying the same again changed it: %v\n%s", name, err, differ(got, again))
	}
	if crlf := bytes.Count(got, []byte("\r\n")); crlf > 0 && crlf != bytes.Count(got, []byte("\n")) && bytes.Count(old, []byte("\r\n")) == bytes.Count(old, []byte("\n")) {
		t.Fatalf("%s: line ends are mixed: %q", name, got)
	}
	return got
}

func reread(t *testing.T, text []byte) Table {
	t.Helper()
	tree, err := Read(text)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return tree
}

// lines are the lines of a text that hold anything, without what is around them.
func lines(text []byte) (out []string) {
	for l := range strings.SplitSeq(string(text), "\n") {
		if l = strings.TrimRight(l, "\r"); strings.TrimSpace(l) != "" {
			out = append(out, l)
		}
	}
	return out
}

// missing are the lines of a that b does not have in this order.
func missing(a, b []string) (out []string) {
	// The longest common part of both, the plain way: the files are short.
	best := make([][]int, len(a)+1)
	for i := range best {
		best[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if best[i][j] = max(best[i+1][j], best[i][j+1]); a[i] == b[j] {
				best[i][j] = max(best[i][j], best[i+1][j+1]+1)
			}
		}
	}
	for i, j := 0, 0; i < len(a); {
		switch {
		case j < len(b) && a[i] == b[j] && best[i][j] == best[i+1][j+1]+1:
			i, j = i+1, j+1
		case j < len(b) && best[i][j] == best[i][j+1]:
			j++
		default:
			out = append(out, a[i])
			i++
		}
	}
	return out
}

// everywhere runs a test over the corpus and over random hands.
func everywhere(t *testing.T, random int, do func(t *testing.T, r *rand.Rand, name string, old []byte)) {
	t.Helper()
	if testing.Short() {
		random /= 10
	}
	texts := corpus(t)
	for i, name := range slices.Sorted(maps.Keys(texts)) {
		for seed := range uint64(12) {
			do(t, rand.New(rand.NewPCG(seed, uint64(i+10))), name, []byte(texts[name]))
		}
	}
	for i := range random {
		do(t, rand.New(rand.NewPCG(uint64(i), 2)), fmt.Sprint("seed ", i), []byte(styled(t, uint64(i))))
	}
}

// Saying what a file says leaves it as it is, to the byte, even if the tree is built by someone else.
func TestNothingChanged(t *testing.T) {
	everywhere(t, 400, func(t *testing.T, r *rand.Rand, name string, old []byte) {
		tree := reread(t, old)
		for _, want := range []Table{tree, otherWords(tree)} {
			got, _, err := rewrite(old, want)
			if err != nil || !bytes.Equal(got, old) {
				t.Fatalf("%s: %v\n%s", name, err, differ(old, got))
			}
		}
	})
}

// otherWords says the same in our own words: order of keys, quotes, kinds of tables.
func otherWords(t Table) Table {
	out := make(Table, 0, len(t))
	for _, e := range slices.Backward(t) {
		switch v := e.Value.(type) {
		case Literal:
			n, err := parseValue(string(v))
			if err == nil && n.kind == scalar && isQuoted(n.raw) {
				e.Value = String(unquote(n.raw))
			}
		case Table:
			e.Value = Inline(otherWords(v))
		case Inline:
			e.Value = otherWords(Table(v))
		case List:
			l := make(List, len(v))
			for i := range v {
				l[i] = Element{v[i].From, otherWords(v[i].Table)}
			}
			e.Value = l
		}
		out = append(out, e)
	}
	return out
}

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
		key := s.t[r.IntN(len(s.t))].Key
		s.t.Set(key, someValues[r.IntN(len(someValues))])
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

// Whatever is changed, in whatever style: reading it back gives exactly that, and every comment is still there.
func TestAnyEdit(t *testing.T) {
	names := editNames()
	done := map[string]int{}
	everywhere(t, 400, func(t *testing.T, r *rand.Rand, name string, old []byte) {
		for range 6 {
			tree := reread(t, old)
			var did []string
			for range 1 + r.IntN(3) {
				edit := names[r.IntN(len(names))]
				if edits[edit](r, &tree) {
					did = append(did, edit)
					done[edit]++
				}
			}
			old = check(t, fmt.Sprint(name, " ", did), old, tree)
		}
	})
	for _, name := range names {
		if done[name] < 30 {
			t.Errorf("%s was done %d times only", name, done[name])
		}
	}
}

// A value that is changed changes its own lines alone.
func TestOneValueChangesOneLine(t *testing.T) {
	everywhere(t, 200, func(t *testing.T, r *rand.Rand, name string, old []byte) {
		tree := reread(t, old)
		isPlain := func(e Entry) bool {
			l, ok := e.Value.(Literal)
			return ok && l[0] != '[' && !strings.Contains(string(l), "\n")
		}
		s, ok := pick(r, &tree, func(t Table) bool { return slices.ContainsFunc(t, isPlain) })
		if !ok {
			return
		}
		i := slices.IndexFunc(s.t, isPlain)
		s.t = slices.Clone(s.t)
		s.t[i].Value = String("quite another")
		s.put(s.t)
		got := check(t, name, old, tree)
		a, b := strings.Split(string(old), "\n"), strings.Split(string(got), "\n")
		if len(a) != len(b) {
			t.Fatalf("%s: %d lines became %d:\n%s\n%s", name, len(a), len(b), old, got)
		}
		changed := 0
		for i := range a {
			if a[i] != b[i] {
				changed++
			}
		}
		if changed != 1 {
			t.Fatalf("%s: %d lines changed:\n%s\n%s", name, changed, old, got)
		}
	})
}

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
	var whole func(tb *table, at string)
	whole = func(tb *table, at string) {
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
				whole(cur.table, in)
			}
			if cur.table != nil {
				inside(cur.table, in, holder)
			}
			for _, el := range cur.list {
				if differs && cur.item == nil {
					whole(el, in)
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
