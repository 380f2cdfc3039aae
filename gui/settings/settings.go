// Package settings is the Settings screen: what the person chose, on a few panes, in calm groups, each with a line that
// says what it does.
//
// In go the settings as they are (the file may have been changed by hand) and the folders; out comes every change, at
// once, through Deps.Change. The screen keeps nothing of its own.
package settings

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/breaks"
	"catcow/routines/exercise"
	"catcow/routines/settings"
	"catcow/routines/tomlfile"
)

// Deps is what the screen needs from the window.
type Deps struct {
	// Change changes the settings; they are saved and in force when it returns.
	Change     func(func(*settings.Settings))
	OpenFolder func(path string)
	TrySound   func() // plays one cue as loud as the settings say
	Places     []Place
	Version    string

	Now          func() time.Time
	SetAutostart func(bool) error // starts the resident with the computer, or no longer; nil where that cannot be asked for
	Try          func()           // plays a break now; nil leaves the button out
	Opens        *Opens           // nil where what opens shared routines cannot be asked for
}

// Opens is whether the desktop opens shared routines with this Catcow. It is the desktop's to keep, and takes a moment.
type Opens struct {
	On  func() bool
	Set func(on bool, done func(error)) // done is called on Fyne's goroutine
}

// Place is a folder or file of the person's, as shown.
type Place struct {
	Name, Path string
	Folder     string // what Open folder opens
}

// Input is what the screen shows.
type Input struct {
	Settings settings.Settings
	Problems tomlfile.Problems  // of settings.toml, when it was changed by hand
	Portrait *exercise.Exercise // who wears the figure's tones; nil shows none

	Candidates []breaks.Candidate // what a break can be; what is made for one is offered first
	BreakState breaks.State       // where the break clock stands, for the breaks of today
	Autostart  bool               // the resident starts with the computer
	Resident   ResidentStatus     // what reminds
}

// Screen is the Settings screen.
type Screen struct {
	deps Deps
	in   Input

	updates  []func(settings.Settings) // each brings one control up to date
	panes    []*pane
	tabs     []*tab
	problems *fyne.Container
	page     *fyne.Container
	scroll   *parts.Scroll
	content  fyne.CanvasObject
	tick     func(settings.Settings)
}

// The panes, for Screen.Show.
const (
	PanePractice = "practice"
	PaneBreaks   = "breaks"
	PaneLook     = "look"
	PaneFiles    = "files"
)

// pane is one page of the settings. It is built when it is first shown: the start of the window does not wait for it.
type pane struct {
	id, name string
	build    func() fyne.CanvasObject
	content  fyne.CanvasObject
}

// New makes the screen; it opens on the practice.
func New(d Deps) *Screen {
	s := &Screen{deps: d, in: Input{Settings: settings.Default()}}
	s.panes = []*pane{
		{id: PanePractice, name: look.T("settings.practice", "Practice"),
			build: func() fyne.CanvasObject { return parts.NewPlaced(columns, s.sessions(), s.sound()) }},
		{id: PaneBreaks, name: look.T("settings.breaks", "Breaks"), build: s.breaks},
		{id: PaneLook, name: look.T("settings.look", "Look"),
			build: func() fyne.CanvasObject { return parts.NewPlaced(columns, s.looks(), s.figure(), s.window()) }},
		{id: PaneFiles, name: look.T("settings.files.tab", "Files"),
			build: func() fyne.CanvasObject { return parts.NewPlaced(across, s.places()) }},
	}
	s.problems = parts.NewColumn(look.S2)
	s.problems.Hide()
	s.page = parts.NewColumn(look.S4, s.problems)
	s.scroll = parts.NewScroll(parts.NewInset(look.S2, pageSide, look.S6, s.page))
	title := parts.NewLabel(look.T("settings.title", "Settings"), look.ScreenTitle, look.Ink, true)
	s.content = container.New(headed{}, parts.NewInset(look.S5, pageSide, look.S2, parts.NewPlaced(header, title, s.tabRow())), s.scroll)
	s.Show(PanePractice)
	return s
}

const pageSide = 34

func (s *Screen) tabRow() fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for i, p := range s.panes {
		t := newTab(p.name, func() { s.Show(p.id) }, func(step int) {
			next := (i + step + len(s.panes)) % len(s.panes)
			s.Show(s.panes[next].id)
			s.focus(s.tabs[next])
		})
		s.tabs, objects = append(s.tabs, t), append(objects, t)
	}
	return parts.NewFlow(look.S1, objects...)
}

// Show brings a pane forward; an unknown one is left alone.
func (s *Screen) Show(id string) {
	if !slices.ContainsFunc(s.panes, func(p *pane) bool { return p.id == id }) {
		return
	}
	for i, p := range s.panes {
		on := p.id == id
		s.tabs[i].setOn(on)
		if on && p.content == nil {
			known := len(s.updates)
			p.content = p.build()
			s.page.Add(p.content)
			for _, u := range s.updates[known:] {
				u(s.in.Settings)
			}
		}
		if p.content != nil {
			parts.Show(p.content, on)
		}
	}
	s.relayout()
	s.scroll.ToTop()
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Set takes the settings as they are now.
func (s *Screen) Set(in Input) {
	s.in = in
	for _, u := range s.updates {
		u(in.Settings)
	}
	s.problems.Objects = nil
	if len(in.Problems) > 0 {
		rows := []fyne.CanvasObject{
			parts.NewParagraph(look.T("settings.problems", "Some of settings.toml cannot be used. The rest is in force:"), look.Body, look.Ink).SetBold(true),
		}
		for _, p := range in.Problems {
			rows = append(rows, parts.NewParagraph(p.String(), look.Small, look.DangerInk))
		}
		s.problems.Add(parts.NewCard(parts.NewColumn(look.S2, rows...)).SetRole(look.AccentWash))
	}
	parts.Show(s.problems, len(in.Problems) > 0)
	s.relayout()
}

func (s *Screen) change(f func(*settings.Settings)) { s.deps.Change(f) }
