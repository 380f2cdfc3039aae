package look

import (
	"encoding/json"
	"strings"
	"sync"
	"text/template"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"catcow/assets"
	"catcow/routines/message"
)

// loadWords loads the translations where there is one into the person's language, and reports whether there is. English
// needs none: it stands in the sources, and reading it again would cost every start its time and the resident its memory.
var loadWords = sync.OnceValue(func() (translated bool) {
	language, _, _ := strings.Cut(string(lang.SystemLocale()), "-")
	if _, err := assets.Translations.ReadFile("translations/" + language + ".json"); err != nil || language == "en" {
		return false
	}
	if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
		fyne.LogError("reading translations", err)
	}
	return true
})

// singular are the texts of en.json for one of what they count. All others are in the sources word for word.
var singular = sync.OnceValue(func() map[string]string {
	data, err := assets.Translations.ReadFile("translations/en.json")
	all := map[string]forms{}
	if err == nil {
		err = json.Unmarshal(data, &all)
	}
	if err != nil {
		fyne.LogError("reading translations", err)
	}
	out := map[string]string{}
	for id, f := range all {
		if f.One != "" {
			out[id] = f.One
		}
	}
	return out
})

type forms struct{ One, Other string }

// UnmarshalJSON reads a text alone or {"one": …, "other": …}.
func (f *forms) UnmarshalJSON(data []byte) error {
	if json.Unmarshal(data, &f.Other) == nil {
		return nil
	}
	type plain forms
	return json.Unmarshal(data, (*plain)(f))
}

// T is a text in the person's language. The id is its key in assets/translations, text the same in English as in
// en.json. Data is at most one map or struct that fills {{.Name}}; a map with a whole number "Count" picks the plural form.
//
// Where there is no translation into the person's language English is shown by English rules: Fyne would report every
// text as missing, and count it as the other language does.
func T(id, text string, data ...any) string {
	count, counts := 0, false
	if len(data) > 0 {
		if m, ok := data[0].(map[string]any); ok {
			count, counts = m["Count"].(int)
		}
	}
	if loadWords() {
		if counts {
			return lang.XN(id, text, count, data...)
		}
		return lang.X(id, text, data...)
	}
	if counts && count == 1 {
		if one, ok := singular()[id]; ok {
			text = one
		}
	}
	return fill(text, data)
}

// fill puts data into a text; one that cannot be filled is still better said as it is.
func fill(text string, data []any) string {
	if len(data) == 0 || !strings.Contains(text, "{{") {
		return text
	}
	t, err := template.New("").Parse(text)
	if err != nil {
		return text
	}
	var b strings.Builder
	if err := t.Execute(&b, data[0]); err != nil {
		return text
	}
	return b.String()
}

// Say is a sentence of the domain in the person's language.
func Say(m message.Message) string {
	if m.ID == "" {
		return drawable(m.String())
	}
	if m.Data == nil {
		return drawable(T(m.ID, m.Text))
	}
	return drawable(T(m.ID, m.Text, m.Data))
}

// drawable takes the spaces from around an arrow: it comes from Fyne's font for symbols, which has no space, so one
// behind it would be drawn as a sign that is missing.
func drawable(s string) string { return strings.ReplaceAll(s, " → ", "→") }
