package breaks

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"catcow/routines/exercise"
)

// full is a state in which everything is said.
func full() State {
	at := func(text string) Moment { return Moment{dateIn(text, time.FixedZone("", 3600))} }
	return State{
		AsOf: at("2026-11-23 12:00:05"), Active: every(20*minute + 3*second), LeftOut: every(minute), Warned: true, Snoozes: 2, SinceLong: 3,
		LastDaily: "2026-11-22", LastRest: at("2026-11-23 11:40"), LastAsked: at("2026-11-23 11:50"),
		Away: every(90 * second), Pause: &Pause{at("2026-11-23 14:00")},
		Pending: &Pending{Daily, at("2026-11-23 11:50"), at("2026-11-23 12:05"), at("2026-11-23 11:50"), []Reason{Camera, Typing}},
		Running: &Running{Long, "desk-reset", at("2026-11-23 11:59")},
		Recent: []Recent{
			{"micro-3", Short, []exercise.Area{exercise.AreaNeck, exercise.AreaUpperBack}, at("2026-11-22 16:03")},
			{"my-\"own\"", "", nil, at("2026-11-23 10:31")},
		},
	}
}

func TestStore(t *testing.T) {
	for name, s := range map[string]State{"full": full(), "little": {AsOf: full().AsOf}} {
		dir := filepath.Join(t.TempDir(), "new")
		if err := Save(dir, s); err != nil {
			t.Fatal(err)
		}
		got, no := Load(dir)
		if no != nil {
			t.Fatal(no)
		}
		if a, b := plain(t, got), plain(t, s); a != b {
			t.Errorf("%s came back as\n%s\nwas\n%s", name, a, b)
		}
	}
	if got, no := Load(t.TempDir()); no != nil || !reflect.DeepEqual(got, State{}) {
		t.Errorf("of nothing: %+v, %v", got, no)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "x"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Save(filepath.Join(dir, "x"), full()); err == nil {
		t.Error("saved into a file")
	}
}

// plain is a state as text.
func plain(t *testing.T, s State) string {
	t.Helper()
	data, err := s.text()
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestLoadSetsAside meets every kind of file that is none of ours.
func TestLoadSetsAside(t *testing.T) {
	whole := plain(t, full())
	for name, text := range map[string]string{
		"empty":           "",
		"torn":            whole[:len(whole)/2+3],
		"not text":        "\x00\x01\x02",
		"foreign":         "name = \"Undo the Chair\"\n[[phase]]\n",
		"unknown kind":    strings.Replace(whole, `kind = "daily"`, `kind = "weekly"`, 1),
		"unknown running": strings.Replace(whole, `kind = "long"`, `kind = ""`, 1),
		"unknown recent":  strings.Replace(whole, `kind = "short"`, `kind = "tiny"`, 1),
		"unknown reason":  strings.Replace(whole, `"camera"`, `"kitchen"`, 1),
		"absurd snoozes":  strings.Replace(whole, "snoozes = 2", "snoozes = -2", 1),
		"absurd count":    strings.Replace(whole, "since_long = 3", "since_long = 3000000000", 1),
		"no day":          strings.Replace(whole, `last_daily = "2026-11-22"`, `last_daily = "2026-11-32"`, 1),
		"no moment":       strings.Replace(whole, `as_of = "2026`, `as_of = "noon 2026`, 1),
		"never":           strings.Replace(whole, `as_of = "2026-11-23T12:00:05+01:00"`, `as_of = ""`, 1),
		"negative":        strings.Replace(whole, `active = "20m3s"`, `active = "-20m3s"`, 1),
		"huge":            whole + "# " + strings.Repeat("x", 1<<20),
	} {
		if text == whole {
			t.Fatalf("%s: the file did not change", name)
		}
		dir := t.TempDir()
		path := filepath.Join(dir, File)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		got, no := Load(dir)
		if !reflect.DeepEqual(got, State{}) || no == nil || !strings.Contains(no.String(), path+".broken") || !strings.Contains(no.String(), "Counting begins anew") {
			t.Errorf("%s: %+v, %v", name, got, no)
		}
		if kept, err := os.ReadFile(path + ".broken"); err != nil || string(kept) != text {
			t.Errorf("%s: kept %d of %d bytes, %v", name, len(kept), len(text), err)
		}
		if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: still in the way", name)
		}
	}

	// A folder in its place can be moved aside as well; where nothing can, it says so.
	dir := t.TempDir()
	path := filepath.Join(dir, File)
	if err := os.MkdirAll(filepath.Join(path, "x"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(path+".broken", "y"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, no := Load(dir); no == nil || !strings.Contains(no.String(), "could not be moved aside") {
		t.Errorf("%v", no)
	}
}

// TestStateKeeps: what a clock keeps is what it was given, when no time went by.
func TestStateKeeps(t *testing.T) {
	s := full()
	s.Away, s.Running, s.LeftOut = 0, nil, 0
	now := s.AsOf.Time
	r := rules(nil)
	if a, b := plain(t, New(r, s, now).State(now)), plain(t, s); a != b {
		t.Errorf("kept\n%s\nof\n%s", a, b)
	}
	w := newWorld(t, rules(nil), monday)
	w.run(10 * minute)
	w.c.Skip(w.now())
	w.away(Idle, minute)
	got := w.c.State(w.now())
	if got.Active != 0 || got.LeftOut != every(41*minute) || got.Away != every(minute) {
		t.Errorf("active %v, left out %v, away %v", got.Active, got.LeftOut, got.Away)
	}
	// Away when it was kept: the absence goes on.
	w.pass(2 * minute)
	w.c = New(r, got, w.now())
	w.hear(w.c.Advance(w.now()))
	if n := len(w.of(Rested)); n != 1 {
		t.Errorf("%+v", w.all)
	}
}
