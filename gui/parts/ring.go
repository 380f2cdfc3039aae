package parts

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/routines/exercise"
)

// Ring is a ring that fills, a large number in it and one line under the number.
type Ring struct {
	widget.BaseWidget
	kind     exercise.Kind
	fraction float32
	big      string
	small    string
	diameter float32
	breath   float32
}

// NewRing makes a ring that is at least diameter wide (unscaled) and grows with the room it gets. The number takes the
// size that suits it.
func NewRing(diameter float32, kind exercise.Kind) *Ring {
	r := &Ring{diameter: diameter, kind: kind, breath: -1}
	r.ExtendBaseWidget(r)
	return r
}

// SetKind colours the ring.
func (r *Ring) SetKind(k exercise.Kind) {
	if r.kind != k {
		r.kind = k
		r.Refresh()
	}
}

// Set shows a fraction (0 to 1) done, the number and the line under it. Nothing is repainted when nothing changed by
// as much as an eye could see.
func (r *Ring) Set(fraction float64, big, small string) {
	f := float32(min(max(fraction, 0), 1))
	if r.big == big && r.small == small && abs(f-r.fraction)*360 < 0.5 {
		return
	}
	r.fraction, r.big, r.small = f, big, small
	r.Refresh()
}

// SetBreath sets how full the circle inside the ring is, from 0 (breathed out) to 1; below 0 it rests half-way, for
// when no breath is paced.
func (r *Ring) SetBreath(b float64) {
	if abs(float32(b)-r.breath) < 0.008 {
		return
	}
	r.breath = float32(b)
	r.Refresh()
}

func abs(f float32) float32 { return max(f, -f) }

// CreateRenderer draws the ring.
func (r *Ring) CreateRenderer() fyne.WidgetRenderer {
	round := newRaster()
	var paint ringPainter
	round.Generator = func(w, h int) image.Image { return paint.paint(w, h, r) }
	big, small := canvas.NewText("", nil), canvas.NewText("", nil)
	p := &pieces{objects: []fyne.CanvasObject{round, big, small}}
	p.restyle = func() {
		big.Text, big.Color, big.TextStyle = r.big, look.Color(look.Ink), fyne.TextStyle{Bold: true}
		small.Text, small.Color = r.small, look.Color(look.Quiet)
		if s := r.Size(); !s.IsZero() {
			p.layout(s)
		}
	}
	p.layout = func(s fyne.Size) {
		d := float32(int(min(s.Width, s.Height)))
		round.Move(fyne.NewPos(float32(int((s.Width-d)/2)), float32(int((s.Height-d)/2))))
		round.Resize(fyne.NewSquareSize(d))

		room := (d - 2*thickness(d)) * 0.72
		big.TextSize = FitText(r.big, min(look.Size(look.Seconds), d*0.36), big.TextStyle, room)
		small.TextSize = FitText(r.small, min(look.Size(look.Body), d*0.092), small.TextStyle, room*1.04)
		mb, ms := big.MinSize(), small.MinSize()
		if r.small == "" {
			ms = fyne.Size{}
		}
		// The letters' own air above and below is taken out, so that number and line sit as one.
		tight := mb.Height * 0.80
		top := s.Height/2 - (tight+ms.Height)/2
		big.Move(fyne.NewPos((s.Width-mb.Width)/2, top-(mb.Height-tight)/2))
		big.Resize(mb)
		small.Move(fyne.NewPos((s.Width-ms.Width)/2, top+tight))
		small.Resize(ms)
	}
	p.min = func() fyne.Size { return fyne.NewSquareSize(r.diameter) }
	p.restyle()
	return p
}

// FitText is the largest type size up to size at which text is no wider than room.
func FitText(text string, size float32, style fyne.TextStyle, room float32) float32 {
	if text == "" || size <= 0 {
		return size
	}
	if w := fyne.MeasureText(text, size, style).Width; w > room {
		return size * room / w
	}
	return size
}
