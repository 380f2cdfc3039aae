//go:build unix && !darwin

package busy

import (
	"net"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"
)

// deaf is the path of a socket that takes whoever comes and never answers.
func deaf(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	listener, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	return path
}

func TestSoundThatHangsLeavesTimeForALSA(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a second")
	}
	soundless(t)
	t.Setenv("PULSE_SERVER", "unix:"+deaf(t, "native"))
	began := time.Now()
	if got := askPulse(t.Context()); got != unknown {
		t.Errorf("got %v, want unknown", got)
	}
	if took := time.Since(began); took > lookTime*9/10 {
		t.Errorf("took %v", took)
	}
}

func TestLookWhereEverythingHangs(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	before := runtime.NumGoroutine()
	hangs := t.Run("look", func(t *testing.T) {
		pwDump(t, "exec sleep 60\n")
		soundless(t)
		t.Setenv("PIPEWIRE_REMOTE", deaf(t, "pipewire-0"))
		t.Setenv("PULSE_SERVER", "unix:"+deaf(t, "native"))
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+deaf(t, "bus"))
		t.Setenv("WAYLAND_DISPLAY", deaf(t, "wayland-0"))
		display := deaf(t, "x:0")
		t.Setenv("DISPLAY", display)
		t.Setenv("XAUTHORITY", os.DevNull)

		began := time.Now()
		got := Look(t.Context(), Reasons)
		if took := time.Since(began); took > lookTime*3/2 {
			t.Errorf("took %v", took)
		}
		for _, r := range []Reason{Sharing, FullScreen, DoNotDisturb} {
			if !slices.Contains(got.Unknown, r) {
				t.Errorf("%s is not unknown: %+v", r, got)
			}
		}
	})
	if !hangs {
		return
	}
	for deadline := time.Now().Add(10 * time.Second); runtime.NumGoroutine() > before; runtime.Gosched() {
		if time.Now().After(deadline) {
			stacks := make([]byte, 1<<16)
			t.Fatalf("goroutines stay:\n%s", stacks[:runtime.Stack(stacks, true)])
		}
	}
}
