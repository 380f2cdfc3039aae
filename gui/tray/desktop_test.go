//go:build desktop

// These tests drive the resident in a real desktop, with a real panel, notification daemon and X server: run them as
// `.ci/desktop go test -tags desktop ./gui/tray`, with the program's path in CATCOW_BINARY.

package tray

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"

	"catcow/gui/system"
)

// patience is how long anything may take that a person would wait for; a busy machine gets plenty.
const patience = 20 * time.Second

// guest is the resident in the desktop, with a data folder of its own.
type guest struct {
	t    *testing.T
	data string
	env  []string
	at   system.Folders
	cmd  *exec.Cmd
	out  bytes.Buffer
	done chan error
}

const everything = `
sounds = false
theme = "espresso"
[breaks]
on = true
every = "30m"
daily = "off"
routine = "micro-1"
[breaks.not_now]
typing = false
`

// invite starts the resident with settings, and so much active time already counted towards a break after 30 minutes.
func invite(t *testing.T, settings string, active time.Duration, env ...string) *guest {
	t.Helper()
	if os.Getenv("CATCOW_BINARY") == "" || os.Getenv("CATCOW_DESKTOP") == "" {
		t.Fatal("run this inside .ci/desktop, with the program's path in CATCOW_BINARY")
	}
	g := &guest{t: t, data: t.TempDir(), env: env}
	var err error
	if g.at, err = system.Locate(g.data); err != nil {
		t.Fatal(err)
	}
	g.write("settings.toml", settings)
	g.write("breaks.toml", fmt.Sprintf("as_of = %q\nactive = %q\n", time.Now().Format(time.RFC3339), active.String()))
	g.touch()
	g.start()
	return g
}

func (g *guest) write(name, text string) {
	g.t.Helper()
	if err := os.WriteFile(filepath.Join(g.data, name), []byte(text), 0o600); err != nil {
		g.t.Fatal(err)
	}
}

func (g *guest) start() {
	g.t.Helper()
	g.cmd = exec.Command(os.Getenv("CATCOW_BINARY"), "--data", g.data, "tray")
	g.cmd.Env = append(os.Environ(), g.env...)
	g.cmd.Stdout, g.cmd.Stderr = &g.out, &g.out
	if err := g.cmd.Start(); err != nil {
		g.t.Fatal(err)
	}
	g.done = make(chan error, 1)
	cmd, done := g.cmd, g.done
	go func() { done <- cmd.Wait() }()
	g.t.Cleanup(func() {
		cmd.Process.Kill()
		if g.t.Failed() {
			g.t.Logf("the resident said:\n%s", g.out.String())
		}
	})
	g.until("the resident answers", func() bool { _, err := AskStatus(g.at); return err == nil })
}

func (g *guest) until(what string, ok func() bool) {
	g.t.Helper()
	for end := time.Now().Add(patience); !ok(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			g.shot("failed")
			s, err := AskStatus(g.at)
			g.t.Fatalf("waited in vain until %s; the status is %+v, %v", what, s, err)
		}
	}
}

// touch is a sign of life, so that nobody counts as away.
func (g *guest) touch() { g.run("xdotool", "mousemove_relative", "3", "0") }

