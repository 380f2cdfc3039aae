package receive

import (
	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
)

const (
	pageSide  = 34
	pageMost  = 1080 // no line should be longer than the eye finds back from
	columnGap = look.S6
)

// arrange puts the figure and whom to ask on the left and everything else on the right; where room is short, one under
// the other, the figure below the name.
func (s *Screen) arrange(objects []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	room := min(width, look.Size(pageMost))
	x0 := (width - room) / 2
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		if at != nil {
			at(o, fyne.NewPos(x0+x, y), fyne.NewSize(w, h))
		}
	}
	stack := func(x, y, w float32, list ...fyne.CanvasObject) float32 {
		for _, o := range list {
			if !o.Visible() || !s.on(o) {
				continue
			}
			h := parts.HeightFor(o, w)
			put(o, x, y, w, h)
			y += h + look.S4
		}
		return y
	}
	if !s.on(s.stage) {
		w := min(room, look.Size(720))
		return stack((room-w)/2, 0, w, objects...) - look.S4
	}
	if room < look.Size(760) {
		y := stack(0, 0, room, s.head)
		h := min(room*0.45, look.Size(190))
		put(s.stage, 0, y, room, h)
		return stack(0, y+h+look.S4, room, s.clashes, s.facts, s.brings, s.steps, s.care, s.check) - look.S4
	}
	left := room * 0.42
	right := room - left - columnGap
	h := left * 0.74
	put(s.stage, 0, 0, left, h)
	a := stack(0, h+look.S4, left, s.care, s.check)
	b := stack(left+columnGap, 0, right, s.head, s.clashes, s.facts, s.brings, s.steps)
	return max(a, b) - look.S4
}

// on reports whether something is a part of the page as it is now.
func (s *Screen) on(o fyne.CanvasObject) bool {
	for _, c := range s.page.Contents() {
		if c == o {
			return true
		}
	}
	return false
}

// buttons puts the first button left and the others right, or all under each other, the last first, where they would
// not fit.
func buttons(objects []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	room := min(width, look.Size(pageMost))
	x0 := (width - room) / 2
	var shown []fyne.CanvasObject
	need, tall := float32(0), float32(0)
	for _, o := range objects {
		if o.Visible() {
			shown = append(shown, o)
			need += o.MinSize().Width + look.S3
			tall = max(tall, o.MinSize().Height)
		}
	}
	if need-look.S3 > room {
		y := float32(0)
		for i := len(shown) - 1; i >= 0; i-- {
			if at != nil {
				at(shown[i], fyne.NewPos(x0, y), fyne.NewSize(room, tall))
			}
			y += tall + look.S2
		}
		return max(y-look.S2, 0)
	}
	x := room
	for i := len(shown) - 1; i >= 0; i-- {
		w := shown[i].MinSize().Width
		if x -= w; i == 0 && len(shown) > 1 {
			x = 0
		}
		if at != nil {
			at(shown[i], fyne.NewPos(x0+x, 0), fyne.NewSize(w, tall))
		}
		x -= look.S3
	}
	return tall
}

// footed keeps the second at the bottom and gives the rest to the first.
type footed struct{}

func (footed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height)
}

func (footed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h := parts.HeightFor(objects[1], size.Width)
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(size.Width, size.Height-h))
	objects[1].Move(fyne.NewPos(0, size.Height-h))
	objects[1].Resize(fyne.NewSize(size.Width, h))
}
