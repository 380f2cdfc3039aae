package system

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
)

func TestSecondStartRaisesTheFirstWindow(t *testing.T) {
	path := filepath.Join(t.TempDir(), "window.sock")
	first, err := Claim(path, Wish{})
	if err != nil {
		t.Fatal(err)
	}
	if stat, err := os.Stat(path); err != nil {
		t.Error(err)
	} else if runtime.GOOS != "windows" && stat.Mode().Perm() != 0o600 {
		t.Errorf("the socket has mode %v, want 0600", stat.Mode().Perm())
	}
	for _, w := range []Wish{{}, {Resume: true}, {Open: []string{filepath.Join(t.TempDir(), "a \"b\"\n\u00fc.catcow")}}} {
		if _, err := Claim(path, w); !errors.Is(err, ErrRunning) {
			t.Fatalf("a second start got %v, want ErrRunning", err)
		}
		if got := <-first.Shown(); !reflect.DeepEqual(got, w) {
			t.Errorf("asked %+v, want %+v", got, w)
		}
	}
	if err := first.Close(); err != nil {
		t.Error(err)
	}
	if _, open := <-first.Shown(); open {
		t.Error("a closed instance was asked to show itself")
	}
	again, err := Claim(path, Wish{})
	if err != nil {
		t.Fatalf("the window was not given free: %v", err)
	}
	again.Close()
}

func TestStaleSocketIsTakenOver(t *testing.T) {
	path := filepath.Join(t.TempDir(), "window.sock")
	dead, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	dead.SetUnlinkOnClose(false) // as a killed process leaves it
	dead.Close()
	i, err := Claim(path, Wish{})
	if err != nil {
		t.Fatal(err)
	}
	i.Close()
}

func TestOneOfManyStartsWins(t *testing.T) {
	path := filepath.Join(t.TempDir(), "window.sock")
	if dead, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"}); err == nil {
		dead.SetUnlinkOnClose(false)
		dead.Close()
	}
	var (
		wg   sync.WaitGroup
		mu   sync.Mutex
		wins []*Instance
	)
	for range 8 {
		wg.Go(func() {
			i, err := Claim(path, Wish{})
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				wins = append(wins, i)
			} else if !errors.Is(err, ErrRunning) {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if len(wins) != 1 {
		t.Errorf("%d of 8 starts took the window, want 1", len(wins))
	}
	for _, i := range wins {
		i.Close()
	}
}

func TestStrangeQuestionsDoNotDisturb(t *testing.T) {
	path := filepath.Join(t.TempDir(), "window.sock")
	i, err := Claim(path, Wish{})
	if err != nil {
		t.Fatal(err)
	}
	defer i.Close()
	for _, line := range []string{"", "\n", "show", "dance\n", "open\n", "open []\n", "open [\"relative.catcow\"]\n", "open {}\n", strings.Repeat("x", 1<<17) + "\n"} {
		conn, err := net.Dial("unix", path)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = conn.Write([]byte(line)) // may be cut off
		conn.Close()
	}
	if _, err := Claim(path, Wish{}); !errors.Is(err, ErrRunning) {
		t.Errorf("after strange questions a second start got %v", err)
	}
	<-i.Shown()
	select {
	case <-i.Shown():
		t.Error("a strange question showed the window")
	default:
	}
}