// run runs a program of the desktop and answers what it said.
func (g *guest) run(name string, args ...string) string {
	g.t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		g.t.Fatalf("%s %s: %v: %s", name, strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

// catcow runs a command of the program.
func (g *guest) catcow(args ...string) string {
	g.t.Helper()
	return g.run(os.Getenv("CATCOW_BINARY"), append([]string{"--data", g.data}, args...)...)
}

func (g *guest) status() Status {
	g.t.Helper()
	s, err := AskStatus(g.at)
	if err != nil {
		g.t.Fatal(err)
	}
	return s
}

func (g *guest) untilState(want string) {
	g.t.Helper()
	g.until("the state is "+want, func() bool { return g.status().State == want })
}

// shot keeps a picture of the screen in CATCOW_SHOTS.
func (g *guest) shot(name string) {
	if dir := os.Getenv("CATCOW_SHOTS"); dir != "" {
		_ = exec.Command("import", "-window", "root", filepath.Join(dir, "tray-"+name+".png")).Run()
	}
}

// window is the X window with such a title, or "".
func (g *guest) window(title string) string {
	out, err := exec.Command("xdotool", "search", "--onlyvisible", "--name", title).Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(strings.Split(string(out), "\n")[0])
}

// shown is how many notifications can be seen.
func (g *guest) shown() string { return g.run("dunstctl", "count", "displayed") }

// quit ends it from the command line.
func (g *guest) quit() {
	g.t.Helper()
	g.catcow("quit")
	select {
	case err := <-g.done:
		if err != nil {
			g.t.Errorf("the resident ended with %v", err)
		}
	case <-time.After(patience):
		g.t.Error("catcow quit did not end the resident")
	}
}

// item is the resident's icon, as the panel sees it.
type item struct {
	*guest
	conn *dbus.Conn
}

func (g *guest) item() *item {
	g.t.Helper()
	conn, err := dbus.ConnectSessionBus()
	if err != nil {
		g.t.Fatal(err)
	}
	g.t.Cleanup(func() { conn.Close() })
	return &item{g, conn}
}

func (i *item) name() string {
	return fmt.Sprintf("org.kde.StatusNotifierItem-%d-1", i.cmd.Process.Pid)
}

// registered reports whether the panel shows the icon.
func (i *item) registered() bool {
	v, err := i.conn.Object(watcher, watcherPath).GetProperty(watcher + ".RegisteredStatusNotifierItems")
	if err != nil {
		return false
	}
	var owner string
	if i.conn.BusObject().Call("org.freedesktop.DBus.GetNameOwner", 0, i.name()).Store(&owner) != nil {
		return false
	}
	list, _ := v.Value().([]string)
	for _, one := range list {
		if strings.HasPrefix(one, i.name()) || strings.HasPrefix(one, owner) {
			return true
		}
	}
	return false
}

type layout struct {
	ID       int32
	Props    map[string]dbus.Variant
	Children []dbus.Variant
}

// click chooses an item of the menu by its words, as the panel does.
func (i *item) click(label string) {
	i.t.Helper()
	menu := i.conn.Object(i.name(), "/StatusNotifierItem/menu")
	var revision uint32
	var root layout
	if err := menu.Call("com.canonical.dbusmenu.GetLayout", 0, int32(0), int32(-1), []string{}).Store(&revision, &root); err != nil {
		i.t.Fatal(err)
	}
	var labels []string
	var find func(l layout) int32
	find = func(l layout) int32 {
		if text, ok := l.Props["label"].Value().(string); ok {
			labels = append(labels, text)
			if text == label {
				return l.ID
			}
		}
		for _, c := range l.Children {
			var child layout
			if err := dbus.Store([]any{c.Value()}, &child); err != nil {
				i.t.Fatal(err)
			}
			if id := find(child); id != 0 {
				return id
			}
		}
		return 0
	}
	id := find(root)
	if id == 0 {
		i.t.Fatalf("the menu has no %q; it has %q", label, labels)
	}
	if err := menu.Call("com.canonical.dbusmenu.Event", 0, id, "clicked", dbus.MakeVariant(""), uint32(0)).Err; err != nil {
		i.t.Fatal(err)
	}
}

// film fills the screen with a window of another program, until it is called off.
func (g *guest) film() (over func()) {
	g.t.Helper()
	x, err := xgb.NewConn()
	if err != nil {
		g.t.Fatal(err)
	}
	g.t.Cleanup(x.Close)
	atom := func(name string) xproto.Atom {
		a, err := xproto.InternAtom(x, false, uint16(len(name)), name).Reply()
		if err != nil {
			g.t.Fatal(err)
		}
		return a.Atom
	}
	win, err := xproto.NewWindowId(x)
	if err != nil {
		g.t.Fatal(err)
	}
	screen := xproto.Setup(x).DefaultScreen(x)
	xproto.CreateWindow(x, screen.RootDepth, win, screen.Root, 0, 0, 400, 300, 0, xproto.WindowClassInputOutput, screen.RootVisual, 0, nil)
	state := make([]byte, 4)
	xgb.Put32(state, uint32(atom("_NET_WM_STATE_FULLSCREEN")))
	xproto.ChangeProperty(x, xproto.PropModeReplace, win, atom("_NET_WM_STATE"), xproto.AtomAtom, 32, 1, state)
	class := "film\x00Film\x00"
	xproto.ChangeProperty(x, xproto.PropModeReplace, win, xproto.AtomWmClass, xproto.AtomString, 8, uint32(len(class)), []byte(class))
	if err := xproto.MapWindowChecked(x, win).Check(); err != nil {
		g.t.Fatal(err)
	}
	id := fmt.Sprint(win)
	g.until("the film fills the screen", func() bool {
		out, _ := exec.Command("xprop", "-id", id, "_NET_WM_STATE").Output()
		active, _ := exec.Command("xdotool", "getactivewindow").Output()
		return strings.Contains(string(out), "FULLSCREEN") && strings.TrimSpace(string(active)) == id
	})
	return func() { _ = xproto.DestroyWindowChecked(x, win).Check() }
}
