// Package message holds the sentences the domain says to a person.
//
// The domain knows no screen and no language, so it hands out a Message: an ID that a translation file can
// answer, the English text as a template, and the data that fills it. The terminal prints String; the window
// looks the ID up in its translations and falls back to the same English text.
package message

import (
	"strings"
	"text/template"
)

// Message is one sentence for a person.
type Message struct {
	ID   string         // key in assets/translations, such as "plan.left-out"
	Text string         // English, as a text/template: "{{.Name}} needs {{.Length}}"
	Data map[string]any // what fills the template; strings and whole numbers only
}

// New makes a message. Pairs are key, value, key, value, …
func New(id, text string, pairs ...any) Message {
	m := Message{ID: id, Text: text}
	for i := 0; i+1 < len(pairs); i += 2 {
		if m.Data == nil {
			m.Data = make(map[string]any, len(pairs)/2)
		}
		m.Data[pairs[i].(string)] = pairs[i+1]
	}
	return m
}

// String is the message in English. A template that does not parse or run is a programming mistake; the raw
// text is still better for the reader than nothing.
func (m Message) String() string {
	if !strings.Contains(m.Text, "{{") {
		return m.Text
	}
	t, err := template.New("").Option("missingkey=error").Parse(m.Text)
	if err != nil {
		return m.Text
	}
	var b strings.Builder
	if err := t.Execute(&b, m.Data); err != nil {
		return m.Text
	}
	return b.String()
}

// Error lets a message be the text of an error.
func (m Message) Error() string { return m.String() }
