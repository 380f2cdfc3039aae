package shell

import (
	"net/url"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"catcow/gui/build"
	"catcow/gui/library"
	"catcow/gui/look"
	"catcow/gui/printing"
	"catcow/gui/sharing"
	"catcow/routines"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/plan"
	"catcow/routines/session"
)

// newBuild makes the screen on which routines are built.
func (s *Shell) newBuild() *build.Screen {
	return build.New(build.Deps{
		Now: s.opts.Now, Store: draft.Store{Dir: s.opts.Folders.Data}, Post: s.post,
		Window: func() fyne.Window { return s.win },
		Say:    func(text string) { s.notice.say(text) },
		Play:   s.tryOut,
		Share:  s.shareText, Print: s.print, Pose: s.drawExercise,
		OpenFile: func(path string) {
			if err := s.app.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}); err != nil {
				s.notice.say(look.T("shell.no-editor", "This desktop opens no editor; the file is {{.Path}}", map[string]any{"Path": path}))
			}
		},
		OpenFolder: func() { s.openFolder(s.routinesFolder()) },
	})
}

// newSharing makes the sheet from which a routine is sent to somebody.
func (s *Shell) newSharing() *sharing.Sharing {
	return sharing.New(sharing.Deps{
		Window: func() fyne.Window { return s.win },
		Say:    func(text string) { s.notice.say(text) },
	})
}

// newPrinting makes the sheet from which a routine is printed.
func (s *Shell) newPrinting() *printing.Printing {
	return printing.New(printing.Deps{
		Window:  func() fyne.Window { return s.win },
		Say:     func(text string) { s.notice.say(text) },
		OpenURL: s.app.OpenURL, Now: s.opts.Now,
	})
}

// buildInput is what the building goes by.
func (s *Shell) buildInput() build.Input {
	return build.Input{
		Library: s.lib, Tones: s.tones(), Length: time.Duration(s.set.Length), Pace: s.set.PlanPace(),
		Floor: time.Duration(s.set.HoldFloor), Warm: s.set.Warm,
	}
}

// tryOut plays what is being built. It counts as movement, but it is nothing to go on with later: the routine may be
// another one by then, and what waits already is not to be lost for it.
func (s *Shell) tryOut(p *plan.Plan) {
	if s.playing != nil {
		return
	}
	s.trying = true
	s.play(session.New(p, s.lib.Catalogue, s.opts.Now()))
}

// planned is how a routine would be planned for the person, at the length last chosen for it, or looked at while building.
func (s *Shell) planned(r *routines.Routine) plan.Input {
	length := time.Duration(s.set.Lengths[r.ID])
	if s.at == screenBuild {
		length = s.build.Length()
	}
	w := s.wishes()
	return plan.Input{Routine: r, Catalogue: s.lib.Catalogue, Length: length, Pace: w.Pace, Floor: w.Floor, Warm: w.Warm}
}

func (s *Shell) share(r *routines.Routine) { s.sharing.Show(s.planned(r), s.lib) }

// shareText shares a routine as it is being written.
func (s *Shell) shareText(r *routines.Routine, text []byte) {
	s.sharing.ShowText(s.planned(r), text, s.lib)
}

func (s *Shell) print(r *routines.Routine) { s.printing.Show(s.planned(r), s.tones()) }

// changeRoutine opens a routine on the screen where it can be changed.
func (s *Shell) changeRoutine(r *routines.Routine) {
	s.show(screenBuild)
	s.build.Open(r.ID)
}

// more is what can be done with a routine besides playing it.
func (s *Shell) more() []library.Action {
	return []library.Action{
		{Icon: look.IconEdit, Do: s.changeRoutine, Label: func(r *routines.Routine) string {
			if r.Source == exercise.Own {
				return look.T("shell.change", "Change it")
			}
			return look.T("shell.make-mine", "Make it mine")
		}},
		{Icon: look.IconShare, Do: s.share, Label: func(*routines.Routine) string { return look.T("shell.share", "Share…") }},
		{Icon: look.IconPrint, Do: s.print, Label: func(*routines.Routine) string { return look.T("shell.print", "Print…") }},
	}
}
