// Catcow gets stiff backs moving: it plays drawn stretching routines in a window, or in a terminal.
//
// One binary, several roles: without a command it is the window; with one, such as `catcow list`, it is a command in
// the terminal. Which it is to be says the command line, which package terminal reads; each role lives in its own
// package under gui.
package main

import (
	"errors"
	"fmt"
	"os"
	"time"

	"catcow/gui"
	"catcow/gui/system"
	"catcow/gui/terminal"
	"catcow/gui/tray"
)

// version is what --version and the settings show; `make package` sets it from the changelog's newest entry.
var version = "dev"

func main() {
	os.Exit(terminal.Run(os.Args[1:], terminal.Env{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Version: version,
		Display: system.Display, Window: window, Break: pause, Tray: resident,
	}))
}

// window opens the one window, or brings the one that is open to the front.
func window(a terminal.Ask) (err error) {
	end, err := ready(a)
	if err != nil {
		return err
	}
	defer end() // not reached by a crash, which is the point
	one, err := system.Claim(a.Folders.Socket(), system.Wish{Resume: a.Resume, Open: a.Open})
	if errors.Is(err, system.ErrRunning) {
		return err
	} else if err != nil {
		// Two windows are better than none.
		fmt.Fprintln(os.Stderr, "catcow: a second start will not find this window:", err)
	} else {
		defer func() { err = errors.Join(err, one.Close()) }()
	}
	return gui.Run(gui.Options{
		Folders: a.Folders, Version: version, Instance: one, Routine: a.Routine, Length: a.Length, Resume: a.Resume,
		Open: a.Open,
	})
}

// pause opens the window of a break, which stands beside the one window.
func pause(a terminal.Ask) (finished bool, moved time.Duration, err error) {
	end, err := ready(a)
	if err != nil {
		return false, 0, err
	}
	defer end()
	return gui.Break(gui.Options{Folders: a.Folders, Version: version, Routine: a.Routine, Length: a.Length})
}

// resident reminds of breaks from the tray.
func resident(a terminal.Ask) error {
	end, err := ready(a)
	if err != nil {
		return err
	}
	defer end()
	return tray.Run(tray.Options{Folders: a.Folders})
}

// ready makes the folders, and the file that keeps what a crash says until end is called.
func ready(a terminal.Ask) (end func(), err error) {
	if err := a.Folders.Make(); err != nil {
		return nil, fmt.Errorf("making Catcow's folders: %w", err)
	}
	end, err = system.KeepCrashes(a.Folders.Crash())
	if err != nil {
		fmt.Fprintln(os.Stderr, "catcow: a crash would leave no trace:", err)
		end = func() {}
	}
	return end, nil
}
