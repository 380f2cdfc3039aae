package terminal

import (
	"errors"
	"strings"
	"testing"
	"time"

	"catcow/gui/tray"
)

func TestPauseEnd(t *testing.T) {
	now := time.Date(2026, 11, 22, 15, 30, 0, 0, time.Local)
	for _, c := range []struct {
		words string
		want  time.Time // zero: until told
	}{
		{"", time.Time{}},
		{"off", time.Time{}},
		{"1h", now.Add(time.Hour)},
		{"1h30m", now.Add(90 * time.Minute)},
		{"until 16:00", time.Date(2026, 11, 22, 16, 0, 0, 0, time.Local)},
		{"until 14:00", time.Date(2026, 11, 23, 14, 0, 0, 0, time.Local)}, // today it is over
		{"until 15:30", time.Date(2026, 11, 23, 15, 30, 0, 0, time.Local)},
	} {
		if got, err := pauseEnd(strings.Fields(c.words), now); err != nil || !got.Equal(c.want) {
			t.Errorf("pause %s ends at %v, %v; want %v", c.words, got, err, c.want)
		}
	}
	for _, words := range []string{"soon", "until", "until noon", "until 25:00", "-1h", "0s", "1h please"} {
		if got, err := pauseEnd(strings.Fields(words), now); err == nil {
			t.Errorf("pause %s ends at %v, want it refused", words, got)
		}
	}
}

func TestWithoutAResident(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"status"}, Fine, "off\n"},
		{[]string{"status", "--json"}, Fine, `"next_break": null`},
		{[]string{"snooze", "5m"}, Failed, "catcow tray"},
		{[]string{"skip"}, Failed, "catcow tray"},
		{[]string{"pause", "until", "tomorrow"}, Failed, "catcow tray"},
		{[]string{"resume"}, Failed, "catcow tray"},
		{[]string{"quit"}, Failed, "catcow tray"},
		{[]string{"snooze", "5"}, Misuse, "5m is minutes"},
		{[]string{"pause", "soon"}, Misuse, "until 14:00"},
		{[]string{"resume", "now"}, Misuse, "no sense"},
	} {
		var out strings.Builder
		code := Run(append([]string{"--data", t.TempDir()}, c.args...), Env{Out: &out, Err: &out})
		if code != c.code || !strings.Contains(out.String(), c.says) {
			t.Errorf("%v exits %d and says %q; want %d and %q", c.args, code, out.String(), c.code, c.says)
		}
	}
}

func TestTrayTwice(t *testing.T) {
	for _, c := range []struct {
		err  error
		code int
	}{{nil, Fine}, {tray.ErrRunning, Fine}, {errors.New("no socket"), Failed}} {
		var out strings.Builder
		env := Env{Out: &out, Err: &out, Tray: func(Ask) error { return c.err }}
		if code := Run([]string{"--data", t.TempDir(), "tray"}, env); code != c.code {
			t.Errorf("with %v it exits %d, want %d: %s", c.err, code, c.code, out.String())
		}
	}
}

func TestBreakHerePlaysInItsWindow(t *testing.T) {
	var out strings.Builder
	var asked Ask
	env := Env{Out: &out, Err: &out, Display: func() error { return nil }, Break: func(a Ask) (bool, time.Duration, error) {
		asked = a
		return true, 50 * time.Second, nil
	}}
	if code := Run([]string{"--data", t.TempDir(), "break", "micro-1", "--here"}, env); code != Fine || asked.Routine != "micro-1" {
		t.Errorf("it exits %d and plays %q: %s", code, asked.Routine, out.String())
	}
	if code := Run([]string{"--data", t.TempDir(), "break"}, env); code != Fine || asked.Routine != nextBreak {
		t.Errorf("without a resident it exits %d and plays %q: %s", code, asked.Routine, out.String())
	}
	if code := Run([]string{"--data", t.TempDir(), "break", "nonesuch", "--here"}, env); code != Failed {
		t.Errorf("an unknown routine exits %d: %s", code, out.String())
	}
}
