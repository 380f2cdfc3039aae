// Package sharing is the sheet over the window from which a routine is sent to somebody else: as a .catcow file, as text
// for a chat, or as the plain TOML it is written in.
//
// In go a routine, as it would be planned, and the library it belongs to; out comes a file where the person wants it, or
// text in the clipboard.
package sharing

import (
	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/system"
	"catcow/routines"
	"catcow/routines/plan"
	"catcow/routines/share"
)

// Deps is what sharing needs from the window.
type Deps struct {
	Window func() fyne.Window
	Say    func(text string) // the window's notice
	Copy   func(text string) // puts text into the clipboard; nil is the application's
	Folder string            // where files are saved unless said otherwise; "" is the person's documents
}

// Sharing is the sheet. It lies over the window while a routine is being sent.
type Sharing struct {
	deps   Deps
	folder string // where the last file was saved
	sheet  *sheet // nil while nothing is shared
}

// New makes the sheet; nothing is shown yet.
func New(d Deps) *Sharing {
	if d.Copy == nil {
		d.Copy = func(text string) { fyne.CurrentApp().Clipboard().SetContent(text) }
	}
	s := &Sharing{deps: d, folder: d.Folder}
	if s.folder == "" {
		s.folder = system.Documents()
	}
	return s
}

// Show lays the sheet over the window for a routine of the library, with the length and the person's settings the text
// for a chat is written for. What cannot be sent is said, and nothing is shown.
func (s *Sharing) Show(in plan.Input, lib *routines.Library) {
	text, err := share.Text(in.Routine)
	if err != nil {
		s.Hide()
		s.deps.Say(look.SayError(err))
		return
	}
	s.ShowText(in, text, lib)
}

// ShowText is Show for a routine as it is being written: text is what its file would hold.
func (s *Sharing) ShowText(in plan.Input, text []byte, lib *routines.Library) {
	s.Hide()
	data, err := share.PackText(in.Routine.ID, text, lib)
	if err != nil {
		s.deps.Say(look.SayError(err))
		return
	}
	s.sheet = newSheet(s, job{in: in, toml: text, packed: data, along: along(data, lib)})
	s.sheet.over.Open(s.deps.Window().Canvas(), s.sheet, s.sheet.typed, s.sheet.first)
}

// Hide takes the sheet away.
func (s *Sharing) Hide() {
	if s.sheet != nil {
		s.sheet.over.Close()
		s.sheet = nil
	}
}

// Shown reports whether the sheet lies over the window.
func (s *Sharing) Shown() bool { return s.sheet != nil }

// job is what is sent.
type job struct {
	in           plan.Input
	toml, packed []byte
	along        string // what travels with it, in words
}

// along says what travels with a routine.
func along(data []byte, lib *routines.Library) string {
	p, problems := share.Read("", data, lib, "")
	if problems != nil {
		return ""
	}
	exercises, pictures := len(p.Of(share.Exercise)), len(p.Of(share.Picture))
	switch {
	case exercises == 0:
		return look.T("sharing.alone", "Whoever gets it opens it with Catcow, and sees what it is before it is added.")
	case pictures == 0:
		return look.T("sharing.along", "It brings {{.Count}} exercises of yours along.", map[string]any{"Count": exercises})
	}
	text := look.T("sharing.along", "It brings {{.Count}} exercises of yours along.", map[string]any{"Count": exercises})
	return look.T("sharing.along-pictures", "{{.Exercises}} With {{.Count}} pictures.", map[string]any{"Exercises": text, "Count": pictures})
}

// copyText puts the routine into the clipboard as text.
func (s *Sharing) copyText(j job) {
	text, err := share.AsText(j.in, share.Words{Say: look.Say, Caution: look.Caution})
	if err != nil {
		s.deps.Say(look.SayError(err))
		return
	}
	s.deps.Copy(text)
	s.Hide()
	s.deps.Say(look.T("sharing.copied", "Copied. Paste it wherever you write to each other."))
}
