package terminal

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"os/signal"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"catcow/gui/system"
)

var update = flag.Bool("update", false, "write the golden files")

func TestMain(m *testing.M) {
	// The goroutine that passes signals on lives as long as the process, so it must not begin in a synctest bubble.
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	signal.Stop(signals)
	m.Run()
}

// result is what a command line led to.
type result struct {
	code     int
	out, err string
	asked    *Ask // of the window; nil when none was opened
}

// run is a command line in an empty folder of its own, unless it names one, with a display.
func run(t *testing.T, args ...string) result {
	t.Helper()
	return runIn(t, t.TempDir(), nil, nil, args...)
}

// runIn is a command line that keeps everything in dir. display and window are what those two answer.
func runIn(t *testing.T, dir string, display, window error, args ...string) result {
	t.Helper()
	var (
		r        result
		out, err bytes.Buffer
	)
	r.code = Run(append([]string{"--data", dir}, args...), Env{
		In: strings.NewReader(""), Out: &out, Err: &err, Version: "1.2.3",
		Display: func() error { return display },
		Window:  func(a Ask) error { r.asked = &a; return window },
	})
	r.out, r.err = out.String(), err.String()
	return r
}

// golden compares text with testdata/name.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; make it with -update", err)
	}
	if got != string(want) {
		t.Errorf("%s is not as it was; if that is meant, run the test with -update. Now:\n%s", file, got)
	}
}

func TestTextsStayAsTheyAre(t *testing.T) {
	for _, tt := range []struct {
		file string
		args []string
	}{
		{"help.txt", []string{"--help"}},
		{"help-list.txt", []string{"list", "--help"}},
		{"help-check.txt", []string{"check", "--help"}},
		{"help-plan.txt", []string{"plan", "--help"}},
		{"help-new.txt", []string{"new", "--help"}},
		{"help-fmt.txt", []string{"help", "fmt"}},
		{"help-play.txt", []string{"help", "play"}},
		{"help-render.txt", []string{"--help", "render"}},
		{"help-share.txt", []string{"share", "--help"}},
		{"help-add.txt", []string{"add", "--help"}},
		{"help-print.txt", []string{"print", "--help"}},
		{"list.txt", []string{"list"}},
		{"plan-combo-7m.txt", []string{"plan", "combo-10", "--length", "7m"}},
		{"plan-desk-slow.txt", []string{"plan", "desk-reset", "--length=8m", "--pace", "slow", "--floor", "30s"}},
	} {
		t.Run(tt.file, func(t *testing.T) {
			dir := t.TempDir()
			r := runIn(t, dir, nil, nil, tt.args...)
			if r.code != Fine || r.err != "" {
				t.Fatalf("code %d, %s", r.code, r.err)
			}
			real, err := filepath.EvalSymlinks(dir)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, tt.file, strings.ReplaceAll(r.out, real, "DIR"))
		})
	}
}

// Every wrong command line answers with its code and with words that lead on.
func TestWrongCommandLines(t *testing.T) {
	for _, tt := range []struct {
		args string
		code int
		want string // on the error output
	}{
		{"plann combo-10", Misuse, "did you mean `catcow plan`?"},
		{"juggle", Misuse, "it can be play, list, plan, check, render"},
		{"help juggle", Misuse, "there is no command \"juggle\""},
		{"--dtaa x list", Misuse, "there is no option --dtaa; did you mean --data?"},
		{"--verson", Misuse, "did you mean --version?"},
		{"-- ", Misuse, "makes no sense here"},
		{"list everything", Misuse, "\"everything\" makes no sense here"},
		{"list --jsn", Misuse, "did you mean --json? `catcow list --help` says more"},
		{"list --json=yes", Misuse, "--json stands alone"},
		{"list --xyzzy", Misuse, "there is no option --xyzzy;"},
		{"plan", Misuse, "say which routine"},
		{"plan combo-10 desk-reset", Misuse, "one routine at a time"},
		{"plan combo-10 --length", Misuse, "--length wants 7m after it"},
		{"plan combo-10 --length --json", Misuse, "--length wants 7m after it, not --json"},
		{"plan combo-10 --length 7", Misuse, "7m is minutes, 7s is seconds"},
		{"plan combo-10 --length banana", Misuse, "\"banana\" is not a time"},
		{"plan combo-10 --length -5m", Misuse, "less than nothing"},
		{"plan combo-10 --length 7.5m", Misuse, "did you mean \"7m30s\"?"},
		{"plan combo-10 --pace relaxd", Misuse, "did you mean relaxed?"},
		{"plan combo-10 --pace zzz", Misuse, "it can be brisk, relaxed, slow"},
		{"plan combo-10 --floor 25s", Misuse, "it can be 20s or 30s"},
		{"plan combo-10 --floor soon", Misuse, "\"soon\" is not a time"},
		{"plan combo10", Failed, "there is no routine \"combo10\"; did you mean combo-10?"},
		{"plan zzzzzzzz", Failed, "`catcow list` shows them all"},
		{"plan combo-10 --length 1m", Failed, "the nearest that works: --length 3m"},
		{"plan combo-10 --length 0s", Failed, "the nearest that works: --length 3m"},
		{"plan combo-10 --length 2h", Failed, "the nearest that works: --length 30m"},
		{"plan combo-10 --length 99h", Failed, "the nearest that works: --length 30m"},
		{"plan workout-minute --length 2m", Failed, "or play morning-espresso"},
		{"play", Misuse, "say which routine"},
		{"play combo-10 --speed 60", Misuse, "--speed goes with --terminal"},
		{"play combo-10 --terminal --speed 0", Misuse, "not a whole number from 1 to 1000"},
		{"play combo10", Failed, "did you mean combo-10?"},
		{"play combo-10 --length 1m", Failed, "the nearest that works: --length 3m"},
		{"play comb-10 --terminal", Failed, "did you mean combo-10?"},
		{"check", Misuse, "say which file"},
		{"render --out x", Misuse, "say which exercise, or --all"},
		{"render cat-cow", Misuse, "--out DIR"},
		{"render cat-cow --all --out x", Misuse, "either --all or cat-cow"},
		{"render cat-cow --out=", Misuse, "name a folder"},
		{"render cat-cow --out x --size 5", Misuse, "not a whole number from 32 to 4096"},
		{"render cat-cow --out x --skin ambre", Misuse, "did you mean amber?"},
		{"render catcow --out x", Failed, "there is no exercise \"catcow\"; did you mean cat-cow?"},
		{"render zzzzzzzz --out x", Failed, "`catcow list` shows them all"},
		{"render activity-slot --out x", Failed, "activity-slot has no figure to draw"},
	} {
		t.Run(tt.args, func(t *testing.T) {
			t.Chdir(t.TempDir())
			r := run(t, strings.Split(tt.args, " ")...)
			if r.code != tt.code || !strings.Contains(r.err, tt.want) {
				t.Errorf("code %d, want %d with %q; said %q", r.code, tt.code, tt.want, r.err)
			}
			if r.out != "" || r.asked != nil {
				t.Errorf("something was done all the same: %q, %v", r.out, r.asked)
			}
			if left, _ := os.ReadDir("."); len(left) > 0 {
				t.Errorf("files were left: %v", left)
			}
		})
	}
}

