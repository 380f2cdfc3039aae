//go:build unix

package draft

import (
	"errors"
	"syscall"
)

// full reports whether an error says that there is no room: on the disk, for this person, or for a file this large.
func full(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}
