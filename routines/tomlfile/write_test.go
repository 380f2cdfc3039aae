package tomlfile

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestWriteAtomic(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "new", "folder", "x.toml")
	must(t, WriteAtomic(path, []byte("first")))
	contains(t, path, "first")

	must(t, os.Chmod(path, 0o640))
	must(t, WriteAtomic(path, []byte("second")))
	contains(t, path, "second")
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o640 {
		t.Errorf("the file's permissions are now %v", info.Mode())
	}

	// A link is replaced; what it leads to may be none of ours.
	other := filepath.Join(dir, "other")
	must(t, os.WriteFile(other, []byte("untouched"), 0o600))
	link := filepath.Join(dir, "new", "folder", "link.toml")
	must(t, os.Symlink(other, link))
	must(t, WriteAtomic(link, []byte("third")))
	contains(t, link, "third")
	contains(t, other, "untouched")

	onlyFiles(t, filepath.Dir(path), "link.toml", "x.toml")
}

// A write that fails leaves the old contents and nothing else behind.
func TestWriteAtomicFails(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x.toml")
	must(t, os.Mkdir(path, 0o700))
	must(t, os.WriteFile(filepath.Join(path, "inside"), []byte("kept"), 0o600))
	if err := WriteAtomic(path, []byte("new")); err == nil {
		t.Error("a file was written over a folder")
	}
	contains(t, filepath.Join(path, "inside"), "kept")
	onlyFiles(t, dir, "x.toml")

	file := filepath.Join(dir, "file")
	must(t, os.WriteFile(file, nil, 0o600))
	if err := WriteAtomic(filepath.Join(file, "x.toml"), nil); err == nil {
		t.Error("a file was written into a file")
	}
}

// While one writes, whoever reads sees one of the versions whole.
func TestWriteAtomicReaders(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.toml")
	versions := [][]byte{make([]byte, 100_000), make([]byte, 50_000)}
	must(t, WriteAtomic(path, versions[0]))
	done := make(chan error)
	go func() {
		for i := range 20 {
			if err := WriteAtomic(path, versions[i%2]); err != nil {
				done <- err
				return
			}
		}
		done <- nil
	}()
	for {
		select {
		case err := <-done:
			must(t, err)
			return
		default:
			data, problems := ReadPath(path, Standard)
			if problems != nil || len(data) != 100_000 && len(data) != 50_000 {
				t.Fatalf("read %d bytes, %v", len(data), problems)
			}
		}
	}
}

func contains(t *testing.T, path, want string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil || string(data) != want {
		t.Errorf("%s holds %q, %v; want %q", path, data, err, want)
	}
}

func onlyFiles(t *testing.T, dir string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	must(t, err)
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if len(got) != len(want) {
		t.Errorf("%s holds %q, want %q", dir, got, want)
	}
}

func TestWriteAtomicIf(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.toml")
	if err := WriteAtomic(path, []byte("old")); err != nil {
		t.Fatal(err)
	}
	no := errors.New("no longer")
	if err := WriteAtomicIf(path, []byte("new"), func() error { return no }); !errors.Is(err, no) {
		t.Errorf("the answer is %v, want %v", err, no)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "old" {
		t.Errorf("the file holds %q, %v", data, err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("half a file is left: %v", entries)
	}
}
