package play

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// middle holds a column in the middle of whatever room there is, no wider than reads well.
type middle struct {
	widget.BaseWidget
	content fyne.CanvasObject
	most    float32
}

func newMiddle(most float32, content fyne.CanvasObject) *middle {
	m := &middle{content: content, most: most}
	m.ExtendBaseWidget(m)
	return m
}

// Contents is the column.
func (m *middle) Contents() []fyne.CanvasObject { return []fyne.CanvasObject{m.content} }

func (m *middle) width(room float32) float32 {
	return min(room-2*look.S4, look.Size(m.most))
}

// HeightFor is the height needed at a width.
func (m *middle) HeightFor(width float32) float32 {
	return parts.HeightFor(m.content, m.width(width)) + 2*look.S4
}

// CreateRenderer lays the column out.
func (m *middle) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{Of: m.Contents()}
	r.Place = func(size fyne.Size) {
		w := m.width(size.Width)
		h := min(parts.HeightFor(m.content, w), size.Height)
		parts.Put(m.content, (size.Width-w)/2, (size.Height-h)*0.42, w, h)
	}
	r.Renew = func() {
		m.content.Refresh()
		if s := m.Size(); !s.IsZero() {
			r.Place(s)
		}
	}
	return r
}
