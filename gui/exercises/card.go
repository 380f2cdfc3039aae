package exercises

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
)

// The size of a card's picture and the narrowest card, unscaled.
const (
	pictureWidth, pictureHeight = 176, 124
	cardPad                     = 10
	leastCard                   = pictureWidth + 2*cardPad
)

func pictureSize() fyne.Size {
	return fyne.NewSize(look.Size(pictureWidth), look.Size(pictureHeight))
}

// card is an exercise among others: its still on the tint of its kind, its name, its kind and its dose. It can always be
// reached by keyboard, but what it shows is made when it first comes near what is seen, and counts for nothing while it
// is far from it: a window is repainted as a whole, and every text in it measured, for every step of a scroll.
type card struct {
	widget.BaseWidget
	exercise *exercise.Exercise
	album    *parts.Album
	tones    parts.Tones
	onTapped func(*card)
	onArrow  func(*card, fyne.KeyName) bool

	awake            bool
	hovered, focused bool
	face             *cardFace
}

// cardFace is what a card shows.
type cardFace struct {
	back, over, ring *canvas.Rectangle
	thumb            *parts.Thumb
	name             []*canvas.Text
	icon             *canvas.Image
	kind, dose       *canvas.Text
}

var (
	_ fyne.Focusable    = (*card)(nil)
	_ fyne.Tappable     = (*card)(nil)
	_ desktop.Hoverable = (*card)(nil)
)

func newCard(e *exercise.Exercise, a *parts.Album, tones parts.Tones, tapped func(*card)) *card {
	c := &card{exercise: e, album: a, tones: tones, onTapped: tapped}
	c.ExtendBaseWidget(c)
	return c
}

// SetAwake lets the card show what it shows, or not.
func (c *card) SetAwake(on bool) {
	if c.awake == on {
		return
	}
	c.awake = on
	if on && c.face == nil {
		c.face = c.make()
		c.restyle()
	}
	if on {
		c.lay(c.Size())
	}
}

// Awake reports whether the card shows what it shows.
func (c *card) Awake() bool { return c.awake }

// HeightFor is the height the card needs at a width.
func (c *card) HeightFor(width float32) float32 { return cardHeight(len(nameLines(c.exercise, width))) }

// Tapped opens the exercise.
func (c *card) Tapped(*fyne.PointEvent) { c.onTapped(c) }

// FocusGained shows the focus ring.
func (c *card) FocusGained() { c.focused = true; parts.Reveal(c); c.Refresh() }

// FocusLost hides it.
func (c *card) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune hands letters on.
func (c *card) TypedRune(r rune) { parts.PassRune(c, r) }

// TypedKey opens the exercise, or goes to another card.
func (c *card) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.onTapped(c)
		return
	}
	if c.onArrow == nil || !c.onArrow(c, e.Name) {
		parts.PassOn(c, e)
	}
}

// MouseIn darkens the card.
func (c *card) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved does nothing.
func (c *card) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the darkening back.
func (c *card) MouseOut() { c.hovered = false; c.Refresh() }

// AccessibilityLabel is what a screen reader says.
func (c *card) AccessibilityLabel() string {
	return c.exercise.Name + ", " + look.KindLine(c.exercise) + ", " + look.Dose(c.exercise, c.exercise.Dose)
}

// AccessibilityRole says that it can be pressed.
func (c *card) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

var nameStyle = fyne.TextStyle{Bold: true}

// nameLines breaks the name for a card of a width.
func nameLines(e *exercise.Exercise, width float32) []string {
	size, room := look.Size(look.Body), width-2*cardPad-look.S1
	if fyne.MeasureText(e.Name, size, nameStyle).Width <= room {
		return []string{e.Name} // most are, and Wrap would measure them word by word
	}
	return parts.Wrap(e.Name, size, nameStyle, room)
}

func lineHeight(size float32, style fyne.TextStyle) float32 {
	return fyne.MeasureText("Ág", look.Size(size), style).Height
}

// cardHeight is the height of a card whose name takes so many lines.
func cardHeight(lines int) float32 {
	return cardPad + look.Size(pictureHeight) + look.S2 + float32(lines)*lineHeight(look.Body, nameStyle) +
		look.S1 + 2*lineHeight(look.Small, fyne.TextStyle{}) + cardPad + 2
}

