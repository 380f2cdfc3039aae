package tray

import (
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// worthCollecting is how much must have been allocated, in bytes, before the collector is worth its ten milliseconds.
const worthCollecting = 2 << 20

// collected is what had been allocated when the collector ran last.
var collected atomic.Uint64

// collect frees what is not used any more, when that may be much.
func collect() {
	allocated := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(allocated)
	if now := allocated[0].Value.Uint64(); now-collected.Load() > worthCollecting {
		collected.Store(now)
		debug.FreeOSMemory()
	}
}
