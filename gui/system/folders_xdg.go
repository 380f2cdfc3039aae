//go:build unix && !darwin

package system

import (
	"os"
	"path/filepath"
)

// systemFolders follows the XDG base directories. A relative path in one of their variables is to be ignored
// (XDG base directory specification 0.8).
func systemFolders() (Folders, error) {
	home, err := os.UserHomeDir()
	folder := func(variable string, fallback ...string) string {
		if dir := os.Getenv(variable); filepath.IsAbs(dir) {
			return filepath.Join(dir, "catcow")
		}
		return filepath.Join(append(append([]string{home}, fallback...), "catcow")...)
	}
	f := Folders{
		Config: folder("XDG_CONFIG_HOME", ".config"),
		Data:   folder("XDG_DATA_HOME", ".local", "share"),
		State:  folder("XDG_STATE_HOME", ".local", "state"),
	}
	if err != nil && !(filepath.IsAbs(f.Config) && filepath.IsAbs(f.Data) && filepath.IsAbs(f.State)) {
		return Folders{}, err
	}
	return f, nil
}
