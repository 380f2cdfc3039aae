package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
)

// Card is a rounded surface that holds one thing.
type Card struct {
	widget.BaseWidget
	content fyne.CanvasObject
	role    look.Role
	pad     float32
}

// NewCard lays content on a card with room around it.
func NewCard(content fyne.CanvasObject) *Card {
	c := &Card{content: content, role: look.Card, pad: look.S5}
	c.ExtendBaseWidget(c)
	return c
}

// SetRole changes the surface, such as to look.Well for a quiet card; it returns the card.
func (c *Card) SetRole(r look.Role) *Card { c.role = r; c.Refresh(); return c }

// SetPadding changes the room around the content; it returns the card.
func (c *Card) SetPadding(p float32) *Card { c.pad = p; c.Refresh(); return c }

// Padding is the room around the content.
func (c *Card) Padding() float32 { return c.pad }

// HeightFor is the height the card needs at a width.
func (c *Card) HeightFor(width float32) float32 {
	return heightFor(c.content, width-2*c.pad) + 2*c.pad
}

// CreateRenderer draws the card.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	face := canvas.NewRectangle(nil)
	face.CornerRadius = look.CardRadius
	p := &pieces{objects: []fyne.CanvasObject{face, c.content}}
	p.restyle = func() { face.FillColor = look.Color(c.role) }
	p.min = func() fyne.Size { return c.content.MinSize().AddWidthHeight(2*c.pad, 2*c.pad) }
	p.layout = func(s fyne.Size) {
		face.Resize(s)
		c.content.Move(fyne.NewPos(c.pad, c.pad))
		c.content.Resize(s.SubtractWidthHeight(2*c.pad, 2*c.pad))
	}
	p.restyle()
	return p
}

// TapCard is a card that can be pressed as a whole: it can be focused, shows the pointer on it, and may be the chosen
// one of several.
type TapCard struct {
	Card
	OnTapped func()

	self                     fyne.Widget // what this is part of, or itself
	chosen, hovered, focused bool
}

var (
	_ fyne.Focusable    = (*TapCard)(nil)
	_ fyne.Tappable     = (*TapCard)(nil)
	_ desktop.Hoverable = (*TapCard)(nil)
)

// NewTapCard makes a card that does something.
func NewTapCard(content fyne.CanvasObject, tapped func()) *TapCard {
	c := &TapCard{}
	c.Init(c, content, tapped)
	return c
}

// Init makes a card of one that is part of another widget.
func (c *TapCard) Init(self fyne.Widget, content fyne.CanvasObject, tapped func()) {
	c.OnTapped, c.self = tapped, self
	c.content, c.role, c.pad = content, look.Card, look.S4
	c.ExtendBaseWidget(self)
}

// SetChosen marks the card as the one of several.
func (c *TapCard) SetChosen(on bool) {
	if c.chosen != on {
		c.chosen = on
		c.Refresh()
	}
}

// Tapped presses the card.
func (c *TapCard) Tapped(*fyne.PointEvent) {
	if c.OnTapped != nil {
		c.OnTapped()
	}
}

// FocusGained shows the focus ring.
func (c *TapCard) FocusGained() { c.focused = true; c.Refresh(); Reveal(c.self) }

// FocusLost hides the focus ring.
func (c *TapCard) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune hands letters on.
func (c *TapCard) TypedRune(r rune) { PassRune(c.self, r) }

// TypedKey presses the card on Space and Enter.
func (c *TapCard) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.Tapped(nil)
	default:
		PassOn(c.self, e)
	}
}

// MouseIn darkens the card.
func (c *TapCard) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved does nothing.
func (c *TapCard) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the darkening back.
func (c *TapCard) MouseOut() { c.hovered = false; c.Refresh() }

// CreateRenderer draws the card.
func (c *TapCard) CreateRenderer() fyne.WidgetRenderer {
	face, over, ring := canvas.NewRectangle(nil), canvas.NewRectangle(nil), focusRing(look.CardRadius)
	face.CornerRadius, over.CornerRadius = look.CardRadius, look.CardRadius
	p := &pieces{objects: []fyne.CanvasObject{face, over, c.content, ring}}
	p.restyle = func() {
		face.FillColor, face.StrokeWidth = look.Color(c.role), 0
		if c.chosen {
			face.StrokeColor, face.StrokeWidth = look.Color(look.AccentInk), 2
		}
		over.FillColor = nil
		if c.hovered {
			over.FillColor = look.Color(look.Hover)
		}
		showRing(ring, c.focused)
	}
	p.min = func() fyne.Size { return c.content.MinSize().AddWidthHeight(2*c.pad, 2*c.pad) }
	p.layout = func(s fyne.Size) {
		face.Resize(s)
		over.Resize(s)
		placeRing(ring, fyne.Position{}, s)
		c.content.Move(fyne.NewPos(c.pad, c.pad))
		c.content.Resize(s.SubtractWidthHeight(2*c.pad, 2*c.pad))
	}
	p.restyle()
	return p
}
