package session

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// TestKeptAndRestored closes the app at different moments of a session that was changed, and goes on.
func TestKeptAndRestored(t *testing.T) {
	p := combo()
	wait := find(t, p, plan.ActivitySlot, activity, plan.SideBoth)
	tests := []struct {
		name    string
		segment int
		do      func(*Session, time.Time)
		state   State // after it
	}{
		{"playing", 3, func(*Session, time.Time) {}, Paused},
		{"paused", 3, func(s *Session, now time.Time) { s.Pause(now) }, Paused},
		{"waiting", wait, func(*Session, time.Time) {}, Waiting},
		{"eased", find(t, p, plan.Work, four, plan.SideLeft), func(s *Session, now time.Time) { s.EaseOff(now); s.Next(now); s.EaseOff(now) }, Paused},
		{"warmed again", wait, func(s *Session, now time.Time) { s.Rewarm(now) }, Paused},
	}
	for _, tt := range tests {
		dir := t.TempDir()
		s, now := start(t, p, tt.segment, 3*second+250*time.Millisecond)
		tt.do(s, now)
		snap := s.Snapshot(now)
		if err := Save(dir, snap); err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		got, msg := Load(dir)
		if msg != nil || got == nil {
			t.Fatalf("%s: %v", tt.name, msg)
		}
		later := now.Add(20 * minute).Round(0)
		again, err := Restore(*got, library, later)
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		a, b := s.View(), again.View()
		if b.State != tt.state || b.Segment != a.Segment || a.Position-b.Position < 0 || a.Position-b.Position >= second {
			t.Errorf("%s: %s, segment %d at %v; was %d at %v", tt.name, b.State, b.Segment, b.Position, a.Segment, a.Position)
		}
		if a.Plan.Length != b.Plan.Length || !reflect.DeepEqual(a.Plan.Segments, b.Plan.Segments) || !reflect.DeepEqual(a.Plan.Phases, b.Plan.Phases) {
			t.Errorf("%s: the plan came back another", tt.name)
		}
		sa, sb := s.Summary(), again.Summary()
		if sa.Moved-sb.Moved >= second || sa.Total-sb.Total >= second || !reflect.DeepEqual(ids(sa.Eased), ids(sb.Eased)) {
			t.Errorf("%s: summary %+v, was %+v", tt.name, sb, sa)
		}
		if got.Left() != b.TotalLeft {
			t.Errorf("%s: %v left, says the snapshot; %v, says the session", tt.name, got.Left(), b.TotalLeft)
		}
		if second := again.Snapshot(later); second.Still.Sub(now.Round(0)).Abs() > 4*time.Second {
			t.Errorf("%s: still since %v", tt.name, second.Still)
		}
		if err := Clear(dir); err != nil {
			t.Error(err)
		}
		if got, msg := Load(dir); got != nil || msg != nil {
			t.Errorf("%s: after clearing: %v, %v", tt.name, got, msg)
		}
		if err := Clear(dir); err != nil {
			t.Errorf("clearing nothing: %v", err)
		}
	}
}

// TestRewarmAfterRestart offers to warm up again when the app was closed for long in the middle of the holds.
func TestRewarmAfterRestart(t *testing.T) {
	s, now := start(t, combo(), find(t, combo(), plan.Work, twist, plan.SideLeft), second)
	snap := s.Snapshot(now)
	for after, want := range map[time.Duration]bool{9 * minute: false, 11 * minute: true} {
		later := now.Add(after).Round(0)
		again, err := Restore(snap, library, later)
		if err != nil || again.RewarmOffered(later) != want {
			t.Errorf("after %v: offered %v, %v", after, again.RewarmOffered(later), err)
		}
	}
}

func TestOffered(t *testing.T) {
	zone := time.FixedZone("here", 2*3600)
	at := func(day, hour, minute int) time.Time { return time.Date(2026, 11, day, hour, minute, 0, 0, zone) }
	tests := []struct {
		taken, now time.Time
		want       bool
	}{
		{at(22, 18, 0), at(22, 18, 5), true},
		{at(22, 18, 0), at(23, 3, 59), true},
		{at(22, 18, 0), at(23, 4, 0), false},
		{at(22, 4, 0), at(23, 3, 59), true},
		{at(22, 1, 30), at(22, 3, 59), true}, // a late evening belongs to the day before
		{at(22, 1, 30), at(22, 4, 0), false},
		{at(22, 18, 0), at(22, 17, 0), true}, // a clock set back
		{at(22, 18, 0), at(21, 18, 0), false},
		{at(22, 18, 0).UTC(), at(23, 3, 59), true},
	}
	for _, tt := range tests {
		for _, state := range []State{Playing, Paused, Waiting} {
			if got := (Snapshot{State: state, Taken: Moment{tt.taken}}).Offered(tt.now); got != tt.want {
				t.Errorf("%s at %v, asked at %v: %v", state, tt.taken, tt.now, got)
			}
		}
		if (Snapshot{State: Done, Taken: Moment{tt.taken}}).Offered(tt.now) || (Snapshot{State: Stopped, Taken: Moment{tt.taken}}).Offered(tt.now) {
			t.Error("offered what is over")
		}
	}
}

