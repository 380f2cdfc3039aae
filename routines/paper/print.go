package paper

import (
	"fmt"
	"image/color"

	"catcow/routines/exercise"
	"catcow/routines/figure"
)

// print is what all pages of a document share: letters, colours and the person drawn.
type print struct {
	o             Options
	regular, bold *letters
	palette       figure.Palette
	inks
}

// inks are the colours of a page.
type inks struct {
	text, quiet, rule, warn color.NRGBA
	feelIn, feelOut         color.NRGBA
}

func newPrint(o Options) (*print, error) {
	regular, err := newLetters(o.Fonts.Regular, "regular")
	if err != nil {
		return nil, err
	}
	bold, err := newLetters(o.Fonts.Bold, "bold")
	if err != nil {
		return nil, err
	}
	if o.Paper == "" {
		o.Paper = A4
	}
	if o.Paper != A4 && o.Paper != Letter {
		return nil, fmt.Errorf("there is no paper %q; it can be a4 or letter", o.Paper)
	}
	return &print{o: o, regular: regular, bold: bold, palette: figure.Paper(o.Skin, o.Hair, o.Grey), inks: inksFor(o.Grey)}, nil
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 0xff}
}

var white = rgb(0xffffff)

func inksFor(grey bool) inks {
	if grey {
		return inks{text: rgb(0x101010), quiet: rgb(0x4a4a4a), rule: rgb(0xa0a0a0), warn: rgb(0x101010),
			feelIn: rgb(0x000000), feelOut: white}
	}
	return inks{text: rgb(0x1f1d1b), quiet: rgb(0x5a534a), rule: rgb(0xb9b0a2), warn: rgb(0x9a4f23),
		feelIn: rgb(0xb8330c), feelOut: white}
}

// kind is the colour of a kind's sign and rule; the words beside it say the same.
func (p *print) kind(k exercise.Kind) color.NRGBA {
	if p.o.Grey {
		return p.text
	}
	switch k {
	case exercise.Dynamic:
		return rgb(0xa9592a)
	case exercise.Static:
		return rgb(0x2f7767)
	case exercise.Strength:
		return rgb(0x7d5ba6)
	case exercise.Release:
		return rgb(0x3a6c96)
	}
	return rgb(0x5f6880)
}

func (p *print) letters(bold bool) *letters {
	if bold {
		return p.bold
	}
	return p.regular
}
