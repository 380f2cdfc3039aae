//go:build unix && !darwin

package busy

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

// videoNodes is which pictures flow through PipeWire.
type videoNodes struct {
	camera bool // from a camera to a program
	screen bool // from the screen to a program
}

var errNoPipeWire = errors.New("PipeWire does not run")

// askPipeWire asks PipeWire through its own tool, pw-dump. It comes with PipeWire nearly everywhere.
func askPipeWire(ctx context.Context) (videoNodes, error) {
	if !pipeWireRuns() {
		return videoNodes{}, errNoPipeWire
	}
	cmd := exec.CommandContext(ctx, "pw-dump")
	cmd.WaitDelay = lookTime
	out, err := cmd.StdoutPipe()
	if err != nil {
		return videoNodes{}, fmt.Errorf("asking PipeWire: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return videoNodes{}, fmt.Errorf("asking PipeWire: %w", err)
	}
	nodes, err := readNodes(out)
	if err != nil {
		_ = cmd.Process.Kill() // else it may wait for a reader
	}
	return nodes, errors.Join(err, cmd.Wait())
}

// pipeWireRuns answers whether there is a PipeWire to connect to.
func pipeWireRuns() bool {
	remote := os.Getenv("PIPEWIRE_REMOTE")
	if remote == "" {
		remote = "pipewire-0"
	}
	if !filepath.IsAbs(remote) {
		dir := os.Getenv("PIPEWIRE_RUNTIME_DIR")
		if dir == "" {
			dir = os.Getenv("XDG_RUNTIME_DIR")
		}
		if dir == "" {
			return false
		}
		remote = filepath.Join(dir, remote)
	}
	_, err := os.Stat(remote)
	return err == nil
}

// readNodes reads what pw-dump prints: an array of all that PipeWire knows. A node that runs has someone at its other
// end; a screen that is only ready to be shared does not.
func readNodes(r io.Reader) (videoNodes, error) {
	var objects []struct {
		Info *struct {
			State string `json:"state"`
			Props struct {
				Class any `json:"media.class"`
				Role  any `json:"media.role"`
				API   any `json:"device.api"`
			} `json:"props"`
		} `json:"info"`
	}
	if err := json.NewDecoder(io.LimitReader(r, 32<<20)).Decode(&objects); err != nil {
		return videoNodes{}, fmt.Errorf("reading what PipeWire answers: %w", err)
	}
	var found videoNodes
	for _, o := range objects {
		if o.Info == nil || o.Info.State != "running" {
			continue
		}
		p := o.Info.Props
		if p.Class != "Video/Source" && p.Class != "Stream/Output/Video" {
			continue
		}
		if p.Role == "Camera" || p.API == "v4l2" || p.API == "libcamera" {
			found.camera = true
		} else {
			found.screen = true
		}
	}
	return found, nil
}
