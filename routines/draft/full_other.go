//go:build !unix

package draft

import (
	"errors"
	"syscall"
)

// What Windows calls a full disk: ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL.
const diskFull, handleDiskFull = syscall.Errno(112), syscall.Errno(39)

// full reports whether an error says that there is no room on the disk.
func full(err error) bool { return errors.Is(err, diskFull) || errors.Is(err, handleDiskFull) }
