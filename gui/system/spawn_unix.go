//go:build unix

package system

import "syscall"

// apart makes a process that a closing terminal does not take along.
func apart() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setsid: true} }
