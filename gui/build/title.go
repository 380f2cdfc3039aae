package build

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// titleTheme writes in the size of a title.
type titleTheme struct{ fyne.Theme }

func (t *titleTheme) Size(n fyne.ThemeSizeName) float32 {
	if n == theme.SizeNameText {
		return look.Size(look.ScreenTitle)
	}
	return t.Theme.Size(n)
}

// title is the routine's name as a title that can be pressed to be written.
type title struct {
	widget.BaseWidget
	text             string
	tapped           func()
	hovered, focused bool
}

var (
	_ fyne.Focusable    = (*title)(nil)
	_ fyne.Tappable     = (*title)(nil)
	_ desktop.Hoverable = (*title)(nil)
)

func newTitle(tapped func()) *title {
	t := &title{tapped: tapped}
	t.ExtendBaseWidget(t)
	return t
}

func (t *title) set(text string) {
	if t.text != text {
		t.text = text
		t.Refresh()
	}
}

// Tapped lets the name be written.
func (t *title) Tapped(*fyne.PointEvent) { t.tapped() }

func (t *title) FocusGained()                   { t.focused = true; t.Refresh() }
func (t *title) FocusLost()                     { t.focused = false; t.Refresh() }
func (t *title) TypedRune(r rune)               { parts.PassRune(t, r) }
func (t *title) MouseIn(*desktop.MouseEvent)    { t.hovered = true; t.Refresh() }
func (t *title) MouseMoved(*desktop.MouseEvent) {}
func (t *title) MouseOut()                      { t.hovered = false; t.Refresh() }

// TypedKey lets the name be written on Enter.
func (t *title) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyF2:
		t.tapped()
	default:
		parts.PassOn(t, e)
	}
}

// says is the name, or that there is none.
func (t *title) says() string {
	if t.text == "" {
		return look.T("build.nameless", "No name yet")
	}
	return t.text
}

// AccessibilityLabel is what a screen reader says.
func (t *title) AccessibilityLabel() string {
	return look.T("build.routine-name", "Name of the routine") + ": " + t.says()
}

// AccessibilityRole says that it can be pressed.
func (t *title) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer draws the name.
func (t *title) CreateRenderer() fyne.WidgetRenderer {
	over, ring, text := canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewText("", nil)
	over.CornerRadius, ring.CornerRadius, ring.StrokeWidth = 10, 10, 2
	text.TextStyle = bold
	r := &parts.Drawing{Of: []fyne.CanvasObject{over, text, ring}}
	const pad = look.S1
	r.Least = func() fyne.Size {
		return fyne.MeasureText(t.says(), look.Size(look.ScreenTitle), bold).AddWidthHeight(2*pad, 2)
	}
	r.Place = func(s fyne.Size) {
		text.Text = parts.Shorten(t.says(), look.Size(look.ScreenTitle), bold, s.Width-2*pad)
		parts.Put(over, 0, 0, s.Width, s.Height)
		parts.Put(ring, 0, 0, s.Width, s.Height)
		h := text.MinSize().Height
		parts.Put(text, pad, (s.Height-h)/2, s.Width-2*pad, h)
	}
	r.Renew = func() {
		text.TextSize, text.Color = look.Size(look.ScreenTitle), look.Color(look.Ink)
		if t.text == "" {
			text.Color = look.Color(look.Quiet)
		}
		over.FillColor = nil
		if t.hovered {
			over.FillColor = look.Color(look.Hover)
		}
		ring.StrokeColor = look.Color(look.Focus)
		parts.Show(ring, t.focused)
		if s := t.Size(); !s.IsZero() {
			r.Place(s)
		}
		canvas.Refresh(t)
	}
	r.Renew()
	return r
}
