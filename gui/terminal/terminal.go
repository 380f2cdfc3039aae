// Package terminal is Catcow without a window: the command line, and the commands that list, check,
// plan, play and render, and those that talk to the reminders in the tray.
//
// In goes what was typed; out comes a command that has run, or the window that was asked for, and the exit code: 0 when
// all is well, 1 when something could not be done (and why, with the nearest thing that can), 2 when the command line
// itself makes no sense.
package terminal

import (
	"fmt"
	"io"
	"strings"
	"time"

	"catcow/gui/system"
	"catcow/routines"
	"catcow/routines/settings"
)

// The exit codes.
const (
	Fine   = 0
	Failed = 1
	Misuse = 2
)

// Env is what the command line works with.
type Env struct {
	In       io.Reader
	Out, Err io.Writer
	Version  string
	Display  func() error    // nil when a window can be opened, else why not
	Window   func(Ask) error // opens the window, and returns when it is closed
	Tray     func(Ask) error // is the resident, and returns when it ends
	// Break opens the window of a break, and returns when it is closed: whether it was played to its end, and how long
	// the person moved.
	Break func(Ask) (finished bool, moved time.Duration, err error)

	folders system.Folders
}

// Ask is what the command line wants of the window.
type Ask struct {
	Folders system.Folders // found, not made yet
	Routine string         // id of a routine to start at once, known and fitting, or ""
	Length  time.Duration  // for Routine; 0 is its natural length
	Resume  bool           // go on with the session that waits
	Open    []string       // whole paths of files to show
}

func (e Env) say(format string, args ...any)  { fmt.Fprintf(e.Out, format+"\n", args...) }
func (e Env) warn(format string, args ...any) { fmt.Fprintf(e.Err, "catcow: "+format+"\n", args...) }

// library is every exercise and routine there is.
func (e Env) library() *routines.Library { return routines.Load(e.folders.Data) }

// settings are the person's, so that a plan here is the plan the window makes. A file with mistakes counts as far as
// it can be read; `catcow check` says what is wrong with it.
func (e Env) settings() settings.Settings {
	s, _ := settings.Load(e.folders.Settings())
	return s
}

// Run does what the command line asks for, and answers the exit code. The arguments come without the program's name.
func Run(args []string, e Env) int {
	l, err := parse(args)
	if err != nil {
		e.warn("%v", err)
		return Misuse
	}
	if e.folders, err = system.Locate(l.data); err != nil && !l.homeless {
		e.warn("%v", err)
		return Failed
	}
	out := &output{Writer: e.Out}
	e.Out = out
	code := l.run(e)
	if out.err != nil {
		e.warn("writing: %v", out.err)
		return Failed
	}
	return code
}

// output remembers that something could not be written, on a full disk for one, as nothing written is as good as
// everything written to a program that only reads the exit code.
type output struct {
	io.Writer
	err error
}

func (o *output) Write(data []byte) (int, error) {
	n, err := o.Writer.Write(data)
	if err != nil && o.err == nil {
		o.err = err
	}
	return n, err
}

// line is a command line that makes sense.
type line struct {
	data     string // --data: the folder that keeps everything, or ""
	homeless bool   // it works where no folders can be found
	run      func(Env) int
}

// parse reads the command line. The error says what makes no sense in it, and the nearest thing that does.
func parse(args []string) (line, error) {
	var (
		l             line
		help, version bool
		resume        bool
	)
	common := []option{
		{name: "--data", value: "DIR", about: "keep everything in this folder, settings too", set: folder(&l.data)},
		{name: "--help", about: "say how this is used", set: yes(&help)},
	}
	alone := append(common, option{name: "--version", set: yes(&version)}, option{name: "--resume", set: yes(&resume)})
	cmd, rest, err := choose(args, alone)
	if err != nil {
		return line{}, pointTo(err, "catcow --help")
	}
	if cmd == nil {
		words, err := parseOptions(rest, alone)
		if err == nil {
			err = onlyFiles(words)
		}
		switch {
		case err != nil:
			return line{}, pointTo(err, "catcow --help")
		case help:
			l.run, l.homeless = overview, true
		case version:
			l.run, l.homeless = func(e Env) int { e.say("catcow %s", e.Version); return Fine }, true
		case len(words) > 0:
			l.run = func(e Env) int { return runOpen(e, words) }
		default:
			l.run = func(e Env) int { return runWindow(e, wish{resume: resume}) }
		}
		return l, nil
	}
	u := cmd.use()
	words, err := parseOptions(rest, append(u.options, common...))
	if help {
		l.run, l.homeless = func(e Env) int { return cmd.help(e, append(u.options, common...)) }, true
		return l, nil
	}
	if err == nil {
		l.run, err = u.ready(words)
	}
	if err != nil {
		return line{}, pointTo(err, "catcow "+cmd.name+" --help")
	}
	return l, nil
}

// pointTo adds to what is wrong where to read on.
func pointTo(err error, help string) error {
	if strings.HasSuffix(err.Error(), "?") {
		return fmt.Errorf("%w `%s` says more", err, help)
	}
	return fmt.Errorf("%w; `%s` says more", err, help)
}
