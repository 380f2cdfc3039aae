package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
)

// Search is the field a person types into to find something. Esc empties it; what it has no use for goes to the window.
// What was looked for before is selected when the keyboard comes to the field and when it was taken by Enter, so that the
// next search takes its place.
type Search struct {
	widget.Entry
	// Window gets the shortcuts that are no matter of typing.
	Window func(fyne.Shortcut)
	// OnDown is what the down key does, such as to go to the first thing found; nil does nothing.
	OnDown func()
	held   HeldEnter
}

// NewSearch makes a field; enter is what the Enter key does, usually to take the first thing found.
func NewSearch(changed func(string), enter func()) *Search {
	s := &Search{}
	s.Window = func(sc fyne.Shortcut) {
		if c, ok := fyne.CurrentApp().Driver().CanvasForObject(s).(fyne.Shortcutable); ok {
			c.TypedShortcut(sc)
		}
	}
	s.ExtendBaseWidget(s)
	s.OnChanged = changed
	s.OnSubmitted = func(string) { enter() }
	// Set as a field: SetIcon would dress the field before the desktop has said whether it is light or dark.
	s.Icon = look.IconIn(look.IconSearch, look.Quiet)
	return s
}

// MinSize keeps the field as high as anything else that can be hit.
func (s *Search) MinSize() fyne.Size {
	return s.Entry.MinSize().Max(fyne.NewSize(look.Size(200), look.Target+theme.InputBorderSize()))
}

// TypedKey empties the field on Esc; on an empty one Esc is the window's, as are the keys that no field has a use for.
func (s *Search) TypedKey(e *fyne.KeyEvent) {
	if s.held.Again(e) {
		return
	}
	switch {
	case e.Name == fyne.KeyEscape && s.Text != "":
		s.SetText("")
		return
	case e.Name == fyne.KeyDown && s.OnDown != nil:
		s.OnDown()
		return
	case e.Name == fyne.KeyEscape, e.Name == fyne.KeyF11:
		PassOn(s, e)
		return
	}
	s.Entry.TypedKey(e)
	if isEnter(e) {
		s.selectAll()
	}
}

// FocusGained selects what was looked for before. A click, which comes here too, puts the cursor where it is after that.
func (s *Search) FocusGained() {
	s.Entry.FocusGained()
	s.selectAll()
}

// SetText writes a text in the place of the one there. What is selected goes first: the field would keep on selecting
// where nothing is left to be selected, and lose the first letter typed then.
func (s *Search) SetText(text string) {
	if s.SelectedText() != "" {
		s.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
	s.Entry.SetText(text)
}

func (s *Search) selectAll() { s.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// KeyDown hears that a key went down.
func (s *Search) KeyDown(e *fyne.KeyEvent) {
	s.held.KeyDown(e)
	s.Entry.KeyDown(e)
}

// KeyUp hears that a key came up.
func (s *Search) KeyUp(e *fyne.KeyEvent) {
	s.held.KeyUp(e)
	s.Entry.KeyUp(e)
}

// TypedShortcut hands on what is no matter of typing, such as Ctrl+1, which the field would otherwise swallow.
func (s *Search) TypedShortcut(sc fyne.Shortcut) {
	if _, ours := sc.(*desktop.CustomShortcut); ours {
		s.Window(sc)
		return
	}
	s.Entry.TypedShortcut(sc)
}
