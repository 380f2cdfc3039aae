package notify

import (
	"os/exec"
	"syscall"
)

func open(func(Choice)) way { return &script{call: toastCall, run: run} }

// quiet keeps a console window from flashing up.
func quiet(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true} }
