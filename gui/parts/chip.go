package parts

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/routines/exercise"
)

// Chip is a rounded word that is on or off, such as one need of several. Space, Enter or a tap turn it over; a screen
// that wants only one of several on turns the others off with SetOn.
type Chip struct {
	widget.BaseWidget
	OnChanged func(on bool)

	label            string
	count            int // what is behind it, -1 where that is not said
	small            bool
	on               bool
	hovered, focused bool
}

var (
	_ fyne.Focusable    = (*Chip)(nil)
	_ fyne.Tappable     = (*Chip)(nil)
	_ desktop.Hoverable = (*Chip)(nil)
)

// NewChip makes a chip.
func NewChip(label string, on bool, changed func(on bool)) *Chip {
	c := &Chip{label: label, count: -1, on: on, OnChanged: changed}
	c.ExtendBaseWidget(c)
	return c
}

// On reports whether the chip is on.
func (c *Chip) On() bool { return c.on }

// SetOn turns the chip on or off without calling OnChanged.
func (c *Chip) SetOn(on bool) {
	if c.on != on {
		c.on = on
		c.Refresh()
	}
}

// SetLabel changes what the chip says.
func (c *Chip) SetLabel(s string) {
	if c.label != s {
		c.label = s
		c.Refresh()
	}
}

// SetCount says behind the label how many things the chip leaves. A chip that leaves none is quieter, but can be turned
// on.
func (c *Chip) SetCount(n int) {
	if c.count != n {
		c.count = n
		c.Refresh()
	}
}

// SetSmall makes the chip narrower and its letters smaller, where there are many; it returns the chip.
func (c *Chip) SetSmall(on bool) *Chip { c.small = on; c.Refresh(); return c }

// face is the chip's type size, unscaled, and the room left and right of its words.
func (c *Chip) face() (size, side float32) {
	if c.small {
		return look.Small, look.S3
	}
	return look.Body, look.S4
}

// Tapped turns the chip over.
func (c *Chip) Tapped(*fyne.PointEvent) {
	c.SetOn(!c.on)
	if c.OnChanged != nil {
		c.OnChanged(c.on)
	}
}

// FocusGained shows the focus ring.
func (c *Chip) FocusGained() { c.focused = true; c.Refresh(); Reveal(c) }

// FocusLost hides the focus ring.
func (c *Chip) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune hands letters on.
func (c *Chip) TypedRune(r rune) { PassRune(c, r) }

// TypedKey turns the chip over on Space and Enter.
func (c *Chip) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.Tapped(nil)
	default:
		PassOn(c, e)
	}
}

