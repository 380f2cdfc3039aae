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

// Whatever is changed, in whatever style: reading it back gives exactly that, and every comment is still there.
func TestAnyEdit(t *testing.T) {
	names := editNames()
	done := map[string]int{}
	everywhere(t, 800, func(t *testing.T, r *rand.Rand, name string, old []byte) {
		for range 5 {
			tree := reread(t, old)
			var did []string
			for range 1 + r.IntN(5) {
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
