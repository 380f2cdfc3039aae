//go:build unix

package tomlfile

import (
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// A pipe that nobody writes to would keep whoever opens it waiting forever.
func TestReadNeverWaits(t *testing.T) {
	dir, err := os.MkdirTemp("", "catcow") // short: a socket's path has little room
	must(t, err)
	defer os.RemoveAll(dir)
	pipe := filepath.Join(dir, "pipe.toml")
	must(t, syscall.Mkfifo(pipe, 0o600))
	if _, problems := ReadPath(pipe, Standard); problems.Error() != pipe+": this is not an ordinary file but a pipe; it is left alone" {
		t.Error(problems)
	}
	socket := filepath.Join(dir, "socket.toml")
	l, err := net.Listen("unix", socket)
	must(t, err)
	defer l.Close()
	if _, problems := ReadPath(socket, Standard); problems.Error() != socket+": this is not an ordinary file but a socket; it is left alone" {
		t.Error(problems)
	}
	// Even a pipe that takes a file's place between looking and opening does not hold anyone up.
	root, err := os.OpenRoot(dir)
	must(t, err)
	defer root.Close()
	f, err := root.OpenFile("pipe.toml", os.O_RDONLY|openNoWait, 0)
	must(t, err)
	f.Close()
}
