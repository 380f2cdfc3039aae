package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
)

// search is the field a person types into. Esc empties it, Enter takes the first routine found.
type search struct {
	widget.Entry
	window func(fyne.Shortcut) // gets what is no matter of typing
}

func newSearch(changed func(string), enter func()) *search {
	s := &search{}
	s.window = func(sc fyne.Shortcut) {
		if c, ok := fyne.CurrentApp().Driver().CanvasForObject(s).(fyne.Shortcutable); ok {
			c.TypedShortcut(sc)
		}
	}
	s.ExtendBaseWidget(s)
	s.OnChanged = changed
	s.OnSubmitted = func(string) { enter() }
	s.SetIcon(look.IconIn(look.IconSearch, look.Quiet))
	return s
}

// MinSize keeps the field as high as anything else that can be hit.
func (s *search) MinSize() fyne.Size {
	return s.Entry.MinSize().Max(fyne.NewSize(look.Size(200), look.Target+theme.InputBorderSize()))
}

// TypedKey empties the field on Esc.
func (s *search) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && s.Text != "" {
		s.SetText("")
		return
	}
	s.Entry.TypedKey(e)
}

// TypedShortcut hands on what is no matter of typing, such as Ctrl+1, which the field would otherwise swallow.
func (s *search) TypedShortcut(sc fyne.Shortcut) {
	if _, ours := sc.(*desktop.CustomShortcut); ours {
		s.window(sc)
		return
	}
	s.Entry.TypedShortcut(sc)
}
