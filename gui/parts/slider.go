package parts

import (
	"math"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/routines/exercise"
)

// The band that suits most days: long enough for a warm-up and a cool-down, short enough to do.
const (
	bandFrom = 10 * time.Minute
	bandTo   = 15 * time.Minute
)

// LengthSlider chooses a session's length among those a routine fits, mostly every whole minute. The 10 to 15 minute
// band is marked. Worked by pointer, by ←/→ (one step), Page Up/Down (five) and Home/End.
type LengthSlider struct {
	widget.BaseWidget
	OnChanged func(time.Duration)

	offers           []time.Duration
	at               int
	kind             exercise.Kind
	hovered, focused bool
}

var (
	_ fyne.Focusable    = (*LengthSlider)(nil)
	_ fyne.Tappable     = (*LengthSlider)(nil)
	_ fyne.Draggable    = (*LengthSlider)(nil)
	_ desktop.Hoverable = (*LengthSlider)(nil)
)

// NewLengthSlider makes a slider over the lengths on offer, in rising order, at the one nearest to value.
func NewLengthSlider(offers []time.Duration, value time.Duration, changed func(time.Duration)) *LengthSlider {
	s := &LengthSlider{OnChanged: changed, kind: exercise.Dynamic}
	s.ExtendBaseWidget(s)
	s.SetOffers(offers, value)
	return s
}

// SetOffers changes what can be chosen, without calling OnChanged.
func (s *LengthSlider) SetOffers(offers []time.Duration, value time.Duration) {
	s.offers = slices.Clone(offers)
	s.at = s.nearest(value)
	s.Refresh()
}

// SetKind colours the slider.
func (s *LengthSlider) SetKind(k exercise.Kind) { s.kind = k; s.Refresh() }

// Value is the chosen length, or 0 when nothing is on offer.
func (s *LengthSlider) Value() time.Duration {
	if len(s.offers) == 0 {
		return 0
	}
	return s.offers[s.at]
}

// SetValue chooses the nearest length on offer, without calling OnChanged.
func (s *LengthSlider) SetValue(v time.Duration) {
	if i := s.nearest(v); i != s.at {
		s.at = i
		s.Refresh()
	}
}

func (s *LengthSlider) nearest(v time.Duration) int {
	best := 0
	for i, o := range s.offers {
		if (o - v).Abs() < (s.offers[best] - v).Abs() {
			best = i
		}
	}
	return best
}

func (s *LengthSlider) choose(i int) {
	i = min(max(i, 0), len(s.offers)-1)
	if i < 0 || i == s.at {
		return
	}
	s.at = i
	s.Refresh()
	if s.OnChanged != nil {
		s.OnChanged(s.offers[i])
	}
}

const (
	knob  = 26 // diameter
	track = 8
)

// along is where a length lies on the track, in the slider's own units.
func (s *LengthSlider) along(d time.Duration, width float32) float32 {
	lo, hi := s.offers[0], s.offers[len(s.offers)-1]
	if hi == lo {
		return width / 2
	}
	f := float32(d-lo) / float32(hi-lo)
	return knob/2 + min(max(f, 0), 1)*(width-knob)
}

func (s *LengthSlider) chooseAt(x float32) {
	if len(s.offers) == 0 {
		return
	}
	best, gap := 0, float32(math.MaxFloat32)
	for i, o := range s.offers {
		if g := float32(math.Abs(float64(s.along(o, s.Size().Width) - x))); g < gap {
			best, gap = i, g
		}
	}
	s.choose(best)
}

// Tapped chooses the length under the pointer.
func (s *LengthSlider) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s)
	}
	s.chooseAt(e.Position.X)
}

// Dragged follows the pointer.
func (s *LengthSlider) Dragged(e *fyne.DragEvent) { s.chooseAt(e.Position.X) }

// DragEnd does nothing.
func (s *LengthSlider) DragEnd() {}

// FocusGained shows the focus ring.
func (s *LengthSlider) FocusGained() { s.focused = true; s.Refresh(); Reveal(s) }

// FocusLost hides the focus ring.
func (s *LengthSlider) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune does nothing.
func (s *LengthSlider) TypedRune(rune) {}

// TypedKey moves along the lengths.
func (s *LengthSlider) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyDown, fyne.KeyMinus:
		s.choose(s.at - 1)
	case fyne.KeyRight, fyne.KeyUp, fyne.KeyPlus:
		s.choose(s.at + 1)
	case fyne.KeyPageDown:
		s.choose(s.at - 5)
	case fyne.KeyPageUp:
		s.choose(s.at + 5)
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(len(s.offers) - 1)
	default:
		PassOn(s, e)
	}
}

