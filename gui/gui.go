// Package gui opens the window.
//
// In go the folders Catcow keeps things in and what was asked for on the command line; out comes a window that runs
// until it is closed. Only this package makes the Fyne application, so that everything below it can be tested without
// a display; what the window does lies in package shell.
package gui

import (
	"fmt"
	"os"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"catcow/assets"
	"catcow/gui/shell"
	"catcow/gui/system"
)

// ID names the application to the desktop: notifications, the blanking of the screen, the .desktop file.
const ID = "io.github.catcow.Catcow"

// fyneTheme is the variable by which Fyne is told the variant of a theme.
const fyneTheme = "FYNE_THEME"

// Options is what the command line knows.
type Options struct {
	Folders  system.Folders
	Version  string           // shown in Settings
	Instance *system.Instance // brings the window forward when Catcow is started again; nil in a run of its own
	Routine  string           // id of a routine to start at once, or ""
	Length   time.Duration    // for Routine; 0 is its natural length
	Resume   bool             // go on with the session that waits
	Open     []string         // whole paths of files to show, such as a routine somebody sent
}

// Run opens the window and returns when it has been closed. The folders must exist; whether there is a display is for
// the caller to ask first (system.Display), because Fyne ends the process where there is none.
func Run(o Options) error {
	a, err := start(o)
	if err != nil {
		return err
	}
	told := newTeller(o.Folders)
	with := o.shell()
	with.Began, with.Ended = told.began, told.ended
	with.StartResident = func() error { return spawn(o.Folders, "tray") }
	with.StartBreak = func(routine string) error { return spawn(o.Folders, "break", "--here", routine) }
	s := shell.New(a, with)
	defer func() { // a session that is parked by closing is told of before the window is
		s.Close()
		told.left()
	}()
	if o.Instance != nil {
		go func() {
			for w := range o.Instance.Shown() {
				fyne.Do(func() {
					s.Raise(w.Resume)
					s.OpenFiles(w.Open)
				})
			}
		}()
	}
	s.ShowAndRun()
	return nil
}

// Break opens the window of a break, which plays o.Routine and nothing else, and returns when it has been closed:
// whether the routine was played to its end, and how long the person moved. It asks of its caller what Run does.
func Break(o Options) (finished bool, moved time.Duration, err error) {
	a, err := start(o)
	if err != nil {
		return false, 0, err
	}
	b, err := shell.NewBreak(a, o.shell())
	if err != nil {
		return false, 0, err
	}
	defer b.Close()
	finished, moved = b.ShowAndRun()
	return finished, moved, nil
}

// spawn starts Catcow once more, as something else.
func spawn(f system.Folders, args ...string) error {
	cmd, err := system.Spawn(f, "", args...)
	if err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }() // or it would stay a zombie
	return nil
}

func (o Options) shell() shell.Options {
	return shell.Options{Folders: o.Folders, Version: o.Version, Routine: o.Routine, Length: o.Length, Resume: o.Resume, Open: o.Open, Now: time.Now}
}

// start makes the application.
func start(o Options) (fyne.App, error) {
	// Declared in code, so that a plain `go build` has it too and Fyne looks for no FyneApp.toml beside the binary.
	app.SetMetadata(fyne.AppMetadata{
		ID: ID, Name: "Catcow", Version: o.Version,
		Migrations: map[string]bool{"fyneDo": true},
	})
	// Fyne takes a desktop that does not say whether it is light or dark for a dark one.
	if os.Getenv(fyneTheme) == "" && !system.Offers(system.ServicePortal) {
		if err := os.Setenv(fyneTheme, "light"); err != nil {
			return nil, fmt.Errorf("choosing the light theme: %w", err)
		}
	}
	a := app.NewWithID(ID)
	a.SetIcon(fyne.NewStaticResource(ID+".png", assets.AppIcon))
	return a, nil
}
