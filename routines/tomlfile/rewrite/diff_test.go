package rewrite

import (
	"fmt"
	"strings"
)

// differ shows where two texts differ first.
func differ(a, b []byte) string {
	x, y := strings.SplitAfter(string(a), "\n"), strings.SplitAfter(string(b), "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return fmt.Sprintf("line %d: %q\nbecame %q", i+1, strings.Join(x[max(i-2, 0):min(i+3, len(x))], ""), strings.Join(y[max(i-2, 0):min(i+3, len(y))], ""))
		}
	}
	return fmt.Sprintf("%d lines became %d", len(x), len(y))
}
