//go:build desktop && unix && !darwin

// These tests watch a real X server, and real buses with services made up: run them as
// `.ci/desktop go test -tags desktop -run Desktop ./gui/system/presence`.

package presence

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// patience is how long anything may take that is not timed; a busy machine gets plenty.
const patience = 20 * time.Second

// watchOnly is the variable that makes this program a watch and nothing else, whose cost can be measured.
const watchOnly = "CATCOW_TEST_WATCH"

func TestMain(m *testing.M) {
	if threshold, err := time.ParseDuration(os.Getenv(watchOnly)); err == nil {
		for e := range Open(context.Background(), threshold).Events() {
			fmt.Println(e.Kind, e.Source)
		}
	}
	os.Exit(m.Run())
}

// start starts a program for as long as the test runs.
func start(t *testing.T, name string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(name, args...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(cmd) })
	return cmd
}

func stop(cmd *exec.Cmd) {
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
}

// open begins a watch for as long as the test runs.
func open(t *testing.T, threshold time.Duration) *Watch {
	t.Helper()
	w := Open(t.Context(), threshold)
	t.Cleanup(w.Close)
	return w
}

// next waits for an event of a kind.
func next(t *testing.T, w *Watch, kind Kind) Event {
	t.Helper()
	select {
	case e := <-w.Events():
		if e.Kind != kind {
			t.Fatalf("got %+v, want kind %d", e, kind)
		}
		return e
	case <-time.After(patience):
		t.Fatalf("waited in vain for an event of kind %d", kind)
		return Event{}
	}
}

// still checks that nothing happens for a while.
func still(t *testing.T, w *Watch, d time.Duration) {
	t.Helper()
	select {
	case e := <-w.Events():
		t.Fatalf("got %+v, and nothing happened", e)
	case <-time.After(d):
	}
}

func press(t *testing.T, args ...string) {
	t.Helper()
	if out, err := exec.Command("xdotool", args...).CombinedOutput(); err != nil {
		t.Fatalf("xdotool %s: %v: %s", strings.Join(args, " "), err, out)
	}
}

// xserver begins an X server of its own with no person at it, and names it in DISPLAY. Given a number it is that one.
func xserver(t *testing.T, number string) (*exec.Cmd, string) {
	t.Helper()
	if os.Getenv("CATCOW_DESKTOP") == "" {
		t.Fatal("run this inside .ci/desktop")
	}
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	args := []string{"-displayfd", "3", "-nolisten", "tcp", "-screen", "0", "320x200x24"}
	if number != "" {
		args = append(args, ":"+number)
	}
	cmd := exec.Command("Xvfb", args...)
	cmd.ExtraFiles = []*os.File{write}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(cmd) })
	write.Close()
	line, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("the X server says no number: %v", err)
	}
	nowhere(t)
	number = strings.TrimSpace(line)
	t.Setenv("DISPLAY", ":"+number)
	return cmd, number
}

// TestDesktopX11 goes away and comes back at a real X server.
func TestDesktopX11(t *testing.T) {
	xserver(t, "")
	const threshold = 2 * time.Second
	w := open(t, threshold)
	if e := next(t, w, Changed); e.Source != X11 {
		t.Fatalf("the source is %+v", e)
	}
	press(t, "mousemove", "10", "10")
	best := time.Hour // a busy machine may be late, but not each time
	for i, how := range [][]string{{"key", "a"}, {"mousemove", "20", "20"}, {"click", "1"}} {
		last := time.Now()
		e := next(t, w, Away)
		if took := time.Since(last); took < threshold-200*time.Millisecond || took > threshold+2*time.Second {
			t.Errorf("%d: away after %v, want %v", i, took, threshold)
		}
		if off := e.Since.Sub(last).Abs(); e.Why != Idle || off > time.Second {
			t.Errorf("%d: %+v, the last input was at %v", i, e, last)
		}
		still(t, w, 500*time.Millisecond)
		before := time.Now()
		press(t, how...)
		took := next(t, w, Back).Since.Sub(before)
		if took < 0 || took > 2*time.Second {
			t.Errorf("%d: back %v after %s", i, took, how)
		}
		best = min(best, took)
	}
	if best > 100*time.Millisecond {
		t.Errorf("back %v after input at best, want 100 ms", best)
	}

	// While somebody types, a lull waits; then it comes.
	press(t, "key", "b")
	lull := w.Lull(t.Context(), time.Second)
	last := time.Now()
	for range 8 {
		time.Sleep(200 * time.Millisecond)
		begun := time.Now()
		press(t, "key", "b")
		if time.Since(last) > 900*time.Millisecond {
			t.Log("the machine was too busy to type on")
			break
		}
		select {
		case <-lull:
			t.Fatal("a lull in the middle of a word")
		default:
		}
		last = begun
	}
	<-lull
	if took := time.Since(last); took < 900*time.Millisecond || took > 3*time.Second {
		t.Errorf("a lull of 1 s after %v", took)
	}
	// What is past already is not waited for.
	begun := time.Now()
	<-w.Lull(t.Context(), 500*time.Millisecond)
	if took := time.Since(begun); took > 400*time.Millisecond {
		t.Errorf("a lull that there is already took %v", took)
	}
	begun = time.Now()
	w.Close()
	if took := time.Since(begun); took > time.Second {
		t.Errorf("closing took %v", took)
	}
}

