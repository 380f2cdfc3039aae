package busy

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"unsafe"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

// newProbe asks Windows. It keeps no list of shared screens, and tells of its do-not-disturb only in part.
func newProbe(context.Context) probe {
	return func(r Reason) state {
		switch r {
		case Microphone:
			return deviceUse("microphone")
		case Camera:
			return deviceUse("webcam")
		case FullScreen:
			mode, ok := notificationState()
			if !ok {
				return unknown
			}
			return heldIf((mode == modeBusy || mode == modeDirect3D) && !oursInFront())
		case DoNotDisturb:
			mode, ok := notificationState()
			if ok && (mode == modePresentation || mode == modeQuietTime) {
				return held
			}
		}
		return unknown
	}
}

// listen hears nothing: a look now and then does here.
func listen(context.Context, Reason, func()) {}

// What SHQueryUserNotificationState answers (QUERY_USER_NOTIFICATION_STATE).
const (
	modeBusy         = 2 // a program fills the screen
	modeDirect3D     = 3 // a game does
	modePresentation = 4 // presentation settings are on
	modeQuietTime    = 6 // the first hour after an installation
)

var queryUserNotificationState = windows.NewLazySystemDLL("shell32.dll").NewProc("SHQueryUserNotificationState")

func notificationState() (mode int32, ok bool) {
	if queryUserNotificationState.Find() != nil {
		return 0, false
	}
	result, _, _ := queryUserNotificationState.Call(uintptr(unsafe.Pointer(&mode)))
	return mode, result == 0
}

// oursInFront answers whether the window in use is Catcow's.
func oursInFront() bool {
	var pid uint32
	if _, err := windows.GetWindowThreadProcessId(windows.GetForegroundWindow(), &pid); err != nil {
		return false
	}
	process, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, pid)
	if err != nil {
		return false
	}
	defer windows.CloseHandle(process)
	return strings.EqualFold(imagePath(process), imagePath(windows.CurrentProcess()))
}

func imagePath(process windows.Handle) string {
	path := make([]uint16, windows.MAX_LONG_PATH)
	size := uint32(len(path))
	if err := windows.QueryFullProcessImageName(process, 0, &path[0], &size); err != nil {
		return ""
	}
	return windows.UTF16ToString(path[:size])
}

// deviceUse finds out from what Windows writes down for its privacy settings whether another program uses a device: a
// use that began and has not stopped.
func deviceUse(device string) state {
	const store = `Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\`
	used, err := inUse(store+device, filepath.Base(imagePath(windows.CurrentProcess())))
	if err != nil {
		return unknown
	}
	return heldIf(used)
}

// inUse looks through the programs of a key: store apps below it by name, others below NonPackaged by their path with #
// for \.
func inUse(path, own string) (bool, error) {
	key, err := registry.OpenKey(registry.CURRENT_USER, path, registry.READ)
	if err != nil {
		return false, err
	}
	defer key.Close()
	programs, err := key.ReadSubKeyNames(-1)
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(programs, func(name string) bool {
		if name == "NonPackaged" {
			used, err := inUse(path+`\`+name, own)
			return err == nil && used
		}
		if strings.HasSuffix(strings.ToLower(name), "#"+strings.ToLower(own)) {
			return false
		}
		program, err := registry.OpenKey(key, name, registry.QUERY_VALUE)
		if err != nil {
			return false
		}
		defer program.Close()
		began, _, err := program.GetIntegerValue("LastUsedTimeStart")
		if err != nil || began == 0 {
			return false
		}
		stopped, _, err := program.GetIntegerValue("LastUsedTimeStop")
		return err == nil && stopped == 0
	}), nil
}
