//go:build unix && !darwin

package presence

import (
	"errors"
	"fmt"
	"io"

	"github.com/jezek/xgb"
)

// The requests of the X Synchronization Extension (version 3.1) that an alarm needs; xgb has no package for it.
const (
	syncName = "SYNC"

	syncInitialize   = 0
	syncListCounters = 1
	syncQueryCounter = 5
	syncCreateAlarm  = 8
	syncDestroyAlarm = 11

	syncAlarmNotify = 1 // from the extension's first event on

	syncIdleCounter = "IDLETIME" // milliseconds since the last input

	syncRising  = 0 // PositiveTransition: from below the value to it or above
	syncFalling = 1 // NegativeTransition: from above the value to it or below

	// counter, value type, value, test type, delta and events are given.
	syncAlarmMask = 1<<0 | 1<<1 | 1<<2 | 1<<3 | 1<<4 | 1<<5
)

// The events and errors of extensions as xgb hands them on. They are registered for every number an extension may get,
// and before any connection is there: its tables have no lock, and whoever reads them meanwhile would stumble.
func init() {
	for n := 64; n < 128; n++ {
		xgb.NewEventFuncs[n] = func(buf []byte) xgb.Event { return rawEvent(buf) }
	}
	for n := 128; n < 256; n++ {
		xgb.NewErrorFuncs[n] = func(buf []byte) xgb.Error { return rawError(buf) }
	}
	xgb.Logger.SetOutput(io.Discard) // what it would write is an error here too
}

type rawEvent []byte

func (e rawEvent) Bytes() []byte  { return e }
func (e rawEvent) String() string { return fmt.Sprintf("event %d of an extension", e[0]&127) }

type rawError []byte

func (e rawError) SequenceId() uint16 { return xgb.Get16(e[2:]) }
func (e rawError) BadId() uint32      { return xgb.Get32(e[4:]) }
func (e rawError) Error() string      { return fmt.Sprintf("the X server answers error %d", e[1]) }

// request is an extension's request: its opcodes, its length in words and its arguments, each 32 bits.
func request(major, minor byte, args ...uint32) []byte {
	buf := make([]byte, 4+4*len(args))
	buf[0], buf[1] = major, minor
	xgb.Put16(buf[2:], uint16(1+len(args)))
	for i, arg := range args {
		xgb.Put32(buf[4+4*i:], arg)
	}
	return buf
}

// initializeRequest says which version is spoken, as two bytes in the first word.
func initializeRequest(major byte) []byte { return request(major, syncInitialize, 3|1<<8) }

// alarmRequest asks for an event whenever the counter passes the value in the direction given: an alarm of a
// transition with no delta stays set.
func alarmRequest(major byte, alarm, counter uint32, value int64, direction uint32) []byte {
	const absolute, events = 0, 1
	return request(major, syncCreateAlarm, alarm, syncAlarmMask,
		counter, absolute, uint32(value>>32), uint32(value), direction, 0, 0, events)
}

// idleCounter finds the counter of idle time in the answer to syncListCounters.
func idleCounter(reply []byte) (uint32, error) {
	const head, fixed = 32, 14 // a counter is its number, 8 bytes of resolution, and its name with the length before it
	if len(reply) < head {
		return 0, errors.New("the X server's list of counters is torn")
	}
	rest := reply[head:]
	for range xgb.Get32(reply[8:]) {
		if len(rest) < fixed {
			break
		}
		n := int(xgb.Get16(rest[12:]))
		size := xgb.Pad(fixed + n)
		if len(rest) < size {
			break
		}
		if string(rest[fixed:fixed+n]) == syncIdleCounter {
			return xgb.Get32(rest), nil
		}
		rest = rest[size:]
	}
	return 0, errors.New("the X server does not count idle time")
}

// int64At reads a number of the extension, high half first.
func int64At(buf []byte) int64 { return int64(xgb.Get32(buf))<<32 | int64(xgb.Get32(buf[4:])) }

// alarmNotify takes an event apart: which alarm, and what the counter showed.
func alarmNotify(firstEvent byte, event rawEvent) (alarm uint32, value int64, ok bool) {
	if len(event) < 32 || event[0]&127 != firstEvent+syncAlarmNotify {
		return 0, 0, false
	}
	return xgb.Get32(event[4:]), int64At(event[8:]), true
}
