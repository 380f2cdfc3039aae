package system

import (
	"os"
	"path/filepath"
)

// autostartFile is where launchd looks for what it starts when this person logs in.
func autostartFile(name string) (string, error) {
	home, err := os.UserHomeDir()
	return filepath.Join(home, "Library", "LaunchAgents", name+".plist"), err
}

func autostartText(name string, args []string) (string, error) { return agentText(name, args), nil }

// starts cannot tell whether an agent was switched off in the system's settings: launchd keeps that to itself.
func starts(data []byte) bool {
	args := agentRuns(data)
	return len(args) > 0 && startable(args[0])
}
