//go:build unix && !darwin

package wayland_test

import (
	"context"
	"errors"
	"net"
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/gui/system/wayland"
	"catcow/gui/system/wayland/waylandtest"
)

// dial connects to a compositor that offers a seat and a manager, and binds the manager as object 4 or so.
func dial(t *testing.T, h wayland.Handler) (*waylandtest.Compositor, *wayland.Conn, wayland.Object) {
	t.Helper()
	server := waylandtest.Listen(t, waylandtest.Global{Interface: "wl_seat", Version: 7}, waylandtest.Global{Interface: "manager_v1", Version: 2})
	conn, err := wayland.Dial(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	global, ok := conn.Find("manager_v1")
	if want := (wayland.Global{Name: 2, Interface: "manager_v1", Version: 2}); !ok || global != want {
		t.Fatalf("found %+v, want %+v", global, want)
	}
	if _, ok := conn.Find("nothing"); ok {
		t.Error("found what is not there")
	}
	object, err := conn.Bind(global, 9, h)
	if err != nil {
		t.Fatal(err)
	}
	bound := server.Next()
	n := len(bound.Words)
	if bound.Object != 2 || bound.Opcode != 0 || bound.Words[0] != 2 || bound.Words[n-2] != 2 || bound.Words[n-1] != uint32(object) {
		t.Fatalf("bound by %+v, want global 2 in version 2 as object %d", bound, object)
	}
	return server, conn, object
}

// run runs the connection and gives what it ends with.
func run(conn *wayland.Conn) <-chan error {
	ended := make(chan error, 1)
	go func() { ended <- conn.Run() }()
	return ended
}

func TestRequestsAndEvents(t *testing.T) {
	type event struct {
		opcode uint16
		a, b   uint32
		text   string
		list   []uint32
	}
	events := make(chan event, 1)
	server, conn, object := dial(t, func(opcode uint16, args *wayland.Args) {
		events <- event{opcode, args.Uint(), uint32(args.Int()), args.Text(), args.Uints()}
	})
	ended := run(conn)

	if err := conn.Send(object, 3, uint32(7), int32(-1), object); err != nil {
		t.Fatal(err)
	}
	r := server.Next()
	if r.Opcode != 3 || !slices.Equal(r.Words, []uint32{7, 1<<32 - 1, uint32(object)}) {
		t.Errorf("the compositor got %+v", r)
	}
	server.Send(uint32(object), 5, uint32(1), ^uint32(1), "abc", []uint32{8, 9})
	if e := <-events; e.opcode != 5 || e.a != 1 || int32(e.b) != -2 || e.text != "abc" || !slices.Equal(e.list, []uint32{8, 9}) {
		t.Errorf("the handler got %+v", e)
	}
	if err := conn.Send(object, 0, 1.5); err == nil {
		t.Error("a request of a kind that does not exist was sent")
	}
	if err := conn.Send(object, 0, strings.Repeat("x", 1<<16)); err == nil {
		t.Error("a request that is too long was sent")
	}
	conn.Close()
	if err := <-ended; !errors.Is(err, net.ErrClosed) {
		t.Errorf("closing ends with %v", err)
	}
}

// TestNumbers checks that a destroyed object hears nothing, that its number comes back only when the compositor gives it
// free, and that the compositor's own objects are heard.
func TestNumbers(t *testing.T) {
	heard := make(chan string, 4)
	hear := func(what string) wayland.Handler { return func(uint16, *wayland.Args) { heard <- what } }
	var conn *wayland.Conn
	server, conn, manager := dial(t, func(_ uint16, args *wayland.Args) { conn.Handle(args.Object(), hear("theirs")) })
	run(conn)
	create := func(what string) wayland.Object {
		id, err := conn.Create(manager, 1, hear(what), wayland.NewID{})
		if err != nil {
			t.Fatal(err)
		}
		if r := server.Next(); r.Words[0] != uint32(id) {
			t.Errorf("made as %d, told %v", id, r.Words)
		}
		return id
	}
	synced := func() {
		done := make(chan struct{})
		if err := conn.Sync(func() { close(done) }); err != nil {
			t.Fatal(err)
		}
		<-done
	}
	first := create("first")
	if err := conn.Destroy(first, 0); err != nil {
		t.Fatal(err)
	}
	if r := server.Next(); r.Object != uint32(first) {
		t.Errorf("destroying %d was told as %+v", first, r)
	}
	server.Send(uint32(first), 0)
	second := create("second")
	if second == first {
		t.Error("a number was used again before it was free")
	}
	server.Send(1, 1, uint32(first))
	synced()
	used := []wayland.Object{create("third"), create("fourth")}
	if !slices.Contains(used, first) {
		t.Errorf("numbers %v, want %d again", used, first)
	}
	server.Send(uint32(manager), 0, uint32(0xff000000))
	server.Send(0xff000000, 0)
	server.Send(uint32(second), 0)
	if got := []string{<-heard, <-heard}; !slices.Equal(got, []string{"theirs", "second"}) {
		t.Errorf("heard %v", got)
	}
}

func TestLost(t *testing.T) {
	for name, c := range map[string]struct {
		lose func(*waylandtest.Compositor, wayland.Object)
		want string
	}{
		"crash":       {func(s *waylandtest.Compositor, _ wayland.Object) { s.Drop() }, "EOF"},
		"error":       {func(s *waylandtest.Compositor, o wayland.Object) { s.Send(1, 0, uint32(o), uint32(3), "no such thing") }, `error 3 at object`},
		"short":       {func(s *waylandtest.Compositor, o wayland.Object) { s.Send(uint32(o), 0) }, "shorter than its arguments"},
		"long array":  {func(s *waylandtest.Compositor, o wayland.Object) { s.Send(uint32(o), 0, uint32(1<<32-1)) }, "shorter than its arguments"},
		"impossible":  {func(s *waylandtest.Compositor, o wayland.Object) { s.Raw(make([]byte, 8)) }, "says it is 0 bytes long"},
		"not aligned": {func(s *waylandtest.Compositor, o wayland.Object) { s.Raw([]byte{9, 0, 0, 0, 0, 0, 9, 0, 0}) }, "says it is 9 bytes long"},
	} {
		t.Run(name, func(t *testing.T) {
			server, conn, object := dial(t, func(_ uint16, args *wayland.Args) { args.Text() })
			ended := run(conn)
			c.lose(server, object)
			if err := <-ended; err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("ended with %v, want %q", err, c.want)
			}
			if err := conn.Send(object, 0); err == nil {
				t.Error("a request was sent after the end")
			}
		})
	}
}

