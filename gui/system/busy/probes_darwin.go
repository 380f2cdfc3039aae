package busy

import (
	"context"
	"slices"
	"unsafe"

	"github.com/ebitengine/purego"
)

// newProbe asks macOS what it tells without a permission: whether the microphone and the cameras run.
func newProbe(context.Context) probe {
	return func(r Reason) state {
		switch r {
		case Microphone:
			return microphone()
		case Camera:
			return camera()
		}
		return unknown
	}
}

// listen hears nothing: a look now and then does here.
func listen(context.Context, Reason, func()) {}

// address is AudioObjectPropertyAddress, and CMIOObjectPropertyAddress too.
type address struct{ selector, scope, element uint32 }

// Selectors and scopes of CoreAudio and CoreMediaIO are four letters (AudioHardware.h, CMIOHardwareSystem.h).
const (
	system        = 1          // the object that knows the others
	defaultInput  = 0x64496e20 // 'dIn '
	devices       = 0x64657623 // 'dev#'
	runsSomewhere = 0x676f6e65 // 'gone': in use by any program
	streams       = 0x73746d23 // 'stm#'
	anywhere      = 0x676c6f62 // 'glob'
	output        = 0x6f757470 // 'outp'
)

// library is a framework that answers questions about its objects.
type library struct {
	size func(object uint32, what *address, qualifiers uint32, qualifier unsafe.Pointer, size *uint32) int32
	data func(object uint32, what *address, size uint32, into unsafe.Pointer) int32
}

// microphone asks about the microphone in use. A headset that also plays may run for its sound alone, which does not
// tell.
func microphone() state {
	lib, err := purego.Dlopen("/System/Library/Frameworks/CoreAudio.framework/CoreAudio", purego.RTLD_LAZY|purego.RTLD_GLOBAL)
	if err != nil {
		return unknown
	}
	var audio library
	purego.RegisterLibFunc(&audio.size, lib, "AudioObjectGetPropertyDataSize")
	var get func(object uint32, what *address, qualifiers uint32, qualifier unsafe.Pointer, size *uint32, into unsafe.Pointer) int32
	purego.RegisterLibFunc(&get, lib, "AudioObjectGetPropertyData")
	audio.data = func(object uint32, what *address, size uint32, into unsafe.Pointer) int32 {
		return get(object, what, 0, nil, &size, into)
	}
	device, ok := audio.number(system, defaultInput)
	if !ok {
		return unknown
	}
	if device == 0 {
		return free // there is none
	}
	runs, ok := audio.number(device, runsSomewhere)
	var plays uint32
	switch {
	case !ok:
		return unknown
	case runs == 0:
		return free
	case audio.size(device, &address{streams, output, 0}, 0, nil, &plays) == 0 && plays > 0:
		return unknown
	}
	return held
}

// camera asks about each camera.
func camera() state {
	lib, err := purego.Dlopen("/System/Library/Frameworks/CoreMediaIO.framework/CoreMediaIO", purego.RTLD_LAZY|purego.RTLD_GLOBAL)
	if err != nil {
		return unknown
	}
	var video library
	purego.RegisterLibFunc(&video.size, lib, "CMIOObjectGetPropertyDataSize")
	var get func(object uint32, what *address, qualifiers uint32, qualifier unsafe.Pointer, size uint32, used *uint32, into unsafe.Pointer) int32
	purego.RegisterLibFunc(&get, lib, "CMIOObjectGetPropertyData")
	video.data = func(object uint32, what *address, size uint32, into unsafe.Pointer) int32 {
		var used uint32
		return get(object, what, 0, nil, size, &used, into)
	}
	all := address{devices, anywhere, 0}
	var size uint32
	if video.size(system, &all, 0, nil, &size) != 0 {
		return unknown
	}
	cameras := make([]uint32, size/4)
	if len(cameras) == 0 {
		return free
	}
	if video.data(system, &all, size/4*4, unsafe.Pointer(&cameras[0])) != 0 {
		return unknown
	}
	return heldIf(slices.ContainsFunc(cameras, func(c uint32) bool {
		runs, ok := video.number(c, runsSomewhere)
		return ok && runs != 0
	}))
}

// number reads a property of an object that is one number.
func (l library) number(object, selector uint32) (n uint32, ok bool) {
	status := l.data(object, &address{selector, anywhere, 0}, 4, unsafe.Pointer(&n))
	return n, status == 0
}
