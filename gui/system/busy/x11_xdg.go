//go:build unix && !darwin

package busy

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"slices"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// What is asked of a window manager (Extended Window Manager Hints 1.5).
const (
	atomManager    = "_NET_SUPPORTING_WM_CHECK"
	atomActive     = "_NET_ACTIVE_WINDOW"
	atomState      = "_NET_WM_STATE"
	atomFullScreen = "_NET_WM_STATE_FULLSCREEN"
	atomType       = "_NET_WM_WINDOW_TYPE"
	atomDesktop    = "_NET_WM_WINDOW_TYPE_DESKTOP"
	atomPID        = "_NET_WM_PID"
)

var (
	errNoDisplay = errors.New("no X11 display")
	errNoManager = errors.New("no window manager tells which window is active")
)

// The library writes to the standard error of its own accord, even where a display needs no key.
func init() { xgb.Logger = log.New(io.Discard, "", 0) }

// askX11 finds out whether the window in use fills the screen.
func askX11(ctx context.Context) state {
	x, err := openDisplay(ctx)
	if err != nil {
		return unknown
	}
	defer x.Close()
	active, err := x.active()
	if err != nil {
		return unknown
	}
	return heldIf(x.fills(active))
}

// listenX11 hears when another window comes into use, and when the one in use fills the screen or leaves it.
func listenX11(ctx context.Context, changed func()) {
	x, err := openDisplay(ctx)
	if err != nil {
		return
	}
	defer x.Close()
	x.hear(x.root)
	active, err := x.active()
	if err != nil {
		return
	}
	x.hear(active)
	changed()
	for {
		event, xerr := x.WaitForEvent()
		if event == nil && xerr == nil {
			return // the display or ctx is over
		}
		e, ok := event.(xproto.PropertyNotifyEvent)
		switch {
		case ok && e.Window == x.root && e.Atom == x.atoms[atomActive]:
			if next, err := x.active(); err == nil && next != active {
				active = next
				x.hear(active)
			}
			changed()
		case ok && e.Window == active && e.Atom == x.atoms[atomState]:
			changed()
		}
	}
}

// x11 is a connection to the display.
type x11 struct {
	*xgb.Conn
	root  xproto.Window
	atoms map[string]xproto.Atom
}

// openDisplay connects to the display until ctx ends or it is closed.
func openDisplay(ctx context.Context) (*x11, error) {
	if os.Getenv("DISPLAY") == "" {
		return nil, errNoDisplay
	}
	type dialed struct {
		conn *xgb.Conn
		err  error
	}
	done := make(chan dialed, 1)
	go func() {
		conn, err := xgb.NewConn()
		done <- dialed{conn, err}
	}()
	var d dialed
	select {
	case d = <-done:
	case <-ctx.Done(): // it knows no deadline: whatever comes later is closed
		go func() {
			if d := <-done; d.err == nil {
				d.conn.Close()
			}
		}()
		return nil, ctx.Err()
	}
	if d.err != nil {
		return nil, fmt.Errorf("connecting to the X11 display: %w", d.err)
	}
	context.AfterFunc(ctx, d.conn.Close)

	setup := xproto.Setup(d.conn)
	if d.conn.DefaultScreen >= len(setup.Roots) {
		d.conn.Close()
		return nil, errNoDisplay
	}
	x := &x11{d.conn, setup.Roots[d.conn.DefaultScreen].Root, map[string]xproto.Atom{}}
	cookies := map[string]xproto.InternAtomCookie{}
	for _, name := range []string{atomManager, atomActive, atomState, atomFullScreen, atomType, atomDesktop, atomPID} {
		cookies[name] = xproto.InternAtom(x.Conn, true, uint16(len(name)), name)
	}
	for name, c := range cookies {
		reply, err := c.Reply()
		if err != nil {
			d.conn.Close()
			return nil, fmt.Errorf("asking the X11 display: %w", err)
		}
		x.atoms[name] = reply.Atom // none where nobody ever used it
	}
	return x, nil
}

// active is the window in use, or none.
func (x *x11) active() (xproto.Window, error) {
	values, err := x.numbers(x.root, atomActive, xproto.AtomWindow)
	if err != nil {
		return xproto.WindowNone, err
	}
	if len(values) == 1 {
		return xproto.Window(values[0]), nil
	}
	// Some say so only once there was one.
	if manager, err := x.numbers(x.root, atomManager, xproto.AtomWindow); err != nil || len(manager) != 1 {
		return xproto.WindowNone, errNoManager
	}
	return xproto.WindowNone, nil
}

// fills answers whether a window fills the screen and is neither Catcow nor the desktop.
func (x *x11) fills(w xproto.Window) bool {
	if w == xproto.WindowNone {
		return false
	}
	states, err := x.numbers(w, atomState, xproto.AtomAtom)
	if err != nil || !slices.Contains(states, uint32(x.atoms[atomFullScreen])) || x.atoms[atomFullScreen] == 0 {
		return false
	}
	types, _ := x.numbers(w, atomType, xproto.AtomAtom)
	if x.atoms[atomDesktop] != 0 && slices.Contains(types, uint32(x.atoms[atomDesktop])) {
		return false
	}
	if pid, err := x.numbers(w, atomPID, xproto.AtomCardinal); err == nil && len(pid) == 1 && ours("/", int(pid[0])) {
		return false
	}
	class, err := xproto.GetProperty(x.Conn, false, w, xproto.AtomWmClass, xproto.AtomString, 0, 64).Reply()
	return err != nil || !isCatcow(string(class.Value))
}

// numbers reads a property of 32-bit numbers; there are none where the window does not have it.
func (x *x11) numbers(w xproto.Window, name string, kind xproto.Atom) ([]uint32, error) {
	if x.atoms[name] == xproto.AtomNone {
		return nil, nil
	}
	reply, err := xproto.GetProperty(x.Conn, false, w, x.atoms[name], kind, 0, 64).Reply()
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	if reply.Format != 32 {
		return nil, nil
	}
	values := make([]uint32, len(reply.Value)/4)
	for i := range values {
		values[i] = xgb.Get32(reply.Value[4*i:])
	}
	return values, nil
}

// hear asks for the changes of a window's properties. A window that is gone changes no more.
func (x *x11) hear(w xproto.Window) {
	if w != xproto.WindowNone {
		xproto.ChangeWindowAttributes(x.Conn, w, xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange})
	}
}
