package notify

import "os/exec"

func open(func(Choice)) way { return &script{call: appleCall, run: run} }

func quiet(*exec.Cmd) {}
