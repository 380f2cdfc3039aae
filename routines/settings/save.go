package settings

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"strconv"

	"catcow/routines/tomlfile"
)

// Save writes the settings to path, whole or not at all. In a file a person has edited only the values that changed
// are changed, and a missing key is added when its value is not the default; a file that says the same already is not
// written at all. What would be lost because it could not be read (a file that is not TOML, a value out of range) is
// first kept as path.broken. Settings that Load would not accept are refused.
func Save(path string, s Settings) error {
	if err := s.save(path); err != nil {
		return fmt.Errorf("saving the settings: %w", err)
	}
	return nil
}

func (s Settings) save(path string) error {
	s = s.tidy()
	fresh := s.fresh()
	if got, doc := read(path, fresh); doc.Problems() != nil {
		return doc.Problems()
	} else if !reflect.DeepEqual(got, s) {
		return errors.New("these settings cannot be written to a file")
	}
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return tomlfile.WriteAtomic(path, fresh)
	}
	old, problems := tomlfile.ReadPath(path, limits)
	if problems != nil {
		// Not a file that can be read: whatever it is goes aside as it is.
		aside, err := asideName(path, nil)
		if err != nil {
			return err
		}
		if err := os.Rename(path, aside); err != nil {
			return fmt.Errorf("keeping %s aside: %w", path, err)
		}
		return tomlfile.WriteAtomic(path, fresh)
	}
	text, lost := s.edit(path, old)
	if lost {
		if err := keepAside(path, old); err != nil {
			return err
		}
	}
	if bytes.Equal(text, old) {
		return nil
	}
	return tomlfile.WriteAtomic(path, text)
}

// keepAside keeps a copy of a file's text beside it.
func keepAside(path string, data []byte) error {
	aside, err := asideName(path, data)
	if err != nil || aside == "" {
		return err
	}
	return tomlfile.WriteAtomic(aside, data)
}

// mostAside bounds how many files are kept aside.
const mostAside = 99

// asideName is a free name to keep a file under: path.broken, path.broken-2, …; "" when data is kept already.
func asideName(path string, data []byte) (string, error) {
	for n := 1; n <= mostAside; n++ {
		name := path + ".broken"
		if n > 1 {
			name += "-" + strconv.Itoa(n)
		}
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			return name, nil
		}
		if kept, problems := tomlfile.ReadPath(name, limits); data != nil && problems == nil && bytes.Equal(kept, data) {
			return "", nil
		}
	}
	return "", fmt.Errorf("there are %d files like %s.broken already; remove some", mostAside, path)
}
