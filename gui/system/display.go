package system

import "errors"

// ErrNoDisplay says that no display is named in the environment.
var ErrNoDisplay = errors.New("neither DISPLAY nor WAYLAND_DISPLAY is set")
