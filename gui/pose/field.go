package pose

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
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
	for line := range strings.SplitSeq(f.Text, "\n") {
		over = max(over, utf8.RuneCountInString(line)-f.most)
	}
	parts.Show(f.count, over > 0)
	f.count.SetText(look.T("pose.too-long", "{{.N}} letters too long", map[string]any{"N": strconv.Itoa(over)}))
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

// CreateRenderer draws the field.
func (f *field) CreateRenderer() fyne.WidgetRenderer {
	return parts.Framed(f.Entry.CreateRenderer(), func() (focused, wrong bool) { return f.focused, f.count.Visible() })
}
