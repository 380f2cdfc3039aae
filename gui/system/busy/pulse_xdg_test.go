//go:build unix && !darwin

package busy

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/jfreymuth/pulse/proto"
)

// recorder is a stream of a program on a call, as PulseAudio tells of it.
func recorder(change func(*proto.GetSourceOutputInfoReply)) *proto.GetSourceOutputInfoReply {
	o := &proto.GetSourceOutputInfoReply{
		MediaName: "AudioCallbackDriver", ModuleIndex: 8, ClientIndex: 3, SourceIndex: 1, Driver: "protocol-native.c", ResampleMethod: "copy",
		Properties: proto.PropList{"application.process.id": proto.PropListString("4242")},
	}
	if change != nil {
		change(o)
	}
	return o
}

func TestRecording(t *testing.T) {
	sources := proto.GetSourceInfoListReply{
		{SourceIndex: 0, MonitorSourceIndex: 0}, // of the first speakers
		{SourceIndex: 1, MonitorSourceIndex: proto.Undefined},
	}
	ours := func(pid int) bool { return pid == 7 }
	for name, c := range map[string]struct {
		change func(*proto.GetSourceOutputInfoReply)
		want   bool
	}{
		"a call":                {nil, true},
		"a source nobody knows": {func(o *proto.GetSourceOutputInfoReply) { o.SourceIndex = 9 }, true},
		"paused":                {func(o *proto.GetSourceOutputInfoReply) { o.Corked = true }, false},
		"speakers":              {func(o *proto.GetSourceOutputInfoReply) { o.SourceIndex = 0 }, false},
		"a meter":               {func(o *proto.GetSourceOutputInfoReply) { o.ResampleMethod = "peaks" }, false},
		"a meter on PipeWire": {func(o *proto.GetSourceOutputInfoReply) {
			o.Driver, o.ModuleIndex = "PipeWire", proto.Undefined
			o.Properties["stream.monitor"] = proto.PropListString("true")
		}, false},
		"Catcow": {func(o *proto.GetSourceOutputInfoReply) {
			o.Properties["application.process.id"] = proto.PropListString("7")
		}, false},
		"without a process": {func(o *proto.GetSourceOutputInfoReply) { o.Properties = nil }, true},
		"an echo canceller": {func(o *proto.GetSourceOutputInfoReply) { o.ClientIndex = proto.Undefined }, false},
		"a call on PipeWire": {func(o *proto.GetSourceOutputInfoReply) {
			o.Driver, o.ModuleIndex = "PipeWire", proto.Undefined
		}, true},
		"an echo canceller on PipeWire": {func(o *proto.GetSourceOutputInfoReply) { o.Driver = "PipeWire" }, false},
	} {
		if got := recording(proto.GetSourceOutputInfoListReply{recorder(c.change)}, sources, ours); got != c.want {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
	if recording(nil, sources, ours) {
		t.Error("nothing records, got true")
	}
	paused := recorder(func(o *proto.GetSourceOutputInfoReply) { o.Corked = true })
	if !recording(proto.GetSourceOutputInfoListReply{paused, recorder(nil)}, sources, ours) {
		t.Error("the second of two records, got false")
	}
}

// soundless takes away all that says where a sound service is.
func soundless(t *testing.T) {
	for _, name := range []string{"PULSE_SERVER", "PULSE_RUNTIME_PATH", "XDG_RUNTIME_DIR", "PULSE_COOKIE"} {
		t.Setenv(name, "")
	}
}

func TestPulseSocket(t *testing.T) {
	for _, c := range []struct{ variable, value, want string }{
		{"", "", ""},
		{"XDG_RUNTIME_DIR", "/run/user/7", "/run/user/7/pulse/native"},
		{"PULSE_RUNTIME_PATH", "/run/sound", "/run/sound/native"},
		{"PULSE_SERVER", "/run/a", "/run/a"},
		{"PULSE_SERVER", "unix:/run/a", "/run/a"},
		{"PULSE_SERVER", "{4711}unix:/run/a tcp:far.example", "/run/a"},
		{"PULSE_SERVER", "tcp:far.example unix:/run/b", "/run/b"},
		{"PULSE_SERVER", "far.example", ""},
		{"PULSE_SERVER", "{4711", ""},
	} {
		t.Run(c.variable+"="+c.value, func(t *testing.T) {
			soundless(t)
			if c.variable != "" {
				t.Setenv(c.variable, c.value)
			}
			if got := pulseSocket(); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestPulseCookie(t *testing.T) {
	soundless(t)
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", "")
	key := func(first byte) []byte { k := make([]byte, 256); k[0] = first; return k }
	if got := pulseCookie(); len(got) != 256 || got[0] != 0 {
		t.Errorf("without a cookie: got %d bytes from %d on, want 256 zeros", len(got), got[0])
	}
	write := func(path string, data []byte) string {
		path = filepath.Join(home, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	write(".pulse-cookie", key(1))
	if got := pulseCookie(); got[0] != 1 {
		t.Error("the old place is not read")
	}
	write(".config/pulse/cookie", key(2))
	if got := pulseCookie(); got[0] != 2 {
		t.Error("the usual place does not come first")
	}
	t.Setenv("PULSE_COOKIE", write("short", key(3)[:100]))
	if got := pulseCookie(); got[0] != 2 {
		t.Error("a file that is no cookie was taken for one")
	}
	t.Setenv("PULSE_COOKIE", write("mine", key(4)))
	if got := pulseCookie(); got[0] != 4 {
		t.Error("the named place does not come first")
	}
}