// MouseIn darkens the chip.
func (c *Chip) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved does nothing.
func (c *Chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the darkening back.
func (c *Chip) MouseOut() { c.hovered = false; c.Refresh() }

// AccessibilityLabel is what a screen reader says.
func (c *Chip) AccessibilityLabel() string {
	if c.count < 0 {
		return c.label
	}
	return c.label + ", " + strconv.Itoa(c.count)
}

// AccessibilityRole says that it can be pressed.
func (c *Chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer draws the chip.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	face, over, ring := canvas.NewRectangle(nil), canvas.NewRectangle(nil), focusRing(0)
	text, count := canvas.NewText("", nil), canvas.NewText("", nil)
	p := &pieces{objects: []fyne.CanvasObject{face, over, text, count, ring}}
	p.restyle = func() {
		size, _ := c.face()
		face.FillColor, face.StrokeColor, face.StrokeWidth = look.Color(look.Card), look.Color(look.Line), 1
		text.Color, text.TextStyle = look.Color(look.Ink), fyne.TextStyle{Bold: c.on}
		if c.on {
			face.FillColor, face.StrokeColor = look.Color(look.AccentWash), look.Color(look.AccentInk)
		} else if c.count == 0 {
			face.FillColor, text.Color = look.Color(look.Window), look.Color(look.Quiet)
		}
		over.FillColor = nil
		if c.hovered {
			over.FillColor = look.Color(look.Hover)
		}
		text.Text, text.TextSize = c.label, look.Size(size)
		count.Text, count.TextSize, count.Color = strconv.Itoa(c.count), look.Size(size), look.Color(look.Quiet)
		Show(count, c.count >= 0)
		showRing(ring, c.focused)
		if s := c.Size(); !s.IsZero() {
			p.layout(s)
		}
	}
	number := func() float32 {
		if c.count < 0 {
			return 0
		}
		size, _ := c.face()
		return fyne.MeasureText("00", look.Size(size), fyne.TextStyle{}).Width + look.S2 - 2
	}
	p.min = func() fyne.Size {
		// Measured bold and with room for two figures, so that turning a chip on does not move its neighbours.
		size, side := c.face()
		m := fyne.MeasureText(c.label, look.Size(size), fyne.TextStyle{Bold: true})
		return fyne.NewSize(m.Width+number()+2*side, max(m.Height+2*look.S2, look.Target))
	}
	p.layout = func(s fyne.Size) {
		for _, r := range []*canvas.Rectangle{face, over} {
			r.CornerRadius = s.Height / 2
			r.Resize(s)
		}
		ring.CornerRadius = s.Height/2 + ringGap
		placeRing(ring, fyne.Position{}, s)
		text.Text = Shorten(c.label, text.TextSize, text.TextStyle, s.Width-2*look.S2-number())
		m, n := text.MinSize(), fyne.Size{}
		if c.count >= 0 {
			n = count.MinSize().AddWidthHeight(look.S2-2, 0)
		}
		x := (s.Width - m.Width - n.Width) / 2
		text.Move(fyne.NewPos(x, (s.Height-m.Height)/2))
		text.Resize(m)
		count.Move(fyne.NewPos(x+m.Width+look.S2-2, (s.Height-m.Height)/2))
		count.Resize(n)
	}
	p.restyle()
	return p
}

// Tag is a word on a kind's deep colour, with the kind's icon: "Static cool-down". It is not for pressing.
type Tag struct {
	widget.BaseWidget
	kind exercise.Kind
	text string
}

// NewTag makes a tag.
func NewTag(kind exercise.Kind, text string) *Tag {
	t := &Tag{kind: kind, text: text}
	t.ExtendBaseWidget(t)
	return t
}

// Set changes kind and word.
func (t *Tag) Set(kind exercise.Kind, text string) {
	if t.kind != kind || t.text != text {
		t.kind, t.text = kind, text
		t.Refresh()
	}
}

// CreateRenderer draws the tag.
func (t *Tag) CreateRenderer() fyne.WidgetRenderer {
	face, icon, text := newPlate(), canvas.NewImageFromResource(nil), canvas.NewText("", nil)
	icon.FillMode = canvas.ImageFillContain
	p := &pieces{objects: []fyne.CanvasObject{face.Raster, icon, text}}
	edge := func() float32 { return look.Size(15) }
	p.restyle = func() {
		face.set(look.Kind(t.kind).Deep, color.Transparent, 999)
		icon.Resource = look.KindIcon(t.kind, look.OnAccent)
		text.Text, text.TextSize, text.Color = t.text, look.Size(look.Small), look.Color(look.OnAccent)
		text.TextStyle = fyne.TextStyle{Bold: true}
		if s := t.Size(); !s.IsZero() {
			p.layout(s)
		}
	}
	p.min = func() fyne.Size {
		m := fyne.MeasureText(t.text, look.Size(look.Small), fyne.TextStyle{Bold: true})
		return fyne.NewSize(m.Width+edge()+look.S1+2+2*look.S3, m.Height+2*6)
	}
	p.layout = func(s fyne.Size) {
		face.Resize(s)
		icon.Move(fyne.NewPos(look.S3, (s.Height-edge())/2))
		icon.Resize(fyne.NewSquareSize(edge()))
		x := look.S3 + edge() + look.S1 + 2
		text.Text = Shorten(t.text, text.TextSize, text.TextStyle, s.Width-x-look.S2)
		h := text.MinSize().Height
		text.Move(fyne.NewPos(x, (s.Height-h)/2))
		text.Resize(fyne.NewSize(s.Width-x, h))
	}
	p.restyle()
	return p
}
