package look

import (
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"catcow/routines/message"
)

var update = flag.Bool("update", false, "write assets/translations/en.json from the sources")

const englishFile = "../../assets/translations/en.json"

// said finds every text in the sources: T(id, english, …) of the window and message.New(id, english, …) of the domain.
func said(t *testing.T) map[string]string {
	t.Helper()
	out, where := map[string]string{}, map[string]string{}
	fset := token.NewFileSet()
	for _, root := range []string{"../../gui", "../../routines"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(fset, path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || len(call.Args) < 2 || !says(call.Fun, path) {
					return true
				}
				id, ok1 := literal(call.Args[0])
				text, ok2 := literal(call.Args[1])
				if !ok1 || !ok2 {
					return true
				}
				at := fset.Position(call.Pos()).String()
				if old, ok := out[id]; ok && old != text {
					t.Errorf("%s says %q for %s, but %s says %q", at, text, id, where[id], old)
				}
				out[id], where[id] = text, at
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func says(fun ast.Expr, path string) bool {
	switch f := fun.(type) {
	case *ast.SelectorExpr:
		x, ok := f.X.(*ast.Ident)
		return ok && (x.Name == "look" && f.Sel.Name == "T" || x.Name == "message" && f.Sel.Name == "New")
	case *ast.Ident:
		return f.Name == "T" && strings.Contains(filepath.ToSlash(path), "gui/look/")
	}
	return false
}

// literal is a string written in the source, "a" + "b" included.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		a, ok1 := literal(e.X)
		b, ok2 := literal(e.Y)
		return a + b, ok1 && ok2 && e.Op == token.ADD
	}
	return "", false
}

// TestEveryTextIsInTheTranslations keeps en.json equal to the sources. After adding or changing a text, run
//
//	go test ./gui/look -run TestEveryText -update
//
// and, where the text holds {{.Count}}, write its "one" form into en.json by hand.
func TestEveryTextIsInTheTranslations(t *testing.T) {
	want := said(t)
	for id := range kinds {
		want[kinds[id].id] = kinds[id].name
	}
	data, err := os.ReadFile(englishFile)
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]any{}
	if err := json.Unmarshal(data, &have); err != nil {
		t.Fatalf("en.json: %v", err)
	}
	if *update {
		writeEnglish(t, want, have)
		return
	}
	for id, text := range want {
		switch v := have[id].(type) {
		case nil:
			t.Errorf("%s (%q) is missing from en.json", id, text)
		case string:
			if v != text {
				t.Errorf("%s is %q in en.json but %q in the source", id, v, text)
			}
			if strings.Contains(text, "{{.Count}}") {
				t.Errorf("%s counts, so en.json needs its forms: {\"one\": …, \"other\": …}", id)
			}
		case map[string]any:
			if v["other"] != text {
				t.Errorf("%s is %q in en.json but %q in the source", id, v["other"], text)
			}
			if v["one"] == nil || v["one"] == "" {
				t.Errorf("%s has no form for one", id)
			}
		}
	}
	for id := range have {
		if _, ok := want[id]; !ok {
			t.Errorf("%s is in en.json but nothing says it", id)
		}
	}
	if !slices.IsSorted(keysInOrder(t, data)) {
		t.Error("en.json is not sorted; run the test with -update")
	}
}

func writeEnglish(t *testing.T, want map[string]string, have map[string]any) {
	t.Helper()
	var b strings.Builder
	b.WriteString("{\n")
	ids := slices.Sorted(maps.Keys(want))
	for i, id := range ids {
		var v any = want[id]
		if forms, ok := have[id].(map[string]any); ok {
			forms["other"] = want[id]
			v = forms
		} else if strings.Contains(want[id], "{{.Count}}") {
			v = map[string]any{"one": "", "other": want[id]}
		}
		var line strings.Builder
		e := json.NewEncoder(&line)
		e.SetEscapeHTML(false)
		if err := e.Encode(v); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "  %q: %s", id, strings.TrimSpace(line.String()))
		if i < len(ids)-1 {
			b.WriteString(",")
		}
		b.WriteString("\n")
	}
	b.WriteString("}\n")
	if err := os.WriteFile(englishFile, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

func keysInOrder(t *testing.T, data []byte) []string {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(string(data)))
	var keys []string
	depth, isKey := 0, false
	for {
		tok, err := d.Token()
		if err != nil {
			return keys
		}
		switch v := tok.(type) {
		case json.Delim:
			if v == '{' {
				depth++
			} else {
				depth--
			}
			isKey = depth == 1
		case string:
			if depth == 1 {
				if isKey {
					keys = append(keys, v)
				}
				isKey = !isKey
			}
		}
	}
}

func TestWordsFillInAndCount(t *testing.T) {
	test.NewTempApp(t)
	if got := T("look.test-unknown", "{{.Name}} waits", map[string]any{"Name": "Tea"}); got != "Tea waits" {
		t.Errorf("unknown id: %q", got)
	}
	for n, want := range map[int]string{1: "1 minute", 7: "7 minutes"} {
		if got := T("parts.minutes", "{{.Count}} minutes", map[string]any{"Count": n}); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	if got := Say(message.New("", "plain")); got != "plain" {
		t.Errorf("a message without an id: %q", got)
	}
	if got := Say(message.New("look.test-unknown-too", "{{.A}} and {{.B}}", "A", "x", "B", 2)); got != "x and 2" {
		t.Errorf("a message: %q", got)
	}
}
