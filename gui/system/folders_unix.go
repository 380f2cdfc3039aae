//go:build unix

package system

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
)

// runtimeFolder is XDG_RUNTIME_DIR's, or a folder of the person's own in the temporary one (which on macOS is
// the person's own already).
func runtimeFolder() (string, error) {
	if dir := os.Getenv("XDG_RUNTIME_DIR"); filepath.IsAbs(dir) {
		if stat, err := os.Stat(dir); err == nil && stat.IsDir() {
			return filepath.Join(dir, "catcow"), nil
		}
	}
	return filepath.Abs(filepath.Join(os.TempDir(), "catcow-"+strconv.Itoa(os.Getuid())))
}

// onlyMine refuses a folder that is a link, or somebody else's, or open to others.
func onlyMine(dir string) error {
	stat, err := os.Lstat(dir)
	if err != nil {
		return fmt.Errorf("looking at the runtime folder: %w", err)
	}
	sys, ok := stat.Sys().(*syscall.Stat_t)
	if !stat.IsDir() || !ok || int(sys.Uid) != os.Getuid() || stat.Mode().Perm()&0o022 != 0 {
		return fmt.Errorf("%s is not a folder that only you can write to", dir)
	}
	return nil
}
