package settings

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"catcow/routines/tomlfile"
)

const minute = tomlfile.Duration(time.Minute)

// file writes a settings file and gives its path.
func file(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), File)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestNoFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), File)
	s, problems := Load(path)
	if problems != nil || !reflect.DeepEqual(s, Default()) {
		t.Errorf("%+v, %v", s, problems)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Error("loading wrote a file")
	}
}

func TestDefaults(t *testing.T) {
	d := Default()
	if time.Duration(d.Length) != 10*time.Minute || time.Duration(d.HoldFloor) != 20*time.Second || !d.BreathPacer || !d.Sounds || d.Volume != 60 || d.Voice {
		t.Errorf("%+v", d)
	}
	if d.PlanPace() != "" || (Settings{Pace: "slow"}).PlanPace() != "slow" {
		t.Error("the pace of a plan")
	}
	d.Lengths = map[string]tomlfile.Duration{"combo-10": 7 * minute}
	if d.LengthFor("combo-10") != 7*time.Minute || d.LengthFor("desk-reset") != 10*time.Minute {
		t.Error("the length for a routine")
	}
}

// TestNewFile saves for the first time: the file explains itself, and reads back as it was.
func TestNewFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", File)
	s := Default()
	s.Theme, s.Volume = "tea", 35
	s.Lengths = map[string]tomlfile.Duration{"combo-10": 7 * minute, "my own.one": 12 * minute}
	s.Breaks.On, s.Breaks.LongEvery, s.Breaks.NotNow.Typing = true, 4, false
	s.Breaks.Hours.Monday, s.Breaks.DaysOff = []string{"09:00-12:30", "13:15-17:00"}, []string{"2026-12-24/2027-01-02"}
	if err := Save(path, s); err != nil {
		t.Fatal(err)
	}
	got, problems := Load(path)
	if problems != nil || !reflect.DeepEqual(got, s) {
		t.Errorf("%+v, %v", got, problems)
	}
	text := content(t, path)
	for _, line := range []string{"length         = \"10m\"           # session length, 1m to 45m", "[lengths]", "\"my own.one\" = \"12m\"",
		"long_every    = 4                # every nth break", "monday    = [\"09:00-12:30\", \"13:15-17:00\"]", "typing         = false           # until"} {
		if !strings.Contains(text, line) {
			t.Errorf("no %q in\n%s", line, text)
		}
	}
}

// TestProblems names what cannot be used, and uses the rest.
func TestProblems(t *testing.T) {
	// Where the problem lies, and what its sentence must name; the wording of most is that of every file.
	tests := []struct {
		text, at string
		names    []string
	}{
		{`theme = "espreso"`, ":1:9: ", []string{"theme", `"espreso"`, `"espresso"`}},
		{`thme = "tea"`, ":1:1: ", []string{`"thme"`, `"theme"`}},
		{`figure = "crob"`, ":1:10: ", []string{"figure", `"crob"`, `"crop"`}},
		{`skin = "green"`, ":1:8: ", append([]string{`"green"`}, Skins...)},
		{`volume = 101`, ":1:10: ", []string{"volume", "101", "100"}},
		{`volume = "loud"`, ":1:10: ", []string{"volume", "a whole number", `"loud"`}},
		{`length = "90s"`, ":1:10: ", []string{"whole minutes", `"2m"`, `"1m30s"`}},
		{`length = "2h"`, ":1:10: ", []string{"length", "1m", "45m", `"2h"`}},
		{`length = 10`, ":1:10: ", []string{"length", "10", `"10s"`}},
		{`hold_floor = "25s"`, ":1:14: ", []string{"hold_floor", `"20s"`, `"30s"`, `"25s"`}},
		{`text_size = 115`, ":1:13: ", []string{"text_size", "125", "115"}},
		{"[lengths]\ncombo-10 = \"1s\"", ":2:12: ", []string{"combo-10", "1m", "45m", `"1s"`}},
		{"[breaks]\nby = \"clok\"", ":2:6: ", []string{"by", `"clok"`, `"clock"`}},
		{"[breaks.hours]\nmonday = [\"9-17\"]", ":2:11: ", []string{`"09:00-17:00"`}},
		{"breaks = { minutes = [60] }", ":1:23: ", []string{"minutes[0]", "59", "60"}},
		{"breaks.not_now.camra = true", ":1:1: ", []string{`"camra"`, `"camera"`}},
		{"breaks = true", ":1:10: ", []string{"breaks must be a table"}},
		{`warm = yes`, ":1:8: ", []string{"true"}},
		{"theme = \"tea\"\x00", ":1:14: ", []string{"zero byte"}},
	}
	for _, tt := range tests {
		path := file(t, tt.text+"\n")
		s, problems := Load(path)
		if len(problems) != 1 || !strings.HasPrefix(problems[0].String(), path+tt.at) {
			t.Errorf("%s: %v, want one at %s", tt.text, problems, tt.at)
			continue
		}
		for _, name := range tt.names {
			if said := problems[0].Message.String(); !strings.Contains(said, name) {
				t.Errorf("%s: %q does not say %s", tt.text, said, name)
			}
		}
		if !reflect.DeepEqual(s, Default()) {
			t.Errorf("%s: %+v", tt.text, s)
		}
		if content(t, path) != tt.text+"\n" {
			t.Errorf("%s: loading changed the file", tt.text)
		}
	}
	s, problems := Load(file(t, "sounds = false\nvolume = -1\ntheme = \"tea\"\n"))
	if len(problems) != 1 || s.Theme != "tea" || s.Sounds || s.Volume != 60 {
		t.Errorf("the rest of a file: %+v, %v", s, problems)
	}
}

