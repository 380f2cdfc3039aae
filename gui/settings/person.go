package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/figure"
	"catcow/routines/plan"
	"catcow/routines/settings"
)

// person is a figure to choose: its picture in the tones chosen, and what it is called under it.
type person struct {
	control
	figure string
	thumb  *parts.Thumb
	on     bool
}

var _ fyne.Focusable = (*person)(nil)

func newPerson(id, name string, chosen func()) *person {
	w := &person{figure: id, thumb: parts.NewThumb(nil, plan.SideBoth, parts.Tones{}, fyne.NewSize(168, 126))}
	w.self, w.name, w.press = w, name, chosen
	w.ExtendBaseWidget(w)
	return w
}

// show brings the picture up to date.
func (w *person) show(in Input, c settings.Settings) {
	w.thumb.Set(in.Portrait, plan.SideBoth)
	w.thumb.SetTones(parts.Tones{Skin: c.Skin, Hair: c.Hair, Figure: w.figure})
	if on := c.Figure == w.figure; w.on != on {
		w.on = on
		w.Refresh()
	}
}

// FocusGained shows the focus ring.
func (w *person) FocusGained() { w.focused = true; w.Refresh(); parts.Reveal(w) }

// CreateRenderer draws the person: the chosen one is framed, and its name is bold.
func (w *person) CreateRenderer() fyne.WidgetRenderer {
	chosen, ring, name := canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewText(w.name, nil)
	ring.StrokeWidth, chosen.StrokeWidth = 2, 2
	const edge = 5 // the frame and the ring lie round the picture
	r := &drawn{objects: []fyne.CanvasObject{w.thumb, chosen, ring, name}}
	measure := func() fyne.Size {
		return fyne.MeasureText(w.name, look.Size(look.Small), fyne.TextStyle{Bold: true})
	}
	r.min = func() fyne.Size {
		picture, text := w.thumb.MinSize(), measure()
		return fyne.NewSize(max(picture.Width, text.Width)+2*edge, picture.Height+2*edge+look.S1+text.Height)
	}
	r.draw = func(s fyne.Size) {
		text := measure()
		high := s.Height - 2*edge - look.S1 - text.Height
		round := func(o *canvas.Rectangle, out float32) {
			o.CornerRadius = look.ControlRadius + out
			o.Move(fyne.NewPos(edge-out, edge-out))
			o.Resize(fyne.NewSize(s.Width-2*edge+2*out, high+2*out))
		}
		w.thumb.Move(fyne.NewPos(edge, edge))
		w.thumb.Resize(fyne.NewSize(s.Width-2*edge, high))
		round(chosen, 2)
		round(ring, edge)
		chosen.StrokeColor, ring.StrokeColor = look.Color(look.Ink), look.Color(look.Focus)
		parts.Show(chosen, w.on || w.hovered)
		if !w.on {
			chosen.StrokeColor = look.Color(look.Line)
		}
		parts.Show(ring, w.focused)
		name.TextSize, name.Color = look.Size(look.Small), look.Color(look.Quiet)
		name.TextStyle.Bold = w.on
		if w.on {
			name.Color = look.Color(look.Ink)
		}
		m := name.MinSize()
		name.Move(fyne.NewPos((s.Width-m.Width)/2, s.Height-text.Height))
		name.Resize(m)
	}
	r.again = func() { r.draw(w.Size()) }
	return r
}

// persons are the figures to choose from, all in the tones chosen, so that they also show what those look like.
func (s *Screen) persons() fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, id := range figure.Builds() {
		w := newPerson(id, figureName(id), func() {
			s.change(func(c *settings.Settings) { c.Figure = id })
		})
		objects = append(objects, w)
		s.updates = append(s.updates, func(c settings.Settings) { w.show(s.in, c) })
	}
	return parts.NewFlow(look.S2, objects...)
}

// figureName is a figure in words.
func figureName(id string) string {
	switch id {
	case "bun":
		return look.T("settings.figure.bun", "With a bun")
	case "crop":
		return look.T("settings.figure.crop", "With short hair")
	}
	return id
}
