//go:build unix && !darwin

package system

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestNoDisplayNamed(t *testing.T) {
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	if err := Display(); !errors.Is(err, ErrNoDisplay) {
		t.Errorf("got %v, want ErrNoDisplay", err)
	}
}

func TestDeadDisplays(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	for _, c := range []struct{ x11, wayland string }{
		{":65000", ""}, {"", "wayland-nobody"}, {":65000", "wayland-nobody"}, {"nonsense", ""}, {":", ""},
		{":-1", ""}, {":99999999999", ""}, {"127.0.0.1:59000", ""}, {"/no/such:0", ""},
	} {
		t.Setenv("DISPLAY", c.x11)
		t.Setenv("WAYLAND_DISPLAY", c.wayland)
		if err := Display(); err == nil || errors.Is(err, ErrNoDisplay) {
			t.Errorf("DISPLAY=%q WAYLAND_DISPLAY=%q: got %v", c.x11, c.wayland, err)
		}
	}
}

// keyFile is one entry of an X key file after another.
func keyFile(entries ...[]string) []byte {
	var b bytes.Buffer
	for _, e := range entries {
		binary.Write(&b, binary.BigEndian, uint16(256))
		for _, field := range e {
			binary.Write(&b, binary.BigEndian, uint16(len(field)))
			b.WriteString(field)
		}
	}
	return b.Bytes()
}

// x11 listens as an X server does and answers the first hello that carries the key with yes, others with no.
func x11(t *testing.T, key string) (display string) {
	t.Helper()
	// The display's name is the socket's path up to the number, as launchd has it.
	display = filepath.Join(t.TempDir(), "x:0")
	server, err := net.Listen("unix", display)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	go func() {
		for {
			conn, err := server.Accept()
			if err != nil {
				return
			}
			hello := make([]byte, 12)
			_, _ = io.ReadFull(conn, hello)
			names := make([]byte, (int(hello[6])+3)/4*4+(int(hello[8])+3)/4*4)
			_, _ = io.ReadFull(conn, names)
			if bytes.Contains(names, []byte(key)) {
				_, _ = conn.Write([]byte{1, 0, 11, 0, 0, 0, 0, 0})
			} else {
				why := "No protocol specified\n\x00\x00"
				_, _ = conn.Write(append([]byte{0, 22, 11, 0, 0, 0, 6, 0}, why...))
			}
			conn.Close()
		}
	}()
	return display
}

func TestDisplayWantsItsKey(t *testing.T) {
	host, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	keys := filepath.Join(t.TempDir(), "keys")
	t.Setenv("WAYLAND_DISPLAY", "")
	t.Setenv("DISPLAY", x11(t, "sesame0123456789"))
	t.Setenv("XAUTHORITY", keys)
	if err := Display(); err == nil || !strings.Contains(err.Error(), "No protocol specified") {
		t.Errorf("without a key: got %v, want the display's own words", err)
	}
	data := keyFile(
		[]string{host, "7", cookie, "wrong number"},
		[]string{"another-" + host, "0", cookie, "wrong machine"},
		[]string{host, "0", "XDM-AUTHORIZATION-1", "wrong scheme"},
		[]string{host, "0", cookie, "sesame0123456789"},
	)
	if err := os.WriteFile(keys, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Display(); err != nil {
		t.Errorf("with its key: %v", err)
	}
	for cut := range data { // a torn file is no key, and no crash
		if _, key := findKey(data[:cut], host, "0"); key != nil {
			t.Errorf("%d of %d bytes gave the key %q", cut, len(data), key)
		}
	}
}

func TestWaylandDisplay(t *testing.T) {
	dir := t.TempDir()
	server, err := net.Listen("unix", filepath.Join(dir, "wayland-7"))
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	t.Setenv("XDG_RUNTIME_DIR", dir)
	t.Setenv("WAYLAND_DISPLAY", "wayland-7")
	t.Setenv("DISPLAY", ":65000")
	if err := Display(); err != nil {
		t.Error(err)
	}
}
