package system

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
)

// Documents is the person's folder for documents, as the desktop knows it (xdg-user-dirs), else their own.
func Documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	named := filepath.Join(home, "Documents")
	if config, err := os.UserConfigDir(); err == nil {
		if f, err := os.Open(filepath.Join(config, "user-dirs.dirs")); err == nil {
			defer f.Close()
			for lines := bufio.NewScanner(f); lines.Scan(); {
				if value, ok := strings.CutPrefix(strings.TrimSpace(lines.Text()), "XDG_DOCUMENTS_DIR="); ok {
					named = strings.Replace(strings.Trim(value, `"`), "$HOME", home, 1)
				}
			}
		}
	}
	if info, err := os.Stat(named); err == nil && info.IsDir() {
		return named
	}
	return home
}
