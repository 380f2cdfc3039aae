package parts

import "fyne.io/fyne/v2"

// Drawing is the renderer of a widget made of plain functions, for widgets that only arrange others.
type Drawing struct {
	Of    []fyne.CanvasObject
	Place func(fyne.Size)
	Renew func()
	Least func() fyne.Size // nil: the widget may be as small as there is room
}

var _ fyne.WidgetRenderer = (*Drawing)(nil)

// Objects are what is drawn.
func (d *Drawing) Objects() []fyne.CanvasObject { return d.Of }

// Layout places them.
func (d *Drawing) Layout(s fyne.Size) { d.Place(s) }

// MinSize is what Least says.
func (d *Drawing) MinSize() fyne.Size {
	if d.Least == nil {
		return fyne.Size{}
	}
	return d.Least()
}

// Refresh brings them up to date.
func (d *Drawing) Refresh() { d.Renew() }

// Destroy lets go of nothing.
func (d *Drawing) Destroy() {}

// Put moves and sizes an object; less than no room is none.
func Put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
}

// Show shows an object or hides it, and does nothing where it is so already: either repaints the window.
func Show(o fyne.CanvasObject, on bool) {
	if on == o.Visible() {
		return
	}
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
