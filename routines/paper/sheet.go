// Package paper prints a routine fitted to a length: a calm sheet to hand out, as PDF or HTML, with the figures of the
// stage, doses and sides in words, a few cues, boxes to tick and room for a name.
//
// In goes a [Sheet], a pure description that [Of] makes of a plan, and the fonts; out comes a document. The layout is
// worked out once, as texts and shapes at their places on pages; PDF and picture ([Lay], [Document.Paint]) are two ways
// to draw the same. HTML flows by itself. The same sheet always gives the same bytes: nothing asks for the time.
package paper

import (
	"catcow/routines/exercise"
	"catcow/routines/figure"
)

// Sheet is everything a printed routine says, in the words it is printed in.
type Sheet struct {
	Title, About string
	Facts        []string // one line: who it is for, how long it takes, what it needs
	Phases       []Phase
	Notes        []string
	Care         []Care // who should leave which exercises out
	Days, Times  int    // boxes to tick: so many days, 0 to MostDays, and so often a day, 1 to MostTimes
	Words        Words
}

// What a sheet has boxes for at most: four weeks, three times a day.
const (
	MostDays  = 28
	MostTimes = 3
)

// Phase is a run of exercises of one kind.
type Phase struct {
	Kind  exercise.Kind
	Name  string
	About string // the kind in words and how long it takes, so that no colour is needed
	Steps []Step
}

// Step is an exercise as it is printed.
type Step struct {
	Number int // from 1; 0 is not counted and has no boxes to tick: the activity
	Name   string
	Dose   string
	Sides  string // "left, then right"; "" where there are none
	Place  string // how the body is placed
	Cues   []string
	// Breath, Mistake, Easier and Note may be "".
	Breath, Mistake, Easier, Note string

	Figure  *figure.Figure // nil shows Picture, or nothing
	Side    figure.Side
	Picture string // path of a PNG, JPEG or SVG
}

// Care is a reason to leave exercises out or to do them in the easier form.
type Care struct {
	If      string // follows "if": "a knee hurts when you kneel on it"
	Numbers []int  // of the steps
}

// Words are the sheet's own.
type Words struct {
	Name, Date                    string // fields to fill in
	Honest                        string // stop when it hurts sharply; not a replacement for advice
	Care                          string // heading of the cautions, each with the numbers of exercises in brackets
	Notes, Own                    string // headings: the routine's notes, and room for one's own
	Breath, Mistake, Easier, Note string // before what they are about, with a colon
	Feel, Tick                    string // what the marks mean: where it is felt, and the boxes
	Made                          string // who made the sheet
	Page                          func(n, of int) string
}

// Paper is a size of paper.
type Paper string

// The papers.
const (
	A4     Paper = "a4"     // 210 × 297 mm
	Letter Paper = "letter" // 8.5 × 11 in
)

// Papers lists the papers.
var Papers = []Paper{A4, Letter}

// size is the paper's in points of 1/72 inch.
func (p Paper) size() (w, h float64) {
	if p == Letter {
		return 612, 792
	}
	return 595.28, 841.89
}

// PaperFor is what is usual where a locale is from ("en-US", "fr_CA.UTF-8"): Letter in North America, most of Central
// America, Colombia, Venezuela, Chile and the Philippines, else A4 (Unicode CLDR, paperSize).
func PaperFor(locale string) Paper {
	for _, part := range splitLocale(locale) {
		switch part {
		case "US", "CA", "MX", "BZ", "CL", "CO", "CR", "GT", "NI", "PA", "PH", "PR", "SV", "VE":
			return Letter
		}
	}
	return A4
}
