//go:build unix && !darwin

package presence

import (
	"bytes"
	"testing"

	"github.com/jezek/xgb"
)

// TestGoldenSync compares requests with the bytes that syncproto.h lays out, low byte first as xgb speaks.
func TestGoldenSync(t *testing.T) {
	const major = 134
	for _, c := range []struct {
		name      string
		got, want []byte
	}{
		{"Initialize", initializeRequest(major), []byte{134, 0, 2, 0, 3, 1, 0, 0}},
		{"ListSystemCounters", request(major, syncListCounters), []byte{134, 1, 1, 0}},
		{"QueryCounter", request(major, syncQueryCounter, 0x3f), []byte{134, 5, 2, 0, 0x3f, 0, 0, 0}},
		{"DestroyAlarm", request(major, syncDestroyAlarm, 0x200001), []byte{134, 11, 2, 0, 1, 0, 0x20, 0}},
		{"CreateAlarm", alarmRequest(major, 0x200001, 0x3f, 5<<32|300000, syncFalling), []byte{
			134, 8, 11, 0,
			1, 0, 0x20, 0, // alarm
			0x3f, 0, 0, 0, // counter, value type, value, test type, delta and events are given
			0x3f, 0, 0, 0, // counter
			0, 0, 0, 0, // absolute
			5, 0, 0, 0, 0xe0, 0x93, 4, 0, // value, high half first
			1, 0, 0, 0, // negative transition
			0, 0, 0, 0, 0, 0, 0, 0, // delta
			1, 0, 0, 0, // events
		}},
	} {
		if !bytes.Equal(c.got, c.want) {
			t.Errorf("%s:\n got %v\nwant %v", c.name, c.got, c.want)
		}
	}
}

// counters is an answer to ListSystemCounters as Xvfb gives it.
var counters = append(append([]byte{
	1, 0, 4, 0, 13, 0, 0, 0, 2, 0, 0, 0, 31: 0},
	0x3e, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 10, 0, 'S', 'E', 'R', 'V', 'E', 'R', 'T', 'I', 'M', 'E'),
	0x3f, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 8, 0, 'I', 'D', 'L', 'E', 'T', 'I', 'M', 'E', 0, 0)

func TestIdleCounter(t *testing.T) {
	if got, err := idleCounter(counters); err != nil || got != 0x3f {
		t.Errorf("got %#x, %v", got, err)
	}
	for n := range len(counters) - 2 { // but for the padding
		if got, err := idleCounter(counters[:n]); err == nil {
			t.Errorf("%d bytes of it gave %#x", n, got)
		}
	}
}

func FuzzIdleCounter(f *testing.F) {
	f.Add(counters)
	f.Fuzz(func(t *testing.T, reply []byte) {
		if got, err := idleCounter(reply); err == nil && !bytes.Contains(reply, []byte(syncIdleCounter)) {
			t.Errorf("found %#x without its name", got)
		}
	})
}

func TestAlarmNotify(t *testing.T) {
	event := make(rawEvent, 32)
	copy(event, []byte{84, 1, 9, 0, 1, 0, 0x20, 0, 0, 0, 0, 0, 0xe2, 0x93, 4, 0, 0, 0, 0, 0, 0xe0, 0x93, 4, 0, 7, 0, 0, 0})
	alarm, value, ok := alarmNotify(83, event)
	if !ok || alarm != 0x200001 || value != 300002 {
		t.Errorf("got alarm %#x at %d, %v", alarm, value, ok)
	}
	if _, _, ok := alarmNotify(84, event); ok {
		t.Error("a counter's event is taken for an alarm's")
	}
	if _, _, ok := alarmNotify(83, nil); ok {
		t.Error("no event is taken for an alarm's")
	}
	xgb.Put32(event[8:], 1<<31) // less than nothing
	if _, value, _ := alarmNotify(83, event); milliseconds(value) != 0 {
		t.Errorf("idle for %v", milliseconds(value))
	}
	xgb.Put32(event[8:], 1<<31-1)
	if _, value, _ := alarmNotify(83, event); milliseconds(value) < 0 {
		t.Errorf("idle for %v", milliseconds(value))
	}
}

// TestExtensionsAreHeard checks that xgb drops nothing of an extension, whatever number the server gave it.
func TestExtensionsAreHeard(t *testing.T) {
	for n := 64; n < 128; n++ {
		if event := xgb.NewEventFuncs[n](make([]byte, 32)); event == nil {
			t.Errorf("event %d", n)
		}
	}
	for n := 128; n < 256; n++ {
		buf := make([]byte, 32)
		buf[1], buf[2], buf[4] = byte(n), 7, 9
		if err := xgb.NewErrorFuncs[n](buf); err.SequenceId() != 7 || err.BadId() != 9 || err.Error() == "" {
			t.Errorf("error %d: %v", n, err)
		}
	}
}