// Options may stand anywhere, with one dash or two, and behind "--" everything is a word.
func TestOptionsStandAnywhere(t *testing.T) {
	want := run(t, "plan", "combo-10", "--length", "7m", "--warm").out
	for _, args := range []string{
		"plan --length 7m --warm combo-10",
		"--length 7m plan combo-10 --warm",
		"--warm --length=7m plan -- combo-10",
		"plan -warm -length 7m combo-10",
		"plan combo-10 --length 2m --warm --length 7m",
	} {
		if r := run(t, strings.Fields(args)...); r.code != Fine || r.out != want {
			t.Errorf("%s: code %d, %s%s", args, r.code, r.err, r.out)
		}
	}
}

func TestVersion(t *testing.T) {
	if r := run(t, "--version"); r.code != Fine || r.out != "catcow 1.2.3\n" {
		t.Errorf("code %d, %q", r.code, r.out)
	}
}

// Where no folder can be found, what needs none works and the rest says what helps.
func TestNoHome(t *testing.T) {
	if os.Getenv("HOME") == "" {
		t.Skip("this system has no HOME to take away")
	}
	for _, name := range []string{"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"} {
		t.Setenv(name, "")
	}
	if _, err := system.Locate(""); err == nil {
		t.Skip("this system finds its folders elsewhere")
	}
	for _, tt := range []struct {
		arg  string
		code int
	}{{"--version", Fine}, {"--help", Fine}, {"list", Failed}} {
		var out, err bytes.Buffer
		code := Run([]string{tt.arg}, Env{Out: &out, Err: &err})
		if code != tt.code || (code == Failed && !strings.Contains(err.String(), "--data DIR")) {
			t.Errorf("%s: code %d, %s", tt.arg, code, err.String())
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestOutputThatCannotBeWrittenIsSaid(t *testing.T) {
	var err bytes.Buffer
	code := Run([]string{"--data", t.TempDir(), "list"}, Env{Out: full{}, Err: &err})
	if code != Failed || !strings.Contains(err.String(), "no space left") {
		t.Errorf("code %d, %s", code, err.String())
	}
}

func TestWindow(t *testing.T) {
	for _, tt := range []struct {
		args   string
		window error
		code   int
		ask    Ask
		said   string
	}{
		{"", nil, Fine, Ask{}, ""},
		{"play combo-10", nil, Fine, Ask{Routine: "combo-10"}, ""},
		{"play combo-10 --length 7m", nil, Fine, Ask{Routine: "combo-10", Length: 7 * time.Minute}, ""},
		{"", system.ErrRunning, Fine, Ask{}, "open already"},
		{"play desk-reset", system.ErrRunning, Fine, Ask{Routine: "desk-reset"}, "Start desk-reset there, or add --terminal"},
		{"", errors.New("the glass is broken"), Failed, Ask{}, "the glass is broken"},
	} {
		dir := t.TempDir()
		r := runIn(t, dir, nil, tt.window, strings.Fields(tt.args)...)
		folders, err := system.Locate(dir)
		if err != nil {
			t.Fatal(err)
		}
		tt.ask.Folders = folders
		if r.code != tt.code || r.asked == nil || !reflect.DeepEqual(*r.asked, tt.ask) || !strings.Contains(r.out+r.err, tt.said) {
			t.Errorf("%q: code %d, asked %+v, said %q %q", tt.args, r.code, r.asked, r.out, r.err)
		}
	}
}
