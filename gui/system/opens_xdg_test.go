//go:build unix && !darwin

package system

import (
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"catcow/assets"
)

func TestOpensRoutines(t *testing.T) {
	dir := home(t)
	t.Setenv("APPIMAGE", "")
	data := filepath.Join(dir, ".local", "share")
	want := func(what, own string, want bool) {
		t.Helper()
		on, can, err := OpensRoutines(own)
		if on != want || !can || err != nil {
			t.Errorf("%s: on %v, can %v, %v", what, on, can, err)
		}
	}
	set := func(on bool, own string) {
		t.Helper()
		if err := SetOpensRoutines(on, own); err != nil {
			t.Fatal(err)
		}
	}
	want("never set", "", false)
	set(false, "")
	set(true, "")
	set(true, "")
	want("set", "", true)
	entry := filepath.Join(data, "applications", "io.github.catcow.Catcow.desktop")
	text, err := os.ReadFile(entry)
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if got := string(text); !strings.Contains(got, "\nExec="+program+" %F\n") || strings.Contains(got, "Exec=catcow") {
		t.Errorf("the entry is\n%s", got)
	}
	if tool, err := exec.LookPath("desktop-file-validate"); err == nil {
		if out, err := exec.Command(tool, entry).CombinedOutput(); err != nil || len(out) > 0 {
			t.Errorf("the desktop finds: %s %v", out, err)
		}
	}
	set(true, "/stick/my data")
	set(false, "")
	want("taken away", "", false)
	want("another folder's", "/stick/my data", true)
	set(false, "/stick/my data")
	for _, name := range []string{"applications/*.desktop", "mime/packages/*", "icons/hicolor/*/apps/*"} {
		if left, _ := filepath.Glob(filepath.Join(data, name)); len(left) > 0 {
			t.Errorf("%v are left", left)
		}
	}
}

// The desktop's own tools take a .catcow file for what it is, whatever is in it, and start Catcow with it.
func TestTheDesktopKnowsRoutines(t *testing.T) {
	for _, tool := range []string{"xdg-mime", "gio", "update-mime-database", "update-desktop-database"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip(tool, "is not installed")
		}
	}
	dir := home(t)
	if err := os.Unsetenv("XDG_DATA_HOME"); err != nil { // GLib takes an empty one for a folder
		t.Fatal(err)
	}
	t.Setenv("XDG_CURRENT_DESKTOP", "GNOME") // elsewhere xdg-mime asks file(1), which looks inside only
	if err := SetOpensRoutines(true, ""); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "My Evening.catcow")
	if err := os.WriteFile(file, []byte("PK\x03\x04"), 0o600); err != nil {
		t.Fatal(err)
	}
	ask := func(args ...string) string {
		out, err := exec.Command("xdg-mime", args...).CombinedOutput()
		if err != nil {
			t.Errorf("xdg-mime %v: %v: %s", args, err, out)
		}
		return strings.TrimSpace(string(out))
	}
	if got := ask("query", "filetype", file); got != "application/x-catcow" {
		t.Errorf("it takes the file for %q", got)
	}
	if got := ask("query", "default", "application/x-catcow"); got != "io.github.catcow.Catcow.desktop" {
		t.Errorf("it opens it with %q", got)
	}
}

func TestWhatTheDesktopReadsIsInOrder(t *testing.T) {
	var info struct {
		Type struct {
			Type string `xml:"type,attr"`
			Glob struct {
				Pattern string `xml:"pattern,attr"`
			} `xml:"glob"`
		} `xml:"mime-type"`
	}
	if err := xml.Unmarshal([]byte(assets.MimeType), &info); err != nil {
		t.Fatal(err)
	}
	if info.Type.Type != "application/x-catcow" || info.Type.Glob.Pattern != "*.catcow" {
		t.Errorf("it says %+v", info)
	}
	if !strings.Contains(assets.DesktopEntry, "\nMimeType="+info.Type.Type+";\n") || !strings.Contains(assets.DesktopEntry, "\nExec=catcow %F\n") {
		t.Errorf("the entry is\n%s", assets.DesktopEntry)
	}
}
