package today

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
)

const (
	inset     = 26  // left and right of the card's text
	mostStage = 420 // of height
)

// leastStage is the height the figures need to be known by.
func leastStage() float32 { return look.Size(108) }

// twoLines is the height of two lines of the card's text.
func twoLines() float32 { return parts.NewParagraph("\n", look.Body, look.Quiet).HeightFor(mostStage) }

// spot is where something goes on the card below the stage.
type spot struct {
	o          fyne.CanvasObject
	x, y, w, h float32
}

// below places everything under the stage for a width, from y = 0, and answers the height; pinned is without Start and
// what it says.
func (o *offer) below(width float32, pinned bool) (spots []spot, height float32) {
	w := width - 2*inset
	y := float32(look.S4)
	put := func(obj fyne.CanvasObject, gap float32) {
		if !obj.Visible() {
			return
		}
		h := parts.HeightFor(obj, w)
		spots = append(spots, spot{obj, inset, y, w, h})
		y += h + gap
	}
	name, fact := o.name.MinSize(), o.facts.MinSize()
	if name.Width+fact.Width+look.S4 <= w {
		spots = append(spots,
			spot{o.name, inset, y, w - fact.Width - look.S4, name.Height},
			spot{o.facts, inset + w - fact.Width, y + (name.Height-fact.Height)*0.7, fact.Width, fact.Height})
		y += name.Height + look.S1
	} else {
		put(o.name, 2)
		put(o.facts, look.S1)
	}
	put(o.about, look.S3)
	put(o.bar, look.S3)
	put(o.slider, look.S3)
	put(o.refusal, look.S3)
	if o.nearest.Visible() {
		m := o.nearest.MinSize()
		spots = append(spots, spot{o.nearest, inset, y, min(m.Width, w), m.Height})
		y += m.Height + look.S3
	}
	another := o.another.MinSize()
	var start fyne.Size
	if !pinned {
		start = o.start.MinSize()
	}
	// What the length changes has room for two lines at least, so that the slider stays where it is while it is moved.
	room := w - start.Width - another.Width - 2*look.S4
	beside := room >= o.end.OneLine()
	if o.ready && !pinned {
		text := o.both
		if beside {
			text = o.status
		}
		h := max(text.HeightFor(w), twoLines())
		spots = append(spots, spot{text, inset, y, w, h})
		y += h + look.S2
	}
	foot := max(start.Height, another.Height)
	if o.ready && !pinned && beside {
		h := o.end.MinSize().Height
		spots = append(spots, spot{o.end, inset + start.Width + look.S4, y + (foot-h)/2, room, h})
	}
	if start.Width+another.Width <= w {
		spots = append(spots, spot{o.another, inset + w - another.Width, y + (foot-another.Height)/2, another.Width, another.Height})
	} else {
		spots = append(spots, spot{o.another, inset, y + foot + look.S2, min(another.Width, w), another.Height})
		foot += look.S2 + another.Height
	}
	if !pinned {
		spots = append(spots, spot{o.start, inset, y, min(start.Width, w), start.Height})
	}
	return spots, y + foot + inset - 4
}

// whole is the height the card needs at a width with Start on it.
func (o *offer) whole(width float32) float32 {
	_, h := o.below(width, false)
	return leastStage() + h
}

// HeightFor is the height the card needs at a width.
func (o *offer) HeightFor(width float32) float32 {
	_, h := o.below(width, o.pinned)
	return leastStage() + h
}

func (o *offer) CreateRenderer() fyne.WidgetRenderer {
	r := &offerRenderer{o: o, face: canvas.NewRectangle(nil)}
	for range mostPortraits {
		r.tints = append(r.tints, canvas.NewRectangle(nil))
	}
	r.restyle()
	return r
}

// offerRenderer draws the card. The stage has a part for every picture, in the tint of its kind.
type offerRenderer struct {
	o     *offer
	face  *canvas.Rectangle
	tints []*canvas.Rectangle
}

func (r *offerRenderer) restyle() {
	r.face.FillColor, r.face.CornerRadius = look.Color(look.Card), look.CardRadius
	kinds := r.o.kinds
	if len(kinds) == 0 {
		kinds = []exercise.Kind{exercise.Activity}
	}
	for i, t := range r.tints {
		setShown(i < len(kinds), t)
		t.TopLeftCornerRadius, t.TopRightCornerRadius = 0, 0
		if i < len(kinds) {
			t.FillColor = look.Kind(kinds[i]).Wash
		}
		if i == 0 {
			t.TopLeftCornerRadius = look.CardRadius
		}
		if i == len(kinds)-1 {
			t.TopRightCornerRadius = look.CardRadius
		}
	}
}

func (r *offerRenderer) Layout(s fyne.Size) {
	o := r.o
	spots, h := o.below(s.Width, o.pinned)
	for _, text := range []*parts.Label{o.status, o.both, o.end} {
		setShown(slices.ContainsFunc(spots, func(at spot) bool { return at.o == text }), text)
	}
	stage := max(s.Height-h, leastStage())
	spare := float32(0)
	if stage > mostStage {
		spare, stage = stage-mostStage, mostStage
	}
	r.face.Resize(s)
	n := max(len(o.thumbs), 1)
	part := s.Width / float32(n)
	for i, t := range r.tints {
		t.Move(fyne.NewPos(float32(i)*part, 0))
		w := part
		if i < n-1 {
			w++ // or a hair of the card shows between two tints
		}
		t.Resize(fyne.NewSize(w, stage))
	}
	const edge = 14
	for i, t := range o.thumbs {
		t.Move(fyne.NewPos(float32(i)*part+edge, edge))
		t.Resize(fyne.NewSize(part-2*edge, stage-2*edge))
	}
	for _, at := range spots {
		y := at.y
		if at.o == o.start || at.o == o.another || at.o == o.end {
			y += spare
		}
		at.o.Move(fyne.NewPos(at.x, stage+y))
		at.o.Resize(fyne.NewSize(at.w, at.h))
	}
}

func (r *offerRenderer) MinSize() fyne.Size { return fyne.NewSize(240, 200) }

func (r *offerRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.face}
	for _, t := range r.tints {
		out = append(out, t)
	}
	for _, t := range r.o.thumbs {
		out = append(out, t)
	}
	return append(out, r.o.Contents()...)
}

func (r *offerRenderer) Refresh() {
	r.restyle()
	r.Layout(r.o.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *offerRenderer) Destroy() {}
