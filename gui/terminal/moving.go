package terminal

import (
	"bytes"
	"image"
	"image/gif"
	"time"

	"fyne.io/fyne/v2/theme"

	"catcow/routines/exercise"
	"catcow/routines/figure"
)

// A moving picture, in pixels and in the hundredths of a second a GIF counts.
const (
	movingSize = 400
	gifBeat    = 6 // a little over 16 pictures a second
	gifInto    = 250
	gifHold    = 250
	gifRoll    = 800
)

// glimpse is a moment of an exercise and how long it is seen, in hundredths of a second.
type glimpse struct {
	moment figure.Moment
	delay  int
}

// cycle is an exercise once through, at its tempo: a repetition, of alternating ones one to each side; or into a hold,
// there for a little, and out of it.
func cycle(x *exercise.Exercise) []glimpse {
	switch {
	case len(x.Figure.Poses) == 1:
		return []glimpse{{figure.Still(), gifHold}}
	case x.Dose.ByReps():
		reps := 1
		if x.Dose.Mode == exercise.Alternate {
			reps = 2
		}
		whole := float64(reps)
		return beats(reps*int(x.Dose.Tempo/(10*time.Millisecond)), func(k float64) figure.Moment { return figure.Moving(k*whole, 0) })
	case x.Kind == exercise.Release:
		return beats(gifRoll, func(k float64) figure.Moment { return figure.Moving(k, 0) })
	}
	in := beats(gifInto, func(k float64) figure.Moment { return figure.Holding(k, 0) })
	out := beats(gifInto, func(k float64) figure.Moment { return figure.Holding(1-k, 0) })
	return append(append(in, glimpse{figure.Holding(1, 0), gifHold}), out...)
}

// beats is a time in equal beats; a picture shows the middle of its beat, so the first and the last are alike.
func beats(time int, at func(k float64) figure.Moment) []glimpse {
	n := max(1, time/gifBeat)
	list := make([]glimpse, n)
	for i := range n {
		list[i] = glimpse{at((float64(i) + 0.5) / float64(n)), (i+1)*time/n - i*time/n}
	}
	return list
}

// moving is an exercise as a GIF that goes on and on. It has one palette, without dithering, so that flat colours stay
// flat, and each picture holds only what changed since the one before.
func (o drawing) moving(x *exercise.Exercise) ([]byte, error) {
	cues := figure.Options{Feel: true, Build: o.figure, Alternate: x.Dose.Mode == exercise.Alternate}
	frame := x.Figure.Frame(cues)
	width := o.sizeOr(movingSize)
	const margin = 0.08
	part := (frame.Height() + margin) / (frame.Width() + margin)
	size := image.Rect(0, 0, width, int(float64(width)*min(max(part, 0.5), 1.25)))

	var (
		painter figure.Painter
		scene   figure.Scene
	)
	pal, img := o.palette(), image.NewRGBA(size)
	paint := func(m figure.Moment) {
		o.ground(img, size, theme.ColorNameOverlayBackground)
		scene.Draw(x.Figure, m, cues)
		painter.Paint(img, &scene, &pal, frame)
	}
	shots := cycle(x)
	seen := tally{}
	for _, s := range shots {
		paint(s.moment)
		seen.add(img)
	}
	colours := seen.reduce(255)
	colours.addClear()

	out := &gif.GIF{Config: image.Config{ColorModel: colours.palette, Width: size.Dx(), Height: size.Dy()}}
	var last *image.Paletted
	for _, s := range shots {
		paint(s.moment)
		now := colours.of(img)
		change := now
		if last != nil {
			change = colours.change(last, now)
		}
		if change == nil {
			out.Delay[len(out.Delay)-1] += s.delay
			continue
		}
		out.Image, out.Delay = append(out.Image, change), append(out.Delay, s.delay)
		last = now
	}
	var buf bytes.Buffer
	err := gif.EncodeAll(&buf, out)
	return buf.Bytes(), err
}
