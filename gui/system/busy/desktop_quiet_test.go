//go:build desktop && unix && !darwin

package busy

import (
	"bufio"
	"context"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
	"github.com/godbus/dbus/v5/prop"
)

func TestDesktopDoNotDisturbDunst(t *testing.T) {
	inDesktop(t, "dunst")
	bus, err := sessionBus(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer bus.Close()
	if name, err := (&desk{bus: bus}).find(t.Context()); err != nil || name != "dunst" {
		t.Skipf("the notification server here is %q (%v)", name, err)
	}
	pause := func(on bool) {
		t.Helper()
		server := bus.Object(notifications, notificationsPath)
		if err := server.SetProperty("org.dunstproject.cmd0.paused", dbus.MakeVariant(on)); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { // the bus of t.Context is over by then
		if bus, err := sessionBus(context.Background()); err == nil {
			defer bus.Close()
			_ = bus.Object(notifications, notificationsPath).SetProperty("org.dunstproject.cmd0.paused", dbus.MakeVariant(false))
		}
	})
	is(t, DoNotDisturb, free)
	news := watched(t, DoNotDisturb)
	pause(true)
	becomes(t, news, DoNotDisturb, held)
	is(t, DoNotDisturb, held)
	pause(false)
	becomes(t, news, DoNotDisturb, free)
}

// privateBus is a session bus of its own, with nobody on it.
func privateBus(t *testing.T) {
	t.Helper()
	inDesktop(t, "dbus-daemon")
	daemon := exec.Command("dbus-daemon", "--session", "--nofork", "--print-address")
	out, err := daemon.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := daemon.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { end(daemon) })
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("starting a session bus: %v", err)
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", strings.TrimSpace(address))
}

// server is a notification server that only says who it is.
type server string

func (s server) GetServerInformation() (name, vendor, version, spec string, err *dbus.Error) {
	return string(s), "test", "1", "1.2", nil
}

// serve puts a notification server on the bus.
func serve(t *testing.T, object any) *dbus.Conn {
	t.Helper()
	bus, err := sessionBus(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { bus.Close() })
	if err := bus.Export(object, notificationsPath, notifications); err != nil {
		t.Fatal(err)
	}
	if r, err := bus.RequestName(notifications, dbus.NameFlagDoNotQueue); err != nil || r != dbus.RequestNameReplyPrimaryOwner {
		t.Fatalf("becoming the notification server: %v, %v", r, err)
	}
	return bus
}

func TestDesktopDoNotDisturbPlasma(t *testing.T) {
	privateBus(t)
	bus := serve(t, server("Plasma"))
	p, err := prop.Export(bus, notificationsPath, prop.Map{notifications: {"Inhibited": {Value: false, Emit: prop.EmitTrue}}})
	if err != nil {
		t.Fatal(err)
	}
	is(t, DoNotDisturb, free)
	news := watched(t, DoNotDisturb)
	p.SetMust(notifications, "Inhibited", true)
	becomes(t, news, DoNotDisturb, held)
	p.SetMust(notifications, "Inhibited", false)
	becomes(t, news, DoNotDisturb, free)
}

func TestDesktopDoNotDisturbXfce(t *testing.T) {
	inDesktop(t, "xfconf-query")
	daemons, _ := filepath.Glob("/usr/lib*/*/xfce4/notifyd/xfce4-notifyd")
	if len(daemons) == 0 {
		t.Skip("xfce4-notifyd is not installed")
	}
	privateBus(t)
	begin(t, daemons[0])
	until(t, "the notification server answers", func() bool { return doNotDisturb(t.Context()) != unknown })
	set := func(value string) {
		t.Helper()
		out, err := exec.Command("xfconf-query", "-c", "xfce4-notifyd", "-p", "/do-not-disturb", "-n", "-t", "bool", "-s", value).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	t.Cleanup(func() { set("false") })
	is(t, DoNotDisturb, free)
	news := watched(t, DoNotDisturb)
	set("true")
	becomes(t, news, DoNotDisturb, held)
	is(t, DoNotDisturb, held)
	set("false")
	becomes(t, news, DoNotDisturb, free)
}

func TestDesktopDoNotDisturbGNOME(t *testing.T) {
	inDesktop(t, "gsettings")
	privateBus(t)
	set := func(value string) error {
		return exec.Command("gsettings", "set", "org.gnome.desktop.notifications", "show-banners", value).Run()
	}
	kept := func(value string) bool {
		is, err := gsetting(t.Context(), "org.gnome.desktop.notifications", "show-banners", value)
		return err == nil && is
	}
	if set("false") != nil || !kept("false") || set("true") != nil || !kept("true") {
		t.Skip("GNOME's settings are not kept here")
	}
	serve(t, server("gnome-shell"))
	is(t, DoNotDisturb, free)
	news := watched(t, DoNotDisturb)
	t.Cleanup(func() { _ = set("true") })
	if err := set("false"); err != nil {
		t.Fatal(err)
	}
	becomes(t, news, DoNotDisturb, held)
	is(t, DoNotDisturb, held)
	if err := set("true"); err != nil {
		t.Fatal(err)
	}
	becomes(t, news, DoNotDisturb, free)
}

func TestDesktopDoNotDisturbStartsNothing(t *testing.T) {
	privateBus(t)
	bus, err := sessionBus(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer bus.Close()
	running := func() (names []string) {
		t.Helper()
		if err := bus.BusObject().Call("org.freedesktop.DBus.ListNames", 0).Store(&names); err != nil {
			t.Fatal(err)
		}
		return names
	}
	before := len(running())
	is(t, DoNotDisturb, unknown)
	news := watched(t, DoNotDisturb)
	serve(t, server("Xfce Notify Daemon")) // whose settings service is not there
	select {
	case <-news:
	case <-time.After(soon):
		t.Fatal("nobody told of the new server")
	}
	is(t, DoNotDisturb, unknown)
	until(t, "all connections are closed", func() bool { return len(running()) <= before+3 }) // Watch, the server and its name
	for _, name := range running() {
		if strings.Contains(name, "Xfconf") || strings.Contains(name, "dunst") {
			t.Errorf("asking started %s", name)
		}
	}
}

func TestDesktopDoNotDisturbOfServersNobodyKnows(t *testing.T) {
	privateBus(t)
	serve(t, server("notify-o-matic"))
	is(t, DoNotDisturb, unknown)
}

// hung is a notification server that never answers.
type hung struct{ over <-chan struct{} }

func (h hung) GetServerInformation() (name, vendor, version, spec string, err *dbus.Error) {
	<-h.over
	return "hung", "", "", "", nil
}

func TestDesktopDoNotDisturbOfServerThatHangs(t *testing.T) {
	privateBus(t)
	serve(t, hung{t.Context().Done()})
	began := time.Now()
	is(t, DoNotDisturb, unknown)
	if took := time.Since(began); took > lookTime*3/2 {
		t.Errorf("a look took %v", took)
	}
}
