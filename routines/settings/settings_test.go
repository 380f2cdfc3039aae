package settings

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
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
	if err := Save(path, s); err != nil {
		t.Fatal(err)
	}
	got, problems := Load(path)
	if problems != nil || !reflect.DeepEqual(got, s) {
		t.Errorf("%+v, %v", got, problems)
	}
	text := content(t, path)
	for _, line := range []string{"length         = \"10m\"           # session length, 1m to 45m", "[lengths]", "\"my own.one\" = \"12m\""} {
		if !strings.Contains(text, line) {
			t.Errorf("no %q in\n%s", line, text)
		}
	}
}

const byHand = `# mine, do not touch
theme='tea' # evenings

	volume   =   40
length = """12m"""   # a comment = "10m"
[ lengths ] # chosen
combo-10 = "7m" # short
"desk-reset"="4m"
`

// TestHandEdited changes single values in files of many makes and looks at every byte.
func TestHandEdited(t *testing.T) {
	missing := "" // every key that byHand lacks, as Save adds it
	for _, e := range Default().entries() {
		if !slices.Contains([]string{"theme", "volume", "length"}, e.key) {
			missing += e.key + " = " + e.value + "\n"
		}
	}
	full := strings.Replace(byHand, "[ lengths ]", missing+"[ lengths ]", 1)
	dotted := missing + "length = \"10m\"\ntheme = \"tea\"\nvolume = 60\nlengths.combo-10 = \"7m\"\n"
	inline := strings.Replace(dotted, `lengths.combo-10 = "7m"`, `lengths = { combo-10 = "7m" } # all`, 1)
	tests := []struct {
		name     string
		text     string
		change   func(*Settings)
		old, new string // what of the text must have become what
	}{
		{"nothing", full, func(*Settings) {}, "", ""},
		{"missing keys", byHand, func(*Settings) {}, "[ lengths ]", missing + "[ lengths ]"},
		{"a word", full, func(s *Settings) { s.Theme = "espresso" }, `'tea'`, `"espresso"`},
		{"a number", full, func(s *Settings) { s.Volume = 5 }, "=   40", "=   5"},
		{"a text of many lines", full, func(s *Settings) { s.Length = 15 * minute }, `"""12m"""`, `"15m"`},
		{"a length", full, func(s *Settings) { s.Lengths["combo-10"] = 9 * minute }, `"7m" # short`, `"9m" # short`},
		{"a quoted key", full, func(s *Settings) { s.Lengths["desk-reset"] = 9 * minute }, `"4m"`, `"9m"`},
		{"a length gone", full, func(s *Settings) { delete(s.Lengths, "combo-10") }, "combo-10 = \"7m\" # short\n", ""},
		{"a new length", full, func(s *Settings) { s.Lengths["a b"] = 9 * minute }, "\"desk-reset\"=\"4m\"\n", "\"desk-reset\"=\"4m\"\n\"a b\" = \"9m\"\n"},
		{"the last length gone, one new", full, func(s *Settings) { delete(s.Lengths, "desk-reset"); s.Lengths["x"] = minute }, "\"desk-reset\"=\"4m\"\n", "x = \"1m\"\n"},
		{"line ends of Windows", strings.ReplaceAll(full, "\n", "\r\n"), func(s *Settings) { s.Volume = 5; s.Lengths["x"] = minute },
			"", ""},
		{"no line end at the end", strings.TrimSuffix(full, "\n"), func(s *Settings) { s.Lengths["x"] = minute }, `="4m"`, "=\"4m\"\nx = \"1m\"\n"},
		{"dotted", dotted, func(s *Settings) { s.Lengths["x"] = minute }, "lengths.combo-10 = \"7m\"\n", "lengths.combo-10 = \"7m\"\nlengths.x = \"1m\"\n"},
		{"inline", inline, func(s *Settings) { s.Lengths["x"] = minute }, `{ combo-10 = "7m" }`, `{ combo-10 = "7m", x = "1m" }`},
		{"inline, all gone", inline, func(s *Settings) { s.Lengths = nil }, `{ combo-10 = "7m" }`, `{}`},
		{"no lengths yet", missing + "length = \"10m\"\ntheme = \"tea\"\nvolume = 60\n", func(s *Settings) { s.Lengths = map[string]tomlfile.Duration{"x": minute} },
			"volume = 60\n", "volume = 60\n\n" + lengthsHead + "\nx = \"1m\"\n"},
	}
	for _, tt := range tests {
		path := file(t, tt.text)
		s, problems := Load(path)
		if problems != nil {
			t.Fatalf("%s: %v", tt.name, problems)
		}
		s.Lengths = maps.Clone(s.Lengths)
		tt.change(&s)
		if err := Save(path, s); err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		got := content(t, path)
		want := strings.Replace(tt.text, tt.old, tt.new, 1)
		if tt.name == "line ends of Windows" {
			want = strings.Replace(tt.text, "=   40", "=   5", 1) + "x = \"1m\"\r\n"
		}
		if got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, want)
		}
		if again, problems := Load(path); problems != nil || again.Theme != s.Theme || !maps.Equal(again.Lengths, s.Lengths) || again.Length != s.Length || again.Volume != s.Volume {
			t.Errorf("%s: reads back as %+v, %v", tt.name, again, problems)
		}
		if _, err := os.Stat(path + ".broken"); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: something was kept aside", tt.name)
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
			s.Volume = volume
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
