package rewrite

import (
	"os"
	"path/filepath"
	"testing"
)

// TestChange compares the short way with the long one.
func TestChange(t *testing.T) {
	names, err := filepath.Glob("../../*.toml")
	if err != nil || len(names) == 0 {
		t.Fatalf("there are no files: %v", err)
	}
	texts := [][]byte{nil, []byte("# nothing but this\n"), []byte("name = 1"), []byte("a = {b = 1}\n[c]\nname = 'x' # y\n")}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, text)
	}
	change := func(tree Table) Table {
		tree.Set("name", String("Other"))
		tree.Set("new", Int(3), "name", "new")
		if phases := tree.List("phase"); len(phases) > 1 {
			phases[0], phases[1] = phases[1], phases[0]
			phases[0].Table.Set("kind", nil)
		}
		return tree
	}
	for _, text := range texts {
		tree, err := Read(text)
		if err != nil {
			t.Fatal(err)
		}
		want, err := Text(text, change(tree))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := Change(text, change); err != nil || string(got) != string(want) {
			t.Errorf("%v\n%s\nwant\n%s", err, got, want)
		}
	}
	if _, err := Change([]byte("name = "), change); err == nil {
		t.Error("half a text was changed")
	}
	if got, err := Change([]byte("a = 1\n"), func(Table) Table { return Table{{"a", Literal("?")}} }); err == nil {
		t.Errorf("what cannot be said was written: %s", got)
	}
}
