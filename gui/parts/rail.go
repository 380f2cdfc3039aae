package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
)

// Place is one screen on the Rail.
type Place struct {
	ID    string
	Label string
	Icon  look.IconName
	Low   bool // at the bottom, such as Settings
}

// Rail is the way between screens, down the left edge of the window. Each place is reached by Tab and chosen by Space
// or Enter.
type Rail struct {
	widget.BaseWidget
	OnChosen func(id string)
	stops    []*stop
}

// NewRail makes a rail.
func NewRail(places []Place, chosen func(id string)) *Rail {
	r := &Rail{OnChosen: chosen}
	for _, p := range places {
		r.stops = append(r.stops, newStop(p, func() {
			if r.OnChosen != nil {
				r.OnChosen(p.ID)
			}
		}))
	}
	r.ExtendBaseWidget(r)
	return r
}

// SetChosen marks the screen that is shown, without calling OnChosen.
func (r *Rail) SetChosen(id string) {
	for _, s := range r.stops {
		if on := s.place.ID == id; on != s.chosen {
			s.chosen = on
			s.Refresh()
		}
	}
}

// CreateRenderer draws the rail.
func (r *Rail) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(nil)
	p := &pieces{objects: []fyne.CanvasObject{back}}
	for _, s := range r.stops {
		p.objects = append(p.objects, s)
	}
	p.restyle = func() { back.FillColor = look.Color(look.Well) }
	p.min = func() fyne.Size {
		w, h := float32(68), look.S4*2
		for _, s := range r.stops {
			m := s.MinSize()
			w, h = max(w, m.Width), h+m.Height+look.S1
		}
		return fyne.NewSize(w+2*look.S2, h)
	}
	p.layout = func(size fyne.Size) {
		back.Resize(size)
		top, low := look.S4, size.Height-look.S4
		for i := len(r.stops) - 1; i >= 0; i-- {
			if s := r.stops[i]; s.place.Low {
				h := s.MinSize().Height
				low -= h
				s.Move(fyne.NewPos(look.S2, low))
				s.Resize(fyne.NewSize(size.Width-2*look.S2, h))
				low -= look.S1
			}
		}
		for _, s := range r.stops {
			if !s.place.Low {
				h := s.MinSize().Height
				s.Move(fyne.NewPos(look.S2, top))
				s.Resize(fyne.NewSize(size.Width-2*look.S2, h))
				top += h + look.S1
			}
		}
	}
	p.restyle()
	return p
}

type stop struct {
	widget.BaseWidget
	place                    Place
	tapped                   func()
	chosen, hovered, focused bool
}

var (
	_ fyne.Focusable    = (*stop)(nil)
	_ desktop.Hoverable = (*stop)(nil)
)

func newStop(p Place, tapped func()) *stop {
	s := &stop{place: p, tapped: tapped}
	s.ExtendBaseWidget(s)
	return s
}

func (s *stop) Tapped(*fyne.PointEvent) { s.tapped() }
func (s *stop) FocusGained()            { s.focused = true; s.Refresh() }
func (s *stop) FocusLost()              { s.focused = false; s.Refresh() }
func (s *stop) TypedRune(r rune)        { PassRune(s, r) }

func (s *stop) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		s.tapped()
	default:
		PassOn(s, e)
	}
}

func (s *stop) MouseIn(*desktop.MouseEvent)    { s.hovered = true; s.Refresh() }
func (s *stop) MouseMoved(*desktop.MouseEvent) {}
func (s *stop) MouseOut()                      { s.hovered = false; s.Refresh() }

func (s *stop) AccessibilityLabel() string             { return s.place.Label }
func (s *stop) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (s *stop) CreateRenderer() fyne.WidgetRenderer {
	face, over, ring := canvas.NewRectangle(nil), canvas.NewRectangle(nil), focusRing(look.ControlRadius)
	face.CornerRadius, over.CornerRadius = look.ControlRadius, look.ControlRadius
	icon, text := canvas.NewImageFromResource(nil), canvas.NewText("", nil)
	icon.FillMode = canvas.ImageFillContain
	p := &pieces{objects: []fyne.CanvasObject{face, over, icon, text, ring}}
	const size = look.Small - 1
	p.restyle = func() {
		face.FillColor, over.FillColor = nil, nil
		role := look.Quiet
		if s.chosen {
			face.FillColor, role = look.Color(look.Card), look.Ink
		}
		if s.hovered {
			over.FillColor = look.Color(look.Hover)
		}
		icon.Resource = look.IconIn(s.place.Icon, role)
		text.Text, text.TextSize, text.Color = s.place.Label, look.Size(size), look.Color(role)
		text.TextStyle = fyne.TextStyle{Bold: s.chosen}
		showRing(ring, s.focused)
		if at := s.Size(); !at.IsZero() {
			p.layout(at)
		}
	}
	p.min = func() fyne.Size {
		m := fyne.MeasureText(s.place.Label, look.Size(size), fyne.TextStyle{Bold: true})
		return fyne.NewSize(max(m.Width+look.S2, 68), look.Size(22)+m.Height+2*look.S2+look.S1)
	}
	p.layout = func(at fyne.Size) {
		face.Resize(at)
		over.Resize(at)
		placeRing(ring, fyne.Position{}, at)
		edge := look.Size(22)
		icon.Move(fyne.NewPos((at.Width-edge)/2, look.S2))
		icon.Resize(fyne.NewSquareSize(edge))
		m := text.MinSize()
		text.Move(fyne.NewPos((at.Width-m.Width)/2, look.S2+edge+look.S1))
		text.Resize(m)
	}
	p.restyle()
	return p
}
