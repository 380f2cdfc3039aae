//go:build desktop && unix && !darwin

// These tests ask the real services of a real desktop: run them as
// `.ci/desktop go test -tags desktop -run Desktop ./gui/system/busy`. What is not installed is skipped.

package busy

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jfreymuth/pulse/proto"
)

// soon is how long a change may take to be told of. It is far less than what is between two looks without an event.
const soon = 15 * time.Second

func inDesktop(t *testing.T, programs ...string) {
	t.Helper()
	if os.Getenv("CATCOW_DESKTOP") == "" {
		t.Fatal("run this inside .ci/desktop")
	}
	for _, p := range programs {
		if _, err := exec.LookPath(p); err != nil {
			t.Skipf("%s is not installed", p)
		}
	}
}

// begin starts a program for as long as the test runs.
func begin(t *testing.T, program string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Stderr = t.Output()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { end(cmd) })
	return cmd
}

func end(cmd *exec.Cmd) {
	if cmd.ProcessState == nil {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}
}

// until waits for what must come true.
func until(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for deadline := time.Now().Add(soon); !ok(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("waited in vain until %s", what)
		}
	}
}

// is looks for one reason and checks what is found.
func is(t *testing.T, r Reason, want state) {
	t.Helper()
	began := time.Now()
	got, a := free, Look(t.Context(), []Reason{r})
	switch {
	case slices.Contains(a.Busy, r):
		got = held
	case slices.Contains(a.Unknown, r):
		got = unknown
	}
	if got != want {
		t.Errorf("%s: found %v, want %v", r, got, want)
	}
	t.Logf("%s: a look took %v", r, time.Since(began).Round(100*time.Microsecond))
}

// becomes waits for news of a change and checks that a look then finds it.
func becomes(t *testing.T, news <-chan struct{}, r Reason, want state) {
	t.Helper()
	deadline := time.After(soon)
	for {
		select {
		case <-news:
			a := Look(t.Context(), []Reason{r})
			if slices.Contains(a.Busy, r) == (want == held) && len(a.Unknown) == 0 {
				return
			}
		case <-deadline:
			t.Fatalf("%s: nobody told that it is %v now", r, want)
		}
	}
}

// watched gives the news of one reason once it is listened to.
func watched(t *testing.T, r Reason) <-chan struct{} {
	t.Helper()
	news := Watch(t.Context(), []Reason{r})
	select {
	case <-news:
	case <-time.After(soon):
		t.Fatalf("nothing listens to %s", r)
	}
	return news
}

