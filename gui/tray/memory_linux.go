package tray

import (
	"fmt"
	"os"
	"strings"

	"golang.org/x/sys/unix"
)

// giveBack gives memory back that the start needed and the waiting does not: what the collector can free, and the pages
// of the program itself. These were read once, by everything in it that initialises itself, the window's part included;
// the system reads them again from the file where they are needed.
func giveBack() {
	collect()
	exe, err := os.Readlink("/proc/self/exe")
	if err != nil {
		return
	}
	maps, err := os.ReadFile("/proc/self/maps")
	if err != nil {
		return
	}
	for line := range strings.Lines(string(maps)) {
		var from, to uintptr
		var rights string
		if !strings.HasSuffix(line, " "+exe+"\n") {
			continue
		}
		// Only what cannot have been written to: there the file still has every byte.
		if n, _ := fmt.Sscanf(line, "%x-%x %s", &from, &to, &rights); n == 3 && rights[1] == '-' {
			_, _, _ = unix.Syscall(unix.SYS_MADVISE, from, to-from, unix.MADV_DONTNEED)
		}
	}
}
