//go:build unix && !darwin

package notify

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// soon is how long what must happen may take on a busy machine.
const soon = 20 * time.Second

// daemon is a message bus of the test's own: the real program, which starts nothing on demand unless services says where
// to find what.
type daemon struct {
	t        *testing.T
	socket   string
	services string // a folder of service files
	cmd      *exec.Cmd
}

const busConfig = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=SOCKET</listen>
  <auth>EXTERNAL</auth>
  SERVICES
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`

// newDaemon makes a bus and tells the process where it is; start starts it.
func newDaemon(t *testing.T, services string) *daemon {
	t.Helper()
	if _, err := exec.LookPath("dbus-daemon"); err != nil {
		t.Skip("there is no dbus-daemon here")
	}
	dir, err := os.MkdirTemp("", "notify") // a socket's path must be short
	if err != nil {
		t.Fatal(err)
	}
	d := &daemon{t: t, socket: filepath.Join(dir, "bus"), services: services}
	t.Cleanup(func() {
		d.stop()
		os.RemoveAll(dir)
	})
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+d.socket)
	return d
}

func (d *daemon) start() {
	d.t.Helper()
	services := ""
	if d.services != "" {
		services = "<servicedir>" + d.services + "</servicedir>"
	}
	config := d.socket + ".conf"
	text := strings.NewReplacer("SOCKET", d.socket, "SERVICES", services).Replace(busConfig)
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
	d.cmd = exec.Command("dbus-daemon", "--config-file="+config, "--nofork", "--print-address")
	out, err := d.cmd.StdoutPipe()
	if err != nil {
		d.t.Fatal(err)
	}
	if err := d.cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	if _, err := bufio.NewReader(out).ReadString('\n'); err != nil { // it listens once it has said where
		d.t.Fatalf("the bus did not start: %v", err)
	}
}

func (d *daemon) stop() {
	if d.cmd != nil {
		_ = d.cmd.Process.Kill()
		_ = d.cmd.Wait()
		d.cmd = nil
	}
	os.Remove(d.socket)
}

// connect is another program's connection to the bus.
func (d *daemon) connect() *dbus.Conn {
	d.t.Helper()
	conn, err := dbus.Connect("unix:path=" + d.socket)
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { conn.Close() })
	return conn
}

// received is what a fake notification program was asked to show.
type received struct {
	replaces    uint32
	icon        string
	title, body string
	actions     []string
	hints       map[string]dbus.Variant
	timeout     int32
}

// fake is a notification program on the real bus, with the capabilities that the test gives it.
type fake struct {
	t    *testing.T
	conn *dbus.Conn

	mu     sync.Mutex
	last   uint32
	notes  []received
	closed chan uint32
	before func(id uint32) // called before Notify answers
	refuse *dbus.Error     // what Notify answers instead
}

func (d *daemon) fake(capabilities ...string) *fake {
	d.t.Helper()
	f := &fake{t: d.t, conn: d.connect(), closed: make(chan uint32, 100)}
	methods := map[string]any{
		"GetServerInformation": func() (string, string, string, string, *dbus.Error) { return "fake", "Catcow", "1", "1.2", nil },
		"GetCapabilities":      func() ([]string, *dbus.Error) { return append([]string{}, capabilities...), nil },
		"CloseNotification":    func(id uint32) *dbus.Error { f.closed <- id; return nil },
		"Notify":               f.notify,
	}
	if err := f.conn.ExportMethodTable(methods, object, service); err != nil {
		d.t.Fatal(err)
	}
	if reply, err := f.conn.RequestName(service, dbus.NameFlagDoNotQueue); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		d.t.Fatalf("taking the name: %v %v", reply, err)
	}
	return f
}

func (f *fake) notify(_ string, replaces uint32, icon, title, body string, actions []string, hints map[string]dbus.Variant, timeout int32) (uint32, *dbus.Error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.refuse != nil {
		return 0, f.refuse
	}
	f.notes = append(f.notes, received{replaces, icon, title, body, actions, hints, timeout})
	id := replaces
	if id == 0 {
		f.last++
		id = f.last
	}
	if f.before != nil {
		f.before(id)
	}
	return id, nil
}

// note is the last one shown.
func (f *fake) note() received {
	f.t.Helper()
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.notes) == 0 {
		f.t.Fatal("nothing was shown")
	}
	return f.notes[len(f.notes)-1]
}

// change changes the fake while it may be asked.
func (f *fake) change(what func()) {
	f.mu.Lock()
	defer f.mu.Unlock()
	what()
}

func (f *fake) say(member string, args ...any) {
	f.t.Helper()
	if err := f.conn.Emit(object, service+"."+member, args...); err != nil {
		f.t.Error(err)
	}
}

// opened is a notifier that ends with the test.
func opened(t *testing.T) *Notifier {
	n := Open()
	t.Cleanup(n.Close)
	return n
}

func mustShow(t *testing.T, n *Notifier, note Note) {
	t.Helper()
	if err := n.Show(note); err != nil {
		t.Fatal(err)
	}
}

// mustChoose waits for a choice.
func mustChoose(t *testing.T, n *Notifier, want Choice) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), soon)
	defer cancel()
	select {
	case got := <-n.Chosen():
		if got != want {
			t.Errorf("chosen is %+v, want %+v", got, want)
		}
	case <-ctx.Done():
		t.Fatalf("nothing was chosen, want %+v", want)
	}
}

// mustNotChoose checks that nothing is waiting to be taken. Ask the bus something before, so that what is under way came.
func mustNotChoose(t *testing.T, n *Notifier) {
	t.Helper()
	select {
	case got := <-n.Chosen():
		t.Errorf("chosen is %+v, want nothing", got)
	default:
	}
}

var breakNote = Note{
	Slot: "break", Title: "Time to move", Body: "Three-minute chair break",
	Actions: []Action{{"start", "Start"}, {"snooze", "5 min"}, {"skip", "Skip"}}, Default: "start",
	Expires: 30 * time.Second, Elsewhere: "Choose in the tray menu, or type: catcow break",
}
