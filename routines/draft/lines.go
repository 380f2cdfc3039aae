package draft

import "bytes"

// Where says which of two texts has a line.
type Where int

// The places of a line.
const (
	InBoth Where = iota
	OnlyInA
	OnlyInB
)

// Line is a row of two texts side by side.
type Line struct {
	Where Where
	A, B  int    // its number in each text, from 1; 0 where that text has not got it
	Text  string // without its line end
}

// Differences lays two texts side by side, line by line, with as few differing lines as there can be. Where lines were
// replaced, those of a stand before those of b. Line ends of both kinds are alike.
func Differences(a, b []byte) []Line {
	la, lb := split(a), split(b)
	var rows []Line
	i, j := 0, 0
	for _, r := range runs(la, lb) {
		for ; i < r.a; i++ {
			rows = append(rows, Line{Where: OnlyInA, A: i + 1, Text: la[i]})
		}
		for ; j < r.b; j++ {
			rows = append(rows, Line{Where: OnlyInB, B: j + 1, Text: lb[j]})
		}
		for range r.n {
			rows = append(rows, Line{Where: InBoth, A: i + 1, B: j + 1, Text: la[i]})
			i, j = i+1, j+1
		}
	}
	return rows
}

// split is the lines of a text without their ends.
func split(text []byte) []string {
	if len(text) == 0 {
		return nil
	}
	parts := bytes.Split(bytes.TrimSuffix(text, []byte("\n")), []byte("\n"))
	lines := make([]string, len(parts))
	for i, p := range parts {
		lines[i] = string(bytes.TrimSuffix(p, []byte("\r")))
	}
	return lines
}