func TestDesktopFullScreen(t *testing.T) {
	inDesktop(t)
	x, err := xgb.NewConn()
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	screen := xproto.Setup(x).DefaultScreen(x)
	w, err := xproto.NewWindowId(x)
	if err != nil {
		t.Fatal(err)
	}
	xproto.CreateWindow(x, screen.RootDepth, w, screen.Root, 0, 0, 300, 200, 0, xproto.WindowClassInputOutput,
		screen.RootVisual, 0, nil)
	atom := func(name string) xproto.Atom {
		reply, err := xproto.InternAtom(x, false, uint16(len(name)), name).Reply()
		if err != nil {
			t.Fatal(err)
		}
		return reply.Atom
	}
	numbers := func(n ...uint32) []byte {
		data := make([]byte, 4*len(n))
		for i, v := range n {
			xgb.Put32(data[4*i:], v)
		}
		return data
	}
	// fill asks the window manager to let the window fill the screen, or no more.
	fill := func(on uint32) {
		e := xproto.ClientMessageEvent{Format: 32, Window: w, Type: atom(atomState),
			Data: xproto.ClientMessageDataUnionData32New([]uint32{on, uint32(atom(atomFullScreen)), 0, 1, 0})}
		xproto.SendEvent(x, false, screen.Root, xproto.EventMaskSubstructureRedirect|xproto.EventMaskSubstructureNotify,
			string(e.Bytes()))
	}
	d, err := openDisplay(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	show := func() {
		t.Helper()
		xproto.MapWindow(x, w)
		xproto.SetInputFocus(x, xproto.InputFocusParent, w, xproto.TimeCurrentTime)
		until(t, "the window is in use", func() bool { active, err := d.active(); return err == nil && active == w })
	}

	show()
	is(t, FullScreen, free)
	news := watched(t, FullScreen)
	fill(1)
	becomes(t, news, FullScreen, held)
	is(t, FullScreen, held)
	fill(0)
	becomes(t, news, FullScreen, free)
	fill(1)
	becomes(t, news, FullScreen, held)
	xproto.UnmapWindow(x, w)
	becomes(t, news, FullScreen, free) // no window is in use
	show()
	fill(1)
	becomes(t, news, FullScreen, held)

	change := func(property, kind xproto.Atom, format byte, n int, data []byte) {
		if err := xproto.ChangePropertyChecked(x, xproto.PropModeReplace, w, property, kind, format, uint32(n), data).Check(); err != nil {
			t.Fatal(err)
		}
	}
	change(atom(atomPID), xproto.AtomCardinal, 32, 1, numbers(uint32(os.Getpid())))
	is(t, FullScreen, free) // our own
	change(atom(atomPID), xproto.AtomCardinal, 32, 1, numbers(1))
	is(t, FullScreen, held)
	const class = "catcow\x00Catcow\x00"
	change(xproto.AtomWmClass, xproto.AtomString, 8, len(class), []byte(class))
	is(t, FullScreen, free) // our own by its name
	const other = "player\x00Player\x00"
	change(xproto.AtomWmClass, xproto.AtomString, 8, len(other), []byte(other))
	change(atom(atomType), xproto.AtomAtom, 32, 1, numbers(uint32(atom(atomDesktop))))
	is(t, FullScreen, free) // the desktop
}

func TestDesktopFullScreenWithoutDisplay(t *testing.T) {
	inDesktop(t)
	t.Setenv("DISPLAY", ":4711")
	is(t, FullScreen, unknown)
}

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

// soundRoom is a runtime folder of its own, so that no sound service but the test's is asked.
func soundRoom(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("XDG_RUNTIME_DIR", dir)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(dir, "config"))
	for _, name := range []string{"PULSE_SERVER", "PULSE_RUNTIME_PATH", "PULSE_COOKIE", "PIPEWIRE_RUNTIME_DIR", "PIPEWIRE_REMOTE"} {
		t.Setenv(name, "") // which puts back later what it was
		os.Unsetenv(name)
	}
	return dir
}

// pulseAnswers waits for the sound service.
func pulseAnswers(t *testing.T) {
	t.Helper()
	until(t, "the sound service answers", func() bool { return askPulse(t.Context()) != unknown })
}

// load adds a module to the sound service.
func load(t *testing.T, module ...string) {
	t.Helper()
	if out, err := exec.Command("pactl", append([]string{"load-module"}, module...)...).CombinedOutput(); err != nil {
		t.Fatalf("loading %v: %v: %s", module, err, out)
	}
}

