package tomlfile

import (
	"fmt"
	"testing"
)

// Where keys and values lie, in every way TOML has of writing them.
func TestPlaces(t *testing.T) {
	text := `name = "a"          # 1
"quoted key" = 1
'lit.eral' = 2
a.b."c d" = 3
list = [1, [2, 3],  # comment ] not the end
  { x = 4, y.z = [5] },
]
text = """
not_a_key = "x""y"
"""""
raw = '''x'''
inline = {
  k = 1, # comment
  l = 2,
}
[table]
  indented = 1
[table.sub]
k = 1
[[phase]]
name = 1
[[phase.step]]
hold = 1
[[phase.step]]
hold = 2
[phase.extra]
e = 1
[[phase]]
[[phase.step]]
hold = 3
`
	places := lay([]byte(text), Standard).places
	if d := Parse("f", []byte(text), Standard); d.Damaged() {
		t.Fatal(d.Problems())
	}
	at := func(offset int) string {
		line, column := position([]byte(text), offset)
		return fmt.Sprintf("%d:%d", line, column)
	}
	tests := []struct{ path, key, value string }{
		{"name", "1:1", "1:8"},
		{`"quoted key"`, "2:1", "2:16"},
		{`"lit.eral"`, "3:1", "3:14"},
		{"a", "4:1", "4:13"},
		{`a.b."c d"`, "4:1", "4:13"},
		{"list", "5:1", "5:8"},
		{"list[0]", "5:9", "5:9"},
		{"list[1][1]", "5:16", "5:16"},
		{"list[2].x", "6:5", "6:9"},
		{"list[2].y.z[0]", "6:19", "6:19"},
		{"text", "8:1", "8:8"},
		{"raw", "11:1", "11:7"},
		{"inline.l", "14:3", "14:7"},
		{"table", "16:1", "16:1"},
		{"table.indented", "17:3", "17:14"},
		{"table.sub.k", "19:1", "19:5"},
		{"phase", "20:1", "20:1"},
		{"phase[0].name", "21:1", "21:8"},
		{"phase[0].step[0].hold", "23:1", "23:8"},
		{"phase[0].step[1].hold", "25:1", "25:8"},
		{"phase[0].extra.e", "27:1", "27:5"},
		{"phase[1]", "28:1", "28:1"},
		{"phase[1].step[0].hold", "30:1", "30:8"},
	}
	for _, test := range tests {
		p, ok := places[test.path]
		if !ok {
			t.Errorf("%s has no place", test.path)
			continue
		}
		if at(p.key) != test.key || at(p.value) != test.value {
			t.Errorf("%s: key at %s, value at %s; want %s and %s", test.path, at(p.key), at(p.value), test.key, test.value)
		}
	}
	if _, wrong := places["not_a_key"]; wrong {
		t.Error("text of many lines was taken for keys")
	}
}

func TestElementWith(t *testing.T) {
	d := Parse("f", []byte("feel = ['knee', \"hip\", 'knees']\n"), Standard)
	for text, want := range map[string]string{"knee": "feel[0]", "hip": "feel[1]", "knees": "feel[2]", "toe": "feel"} {
		if got := d.ElementWith("feel", text); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}

func TestPaths(t *testing.T) {
	tests := []struct{ path, last, parent string }{
		{"name", "name", ""},
		{"phase[1].step[0].hold", "hold", "phase[1].step[0]"},
		{"phase[1].step[0]", "step[0]", "phase[1].step"},
		{"phase[1].step", "step", "phase[1]"},
		{`a."b.c"`, `"b.c"`, "a"},
		{`a."b.c".d`, "d", `a."b.c"`},
	}
	for _, test := range tests {
		if got := LastKey(test.path); got != test.last {
			t.Errorf("LastKey(%s) is %s, want %s", test.path, got, test.last)
		}
		if got := parent(test.path); got != test.parent {
			t.Errorf("parent(%s) is %s, want %s", test.path, got, test.parent)
		}
	}
}
