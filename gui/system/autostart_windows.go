package system

import (
	"errors"
	"fmt"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

// Windows starts at login what the values of the first key say, unless the person switched it off in the Task Manager or
// the settings, which note that under the second.
const (
	runKey      = `Software\Microsoft\Windows\CurrentVersion\Run`
	approvedKey = `Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run`
)

// longestRun is how many characters a command under the Run key may have.
const longestRun = 260

func autostart(name string) (bool, error) {
	line, err := runCommand(name)
	if err != nil || line == "" {
		return false, err
	}
	if off, err := switchedOff(name); err != nil || off {
		return false, err
	}
	args, err := windows.DecomposeCommandLine(line)
	return err == nil && len(args) > 0 && startable(args[0]), nil
}

// runCommand is the command Windows runs at login, "" when there is none.
func runCommand(name string) (string, error) {
	key, err := registry.OpenKey(registry.CURRENT_USER, runKey, registry.QUERY_VALUE)
	if errors.Is(err, registry.ErrNotExist) {
		return "", nil
	} else if err != nil {
		return "", err
	}
	defer key.Close()
	line, _, err := key.GetStringValue(name)
	if errors.Is(err, registry.ErrNotExist) || errors.Is(err, registry.ErrUnexpectedType) {
		return "", nil
	}
	return line, err
}

// switchedOff reports whether the person switched it off: the first byte of a value is then odd.
func switchedOff(name string) (bool, error) {
	key, err := registry.OpenKey(registry.CURRENT_USER, approvedKey, registry.QUERY_VALUE)
	if errors.Is(err, registry.ErrNotExist) {
		return false, nil
	} else if err != nil {
		return false, err
	}
	defer key.Close()
	value, _, err := key.GetBinaryValue(name)
	if errors.Is(err, registry.ErrNotExist) || errors.Is(err, registry.ErrUnexpectedType) {
		return false, nil
	}
	return len(value) > 0 && value[0]&1 == 1, err
}

func writeAutostart(name string, args []string) error {
	line := windows.ComposeCommandLine(args)
	if len([]rune(line)) > longestRun {
		return fmt.Errorf("the command has more than the %d characters Windows takes; move Catcow or its folder to a shorter path", longestRun)
	}
	key, _, err := registry.CreateKey(registry.CURRENT_USER, runKey, registry.SET_VALUE)
	if err != nil {
		return err
	}
	defer key.Close()
	if err := key.SetStringValue(name, line); err != nil {
		return err
	}
	return forget(approvedKey, name) // so that it is on again
}

func removeAutostart(name string) error {
	return errors.Join(forget(runKey, name), forget(approvedKey, name))
}

// forget removes a value, which may not be there.
func forget(path, name string) error {
	key, err := registry.OpenKey(registry.CURRENT_USER, path, registry.SET_VALUE)
	if err == nil {
		defer key.Close()
		err = key.DeleteValue(name)
	}
	if errors.Is(err, registry.ErrNotExist) {
		return nil
	}
	return err
}
