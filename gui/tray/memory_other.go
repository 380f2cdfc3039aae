//go:build !linux

package tray

// giveBack gives memory back that the start needed and the waiting does not.
func giveBack() { collect() }