// TestKeptAside keeps what cannot be read before anything of it is lost, and only then.
func TestKeptAside(t *testing.T) {
	tests := []struct {
		name, text string
		kept       bool
	}{
		{"not TOML", "theme = \"tea\" # mine\nvolume = = 3\n", true},
		{"not text", "\x00\x01", true},
		{"a value out of range is replaced", "volume = 300\n", true},
		{"a value where a table belongs is replaced", "breaks = true # all\n", true},
		{"a value out of range in a list is replaced", "[breaks]\nminutes = [25, 70] # mine\n", true},
		{"a value out of range stays", "skin = \"purple\"\nvolume = 3\n", false},
		{"an unknown key stays", "# mine\nfuture = 3\n", false},
	}
	for _, tt := range tests {
		path := file(t, tt.text)
		s, problems := Load(path)
		if problems == nil {
			t.Fatalf("%s: no problem", tt.name)
		}
		for _, volume := range []int{7, 8} {
			s.Volume, s.Breaks.On, s.Breaks.Minutes = volume, true, []int{volume}
			err := Save(path, s)
			if err != nil {
				t.Fatalf("%s: %v", tt.name, err)
			}
			if got, _ := Load(path); got.Volume != volume {
				t.Errorf("%s: volume %d", tt.name, got.Volume)
			}
		}
		kept, err := os.ReadFile(path + ".broken")
		if tt.kept != (err == nil) || tt.kept && string(kept) != tt.text {
			t.Errorf("%s: kept %q, %v", tt.name, kept, err)
		}
		if _, err := os.Stat(path + ".broken-2"); err == nil {
			t.Errorf("%s: kept twice", tt.name)
		}
		if !tt.kept && !strings.HasPrefix(content(t, path), strings.Split(tt.text, "\n")[0]) {
			t.Errorf("%s: %q is gone", tt.name, tt.text)
		}
	}
}

// TestNotAFile moves a folder out of the way instead of failing for ever.
func TestNotAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), File)
	if err := os.MkdirAll(filepath.Join(path, "inside"), 0o700); err != nil {
		t.Fatal(err)
	}
	s, problems := Load(path)
	if len(problems) != 1 || !reflect.DeepEqual(s, Default()) {
		t.Errorf("%+v, %v", s, problems)
	}
	for range 2 {
		if err := Save(path, s); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(filepath.Join(path+".broken", "inside")); err != nil {
		t.Error(err)
	}
	if got, problems := Load(path); problems != nil || !reflect.DeepEqual(got, s) {
		t.Errorf("%+v, %v", got, problems)
	}
}

// TestUnchangedIsNotWritten leaves the file alone, so that whoever watches it is not woken for nothing.
func TestUnchangedIsNotWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), File)
	if err := Save(path, Default()); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Dir(path), 0o500); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := Save(path, Default()); err != nil {
		t.Error(err)
	}
	after, err := os.Stat(path)
	if err != nil || !os.SameFile(before, after) || !before.ModTime().Equal(after.ModTime()) {
		t.Errorf("written again: %v", err)
	}
	if err := os.Chmod(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
}

// TestRefused does not save what could not be loaded.
func TestRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), File)
	for name, change := range map[string]func(*Settings){
		"theme":   func(s *Settings) { s.Theme = "glass" },
		"volume":  func(s *Settings) { s.Volume = -1 },
		"length":  func(s *Settings) { s.Length = 90 * tomlfile.Duration(time.Second) },
		"lengths": func(s *Settings) { s.Lengths = map[string]tomlfile.Duration{"a": 0} },
		"snooze":  func(s *Settings) { s.Breaks.Snooze = 0 },
		"minutes": func(s *Settings) { s.Breaks.Minutes = []int{55, 25} },
		"no hour": func(s *Settings) { s.Breaks.Hours.Friday = []string{"9-17"} },
		"key":     func(s *Settings) { s.Lengths = map[string]tomlfile.Duration{"\xff": minute} },
	} {
		s := Default()
		change(&s)
		if err := Save(path, s); err == nil {
			t.Errorf("%s was saved", name)
		}
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s left a file", name)
		}
	}
}
