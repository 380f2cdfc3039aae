//go:build unix && !darwin

package busy

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// node is one object as pw-dump prints it.
func node(state, props string) string {
	return `{"id": 51, "type": "PipeWire:Interface:Node", "version": 3, "permissions": ["r", "w"], "info": {
		"max-input-ports": 0, "change-mask": ["input-ports"], "n-input-ports": 0, "state": "` + state + `", "error": null,
		"props": {"client.id": 44, "node.name": "x", "stream.is-live": true, ` + props + `},
		"params": {"EnumFormat": [{"mediaType": "video", "size": {"default": {"width": 640}}}], "Props": [{}]}}}`
}

func TestReadNodes(t *testing.T) {
	const (
		webcam    = `"media.class": "Video/Source", "media.role": "Camera", "device.api": "v4l2"`
		libcamera = `"media.class": "Video/Source", "device.api": "libcamera"`
		virtual   = `"media.class": "Video/Source", "media.role": "Camera"`
		cast      = `"media.class": "Stream/Output/Video", "media.name": "meta-screen-cast-src"`
		wlroots   = `"media.class": "Video/Source", "media.name": "xdg-desktop-portal-wlr"`
		viewer    = `"media.class": "Stream/Input/Video"`
		odd       = `"media.class": 7, "media.role": ["Camera"], "device.api": null`
	)
	const others = `{"id": 0, "type": "PipeWire:Interface:Core", "info": {"cookie": 1, "props": {"core.name": "pipewire-0"}}},
		{"id": 9, "type": "PipeWire:Interface:Metadata", "metadata": [{"subject": 0, "key": "clock.rate", "value": 48000}]},
		{"id": 12, "info": null}, {"id": 60, "type": "PipeWire:Interface:Link", "info": {"state": "active", "props": {}}}`
	for name, c := range map[string]struct {
		nodes []string
		want  videoNodes
	}{
		"nothing":           {nil, videoNodes{}},
		"a camera at rest":  {[]string{node("suspended", webcam)}, videoNodes{}},
		"a camera":          {[]string{node("running", webcam)}, videoNodes{camera: true}},
		"a newer camera":    {[]string{node("running", libcamera)}, videoNodes{camera: true}},
		"a virtual camera":  {[]string{node("running", virtual)}, videoNodes{camera: true}},
		"a screen, offered": {[]string{node("idle", cast), node("paused", wlroots)}, videoNodes{}},
		"a screen":          {[]string{node("running", cast), node("running", viewer)}, videoNodes{screen: true}},
		"a wlroots screen":  {[]string{node("running", wlroots)}, videoNodes{screen: true}},
		"only a viewer":     {[]string{node("running", viewer)}, videoNodes{}},
		"odd":               {[]string{node("running", odd)}, videoNodes{}},
		"both":              {[]string{node("running", webcam), node("running", cast)}, videoNodes{camera: true, screen: true}},
	} {
		got, err := readNodes(strings.NewReader("[" + strings.Join(append(c.nodes, others), ",") + "]"))
		if err != nil || got != c.want {
			t.Errorf("%s: got %+v, %v, want %+v", name, got, err, c.want)
		}
	}
	for _, bad := range []string{"", "[", "{}", `[{"info": 3}]`, "can't connect"} {
		if got, err := readNodes(strings.NewReader(bad)); err == nil || got != (videoNodes{}) {
			t.Errorf("%q: got %+v, %v, want an error", bad, got, err)
		}
	}
}

func FuzzReadNodes(f *testing.F) {
	f.Add("[" + node("running", `"media.class": "Video/Source"`) + "]")
	f.Add(`[{"info":{"props":{}}}]`)
	f.Fuzz(func(t *testing.T, text string) {
		if got, err := readNodes(strings.NewReader(text)); err != nil && got != (videoNodes{}) {
			t.Errorf("found %+v in what cannot be read: %v", got, err)
		}
	})
}

func TestSharing(t *testing.T) {
	fails := errors.New("no PipeWire")
	for _, c := range []struct {
		wayland string
		nodes   videoNodes
		err     error
		want    state
	}{
		{"", videoNodes{}, nil, unknown}, // any program may read an X11 screen
		{"", videoNodes{screen: true}, nil, held},
		{"", videoNodes{}, fails, unknown},
		{"wayland-1", videoNodes{camera: true}, nil, free},
		{"wayland-1", videoNodes{screen: true}, nil, held},
		{"wayland-1", videoNodes{}, fails, unknown},
	} {
		t.Setenv("WAYLAND_DISPLAY", c.wayland)
		if got := sharing(func() (videoNodes, error) { return c.nodes, c.err }); got != c.want {
			t.Errorf("%+v: got %v", c, got)
		}
	}
}

// pwDump puts a script in pw-dump's place, and a socket where PipeWire would have one.
func pwDump(t *testing.T, script string) {
	dir := t.TempDir()
	t.Setenv("XDG_RUNTIME_DIR", dir)
	t.Setenv("PIPEWIRE_RUNTIME_DIR", "")
	t.Setenv("PIPEWIRE_REMOTE", "")
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	for name, text := range map[string]string{"pipewire-0": "", "pw-dump": "#!/bin/sh\n" + script} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o700); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAskPipeWire(t *testing.T) {
	const running = "echo '" + `[{"info": {"state": "running", "props": {"media.class": "Stream/Output/Video"}}}]` + "'\n"
	pwDump(t, running)
	if got, err := askPipeWire(t.Context()); err != nil || !got.screen {
		t.Errorf("got %+v, %v, want a screen", got, err)
	}
	pwDump(t, running+"exit 1\n")
	if _, err := askPipeWire(t.Context()); err == nil {
		t.Error("a tool that fails gave no error")
	}
	pwDump(t, "echo \"can't connect\"\nexec sleep 60\n")
	began := time.Now()
	if _, err := askPipeWire(t.Context()); err == nil || time.Since(began) > 30*time.Second {
		t.Errorf("nonsense: got %v after %v", err, time.Since(began))
	}
	pwDump(t, "exec sleep 60\n")
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := askPipeWire(ctx); err == nil || time.Since(began) > 30*time.Second {
		t.Errorf("a tool that hangs: got %v after %v", err, time.Since(began))
	}
	pwDump(t, "")
	t.Setenv("PIPEWIRE_REMOTE", "pipewire-7")
	if _, err := askPipeWire(t.Context()); !errors.Is(err, errNoPipeWire) {
		t.Errorf("without PipeWire: got %v", err)
	}
}

func TestToplevelsFilled(t *testing.T) {
	both := []uint32{0, stateActivated, stateFullScreen}
	for name, c := range map[string]struct {
		windows toplevels
		want    bool
	}{
		"none":         {nil, false},
		"in use":       {toplevels{1: {"foot", []uint32{stateActivated}}}, false},
		"not in use":   {toplevels{1: {"mpv", []uint32{stateFullScreen}}, 2: {"foot", []uint32{stateActivated}}}, false},
		"full":         {toplevels{1: {"foot", nil}, 2: {"mpv", both}}, true},
		"Catcow":       {toplevels{2: {"io.github.catcow.Catcow", both}}, false},
		"Catcow's X11": {toplevels{2: {"Catcow", both}}, false},
		"without name": {toplevels{2: {"", both}}, true},
	} {
		if got := c.windows.filled(); got != c.want {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
}
