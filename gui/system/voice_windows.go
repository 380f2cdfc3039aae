package system

import (
	"os/exec"
	"syscall"
)

// script is fixed: the line to speak comes by the standard input and is never part of it.
const script = `[Console]::InputEncoding = [Text.Encoding]::UTF8; ` +
	`$line = [Console]::In.ReadToEnd(); ` +
	`Add-Type -AssemblyName System.Speech; ` +
	`(New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak($line)`

var speeches = []speech{{
	program: "powershell.exe",
	args:    []string{"-NoProfile", "-NonInteractive", "-Command", script},
	stdin:   true,
}}

// quiet keeps a console window from flashing up.
func quiet(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true} }
