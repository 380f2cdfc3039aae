package terminal

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"catcow/gui/look"
	"catcow/routines/exercise"
	"catcow/routines/figure"
)

const stillSize = 640 // pixels, unless --size says otherwise

// cues are what is drawn beside the body, and who.
func (o drawing) cues() figure.Options {
	c := figure.All()
	c.Build = o.figure
	return c
}

func (o drawing) palette() figure.Palette {
	if o.dark {
		return figure.Dark(o.skin, o.hair)
	}
	return figure.Light(o.skin, o.hair)
}

// theme gives a picture the window's own colours.
func (o drawing) theme() (fyne.Theme, fyne.ThemeVariant) {
	if o.dark {
		return look.New(look.Tea, look.NormalText, true), theme.VariantDark
	}
	return look.New(look.Espresso, look.NormalText, true), theme.VariantLight
}

// ground fills a picture with one of them.
func (o drawing) ground(dst *image.RGBA, at image.Rectangle, name fyne.ThemeColorName) {
	t, v := o.theme()
	draw.Draw(dst, at, image.NewUniform(t.Color(name, v)), image.Point{}, draw.Src)
}

func (o drawing) suffix() string {
	if o.svg {
		return ".svg"
	}
	return ".png"
}

// sizeOr is the size asked for, or the usual one.
func (o drawing) sizeOr(usual int) int {
	if o.size > 0 {
		return o.size
	}
	return usual
}

// still is the picture of an exercise, as a file.
func (o drawing) still(x *exercise.Exercise) ([]byte, error) {
	var buf bytes.Buffer
	size := o.sizeOr(stillSize)
	if o.svg {
		pal, cues := o.palette(), o.cues()
		err := figure.SVG(&buf, x.Figure.Scene(figure.Still(), cues), &pal, x.Figure.Frame(cues), size, size)
		return buf.Bytes(), err
	}
	img := image.NewRGBA(image.Rect(0, 0, size, size))
	o.ground(img, img.Rect, theme.ColorNameOverlayBackground)
	o.paint(img, x)
	err := png.Encode(&buf, img)
	return buf.Bytes(), err
}

// paint draws an exercise over a picture.
func (o drawing) paint(dst *image.RGBA, x *exercise.Exercise) {
	var p figure.Painter
	pal, cues := o.palette(), o.cues()
	p.Paint(dst, x.Figure.Scene(figure.Still(), cues), &pal, x.Figure.Frame(cues))
}
