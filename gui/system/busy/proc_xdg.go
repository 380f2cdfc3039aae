//go:build unix && !darwin

package busy

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// capturing finds out from ALSA, below any sound service, whether a sound card records. root is "/", or another tree
// for a test.
func capturing(root string) state {
	cards, _ := filepath.Glob(filepath.Join(root, "proc/asound/card*"))
	if len(cards) == 0 {
		return unknown
	}
	streams, _ := filepath.Glob(filepath.Join(root, "proc/asound/card*/pcm*c/sub*/status"))
	for _, path := range streams {
		status, err := os.ReadFile(path)
		if err == nil && strings.Contains(string(status), "RUNNING") {
			return held
		}
	}
	return free
}

// cameraHolder is who has a camera open.
type cameraHolder int

const (
	cannotTell cameraHolder = iota
	nobody
	onlyPipeWire // which opens it for others, and to see what it can do
	someone
)

// keepers are the programs that open cameras on behalf of others. The system cuts names after 15 letters.
var keepers = []string{"pipewire", "wireplumber", "pipewire-media-"}

// whoHasCamera looks through the open files of this person's processes. root is "/", or another tree for a test.
func whoHasCamera(root string) cameraHolder {
	devices, _ := filepath.Glob(filepath.Join(root, "dev/video*"))
	if len(devices) == 0 {
		return nobody
	}
	proc := filepath.Join(root, "proc")
	processes, _ := names(proc)
	found, readable := nobody, false
	for _, pid := range processes {
		if _, err := strconv.Atoi(pid); err != nil {
			continue
		}
		files, err := names(filepath.Join(proc, pid, "fd"))
		if err != nil {
			continue // another person's, or over by now
		}
		readable = true
		if !slices.ContainsFunc(files, func(fd string) bool { return isCamera(filepath.Join(proc, pid, "fd", fd)) }) {
			continue
		}
		name, _ := os.ReadFile(filepath.Join(proc, pid, "comm"))
		if !slices.Contains(keepers, strings.TrimSpace(string(name))) {
			return someone
		}
		found = onlyPipeWire
	}
	if !readable {
		return cannotTell // not even our own: there is no /proc as Linux has it
	}
	return found
}

func isCamera(link string) bool {
	target, err := os.Readlink(link)
	if err != nil {
		return false
	}
	number, ok := strings.CutPrefix(target, "/dev/video")
	_, err = strconv.ParseUint(number, 10, 16)
	return ok && err == nil
}

// names lists a folder without asking about each entry.
func names(dir string) ([]string, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.Readdirnames(-1)
}

// ours answers whether a process is Catcow: this one, or another role of the same program.
func ours(root string, pid int) bool {
	if pid == os.Getpid() {
		return true
	}
	mine, err := os.Readlink(filepath.Join(root, "proc/self/exe"))
	if err != nil {
		return false
	}
	its, err := os.Readlink(filepath.Join(root, "proc", strconv.Itoa(pid), "exe"))
	const gone = " (deleted)" // replaced by a newer one since
	return err == nil && strings.TrimSuffix(its, gone) == strings.TrimSuffix(mine, gone)
}
