//go:build unix

package system

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"catcow/routines/tomlfile"
)

// longestAutostart is how many bytes of a file are worth reading: ours has some hundred.
const longestAutostart = 64 << 10

func autostart(name string) (bool, error) {
	path, err := autostartFile(name)
	if err != nil {
		return false, err
	}
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	} else if err != nil {
		return false, err
	}
	if !info.Mode().IsRegular() || info.Size() > longestAutostart {
		return false, nil
	}
	data, err := os.ReadFile(path)
	return err == nil && starts(data), err
}

func writeAutostart(name string, args []string) error {
	path, err := autostartFile(name)
	if err != nil {
		return err
	}
	text, err := autostartText(name, args)
	if err != nil {
		return err
	}
	return tomlfile.WriteAtomic(path, []byte(text))
}

func removeAutostart(name string) error {
	path, err := autostartFile(name)
	if err != nil {
		return err
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("removing %s: %w", path, err)
	}
	return nil
}