// TestDesktopAwayAlready begins to watch when nobody has been there for a while.
func TestDesktopAwayAlready(t *testing.T) {
	xserver(t, "")
	press(t, "key", "a")
	last := time.Now()
	time.Sleep(1500 * time.Millisecond)
	w := open(t, time.Second)
	next(t, w, Changed)
	if e := next(t, w, Away); e.Since.Sub(last).Abs() > time.Second {
		t.Errorf("away since %v, the last input was at %v", e.Since, last)
	}
	press(t, "key", "a")
	next(t, w, Back)
}

// TestDesktopX11Restarts kills the X server while nobody is there, and starts it again.
func TestDesktopX11Restarts(t *testing.T) {
	server, number := xserver(t, "")
	w := open(t, time.Second)
	next(t, w, Changed)
	next(t, w, Away)
	stop(server)
	if e := next(t, w, Changed); e.Source != Unknown {
		t.Errorf("the server is gone, and the source is %s", e.Source)
	}
	next(t, w, Back)
	// A killed server leaves its socket and its lock; the next one clears them away.
	time.Sleep(2 * time.Second)
	xserver(t, number)
	if e := next(t, w, Changed); e.Source != X11 {
		t.Errorf("the server is back, and the source is %s", e.Source)
	}
	next(t, w, Away)
}

// TestDesktopScreenSaverClock looks at the clock that a server without counters has. This one has both.
func TestDesktopScreenSaverClock(t *testing.T) {
	xserver(t, "")
	conn, err := dialX11(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	src, err := openScreenSaver(conn, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	saver := src.(*screenSaver)
	for range 3 {
		press(t, "key", "a")
		if idle, err := saver.look(); err != nil || idle > 300*time.Millisecond {
			t.Errorf("after a key idle for %v, %v", idle, err)
		}
		time.Sleep(400 * time.Millisecond)
		if idle, err := saver.look(); err != nil || idle < 400*time.Millisecond {
			t.Errorf("after 0.4 s idle for %v, %v", idle, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_ = saver.run(ctx, func(bool, time.Time) {})
	if _, err := saver.look(); err == nil {
		t.Error("the connection outlives the source")
	}
}

// TestDesktopCost lets a process of its own do nothing but watch, and counts how often anything woke it up: while
// nobody is there, and while somebody types.
func TestDesktopCost(t *testing.T) {
	xserver(t, "")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv(watchOnly, "3s")
	cmd := exec.Command(self)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(cmd) })
	lines := bufio.NewScanner(out)
	for _, want := range []string{"2 x11", "0 x11"} {
		if lines.Scan(); lines.Text() != want {
			t.Fatalf("the watch says %q, want %q", lines.Text(), want)
		}
	}
	time.Sleep(3 * time.Second) // settle
	before := wakes(t, cmd.Process.Pid)
	time.Sleep(10 * time.Second)
	if n := wakes(t, cmd.Process.Pid) - before; n > 2 {
		t.Errorf("woken up %d times in 10 s of nobody being there", n)
	}
	press(t, "key", "a")
	if lines.Scan(); lines.Text() != "1 x11" {
		t.Fatalf("the watch says %q of a key", lines.Text())
	}
	time.Sleep(time.Second)
	before = wakes(t, cmd.Process.Pid)
	for i := range 50 {
		press(t, "mousemove", strconv.Itoa(10+i), "10")
		time.Sleep(100 * time.Millisecond)
	}
	if n := wakes(t, cmd.Process.Pid) - before; n > 2 {
		t.Errorf("woken up %d times by 50 moves of the mouse", n)
	}
}

// wakes is how often the process's threads have given up the processor to wait: each is one wake-up later.
func wakes(t *testing.T, pid int) int {
	t.Helper()
	files, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/status", pid))
	if err != nil || len(files) == 0 {
		t.Skip("there is no /proc to count wake-ups by")
	}
	all := 0
	for _, file := range files {
		text, _ := os.ReadFile(file) // a thread may have ended
		for line := range strings.Lines(string(text)) {
			if count, ok := strings.CutPrefix(line, "voluntary_ctxt_switches:"); ok {
				n, err := strconv.Atoi(strings.TrimSpace(count))
				if err != nil {
					t.Fatal(err)
				}
				all += n
			}
		}
	}
	return all
}
