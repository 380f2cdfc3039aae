//go:build unix && !darwin

package system

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// autostartHome gives the test a home, and the autostart folder in it, which is not there yet.
func autostartHome(t *testing.T) (dir string) {
	t.Helper()
	config := filepath.Join(home(t), "con fig")
	t.Setenv("XDG_CONFIG_HOME", config)
	t.Setenv("APPIMAGE", "")
	return filepath.Join(config, "autostart")
}

func wantAutostart(t *testing.T, what, dataDir string, want bool) {
	t.Helper()
	if on, err := Autostart(dataDir); on != want || err != nil {
		t.Errorf("%s: on %v, %v; want %v", what, on, err, want)
	}
}

func TestAutostart(t *testing.T) {
	dir := autostartHome(t)
	wantAutostart(t, "never set", "", false)
	set := func(on bool, dataDir string) {
		t.Helper()
		if err := SetAutostart(on, dataDir); err != nil {
			t.Fatal(err)
		}
	}
	set(false, "") // nothing to take away
	set(true, "")
	set(true, "")
	wantAutostart(t, "set", "", true)
	wantAutostart(t, "a folder of its own", "/stick/catcow", false)
	set(true, "/stick/catcow")
	set(false, "")
	wantAutostart(t, "taken away", "", false)
	wantAutostart(t, "a folder of its own, set", "/stick/catcow", true)
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 || !strings.HasPrefix(entries[0].Name(), "io.github.catcow.Catcow-") || !strings.HasSuffix(entries[0].Name(), ".desktop") {
		t.Errorf("%v, %v", entries, err)
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(dir, entries[0].Name()))
	if want := []string{program, "--data", "/stick/catcow", "tray"}; err != nil || !slices.Equal(execArgs(t, string(data)), want) {
		t.Errorf("%s, %v; want %q", data, err, want)
	}
	for _, wrong := range []string{"stick", "/a\nExec=b", "/\xff"} {
		if err := SetAutostart(true, wrong); err == nil {
			t.Errorf("%q was taken", wrong)
		}
	}
}

// hard are names that mean something to a desktop, a shell or a file's form.
var hard = []string{"catcow", "cat cow", `cat"cow"`, `cat'cow`, "100%", "%f %%u", "Kätzchen 猫", `back\slash\`, `\s\n`, "$HOME", "`id`", "a;b", "~", "(#1)", "*?<>|&", "[x]"}

func TestAutostartOfHardPaths(t *testing.T) {
	autostartHome(t)
	for _, name := range hard {
		program := filepath.Join(t.TempDir(), name)
		executable(t, program)
		args := []string{program, "--data", "/" + name, "tray"}
		if err := writeAutostart(loginID, args); err != nil {
			t.Fatal(err)
		}
		wantAutostart(t, name, "", true)
		text, _ := autostartText("", args)
		got := execArgs(t, text)
		if got[0] == "env" {
			got = got[1:]
		}
		if !slices.Equal(got, args) {
			t.Errorf("%q reads back as %q from\n%s", args, got, text)
		}
		if err := os.Remove(program); err != nil {
			t.Fatal(err)
		}
		wantAutostart(t, name+", gone", "", false)
	}
	if err := writeAutostart(loginID, []string{"/a=b/catcow", "tray"}); err == nil {
		t.Error("a path no desktop can start was taken")
	}
}

func executable(t *testing.T, path string) {
	t.Helper()
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"), 0o700); err != nil {
		t.Fatal(err)
	}
}

// execArgs reads Exec letter by letter, as the specification says: first what every value escapes, then the quotes,
// then the field codes.
func execArgs(t *testing.T, text string) (args []string) {
	t.Helper()
	_, value, ok := strings.Cut(text, "\nExec=")
	value, _, _ = strings.Cut(value, "\n")
	if !ok {
		t.Fatalf("no Exec in\n%s", text)
	}
	var plain strings.Builder
	for i := 0; i < len(value); i++ {
		if value[i] != '\\' {
			plain.WriteByte(value[i])
			continue
		}
		i++
		plain.WriteByte(map[byte]byte{'\\': '\\', 's': ' ', 'n': '\n', 't': '\t', 'r': '\r'}[value[i]])
	}
	var arg strings.Builder
	quoted := false
	for s := plain.String(); s != ""; s = s[1:] {
		switch c := s[0]; {
		case c == '"':
			quoted = !quoted
		case c == '\\' && quoted:
			s = s[1:]
			arg.WriteByte(s[0])
		case c == '%':
			if s = s[1:]; s[0] != '%' {
				t.Fatalf("a field code in %s", value)
			}
			arg.WriteByte('%')
		case c == ' ' && !quoted:
			args = append(args, arg.String())
			arg.Reset()
		case !quoted && strings.IndexByte("\t\n'><~|&;$*?#()`\\", c) >= 0:
			t.Fatalf("%q stands without quotes in %s", c, value)
		default:
			arg.WriteByte(c)
		}
	}
	return append(args, arg.String())
}

