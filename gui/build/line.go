package build

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// line is a text written in place. Enter takes it, and so does leaving it; Esc does not. Done is told once.
type line struct {
	widget.Entry
	name string // what a screen reader says
	done func(text string, ok bool)
	most int // letters
	over bool
	keep bool // stays to be written again once it is taken
	left bool // the keyboard is on its way to something else, and not to be sent elsewhere
}

var _ fyne.Focusable = (*line)(nil)

// newLine makes a line of at most so many letters.
func newLine(name, text string, most int, done func(text string, ok bool)) *line {
	l := &line{name: name, done: done, most: most}
	l.ExtendBaseWidget(l)
	l.Text = text
	l.CursorColumn = utf8.RuneCountInString(text)
	l.OnSubmitted = func(string) { l.end(true) }
	return l
}

func (l *line) end(ok bool) {
	if l.over {
		return
	}
	l.over = !l.keep
	l.done(l.Text, ok)
}

// FocusGained brings the line into view.
func (l *line) FocusGained() {
	l.Entry.FocusGained()
	parts.Reveal(l)
}

// FocusLost takes what was written.
func (l *line) FocusLost() {
	l.Entry.FocusLost()
	l.left = true
	l.end(true)
	l.left = false
}

// TypedRune takes letters as long as there is room for more.
func (l *line) TypedRune(r rune) {
	if utf8.RuneCountInString(l.Text) < l.most || l.SelectedText() != "" {
		l.Entry.TypedRune(r)
	}
}

// TypedKey gives up on Esc; what it has no use for goes to the window.
func (l *line) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		l.end(false)
	case fyne.KeyF11:
		parts.PassOn(l, e)
	default:
		l.Entry.TypedKey(e)
	}
}

// TypedShortcut hands on what is no matter of writing, such as Ctrl+S.
func (l *line) TypedShortcut(sc fyne.Shortcut) {
	if _, ours := sc.(*desktop.CustomShortcut); ours {
		if c, ok := fyne.CurrentApp().Driver().CanvasForObject(l).(fyne.Shortcutable); ok {
			c.TypedShortcut(sc)
		}
		return
	}
	l.Entry.TypedShortcut(sc)
	if n := utf8.RuneCountInString(l.Text); n > l.most {
		l.SetText(string([]rune(l.Text)[:l.most]))
	}
}

// MinSize keeps the line as high as anything that can be hit.
func (l *line) MinSize() fyne.Size {
	return fyne.NewSize(look.Size(120), max(l.Entry.MinSize().Height, look.Target+theme.InputBorderSize()))
}

// AccessibilityLabel is what a screen reader says.
func (l *line) AccessibilityLabel() string { return l.name + ": " + l.Text }

// AccessibilityRole says that this is text.
func (l *line) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
