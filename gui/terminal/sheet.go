package terminal

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"catcow/gui/look"
	"catcow/routines/exercise"
)

// The contact sheet, in pixels: cards in rows, each a figure over its label.
const (
	sheetGap    = 16
	sheetFigure = 232
	sheetPad    = 12
	sheetWidth  = sheetFigure + 2*sheetPad
	sheetHeight = sheetFigure + 2*sheetPad + 52
)

// sheetColumns is how many cards stand beside one another, so that the sheet is a little wider than high.
func sheetColumns(cards int) int {
	columns := 1
	for columns*columns < cards*5/4 {
		columns++
	}
	return columns
}

// contact is one picture with every exercise on it, under its name.
func (o drawing) contact(list []sitter) ([]byte, error) {
	columns := min(sheetColumns(len(list)), len(list))
	rows := 1
	if columns > 0 {
		rows = (len(list) + columns - 1) / columns
	}
	// A long name is written smaller rather than cut.
	var names []font.Face
	for size := float32(look.Body); size >= look.Body*0.8; size-- {
		f, err := face(theme.DefaultTextBoldFont(), size)
		if err != nil {
			return nil, err
		}
		names = append(names, f)
	}
	small, err := face(theme.DefaultTextFont(), look.Small)
	if err != nil {
		return nil, err
	}
	img := image.NewRGBA(image.Rect(0, 0, sheetGap+columns*(sheetWidth+sheetGap), sheetGap+rows*(sheetHeight+sheetGap)))
	o.ground(img, img.Rect, theme.ColorNameBackground)
	for i, x := range list {
		at := image.Pt(sheetGap+i%columns*(sheetWidth+sheetGap), sheetGap+i/columns*(sheetHeight+sheetGap))
		o.ground(img, image.Rectangle{at, at.Add(image.Pt(sheetWidth, sheetHeight))}, theme.ColorNameOverlayBackground)
		part := image.NewRGBA(image.Rect(0, 0, sheetFigure, sheetFigure))
		o.paint(part, x.Exercise)
		inner := at.Add(image.Pt(sheetPad, sheetPad))
		draw.Draw(img, part.Rect.Add(inner), part, image.Point{}, draw.Over)
		name := names[0]
		for _, f := range names {
			if name = f; font.MeasureString(f, x.Name) <= fixed.I(sheetFigure) {
				break
			}
		}
		o.text(img, inner.Add(image.Pt(0, sheetFigure+24)), name, theme.ColorNameForeground, x.Name)
		o.text(img, inner.Add(image.Pt(0, sheetFigure+46)), small, theme.ColorNamePlaceHolder, describe(x.Exercise))
	}
	seen := tally{}
	seen.add(img)
	var buf bytes.Buffer
	best := png.Encoder{CompressionLevel: png.BestCompression}
	err = best.Encode(&buf, seen.reduce(256).of(img))
	return buf.Bytes(), err
}

// describe is an exercise's kind and position in words.
func describe(x *exercise.Exercise) string {
	return string(x.Kind) + ", " + strings.ReplaceAll(string(x.Position), "-", " ")
}

// face is a font at a size in pixels. Hinting is off: the same picture everywhere.
func face(of fyne.Resource, size float32) (font.Face, error) {
	f, err := opentype.Parse(of.Content())
	if err != nil {
		return nil, fmt.Errorf("reading the font %s: %w", of.Name(), err)
	}
	return opentype.NewFace(f, &opentype.FaceOptions{Size: float64(size), DPI: 72})
}

// text writes a line, its baseline at a point, and shortens one that is wider than its card.
func (o drawing) text(dst *image.RGBA, at image.Point, f font.Face, name fyne.ThemeColorName, line string) {
	t, v := o.theme()
	d := font.Drawer{Dst: dst, Src: image.NewUniform(t.Color(name, v)), Face: f, Dot: fixed.P(at.X, at.Y)}
	letters := []rune(line)
	for d.MeasureString(line) > fixed.I(sheetFigure) && len(letters) > 0 {
		letters = letters[:len(letters)-1]
		line = strings.TrimRight(string(letters), " ") + "…"
	}
	d.DrawString(line)
}
