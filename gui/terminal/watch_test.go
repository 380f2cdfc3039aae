package terminal

import (
	"bufio"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"catcow/gui/system"
)

// What is saved in several steps is drawn once, when there is quiet, and nothing is drawn after the end.
func TestFollow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		changes, times := make(chan struct{}), []time.Duration{}
		begin := time.Now()
		ended := make(chan struct{})
		go func() {
			follow(ctx, changes, func() { times = append(times, time.Since(begin)) })
			close(ended)
		}()
		time.Sleep(time.Second)
		for range 5 { // one save
			changes <- struct{}{}
			time.Sleep(settle / 2)
		}
		time.Sleep(time.Second)
		changes <- struct{}{} // another
		time.Sleep(time.Second)
		changes <- struct{}{} // and one that the end comes before
		stop()
		<-ended
		want := []time.Duration{0, time.Second + 2*settle + settle, time.Second + settle*5/2 + time.Second + settle}
		if len(times) != 3 || times[0] != want[0] || times[1] != want[1] || times[2] != want[2] {
			t.Errorf("drawn at %v, not %v", times, want)
		}
	})
}

func TestFollowEndsWithItsChanges(t *testing.T) {
	for _, before := range []int{0, 1} {
		changes := make(chan struct{}, 1)
		for range before {
			changes <- struct{}{}
		}
		close(changes)
		n := 0
		follow(t.Context(), changes, func() { n++ })
		if n != 1 {
			t.Errorf("after %d changes drawn %d times", before, n)
		}
	}
}

// watched is a file being watched, as a person sees it: line by line.
type watched struct {
	t     *testing.T
	pipe  *io.PipeReader
	lines *bufio.Scanner
	stop  context.CancelFunc
	code  chan int
}

func startWatch(t *testing.T, file string) *watched {
	t.Helper()
	folders, err := system.Locate(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	r, w := io.Pipe()
	ctx, stop := context.WithCancel(t.Context())
	s := &watched{t, r, bufio.NewScanner(r), stop, make(chan int, 1)}
	go func() {
		s.code <- watch(ctx, Env{Out: w, Err: w, folders: folders}, drawing{words: []string{file}, watch: true, size: 48})
		w.Close()
	}()
	return s
}

// want reads on to a line that holds the text.
func (s *watched) want(text string) {
	s.t.Helper()
	late := time.AfterFunc(time.Minute, func() { s.pipe.CloseWithError(context.DeadlineExceeded) })
	defer late.Stop()
	var before []string
	for s.lines.Scan() {
		before = append(before, s.lines.Text())
		if strings.Contains(s.lines.Text(), text) {
			return
		}
	}
	s.t.Fatalf("it ended without %q, and said %q", text, before)
}

// With a real folder: what is saved is drawn, also by an editor that puts a new file in the old one's place; what is
// wrong is told and leaves the last good picture; and the end is a good end.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	file, shown := filepath.Join(dir, "mine.toml"), filepath.Join(dir, "mine.png")
	good := mine(t, "")
	save := func(text string) {
		t.Helper()
		if err := os.WriteFile(file+"~", []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(file+"~", file); err != nil {
			t.Fatal(err)
		}
	}
	look := func() string {
		t.Helper()
		data, err := os.ReadFile(shown)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	s := startWatch(t, file)
	s.want("there is no such file")
	s.want("stays as it was")
	save(good)
	s.want("Drawn: " + shown)
	first := look()

	save(strings.Replace(good, "[figure]", "[figure]\nveiw = \"front\"", 1))
	s.want(`unknown key "veiw"`)
	s.want("stays as it was")
	if look() != first {
		t.Error("a file that is wrong changed the picture")
	}

	if err := os.WriteFile(file, []byte(mine(t, handTooFar)), 0o600); err != nil {
		t.Fatal(err)
	}
	s.want("cannot reach the floor from here")
	s.want("Drawn: " + shown)
	if look() == first {
		t.Error("a new pose did not change the picture")
	}
	s.stop()
	if code := <-s.code; code != Fine {
		t.Errorf("code %d", code)
	}
}

func TestWatchWithoutFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "here")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	s := startWatch(t, filepath.Join(dir, "mine.toml"))
	s.want("stays as it was")
	if err := os.Remove(dir); err != nil {
		t.Fatal(err)
	}
	s.want("is gone")
	if code := <-s.code; code != Failed {
		t.Errorf("code %d", code)
	}
	s = startWatch(t, filepath.Join(dir, "mine.toml"))
	s.want("watching the folder of")
	if code := <-s.code; code != Failed {
		t.Errorf("code %d", code)
	}
}
