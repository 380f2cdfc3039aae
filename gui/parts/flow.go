package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Flow sets objects one after the other like words, each at its own size, and goes on in the next line where the width
// ends. Hidden objects take no room.
type Flow struct {
	widget.BaseWidget
	gap     float32
	objects []fyne.CanvasObject
	width   float32 // last laid out
}

// NewFlow makes a flow with a gap between objects and lines.
func NewFlow(gap float32, objects ...fyne.CanvasObject) *Flow {
	f := &Flow{gap: gap, objects: objects}
	f.ExtendBaseWidget(f)
	return f
}

// Set changes what flows.
func (f *Flow) Set(objects ...fyne.CanvasObject) {
	f.objects = objects
	f.Refresh()
}

// Contents lists what flows.
func (f *Flow) Contents() []fyne.CanvasObject { return f.objects }

// HeightFor is the height the flow needs at a width.
func (f *Flow) HeightFor(width float32) float32 { return f.place(width, nil) }

// place walks the objects at a width, tells where each goes and answers the height.
func (f *Flow) place(width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	var x, y, line float32
	for _, o := range f.objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		m.Width = min(m.Width, width)
		if x > 0 && x+m.Width > width+0.5 {
			x, y, line = 0, y+line+f.gap, 0
		}
		if at != nil {
			at(o, fyne.NewPos(x, y), m)
		}
		x, line = x+m.Width+f.gap, max(line, m.Height)
	}
	return y + line
}

// CreateRenderer lays the objects out.
func (f *Flow) CreateRenderer() fyne.WidgetRenderer {
	p := &pieces{objects: f.objects}
	p.layout = func(s fyne.Size) {
		f.width = s.Width
		f.place(s.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
			o.Move(at)
			o.Resize(size)
		})
	}
	p.min = func() fyne.Size {
		w := float32(0)
		for _, o := range f.objects {
			if o.Visible() {
				w = max(w, o.MinSize().Width)
			}
		}
		return fyne.NewSize(w, f.HeightFor(max(w, f.width)))
	}
	p.restyle = func() {
		p.objects = f.objects
		if s := f.Size(); !s.IsZero() {
			p.layout(s)
		}
	}
	return p
}
