package system

import (
	"syscall"

	"golang.org/x/sys/windows"
)

// apart makes a process that a closing terminal does not take along.
func apart() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{CreationFlags: windows.DETACHED_PROCESS | windows.CREATE_NEW_PROCESS_GROUP}
}
