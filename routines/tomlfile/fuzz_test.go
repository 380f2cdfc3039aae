package tomlfile

import (
	"reflect"
	"testing"
)

// walk calls f with the path of every key and list element of a tree.
func walk(path string, v any, f func(path string)) {
	switch v := v.(type) {
	case map[string]any:
		for key, inner := range v {
			at := join(path, key)
			f(at)
			walk(at, inner, f)
		}
	default:
		list, _ := listOf(v)
		for i, inner := range list {
			at := element(path, i)
			f(at)
			walk(at, inner, f)
		}
	}
}

// anything is a struct with every type a file may fill.
type anything struct {
	Text   string             `toml:"text"`
	Texts  []string           `toml:"texts"`
	Number int                `toml:"number"`
	Small  int8               `toml:"small"`
	Maybe  *int               `toml:"maybe"`
	Real   float64            `toml:"real"`
	Reals  []float64          `toml:"reals"`
	Yes    bool               `toml:"yes"`
	Time   Duration           `toml:"time"`
	Table  *anything          `toml:"table"`
	Tables []anything         `toml:"tables"`
	Map    map[string]float64 `toml:"map"`
}

var seeds = []string{
	"", "\n", "text = \"a\"\n", "a.b.c = 1\n", "[a.b]\nc = 1\n[[d.e]]\nf = [1, [2, 3], {g = 4}]\n[[d.e]]\n[d.e.h]\ni = 1\n",
	"x = { y = { z = [ {a = 1}, {b.c = 2} ] } }\n", "\"quoted key\" = 1\n'lit' = 2\n\"esc\\u00e9\" = 3\n",
	"s = \"\"\"\nline \\\n  more\"\"\"\"\"\nt = '''a''b'''''\n", "d = 1979-05-27 07:32:00Z # comment\nn = [\n 1, # one\n 2,\n]\n",
	"[a]\nb = 1\n[a]\nb = 2\n", "a = 1\na = 2\n", "a = [1, 2\nb = 3\n", "[[a]\n", "a = \"unfinished\nb = 1\n", "= 1\n", "a = 99999999999999999999\n",
	"\xff\xfe", "\xef\xbb\xbfa = 1", "a = \x00", "tables = [{text = 1}, {time = \"-5s\"}]\n", "map = { a = nan, b = inf }\n",
	"[a]\r\nb = 1\r\n", "a.\"b.c\".d = 1\n[a.\"b.c\".e]\n", "k = [[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]\n",
}

// FuzzDecode: nothing panics, the same text gives the same answer, and every value of a file has a place.
func FuzzDecode(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var a, b anything
		first, second := Decode("x.toml", data, &a, Standard), Decode("x.toml", data, &b, Standard)
		if !reflect.DeepEqual(first, second) || !reflect.DeepEqual(a, b) {
			t.Fatalf("read twice, the answers differ:\n%v\n%v", first, second)
		}
		for _, p := range first {
			if p.Line < 0 || p.Message.String() == "" || (p.Line > 0) != (p.Column > 0) {
				t.Fatalf("a problem without words or with half a place: %+v", p)
			}
		}
		d := Parse("x.toml", data, Standard)
		if d.Damaged() {
			if len(first) == 0 {
				t.Fatal("text that is not TOML was read without a word")
			}
			return
		}
		places := d.lay().places
		walk("", d.tree, func(path string) {
			if _, ok := places[path]; !ok {
				t.Fatalf("%s has no place in\n%s", path, data)
			}
		})
	})
}