// MouseIn enlarges the knob's halo.
func (s *LengthSlider) MouseIn(*desktop.MouseEvent) { s.hovered = true; s.Refresh() }

// MouseMoved does nothing.
func (s *LengthSlider) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the halo back.
func (s *LengthSlider) MouseOut() { s.hovered = false; s.Refresh() }

// minutes says a length in words: "10 minutes".
func minutes(d time.Duration) string {
	if d%time.Minute != 0 {
		return look.Clock(d)
	}
	return look.T("parts.minutes", "{{.Count}} minutes", map[string]any{"Count": int(d / time.Minute)})
}

// CreateRenderer draws the slider.
func (s *LengthSlider) CreateRenderer() fyne.WidgetRenderer {
	rail, band, done := canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	halo, disc, eye := canvas.NewCircle(nil), canvas.NewCircle(nil), canvas.NewCircle(nil)
	lo, hi, now := canvas.NewText("", nil), canvas.NewText("", nil), canvas.NewText("", nil)
	ring := focusRing(knob / 2)
	p := &pieces{objects: []fyne.CanvasObject{rail, band, done, halo, disc, eye, lo, hi, now, ring}}
	for _, r := range []*canvas.Rectangle{rail, band, done} {
		r.CornerRadius = track / 2
	}
	p.restyle = func() {
		c := look.Kind(s.kind)
		rail.FillColor, band.FillColor, done.FillColor = look.Color(look.Well), c.Pale, c.Base
		disc.FillColor, eye.FillColor = c.Base, look.Color(look.Card)
		halo.FillColor = nil
		if s.hovered {
			halo.FillColor = look.Color(look.Hover)
		}
		lo.Text, hi.Text, now.Text = "", "", ""
		if n := len(s.offers); n > 0 {
			now.Text = minutes(s.offers[s.at])
			if n > 1 {
				lo.Text = look.Clock(s.offers[0])
				hi.Text = look.T("parts.min", "{{.N}} min", map[string]any{"N": int(s.offers[n-1] / time.Minute)})
				if s.offers[0]%time.Minute == 0 {
					lo.Text = look.T("parts.plain-number", "{{.N}}", map[string]any{"N": int(s.offers[0] / time.Minute)})
				}
			}
		}
		for _, t := range []*canvas.Text{lo, hi, now} {
			t.TextSize, t.Color = look.Size(look.Small), look.Color(look.Quiet)
		}
		now.Color, now.TextStyle = look.Color(look.Ink), fyne.TextStyle{Bold: true}
		showRing(ring, s.focused)
		if size := s.Size(); !size.IsZero() {
			p.layout(size)
		}
	}
	p.layout = func(size fyne.Size) {
		mid := float32(look.Target) / 2
		span := func(r *canvas.Rectangle, from, to float32) {
			r.Move(fyne.NewPos(from, mid-track/2))
			r.Resize(fyne.NewSize(max(to-from, 0), track))
		}
		span(rail, 0, size.Width)
		if len(s.offers) == 0 {
			return
		}
		x := s.along(s.offers[s.at], size.Width)
		first, last := s.offers[0], s.offers[len(s.offers)-1]
		if from, to := max(bandFrom, first), min(bandTo, last); from < to {
			span(band, s.along(from, size.Width), s.along(to, size.Width))
			band.Show()
		} else {
			band.Hide()
		}
		span(done, 0, x)
		centre := func(c *canvas.Circle, d float32) {
			c.Move(fyne.NewPos(x-d/2, mid-d/2))
			c.Resize(fyne.NewSquareSize(d))
		}
		centre(halo, knob+12)
		centre(disc, knob)
		centre(eye, 11)
		placeRing(ring, fyne.NewPos(x-knob/2, mid-knob/2), fyne.NewSquareSize(knob))
		y := look.Target + look.S1
		wl, wh, wn := lo.MinSize(), hi.MinSize(), now.MinSize()
		lo.Move(fyne.NewPos(0, y))
		hi.Move(fyne.NewPos(size.Width-wh.Width, y))
		at := min(max(x-wn.Width/2, 0), size.Width-wn.Width)
		now.Move(fyne.NewPos(at, y))
		// The ends give way to the chosen length.
		Show(lo, at > wl.Width+look.S2)
		Show(hi, at+wn.Width < size.Width-wh.Width-look.S2)
	}
	p.min = func() fyne.Size {
		return fyne.NewSize(look.Size(160), look.Target+look.S1+fyne.MeasureText("0", look.Size(look.Small), fyne.TextStyle{}).Height)
	}
	p.restyle()
	return p
}
