package exercises

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"catcow/gui/look"
	"catcow/routines/exercise"
)

// bounds is how far the dose may go down and up, in words, or "".
func bounds(e *exercise.Exercise) string {
	d := e.Dose
	switch {
	case d.ByReps():
		return look.T("exercises.bounds.reps", "{{.From}} to {{.To}} repetitions suit most people, {{.Fast}} to {{.Slow}} each.", map[string]any{
			"From": d.RepsMin, "To": d.RepsMax, "Fast": look.Span(d.TempoMin), "Slow": look.Span(d.TempoMax)})
	case e.Kind == exercise.Activity:
		return ""
	}
	from := map[string]any{"From": look.Span(d.HoldMin), "To": look.Span(d.HoldMax), "Rounds": d.RoundsMax}
	if d.RoundsMax > 1 {
		return look.T("exercises.bounds.holds", "{{.From}} to {{.To}} suit most people, up to {{.Rounds}} times.", from)
	}
	return look.T("exercises.bounds.hold", "{{.From}} to {{.To}} suit most people.", from)
}

// sentence joins words into one line that begins with a capital: "Lower back, glutes".
func sentence(words []string) string {
	s := strings.Join(words, ", ")
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + s[n:]
}

// lowerFirst makes the first letter small.
func lowerFirst(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToLower(first)) + s[n:]
}

// joined lists words in a sentence: "the morning, the desk and the evening".
func joined(words []string) string {
	n := len(words)
	if n < 2 {
		return strings.Join(words, "")
	}
	return look.T("exercises.and", "{{.First}} and {{.Last}}", map[string]any{
		"First": strings.Join(words[:n-1], ", "), "Last": words[n-1]})
}
