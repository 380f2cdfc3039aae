package routines

import "regexp"

// Subject is what a file is about.
type Subject int

// The subjects. NoSubject is a text that shows no sign of any.
const (
	NoSubject Subject = iota
	ARoutine
	AnExercise
	TheSettings
)

// signs are what files are told by, line by line, so that one that is not even TOML is still taken for what it is meant
// to be. The first that is found counts: breaks have a position, as exercises have.
var signs = []struct {
	subject Subject
	sign    *regexp.Regexp
}{
	{ARoutine, regexp.MustCompile(`(?m)^[ \t]*\[\[[ \t]*phase\b`)},
	{TheSettings, regexp.MustCompile(`(?m)^[ \t]*(\[[ \t]*(lengths|breaks)\b|(hold_floor|breath_pacer|volume|theme|text_size|start_screen|reduced_motion)[ \t]*=)`)},
	{AnExercise, regexp.MustCompile(`(?m)^[ \t]*(\[[ \t]*(dose|figure)\b|(position|sides|targets|cues|equipment)[ \t]*=)`)},
}

// SubjectOf tells a routine, an exercise and settings apart by their text alone.
func SubjectOf(text []byte) Subject {
	for _, s := range signs {
		if s.sign.Match(text) {
			return s.subject
		}
	}
	return NoSubject
}
