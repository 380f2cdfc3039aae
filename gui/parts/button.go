package parts

import (
	"cmp"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/routines/exercise"
)

// Rank is how loud a button is.
type Rank int

// The ranks.
const (
	Surface Rank = iota // a card with a hair line
	Primary             // filled; one on a screen
	Warm                // a card outlined in the accent: a helping hand
	Bare                // no surface until the pointer is on it
	Danger              // filled: what cannot be undone
)

// Button is a rounded button with an icon, a label and the key that does the same. It is worked by pointer, by Space
// and by Enter.
type Button struct {
	widget.BaseWidget
	// OnTapped is what it does.
	OnTapped func()
	// OnKey, when set, sees every key before the button does and says whether it took it. A player uses it so that
	// Space pauses wherever the focus is; Enter still presses the button.
	OnKey func(fyne.KeyName) bool

	label    string
	name     string // for a screen reader, where there is no label
	icon     look.IconName
	hint     string
	rank     Rank
	kind     exercise.Kind
	disabled bool
	hovered  bool
	focused  bool
	compact  bool
	off      bool
	tight    bool
	wrap     bool
}

var (
	_ fyne.Focusable    = (*Button)(nil)
	_ fyne.Tappable     = (*Button)(nil)
	_ fyne.Disableable  = (*Button)(nil)
	_ desktop.Hoverable = (*Button)(nil)
)

// NewButton makes a button of rank Surface; label or icon may be "".
func NewButton(label string, icon look.IconName, tapped func()) *Button {
	b := &Button{label: label, icon: icon, OnTapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

// SetRank makes the button louder or quieter; it returns the button.
func (b *Button) SetRank(r Rank) *Button { b.rank = r; b.Refresh(); return b }

// SetKind fills a primary button with a kind's deep colour instead of the accent; it returns the button.
func (b *Button) SetKind(k exercise.Kind) *Button {
	if b.kind != k {
		b.kind = k
		b.Refresh()
	}
	return b
}

// SetHint shows the key that does the same, such as "space" or "→"; it returns the button.
func (b *Button) SetHint(key string) *Button { b.hint = key; b.Refresh(); return b }

// SetOff strikes the button's icon through, for a thing that is turned off; it returns the button.
func (b *Button) SetOff(off bool) *Button {
	if b.off != off {
		b.off = off
		b.Refresh()
	}
	return b
}

// SetTight takes the button's side room back, for a row that would not fit otherwise; it returns the button.
func (b *Button) SetTight(on bool) *Button {
	if b.tight != on {
		b.tight = on
		b.Refresh()
	}
	return b
}

// SetWrap lets a label without an icon go on in more lines where one is too short, for words that nobody chose by their
// length; it returns the button. The button then knows the height that a width needs.
func (b *Button) SetWrap(on bool) *Button { b.wrap = on; b.Refresh(); return b }

// HeightFor is the height the button needs at a width.
func (b *Button) HeightFor(width float32) float32 {
	m := b.MinSize()
	if !b.wrap || m.Width <= width {
		return m.Height
	}
	lead := fyne.MeasureText("Ág", look.Size(look.Body), b.style()).Height
	return m.Height + float32(len(b.lines(width))-1)*lead
}

// lines is the label broken for a width.
func (b *Button) lines(width float32) []string {
	return Wrap(b.label, look.Size(look.Body), b.style(), width-2*look.S3)
}

func (b *Button) style() fyne.TextStyle {
	return fyne.TextStyle{Bold: b.rank == Primary || b.rank == Danger}
}

// SetCompact makes the button as low as a chip; it returns the button.
func (b *Button) SetCompact(on bool) *Button { b.compact = on; b.Refresh(); return b }

// SetFace changes label and icon together.
func (b *Button) SetFace(label string, icon look.IconName) {
	if b.label != label || b.icon != icon {
		b.label, b.icon = label, icon
		b.Refresh()
	}
}

// Label is what the button says.
func (b *Button) Label() string { return b.label }

// Enable lets the button be used.
func (b *Button) Enable() { b.setDisabled(false) }

// Disable greys the button.
func (b *Button) Disable() { b.setDisabled(true) }

func (b *Button) setDisabled(d bool) {
	if b.disabled != d {
		b.disabled = d
		b.Refresh()
	}
}

// Disabled reports whether the button is greyed.
func (b *Button) Disabled() bool { return b.disabled }

// Tapped presses the button.
func (b *Button) Tapped(*fyne.PointEvent) { b.press() }

func (b *Button) press() {
	if !b.disabled && b.OnTapped != nil {
		b.OnTapped()
	}
}

// FocusGained shows the focus ring.
func (b *Button) FocusGained() { b.focused = true; b.Refresh(); Reveal(b) }

// FocusLost hides the focus ring.
func (b *Button) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune does nothing: the same key also arrives as TypedKey.
func (b *Button) TypedRune(rune) {}

// TypedKey presses the button on Space and Enter.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		b.press()
		return
	}
	if b.OnKey != nil && b.OnKey(e.Name) {
		return
	}
	if e.Name == fyne.KeySpace {
		b.press()
		return
	}
	PassOn(b, e)
}

// MouseIn darkens the button.
func (b *Button) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved does nothing.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the darkening back.
func (b *Button) MouseOut() { b.hovered = false; b.Refresh() }

// SetName says for a screen reader what an icon alone, or a label that stands there several times, does not; it returns
// the button.
func (b *Button) SetName(name string) *Button { b.name = name; return b }

// AccessibilityLabel is what a screen reader says.
func (b *Button) AccessibilityLabel() string { return cmp.Or(b.name, b.label) }

