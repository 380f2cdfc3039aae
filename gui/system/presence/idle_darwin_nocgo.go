//go:build darwin && !cgo

package presence

import (
	"errors"
	"time"
)

const system = MacOS

// look fails: macOS tells only programs that are linked with its libraries.
func look() (time.Duration, error) { return 0, errors.New("this Catcow was built without cgo") }
