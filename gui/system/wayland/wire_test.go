//go:build unix && !darwin

package wayland

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"testing"
)

// TestGoldenRequests compares requests with their bytes as the protocol's description has them, worked out by hand for a
// machine whose low byte comes first.
func TestGoldenRequests(t *testing.T) {
	if binary.NativeEndian.Uint16([]byte{1, 0}) != 1 {
		t.Skip("the bytes are those of a little-endian machine")
	}
	for _, c := range []struct {
		name   string
		object Object
		opcode uint16
		id     Object
		args   []any
		want   []byte
	}{
		{"wl_display.get_registry", 1, 1, 0, []any{Object(2)}, []byte{1, 0, 0, 0, 1, 0, 12, 0, 2, 0, 0, 0}},
		{"wl_registry.bind", 2, 0, 4, []any{uint32(12), "wl_seat", uint32(1), NewID{}}, []byte{
			2, 0, 0, 0, 0, 0, 32, 0, 12, 0, 0, 0, 8, 0, 0, 0, 'w', 'l', '_', 's', 'e', 'a', 't', 0, 1, 0, 0, 0, 4, 0, 0, 0}},
		{"a text that fills its words with the zero", 3, 2, 0, []any{"abc"}, []byte{3, 0, 0, 0, 2, 0, 16, 0, 4, 0, 0, 0, 'a', 'b', 'c', 0}},
		{"a text that needs another word for it", 3, 2, 0, []any{"abcd"}, []byte{
			3, 0, 0, 0, 2, 0, 20, 0, 5, 0, 0, 0, 'a', 'b', 'c', 'd', 0, 0, 0, 0}},
		{"ext_idle_notifier_v1.get_idle_notification", 5, 1, 7, []any{NewID{}, uint32(300000), Object(6)}, []byte{
			5, 0, 0, 0, 1, 0, 20, 0, 7, 0, 0, 0, 0xe0, 0x93, 4, 0, 6, 0, 0, 0}},
	} {
		got, err := encode(c.object, c.opcode, c.id, c.args)
		if err != nil || !bytes.Equal(got, c.want) {
			t.Errorf("%s:\n got %v %v\nwant %v", c.name, got, err, c.want)
		}
	}
}

// FuzzEvents reads whatever a compositor may send, taking every kind of argument in turn.
func FuzzEvents(f *testing.F) {
	seat, _ := encode(2, 0, 0, []any{uint32(1), "wl_seat", uint32(7)})
	free, _ := encode(1, 1, 0, []any{uint32(3)})
	f.Add(append(seat, free...))
	f.Add([]byte{3, 0, 0, 0, 0, 0, 12, 0, 0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, data []byte) {
		c := &Conn{in: bufio.NewReader(bytes.NewReader(data)), next: 6}
		taken := 0
		take := func(_ uint16, args *Args) {
			for len(args.rest) > 0 {
				switch taken++; taken % 3 {
				case 0:
					args.Text()
				case 1:
					args.Uints()
				case 2:
					args.Uint()
				}
			}
		}
		c.handlers = map[Object]Handler{registry: c.onRegistry, 3: take, 4: take, 5: take}
		for c.dispatch() == nil {
		}
		if len(c.free) > 3 {
			t.Errorf("%v are free, of 3, 4 and 5", c.free)
		}
	})
}
