//go:build desktop

package gui_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"catcow/routines"
)

// send packs a routine with an exercise of its own, as `catcow share` does, and answers the file.
func send(t *testing.T) string {
	t.Helper()
	from := t.TempDir()
	for name, text := range map[string]string{
		"routines/annas-evening.toml": "name = \"Anna's Evening\"\n[[phase]]\nname = \"Move\"\nkind = \"dynamic\"\n[[phase.step]]\nexercise = \"cat-cow\"\n" +
			"[[phase]]\nname = \"Hold\"\nkind = \"static\"\n[[phase.step]]\nexercise = \"annas-fold\"\n",
		"exercises/annas-fold.toml": "name = \"Anna's Fold\"\nkind = \"static\"\nposition = \"kneeling\"\nsides = \"both\"\nload = [\"flexion-end\"]\n" +
			"cues = [\"Sit back\"]\n[dose]\nhold = \"40s\"\n[figure]\n[[figure.pose]]\nname = \"still\"\n",
	} {
		path := filepath.Join(from, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(t.TempDir(), "Anna's Evening.catcow")
	out, err := exec.Command(os.Getenv("CATCOW_BINARY"), "--data", from, "share", "annas-evening", "-o", file).CombinedOutput()
	if err != nil {
		t.Fatalf("sharing: %v: %s", err, out)
	}
	return file
}

// has reports whether a routine is in a data folder and can be used.
func has(data, id string) bool {
	lib := routines.Load(data)
	_, ok := lib.Get(id)
	return ok && len(lib.Broken) == 0
}

// TestDesktopOpensAFile starts the program with a .catcow file, as a double-click does, and adds it by keys alone.
func TestDesktopOpensAFile(t *testing.T) {
	data := t.TempDir()
	a := open(t, data, send(t))
	a.until("the routine is shown", func() bool { return shirt(a.shot("received")) > 1500 })
	if has(data, "annas-evening") {
		t.Fatal("it is added before anybody said so")
	}
	before := a.shot("received-before")
	a.press("Tab", "Tab", "Tab") // around, back on Add and play
	a.press("Escape")
	a.until("Today is back", func() bool { return moved(before, a.shot("received-not-now")) > 20000 })
	if has(data, "annas-evening") {
		t.Fatal("Not now adds it")
	}
	a.quit()

	a = open(t, data, send(t))
	a.until("the routine is shown", func() bool { return shirt(a.shot("received-again")) > 1500 })
	a.press("Return") // Add and play
	a.until("it is in the library", func() bool { return has(data, "annas-evening") })
	a.until("it is played", func() bool { return a.state() != "" })
	a.shot("received-played")
	a.quit()
}

// TestDesktopHandsAFileOver opens a file while the window is open: the second start hands it over to the first.
func TestDesktopHandsAFileOver(t *testing.T) {
	data := t.TempDir()
	a := open(t, data)
	a.until("Today shows figures", func() bool { return shirt(a.shot("hand-over")) > 1500 })
	before := a.shot("hand-over-before")
	second := exec.Command(os.Getenv("CATCOW_BINARY"), "--data", data, send(t))
	if out, err := second.CombinedOutput(); err != nil || !strings.Contains(string(out), "open already") {
		t.Errorf("the second start ended with %v: %s", err, out)
	}
	a.until("the file is shown", func() bool { return moved(before, a.shot("hand-over-shown")) > 20000 })
	a.press("Return")
	a.until("it is in the library", func() bool { return has(data, "annas-evening") })
	a.quit()

	torn := filepath.Join(t.TempDir(), "torn.catcow")
	if err := os.WriteFile(torn, []byte("PK\x03\x04"), 0o600); err != nil {
		t.Fatal(err)
	}
	a = open(t, data, torn)
	a.until("the refusal is shown", func() bool { return shirt(a.shot("torn")) < 500 })
	a.press("Return")
	a.until("Today is back", func() bool { return shirt(a.shot("torn-closed")) > 1500 })
	a.quit()
}
