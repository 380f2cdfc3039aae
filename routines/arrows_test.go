package routines_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// levels are the packages here from the ground up: each uses those of the levels below it alone; on the ground also each other.
var levels = [][]string{
	{"message", "figure", "tomlfile", "tomlfile/rewrite", "picture"},
	{"exercise"},
	{""}, // routines
	{"plan", "breaks"},
	{"session", "draft", "settings", "share", "paper"},
	{"advice"},
	{"suggest"},
}

// Nothing here knows a screen, and the arrows between the packages all point down.
func TestArrows(t *testing.T) {
	level := map[string]int{}
	for n, list := range levels {
		for _, p := range list {
			level[p] = n
		}
	}
	fset := token.NewFileSet()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		from := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), ".")
		mine, known := level[from]
		if !known {
			t.Errorf("%s has no level yet", from)
		}
		file, err := parser.ParseFile(fset, path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, imp := range file.Imports {
			to, err := strconv.Unquote(imp.Path.Value)
			if err != nil {
				return err
			}
			if strings.HasPrefix(to, "catcow/gui") || strings.Contains(to, "fyne") {
				t.Errorf("%s uses %s", path, to)
			}
			if to != "catcow/routines" && !strings.HasPrefix(to, "catcow/routines/") {
				continue
			}
			inner := strings.TrimPrefix(strings.TrimPrefix(to, "catcow/routines"), "/")
			theirs := level[inner]
			beside := theirs == mine && theirs == 0 // the ground has arrows of its own, which Go keeps free of circles
			if theirs >= mine && !beside {
				t.Errorf("%s uses %s, which is not below it", path, to)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
