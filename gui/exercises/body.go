package exercises

import (
	"image"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/exercise"
)

// body is a person drawn from the front and from behind on whom areas are chosen, or, where nothing is to be tapped,
// shown. A chosen area is filled and outlined and named below; the pointer and the keyboard name the one they are on.
// The arrow keys go from area to area, Space and Enter choose.
type body struct {
	widget.BaseWidget
	onTapped func(exercise.Area) // nil shows only

	tones   parts.Tones
	chosen  func(exercise.Area) bool
	counts  map[exercise.Area]int
	caption string // what stands below while no area is pointed at

	at      int // the spot the keyboard is on
	hover   int // the spot under the pointer, -1 for none
	focused bool
	painter bodyPainter
	rasters [2]*canvas.Raster // from the front, from behind
	ring    *canvas.Rectangle
	label   *parts.Label
	under   [2]*parts.Label
}

var (
	_ fyne.Focusable     = (*body)(nil)
	_ fyne.Tappable      = (*body)(nil)
	_ desktop.Hoverable  = (*body)(nil)
	_ desktop.Cursorable = (*body)(nil)
)

// newBody makes bodies to choose areas on; with tapped nil they only show.
func newBody(chosen func(exercise.Area) bool, tapped func(exercise.Area)) *body {
	b := &body{chosen: chosen, onTapped: tapped, hover: -1}
	b.at = firstSpot(exercise.AreaLowerBack)
	b.label = parts.NewLabel("", look.Small, look.Ink, false).SetAlign(fyne.TextAlignCenter)
	b.under = [2]*parts.Label{
		parts.NewLabel(look.T("exercises.body.front", "Front"), look.Small-1, look.Quiet, false).SetAlign(fyne.TextAlignCenter),
		parts.NewLabel(look.T("exercises.body.back", "Back"), look.Small-1, look.Quiet, false).SetAlign(fyne.TextAlignCenter),
	}
	b.ExtendBaseWidget(b)
	return b
}

func firstSpot(a exercise.Area) int {
	for i, s := range spots {
		if s.area == a {
			return i
		}
	}
	return 0
}

// set shows who it is, how many exercises are behind each area, and what to say while none is pointed at.
func (b *body) set(tones parts.Tones, counts map[exercise.Area]int, caption string) {
	b.tones, b.counts, b.caption = tones, counts, caption
	b.Refresh()
}

// pointed is the area the pointer or the keyboard is on, or "".
func (b *body) pointed() exercise.Area {
	switch {
	case b.hover >= 0:
		return spots[b.hover].area
	case b.focused:
		return spots[b.at].area
	}
	return ""
}

// says names the area that is pointed at, with how many exercises it leaves.
func (b *body) says() string {
	a := b.pointed()
	if a == "" {
		return b.caption
	}
	if b.counts == nil {
		return look.Area(a)
	}
	return look.Area(a) + " · " + strconv.Itoa(b.counts[a])
}

// inkOf is how a spot is painted.
func (b *body) inkOf(i int) ink {
	a := spots[i].area
	on := b.chosen != nil && b.chosen(a)
	over := b.onTapped != nil && b.pointed() == a
	switch {
	case on:
		return chosenInk()
	case over:
		return hoverInk()
	case b.onTapped == nil:
		return ink{}
	}
	return restInk()
}

// HeightFor is the height the bodies and the line below need at a width.
func (b *body) HeightFor(width float32) float32 {
	h := min(width/2*float32(bodyFrame.Height()/bodyFrame.Width()), mostBody)
	h += b.under[0].MinSize().Height
	if b.captioned() {
		h += look.S1 + b.label.MinSize().Height
	}
	return h
}

func (b *body) captioned() bool { return b.onTapped != nil || b.caption != "" }

// mostBody is how high a body grows.
const mostBody = 330

// where is the spot at a place on the widget, or -1.
func (b *body) where(p fyne.Position) int {
	for i, r := range b.rasters {
		if r == nil {
			continue
		}
		q, s := p.Subtract(r.Position()), r.Size()
		if q.X >= 0 && q.Y >= 0 && q.X < s.Width && q.Y < s.Height {
			l := bodyLook{w: int(s.Width), h: int(s.Height)}
			return spotAt(l.point(float64(q.X), float64(q.Y)), i == 1)
		}
	}
	return -1
}

// Tapped chooses the area under the pointer.
func (b *body) Tapped(e *fyne.PointEvent) {
	if i := b.where(e.Position); i >= 0 {
		b.at = i
		b.choose()
	}
}

func (b *body) choose() {
	if b.onTapped != nil {
		b.onTapped(spots[b.at].area)
	}
}

