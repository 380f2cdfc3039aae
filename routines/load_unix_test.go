//go:build unix

package routines

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// Whatever lies in the folder, loading ends, says what is what, and has the good files.
func TestLoadHostileFolder(t *testing.T) {
	s := newShelf(t)
	s.own("routines/good.toml", ownRoutine)
	s.own("secret.toml", "password = 1")
	in := func(name string) string { return filepath.Join(s.dir, "routines", name) }
	s.own("routines/huge.toml", "")
	s.own("routines/over.toml", string(make([]byte, 256<<10+1)))
	for _, err := range []error{
		os.Truncate(in("huge.toml"), 50<<20),
		syscall.Mkfifo(in("pipe.toml"), 0o600),
		os.Symlink("loop-b.toml", in("loop-a.toml")),
		os.Symlink("loop-a.toml", in("loop-b.toml")),
		os.Symlink("../secret.toml", in("out.toml")),
		os.Symlink("/dev/zero", in("zero.toml")),
		os.Symlink("gone.toml", in("dead.toml")),
		os.Symlink("good.toml", in("link.toml")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	lib := s.load()
	s.expect(lib, []string{
		"routines/dead.toml: this link leads to a file that is not there",
		"routines/huge.toml: this file is 50 MiB large; the limit is 256 KiB",
		"routines/loop-a.toml: this link leads in a circle, back to itself",
		"routines/loop-b.toml: this link leads in a circle, back to itself",
		"routines/out.toml: this link leads out of its folder; put a copy of the file here instead",
		"routines/over.toml: this file is 262145 bytes large; the limit is 256 KiB",
		"routines/pipe.toml: this is not an ordinary file but a pipe; it is left alone",
		"routines/zero.toml: this link leads out of its folder; put a copy of the file here instead",
	}, nil)
	for _, id := range []string{"good", "link", "combo"} {
		if _, ok := lib.Get(id); !ok {
			t.Errorf("%s is missing", id)
		}
	}
}
