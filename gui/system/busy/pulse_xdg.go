//go:build unix && !darwin

package busy

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/jfreymuth/pulse/proto"
)

var errNoPulse = errors.New("no PulseAudio socket on this computer")

// askPulse finds out from PulseAudio, or from PipeWire in its place, whether a program records.
func askPulse(ctx context.Context) state {
	client, closer, err := dialPulse(ctx, nil, nil)
	if err != nil {
		return unknown
	}
	defer closer()
	var outputs proto.GetSourceOutputInfoListReply
	var sources proto.GetSourceInfoListReply
	if client.Request(&proto.GetSourceOutputInfoList{}, &outputs) != nil ||
		client.Request(&proto.GetSourceInfoList{}, &sources) != nil {
		return unknown
	}
	return heldIf(recording(outputs, sources, func(pid int) bool { return ours("/", pid) }))
}

// listenPulse hears when a recording begins, pauses or ends.
func listenPulse(ctx context.Context, changed func()) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	heard := func(message any) {
		if _, ok := message.(*proto.SubscribeEvent); ok {
			changed()
		}
	}
	client, closer, err := dialPulse(ctx, heard, cancel)
	if err != nil {
		return
	}
	defer closer()
	if client.Request(&proto.Subscribe{Mask: proto.SubscriptionMaskSourceInput}, nil) != nil {
		return
	}
	changed()
	<-ctx.Done()
}

// recording answers whether one of the streams records a microphone for a program that is not ours. A paused one does
// not, nor does one that records what the speakers play or that only moves a level meter; what a module of the sound
// service records (an echo canceller, a loop to the headphones) is there whether anyone is on a call or not.
func recording(outputs proto.GetSourceOutputInfoListReply, sources proto.GetSourceInfoListReply, ours func(pid int) bool) bool {
	speakers := map[uint32]bool{}
	for _, s := range sources {
		speakers[s.SourceIndex] = s.MonitorSourceIndex != proto.Undefined
	}
	return slices.ContainsFunc(outputs, func(o *proto.GetSourceOutputInfoReply) bool {
		meter := o.ResampleMethod == "peaks" || property(o, "stream.monitor") == "true"
		module := o.ClientIndex == proto.Undefined
		if o.Driver == "PipeWire" { // where the other names the way in for every program
			module = o.ModuleIndex != proto.Undefined
		}
		pid, err := strconv.Atoi(property(o, "application.process.id"))
		return !o.Corked && !speakers[o.SourceIndex] && !meter && !module && (err != nil || !ours(pid))
	})
}

func property(o *proto.GetSourceOutputInfoReply, name string) string {
	if v, ok := o.Properties[name]; ok {
		return v.String()
	}
	return ""
}

// dialPulse connects to the sound service of this computer until ctx ends or closer is called. heard gets its messages,
// lost is called when the connection ends; both may be nil.
func dialPulse(ctx context.Context, heard func(any), lost func()) (client *proto.Client, closer func(), err error) {
	path := pulseSocket()
	if path == "" {
		return nil, nil, errNoPulse
	}
	var d net.Dialer
	conn, err := d.DialContext(ctx, "unix", path)
	if err != nil {
		return nil, nil, fmt.Errorf("connecting to PulseAudio: %w", err)
	}
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	closer = sync.OnceFunc(func() { stop(); conn.Close() })

	client = &proto.Client{Callback: heard}
	client.SetTimeout(lookTime / 2) // which leaves time to ask ALSA
	client.Open(&lossTeller{conn, lost})
	var auth proto.AuthReply
	err = client.Request(&proto.Auth{Version: client.Version(), Cookie: pulseCookie()}, &auth)
	if err == nil {
		client.SetVersion(auth.Version)
		name := proto.PropList{"application.name": proto.PropListString("Catcow")}
		err = client.Request(&proto.SetClientName{Props: name}, &proto.SetClientNameReply{})
	}
	if err != nil {
		closer()
		return nil, nil, fmt.Errorf("greeting PulseAudio: %w", err)
	}
	return client, closer, nil
}

// lossTeller tells when nothing can be read any more: the client itself tells only of an orderly end.
type lossTeller struct {
	io.ReadWriter
	lost func()
}

func (l *lossTeller) Read(p []byte) (int, error) {
	n, err := l.ReadWriter.Read(p)
	if err != nil && l.lost != nil {
		l.lost()
	}
	return n, err
}

// pulseSocket is where the sound service of this computer listens, or "". One on another computer is not asked.
func pulseSocket() string {
	if servers := os.Getenv("PULSE_SERVER"); servers != "" {
		for _, s := range strings.Fields(servers) {
			if strings.HasPrefix(s, "{") { // the machine it holds for
				_, s, _ = strings.Cut(s, "}")
			}
			s = strings.TrimPrefix(s, "unix:")
			if filepath.IsAbs(s) {
				return s
			}
		}
		return ""
	}
	if dir := os.Getenv("PULSE_RUNTIME_PATH"); dir != "" {
		return filepath.Join(dir, "native")
	}
	if dir := os.Getenv("XDG_RUNTIME_DIR"); dir != "" {
		return filepath.Join(dir, "pulse", "native")
	}
	return ""
}

// pulseCookie is the person's key to PulseAudio. The service also knows who asks from the socket, so any will do where
// none is found.
func pulseCookie() []byte {
	paths := []string{os.Getenv("PULSE_COOKIE")}
	if dir, err := os.UserConfigDir(); err == nil {
		paths = append(paths, filepath.Join(dir, "pulse", "cookie"))
	}
	if home, err := os.UserHomeDir(); err == nil {
		paths = append(paths, filepath.Join(home, ".pulse-cookie"))
	}
	const size = 256
	for _, p := range paths {
		if key, err := os.ReadFile(p); err == nil && len(key) == size {
			return key
		}
	}
	return make([]byte, size)
}
