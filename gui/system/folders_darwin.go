package system

import (
	"os"
	"path/filepath"
)

// systemFolders keeps everything under Application Support, as macOS wants it.
func systemFolders() (Folders, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return Folders{}, err
	}
	dir = filepath.Join(dir, "Catcow")
	return Folders{Config: dir, Data: dir, State: filepath.Join(dir, "State")}, nil
}
