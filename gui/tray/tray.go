// Package tray is the resident: it sleeps until a break is due, asks, and opens the break's window.
//
// In go the time, what the desktop knows of the person (there or away, on a call), the settings, and wishes from the
// icon's menu, from notifications and from the command line; out come a notification, an icon that shows how near the
// next break is, and a process that plays it. When a break is due and what it is lies in routines/breaks. There is no
// Fyne window here and no OpenGL: with those the process would wake up hundreds of times a second, and without them it
// does so about once a minute.
package tray

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"fyne.io/systray"

	"catcow/gui/system"
	"catcow/gui/system/busy"
	"catcow/gui/system/notify"
	"catcow/gui/system/presence"
	"catcow/routines"
)

// Options is what the resident is started with.
type Options struct {
	Folders system.Folders
}

// mostMemory is what the collector keeps the process under, in bytes: some three times what it needs.
const mostMemory = 24 << 20

// awayAfter is how long nothing must be touched before the person counts as away: long enough to read a paragraph,
// short enough that a coffee counts.
const awayAfter = time.Minute

// ErrRunning says that a resident runs already.
var ErrRunning = errors.New("the reminders run in the tray already")

// Run is the resident; it returns when it is told to quit. The folders must exist. The error is ErrRunning where there
// is one already.
func Run(o Options) error {
	// systray complains on the terminal about a desktop without a tray; the resident says it where a person looks.
	log.SetOutput(io.Discard)
	knowBus()
	// The collector looks around every two minutes, on every processor, also where nothing has happened. Here it runs when
	// something has (see tidyAfter), or when there is more than ever should be.
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(mostMemory)

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	r := newResident(o.Folders, time.Now)
	server, err := system.Serve(o.Folders.TraySocket(), func(line string) string { return r.asked(ctx, line) })
	if errors.Is(err, system.ErrTaken) {
		return ErrRunning
	} else if err != nil {
		return fmt.Errorf("starting in the tray: %w", err)
	}
	r.port = ports{
		look: busy.Look, busyChanges: busy.Watch,
		watch: func(ctx context.Context, library, settings func()) error {
			return errors.Join(routines.Watch(ctx, o.Folders.Data, library), system.WatchFile(ctx, o.Folders.Settings(), settings))
		},
		play: func(token string, args ...string) (func() error, error) {
			cmd, err := system.Spawn(o.Folders, token, args...)
			if err != nil {
				return nil, err
			}
			return cmd.Wait, nil
		},
		raise: func(resume bool) error { return system.Raise(o.Folders.Socket(), resume) },
		tidy:  giveBack,
		zone:  zone,
	}
	notes := notify.Open()
	defer notes.Close()
	r.port.notes = notes
	watch := presence.Open(ctx, awayAfter)
	defer watch.Close()
	r.port.presence = watch

	var again bool // begin again from the start: the session bus is another one
	menu := newMenu(r.wishes)
	r.port.icon = menu
	go func() {
		again = r.run(ctx, watchHost(ctx))
		stop()
		_ = server.Close()
		systray.Quit()
	}()
	menu.prepare()
	systray.Run(menu.open, func() {})
	if again {
		return restart()
	}
	return nil
}
