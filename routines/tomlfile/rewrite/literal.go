package rewrite

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"catcow/routines/tomlfile"
)

// String is a text. Bytes that are not UTF-8, which TOML cannot hold, become the replacement character.
func String(s string) Literal {
	var b strings.Builder
	b.Grow(len(s) + 2)
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\n':
			b.WriteString(`\n`)
		case r < ' ' || r == 0x7f:
			b.WriteString(`\u`)
			b.WriteString(strconv.FormatInt(0x10000+int64(r), 16)[1:])
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return Literal(b.String())
}

// Strings is a list of texts.
func Strings(list []string) Literal {
	parts := make([]Literal, len(list))
	for i, s := range list {
		parts[i] = String(s)
	}
	return Array(parts...)
}

// Int is a whole number.
func Int(n int) Literal { return Literal(strconv.Itoa(n)) }

// Float is a number, as short as it can be told: 0.25, 90. One that is no number, or endless, is as TOML writes those.
func Float(f float64) Literal {
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if len(s) > 24 {
		s = strconv.FormatFloat(f, 'e', -1, 64)
	}
	return Literal(strings.NewReplacer("NaN", "nan", "Inf", "inf").Replace(s))
}

// Floats is a list of numbers.
func Floats(list []float64) Literal {
	parts := make([]Literal, len(list))
	for i, f := range list {
		parts[i] = Float(f)
	}
	return Array(parts...)
}

// Bool is true or false.
func Bool(b bool) Literal { return Literal(strconv.FormatBool(b)) }

// Duration is a time in its normal form: "1m30s".
func Duration(d tomlfile.Duration) Literal { return String(d.String()) }

// Array is a list of values.
func Array(parts ...Literal) Literal {
	var b strings.Builder
	b.WriteByte('[')
	for i, p := range parts {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(p))
	}
	b.WriteByte(']')
	return Literal(b.String())
}

// keyText writes a key: in quotes unless it is a plain word.
func keyText(key string) string {
	for i := range len(key) {
		if c := key[i]; !isBare(c) {
			return string(String(key))
		}
	}
	if key == "" {
		return `""`
	}
	return key
}

// isBare reports whether a byte may stand in a key without quotes.
func isBare(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
}

// width is how many characters a text takes.
func width(s string) int { return utf8.RuneCountInString(s) }
