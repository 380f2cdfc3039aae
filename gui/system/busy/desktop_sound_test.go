//go:build desktop && unix && !darwin

package busy

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/jfreymuth/pulse/proto"
)

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
