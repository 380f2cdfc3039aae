package system

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// The path that is started at login outlives an AppImage's run and a package's update.
func TestLastingPath(t *testing.T) {
	dir := t.TempDir()
	program := filepath.Join(dir, "1.0", "catcow")
	image := filepath.Join(dir, "Catcow.AppImage")
	if err := os.MkdirAll(filepath.Join(dir, "1.0"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(program, []byte("#!/bin/sh\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", filepath.Join(dir, "bin"))
	for _, c := range []struct{ name, image, mounted, want string }{
		{"no AppImage", "", "", program},
		{"an AppImage", image, filepath.Join(dir, "1.0"), image},
		{"an AppImage that does not say where it is", image, "", image},
		{"started from another AppImage", image, "/tmp/.mount_other", program},
		{"not a whole path", "Catcow.AppImage", "", program},
	} {
		env := map[string]string{"APPIMAGE": c.image, "APPDIR": c.mounted}
		if got := lastingPath(program, func(name string) string { return env[name] }); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}

	if runtime.GOOS == "windows" {
		t.Skip("programs end in .exe here, and packages do not make links")
	}
	link := filepath.Join(dir, "bin", "catcow")
	if err := os.Mkdir(filepath.Dir(link), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(program, link); err != nil {
		t.Fatal(err)
	}
	none := func(string) string { return "" }
	if got := lastingPath(program, none); got != link {
		t.Errorf("a link on the path: %s, want %s", got, link)
	}
	if other := filepath.Join(dir, "other", "catcow"); lastingPath(other, none) != other {
		t.Errorf("another program on the path is taken for this one")
	}
}

func TestLaunchAgent(t *testing.T) {
	args := []string{"/Applications/Cat & \"Cow\" <1>.app/Contents/MacOS/catcow", "--data", "/Users/é/猫 %f", "tray"}
	text := agentText(loginID, args)
	if got := agentRuns([]byte(text)); !slices.Equal(got, args) {
		t.Errorf("%q from\n%s", got, text)
	}
	for name, text := range map[string]string{
		"not at login": strings.Replace(text, "<true/>", "<false/>", 1),
		"disabled":     strings.Replace(text, "<key>RunAtLoad", "<key>Disabled</key><true/><key>RunAtLoad", 1),
		"torn":         text[:len(text)/2],
		"no command":   strings.Replace(text, "ProgramArguments", "Arguments", 1),
		"an odd key":   `<plist><dict><key>RunAtLoad</key></dict></plist>`,
		"empty":        "",
		"a list":       `<plist><array/></plist>`,
	} {
		if got := agentRuns([]byte(text)); got != nil {
			t.Errorf("%s: runs %q", name, got)
		}
	}
}
