package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"catcow/gui/look"
)

// Over lays something over a window and takes the window's keys for it while it lies there.
type Over struct {
	canvas fyne.Canvas // nil while nothing lies there
	top    fyne.CanvasObject
	key    func(*fyne.KeyEvent) // the window's own
	letter func(rune)
}

// Open lays an object over a canvas. Typed hears the keys that nothing on it had a use for; first gets the keyboard.
func (o *Over) Open(c fyne.Canvas, top fyne.CanvasObject, typed func(*fyne.KeyEvent), first fyne.Focusable) {
	o.Take(c, typed)
	o.top = top
	c.Overlays().Add(top)
	top.Move(fyne.Position{})
	top.Resize(c.Size())
	Focus(c, first)
}

// Take only takes a window's keys, for what is laid over it by other means. A click beside what lies there leaves nothing
// with the focus, and the keys would reach what lies below.
func (o *Over) Take(c fyne.Canvas, typed func(*fyne.KeyEvent)) {
	o.canvas, o.key, o.letter = c, c.OnTypedKey(), c.OnTypedRune()
	c.SetOnTypedKey(typed)
	c.SetOnTypedRune(func(rune) {})
}

// Close takes it away and gives the window its keys back.
func (o *Over) Close() {
	if o.canvas == nil {
		return
	}
	if o.top != nil {
		o.canvas.Overlays().Remove(o.top)
	}
	o.canvas.SetOnTypedKey(o.key)
	o.canvas.SetOnTypedRune(o.letter)
	o.canvas, o.top = nil, nil
}

// OnTop reports whether it lies there with nothing else over it, such as a dialog to choose a file.
func (o *Over) OnTop() bool { return o.canvas != nil && o.canvas.Overlays().Top() == o.top }

// Focus gives something the keyboard, even if it has only just come up.
func Focus(c fyne.Canvas, f fyne.Focusable) {
	Settle(c)
	c.Focus(f)
}

// Settle lets a canvas know now what is new. It would from the next frame on, and what it does not know it can neither
// focus nor bring into view.
func Settle(c fyne.Canvas) {
	if looks, ok := c.(interface{ EnsureMinSize() bool }); ok {
		looks.EnsureMinSize()
	}
}

// Veil is the window's colour, letting a little of what lies below through; an opacity of 255 lets nothing.
func Veil(opacity uint8) color.Color {
	c := color.NRGBAModel.Convert(look.Color(look.Window)).(color.NRGBA)
	c.A = opacity
	return c
}

// OverVeil is how much of a window is seen below what lies over it.
const OverVeil = 0xe0

// PaintOver gives the veil over a window and the card on it their colours.
func PaintOver(veil, card *canvas.Rectangle) {
	veil.FillColor = Veil(OverVeil)
	card.FillColor, card.StrokeColor, card.StrokeWidth = look.Color(look.Card), look.Color(look.Line), 1
	card.CornerRadius = look.CardRadius
}
