package draft

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// roleEnv tells the test binary to try one thing in a place with limits, and to say how it went.
const roleEnv = "CATCOW_TEST_SAVE_AS"

func init() {
	role, dir := os.Getenv(roleEnv), os.Getenv("CATCOW_TEST_DIR")
	if role == "" {
		return
	}
	s := Store{Dir: dir}
	text := bytes.Repeat([]byte("# line\n"), 20_000)
	var err error
	switch role {
	case "save":
		err = s.Save("mine", text, []byte("old"))
	case "keep":
		err = s.KeepDraft(Kept{ID: "mine", Text: text})
	}
	var f *Failure
	if errors.As(err, &f) {
		os.Stdout.WriteString(f.What.ID + " " + f.Works.ID)
	} else if err != nil {
		os.Stdout.WriteString("other " + err.Error())
	} else {
		os.Stdout.WriteString("done")
	}
	os.Exit(0)
}

// limited runs a role in a shell that sets limits first, and gives what it said.
func limited(t *testing.T, limits, role, dir string, as *syscall.Credential) string {
	t.Helper()
	program := os.Args[0]
	if as != nil { // it must be where that user can reach it
		program = filepath.Join(dir, "program")
		data, err := os.ReadFile(os.Args[0])
		must(t, err)
		must(t, os.WriteFile(program, data, 0o755))
	}
	cmd := exec.Command("sh", "-c", limits+` exec "$0"`, program)
	cmd.Env = append(os.Environ(), roleEnv+"="+role, "CATCOW_TEST_DIR="+dir)
	if as != nil {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: as}
	}
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", role, err, out)
	}
	return string(out)
}

// filled is a data folder with a routine that says "old", and a kept draft.
func filled(t *testing.T, dir string) Store {
	t.Helper()
	s := Store{Dir: dir}
	must(t, s.Save("mine", []byte("old"), nil))
	must(t, s.KeepDraft(Kept{ID: "mine", Text: []byte("draft"), Time: evening}))
	return s
}

// unharmed checks that both files are as filled left them and nothing else is there.
func unharmed(t *testing.T, s Store) {
	t.Helper()
	holds(t, s.Path("mine"), "old")
	list, bad := s.Drafts()
	if len(list) != 1 || string(list[0].Text) != "draft" || bad != nil {
		t.Errorf("the draft is now %v, %v", list, bad)
	}
	for _, dir := range []string{"routines", "drafts"} {
		if entries, _ := os.ReadDir(filepath.Join(s.Dir, dir)); len(entries) != 1 {
			t.Errorf("left over in %s are %v", dir, entries)
		}
	}
}

func expectSaid(t *testing.T, about, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %q, want %q", about, got, want)
	}
}

func TestFileTooLargeForTheDisk(t *testing.T) {
	s := filled(t, t.TempDir())
	// A limit of 8 KiB a file stands for a disk with as much room.
	const limits = "trap '' XFSZ; ulimit -f 16;"
	expectSaid(t, "saving", limited(t, limits, "save", s.Dir, nil), "draft.fail-full draft.kept-at")
	expectSaid(t, "keeping", limited(t, limits, "keep", s.Dir, nil), "draft.fail-full draft.still-open")
	unharmed(t, s)
}

func TestDiskFull(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=64k"); err != nil {
		t.Skipf("no small disk can be made here: %v", err)
	}
	defer syscall.Unmount(dir, syscall.MNT_DETACH)
	s := filled(t, dir)
	expectSaid(t, "saving", limited(t, "", "save", dir, nil), "draft.fail-full draft.kept-at")
	expectSaid(t, "keeping", limited(t, "", "keep", dir, nil), "draft.fail-full draft.still-open")
	unharmed(t, s)
}

func TestDiskReadOnly(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=64k"); err != nil {
		t.Skipf("no small disk can be made here: %v", err)
	}
	defer syscall.Unmount(dir, syscall.MNT_DETACH)
	s := filled(t, dir)
	must(t, syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""))
	expectSaid(t, "saving", limited(t, "", "save", dir, nil), "draft.fail-allowed draft.kept-at")
	expectSaid(t, "keeping", limited(t, "", "keep", dir, nil), "draft.fail-allowed draft.still-open")
	unharmed(t, s)
}

func TestFolderReadOnly(t *testing.T) {
	dir := t.TempDir()
	s := filled(t, dir)
	for _, name := range []string{"routines", "drafts"} {
		must(t, os.Chmod(filepath.Join(dir, name), 0o555))
		defer os.Chmod(filepath.Join(dir, name), 0o755)
	}
	var as *syscall.Credential
	if os.Getuid() == 0 { // who may do anything is stopped by no permission
		as = &syscall.Credential{Uid: 65534, Gid: 65534}
		must(t, os.Chmod(s.Path("mine"), 0o644))
		for at := dir; strings.HasPrefix(at, os.TempDir()) && at != os.TempDir(); at = filepath.Dir(at) {
			must(t, os.Chmod(at, 0o755))
		}
	}
	expectSaid(t, "saving", limited(t, "", "save", dir, as), "draft.fail-allowed draft.kept-at")
	expectSaid(t, "keeping", limited(t, "", "keep", dir, as), "draft.fail-allowed draft.still-open")
	unharmed(t, s)
}
