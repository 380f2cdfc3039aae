package rewrite

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// ours are the shipped files of a kind.
func ours(t testing.TB, pattern string) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("../../..", pattern))
	if err != nil || len(files) == 0 {
		t.Fatal("no files for", pattern, err)
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

// A routine written from nothing is as ours are.
func TestNewIsAsOursAre(t *testing.T) {
	for name, text := range ours(t, "routines/*.toml") {
		tree, err := Read([]byte(text))
		if err != nil {
			t.Fatal(name, err)
		}
		_, body, _ := strings.Cut(text, "\n\n") // below the line with the schema
		if got := string(New(tree)); got != body {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, body)
		}
	}
}

// Reading an exercise and saying it again changes nothing.
func TestSameSaysNothing(t *testing.T) {
	for _, pattern := range []string{"routines/*.toml", "assets/exercises/*.toml"} {
		for name, text := range ours(t, pattern) {
			tree, err := Read([]byte(text))
			if err != nil {
				t.Fatal(name, err)
			}
			if err := verify(New(tree), tree); err != nil {
				t.Error(name, err)
			}
			if got, err := Text([]byte(text), tree); err != nil || string(got) != text {
				t.Errorf("%s changed: %v\n%s", name, err, got)
			}
		}
	}
}
