package play

import (
	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// flow lays controls in a row, the last ones from right on at the right edge. Where they do not fit in one row those go
// into a row of their own, and so on.
type flow struct {
	gap   float32
	right int // index of the first object that stands to the right
}

func (f *flow) rows(objects []fyne.CanvasObject, width float32) [][]fyne.CanvasObject {
	left, right := shown(objects[:f.right]), shown(objects[f.right:])
	if f.width(left)+f.gap+f.width(right) <= width {
		return [][]fyne.CanvasObject{append(left, right...)}
	}
	return append(f.wrap(left, width), f.wrap(right, width)...)
}

func (f *flow) wrap(objects []fyne.CanvasObject, width float32) [][]fyne.CanvasObject {
	var rows [][]fyne.CanvasObject
	var row []fyne.CanvasObject
	for _, o := range objects {
		if len(row) > 0 && f.width(append(row, o)) > width {
			rows, row = append(rows, row), nil
		}
		row = append(row, o)
	}
	if row != nil {
		rows = append(rows, row)
	}
	return rows
}

func shown(objects []fyne.CanvasObject) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, o := range objects {
		if o.Visible() {
			out = append(out, o)
		}
	}
	return out
}

func (f *flow) width(row []fyne.CanvasObject) float32 {
	w := -f.gap
	for _, o := range row {
		w += o.MinSize().Width + f.gap
	}
	return w
}

func (f *flow) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	h := -f.gap
	for _, row := range f.rows(objects, width) {
		h += tallest(row) + f.gap
	}
	return h
}

func tallest(row []fyne.CanvasObject) float32 {
	h := float32(0)
	for _, o := range row {
		h = max(h, o.MinSize().Height)
	}
	return h
}

// Layout places the rows.
func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	toRight := map[fyne.CanvasObject]bool{}
	for _, o := range objects[f.right:] {
		toRight[o] = true
	}
	y := float32(0)
	for _, row := range f.rows(objects, size.Width) {
		h := tallest(row)
		spare := max(size.Width-f.width(row), 0)
		x := float32(0)
		for _, o := range row {
			if toRight[o] {
				x += spare
				spare = 0
			}
			m := o.MinSize()
			parts.Put(o, x, y+(h-m.Height)/2, min(m.Width, size.Width), m.Height)
			x += m.Width + f.gap
		}
		y += h + f.gap
	}
}

// MinSize lets the controls shrink; they wrap.
func (f *flow) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, look.Target) }