// TestLoadSetsAside meets every kind of file that is none of ours.
func TestLoadSetsAside(t *testing.T) {
	good := t.TempDir()
	s, now := start(t, combo(), 3, second)
	if err := Save(good, s.Snapshot(now)); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(good, File))
	if err != nil {
		t.Fatal(err)
	}
	whole := string(data)
	files := map[string]string{
		"empty":            "",
		"torn":             whole[:len(whole)/2],
		"not text":         "\x00\x01\x02",
		"foreign":          "name = \"Undo the Chair\"\n[[phase]]\n",
		"unknown state":    strings.Replace(whole, `"playing"`, `"dancing"`, 1),
		"negative current": strings.Replace(whole, "current = 3", "current = -3", 1),
		"current far off":  strings.Replace(whole, "current = 3", "current = 3000", 1),
		"past the segment": strings.Replace(whole, `elapsed = "1s"`, `elapsed = "2h"`, 1),
		"no length":        strings.Replace(whole, `length = "5s"`, `length = "0s"`, 1),
		"unknown kind":     strings.Replace(whole, `kind = "work"`, `kind = "play"`, 1),
		"unknown side":     strings.Replace(whole, `side = "left"`, `side = "inside"`, 1),
		"phase far off":    strings.Replace(whole, "phase = 2", "phase = 20", 1),
		"phase goes back":  strings.Replace(whole, "phase = 2", "phase = 0", 1) + "",
		"absurd reps":      strings.Replace(whole, "reps = 14", "reps = 1400000000", 1),
		"reps, no tempo":   strings.Replace(whole, `tempo = "6s"`, `tempo = "0s"`, 1),
		"huge":             whole + "# " + strings.Repeat("x", 1<<20),
	}
	for name, text := range files {
		if text == whole {
			t.Fatalf("%s: the file did not change", name)
		}
		dir := t.TempDir()
		path := filepath.Join(dir, File)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		got, msg := Load(dir)
		if got != nil || msg == nil || !strings.Contains(msg.String(), path+".broken") {
			t.Errorf("%s: %v, %v", name, got, msg)
		}
		if kept, err := os.ReadFile(path + ".broken"); err != nil || string(kept) != text {
			t.Errorf("%s: kept %d of %d bytes, %v", name, len(kept), len(text), err)
		}
		if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: still in the way", name)
		}
		if err := Save(dir, s.Snapshot(now)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestRestoreRefuses what is over and what the library has no more.
func TestRestoreRefuses(t *testing.T) {
	s, now := start(t, combo(), 3, second)
	poor := &routines.Library{Catalogue: exercise.NewCatalogue([]*exercise.Exercise{rotation, twist})}
	if _, err := Restore(s.Snapshot(now), poor, now); err == nil || !strings.Contains(err.Error(), "hip-circles") {
		t.Errorf("without hip-circles: %v", err)
	}
	s.Stop(now)
	if _, err := Restore(s.Snapshot(now), library, now); err == nil {
		t.Error("a stopped session went on")
	}
	if _, err := Restore(Snapshot{}, library, now); err == nil {
		t.Error("nothing went on")
	}
}

// TestRestoreFindsTheRoutine uses the routine of the library when it is there still.
func TestRestoreFindsTheRoutine(t *testing.T) {
	s, now := start(t, combo(), 3, second)
	r := &routines.Routine{ID: "test", Name: "Test, edited"}
	lib := &routines.Library{Catalogue: library.Catalogue, Routines: []*routines.Routine{r}}
	for lib, want := range map[*routines.Library]string{lib: "Test, edited", library: "Test"} {
		again, err := Restore(s.Snapshot(now), lib, now)
		if err != nil || again.View().Plan.Routine.Name != want {
			t.Errorf("routine %v, %v", again.View().Plan.Routine, err)
		}
	}
}

// FuzzRead reads anything, and restores whatever was accepted.
func FuzzRead(f *testing.F) {
	now := time.Date(2026, 11, 22, 18, 0, 0, 0, time.UTC)
	s := New(combo(), library.Catalogue, now)
	s.Advance(now.Add(second))
	dir := f.TempDir()
	if err := Save(dir, s.Snapshot(now)); err != nil {
		f.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(dir, File))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add(data[:200])
	f.Add([]byte("state = \"waiting\"\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		snap, problems := read(File, data)
		if problems != nil {
			return
		}
		snap.Offered(now)
		snap.Left()
		s, err := Restore(snap, library, now)
		if err != nil {
			return
		}
		before := s.View()
		ev := s.TogglePause(now)
		if before.Position < 0 || before.Position > before.Plan.Length {
			t.Fatalf("at %v of %v", before.Position, before.Plan.Length)
		}
		for range 3 {
			ev = append(ev, s.Advance(now.Add(second))...)
			ev = append(ev, s.EaseOff(now.Add(second))...)
			ev = append(ev, s.More(now.Add(second))...)
		}
		s.Rewarm(now)
		s.View()
		s.Summary()
		_ = ev
	})
}
