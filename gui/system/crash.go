package system

import (
	"fmt"
	"os"
	"runtime/debug"
)

// crashLimit is how large the crash file may grow before it starts over; one crash takes some 100 KB at most.
const crashLimit = 1 << 20

// KeepCrashes lets the text of a crash go into the file at path, behind what earlier ones said, besides the
// terminal. The returned function is called on a clean end: it takes the file away when it is empty.
func KeepCrashes(path string) (end func(), err error) {
	mode := os.O_APPEND
	if stat, err := os.Stat(path); err == nil && stat.Size() > crashLimit {
		mode = os.O_TRUNC
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|mode, 0o600)
	if err != nil {
		return func() {}, fmt.Errorf("opening the file for crashes: %w", err)
	}
	// The runtime writes to a copy of its own.
	defer file.Close()
	if err := debug.SetCrashOutput(file, debug.CrashOptions{}); err != nil {
		return func() {}, fmt.Errorf("keeping crashes in a file: %w", err)
	}
	return func() {
		_ = debug.SetCrashOutput(nil, debug.CrashOptions{})
		if stat, err := os.Stat(path); err == nil && stat.Size() == 0 {
			_ = os.Remove(path)
		}
	}, nil
}
