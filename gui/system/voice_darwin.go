package system

import "os/exec"

var speeches = []speech{{program: "say", args: []string{"-f", "-"}, stdin: true}}

func quiet(*exec.Cmd) {}
