//go:build cgo

package presence

/*
#cgo LDFLAGS: -framework ApplicationServices
#include <ApplicationServices/ApplicationServices.h>

static double sinceInput(void) {
	return CGEventSourceSecondsSinceLastEventType(kCGEventSourceStateHIDSystemState, kCGAnyInputEventType);
}
*/
import "C"

import "time"

const system = MacOS

// look is how long ago the last input was.
func look() (time.Duration, error) {
	return time.Duration(float64(C.sinceInput()) * float64(time.Second)), nil
}
