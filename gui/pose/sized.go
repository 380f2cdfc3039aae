package pose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"catcow/gui/look"
)

// newSized gives something a width of its own, unscaled, whatever it says.
func newSized(o fyne.CanvasObject, width float32) *fyne.Container {
	return container.New(sized(width), o)
}

type sized float32

func (w sized) Layout(objects []fyne.CanvasObject, s fyne.Size) { objects[0].Resize(s) }
func (w sized) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(look.Size(float32(w)), objects[0].MinSize().Height)
}
