package shell

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/share"
)

const sent = `name = "Sent by Anna"
[[phase]]
name = "Move"
kind = "dynamic"
[[phase.step]]
exercise = "cat-cow"
reps = 10
tempo = "6s"
`

// packed is a .catcow file of that routine.
func packed(t *testing.T) string {
	t.Helper()
	data, err := share.PackText("sent-by-anna", []byte(sent), routines.Load(""))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "Anna.catcow")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAFileIsShownAndAdded(t *testing.T) {
	b := newBench(t)
	b.show(screenRoutines)
	b.OpenFiles([]string{packed(t)})
	b.until("showing the file", b.covered)
	if _, ok := b.lib.Get("sent-by-anna"); ok || b.read("routines/sent-by-anna.toml") != "" {
		t.Fatal("it is added before anybody said so")
	}
	b.press(fyne.KeyEscape)
	if b.covered() || b.at != screenRoutines || b.root.Objects[0] != b.browse {
		t.Fatalf("Esc leads to %s", b.at)
	}
	b.OpenFiles([]string{packed(t)})
	b.until("showing the file", b.covered)
	b.win.Canvas().Focus(b.opening.screen.AddButton())
	b.press(fyne.KeyReturn)
	if b.covered() || b.at != screenToday || b.today.Shown() != "sent-by-anna" {
		t.Errorf("adding it leads to %s with %s", b.at, b.today.Shown())
	}
	if b.read("routines/sent-by-anna.toml") != sent {
		t.Errorf("added is\n%s", b.read("routines/sent-by-anna.toml"))
	}
	b.press(fyne.KeyReturn)
	if b.playing == nil {
		t.Error("it is not ready to start")
	}
}

func TestAddAndPlay(t *testing.T) {
	b := newBench(t)
	b.OpenFiles([]string{packed(t)})
	b.until("showing the file", b.covered)
	b.press(fyne.KeyReturn)
	if b.playing == nil || b.playing.session.View().Plan.Routine.ID != "sent-by-anna" {
		t.Fatal("it is not played")
	}
	b.press(fyne.KeyEscape)
	b.until("the session is over", func() bool { return b.playing == nil })
	if b.root.Objects[0] != b.browse {
		t.Error("the screens are not back")
	}
}

func TestAFileWaitsForTheSession(t *testing.T) {
	b := newBench(t)
	b.press(fyne.KeyReturn)
	b.OpenFiles([]string{packed(t)})
	if b.playing == nil || b.covered() || !strings.Contains(b.notice.text.Text(), "Anna.catcow") {
		t.Fatalf("in a session a file is met with %q", b.notice.text.Text())
	}
	b.press(fyne.KeyEscape)
	b.until("showing the file", b.covered)
	if b.playing != nil {
		t.Error("the session is still there")
	}
}

func TestDropsAndHostileFiles(t *testing.T) {
	b := newBench(t)
	bad := filepath.Join(t.TempDir(), "bad.catcow")
	if err := os.WriteFile(bad, []byte("PK\x03\x04torn"), 0o600); err != nil {
		t.Fatal(err)
	}
	elsewhere, err := storage.ParseURI("https://example.org/x.catcow")
	if err != nil {
		t.Fatal(err)
	}
	b.dropped([]fyne.URI{elsewhere})
	if b.covered() {
		t.Fatal("something from elsewhere is opened")
	}
	b.dropped([]fyne.URI{storage.NewFileURI(bad)})
	b.until("showing the file", b.covered)
	b.show(screenExercises) // a place on the rail leads away from it
	if b.covered() || b.at != screenExercises {
		t.Errorf("a screen leads to %s", b.at)
	}
	b.dropped([]fyne.URI{storage.NewFileURI(packed(t))})
	b.until("showing the file", b.covered)
	b.dropped([]fyne.URI{storage.NewFileURI(bad)}) // another takes its place
	b.until("showing the other file", func() bool { return !b.opening.screen.AddButton().(*parts.Button).Visible() })
	b.press(fyne.KeyEscape)
	if b.at != screenExercises {
		t.Errorf("Esc leads to %s", b.at)
	}
}
