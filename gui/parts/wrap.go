package parts

import (
	"strings"

	"fyne.io/fyne/v2"
)

// Wrap breaks text at spaces so that no line is wider than width; a single word too long is broken anywhere.
func Wrap(text string, size float32, style fyne.TextStyle, width float32) []string {
	wide := func(s string) bool { return fyne.MeasureText(s, size, style).Width > width }
	var lines []string
	for para := range strings.SplitSeq(text, "\n") {
		line := ""
		for _, word := range strings.Fields(para) {
			for wide(word) {
				head := fitting(word, wide)
				if head == word || head == "" {
					break
				}
				if line != "" {
					lines, line = append(lines, line), ""
				}
				lines, word = append(lines, head), word[len(head):]
			}
			switch {
			case line == "":
				line = word
			case wide(line + " " + word):
				lines, line = append(lines, line), word
			default:
				line += " " + word
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// fitting is the longest beginning of a word that is not too wide, at least one letter.
func fitting(word string, wide func(string) bool) string {
	runes := []rune(word)
	n := len(runes)
	for n > 1 && wide(string(runes[:n])) {
		n--
	}
	return string(runes[:n])
}

// Shorten ends a line in "…" where it is too wide; size is the type size as it is drawn.
func Shorten(text string, size float32, style fyne.TextStyle, width float32) string {
	wide := func(s string) bool { return fyne.MeasureText(s, size, style).Width > width+0.5 }
	if !wide(text) {
		return text
	}
	runes := []rune(text)
	lo, hi := 0, len(runes)
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if wide(strings.TrimRight(string(runes[:mid]), " ") + "…") {
			hi = mid - 1
		} else {
			lo = mid
		}
	}
	return strings.TrimRight(string(runes[:lo]), " ") + "…"
}
