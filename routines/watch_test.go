package routines

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"
)

// watched watches a new data folder and returns a channel that gets a value for every change reported.
func watched(t *testing.T) (dir string, changes chan time.Time) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "not", "there", "yet")
	changes = make(chan time.Time, 100)
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	if err := Watch(ctx, dir, func() { changes <- time.Now() }); err != nil {
		t.Fatal(err)
	}
	return dir, changes
}

// expectChange waits for a change to be reported and checks that it took less than a second.
func expectChange(t *testing.T, changes chan time.Time, what string, change func() error) {
	t.Helper()
	start := time.Now()
	if err := change(); err != nil {
		t.Fatal(err)
	}
	select {
	case when := <-changes:
		if took := when.Sub(start); took > time.Second {
			t.Errorf("%s: reported after %v, want within a second", what, took)
		}
	case <-time.After(10 * time.Second):
		t.Fatalf("%s: not reported", what)
	}
}

// An edit shows, however the editor saves.
func TestWatch(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for the file system")
	}
	dir, changes := watched(t)
	in := func(name string) string { return filepath.Join(dir, name) }
	write := func(name, text string) func() error {
		return func() error { return os.WriteFile(in(name), []byte(text), 0o600) }
	}
	expectChange(t, changes, "a new routine", write("routines/a.toml", "one"))
	expectChange(t, changes, "an edit in place", write("routines/a.toml", "two"))
	expectChange(t, changes, "an edit that renames a new file over the old", func() error {
		if err := write("routines/.a.toml.new", "three")(); err != nil {
			return err
		}
		return os.Rename(in("routines/.a.toml.new"), in("routines/a.toml"))
	})
	expectChange(t, changes, "an edit that moves the old file aside first", func() error {
		if err := os.Rename(in("routines/a.toml"), in("routines/a.toml~")); err != nil {
			return err
		}
		return write("routines/a.toml", "four")()
	})
	expectChange(t, changes, "a new exercise", write("exercises/b.toml", "one"))
	expectChange(t, changes, "a picture", write("exercises/b.png", "one"))
	expectChange(t, changes, "a file taken away", func() error { return os.Remove(in("routines/a.toml")) })
	expectChange(t, changes, "a folder taken away", func() error { return os.RemoveAll(in("routines")) })
	expectChange(t, changes, "the folder made again", func() error { return os.Mkdir(in("routines"), 0o700) })
	expectChange(t, changes, "a routine in the folder made again", write("routines/c.toml", "one"))
}

// What is no file of ours is passed over, and many changes at once are one.
func TestWatchQuiet(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for the file system")
	}
	dir, changes := watched(t)
	for _, name := range []string{"settings.toml", "routines/.a.toml.swp", "routines/4913", "routines/notes.txt", "exercises/b.toml~"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	expectChange(t, changes, "ten routines", func() error {
		for _, name := range "abcdefghij" {
			if err := os.WriteFile(filepath.Join(dir, "routines", string(name)+".toml"), []byte("x"), 0o600); err != nil {
				return err
			}
		}
		return nil
	})
	if n := len(changes); n != 0 {
		t.Errorf("%d changes more were reported", n)
	}
}

func TestWatchCannot(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Watch(t.Context(), file, func() {}); err == nil {
		t.Error("a file was watched as if it were a data folder")
	}
}

// Changes are reported once things are quiet, and at the latest after patience; not after the end.
func TestDebounce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		touched := make(chan struct{}, 1)
		reports := make(chan time.Duration, 100)
		var reported []time.Duration
		ctx, cancel := context.WithCancel(t.Context())
		go debounce(ctx, touched, func() { reports <- time.Since(start) })
		touch := func(after time.Duration) {
			time.Sleep(after - time.Since(start))
			signal(touched)
		}
		expect := func(want ...time.Duration) {
			t.Helper()
			synctest.Wait()
			for len(reports) > 0 {
				reported = append(reported, <-reports)
			}
			if len(reported) != len(want) {
				t.Fatalf("at %v reported at %v, want %v", time.Since(start), reported, want)
			}
			for i := range want {
				if reported[i] != want[i] {
					t.Errorf("reported at %v, want %v", reported, want)
				}
			}
		}
		ms := time.Millisecond
		touch(1000 * ms) // one alone
		touch(2000 * ms) // several within settle of each other
		expect(1150 * ms)
		touch(2100 * ms)
		touch(2200 * ms)
		for at := 3000 * ms; at <= 3600*ms; at += 100 * ms { // without end
			touch(at)
		}
		expect(1150*ms, 2350*ms, 3500*ms)
		time.Sleep(time.Second)
		expect(1150*ms, 2350*ms, 3500*ms, 3750*ms)
		touch(5000 * ms)
		cancel()
		time.Sleep(time.Second)
		expect(1150*ms, 2350*ms, 3500*ms, 3750*ms)
	})
}