// recordings checks what counts as a recording and that changes are told.
func recordings(t *testing.T) {
	is(t, Microphone, free)
	news := watched(t, Microphone)

	listener := begin(t, "parec", "--device=speaker.monitor", "--raw", os.DevNull)
	until(t, "the speakers are recorded", func() bool { return streams(t) == 1 })
	is(t, Microphone, free) // what the speakers play
	end(listener)

	recorder := begin(t, "parec", "--device=mic", "--raw", os.DevNull)
	becomes(t, news, Microphone, held)
	is(t, Microphone, held)
	end(recorder)
	becomes(t, news, Microphone, free)

	client, closer, err := dialPulse(t.Context(), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer closer()
	record := func(change func(*proto.CreateRecordStream)) proto.CreateRecordStreamReply {
		t.Helper()
		request := proto.CreateRecordStream{
			SampleSpec: proto.SampleSpec{Format: proto.FormatInt16LE, Channels: 1, Rate: 8000}, ChannelMap: proto.ChannelMap{proto.ChannelMono},
			SourceIndex: proto.Undefined, SourceName: "mic", BufferMaxLength: proto.Undefined, BufferFragSize: proto.Undefined,
			DirectOnInputIndex: proto.Undefined, ChannelVolumes: proto.ChannelVolumes{0x10000}, Properties: proto.PropList{"media.name": proto.PropListString("test")},
		}
		change(&request)
		var reply proto.CreateRecordStreamReply
		if err := client.Request(&request, &reply); err != nil {
			t.Fatal(err)
		}
		return reply
	}
	record(func(r *proto.CreateRecordStream) { // as volume controls have it
		r.PeakDetect, r.SampleSpec = true, proto.SampleSpec{Format: proto.FormatFloat32LE, Channels: 1, Rate: 25}
	})
	is(t, Microphone, free) // a level meter
	load(t, "module-loopback", "source=mic", "sink=speaker")
	until(t, "the microphone goes to the headphones", func() bool { return streams(t) == 2 })
	is(t, Microphone, free) // nobody records it
	paused := record(func(r *proto.CreateRecordStream) { r.Corked = true })
	is(t, Microphone, free)
	if err := client.Request(&proto.CorkRecordStream{StreamIndex: paused.StreamIndex, Corked: false}, nil); err != nil {
		t.Fatal(err)
	}
	becomes(t, news, Microphone, held)
	if err := client.Request(&proto.CorkRecordStream{StreamIndex: paused.StreamIndex, Corked: true}, nil); err != nil {
		t.Fatal(err)
	}
	becomes(t, news, Microphone, free)
}

// streams is how many recordings there are of any kind.
func streams(t *testing.T) int {
	client, closer, err := dialPulse(t.Context(), nil, nil)
	if err != nil {
		return 0
	}
	defer closer()
	var outputs proto.GetSourceOutputInfoListReply
	_ = client.Request(&proto.GetSourceOutputInfoList{}, &outputs)
	return len(outputs)
}

func TestDesktopMicrophonePulseAudio(t *testing.T) {
	inDesktop(t, "pulseaudio", "parec", "pactl")
	soundRoom(t)
	server := begin(t, "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disallow-exit", "--log-level=error",
		"-L", "module-null-sink sink_name=speaker", "-L", "module-null-source source_name=mic", "-L", "module-native-protocol-unix")
	pulseAnswers(t)
	recordings(t)

	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	lost := make(chan struct{})
	go func() { listenPulse(ctx, func() {}); close(lost) }()
	end(server)
	select {
	case <-lost:
	case <-time.After(soon):
		t.Error("the end of the sound service went unnoticed")
	}
}

func TestDesktopPipeWire(t *testing.T) {
	inDesktop(t, "pipewire", "pipewire-pulse", "wireplumber", "pw-dump", "parec", "pactl")
	dir := soundRoom(t)
	begin(t, "pipewire")
	until(t, "PipeWire listens", func() bool { _, err := os.Stat(filepath.Join(dir, "pipewire-0")); return err == nil })
	begin(t, "wireplumber")
	begin(t, "pipewire-pulse")
	pulseAnswers(t)
	load(t, "module-null-sink", "sink_name=speaker")
	load(t, "module-null-sink", "sink_name=mic", "media.class=Audio/Source/Virtual", "channel_map=mono")
	t.Run("Microphone", recordings)
	t.Run("Sharing", func(t *testing.T) {
		inDesktop(t, "gst-launch-1.0")
		if exec.Command("gst-inspect-1.0", "pipewiresink").Run() != nil {
			t.Skip("GStreamer's elements for PipeWire are not installed")
		}
		is(t, Sharing, unknown) // X11
		t.Setenv("WAYLAND_DISPLAY", "wayland-4711")
		is(t, Sharing, free)
		begin(t, "gst-launch-1.0", "-q", "videotestsrc", "is-live=true", "!", "video/x-raw,width=64,height=64,framerate=5/1", "!",
			"pipewiresink", "mode=provide", "stream-properties=props,media.class=Stream/Output/Video,media.type=Video,node.name=cast")
		until(t, "a picture is offered", func() bool {
			return exec.Command("sh", "-c", "pw-dump | grep -q Stream/Output/Video").Run() == nil
		})
		is(t, Sharing, free) // offered, but nobody sees it
		viewer := begin(t, "gst-launch-1.0", "-q", "pipewiresrc", "target-object=cast", "!", "video/x-raw", "!", "fakesink")
		until(t, "the picture is seen", func() bool {
			return slices.Contains(Look(t.Context(), []Reason{Sharing}).Busy, Sharing)
		})
		is(t, Sharing, held)
		end(viewer)
		until(t, "the picture is seen no more", func() bool {
			return len(Look(t.Context(), []Reason{Sharing}).Busy) == 0
		})
	})
}
