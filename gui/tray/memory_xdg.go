//go:build unix && !darwin && !linux

package tray

import "runtime/debug"

// giveBack gives memory back that the start needed and the waiting does not.
func giveBack() { debug.FreeOSMemory() }
