package tomlfile

import (
	"slices"
	"testing"
)

func TestPathsOf(t *testing.T) {
	const text = `name = "x" # ü
[[phase]]
kind = 1
[[phase.step]]
hold = 2
[[phase.step]]
note = ["é", {a = 3, b.c = 4}]
`
	d := Parse("x.toml", []byte(text), Standard)
	tests := []struct {
		line, column int
		want         string
	}{
		{0, 0, ""}, {1, 1, "name"}, {1, 8, "name"}, {1, 14, "name"},
		{2, 1, "phase[0]"}, {3, 1, "phase[0].kind"}, {3, 8, "phase[0].kind"},
		{4, 1, "phase[0].step[0]"}, {5, 8, "phase[0].step[0].hold"}, {6, 1, "phase[0].step[1]"},
		{7, 1, "phase[0].step[1].note"}, {7, 9, "phase[0].step[1].note[0]"}, {7, 14, "phase[0].step[1].note[1]"},
		{7, 15, "phase[0].step[1].note[1].a"}, {7, 22, "phase[0].step[1].note[1].b.c"}, {99, 99, "phase[0].step[1].note[1].b.c"},
	}
	var problems Problems
	var want []string
	for _, test := range tests {
		problems = append(problems, Problem{Line: test.line, Column: test.column})
		want = append(want, test.want)
	}
	if got := d.PathsOf(problems); !slices.Equal(got, want) {
		t.Errorf("the paths are\n%q, want\n%q", got, want)
	}
	if got := Parse("x.toml", nil, Standard).PathsOf(Problems{{Line: 1, Column: 1}}); got[0] != "" {
		t.Errorf("an empty file has a path: %q", got)
	}
}
