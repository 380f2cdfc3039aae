package tray

import (
	"bufio"
	"fmt"
	"os"
	"runtime/debug"
	"strings"

	"golang.org/x/sys/unix"
)

// giveBack gives memory back that the start needed and the waiting does not: what the collector can free, and the pages
// of the program itself. These were read once, by everything in it that initialises itself, the window's part included;
// the system reads them again from the file where they are needed.
func giveBack() {
	debug.FreeOSMemory()
	exe, err := os.Readlink("/proc/self/exe")
	if err != nil {
		return
	}
	maps, err := os.Open("/proc/self/maps")
	if err != nil {
		return
	}
	defer maps.Close()
	for scan := bufio.NewScanner(maps); scan.Scan(); {
		var from, to uintptr
		var rights string
		if _, err := fmt.Sscanf(scan.Text(), "%x-%x %s", &from, &to, &rights); err != nil {
			continue
		}
		// Only what cannot have been written to: there the file still has every byte.
		if strings.HasSuffix(scan.Text(), " "+exe) && rights[1] == '-' {
			_, _, _ = unix.Syscall(unix.SYS_MADVISE, from, to-from, unix.MADV_DONTNEED)
		}
	}
}
