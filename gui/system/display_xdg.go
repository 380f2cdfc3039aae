//go:build unix && !darwin

package system

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// displayTime is how long a display may take to answer.
const displayTime = time.Second

// Display answers nil when a window can be opened, else why not. It really asks the display, as the window
// toolkit ends the whole process when it finds out for itself.
func Display() error {
	wayland, x11 := os.Getenv("WAYLAND_DISPLAY"), os.Getenv("DISPLAY")
	if wayland == "" && x11 == "" {
		return ErrNoDisplay
	}
	var all []error
	if wayland != "" {
		err := askWayland(wayland)
		if err == nil {
			return nil
		}
		all = append(all, err)
	}
	if x11 != "" {
		err := askX11(x11)
		if err == nil {
			return nil
		}
		all = append(all, err)
	}
	return errors.Join(all...)
}

func askWayland(name string) error {
	if !filepath.IsAbs(name) {
		name = filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), name)
	}
	conn, err := net.DialTimeout("unix", name, displayTime)
	if err != nil {
		return fmt.Errorf("the Wayland display %s does not answer", os.Getenv("WAYLAND_DISPLAY"))
	}
	return conn.Close()
}

// askX11 opens a connection as every X program does (X Window System Protocol 11, section 8) and closes it again.
func askX11(name string) error {
	conn, number, err := dialX11(name)
	if err != nil {
		return fmt.Errorf("the display %s does not answer", name)
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(displayTime))

	scheme, key := x11Key(number)
	hello := []byte{'l', 0, 11, 0, 0, 0, byte(len(scheme)), 0, byte(len(key)), 0, 0, 0}
	hello = append(append(hello, pad4(scheme)...), pad4(key)...)
	if _, err := conn.Write(hello); err != nil {
		return fmt.Errorf("the display %s does not answer", name)
	}
	var answer [8]byte
	if _, err := io.ReadFull(conn, answer[:]); err != nil {
		return fmt.Errorf("the display %s does not answer", name)
	}
	if answer[0] != 1 {
		why := make([]byte, answer[1])
		_, _ = io.ReadFull(conn, why)
		return fmt.Errorf("the display %s refuses a window: %s", name, strings.TrimSpace(string(why)))
	}
	return nil
}

func pad4(b []byte) []byte { return append(b, make([]byte, (4-len(b)%4)%4)...) }

// dialX11 connects to a display named [host]:number[.screen] and gives its number.
func dialX11(name string) (net.Conn, string, error) {
	at := strings.LastIndexByte(name, ':')
	if at < 0 {
		return nil, "", fmt.Errorf("%q is not the name of a display", name)
	}
	host := name[:at]
	number, _, _ := strings.Cut(name[at+1:], ".")
	n, err := strconv.ParseUint(number, 10, 16)
	if err != nil || n > 65535-6000 {
		return nil, "", fmt.Errorf("%q is not the name of a display", name)
	}
	switch {
	case filepath.IsAbs(host): // launchd's way: the socket itself
		conn, err := net.DialTimeout("unix", name, displayTime)
		return conn, number, err
	case host == "" || host == "unix":
		path := "/tmp/.X11-unix/X" + number
		conn, err := net.DialTimeout("unix", path, displayTime)
		if err != nil { // Linux has an abstract one beside it
			conn, err = net.DialTimeout("unix", "@"+path, displayTime)
		}
		return conn, number, err
	}
	conn, err := net.DialTimeout("tcp", net.JoinHostPort(host, strconv.FormatUint(6000+n, 10)), displayTime)
	return conn, number, err
}
