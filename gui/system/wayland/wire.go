//go:build unix && !darwin

package wayland

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// A message is the object's number, its own length and opcode in one word, and the arguments, each a multiple of four
// bytes, in the machine's byte order (Wayland protocol, "Wire Format").
const (
	headLength = 8
	maxLength  = 4096 // of a message; what the compositors' library accepts and sends
)

var errShort = errors.New("a message is shorter than its arguments")

// NewID stands among the arguments of Create for the new object's number.
type NewID struct{}

func encode(o Object, opcode uint16, id Object, args []any) ([]byte, error) {
	order := binary.NativeEndian
	msg := order.AppendUint32(make([]byte, 0, 64), uint32(o))
	msg = order.AppendUint32(msg, 0)
	for _, arg := range args {
		switch v := arg.(type) {
		case uint32:
			msg = order.AppendUint32(msg, v)
		case int32:
			msg = order.AppendUint32(msg, uint32(v))
		case Object:
			msg = order.AppendUint32(msg, uint32(v))
		case NewID:
			msg = order.AppendUint32(msg, uint32(id))
		case string: // its length counts the zero byte at its end
			msg = order.AppendUint32(msg, uint32(len(v)+1))
			msg = append(append(msg, v...), make([]byte, pad(len(v)+1)-len(v))...)
		default:
			return nil, fmt.Errorf("a Wayland request cannot carry a %T", arg)
		}
	}
	if len(msg) > maxLength {
		return nil, fmt.Errorf("a Wayland request of %d bytes is too long", len(msg))
	}
	order.PutUint32(msg[4:], uint32(len(msg))<<16|uint32(opcode))
	return msg, nil
}

// read reads one event. Its arguments are valid until the next one.
func (c *Conn) read() (o Object, opcode uint16, args *Args, err error) {
	order := binary.NativeEndian
	var head [headLength]byte
	if _, err := io.ReadFull(c.in, head[:]); err != nil {
		return 0, 0, nil, err
	}
	o = Object(order.Uint32(head[:]))
	word := order.Uint32(head[4:])
	n := int(word >> 16)
	if n < headLength || n%4 != 0 {
		return 0, 0, nil, fmt.Errorf("a message says it is %d bytes long", n)
	}
	if n -= headLength; cap(c.buf) < n {
		c.buf = make([]byte, n)
	}
	c.buf = c.buf[:n]
	if _, err := io.ReadFull(c.in, c.buf); err != nil {
		return 0, 0, nil, err
	}
	return o, uint16(word), &Args{rest: c.buf}, nil
}

// Args are the arguments of an event, taken one after the other in the order the protocol names them. What is not
// there reads as zero, and ends the connection after the handler.
type Args struct {
	rest []byte
	err  error
}

// Uint takes a number or an enumeration, and the number of an object.
func (a *Args) Uint() uint32 {
	if len(a.rest) < 4 {
		a.rest, a.err = nil, errShort
		return 0
	}
	v := binary.NativeEndian.Uint32(a.rest)
	a.rest = a.rest[4:]
	return v
}

// Int takes a signed number.
func (a *Args) Int() int32 { return int32(a.Uint()) }

// Object takes the number of an object.
func (a *Args) Object() Object { return Object(a.Uint()) }

// Text takes a text, without the zero byte at its end.
func (a *Args) Text() string {
	text, _, _ := bytes.Cut(a.bytes(), []byte{0})
	return string(text)
}

// Uints takes an array of numbers.
func (a *Args) Uints() []uint32 {
	data := a.bytes()
	out := make([]uint32, 0, len(data)/4)
	for ; len(data) >= 4; data = data[4:] {
		out = append(out, binary.NativeEndian.Uint32(data))
	}
	return out
}

// bytes takes a length and as many bytes.
func (a *Args) bytes() []byte {
	n := int64(a.Uint())
	if pad64 := (n + 3) &^ 3; pad64 > int64(len(a.rest)) {
		a.rest, a.err = nil, errShort
		return nil
	}
	data := a.rest[:n]
	a.rest = a.rest[pad(int(n)):]
	return data
}

func pad(n int) int { return (n + 3) &^ 3 }
