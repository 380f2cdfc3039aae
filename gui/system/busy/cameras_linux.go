package busy

import (
	"context"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// listenCameras hears from the kernel when a camera in dir is opened, closed, plugged in or taken away.
func listenCameras(ctx context.Context, dir string, changed func()) {
	fd, err := unix.InotifyInit1(unix.IN_CLOEXEC | unix.IN_NONBLOCK)
	if err != nil {
		return
	}
	events := os.NewFile(uintptr(fd), "inotify")
	defer context.AfterFunc(ctx, func() { events.Close() })()
	defer events.Close()

	devices, _ := filepath.Glob(filepath.Join(dir, "video*"))
	heard := false
	for _, d := range devices {
		_, err := unix.InotifyAddWatch(fd, d, unix.IN_OPEN|unix.IN_CLOSE|unix.IN_DELETE_SELF)
		heard = heard || err == nil
	}
	if !heard {
		return
	}
	changed()
	var buf [4096]byte
	for {
		if _, err := events.Read(buf[:]); err != nil {
			return
		}
		changed()
	}
}