// AccessibilityRole says that this is a button.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// faceColours are the button's surface, outline and text, and the role of its icon.
func (b *Button) faceColours() (fill, line, ink color.Color, icon look.Role) {
	switch {
	case b.disabled:
		return look.Color(look.Well), look.Color(look.Line), look.Color(look.Disabled), look.Disabled
	case b.rank == Primary && b.kind != "":
		d := look.Kind(b.kind).Deep
		return d, d, look.Color(look.OnAccent), look.OnAccent
	case b.rank == Primary:
		return look.Color(look.Accent), look.Color(look.Accent), look.Color(look.OnAccent), look.OnAccent
	case b.rank == Danger:
		return look.Color(look.Danger), look.Color(look.Danger), look.Color(look.OnAccent), look.OnAccent
	case b.rank == Warm:
		return look.Color(look.Card), look.Color(look.AccentInk), look.Color(look.AccentInk), look.AccentInk
	case b.rank == Bare:
		return color.Transparent, color.Transparent, look.Color(look.Quiet), look.Quiet
	}
	return look.Color(look.Card), look.Color(look.Line), look.Color(look.Ink), look.Ink
}

// CreateRenderer draws the button.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	face := newPlate()
	over := canvas.NewRectangle(nil)
	over.CornerRadius = look.ControlRadius
	icon := canvas.NewImageFromResource(nil)
	icon.FillMode = canvas.ImageFillContain
	label, hint := canvas.NewText("", nil), canvas.NewText("", nil)
	ring := focusRing(look.ControlRadius)
	strike := canvas.NewLine(nil)
	strike.StrokeWidth = 2
	p := &pieces{objects: []fyne.CanvasObject{face.Raster, over, icon, strike, label, hint, ring}}
	plain := len(p.objects)

	pad := func() float32 {
		if b.tight {
			return 10
		}
		if b.label == "" || b.compact {
			return look.S4
		}
		return look.S5
	}
	edge := func() float32 { return look.Size(20) }
	p.restyle = func() {
		fill, line, ink, role := b.faceColours()
		face.set(fill, line, look.ControlRadius)
		over.FillColor = color.Transparent
		if b.hovered && !b.disabled {
			over.FillColor = look.Color(look.Hover)
		}
		label.Text, label.TextSize, label.Color = b.label, look.Size(look.Body), ink
		label.TextStyle = b.style()
		hint.Text, hint.TextSize = b.hint, look.Size(look.Small-1)
		hint.Color = look.Color(look.Quiet)
		if b.rank == Primary || b.rank == Danger || b.disabled {
			hint.Color = ink
		}
		if b.icon != "" {
			icon.Resource = look.IconIn(b.icon, role)
			icon.Show()
		} else {
			icon.Hide()
		}
		strike.StrokeColor = ink
		Show(strike, b.off && b.icon != "")
		showRing(ring, b.focused)
		if s := b.Size(); !s.IsZero() {
			p.layout(s)
		}
	}
	contents := func() (w, h float32) {
		n := 0
		if b.icon != "" {
			w, h, n = edge(), edge(), 1
		}
		// What it says, not what is written: a label that was shortened once must not stay so.
		for i, t := range []*canvas.Text{label, hint} {
			says := [2]string{b.label, b.hint}[i]
			if says == "" {
				continue
			}
			m := fyne.MeasureText(says, t.TextSize, t.TextStyle)
			w, h, n = w+m.Width, max(h, m.Height), n+1
		}
		return w + look.S2*float32(max(n-1, 0)), h
	}
	p.min = func() fyne.Size {
		w, h := contents()
		tall := h + 2*look.S3
		if b.compact {
			tall = h + 2*look.S2
		}
		tall = max(tall, look.Target)
		return fyne.NewSize(max(w+2*pad(), tall), tall)
	}
	p.layout = func(s fyne.Size) {
		face.Resize(s)
		over.Resize(s)
		placeRing(ring, fyne.Position{}, s)
		w, _ := contents()
		label.Text = b.label
		p.objects = p.objects[:plain]
		if b.wrap && w > s.Width-2*look.S2 {
			label.Text = ""
			lines := b.lines(s.Width)
			lead := label.MinSize().Height
			for i, line := range lines {
				t := canvas.NewText(line, label.Color)
				t.TextSize, t.TextStyle, t.Alignment = label.TextSize, label.TextStyle, fyne.TextAlignCenter
				Put(t, 0, (s.Height-lead*float32(len(lines)))/2+lead*float32(i), s.Width, lead)
				p.objects = append(p.objects, t)
			}
			return
		}
		if room := s.Width - 2*look.S2; w > room {
			if m := fyne.MeasureText(b.label, label.TextSize, label.TextStyle); m.Width > 0 {
				label.Text = Shorten(b.label, label.TextSize, label.TextStyle, max(m.Width-(w-room), 0))
			}
			w = room
		}
		x := (s.Width - w) / 2
		place := func(o fyne.CanvasObject, m fyne.Size) {
			o.Move(fyne.NewPos(x, (s.Height-m.Height)/2))
			o.Resize(m)
			x += m.Width + look.S2
		}
		if b.icon != "" {
			place(icon, fyne.NewSquareSize(edge()))
			strike.Position1 = icon.Position().AddXY(1, edge()-1)
			strike.Position2 = icon.Position().AddXY(edge()-1, 1)
		}
		for _, t := range []*canvas.Text{label, hint} {
			if t.Text != "" {
				place(t, fyne.MeasureText(t.Text, t.TextSize, t.TextStyle))
			}
		}
	}
	p.restyle()
	return p
}
