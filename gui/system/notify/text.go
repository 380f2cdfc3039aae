package notify

import (
	"strings"
	"unicode"
)

// plain makes a text fit to be sent: text that is not UTF-8, or holds control characters, ends a connection to the
// message bus or shows as boxes. Lines stay when asked for.
func plain(s string, lines bool) string {
	s = strings.Map(func(r rune) rune {
		if r == '\n' && lines || !unicode.IsControl(r) {
			return r
		}
		return ' '
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.TrimSpace(s)
}

// join puts two texts under each other; either may be empty.
func join(above, below string) string {
	if above == "" || below == "" {
		return above + below
	}
	return above + "\n" + below
}
