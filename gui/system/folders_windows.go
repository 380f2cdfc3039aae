package system

import (
	"os"
	"path/filepath"
)

// systemFolders keeps what a person owns under %AppData%, which follows them, and the rest under %LocalAppData%.
func systemFolders() (Folders, error) {
	roaming, err := os.UserConfigDir()
	if err != nil {
		return Folders{}, err
	}
	local, err := os.UserCacheDir()
	if err != nil {
		return Folders{}, err
	}
	dir := filepath.Join(roaming, "Catcow")
	return Folders{Config: dir, Data: dir, State: filepath.Join(local, "Catcow")}, nil
}

func runtimeFolder() (string, error) {
	local, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(local, "Catcow", "Run"), nil
}

// onlyMine has nothing to check: %LocalAppData% is the person's own by its access list.
func onlyMine(string) error { return nil }
