package paper

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// letters measures texts and breaks them into lines, in one weight of a font.
type letters struct {
	font  *sfnt.Font
	data  []byte
	buf   sfnt.Buffer
	units float64
	wide  map[rune]float64 // advance in ems; below zero where the font has no such letter
	lost  rune             // stands for letters the font lacks
	lacks bool             // a text was cleaned that has such letters
}

func newLetters(data []byte, weight string) (*letters, error) {
	f, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("reading the %s font: %w", weight, err)
	}
	l := &letters{font: f, data: data, units: float64(f.UnitsPerEm()), wide: map[rune]float64{}}
	for _, r := range []rune{'□', '▯', '�', '?'} {
		if l.advance(r) >= 0 {
			l.lost = r
			return l, nil
		}
	}
	return nil, fmt.Errorf("reading the %s font: it has not even a question mark", weight)
}

// advance is how wide a letter is in ems, or below zero where the font has none. A PDF's text is written in the
// letters up to U+FFFF only.
func (l *letters) advance(r rune) float64 {
	if w, ok := l.wide[r]; ok {
		return w
	}
	w := -1.0
	if i, err := l.font.GlyphIndex(&l.buf, r); err == nil && i != 0 && r <= 0xffff {
		if a, err := l.font.GlyphAdvance(&l.buf, i, fixed.Int26_6(l.font.UnitsPerEm()), font.HintingNone); err == nil {
			w = float64(a) / l.units
		}
	}
	l.wide[r] = w
	return w
}

// clean is a text as it can be printed: on one line, without signs that only steer, and with a box for every letter the
// font lacks, so that what is missing is seen.
func (l *letters) clean(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case unicode.IsSpace(r) || unicode.IsControl(r):
			b.WriteByte(' ')
		case unicode.Is(unicode.Cf, r) || r >= 0xfe00 && r <= 0xfe0f:
			// joiners, marks of direction, variants: nothing is seen of them
		case l.advance(r) < 0:
			b.WriteRune(l.lost)
			l.lacks = true
		default:
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// width of a clean text, in the unit of size.
func (l *letters) width(s string, size float64) float64 {
	w := 0.0
	for _, r := range s {
		w += max(l.advance(r), 0)
	}
	return w * size
}

// wrap breaks a clean text into lines no wider than room, the first of them no wider than first. A word that is wider
// than a line is broken inside. An empty text has no lines.
func (l *letters) wrap(s string, size, first, room float64) []string {
	var lines []string
	line := ""
	left := func() float64 {
		if len(lines) == 0 {
			return first
		}
		return room
	}
	for _, word := range strings.Fields(s) {
		next := word
		if line != "" {
			next = line + " " + word
		}
		if l.width(next, size) <= left() {
			line = next
			continue
		}
		if line != "" || first < room && len(lines) == 0 {
			lines, line = append(lines, line), ""
		}
		for l.width(word, size) > left() {
			head := l.head(word, size, left())
			lines, word = append(lines, head), word[len(head):]
		}
		line = word
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// head is as much of the beginning of a word as there is room for, one letter at least.
func (l *letters) head(word string, size, room float64) string {
	w, end := 0.0, 0
	for i, r := range word {
		w += max(l.advance(r), 0) * size
		if w > room && i > 0 {
			break
		}
		end = i + len(string(r))
	}
	return word[:end]
}

// shorten cuts a clean text to a width, with "…" where something is left out.
func (l *letters) shorten(s string, size, room float64) string {
	if l.width(s, size) <= room {
		return s
	}
	return strings.TrimRight(l.head(s, size, room-l.width("…", size)), " ") + "…"
}
