package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// field is a line of text that stands for a value. What was typed counts when Enter is pressed or the field is left.
// What cannot be used stays there to be put right and is said in message, and the last good value stays in force; Esc
// brings it back.
type field struct {
	widget.Entry
	message *parts.Label // hidden while there is nothing to say; whoever makes the field lays it out

	name  string                       // what a screen reader says
	wide  string                       // as wide as this must fit
	read  func(string) (string, error) // the text as settings have it, or why it cannot be
	taken func(string)                 // a good text that is not the one in force
	moved func()                       // the message came or went
	good  string                       // what is in force

	focused bool
}

var (
	_ fyne.Focusable  = (*field)(nil)
	_ fyne.Accessible = (*field)(nil)
)

func newField(name, wide string, read func(string) (string, error), taken func(string), moved func()) *field {
	f := &field{name: name, wide: wide, read: read, taken: taken, moved: moved}
	f.message = parts.NewParagraph("", look.Small, look.DangerInk)
	f.message.Hide()
	f.ExtendBaseWidget(f)
	f.OnSubmitted = func(string) { f.commit() }
	f.OnChanged = func(text string) {
		// A message is only ever said when the field is left, but goes as soon as it is no longer true.
		if f.message.Visible() {
			if _, err := f.read(text); err == nil {
				f.say("")
			}
		}
	}
	return f
}

// set shows what is in force. Text that is just being put right is left alone unless the value is another one now.
func (f *field) set(text string) {
	if text == f.good && f.Text != "" && f.Text != text {
		return
	}
	f.force(text)
}

// force shows what is in force, whatever was being typed.
func (f *field) force(text string) {
	f.good = text
	f.SetText(text)
	f.say("")
}

func (f *field) commit() {
	text, err := f.read(f.Text)
	if err != nil {
		f.say(f.stays(look.SayError(err)))
		return
	}
	f.say("")
	if f.Text != text {
		f.SetText(text)
	}
	if text != f.good {
		f.good = text
		f.taken(text)
	}
}

// stays says what is in force while the text cannot be used.
func (f *field) stays(why string) string {
	if f.good == "" {
		return why
	}
	return look.T("settings.stays", "{{.Why}}. Until then {{.Good}} stays.", map[string]any{"Why": why, "Good": f.good})
}

func (f *field) say(text string) {
	if f.message.Text() == text {
		return
	}
	f.message.SetText(text)
	parts.Show(f.message, text != "")
	f.Refresh()
	f.moved()
}

// MinSize keeps the field as high as anything else that can be hit.
func (f *field) MinSize() fyne.Size {
	w := fyne.MeasureText(f.wide, look.Size(look.Body), fyne.TextStyle{}).Width + 4*theme.InnerPadding()
	return fyne.NewSize(w, rowHeight())
}

// rowHeight is the height of a field, and of what stands beside it.
func rowHeight() float32 {
	text := fyne.MeasureText("Ág", look.Size(look.Body), fyne.TextStyle{}).Height
	return max(text+2*theme.InnerPadding()+2*theme.InputBorderSize(), look.Target)
}

// FocusGained shows the focus ring.
func (f *field) FocusGained() {
	f.focused = true
	f.Entry.FocusGained()
	parts.Reveal(f)
}

// FocusLost takes what was typed.
func (f *field) FocusLost() {
	f.focused = false
	f.Entry.FocusLost()
	f.commit()
}

// TypedKey brings the value in force back on Esc.
func (f *field) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && f.Text != f.good {
		f.SetText(f.good)
		f.say("")
		return
	}
	if e.Name == fyne.KeyEscape {
		parts.PassOn(f, e)
		return
	}
	f.Entry.TypedKey(e)
}

// TypedShortcut hands on what is no matter of typing, such as Ctrl+1, which the field would otherwise swallow.
func (f *field) TypedShortcut(sc fyne.Shortcut) {
	if _, ours := sc.(*desktop.CustomShortcut); ours {
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
	return parts.Framed(f.Entry.CreateRenderer(), func() (focused, wrong bool) { return f.focused, f.message.Visible() })
}
