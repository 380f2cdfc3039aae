// Package system is what the operating system offers, behind small types: folders, one instance, sound, voice,
// whether there is a display, and a file for crashes.
//
// In go plain wishes (play the cue of this event, say this line, claim the one window); out comes the thing done
// or a plain sentence about what is missing. What differs between systems lies in files by suffix. Nothing here
// knows a widget, and nothing uses the network.
package system

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Folders says where Catcow keeps things. All paths are absolute.
type Folders struct {
	Config  string // settings.toml
	Data    string // what a person owns: routines/, exercises/ and the diary
	State   string // what may be lost without harm: the parked session, crash.txt
	Runtime string // the sockets; gone after a restart of the machine
	Own     string // the folder --data named, or ""
}

// Locate answers the folders of this system: XDG on Linux and the BSDs, the system's own elsewhere. With a
// non-empty dir everything Catcow keeps lies there instead; only the sockets stay in the runtime folder, because
// socket paths may not be long. Nothing is created; see Make. The error says which folder could not be found out.
func Locate(dir string) (Folders, error) {
	run, err := runtimeFolder()
	if err != nil {
		return Folders{}, fmt.Errorf("finding the runtime folder: %w", err)
	}
	if dir == "" {
		f, err := systemFolders()
		if err != nil {
			return Folders{}, fmt.Errorf("finding your folders: %w; --data DIR names one", err)
		}
		f.Runtime = run
		return f, nil
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return Folders{}, fmt.Errorf("finding %s: %w", dir, err)
	}
	// Two names of one folder must find the same window.
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		abs = real
	}
	return Folders{
		Config: abs, Data: abs, State: abs,
		Runtime: run, Own: abs,
	}, nil
}

// Settings is the settings file, which may not exist yet.
func (f Folders) Settings() string { return filepath.Join(f.Config, "settings.toml") }

// Crash is the file that keeps what a crash said; absent when none happened.
func (f Folders) Crash() string { return filepath.Join(f.State, "crash.txt") }

// Socket is the socket of the one window.
func (f Folders) Socket() string { return f.socket("window") }

// TraySocket is the socket of the one resident.
func (f Folders) TraySocket() string { return f.socket("tray") }

// socket is the socket of a role.
func (f Folders) socket(role string) string { return filepath.Join(f.Runtime, f.named(role)+".sock") }

// named is the name of what there is once; a --data folder has its own.
func (f Folders) named(name string) string {
	if f.Own == "" {
		return name
	}
	sum := sha256.Sum256([]byte(f.Own))
	return name + "-" + hex.EncodeToString(sum[:6])
}

// Make creates the folders that are missing, readable by the person alone. A runtime folder that others can write
// to is refused: whoever owns it could pose as the window.
func (f Folders) Make() error {
	var all []error
	for _, dir := range []string{f.Config, f.Data, f.State, f.Runtime} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			all = append(all, fmt.Errorf("making a folder: %w", err))
		}
	}
	if len(all) == 0 {
		all = append(all, onlyMine(f.Runtime))
	}
	return errors.Join(all...)
}