// Cursor is a hand where there is an area to tap.
func (b *body) Cursor() desktop.Cursor {
	if b.onTapped != nil && b.hover >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// MouseIn names the area under the pointer.
func (b *body) MouseIn(e *desktop.MouseEvent) { b.MouseMoved(e) }

// MouseMoved names the area under the pointer.
func (b *body) MouseMoved(e *desktop.MouseEvent) { b.setHover(b.where(e.Position)) }

// MouseOut names none.
func (b *body) MouseOut() { b.setHover(-1) }

func (b *body) setHover(i int) {
	if b.hover != i {
		b.hover = i
		b.Refresh()
	}
}

// FocusGained shows where the keyboard is.
func (b *body) FocusGained() { b.focused = true; b.Refresh(); parts.Reveal(b) }

// FocusLost hides it.
func (b *body) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune hands on what is typed.
func (b *body) TypedRune(r rune) { parts.PassRune(b, r) }

// TypedKey goes from area to area and chooses.
func (b *body) TypedKey(e *fyne.KeyEvent) {
	if b.onTapped == nil {
		parts.PassOn(b, e)
		return
	}
	switch e.Name {
	case fyne.KeyUp:
		b.step(-1)
	case fyne.KeyDown:
		b.step(1)
	case fyne.KeyLeft:
		b.turn(false)
	case fyne.KeyRight:
		b.turn(true)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.choose()
	default:
		parts.PassOn(b, e)
	}
}

// step goes to the next or the previous area of the same body.
func (b *body) step(by int) {
	if i := b.at + by; i >= 0 && i < len(spots) && spots[i].back == spots[b.at].back {
		b.at = i
	}
	b.hover = -1
	b.Refresh()
}

// turn goes to the area at about the same height of the other body.
func (b *body) turn(back bool) {
	from := &spots[b.at]
	if from.back == back {
		return
	}
	best := -1
	for i := range spots {
		if spots[i].back != back {
			continue
		}
		if spots[i].area == from.area {
			best = i
			break
		}
		if best < 0 || gap(&spots[i], from) < gap(&spots[best], from) {
			best = i
		}
	}
	b.at, b.hover = best, -1
	b.Refresh()
}

func gap(a, b *spot) float64 {
	d := a.middle().Y - b.middle().Y
	return max(d, -d)
}

// AccessibilityLabel is what a screen reader says.
func (b *body) AccessibilityLabel() string {
	a := spots[b.at].area
	text := look.Area(a)
	if b.chosen != nil && b.chosen(a) {
		text += ", " + look.T("exercises.body.chosen", "chosen")
	}
	return text
}

// AccessibilityRole says that it can be pressed.
func (b *body) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer draws the bodies.
func (b *body) CreateRenderer() fyne.WidgetRenderer {
	b.ring = canvas.NewRectangle(nil)
	b.ring.StrokeWidth, b.ring.CornerRadius = 2, look.ControlRadius
	for i := range b.rasters {
		b.rasters[i] = &canvas.Raster{ScaleMode: canvas.ImageScalePixels, Generator: func(w, h int) image.Image {
			img := image.NewRGBA(image.Rect(0, 0, w, h))
			b.painter.paint(img, i == 1, bodyLook{b.tones, look.Dark(), w, h}, b.inkOf)
			return img
		}}
	}
	r := &parts.Drawing{Of: []fyne.CanvasObject{b.rasters[0], b.rasters[1], b.under[0], b.under[1], b.label, b.ring}}
	r.Renew = func() {
		b.ring.StrokeColor = look.Color(look.Focus)
		parts.Show(b.ring, b.focused)
		parts.Show(b.label, b.captioned())
		b.label.SetText(b.says())
		b.label.SetBold(b.pointed() != "")
		for _, raster := range b.rasters {
			raster.Refresh()
		}
		b.ring.Refresh()
	}
	r.Place = func(s fyne.Size) {
		under, text := b.under[0].MinSize().Height, float32(0)
		if b.captioned() {
			text = b.label.MinSize().Height + look.S1
		}
		w := min(s.Width/2, mostBody*float32(bodyFrame.Width()/bodyFrame.Height()))
		h := s.Height - under - text
		for i, raster := range b.rasters {
			x := s.Width/2 + float32(i-1)*w
			parts.Put(raster, float32(int(x)), 0, float32(int(w)), float32(int(h)))
			parts.Put(b.under[i], x, h, w, under)
		}
		parts.Put(b.label, 0, h+under+look.S1, s.Width, b.label.MinSize().Height)
		parts.Put(b.ring, -3, -3, s.Width+6, s.Height+6)
	}
	r.Least = func() fyne.Size {
		return fyne.NewSize(look.Size(160), b.HeightFor(max(b.Size().Width, look.Size(160))))
	}
	r.Renew()
	return r
}
