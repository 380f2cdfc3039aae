package system

import (
	"fmt"
	"os"
	"os/exec"
)

// Program is the path to start Catcow by. Within an AppImage that is the image: what it unpacks to goes away with the
// process.
func Program() (string, error) {
	if image := os.Getenv("APPIMAGE"); image != "" {
		return image, nil
	}
	path, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("finding Catcow's own program: %w", err)
	}
	return path, nil
}

// Spawn starts Catcow once more, with the same folders, as a process of its own that outlives this one. The token is
// what the desktop gave for the click that asked for it, so that the new window may come to the front; "" when there is
// none. Call Wait on the command, or it stays a zombie until this process ends.
func Spawn(f Folders, token string, args ...string) (*exec.Cmd, error) {
	program, err := Program()
	if err != nil {
		return nil, err
	}
	if f.Own != "" {
		args = append([]string{"--data", f.Own}, args...)
	}
	cmd := exec.Command(program, args...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	cmd.SysProcAttr = apart()
	if token != "" {
		cmd.Env = append(os.Environ(), "XDG_ACTIVATION_TOKEN="+token, "DESKTOP_STARTUP_ID="+token)
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting Catcow: %w", err)
	}
	return cmd, nil
}
