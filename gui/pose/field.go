package pose

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// field is text of the file. What is typed counts at once; that it is too long is said beside it.
type field struct {
	widget.Entry
	block   *fyne.Container // the field with its name above
	changed func(string)

	s        *Screen
	name     string
	most     int // characters of a line
	count    *parts.Label
	setting  bool
	sentence bool
	focused  bool
}

var (
	_ fyne.Focusable  = (*field)(nil)
	_ fyne.Accessible = (*field)(nil)
)

// newSentence is a field for one sentence, which may be longer than the field is wide.
func newSentence(s *Screen, name string, most int) *field {
	f := newField(s, name, most, true)
	f.sentence = true
	f.SetMinRowsVisible(2)
	return f
}

func newField(s *Screen, name string, most int, lines bool) *field {
	f := &field{s: s, name: name, most: most}
	f.MultiLine = lines
	f.Wrapping = fyne.TextWrapOff
	if lines {
		f.Wrapping = fyne.TextWrapWord
		f.SetMinRowsVisible(7)
	}
	f.count = parts.NewLabel("", look.Small, look.DangerInk, false)
	f.count.Hide()
	f.ExtendBaseWidget(f)
	f.OnChanged = func(text string) {
		f.measure()
		if !f.setting && f.changed != nil {
			f.changed(text)
		}
	}
	f.block = parts.NewColumn(look.S1+1,
		parts.NewRow(look.S2, 0, parts.NewLabel(name, look.Small, look.Quiet, true), f.count), f)
	return f
}

// measure says how many letters are too many.
func (f *field) measure() {
	over := 0
	for line := range linesOf(f.Text) {
		over = max(over, utf8.RuneCountInString(line)-f.most)
	}
	parts.Show(f.count, over > 0)
	f.count.SetText(look.T("pose.too-long", "{{.N}} letters too long", map[string]any{"N": strconv.Itoa(over)}))
}

// linesOf runs through the lines of a text.
func linesOf(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		start := 0
		for i := 0; i <= len(text); i++ {
			if i == len(text) || text[i] == '\n' {
				if !yield(text[start:i]) {
					return
				}
				start = i + 1
			}
		}
	}
}

// set shows what the file says, without taking that for typing.
func (f *field) set(text string) {
	if f.Text == text {
		return
	}
	f.setting = true
	f.SetText(text)
	f.setting = false
}

// MinSize keeps the field as high as anything else that can be hit.
func (f *field) MinSize() fyne.Size {
	m := f.Entry.MinSize()
	return fyne.NewSize(min(m.Width, look.Size(120)), max(m.Height, look.Target))
}

// FocusGained shows the focus ring.
func (f *field) FocusGained() {
	f.focused = true
	f.Entry.FocusGained()
	parts.Reveal(f)
}

// FocusLost hides it.
func (f *field) FocusLost() {
	f.focused = false
	f.Entry.FocusLost()
}

// TypedKey gives the window what no field has a use for.
func (f *field) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		f.s.unfocus()
		return
	}
	if f.sentence && (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter) {
		return // a sentence is one line
	}
	f.Entry.TypedKey(e)
}

// TypedShortcut hands on what is no matter of typing, such as Ctrl+S; what was typed is taken back with all else.
func (f *field) TypedShortcut(sc fyne.Shortcut) {
	switch sc.(type) {
	case *desktop.CustomShortcut, *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		if c, ok := fyne.CurrentApp().Driver().CanvasForObject(f).(fyne.Shortcutable); ok {
			c.TypedShortcut(sc)
		}
		return
	}
	f.Entry.TypedShortcut(sc)
}

// AccessibilityLabel is what a screen reader says.
func (f *field) AccessibilityLabel() string { return f.name + ": " + f.Text }

// AccessibilityRole says that this is text.
func (f *field) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer draws the field: Fyne's, in a frame that is seen on a card too.
func (f *field) CreateRenderer() fyne.WidgetRenderer {
	frame := canvas.NewRectangle(nil)
	frame.CornerRadius = look.ControlRadius
	r := &framed{WidgetRenderer: f.Entry.CreateRenderer(), f: f, frame: frame}
	r.restyle()
	return r
}

type framed struct {
	fyne.WidgetRenderer
	f     *field
	frame *canvas.Rectangle
}

func (r *framed) Objects() []fyne.CanvasObject {
	return append(slices.Clip(r.WidgetRenderer.Objects()), r.frame)
}

func (r *framed) Layout(s fyne.Size) {
	r.WidgetRenderer.Layout(s)
	r.frame.Resize(s)
}

func (r *framed) Refresh() {
	r.WidgetRenderer.Refresh()
	r.restyle()
	r.frame.Refresh()
}

func (r *framed) restyle() {
	role, width := look.Disabled, float32(1)
	switch {
	case r.f.focused:
		role, width = look.Focus, 2
	case r.f.count.Visible():
		role, width = look.DangerInk, 2
	}
	r.frame.StrokeColor, r.frame.StrokeWidth = look.Color(role), width
}
