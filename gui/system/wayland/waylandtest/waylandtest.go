//go:build unix && !darwin

// Package waylandtest is a compositor for tests: it says what it is told to and shows what it is asked.
//
// In go the globals to offer and the events to send; out come the requests. By itself it does what every compositor
// does: it lists the globals, answers a sync, and gives numbers free.
package waylandtest

import (
	"encoding/binary"
	"io"
	"net"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// patience is how long a request may take to come; a busy machine gets plenty.
const patience = 20 * time.Second

// Global is something to offer. Its name is its place in the list, from 1 on.
type Global struct {
	Interface string
	Version   uint32
}

// Request is what a client asked, but for what the compositor answers by itself.
type Request struct {
	Object uint32
	Opcode uint16
	Words  []uint32 // its arguments
}

// Compositor is a running one. Its methods may be called from anywhere.
type Compositor struct {
	t        *testing.T
	listener net.Listener
	globals  []Global
	requests chan Request

	mu   sync.Mutex
	conn net.Conn // of the last client
}

// Listen begins a compositor and names it in WAYLAND_DISPLAY. It ends with the test.
func Listen(t *testing.T, globals ...Global) *Compositor {
	t.Helper()
	path := filepath.Join(t.TempDir(), "wayland-test")
	listener, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("WAYLAND_DISPLAY", path)
	c := &Compositor{t: t, listener: listener, globals: globals, requests: make(chan Request, 256)}
	var all sync.WaitGroup
	all.Go(func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			c.mu.Lock()
			c.conn = conn
			c.mu.Unlock()
			all.Go(func() { c.serve(conn) })
		}
	})
	t.Cleanup(func() {
		listener.Close()
		c.Drop()
		all.Wait()
	})
	return c
}

// Next waits for a request.
func (c *Compositor) Next() Request {
	c.t.Helper()
	select {
	case r := <-c.requests:
		return r
	case <-time.After(patience):
		c.t.Fatal("the compositor waits in vain for a request")
		return Request{}
	}
}

// Send makes an event. Arguments are uint32, string and []uint32.
func (c *Compositor) Send(object uint32, opcode uint16, args ...any) {
	order := binary.NativeEndian
	msg := order.AppendUint32(nil, object)
	msg = order.AppendUint32(msg, 0)
	for _, arg := range args {
		switch v := arg.(type) {
		case uint32:
			msg = order.AppendUint32(msg, v)
		case string:
			msg = order.AppendUint32(msg, uint32(len(v)+1))
			msg = append(append(msg, v...), make([]byte, 4-len(v)%4)...)
		case []uint32:
			msg = order.AppendUint32(msg, uint32(4*len(v)))
			for _, word := range v {
				msg = order.AppendUint32(msg, word)
			}
		default:
			c.t.Errorf("an event cannot carry a %T", arg)
		}
	}
	order.PutUint32(msg[4:], uint32(len(msg))<<16|uint32(opcode))
	c.Raw(msg)
}

// Raw sends bytes as they are.
func (c *Compositor) Raw(msg []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	_, _ = c.conn.Write(msg) // a client that is gone hears nothing
}

// Drop closes the last client's connection, as a crash does.
func (c *Compositor) Drop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.conn != nil {
		c.conn.Close()
	}
}

func (c *Compositor) serve(conn net.Conn) {
	const display, sync, getRegistry, deleteID = 1, 0, 1, 1
	order := binary.NativeEndian
	for {
		var head [8]byte
		if _, err := io.ReadFull(conn, head[:]); err != nil {
			return
		}
		word := order.Uint32(head[4:])
		body := make([]byte, word>>16-8)
		if _, err := io.ReadFull(conn, body); err != nil {
			return
		}
		r := Request{Object: order.Uint32(head[:]), Opcode: uint16(word)}
		for ; len(body) > 0; body = body[4:] {
			r.Words = append(r.Words, order.Uint32(body))
		}
		switch {
		case r.Object == display && r.Opcode == getRegistry:
			for i, g := range c.globals {
				c.Send(r.Words[0], 0, uint32(i+1), g.Interface, g.Version)
			}
		case r.Object == display && r.Opcode == sync:
			c.Send(r.Words[0], 0, uint32(0))
			c.Send(display, deleteID, r.Words[0])
		default:
			c.requests <- r
		}
	}
}
