package tomlfile

import (
	"strconv"
	"strings"
)

// nearestLonger is the longest word for which a suggestion is looked for; nobody mistypes a longer one.
const nearestLonger = 64

// Nearest is the choice that was probably meant by word, or "" when none is near. Near means few slips of the
// finger (Damerau-Levenshtein distance: a letter more, less, other, or two exchanged), not counting capitals and
// whether words are joined by space, "-" or "_"; failing that, a choice that contains the word or the other way round.
// Of equally near choices the first wins.
func Nearest(word string, choices []string) string {
	w := []rune(plain(word))
	if len(w) == 0 || len(w) > nearestLonger {
		return ""
	}
	best, bestDistance := "", max(1, (len(w)+1)/3)+1
	for _, choice := range choices {
		c := []rune(plain(choice))
		if max(len(c)-len(w), len(w)-len(c)) >= bestDistance {
			continue
		}
		if d := distance(w, c); d < bestDistance {
			best, bestDistance = choice, d
		}
	}
	if best != "" || len(w) < 3 {
		return best
	}
	for _, choice := range choices {
		c := plain(choice)
		if strings.Contains(c, string(w)) || len(c) > 3 && strings.Contains(string(w), c) {
			return choice
		}
	}
	return ""
}

// plain folds the differences that are not slips of the finger.
func plain(s string) string {
	return strings.NewReplacer(" ", "-", "_", "-").Replace(strings.ToLower(strings.TrimSpace(s)))
}

// distance is the Damerau-Levenshtein distance between a and b in its optimal-string-alignment form.
func distance(a, b []rune) int {
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(b)]
}

// Quote is text from a file as a message shows it: in quotes, on one line, and not too long.
func Quote(s string) string {
	const longest = 40
	runes := []rune(s)
	if len(runes) > longest {
		return strconv.Quote(string(runes[:longest])) + "…"
	}
	return strconv.Quote(s)
}
