package build

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
	"catcow/routines/message"
)

// goods is the green card of what is in order.
type goods struct {
	widget.BaseWidget
	face  *canvas.Rectangle
	lines *fyne.Container
}

func newGoods() *goods {
	g := &goods{face: canvas.NewRectangle(nil), lines: parts.NewColumn(look.S1 + 2)}
	g.face.CornerRadius = look.CardRadius
	g.ExtendBaseWidget(g)
	g.Hide()
	return g
}

// set takes what is in order, the most telling first.
func (g *goods) set(list []message.Message) {
	g.lines.Objects = nil
	for i, m := range list {
		icon := canvas.NewImageFromResource(look.IconIn(look.IconCheck, look.Quiet))
		icon.FillMode = canvas.ImageFillContain
		icon.SetMinSize(fyne.NewSquareSize(look.Size(15)))
		line := parts.NewParagraph(look.Say(m), look.Small, look.Quiet)
		if i == 0 {
			line = parts.NewParagraph(look.Say(m), look.Body, look.Ink).SetBold(true)
		}
		g.lines.Add(parts.NewRow(look.S2, 0, line, icon))
	}
	parts.Show(g, len(list) > 0)
	g.Refresh()
}

// Contents lists what the card holds.
func (g *goods) Contents() []fyne.CanvasObject { return []fyne.CanvasObject{g.lines} }

// HeightFor is the height the card needs at a width.
func (g *goods) HeightFor(width float32) float32 {
	return parts.HeightFor(g.lines, width-2*look.S4) + 2*look.S4
}

// CreateRenderer draws the card.
func (g *goods) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{Of: []fyne.CanvasObject{g.face, g.lines}}
	r.Least = func() fyne.Size { return g.lines.MinSize().AddWidthHeight(2*look.S4, 2*look.S4) }
	r.Place = func(size fyne.Size) {
		g.face.FillColor = look.Kind(exercise.Static).Wash
		g.face.Resize(size)
		parts.Put(g.lines, look.S4, look.S4, size.Width-2*look.S4, size.Height-2*look.S4)
	}
	r.Renew = func() {
		r.Place(g.Size())
		g.face.Refresh()
		g.lines.Refresh()
	}
	return r
}
