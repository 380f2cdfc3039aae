package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// head is the line on top: the title, and the search at its right or, where room is short, below it.
type head struct {
	widget.BaseWidget
	title  fyne.CanvasObject
	search *parts.Search
}

func newHead(title fyne.CanvasObject, s *parts.Search) *head {
	h := &head{title: title, search: s}
	h.ExtendBaseWidget(h)
	return h
}

// HeightFor is the height the head needs at a width.
func (h *head) HeightFor(width float32) float32 {
	t, s := h.title.MinSize(), h.search.MinSize()
	if t.Width+s.Width+look.S4 <= width {
		return max(t.Height, s.Height)
	}
	return t.Height + look.S2 + s.Height
}

func (h *head) CreateRenderer() fyne.WidgetRenderer { return &headRenderer{h: h} }

type headRenderer struct {
	h     *head
	width float32
}

func (r *headRenderer) Layout(size fyne.Size) {
	r.width = size.Width
	t, s := r.h.title.MinSize(), r.h.search.MinSize()
	if t.Width+s.Width+look.S4 <= size.Width {
		w := min(look.Size(320), size.Width-t.Width-look.S4)
		r.h.title.Move(fyne.NewPos(0, (size.Height-t.Height)/2))
		r.h.title.Resize(t)
		r.h.search.Move(fyne.NewPos(size.Width-w, (size.Height-s.Height)/2))
		r.h.search.Resize(fyne.NewSize(w, s.Height))
		return
	}
	r.h.title.Move(fyne.Position{})
	r.h.title.Resize(fyne.NewSize(size.Width, t.Height))
	r.h.search.Move(fyne.NewPos(0, t.Height+look.S2))
	r.h.search.Resize(fyne.NewSize(size.Width, s.Height))
}

func (r *headRenderer) MinSize() fyne.Size {
	return fyne.NewSize(look.Size(200), r.h.HeightFor(max(r.width, look.Size(200))))
}
func (r *headRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.h.title, r.h.search}
}
func (r *headRenderer) Destroy() {}
func (r *headRenderer) Refresh() {
	r.Layout(r.h.Size())
	r.h.title.Refresh()
	r.h.search.Refresh()
}

// topped puts one thing on top, as high as its width needs, gives the rest to the other, and says when it has.
type topped struct{ placed func() }

func (topped) MinSize(objects []fyne.CanvasObject) fyne.Size {
	top, rest := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(top.Width, rest.Width), top.Height+rest.Height)
}

func (l topped) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	h := parts.HeightFor(objects[0], s.Width)
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(s.Width, h))
	objects[1].Move(fyne.NewPos(0, h))
	objects[1].Resize(fyne.NewSize(s.Width, s.Height-h))
	l.placed()
}
