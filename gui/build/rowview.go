package build

import (
	"strings"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/draft"
	"catcow/routines/exercise"
)

// rowView is what a row of the routine says.
type rowView struct {
	kind        rowKind
	key         draft.Key
	phase, step int

	what     exercise.Kind      // the phase's
	exercise *exercise.Exercise // of a step; nil when none is known by its id
	name     string
	sub      string // priority and sides
	note     string
	length   string // of a phase
	problems string // what is wrong here, in words
	doses    []dose
	data     draft.Step

	shape shape
	fitAt measure
}

// shape is how a card is laid out at a width.
type shape struct {
	high               float32
	name, sub, note    []string
	row                float32 // how high picture, words and dose are, the note left out
	noteY              float32
	problem            []string
	textX, textY       float32 // where the words begin
	room               float32 // for them
	doseX, doseY       float32
	doseWidths         []float32
	problemY, problemX float32
}

// Measures of a card, in units; what grows with the text is scaled where it is used.
const (
	cardSide   = look.S3
	cardPad    = 9
	thumbWide  = 74
	thumbHigh  = 56
	leastWords = 104
)

// gripWidth is the room for the grip, openerWidth that for what opens the card.
func gripWidth() float32   { return max(look.Size(24)+look.S2, 36) }
func openerWidth() float32 { return look.Size(22) }

func thumbSize() fyne.Size { return fyne.NewSize(look.Size(thumbWide), look.Size(thumbHigh)) }

var (
	bold   = fyne.TextStyle{Bold: true}
	italic = fyne.TextStyle{Italic: true}
)

func lineHeight(size float32, style fyne.TextStyle) float32 {
	return fyne.MeasureText("Ág", look.Size(size), style).Height
}

// fit lays a card out for a width: the words beside the picture, the dose beside the words where there is room for both,
// else below them. A note that is short goes with the words; a longer one goes under all that, where it has room.
func (v *rowView) fit(width float32) {
	at := measure{width, look.Size(1)}
	if v.fitAt == at {
		return
	}
	v.fitAt = at
	var s shape
	s.textX = gripWidth() + look.Size(thumbWide) + look.S3
	right := width - cardSide - openerWidth()
	doses := float32(0)
	for _, d := range v.doses {
		w := d.width()
		s.doseWidths = append(s.doseWidths, w)
		doses += w + look.S2
	}
	s.room = right - s.textX - doses - look.S1
	below := len(v.doses) > 0 && s.room < look.Size(leastWords)
	if below {
		s.room = right - s.textX
	}
	s.name = wrapped(v.name, look.Size(look.CardTitle), bold, s.room, 3)
	small := look.Size(look.Small)
	if v.sub != "" {
		s.sub = wrapped(v.sub, small, fyne.TextStyle{}, s.room, 2)
		if both := strings.Split(v.sub, between); len(s.sub) > 1 && len(both) == 2 &&
			fyne.MeasureText(both[0], small, fyne.TextStyle{}).Width <= s.room &&
			fyne.MeasureText(both[1], small, fyne.TextStyle{}).Width <= s.room {
			s.sub = both // a line for each
		}
	}
	line := lineHeight(look.Small, fyne.TextStyle{})
	words := float32(len(s.name))*lineHeight(look.CardTitle, bold) + float32(len(s.sub))*line
	beside := v.note != "" && fyne.MeasureText(v.note, small, italic).Width <= s.room
	if beside {
		s.note = []string{v.note}
		words += line
	}
	high := max(look.Size(thumbHigh), words)
	s.row = high
	s.textY = cardPad + (high-words)/2
	s.doseX, s.doseY = right-doses+look.S2-look.S1/2, cardPad+(high-stepperHeight())/2
	y := cardPad + high
	if below {
		s.doseX, s.doseY = s.textX, y+look.S2-2
		if doses > right-s.textX {
			s.doseX = cardSide
		}
		y = s.doseY + stepperHeight()
	}
	switch {
	case beside:
		s.noteY = s.textY + words - line
	case v.note != "":
		s.note = wrapped(v.note, small, italic, right-s.textX, 3)
		s.noteY = y + look.S1
		y = s.noteY + float32(len(s.note))*line
	}
	if v.problems != "" {
		s.problemX = gripWidth() + look.Size(18) + look.S1
		s.problem = parts.Wrap(v.problems, small, fyne.TextStyle{}, width-s.problemX-cardSide)
		s.problemY = y + look.S1
		y = s.problemY + float32(len(s.problem))*line
	}
	s.high = y + cardPad
	v.shape = s
}

// wrapped is a text in at most so many lines; the last ends in "…" where there would be more.
func wrapped(text string, size float32, style fyne.TextStyle, width float32, most int) []string {
	if fyne.MeasureText(text, size, style).Width <= width {
		return []string{text} // most are, and Wrap would measure them word by word
	}
	lines := parts.Wrap(text, size, style, width)
	if len(lines) > most {
		rest := lines[most-1]
		for _, l := range lines[most:] {
			rest += " " + l
		}
		lines = append(lines[:most-1:most-1], parts.Shorten(rest, size, style, width))
	}
	return lines
}
