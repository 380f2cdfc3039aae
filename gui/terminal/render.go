package terminal

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"catcow/gui/look"
	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/figure"
	"catcow/routines/settings"
	"catcow/routines/tomlfile"
)

var renderCommand = command{
	name: "render", words: "EXERCISE...|--all --out DIR [--svg] [--size N] [--dark] [--figure NAME] [--skin TONE] [--hair TONE]",
	about: "Draw exercises as pictures, and a sheet of them",
	more: "Each exercise becomes DIR/EXERCISE.png, or .svg without a background; the sheet with all their names is\n" +
		"DIR/contact.png.",
	use: func() usage {
		o := drawing{size: 640}
		return usage{
			options: []option{
				{name: "--out", value: "DIR", about: "the folder for the pictures; made when missing", set: folder(&o.dir)},
				{name: "--all", about: "every exercise there is", set: yes(&o.all)},
				{name: "--svg", about: "SVG pictures instead of PNG", set: yes(&o.svg)},
				{name: "--size", value: "N", about: "width and height in pixels, 640 unless given", set: number(&o.size, 32, 4096)},
				{name: "--dark", about: "for a dark page", set: yes(&o.dark)},
				{name: "--figure", value: "NAME", about: strings.Join(settings.Figures, ", "), set: oneOf(&o.figure, settings.Figures)},
				{name: "--skin", value: "TONE", about: strings.Join(settings.Skins, ", "), set: oneOf(&o.skin, settings.Skins)},
				{name: "--hair", value: "TONE", about: strings.Join(settings.Hairs, ", "), set: oneOf(&o.hair, settings.Hairs)},
			},
			ready: func(words []string) (func(Env) int, error) {
				switch {
				case o.all && len(words) > 0:
					return nil, fmt.Errorf("either --all or %s", words[0])
				case !o.all && len(words) == 0:
					return nil, errors.New("say which exercise, or --all")
				case o.dir == "":
					return nil, errors.New("say where the pictures go: --out DIR")
				}
				o.ids = words
				return func(e Env) int { return runRender(e, o) }, nil
			},
		}
	},
}

// drawing is what is to be drawn, and how.
type drawing struct {
	ids        []string
	dir        string
	all        bool
	svg        bool
	size       int // pixels
	dark       bool
	figure     string
	skin, hair string
}

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

func runRender(e Env, o drawing) int {
	list, ok := chosen(e, e.library(), o)
	if !ok {
		return Failed
	}
	if err := os.MkdirAll(o.dir, 0o755); err != nil {
		e.warn("making the folder for the pictures: %v", err)
		return Failed
	}
	for _, x := range list {
		data, name, err := o.still(x)
		if err == nil {
			err = tomlfile.WriteAtomic(filepath.Join(o.dir, name), data)
		}
		if err != nil {
			e.warn("drawing %s: %v", x.ID, err)
			return Failed
		}
	}
	data, err := o.sheet(list)
	if err == nil {
		err = tomlfile.WriteAtomic(filepath.Join(o.dir, "contact.png"), data)
	}
	if err != nil {
		e.warn("drawing the sheet: %v", err)
		return Failed
	}
	e.say("%s in %s, and all of it on %s.", count(len(list), "picture"), o.dir, filepath.Join(o.dir, "contact.png"))
	return Fine
}

// chosen are the exercises to draw, in the order they were named; all of them by name. It says what cannot be drawn.
func chosen(e Env, lib *routines.Library, o drawing) (list []*exercise.Exercise, ok bool) {
	if o.all {
		for _, x := range lib.Catalogue.All() {
			if x.Figure != nil {
				list = append(list, x)
			}
		}
		return list, true
	}
	ok = true
	for _, id := range o.ids {
		x := lib.Catalogue.Get(id)
		switch {
		case x == nil:
			e.unknownExercise(lib, id)
			ok = false
		case x.Figure == nil:
			e.warn("%s has no figure to draw", id)
			ok = false
		case !slices.Contains(list, x):
			list = append(list, x)
		}
	}
	return list, ok
}

func (e Env) unknownExercise(lib *routines.Library, id string) {
	for _, b := range lib.Broken {
		if b.ID == id {
			e.warn("the file of %s has mistakes:\n%v", id, b.Problems)
			return
		}
	}
	if near := lib.Catalogue.Nearest(id); near != "" {
		e.warn("there is no exercise %q; did you mean %s?", id, near)
		return
	}
	e.warn("there is no exercise %q; `catcow list` shows them all", id)
}

// still is the picture of an exercise and the name of its file.
func (o drawing) still(x *exercise.Exercise) (data []byte, name string, err error) {
	var buf bytes.Buffer
	if o.svg {
		pal, cues := o.palette(), o.cues()
		err = figure.SVG(&buf, x.Figure.Scene(figure.Still(), cues), &pal, x.Figure.Frame(cues), o.size, o.size)
		return buf.Bytes(), x.ID + ".svg", err
	}
	img := image.NewRGBA(image.Rect(0, 0, o.size, o.size))
	o.ground(img, img.Rect, theme.ColorNameOverlayBackground)
	o.paint(img, x)
	err = png.Encode(&buf, img)
	return buf.Bytes(), x.ID + ".png", err
}

// paint draws an exercise over a picture.
func (o drawing) paint(dst *image.RGBA, x *exercise.Exercise) {
	var p figure.Painter
	pal, cues := o.palette(), o.cues()
	p.Paint(dst, x.Figure.Scene(figure.Still(), cues), &pal, x.Figure.Frame(cues))
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
