//go:build unix && !darwin

package presence

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"catcow/gui/system/wayland"
	"catcow/routines/message"
)

// watch begins one listener for each place that tells: the display and the two buses. Each is lost and found again
// without the others.
func (w *Watch) watch() {
	gnome := newOffer()
	w.begin(func() {
		retry(w.ctx, []string{sessionSocket()}, nil, func() (bool, error) {
			conn, err := sessionBus(w.ctx)
			if err != nil {
				gnome.set(nil)
				return false, err
			}
			defer conn.Close()
			return true, w.watchSession(conn, gnome)
		})
	})
	w.begin(func() {
		retry(w.ctx, []string{systemSocket()}, nil, func() (bool, error) {
			conn, err := systemBus(w.ctx)
			if err != nil {
				return false, err
			}
			defer conn.Close()
			return true, w.watchSystem(conn)
		})
	})
	retry(w.ctx, displaySockets(), gnome.change, func() (bool, error) {
		name, src, err := w.pick(gnome)
		if err != nil {
			w.set(Unknown, unknown(err), nil)
			return false, err
		}
		w.use(name, src)
		return true, nil
	})
}

// pick opens the best source there is. The error is errOther when none will tell, however often it is asked.
func (w *Watch) pick(gnome *offer) (Source, source, error) {
	var waylandErr, gnomeErr, x11Err error = errOther, errOther, errOther
	var src source
	if wayland.Socket() != "" {
		if src, waylandErr = openWayland(w.ctx, w.threshold); waylandErr == nil {
			return Wayland, src, nil
		}
	}
	if conn := gnome.get(w.ctx); conn != nil {
		if src, gnomeErr = openGNOME(w.ctx, conn, w.threshold); gnomeErr == nil {
			return GNOME, src, nil
		}
	}
	if onX11() {
		if src, x11Err = openX11(w.ctx, w.threshold); x11Err == nil {
			return X11, src, nil
		}
	}
	for _, err := range []error{waylandErr, gnomeErr, x11Err} {
		if !errors.Is(err, errOther) {
			return Unknown, nil, err
		}
	}
	return Unknown, nil, errOther
}

// onX11 reports whether DISPLAY is the person's own: on Wayland it is Xwayland, which counts only what its windows get.
func onX11() bool {
	return os.Getenv("DISPLAY") != "" && wayland.Socket() == "" && os.Getenv("XDG_SESSION_TYPE") != "wayland"
}

// displaySockets are the files that appear when the display does.
func displaySockets() []string {
	if socket := wayland.Socket(); socket != "" {
		return []string{socket}
	}
	if onX11() {
		return []string{x11Socket(os.Getenv("DISPLAY"))}
	}
	return nil
}

// x11Socket is where a display of this machine listens, or "" (X(7), "Display names").
func x11Socket(display string) string {
	at := strings.LastIndexByte(display, ':')
	if at < 0 {
		return ""
	}
	host := display[:at]
	number, _, _ := strings.Cut(display[at+1:], ".")
	switch {
	case filepath.IsAbs(host): // the path itself, up to the number
		return host + ":" + number
	case host == "" || host == "unix":
		return "/tmp/.X11-unix/X" + number
	}
	return ""
}

// unknown says why nothing tells.
func unknown(err error) message.Message {
	switch {
	case wayland.Socket() == "" && os.Getenv("DISPLAY") == "":
		return message.New("presence.no-display", "No desktop is in reach to say when you are away, so breaks come all the same.")
	case errors.Is(err, errOther):
		return message.New("presence.desktop-silent", "This desktop does not say when you are away, so breaks come all the same.")
	}
	return message.New("presence.desktop-gone", "The desktop does not answer when asked whether you are away, so breaks come all the same.")
}
