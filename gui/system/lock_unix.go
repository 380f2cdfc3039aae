//go:build unix

package system

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/sys/unix"
)

// lockFile waits for the lock on the file at path, which it creates. Closing gives it free; so does any end of the
// process.
func lockFile(path string) (io.Closer, error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("opening the lock: %w", err)
	}
	if err := unix.Flock(int(file.Fd()), unix.LOCK_EX); err != nil {
		file.Close()
		return nil, fmt.Errorf("locking %s: %w", path, err)
	}
	return file, nil
}
