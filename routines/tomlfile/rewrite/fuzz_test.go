package rewrite

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"unicode/utf8"
)

// Whatever a file holds and whatever is done to it, nothing panics, nothing a person wrote is lost, and the text says what
// it is to say.
func FuzzText(f *testing.F) {
	seed := uint64(0)
	for _, text := range corpus(f) {
		seed++
		f.Add([]byte(text), seed)
	}
	for i := range uint64(40) {
		f.Add([]byte(styled(f, i)), i)
	}
	names := editNames()
	f.Fuzz(func(t *testing.T, old []byte, seed uint64) {
		if len(old) > 20_000 || !utf8.Valid(old) {
			return
		}
		tree, err := Read(old)
		if err != nil {
			if _, err := Text(old, Table{{"name", String("x")}}); err == nil {
				d, _ := parse(old)
				if d.edit(Table{{"name", String("x")}}) != nil {
					t.Fatalf("a text that is not TOML was written over: %q", old)
				}
			}
			return
		}
		if verify(old, tree) != nil {
			return // the TOML reader loses "a.b" where "a" is a list in an element before
		}
		r := rand.New(rand.NewPCG(seed, 3))
		var did []string
		for range 1 + r.IntN(4) {
			if name := names[r.IntN(len(names))]; edits[name](r, &tree) {
				did = append(did, name)
			}
		}
		check(t, fmt.Sprint(did), old, tree)
	})
}