func TestGlobalsGo(t *testing.T) {
	server, conn, _ := dial(t, nil)
	run(conn)
	server.Send(2, 1, uint32(1))
	done := make(chan struct{})
	if err := conn.Sync(func() { close(done) }); err != nil {
		t.Fatal(err)
	}
	<-done
	if g, ok := conn.Find("wl_seat"); ok {
		t.Errorf("%+v is still there", g)
	}
}

func TestContextCloses(t *testing.T) {
	waylandtest.Listen(t)
	ctx, cancel := context.WithCancel(t.Context())
	conn, err := wayland.Dial(ctx)
	if err != nil {
		t.Fatal(err)
	}
	ended := run(conn)
	cancel()
	if err := <-ended; !errors.Is(err, net.ErrClosed) {
		t.Errorf("ended with %v", err)
	}
}

func TestNobodyThere(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	for _, name := range []string{"", "wayland-nobody", "/no/such/socket"} {
		t.Setenv("WAYLAND_DISPLAY", name)
		if _, err := wayland.Dial(t.Context()); err == nil {
			t.Errorf("WAYLAND_DISPLAY=%q answers", name)
		}
	}
	// One that listens and never answers is waited for, but not past the context.
	path := t.TempDir() + "/silent"
	listener, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	t.Setenv("WAYLAND_DISPLAY", path)
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	if _, err := wayland.Dial(ctx); err == nil {
		t.Error("a silent compositor answers")
	}
}
