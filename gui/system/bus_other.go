//go:build !unix || darwin

package system

// The services of the desktop that the window asks for.
const (
	ServicePortal      = ""
	ServiceScreenSaver = ""
)

// Offers reports whether the desktop has a service: here they are all part of the system.
func Offers(string) bool { return true }
