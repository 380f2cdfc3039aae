package advice

import (
	"fmt"

	"catcow/routines/draft"
	"catcow/routines/message"
	"catcow/routines/tomlfile"
)

// At is the line of a draft's text, from 1, that an advice about it is about: that of its first step, or of the key in
// the head. 0 means the file as a whole.
func (a Advice) At(d draft.Draft) int {
	if a.Field != "" {
		return line(d, a.Field)
	}
	if len(a.Keys) == 0 {
		return 0
	}
	return LineOf(d, a.Keys[0])
}

// LineOf is the line of a draft's text, from 1, that a step or phase begins on: that of its exercise or its name. 0 where
// there is none.
func LineOf(d draft.Draft, k draft.Key) int {
	phase, step, ok := d.Content.Find(k)
	switch {
	case !ok:
		return 0
	case step < 0:
		return line(d, fmt.Sprintf("phase[%d].name", phase))
	}
	return line(d, fmt.Sprintf("phase[%d].step[%d].exercise", phase, step))
}

// line is where a value of the text stands; 0 when the text cannot be read that far.
func line(d draft.Draft, path string) int {
	doc := tomlfile.Parse("", d.Text, tomlfile.Standard)
	if doc.Damaged() {
		return 0
	}
	doc.Add(path, message.Message{})
	for _, p := range doc.Problems() {
		return p.Line
	}
	return 0
}
