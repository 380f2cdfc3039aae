package look

import (
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"catcow/assets"
	"catcow/routines/message"
)

var loadWords = sync.OnceFunc(func() {
	if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
		fyne.LogError("reading translations", err)
	}
	// For a language we have no file for, Fyne would report every single text as missing. English under that
	// language's name is what the person sees anyway.
	locale := lang.SystemLocale().LanguageString()
	if _, err := assets.Translations.ReadFile("translations/" + locale + ".json"); err == nil {
		return
	}
	if en, err := assets.Translations.ReadFile("translations/en.json"); err == nil {
		if err := lang.AddTranslationsForLocale(en, fyne.Locale(locale)); err != nil {
			fyne.LogError("reading translations", err)
		}
	}
})

// T is a text in the person's language. The id is its key in assets/translations, english the same text as in en.json.
// Data is at most one map or struct that fills {{.Name}}; a map with a whole number "Count" picks the plural form.
func T(id, english string, data ...any) string {
	loadWords()
	if len(data) > 0 {
		if m, ok := data[0].(map[string]any); ok {
			if n, ok := m["Count"].(int); ok {
				return lang.XN(id, english, n, m)
			}
		}
	}
	return lang.X(id, english, data...)
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
