package share

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"catcow/routines/tomlfile"
)

// undo takes back what was written, so that adding leaves nothing half.
type undo struct {
	files   []was
	folders []string // made on the way, outermost first
}

// was is a file before it was written; data is nil when it was not there.
type was struct {
	path string
	data []byte
}

// before remembers what a file is before it is written.
func (u *undo) before(path string) error {
	for dir := filepath.Dir(path); ; dir = filepath.Dir(dir) {
		if exist(dir) {
			break
		}
		u.folders = append([]string{dir}, u.folders...)
	}
	data, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		data = nil
	case err != nil:
		return fmt.Errorf("looking at what is there: %w", err)
	case data == nil:
		data = []byte{}
	}
	u.files = append(u.files, was{path, data})
	return nil
}

// undo puts everything back, the last first.
func (u *undo) undo() error {
	var all []error
	for i := len(u.files) - 1; i >= 0; i-- {
		f := u.files[i]
		var err error
		if f.data == nil {
			err = os.Remove(f.path)
		} else {
			err = tomlfile.WriteAtomic(f.path, f.data)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			all = append(all, fmt.Errorf("putting back %s: %w", f.path, err))
		}
	}
	for i := len(u.folders) - 1; i >= 0; i-- {
		_ = os.Remove(u.folders[i]) // one that somebody else has filled stays
	}
	return errors.Join(all...)
}
