package build

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
)

// mark shows where what is dragged would go: a line between two cards in the colour of the phase, or, where it cannot
// go, why not.
type mark struct {
	widget.BaseWidget
	y    float32
	wide float32
	kind exercise.Kind
	why  string
	on   bool
}

func newMark() *mark {
	m := &mark{}
	m.ExtendBaseWidget(m)
	return m
}

// show puts the line at a height of the column; with a why it is not a line but the reason.
func (m *mark) show(y, width float32, kind exercise.Kind, why string) {
	if m.on && m.y == y && m.kind == kind && m.why == why && m.wide == width {
		return
	}
	m.on, m.y, m.wide, m.kind, m.why = true, y, width, kind, why
	m.Refresh()
}

func (m *mark) hide() {
	if m.on {
		m.on = false
		m.Refresh()
	}
}

// CreateRenderer draws the line or the reason.
func (m *mark) CreateRenderer() fyne.WidgetRenderer {
	line, dot := canvas.NewRectangle(nil), canvas.NewCircle(nil)
	face, icon := canvas.NewRectangle(nil), canvas.NewImageFromResource(nil)
	icon.FillMode = canvas.ImageFillContain
	face.CornerRadius = look.ControlRadius
	var words []*canvas.Text
	r := &parts.Drawing{}
	r.Place = func(fyne.Size) {
		size := look.Size(look.Small)
		edge := look.Size(17)
		w := min(m.wide, look.Size(420))
		lines := parts.Wrap(m.why, size, fyne.TextStyle{}, w-edge-3*look.S2-look.S1)
		tall := lineHeight(look.Small, fyne.TextStyle{})
		h := float32(len(lines))*tall + 2*look.S2
		x, y := rim+(m.wide-w)/2, m.y-h/2
		parts.Put(line, rim, m.y-1.5, m.wide, 3)
		parts.Put(dot, rim-4, m.y-4, 8, 8)
		parts.Put(face, x, y, w, h)
		parts.Put(icon, x+look.S2, y+(h-edge)/2, edge, edge)
		words = words[:0]
		for i, l := range lines {
			t := look.Text(l, look.Small, look.DangerInk, false)
			parts.Put(t, x+look.S2+edge+look.S2, y+look.S2+float32(i)*tall, w, tall)
			words = append(words, t)
		}
		r.Of = r.Of[:0]
		switch {
		case !m.on:
		case m.why == "":
			r.Of = append(r.Of, line, dot)
		default:
			r.Of = append(r.Of, face, icon)
			for _, t := range words {
				r.Of = append(r.Of, t)
			}
		}
	}
	r.Renew = func() {
		c := look.Kind(m.kind).Base
		line.FillColor, dot.FillColor, line.CornerRadius = c, c, 1.5
		face.FillColor, face.StrokeColor, face.StrokeWidth = look.Color(look.Card), look.Color(look.DangerInk), 1
		icon.Resource = look.IconIn(look.IconWarning, look.DangerInk)
		r.Place(m.Size())
		canvas.Refresh(m)
	}
	r.Renew()
	return r
}
