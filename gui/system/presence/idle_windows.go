package presence

import (
	"fmt"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

const system = Windows

var (
	getLastInputInfo = windows.NewLazySystemDLL("user32.dll").NewProc("GetLastInputInfo")
	getTickCount     = windows.NewLazySystemDLL("kernel32.dll").NewProc("GetTickCount")
)

// look is how long ago the last input of this session was. Both clocks are 32 bits of milliseconds and wrap every 49
// days, which their difference does not feel.
func look() (time.Duration, error) {
	info := struct{ size, time uint32 }{size: 8}
	if err := getLastInputInfo.Find(); err != nil {
		return 0, fmt.Errorf("asking Windows for the last input: %w", err)
	}
	if ok, _, err := getLastInputInfo.Call(uintptr(unsafe.Pointer(&info))); ok == 0 {
		return 0, fmt.Errorf("asking Windows for the last input: %w", err)
	}
	now, _, _ := getTickCount.Call()
	return time.Duration(uint32(now)-info.time) * time.Millisecond, nil
}
