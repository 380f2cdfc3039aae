package system

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// home gives the test a home and folders of its own.
func home(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"} {
		t.Setenv(name, "")
	}
	for _, name := range []string{"HOME", "AppData", "LocalAppData", "USERPROFILE", "TMPDIR", "TMP"} {
		t.Setenv(name, dir)
	}
	return dir
}

func TestFoldersFollowXDG(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("this system has its own folders")
	}
	dir := home(t)
	t.Setenv("XDG_CONFIG_HOME", "relative/is/ignored")
	t.Setenv("XDG_STATE_HOME", filepath.Join(dir, "elsewhere"))
	f, err := Locate("")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, got, want string }{
		{"settings", f.Settings(), filepath.Join(dir, ".config/catcow/settings.toml")},
		{"data", f.Data, filepath.Join(dir, ".local/share/catcow")},
		{"crash", f.Crash(), filepath.Join(dir, "elsewhere/catcow/crash.txt")},
	} {
		if c.got != c.want {
			t.Errorf("%s lies at %s, want %s", c.name, c.got, c.want)
		}
	}
}

func TestDataFolderHoldsEverything(t *testing.T) {
	dir := home(t)
	data := filepath.Join(dir, strings.Repeat("long-", 30), "data")
	f, err := Locate(data)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Make(); err != nil {
		t.Fatal(err)
	}
	for name, path := range map[string]string{"settings": f.Settings(), "state": f.State, "crash": f.Crash(), "data": f.Data} {
		if !strings.HasPrefix(path, data) {
			t.Errorf("%s lies at %s, outside %s", name, path, data)
		}
	}
	if other, _ := Locate(data + "2"); other.Socket() == f.Socket() {
		t.Errorf("two data folders share the socket %s", f.Socket())
	}
	link := filepath.Join(dir, "link")
	if err := os.Symlink(data, link); err != nil {
		t.Skip("no links here:", err)
	}
	if same, _ := Locate(link); same.Socket() != f.Socket() {
		t.Errorf("one folder under two names has the sockets %s and %s", same.Socket(), f.Socket())
	}
}

func TestRuntimeFolderOfOthersIsRefused(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("access lists, not modes")
	}
	dir := home(t)
	f, err := Locate(filepath.Join(dir, "data"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(f.Runtime, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(f.Runtime, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := f.Make(); err == nil {
		t.Error("a folder anybody can write to was taken for the socket")
	}
}
