package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// tall is what knows how high it must be for a width: wrapped text and whatever holds it.
type tall interface{ HeightFor(width float32) float32 }

// NewColumn stacks objects with a gap between them, each as wide as the column. Wrapped text gets the height its width
// needs, at once. Hidden objects take no room.
func NewColumn(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&column{gap: gap}, objects...)
}

type column struct {
	gap   float32
	width float32
}

func (c *column) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	c.width = s.Width
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		h := heightFor(o, s.Width)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(s.Width, h))
		y += h + c.gap
	}
}

func (c *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range objects {
		if o.Visible() {
			w = max(w, o.MinSize().Width)
		}
	}
	return fyne.NewSize(w, c.heightFor(objects, max(w, c.width)))
}

func (c *column) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	h, n := float32(0), 0
	for _, o := range objects {
		if o.Visible() {
			h += heightFor(o, width)
			n++
		}
	}
	return h + c.gap*float32(max(n-1, 0))
}

// heightFor is how high an object must be for a width. A container may hold wrapped text in a column.
func heightFor(o fyne.CanvasObject, width float32) float32 {
	switch o := o.(type) {
	case tall:
		return o.HeightFor(width)
	case *fyne.Container:
		switch l := o.Layout.(type) {
		case *column:
			return l.heightFor(o.Objects, width)
		case *row:
			return l.heightFor(o.Objects, width)
		}
	}
	return o.MinSize().Height
}

// HeightFor is how high an object must be for a width, wrapped text included.
func HeightFor(o fyne.CanvasObject, width float32) float32 { return heightFor(o, width) }

// NewRow puts objects side by side with a gap, each at its own width and centred in height; one of them (by index, -1
// for none) takes the room that is left, and gives way first where there is too little.
func NewRow(gap float32, stretch int, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&row{gap: gap, stretch: stretch}, objects...)
}

type row struct {
	gap     float32
	stretch int
}

// widths shares out a width; the stretched object gets what the others leave.
func (r *row) widths(objects []fyne.CanvasObject, width float32) []float32 {
	ws := make([]float32, len(objects))
	used, shown := float32(0), 0
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		shown++
		if i != r.stretch {
			ws[i] = o.MinSize().Width
			used += ws[i]
		}
	}
	used += r.gap * float32(max(shown-1, 0))
	if r.stretch >= 0 && r.stretch < len(objects) && objects[r.stretch].Visible() {
		ws[r.stretch] = max(width-used, 0)
	}
	return ws
}

func (r *row) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	ws := r.widths(objects, s.Width)
	x := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		h := min(heightFor(o, ws[i]), s.Height)
		o.Move(fyne.NewPos(x, (s.Height-h)/2))
		o.Resize(fyne.NewSize(ws[i], h))
		x += ws[i] + r.gap
	}
}

func (r *row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w, h, n := float32(0), float32(0), 0
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		n++
		m := o.MinSize()
		h = max(h, m.Height)
		if _, shrinks := o.(*Label); i == r.stretch && shrinks {
			m.Width = min(m.Width, 40)
		}
		w += m.Width
	}
	return fyne.NewSize(w+r.gap*float32(max(n-1, 0)), h)
}

func (r *row) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	h := float32(0)
	for i, w := range r.widths(objects, width) {
		if objects[i].Visible() {
			h = max(h, heightFor(objects[i], w))
		}
	}
	return h
}
