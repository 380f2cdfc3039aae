//go:build unix && !darwin

// Package wayland is a client of a Wayland compositor for those who only listen: no windows, no pictures, no file
// descriptors.
//
// In go requests as an object, an opcode and arguments, numbered as the protocols' XML files have them; out come events,
// handed to the object's Handler by whoever calls Run. Dial already knows what the compositor offers:
//
//	conn, err := wayland.Dial(ctx)
//	manager, ok := conn.Find("zwlr_foreign_toplevel_manager_v1")
//	_, err = conn.Bind(manager, 3, onEvent)
//	err = conn.Run()
package wayland

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

// The objects and opcodes of the core protocol (wayland.xml) that every client needs.
const (
	display  Object = 1
	registry Object = 2

	displaySync        = 0
	displayGetRegistry = 1
	displayError       = 0
	displayDeleteID    = 1
	registryBind       = 0
	registryGlobal     = 0
	registryGone       = 1
)

// dialTime is how long a compositor may take to say what it offers. One that is being restarted keeps its socket and
// answers when it is back.
const dialTime = 30 * time.Second

// writeTime is how long a compositor may leave requests unread.
const writeTime = 5 * time.Second

// Object is the number of something both sides know. Those from 0xff000000 on were made by the compositor.
type Object uint32

// Handler is given an object's events. It runs on Run's goroutine and may send requests.
type Handler func(opcode uint16, args *Args)

// Global is something the compositor offers.
type Global struct {
	Name      uint32 // its number, which Bind uses
	Interface string
	Version   uint32 // the newest the compositor speaks
}

// Conn is a connection to a compositor. Its methods may be called from anywhere; Run only once.
type Conn struct {
	net  *net.UnixConn
	in   *bufio.Reader
	buf  []byte      // of the message being read
	stop func() bool // forgets the context

	mu       sync.Mutex
	next     Object
	free     []Object
	handlers map[Object]Handler
	globals  []Global
}

// Socket is the path of the socket that WAYLAND_DISPLAY names, or "" when it names none.
func Socket() string {
	name := os.Getenv("WAYLAND_DISPLAY")
	if name == "" || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), name)
}

// Dial connects to the compositor at Socket and learns what it offers. The connection closes when ctx ends.
func Dial(ctx context.Context) (*Conn, error) {
	path := Socket()
	if path == "" {
		return nil, errors.New("connecting to Wayland: WAYLAND_DISPLAY is not set")
	}
	var dialer net.Dialer
	conn, err := dialer.DialContext(ctx, "unix", path)
	if err != nil {
		return nil, fmt.Errorf("connecting to Wayland: %w", err)
	}
	c := &Conn{net: conn.(*net.UnixConn), in: bufio.NewReader(conn), next: registry + 1}
	c.handlers = map[Object]Handler{registry: c.onRegistry}
	c.stop = context.AfterFunc(ctx, func() { conn.Close() })

	if err := c.hello(); err != nil {
		c.Close()
		return nil, fmt.Errorf("asking Wayland what it offers: %w", err)
	}
	return c, nil
}

// hello reads the whole registry: the answer to a sync comes after everything asked before it.
func (c *Conn) hello() error {
	_ = c.net.SetReadDeadline(time.Now().Add(dialTime))
	if err := c.Send(display, displayGetRegistry, registry); err != nil {
		return err
	}
	done := false
	if err := c.Sync(func() { done = true }); err != nil {
		return err
	}
	for !done {
		if err := c.dispatch(); err != nil {
			return err
		}
	}
	return c.net.SetReadDeadline(time.Time{})
}

// Run hands events to their handlers until the connection is lost or closed, and says why.
func (c *Conn) Run() error {
	for {
		if err := c.dispatch(); err != nil {
			c.Close()
			return fmt.Errorf("listening to Wayland: %w", err)
		}
	}
}

// Close ends the connection, and Run with it.
func (c *Conn) Close() error {
	c.stop()
	return c.net.Close()
}

// Find is the first global of an interface.
func (c *Conn) Find(iface string) (Global, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	i := slices.IndexFunc(c.globals, func(g Global) bool { return g.Interface == iface })
	if i < 0 {
		return Global{}, false
	}
	return c.globals[i], true
}

// Bind makes an object of a global, in the version given or the compositor's when that is older. A nil handler drops
// the object's events.
func (c *Conn) Bind(g Global, version uint32, h Handler) (Object, error) {
	return c.Create(registry, registryBind, h, g.Name, g.Interface, min(version, g.Version), NewID{})
}

// Handle gives an object made by the compositor a handler. It is called while the event that brings the object is
// handled.
func (c *Conn) Handle(o Object, h Handler) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.handlers[o] = h
}

// Send makes a request. Arguments are uint32, int32, string and Object.
func (c *Conn) Send(o Object, opcode uint16, args ...any) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.send(o, opcode, 0, args)
}

// Create makes a request that makes an object: the argument NewID stands for its number.
func (c *Conn) Create(o Object, opcode uint16, h Handler, args ...any) (Object, error) {
	c.mu.Lock() // held until it is written: the compositor wants new numbers in their order
	defer c.mu.Unlock()
	id := c.next
	if n := len(c.free); n > 0 {
		id, c.free = c.free[n-1], c.free[:n-1]
	} else {
		c.next++
	}
	c.handlers[id] = h
	return id, c.send(o, opcode, id, args)
}

// Sync calls done, from Run, when the compositor has answered everything asked so far.
func (c *Conn) Sync(done func()) error {
	_, err := c.Create(display, displaySync, func(uint16, *Args) { done() }, NewID{})
	return err
}

// Destroy makes the request that ends an object, which has no arguments; no event of it is handed on any more.
func (c *Conn) Destroy(o Object, opcode uint16) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.handlers, o)
	return c.send(o, opcode, 0, nil)
}

func (c *Conn) send(o Object, opcode uint16, id Object, args []any) error {
	msg, err := encode(o, opcode, id, args)
	if err != nil {
		return err
	}
	_ = c.net.SetWriteDeadline(time.Now().Add(writeTime))
	if _, err := c.net.Write(msg); err != nil {
		return fmt.Errorf("asking Wayland: %w", err)
	}
	return nil
}

// dispatch reads one event and hands it on.
func (c *Conn) dispatch() error {
	o, opcode, args, err := c.read()
	if err != nil {
		return err
	}
	if o == display {
		return c.onDisplay(opcode, args)
	}
	c.mu.Lock()
	h := c.handlers[o] // none: destroyed here, and the compositor did not know yet
	c.mu.Unlock()
	if h != nil {
		h(opcode, args)
	}
	return args.err
}

func (c *Conn) onDisplay(opcode uint16, args *Args) error {
	switch opcode {
	case displayError:
		o, code, text := args.Uint(), args.Uint(), args.Text()
		return fmt.Errorf("error %d at object %d: %q", code, o, text)
	case displayDeleteID:
		id := Object(args.Uint())
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.handlers, id)
		if args.err == nil && id > registry && id < c.next && !slices.Contains(c.free, id) {
			c.free = append(c.free, id)
		}
	}
	return args.err
}

func (c *Conn) onRegistry(opcode uint16, args *Args) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch opcode {
	case registryGlobal:
		c.globals = append(c.globals, Global{Name: args.Uint(), Interface: args.Text(), Version: args.Uint()})
	case registryGone:
		name := args.Uint()
		c.globals = slices.DeleteFunc(c.globals, func(g Global) bool { return g.Name == name })
	}
}
