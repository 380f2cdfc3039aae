package rewrite_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/settings"
	"catcow/routines/tomlfile/rewrite"
)

var houses = map[string]rewrite.House{
	"routine":  {Type: reflect.TypeFor[routines.File](), Headers: []string{"phase", "phase.step"}},
	"exercise": {Type: reflect.TypeFor[exercise.File](), Headers: []string{"dose", "figure", "figure.pose"}},
	"settings": {Type: reflect.TypeFor[settings.Settings](), Headers: []string{"breaks", "breaks.hours", "breaks.not_now", "lengths"}},
}

func read(t *testing.T, pattern string) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatal(pattern, err)
	}
	texts := map[string][]byte{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(f)] = data
	}
	return texts
}

// Our routines are in our form.
func TestOurRoutinesAreInForm(t *testing.T) {
	for name, text := range read(t, "../../*.toml") {
		got, err := rewrite.Format(text, houses["routine"])
		if err != nil || !bytes.Equal(got, text) {
			t.Errorf("%s: %v\n%s", name, err, got)
		}
	}
}

// meaning is a text read into the struct of its kind, or as it is where it does not fit that.
func meaning(t *testing.T, kind string, text []byte) any {
	t.Helper()
	v := reflect.New(houses[kind].Type)
	if _, err := toml.Decode(string(text), v.Interface()); err == nil {
		return v.Interface()
	}
	var tree map[string]any
	if _, err := toml.Decode(string(text), &tree); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return rewrite.Plain(tree)
}

// Whatever style a file has: brought into form it means the same, has every comment, and stays as it is from then on.
func TestFormat(t *testing.T) {
	files := read(t, "testdata/*.toml")
	for i := range 600 {
		files[fmt.Sprint("seed ", i)] = []byte(rewrite.Styled(t, uint64(i)))
	}
	for name, text := range files {
		for kind, house := range houses {
			got, err := rewrite.Format(text, house)
			if err != nil {
				t.Fatalf("%s as %s: %v\n%s", name, kind, err, text)
			}
			if again, err := rewrite.Format(got, house); err != nil || !bytes.Equal(again, got) {
				t.Fatalf("%s as %s: again it is another: %v\n%s\n%s\nwas\n%s", name, kind, err, got, again, text)
			}
			if a, b := meaning(t, kind, text), meaning(t, kind, got); !reflect.DeepEqual(a, b) {
				t.Fatalf("%s as %s does not mean the same:\n%s\n%s\n%v\n%v", name, kind, text, got, a, b)
			}
			if bytes.Contains(got, []byte("\n\n\n")) || bytes.Contains(got, []byte("\r\n")) && !strings.Contains(string(text), `"""`) || strings.HasPrefix(string(got), "\n") {
				t.Fatalf("%s as %s: %q", name, kind, got)
			}
		}
	}
}

// A comment stays beside its key, so a table that has one is not put on one line, however it was written.
func TestFormatKeepsCommentsBesideKeys(t *testing.T) {
	for _, tt := range []struct{ kind, text, want string }{
		{"exercise", "easier.text = \"a\" # one\neasier.exercise = \"b\" # two\nname = \"X\"\n",
			"name = \"X\"\n\n[easier]\ntext     = \"a\" # one\nexercise = \"b\" # two\n"},
		{"exercise", "[[figure.pose]]\nname = \"p\"\nspine.chest = 12\n# why\nspine.lumbar = 10 # l\n",
			"[[figure.pose]]\nname = \"p\"\n\n[figure.pose.spine]\n# why\nlumbar = 10 # l\nchest  = 12\n"},
		{"settings", "length = \"10m\"\nbreaks.every = \"45m\" # dotted\nbreaks.on = true\n",
			"length = \"10m\"\n\n[breaks]\non    = true\nevery = \"45m\" # dotted\n"},
		{"exercise", "[harder]\ntext = \"a\" # one\n", "[harder]\ntext = \"a\" # one\n"},
		{"exercise", "# about it\neasier.text = \"a\"\n[harder]\ntext = \"b\"\n",
			"# about it\neasier = { text = \"a\" }\nharder = { text = \"b\" }\n"},
	} {
		if got, err := rewrite.Format([]byte(tt.text), houses[tt.kind]); err != nil || string(got) != tt.want {
			t.Errorf("%v\n%s\nwant\n%s", err, got, tt.want)
		}
	}
}
