package shell

import (
	"context"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"time"

	"catcow/gui/look"
	settingsscreen "catcow/gui/settings"
	"catcow/gui/system"
	"catcow/gui/today"
	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/settings"
	"catcow/routines/tomlfile"
)

// watch reads again what changes on disk. It is an error when some of it cannot be watched; the rest is.
func (s *Shell) watch(ctx context.Context) error {
	data := s.opts.Folders.Data
	library := routines.Watch(ctx, data, func() {
		lib := routines.Load(data) // reading takes a moment; not on Fyne's goroutine
		s.post(func() {
			s.lib = lib
			s.fill()
		})
	})
	path := s.opts.Folders.Settings()
	return errors.Join(library, system.WatchFile(ctx, path, func() {
		set, problems := settings.Load(path)
		s.post(func() { s.adopt(set, problems) })
	}))
}

// adopt takes settings that were changed by hand.
func (s *Shell) adopt(set settings.Settings, problems tomlfile.Problems) {
	if reflect.DeepEqual(set, s.set) && reflect.DeepEqual(problems, s.problems) {
		return
	}
	s.set, s.problems = set, problems
	s.inForce()
}

func (s *Shell) wishes() today.Wishes {
	return today.Wishes{
		Length: time.Duration(s.set.Length), Pace: s.set.PlanPace(),
		Floor: time.Duration(s.set.HoldFloor), Warm: s.set.Warm,
	}
}

// portrait is what the figures do in the settings: sit and face whoever chooses.
func (s *Shell) portrait() *exercise.Exercise { return s.lib.Catalogue.Get("butterfly") }

func (s *Shell) routinesFolder() string { return filepath.Join(s.opts.Folders.Data, "routines") }

func (s *Shell) exercisesFolder() string { return filepath.Join(s.opts.Folders.Data, "exercises") }

// places are the person's files.
func (s *Shell) places() []settingsscreen.Place {
	return []settingsscreen.Place{
		{Name: look.T("shell.place.settings", "Settings"), Path: s.opts.Folders.Settings(), Folder: s.opts.Folders.Config},
		{Name: look.T("shell.place.routines", "Routines and exercises"), Path: s.opts.Folders.Data, Folder: s.opts.Folders.Data},
	}
}

// openFolder shows a folder in the desktop's file manager.
func (s *Shell) openFolder(path string) {
	err := os.MkdirAll(path, 0o700)
	if err == nil {
		err = s.app.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)})
	}
	if err != nil {
		s.notice.say(look.T("shell.no-folder", "This desktop does not open folders; it lies at {{.Path}}", map[string]any{"Path": path}))
	}
}
