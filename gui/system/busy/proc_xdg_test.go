//go:build unix && !darwin

package busy

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// tree makes files of a root folder: "->" before a text makes a link to it.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for path, text := range files {
		path = filepath.Join(root, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		var err error
		if len(text) > 2 && text[:2] == "->" {
			err = os.Symlink(text[2:], path)
		} else {
			err = os.WriteFile(path, []byte(text), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestCapturing(t *testing.T) {
	const running = "state: RUNNING\nowner_pid   : 1709\ntrigger_time: 3011.26\n"
	for name, c := range map[string]struct {
		files map[string]string
		want  state
	}{
		"no ALSA":   {nil, unknown},
		"no inputs": {map[string]string{"proc/asound/card0/pcm3p/sub0/status": running}, free},
		"at rest":   {map[string]string{"proc/asound/card0/pcm0c/sub0/status": "closed\n"}, free},
		"prepared":  {map[string]string{"proc/asound/card0/pcm0c/sub0/status": "state: PREPARED\n"}, free},
		"records": {map[string]string{
			"proc/asound/card0/pcm0c/sub0/status": "closed\n", "proc/asound/card2/pcm1c/sub0/status": running,
		}, held},
		"plays": {map[string]string{
			"proc/asound/card0/pcm0c/sub0/status": "closed\n", "proc/asound/card0/pcm0p/sub0/status": running,
		}, free},
	} {
		if got := capturing(tree(t, c.files)); got != c.want {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
}

func TestCamera(t *testing.T) {
	with := func(more map[string]string) map[string]string {
		all := map[string]string{
			"dev/video0": "", "dev/video1": "", "proc/version": "Linux", "proc/9/comm": "bash\n", "proc/9/fd/0": "->/dev/pts/0",
			"proc/9/fd/1": "->/home/me/dev/video0", "proc/9/fd/2": "->/dev/video0.jpg", "proc/9/fd/3": "->socket:[123]",
		}
		for k, v := range more {
			all[k] = v
		}
		return all
	}
	says := func(nodes videoNodes, err error) func() (videoNodes, error) {
		return func() (videoNodes, error) { return nodes, err }
	}
	unasked := func() (videoNodes, error) { t.Error("PipeWire was asked without need"); return videoNodes{}, nil }
	chat := map[string]string{"proc/31/comm": "chat\n", "proc/31/fd/17": "->/dev/video1"}
	pipewire := map[string]string{
		"proc/30/comm": "pipewire\n", "proc/30/fd/9": "->/dev/video0", "proc/32/comm": "wireplumber\n", "proc/32/fd/4": "->/dev/video1",
	}
	for name, c := range map[string]struct {
		files map[string]string
		video func() (videoNodes, error)
		want  state
	}{
		"there is none":     {map[string]string{"proc/9/fd/0": "->/dev/video0"}, unasked, free},
		"nobody":            {with(nil), unasked, free},
		"a program":         {with(chat), unasked, held},
		"PipeWire, for one": {with(pipewire), says(videoNodes{camera: true}, nil), held},
		"PipeWire, to see":  {with(pipewire), says(videoNodes{screen: true}, nil), free},
		"PipeWire, unasked": {with(pipewire), says(videoNodes{}, errors.New("no pw-dump")), unknown},
		"no /proc":          {map[string]string{"dev/video0": ""}, unasked, unknown},
	} {
		if got := camera(tree(t, c.files), c.video); got != c.want {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
	for k, v := range pipewire {
		chat[k] = v
	}
	if got := camera(tree(t, with(chat)), unasked); got != held {
		t.Errorf("a program beside PipeWire: got %v, want %v", got, held)
	}
}

func TestOurs(t *testing.T) {
	root := tree(t, map[string]string{
		"proc/self/exe": "->/usr/bin/catcow (deleted)",
		"proc/20/exe":   "->/usr/bin/catcow", "proc/21/exe": "->/usr/bin/catcow (deleted)", "proc/22/exe": "->/usr/bin/player",
	})
	for pid, want := range map[int]bool{os.Getpid(): true, 20: true, 21: true, 22: false, 23: false} {
		if got := ours(root, pid); got != want {
			t.Errorf("process %d: got %v, want %v", pid, got, want)
		}
	}
	if ours(t.TempDir(), 20) {
		t.Error("without /proc a stranger is ours")
	}
}
