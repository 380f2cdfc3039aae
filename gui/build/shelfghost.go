package build

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
)

// ghost is a card that follows the pointer while something is dragged. It lies over all else and nothing in it can be
// pressed, so that what is beneath goes on feeling the pointer.
type ghost struct {
	widget.BaseWidget
	card        *fyne.Container
	back, shade *canvas.Rectangle
	thumb       *parts.Thumb
	name        *parts.Label
	more        *parts.Label
}

func newGhost() *ghost {
	g := &ghost{back: canvas.NewRectangle(nil), shade: canvas.NewRectangle(nil)}
	g.back.CornerRadius, g.shade.CornerRadius = look.CardRadius, look.CardRadius
	g.thumb = parts.NewThumb(nil, "", parts.Tones{}, fyne.NewSize(74, 56))
	g.name = parts.NewLabel("", look.Body, look.Ink, true)
	g.more = parts.NewLabel("", look.Small, look.Quiet, false)
	g.card = container.NewWithoutLayout(g.shade, g.back, g.thumb, g.name, g.more)
	g.card.Hide()
	g.ExtendBaseWidget(g)
	return g
}

// show puts the card at the pointer, absolute on the canvas. It says the exercise's name and a quiet second line.
func (g *ghost) show(e *exercise.Exercise, second string, tones parts.Tones, at fyne.Position) {
	g.thumb.SetTones(tones)
	g.thumb.Set(e, parts.FaceSide(e))
	g.name.SetText(e.Name)
	g.more.SetText(second)
	at = at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(g))
	const pad = look.S2
	w := 3*pad + 74 + min(max(g.name.OneLine(), g.more.OneLine(), look.Size(60)), look.Size(180)) + look.S2
	h := max(56, g.name.MinSize().Height+g.more.MinSize().Height) + 2*pad
	g.back.FillColor, g.back.StrokeColor, g.back.StrokeWidth = look.Color(look.Card), look.Color(look.AccentInk), 1.5
	g.shade.FillColor = look.Color(look.Shadow)
	parts.Put(g.back, 0, 0, w, h)
	parts.Put(g.shade, 2, 5, w, h)
	parts.Put(g.thumb, pad, (h-56)/2, 74, 56)
	nh, mh := g.name.MinSize().Height, g.more.MinSize().Height
	x, y := 2*pad+74+2, (h-nh-mh)/2
	parts.Put(g.name, x, y, w-x-pad, nh)
	parts.Put(g.more, x, y+nh, w-x-pad, mh)
	g.card.Resize(fyne.NewSize(w, h))
	g.card.Move(ghostAt(at, fyne.NewSize(w, h), g.Size()))
	parts.Show(g.card, true)
	g.card.Refresh()
}

// ghostAt is where a card of a size goes for a pointer within room: a little off the pointer, so that the place it would
// go to is seen, and whole, so that near the edges it lies above the pointer or left of it.
func ghostAt(at fyne.Position, size, room fyne.Size) fyne.Position {
	to := at.AddXY(12, 10)
	if to.X+size.Width > room.Width {
		to.X = max(at.X-12-size.Width, 0)
	}
	if to.Y+size.Height > room.Height {
		to.Y = max(at.Y-10-size.Height, 0)
	}
	return to
}

// hide takes the card away.
func (g *ghost) hide() { parts.Show(g.card, false) }

// CreateRenderer draws the card.
func (g *ghost) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{Of: []fyne.CanvasObject{g.card}}
	r.Place = func(fyne.Size) {}
	r.Renew = func() { g.card.Refresh() }
	return r
}
