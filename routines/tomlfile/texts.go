package tomlfile

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/BurntSushi/toml"
)

// SetTexts replaces texts in a file: change is asked about every value that is a text, by its path, and answers what
// it should be. Everything else stays as it is, byte by byte. The error says that the file is not TOML.
func SetTexts(data []byte, limits Limits, change func(path, text string) string) ([]byte, error) {
	d := Parse("", data, limits)
	if err := d.Problems().Err(); err != nil {
		return nil, fmt.Errorf("replacing texts: %w", err)
	}
	places := d.lay().places
	paths := slices.SortedFunc(maps.Keys(places), func(a, b string) int {
		return cmp.Or(cmp.Compare(places[a].value, places[b].value), cmp.Compare(a, b))
	})
	var out bytes.Buffer
	done := 0
	for _, path := range paths {
		s := scanner{data: data, pos: places[path].value, limits: limits}
		start := s.pos
		if c := s.here(); start < done || c != '"' && c != '\'' {
			continue
		}
		if !s.quoted() {
			continue
		}
		var was struct{ V string }
		if _, err := toml.Decode("V="+string(data[start:s.pos]), &was); err != nil {
			return nil, fmt.Errorf("replacing texts: reading %s: %w", path, err)
		}
		if now := change(path, was.V); now != was.V {
			out.Write(data[done:start])
			out.WriteString(QuoteText(now))
			done = s.pos
		}
	}
	out.Write(data[done:])
	return out.Bytes(), nil
}

// QuoteText writes a text as TOML does, in double quotes on one line.
func QuoteText(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case unicode.IsControl(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
