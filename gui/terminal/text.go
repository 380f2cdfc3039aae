package terminal

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"catcow/routines/plan"
)

// clock writes a position or a length as 3:38.
func clock(d time.Duration) string {
	s := seconds(d)
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// minutes writes a length in minutes, to the second where it is not a whole number of them.
func minutes(d time.Duration) string {
	if d%time.Minute == 0 {
		return fmt.Sprintf("%d min", d/time.Minute)
	}
	return clock(d) + " min"
}

// what names the exercise of a segment with its side and dose: "Supine Twist, left, 45 s".
func what(s plan.Segment) string {
	return named(s) + dose(s)
}

// named is the exercise with its side and, of several, its round.
func named(s plan.Segment) string {
	text := s.Exercise.Name
	if s.Side != plan.SideBoth && s.Side != "" {
		text += ", " + string(s.Side)
	}
	if s.Rounds > 1 && s.Round > 0 {
		text += fmt.Sprintf(", round %d of %d", s.Round, s.Rounds)
	}
	return text
}

func dose(s plan.Segment) string {
	switch {
	case s.Kind != plan.Work:
		return ""
	case s.Reps > 0:
		return fmt.Sprintf(", %d × %d s", s.Reps, seconds(s.Tempo))
	}
	return fmt.Sprintf(", hold %d s", seconds(s.Length))
}

// indented puts lines below what announces them.
func indented(lines string) string { return "\n      " + strings.ReplaceAll(lines, "\n", "\n      ") }

// table is rows of words in columns. A row of two, a note, has its second word as wide as it likes.
type table [][]string

func (t *table) row(cells ...string)   { *t = append(*t, cells) }
func (t *table) note(word, say string) { *t = append(*t, []string{word, say}) }

// String lays the columns out, each as wide as its widest word.
func (t table) String() string {
	var widths []int
	for _, row := range t {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			if i == 0 || len(row) > 2 {
				widths[i] = max(widths[i], utf8.RuneCountInString(cell))
			}
		}
	}
	var b strings.Builder
	for _, row := range t {
		var line strings.Builder
		for i, cell := range row {
			fmt.Fprintf(&line, "  %-*s", widths[i], cell)
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return b.String()
}
