package parts

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
)

// SavePlace is where a file is to be saved: a line that can be edited, and what is to be said about it.
type SavePlace struct {
	widget.Entry
	message *Label
	warned  string     // the file that is there already, as was said
	over    func(bool) // saving would write over a file, or no longer
	moved   func()     // the message came or went
}

// NewSavePlace makes the line with a path in it. Enter calls save; over is told when saving again would write over a file
// that is there, and when no longer; moved is called when what is said came or went and everything below has another place.
func NewSavePlace(path string, save func(), over func(bool), moved func()) *SavePlace {
	p := &SavePlace{message: NewParagraph("", look.Small, look.DangerInk), over: over, moved: moved}
	p.message.Hide()
	p.ExtendBaseWidget(p)
	p.SetText(path)
	p.OnSubmitted = func(string) { save() }
	p.OnChanged = func(string) { p.calm() }
	return p
}

// Content is the line, and what is said below it.
func (p *SavePlace) Content() fyne.CanvasObject { return NewColumn(look.S1, p, p.message) }

// Ready is the path to save to now. It is false when something had to be said first: a name that is none, or a file that
// is there already, which only the next call writes over.
func (p *SavePlace) Ready() (string, bool) {
	path, err := p.path()
	if err != nil {
		p.Say(err.Error())
		return "", false
	}
	if _, err := os.Lstat(path); err == nil && p.warned != path {
		p.Say(look.T("printing.there", "This file is there already. Press again to write over it."))
		p.warned = path
		p.over(true)
		return "", false
	}
	return path, true
}

// path is the file's, made whole: "~" is the person's own folder.
func (p *SavePlace) path() (string, error) {
	text := strings.TrimSpace(p.Text)
	if rest, ok := strings.CutPrefix(text, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", err
		}
		text = filepath.Join(home, rest)
	}
	if info, err := os.Stat(text); text == "" || err == nil && info.IsDir() || os.IsPathSeparator(text[len(text)-1]) {
		return "", errors.New(look.T("printing.nameless", "Give the file a name."))
	}
	return filepath.Abs(text)
}

// SetEnding makes the name end in ext where it ends in another of these; what a person wrote instead stays.
func (p *SavePlace) SetEnding(ext string, these ...string) {
	if old := filepath.Ext(p.Text); slices.Contains(these, old) {
		p.SetText(strings.TrimSuffix(p.Text, old) + ext)
	}
}

// Said is what is said below the line, or "".
func (p *SavePlace) Said() string {
	if !p.message.Visible() {
		return ""
	}
	return p.message.Text()
}

// Say says something below the line, or no longer.
func (p *SavePlace) Say(text string) {
	p.message.SetText(text)
	Show(p.message, text != "")
	p.moved()
	if text != "" {
		Reveal(p.message)
	}
}

// calm takes back what was said about another name.
func (p *SavePlace) calm() {
	if p.message.Visible() {
		p.warned = ""
		p.Say("")
		p.over(false)
	}
}

// MinSize keeps the line as high as anything else that can be hit.
func (p *SavePlace) MinSize() fyne.Size {
	return fyne.NewSize(look.Size(160), max(p.Entry.MinSize().Height, look.Target+theme.InputBorderSize()))
}

// FocusGained brings the line into view.
func (p *SavePlace) FocusGained() { p.Entry.FocusGained(); Reveal(p) }

// TypedKey hands on what no line of text has a use for.
func (p *SavePlace) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape, fyne.KeyPageUp, fyne.KeyPageDown:
		PassOn(p, e)
	default:
		p.Entry.TypedKey(e)
	}
}

// AccessibilityLabel is what a screen reader says.
func (p *SavePlace) AccessibilityLabel() string {
	return look.T("printing.place", "Save as") + ": " + p.Text
}
