package system

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"
)

// loginID names what starts the resident at login: a file of that name, or a value, or a label.
const loginID = "io.github.catcow.Catcow"

// Autostart reports whether the resident, `catcow tray`, starts when the person logs in. dataDir is the folder --data
// named, as Folders.Own has it, or "". What is damaged, switched off in the system's own settings, or leads to a program
// that is gone does not start anything, so it is off. The error says why it cannot be told; then it is off too.
func Autostart(dataDir string) (on bool, err error) {
	if on, err = autostart(Folders{Own: dataDir}.named(loginID)); err != nil {
		return false, fmt.Errorf("finding out whether Catcow starts at login: %w", err)
	}
	return on, nil
}

// SetAutostart lets the resident start when the person logs in, or no longer. Switching on what is on already brings
// its path up to date. A --data folder has a start of its own.
func SetAutostart(on bool, dataDir string) error {
	name := Folders{Own: dataDir}.named(loginID)
	if !on {
		if err := removeAutostart(name); err != nil {
			return fmt.Errorf("no longer starting at login: %w", err)
		}
		return nil
	}
	args, err := residentCommand(dataDir)
	if err == nil {
		err = writeAutostart(name, args)
	}
	if err != nil {
		return fmt.Errorf("starting at login: %w", err)
	}
	return nil
}

// residentCommand is how the resident is started: the program and its arguments.
func residentCommand(dataDir string) ([]string, error) {
	args, err := lastingCommand(dataDir)
	return append(args, "tray"), err
}

// lastingCommand is how Catcow is started with a --data folder, or without, by something that is kept for long.
func lastingCommand(dataDir string) ([]string, error) {
	if dataDir != "" && !filepath.IsAbs(dataDir) {
		return nil, fmt.Errorf("%s is not a whole path", dataDir)
	}
	program, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("finding the program: %w", err)
	}
	args := []string{lastingPath(program, os.Getenv)}
	if dataDir != "" {
		args = append(args, "--data", dataDir)
	}
	for _, arg := range args {
		if !utf8.ValidString(arg) || strings.ContainsFunc(arg, unicode.IsControl) {
			return nil, fmt.Errorf("the path %q has characters that such an entry cannot hold", arg)
		}
	}
	return args, nil
}

// lastingPath is the path of the running program that will still be there after the next start of the machine and the
// next update.
func lastingPath(program string, getenv func(string) string) string {
	// An AppImage runs from a folder that is gone when it ends. Programs it starts inherit its variables, so they may
	// be those of another one.
	if image, mounted := getenv("APPIMAGE"), getenv("APPDIR"); filepath.IsAbs(image) && (mounted == "" || inside(program, mounted)) {
		return image
	}
	// Packages that keep every version in a folder of its own put a link to the newest on the path.
	if found, err := exec.LookPath(filepath.Base(program)); err == nil && filepath.IsAbs(found) {
		if real, err := filepath.EvalSymlinks(found); err == nil && real == program {
			return found
		}
	}
	return program
}

// inside reports whether a path lies in a folder.
func inside(path, dir string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && filepath.IsLocal(rel)
}

// startable reports whether there is a program at path, so that starting it can work.
func startable(path string) bool {
	_, err := exec.LookPath(path)
	return err == nil
}
