package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Placer walks objects at a width, tells at where each goes, and answers the height they need together. It is also asked
// for the height alone: at is nil then.
type Placer func(objects []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32

// Placed holds objects whose height together follows from the width they are given, such as a grid of cards.
type Placed struct {
	widget.BaseWidget
	place   Placer
	objects []fyne.CanvasObject
	width   float32 // last laid out
}

// placedLeast is how narrow a Placed may become, in units.
const placedLeast = 240

// NewPlaced makes one.
func NewPlaced(place Placer, objects ...fyne.CanvasObject) *Placed {
	p := &Placed{place: place, objects: objects}
	p.ExtendBaseWidget(p)
	return p
}

// Set changes what is held.
func (p *Placed) Set(objects ...fyne.CanvasObject) {
	p.objects = objects
	p.Refresh()
}

// Contents lists what is held.
func (p *Placed) Contents() []fyne.CanvasObject { return p.objects }

// HeightFor is the height needed at a width.
func (p *Placed) HeightFor(width float32) float32 { return p.place(p.objects, width, nil) }

// CreateRenderer lays the objects out.
func (p *Placed) CreateRenderer() fyne.WidgetRenderer { return &placedRenderer{p} }

type placedRenderer struct{ p *Placed }

func (r *placedRenderer) Layout(s fyne.Size) {
	r.p.width = s.Width
	r.p.place(r.p.objects, s.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Move(at)
		o.Resize(size)
	})
}

func (r *placedRenderer) MinSize() fyne.Size {
	return fyne.NewSize(placedLeast, r.p.HeightFor(max(r.p.width, placedLeast)))
}

func (r *placedRenderer) Objects() []fyne.CanvasObject { return r.p.objects }
func (r *placedRenderer) Destroy()                     {}

func (r *placedRenderer) Refresh() {
	r.Layout(r.p.Size())
	for _, o := range r.p.objects {
		o.Refresh()
	}
}
