package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Inset keeps room around something: above, at each side and below.
type Inset struct {
	widget.BaseWidget
	content            fyne.CanvasObject
	top, sides, bottom float32
	width              float32 // last laid out
}

// NewInset puts room around content.
func NewInset(top, sides, bottom float32, content fyne.CanvasObject) *Inset {
	i := &Inset{content: content, top: top, sides: sides, bottom: bottom}
	i.ExtendBaseWidget(i)
	return i
}

// Contents is the content.
func (i *Inset) Contents() []fyne.CanvasObject { return []fyne.CanvasObject{i.content} }

// side is the room left and right; a narrow place has less to give.
func (i *Inset) side(width float32) float32 { return min(i.sides, width*0.05) }

// HeightFor is the height needed at a width.
func (i *Inset) HeightFor(width float32) float32 {
	return i.top + heightFor(i.content, width-2*i.side(width)) + i.bottom
}

// CreateRenderer lays the content out.
func (i *Inset) CreateRenderer() fyne.WidgetRenderer {
	p := &pieces{objects: i.Contents()}
	p.layout = func(s fyne.Size) {
		i.width = s.Width
		side := i.side(s.Width)
		i.content.Move(fyne.NewPos(side, i.top))
		i.content.Resize(fyne.NewSize(s.Width-2*side, s.Height-i.top-i.bottom))
	}
	p.min = func() fyne.Size {
		m := i.content.MinSize()
		return fyne.NewSize(m.Width, i.HeightFor(max(i.width, m.Width)))
	}
	return p
}
