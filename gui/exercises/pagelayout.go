package exercises

import (
	"slices"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// CreateRenderer lays the page out: the way back stays on top, the rest scrolls.
func (p *page) CreateRenderer() fyne.WidgetRenderer {
	r := &parts.Drawing{Of: []fyne.CanvasObject{p.back, p.scroll}}
	r.Least = func() fyne.Size { return fyne.NewSize(280, 120) }
	r.Place = func(size fyne.Size) {
		m := p.back.MinSize()
		left := max(min(sides, size.Width*0.05)-look.S4, 0) // the button's own room lines its word up with the page
		parts.Put(p.back, left, look.S3, min(m.Width, size.Width-2*left), m.Height)
		y := look.S3 + m.Height + look.S2
		parts.Put(p.scroll, 0, y, size.Width, size.Height-y)
	}
	r.Renew = func() {
		if s := p.Size(); !s.IsZero() {
			r.Place(s)
		}
		p.face() // reduced motion may have been chosen
		p.back.Refresh()
		p.scroll.Relayout()
	}
	return r
}

// The stage on the page, unscaled.
const (
	mostStage  = 470 // of height
	leastWords = 300 // of width, beside the stage
)

// arrange places stage, controls, words and cards at a width: the words beside the stage where there is room.
func (p *page) arrange(o []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	stage, controls, text, more := o[0], o[1], o[2], o[3]
	put := func(o fyne.CanvasObject, x, y, w, h float32) float32 {
		if at != nil {
			at(o, fyne.NewPos(x, y), fyne.NewSize(w, h))
		}
		return y + h
	}
	seen := p.scroll.Size().Height - topPad - look.S6
	w, beside := width, float32(0)
	if words := max(width*0.38, look.Size(leastWords)); width-words-gutter >= 360 {
		beside = words
		w = width - words - gutter
	}
	foot := parts.HeightFor(controls, w)
	high := min(w*0.74, mostStage)
	if seen > 0 {
		high = min(high, max(seen-foot-look.S3, 220))
	}
	// Whole units, so that the picture and its ground end on the same pixel.
	y := put(stage, 0, 0, float32(int(w)), float32(int(high)))
	y = put(controls, 0, y+look.S3, w, foot)
	if beside > 0 {
		y = max(y, put(text, w+gutter, 0, beside, parts.HeightFor(text, beside)))
	} else {
		y = put(text, 0, y+look.S4, w, parts.HeightFor(text, w))
	}
	return put(more, 0, y+look.S6, width, parts.HeightFor(more, width))
}

// masonry sets cards in columns, each where there is most room.
func masonry(cards []fyne.CanvasObject, width float32, at func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	const gap = look.S4
	n := min(max(int((width+gap)/(look.Size(290)+gap)), 1), 3)
	w := (width - gap*float32(n-1)) / float32(n)
	y := make([]float32, n)
	for _, c := range cards {
		col := 0
		for i := range y {
			if y[i] < y[col]-1 {
				col = i
			}
		}
		h := parts.HeightFor(c, w)
		if at != nil {
			at(c, fyne.NewPos(float32(col)*(w+gap), y[col]), fyne.NewSize(w, h))
		}
		y[col] += h + gap
	}
	return max(slices.Max(y)-gap, 0)
}
