//go:build windows || darwin

package system

import "errors"

// Windows and macOS tie kinds of files to programs that were installed, which is for an installer to do.
var errOpens = errors.New("this system wants a program to be installed for that; `catcow add FILE` or dropping it on the window works")

func opensRoutines(string) (on, can bool, err error) { return false, false, nil }

func openRoutines(string, []string) error { return errOpens }

func forgetRoutines(string) error { return nil }
