package shell

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"catcow/gui/look"
	"catcow/gui/receive"
	settingsscreen "catcow/gui/settings"
	"catcow/gui/system"
	"catcow/routines"
	"catcow/routines/share"
	"catcow/routines/tomlfile"
)

// screenReceived stands for no place on the rail: what was sent covers whatever is shown.
const screenReceived = "received"

// opening is what a person wants to look at before it is added.
type opening struct {
	screen *receive.Screen
	under  string   // the screen it covers
	later  []string // files to look at when the session is over
}

// takeFiles lets files be dropped on the window, and shows those it was opened with.
func (s *Shell) takeFiles(paths []string) {
	s.win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { s.dropped(uris) })
	s.OpenFiles(paths)
}

// dropped is files let go over the window. What is no file on this computer is left alone.
func (s *Shell) dropped(uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, filepath.FromSlash(u.Path()))
		}
	}
	if s.at == screenPose && len(paths) == 1 && s.pose.Dropped(paths[0]) {
		return
	}
	s.OpenFiles(paths)
}

// OpenFiles shows files a person wants to look at, such as a routine somebody sent, and asks before anything is added.
// Nobody is called away from a session: what comes then is shown when it is over.
func (s *Shell) OpenFiles(paths []string) {
	if len(paths) == 0 {
		return
	}
	if s.playing != nil {
		s.opening.later = paths
		s.notice.say(look.T("shell.open-later", "{{.File}} is shown when you are done here.", map[string]any{"File": filepath.Base(paths[0])}))
		return
	}
	lib, data := s.lib, s.opts.Folders.Data
	go func() { // a file may lie on a disk that has to wake up first
		p, problems := share.Open(paths, lib, data)
		s.post(func() { s.offer(paths, p, problems) })
	}()
}

// offer shows what came.
func (s *Shell) offer(paths []string, p *share.Parcel, problems tomlfile.Problems) {
	if s.playing != nil {
		s.opening.later = paths
		return
	}
	in := receive.Input{Tones: s.tones(), Pace: s.set.PlanPace(), Floor: s.wishes().Floor, Warm: s.set.Warm}
	if s.opening.screen == nil {
		s.opening.screen = receive.New(receive.Deps{
			Now: s.opts.Now, Added: s.added, Show: s.showRoutine,
			Close: func() { s.show(s.opening.under) },
			Say:   func(text string) { s.notice.say(text) },
		})
	}
	if p == nil {
		s.opening.screen.Refuse(filepath.Base(paths[0]), problems, in)
	} else {
		s.opening.screen.Offer(p, in)
	}
	if !s.covered() {
		s.win.Canvas().Unfocus()
		s.opening.under, s.at = s.at, screenReceived
		s.root.Objects[0] = s.opening.screen
		s.root.Refresh()
	}
	s.everyMinute()
	s.opening.screen.FocusFirst()
}

// covered reports whether what was sent covers the screens.
func (s *Shell) covered() bool { return s.at == screenReceived }

// uncover shows the screens again; which one of them is for the caller to say.
func (s *Shell) uncover() {
	if !s.covered() {
		return
	}
	s.opening.screen.Forget()
	s.win.Canvas().Unfocus()
	s.at = s.opening.under
	s.root.Objects[0] = s.browse
	s.root.Refresh()
}

// openLater shows what came during a session.
func (s *Shell) openLater() {
	paths := s.opening.later
	s.opening.later = nil
	s.OpenFiles(paths)
}

// added shows what has been added, ready to start, or starts it.
func (s *Shell) added(done share.Added, play bool) {
	s.lib = routines.Load(s.opts.Folders.Data) // sooner than the folder's own news of it
	s.fill()
	if len(done.Routines) == 0 {
		s.show(screenExercises)
	} else {
		s.showRoutine(done.Routines[0])
	}
	if len(done.Aside) > 0 {
		s.notice.say(look.T("shell.kept-aside", "Yours is kept in {{.File}}.", map[string]any{"File": done.Aside[0]}))
	}
	if play {
		s.startNamed(done.Routines[0], 0)
	}
}

// opensRoutines is whether the desktop opens shared routines with this Catcow, or nil where that cannot be asked for.
func (s *Shell) opensRoutines() *settingsscreen.Opens {
	own := s.opts.Folders.Own
	if _, can, _ := system.OpensRoutines(own); !can {
		return nil
	}
	return &settingsscreen.Opens{
		On: func() bool {
			on, _, err := system.OpensRoutines(own)
			return on && err == nil
		},
		Set: func(on bool, done func(error)) {
			go func() { // the desktop's tools take a moment
				err := system.SetOpensRoutines(on, own)
				s.post(func() { done(err) })
			}()
		},
	}
}
