//go:build unix && !darwin

package busy

import (
	"context"
	"sync"

	"catcow/gui/system/wayland"
)

// newProbe asks the services of a Linux or BSD desktop.
func newProbe(ctx context.Context) probe {
	video := sync.OnceValues(func() (videoNodes, error) { return askPipeWire(ctx) }) // two reasons need it
	return func(r Reason) state {
		switch r {
		case Microphone:
			return microphone(ctx)
		case Camera:
			return camera("/", video)
		case Sharing:
			return sharing(video)
		case FullScreen:
			return fullScreen(ctx)
		case DoNotDisturb:
			return doNotDisturb(ctx)
		}
		return unknown
	}
}

// listen hears the events of a Linux or BSD desktop. Shared screens have none.
func listen(ctx context.Context, r Reason, changed func()) {
	switch r {
	case Microphone:
		listenPulse(ctx, changed)
	case Camera:
		listenCameras(ctx, "/dev", changed)
	case FullScreen:
		listenWindows(ctx, changed)
	case DoNotDisturb:
		listenBus(ctx, changed)
	}
}

func microphone(ctx context.Context) state {
	if s := askPulse(ctx); s != unknown {
		return s
	}
	return capturing("/")
}

// camera finds out who has a camera open. PipeWire opens one for others, so only it can say whether it does.
func camera(root string, video func() (videoNodes, error)) state {
	switch whoHasCamera(root) {
	case someone:
		return held
	case nobody:
		return free
	case onlyPipeWire:
		if nodes, err := video(); err == nil {
			return heldIf(nodes.camera)
		}
	}
	return unknown
}

// sharing asks PipeWire, which is how screens are shared on Wayland. On X11 any program can read the screen without
// it, so not having been asked says nothing.
func sharing(video func() (videoNodes, error)) state {
	nodes, err := video()
	if err == nil && nodes.screen {
		return held
	}
	if err == nil && wayland.Socket() != "" {
		return free
	}
	return unknown
}

// fullScreen asks the compositor. On Wayland X11 knows only the programs that still use it.
func fullScreen(ctx context.Context) state {
	if wayland.Socket() == "" {
		return askX11(ctx)
	}
	s := askWayland(ctx)
	if s == unknown && askX11(ctx) == held {
		return held
	}
	return s
}

func listenWindows(ctx context.Context, changed func()) {
	if wayland.Socket() == "" || !listenWayland(ctx, changed) {
		listenX11(ctx, changed)
	}
}
