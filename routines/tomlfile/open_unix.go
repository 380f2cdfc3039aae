//go:build unix

package tomlfile

import "syscall"

// openNoWait makes opening a pipe return at once, with or without someone at its other end.
const openNoWait = syscall.O_NONBLOCK
