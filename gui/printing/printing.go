package printing

import (
	"net/url"
	"time"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/gui/system"
	"catcow/routines/paper"
	"catcow/routines/plan"
)

// Deps is what printing needs from the window.
type Deps struct {
	Window  func() fyne.Window
	Say     func(text string)    // the window's notice
	OpenURL func(*url.URL) error // the system's viewer
	Now     func() time.Time     // the date a document bears; nil gives none
	Folder  string               // where files are saved unless said otherwise; "" is the person's documents
}

// Printing is the sheet that lies over the window while a routine is made ready for paper. What was chosen is kept for
// the next routine, as long as the window is open.
type Printing struct {
	deps    Deps
	choices choices
	over    *over  // nil while nothing is printed
	folder  string // where the last file was saved
	opened  folders
}

// choices are how a routine is printed, beside its length.
type choices struct {
	size        paper.Paper
	days, times int
	grey, page  bool // page: a web page instead of a PDF
}

// New makes the printing; nothing is shown yet.
func New(d Deps) *Printing {
	p := &Printing{deps: d, choices: choices{size: UsualPaper(), days: 7, times: 1}, folder: d.Folder}
	if p.folder == "" {
		p.folder = system.Documents()
	}
	return p
}

// Show lays the sheet over the window, for a routine with the length, pace and person's settings its plan is made with. A
// length it does not fit becomes the nearest that it does. What cannot be planned at all is said, and nothing is shown.
func (p *Printing) Show(in plan.Input, tones parts.Tones) {
	p.Hide()
	offers := plan.Offers(in)
	if len(offers) == 0 {
		if _, err := plan.Fit(in); err != nil {
			p.deps.Say(look.SayError(err))
		}
		return
	}
	if in.Length == 0 {
		in.Length = plan.Natural(in.Routine, in.Pace)
	}
	o := newOver(p, in, tones, offers)
	if err := o.update(); err != nil {
		p.deps.Say(look.SayError(err))
		return
	}
	p.over = o
	o.over.Open(p.deps.Window().Canvas(), o, o.typed, o.first)
}

// Hide takes the sheet away.
func (p *Printing) Hide() {
	if p.over != nil {
		p.over.over.Close()
		p.over = nil
	}
}

// Shown says whether the sheet lies over the window.
func (p *Printing) Shown() bool { return p.over != nil }

// Close removes what was written for the viewer, when the window closes.
func (p *Printing) Close() { p.opened.remove() }

// title is the sheet's name in the window.
func title(name string) string {
	return look.T("printing.title", "Print {{.Name}}", map[string]any{"Name": name})
}
