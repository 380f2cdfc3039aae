package paper

import (
	"image"
	"strings"
	"time"
	"unicode"
)

// Fonts are TrueType files; only the letters used are put into a document.
type Fonts struct{ Regular, Bold []byte }

// Options is how a sheet is printed.
type Options struct {
	Paper Paper // "" is A4
	Grey  bool  // black and white
	Fonts Fonts // for PDF and pictures; HTML uses the reader's own
	// Skin, Hair and Figure name the person drawn, as in the settings; "" is the usual one.
	Skin, Hair, Figure string
	// SVG draws a person's own SVG picture at most so many pixels wide and high. Nil leaves such pictures out of a PDF.
	SVG func(data []byte, width, height int) (image.Image, error)
	// Made is the date a PDF bears; zero is always the same one.
	Made time.Time
	// Language is what the words are in, such as "en"; "" does not say.
	Language string
}

// splitLocale splits "en_US.UTF-8" and "zh-Hant-TW" into their parts.
func splitLocale(locale string) []string {
	return strings.FieldsFunc(locale, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
