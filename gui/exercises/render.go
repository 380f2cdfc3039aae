package exercises

import "fyne.io/fyne/v2"

// renderer adapts plain functions to fyne.WidgetRenderer.
type renderer struct {
	objects []fyne.CanvasObject
	layout  func(fyne.Size)
	refresh func()
	least   func() fyne.Size
}

func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *renderer) Layout(s fyne.Size)           { r.layout(s) }
func (r *renderer) MinSize() fyne.Size           { return r.least() }
func (r *renderer) Refresh()                     { r.refresh() }
func (r *renderer) Destroy()                     {}

func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
}

func show(o fyne.CanvasObject, on bool) {
	if on == o.Visible() {
		return
	}
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