func (c *card) make() *cardFace {
	f := &cardFace{back: canvas.NewRectangle(nil), over: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil)}
	f.back.CornerRadius, f.over.CornerRadius = look.CardRadius, look.CardRadius
	f.ring.StrokeWidth, f.ring.CornerRadius = 2, look.CardRadius+3
	f.thumb = parts.NewThumb(c.exercise, parts.FaceSide(c.exercise), c.tones, pictureSize()).In(c.album)
	f.icon = canvas.NewImageFromResource(nil)
	f.icon.FillMode = canvas.ImageFillContain
	f.kind, f.dose = canvas.NewText("", nil), canvas.NewText("", nil)
	return f
}

func (c *card) restyle() {
	f := c.face
	if f == nil {
		return
	}
	f.back.FillColor, f.over.FillColor = look.Color(look.Card), nil
	if c.hovered {
		f.over.FillColor = look.Color(look.Hover)
	}
	f.ring.StrokeColor = look.Color(look.Focus)
	parts.Show(f.ring, c.focused)
	for _, t := range f.name {
		t.Color, t.TextSize = look.Color(look.Ink), look.Size(look.Body)
	}
	f.icon.Resource = look.KindIcon(c.exercise.Kind, look.Quiet)
	for _, t := range []*canvas.Text{f.kind, f.dose} {
		t.Color, t.TextSize = look.Color(look.Quiet), look.Size(look.Small)
	}
}

func (c *card) lay(s fyne.Size) {
	f := c.face
	if f == nil || !c.awake || s.IsZero() {
		return
	}
	parts.Put(f.back, 0, 0, s.Width, s.Height)
	parts.Put(f.over, 0, 0, s.Width, s.Height)
	parts.Put(f.ring, -3, -3, s.Width+6, s.Height+6)
	w := s.Width - 2*cardPad
	parts.Put(f.thumb, cardPad, cardPad, w, look.Size(pictureHeight))
	y := cardPad + look.Size(pictureHeight) + look.S2
	left := float32(cardPad) + look.S1/2
	lines := nameLines(c.exercise, s.Width)
	for len(f.name) < len(lines) {
		t := canvas.NewText("", look.Color(look.Ink))
		t.TextStyle, t.TextSize = nameStyle, look.Size(look.Body)
		f.name = append(f.name, t)
	}
	f.name = f.name[:len(lines)]
	high := lineHeight(look.Body, nameStyle)
	for i, line := range lines {
		f.name[i].Text = line
		parts.Put(f.name[i], left, y, w, high)
		y += high
	}
	y += look.S1
	high = lineHeight(look.Small, fyne.TextStyle{})
	edge := look.Size(15)
	parts.Put(f.icon, left, y+(high-edge)/2, edge, edge)
	f.kind.Text = parts.Shorten(look.KindLine(c.exercise), look.Size(look.Small), fyne.TextStyle{}, w-edge-2*look.S1-2)
	parts.Put(f.kind, left+edge+look.S1+2, y, w-edge-look.S1-2, high)
	y += high
	f.dose.Text = parts.Shorten(look.Dose(c.exercise, c.exercise.Dose), look.Size(look.Small), fyne.TextStyle{}, w-look.S1)
	parts.Put(f.dose, left, y, w, high)
}

// CreateRenderer draws the card.
func (c *card) CreateRenderer() fyne.WidgetRenderer { return &cardRenderer{c} }

type cardRenderer struct{ c *card }

func (r *cardRenderer) Objects() []fyne.CanvasObject {
	f := r.c.face
	if f == nil || !r.c.awake {
		return nil
	}
	out := make([]fyne.CanvasObject, 0, 8+len(f.name))
	out = append(out, f.back, f.over, f.thumb, f.icon, f.kind, f.dose, f.ring)
	for _, t := range f.name {
		out = append(out, t)
	}
	return out
}

func (r *cardRenderer) Layout(s fyne.Size) { r.c.lay(s) }
func (r *cardRenderer) MinSize() fyne.Size { return fyne.NewSize(look.Size(leastCard), 0) }
func (r *cardRenderer) Destroy()           {}

func (r *cardRenderer) Refresh() {
	r.c.restyle()
	r.c.lay(r.c.Size())
	if r.c.awake {
		canvas.Refresh(r.c)
	}
}