// TestAutostartSwitchedOff reads what desktops and people make of the file.
func TestAutostartSwitchedOff(t *testing.T) {
	dir := autostartHome(t)
	path := filepath.Join(dir, loginID+".desktop")
	if err := SetAutostart(true, ""); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	whole := string(data)
	with := func(line string) string { return strings.Replace(whole, "\nTerminal=", "\n"+line+"\nTerminal=", 1) }
	without := func(key string) string {
		before, after, _ := strings.Cut(whole, "\n"+key+"=")
		_, after, _ = strings.Cut(after, "\n")
		return before + "\n" + after
	}
	for _, c := range []struct {
		name, text string
		on         bool
	}{
		{"as it was", whole, true},
		{"hidden", with("Hidden=true"), false},
		{"not hidden", with(" Hidden = false "), true},
		{"off in GNOME", strings.Replace(whole, "enabled=true", "enabled=false", 1), false},
		{"off in MATE", with("X-MATE-Autostart-enabled=false"), false},
		{"a comment", with("#Hidden=true"), true},
		{"of another group", whole + "\n[Desktop Action x]\nHidden=true\n", true},
		{"line ends of Windows", strings.ReplaceAll(whole, "\n", "\r\n"), true},
		{"no Exec", without("Exec"), false},
		{"no TryExec", without("TryExec"), true},
		{"no type", without("Type"), false},
		{"another group", strings.Replace(whole, "[Desktop Entry]", "[Desktop]", 1), false},
		{"torn", whole[:len(whole)/4], false},
		{"empty", "", false},
		{"not text", "\x00\xff\xfe[Desktop Entry]", false},
		{"huge", whole + strings.Repeat("#", longestAutostart), false},
	} {
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		wantAutostart(t, c.name, "", c.on)
	}

	// Who keeps these files elsewhere puts links here. Switching off takes the link.
	elsewhere := filepath.Join(t.TempDir(), "kept.desktop")
	if err := os.Rename(path, elsewhere); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, path); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(elsewhere, []byte(whole), 0o600); err != nil {
		t.Fatal(err)
	}
	wantAutostart(t, "a link", "", true)
	if err := SetAutostart(false, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(elsewhere); err != nil {
		t.Error("what the link leads to is gone:", err)
	}
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	wantAutostart(t, "a folder", "", false)
	if err := SetAutostart(true, ""); err == nil {
		t.Error("a file was written over a folder")
	}
}

// TestSystemdStartsIt asks the program that starts these entries on desktops run by systemd.
func TestSystemdStartsIt(t *testing.T) {
	const generator = "/usr/lib/systemd/user-generators/systemd-xdg-autostart-generator"
	if _, err := os.Stat(generator); err != nil {
		t.Skip("no systemd here:", err)
	}
	autostartHome(t)
	for _, name := range []string{"catcow", "cat cow", `cat"cow"`, "100%", "Kätzchen 猫", "$HOME"} {
		program := filepath.Join(t.TempDir(), name)
		executable(t, program)
		if err := writeAutostart(loginID, []string{program, "tray"}); err != nil {
			t.Fatal(err)
		}
		units := t.TempDir()
		cmd := exec.Command(generator, units, units, units)
		cmd.Env = append(os.Environ(), "XDG_CONFIG_DIRS="+units, "SYSTEMD_LOG_LEVEL=debug", "SYSTEMD_LOG_TARGET=console")
		said, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, said)
		}
		found, _ := filepath.Glob(units + "/app-*.service")
		if len(found) != 1 {
			t.Errorf("%q is not started: %s", name, said)
			continue
		}
		unit, err := os.ReadFile(found[0])
		if err != nil {
			t.Fatal(err)
		}
		// systemd quotes in its own way; %% and $$ are its % and $.
		line := strings.NewReplacer("%%", "%", "$$", "$", `\"`, `"`, `\\`, `\`).Replace(string(unit))
		if !strings.Contains(line, name) || !strings.Contains(line, "tray") {
			t.Errorf("%q: %s", name, unit)
		}
	}
}
