// Package printing is where a routine becomes paper: a sheet over the window with its length, paper and days, a preview
// of the pages, and what saves or opens them; and what the command line needs to print the same.
//
// In go a routine and the settings; out comes a document of package paper, in the person's language and with the
// person's figure.
package printing

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/paper"
	"catcow/routines/plan"
)

// Sheet is a plan's sheet in the person's language, with boxes for a number of days and times a day.
func Sheet(p *plan.Plan, cat *exercise.Catalogue, days, times int) paper.Sheet {
	return paper.Of(p, cat, days, times, paper.Speech{
		Say: look.Say, Caution: look.Caution,
		Place: func(p exercise.Position) string { return lowerFirst(look.Position(p)) },
	})
}

// Options are how a sheet is printed for a person: letters that Fyne brings, and the person's own pictures drawn.
func Options(size paper.Paper, grey bool, t parts.Tones) paper.Options {
	return paper.Options{
		Paper: size, Grey: grey, SVG: drawSVG, Skin: t.Skin, Hair: t.Hair, Figure: t.Figure, Language: lang.SystemLocale().LanguageString(),
		Fonts: paper.Fonts{Regular: theme.DefaultTextFont().Content(), Bold: theme.DefaultTextBoldFont().Content()},
	}
}

// UsualPaper is the paper of the place the person's computer is set to.
func UsualPaper() paper.Paper { return paper.PaperFor(lang.SystemLocale().String()) }

func lowerFirst(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToLower(first)) + s[n:]
}
