package printing

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"catcow/gui/look"
	"catcow/gui/parts"
)

// place is where a file is to be saved: a line that can be edited, and what is to be said about it.
type place struct {
	widget.Entry
	message *parts.Label
	warned  string // the file that is there already, as was said
	edited  func() // a warning no longer holds
	moved   func() // the message came or went
}

func newPlace(path string, save, edited, moved func()) *place {
	p := &place{message: parts.NewParagraph("", look.Small, look.DangerInk), edited: edited, moved: moved}
	p.message.Hide()
	p.ExtendBaseWidget(p)
	p.SetText(path)
	p.OnSubmitted = func(string) { save() }
	p.OnChanged = func(string) { p.calm() }
	return p
}

func (p *place) content() fyne.CanvasObject { return parts.NewColumn(look.S1, p, p.message) }

// path is the file's, made whole: "~" is the person's own folder.
func (p *place) path() (string, error) {
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

// setEnding makes the name end as its kind of file does.
func (p *place) setEnding(ext string) {
	if old := filepath.Ext(p.Text); old == endingPDF || old == endingPage {
		p.SetText(strings.TrimSuffix(p.Text, old) + ext)
	}
}

// warn says that a file is there already.
func (p *place) warn(path string) {
	p.say(look.T("printing.there", "This file is there already. Press again to write over it."))
	p.warned = path
}

func (p *place) say(text string) {
	p.message.SetText(text)
	parts.Show(p.message, text != "")
	p.moved()
	if text != "" {
		parts.Reveal(p.message)
	}
}

// calm takes back what was said about another name.
func (p *place) calm() {
	if p.message.Visible() {
		p.warned = ""
		p.say("")
		p.edited()
	}
}

// MinSize keeps the line as high as anything else that can be hit.
func (p *place) MinSize() fyne.Size {
	return fyne.NewSize(look.Size(160), max(p.Entry.MinSize().Height, look.Target+theme.InputBorderSize()))
}

// FocusGained brings the line into view.
func (p *place) FocusGained() { p.Entry.FocusGained(); parts.Reveal(p) }

// TypedKey hands on what no line of text has a use for.
func (p *place) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape, fyne.KeyPageUp, fyne.KeyPageDown:
		parts.PassOn(p, e)
	default:
		p.Entry.TypedKey(e)
	}
}

// AccessibilityLabel is what a screen reader says.
func (p *place) AccessibilityLabel() string {
	return look.T("printing.place", "Save as") + ": " + p.Text
}

// documents is the person's folder for documents, as the desktop knows it (xdg-user-dirs), else their own.
func documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	named := filepath.Join(home, "Documents")
	if config, err := os.UserConfigDir(); err == nil {
		if f, err := os.Open(filepath.Join(config, "user-dirs.dirs")); err == nil {
			defer f.Close()
			for lines := bufio.NewScanner(f); lines.Scan(); {
				if value, ok := strings.CutPrefix(strings.TrimSpace(lines.Text()), "XDG_DOCUMENTS_DIR="); ok {
					named = strings.Replace(strings.Trim(value, `"`), "$HOME", home, 1)
				}
			}
		}
	}
	if info, err := os.Stat(named); err == nil && info.IsDir() {
		return named
	}
	return home
}
