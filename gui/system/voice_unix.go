//go:build unix && !darwin

package system

import "os/exec"

// speeches are tried in this order. speech-dispatcher keeps speaking what a killed spd-say has handed it, so it is
// told to stop.
var speeches = []speech{
	{program: "spd-say", args: []string{"--application-name", "catcow", "--wait", "--"}, hush: []string{"--stop"}},
	{program: "espeak-ng", args: []string{"--stdin"}, stdin: true},
	{program: "espeak", args: []string{"--stdin"}, stdin: true},
}

func quiet(*exec.Cmd) {}
