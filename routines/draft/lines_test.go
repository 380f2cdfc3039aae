package draft

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// rows shows the rows of two texts, one to a line: "1 1 text" with - where a text has not got it.
func rows(lines []Line) string {
	var b strings.Builder
	for _, l := range lines {
		a, c := fmt.Sprint(l.A), fmt.Sprint(l.B)
		switch l.Where {
		case OnlyInA:
			c = "-"
		case OnlyInB:
			a = "-"
		}
		fmt.Fprintf(&b, "%s %s %s;", a, c, l.Text)
	}
	return b.String()
}

func TestDifferences(t *testing.T) {
	tests := []struct{ about, a, b, want string }{
		{"nothing", "", "", ""},
		{"the same", "a\nb\n", "a\nb\n", "1 1 a;2 2 b;"},
		{"all new", "", "a\nb\n", "- 1 a;- 2 b;"},
		{"all gone", "a\nb\n", "", "1 - a;2 - b;"},
		{"one line", "a\nb\nc\n", "a\nx\nc\n", "1 1 a;2 - b;- 2 x;3 3 c;"},
		{"in between", "a\nc\n", "a\nb\nc\n", "1 1 a;- 2 b;2 3 c;"},
		{"at the front", "b\n", "a\nb\n", "- 1 a;1 2 b;"},
		{"moved", "a\nb\nc\nd\n", "b\nc\nd\na\n", "1 - a;2 1 b;3 2 c;4 3 d;- 4 a;"},
		{"empty lines", "a\n\n\nb\n", "a\n\nb\n", "1 1 a;2 2 ;3 - ;4 3 b;"},
		{"line ends of both kinds", "a\r\nb\r\n", "a\nb\n", "1 1 a;2 2 b;"},
		{"no line end at the end", "a\nb", "a\nb\n", "1 1 a;2 2 b;"},
		{"nothing in common", "a\nb\n", "c\n", "1 - a;2 - b;- 1 c;"},
	}
	for _, test := range tests {
		if got := rows(Differences([]byte(test.a), []byte(test.b))); got != test.want {
			t.Errorf("%s: %s\nwant %s", test.about, got, test.want)
		}
	}
}

// common is how many lines two texts have in common, the slow and plain way.
func common(a, b []string) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		above, corner := 0, 0
		for j, y := range b {
			above, corner = row[j+1], above
			if x == y {
				row[j+1] = corner + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
		}
	}
	return row[len(b)]
}

// Whatever two texts are, their rows hold each whole and in order, and no row more than there must be.
func TestDifferencesAreWholeAndFew(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	text := func() string {
		var b strings.Builder
		for range r.IntN(30) {
			b.WriteString(string(rune('a'+r.IntN(1+r.IntN(6)))) + "\n")
		}
		return b.String()
	}
	for range 3000 {
		a, b := text(), text()
		var left, right strings.Builder
		kept := 0
		for _, l := range Differences([]byte(a), []byte(b)) {
			if l.Where != OnlyInB {
				left.WriteString(l.Text + "\n")
			}
			if l.Where != OnlyInA {
				right.WriteString(l.Text + "\n")
			}
			if l.Where == InBoth {
				kept++
			}
		}
		if left.String() != a || right.String() != b {
			t.Fatalf("%q and %q became %q and %q", a, b, left.String(), right.String())
		}
		if want := common(split([]byte(a)), split([]byte(b))); kept != want {
			t.Fatalf("%q and %q have %d lines in common, want %d", a, b, kept, want)
		}
	}
}

// Two large texts without a line in common are still laid side by side at once.
func TestDifferencesOfLargeTexts(t *testing.T) {
	var a, b strings.Builder
	for i := range 60_000 {
		fmt.Fprintf(&a, "a%d\n", i)
		fmt.Fprintf(&b, "b%d\n", i)
	}
	start := time.Now()
	n := len(Differences([]byte(a.String()), []byte(b.String())))
	if took := time.Since(start); n != 120_000 || took > 5*time.Second {
		t.Errorf("%d rows in %v", n, took)
	}
}
