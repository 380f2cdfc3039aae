//go:build unix && !darwin

package busy

import (
	"context"
	"errors"
	"slices"
	"strings"

	"catcow/gui/system/wayland"
)

// What a compositor tells of other programs' windows (wlr-foreign-toplevel-management-unstable-v1.xml, version 2). Those
// of GNOME and KDE do not.
const (
	toplevelManager = "zwlr_foreign_toplevel_manager_v1"
	toplevelVersion = 2 // the first that knows windows that fill the screen

	managerToplevel = 0 // events
	toplevelAppID   = 1
	toplevelState   = 4
	toplevelDone    = 5
	toplevelClosed  = 6

	toplevelDestroy = 7 // a request

	stateActivated  = 2
	stateFullScreen = 3

	waylandDisplay = wayland.Object(1)
	displaySync    = 0
)

var errNoToplevels = errors.New("the compositor does not tell of other programs' windows")

// askWayland finds out whether the window in use fills the screen.
func askWayland(ctx context.Context) state {
	conn, windows, err := openToplevels(ctx, func() {})
	if err != nil {
		return unknown
	}
	defer conn.Close()
	complete := false
	_, err = conn.Create(waylandDisplay, displaySync, func(uint16, *wayland.Args) {
		complete = true // all windows there are came before
		conn.Close()
	}, wayland.NewID{})
	if err != nil {
		return unknown
	}
	_ = conn.Run()
	if !complete {
		return unknown
	}
	return heldIf(windows.filled())
}

// listenWayland hears when a window comes into use that fills the screen, or goes. It answers false where the
// compositor does not tell.
func listenWayland(ctx context.Context, changed func()) bool {
	conn, _, err := openToplevels(ctx, changed)
	if err != nil {
		return false
	}
	defer conn.Close()
	changed()
	_ = conn.Run()
	return true
}

// toplevels are the windows there are.
type toplevels map[wayland.Object]*toplevel

type toplevel struct {
	app    string
	states []uint32
}

// filled answers whether the window in use fills the screen and is not Catcow's.
func (t toplevels) filled() bool {
	for _, w := range t {
		if slices.Contains(w.states, stateFullScreen) && slices.Contains(w.states, stateActivated) && !isCatcow(w.app) {
			return true
		}
	}
	return false
}

// isCatcow answers whether that is the name Catcow's own windows give their program.
func isCatcow(app string) bool { return strings.Contains(strings.ToLower(app), "catcow") }

// openToplevels asks for all windows. They arrive while the connection runs; changed is called when another answer is
// true.
func openToplevels(ctx context.Context, changed func()) (*wayland.Conn, toplevels, error) {
	conn, err := wayland.Dial(ctx)
	if err != nil {
		return nil, nil, err
	}
	manager, ok := conn.Find(toplevelManager)
	if !ok || manager.Version < toplevelVersion {
		conn.Close()
		return nil, nil, errNoToplevels
	}
	windows := toplevels{}
	was := false
	settle := func() {
		if is := windows.filled(); is != was {
			was = is
			changed()
		}
	}
	onToplevel := func(id wayland.Object, opcode uint16, args *wayland.Args) {
		w := windows[id]
		switch opcode {
		case toplevelAppID:
			w.app = args.Text()
		case toplevelState:
			w.states = args.Uints()
		case toplevelDone:
			settle()
		case toplevelClosed:
			delete(windows, id)
			_ = conn.Destroy(id, toplevelDestroy) // a lost connection ends Run
			settle()
		}
	}
	_, err = conn.Bind(manager, toplevelVersion, func(opcode uint16, args *wayland.Args) {
		if opcode != managerToplevel {
			return
		}
		id := args.Object()
		windows[id] = &toplevel{}
		conn.Handle(id, func(opcode uint16, args *wayland.Args) { onToplevel(id, opcode, args) })
	})
	if err != nil {
		conn.Close()
		return nil, nil, err
	}
	return conn, windows, nil
}
