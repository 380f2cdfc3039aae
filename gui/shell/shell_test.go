package shell

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/look"
	"catcow/gui/system"
	"catcow/routines/session"
	"catcow/routines/settings"
)

// bench is a window in a folder of its own, with a clock that is moved by hand. What other goroutines want done on
// Fyne's waits in due until the test lets it run.
type bench struct {
	*Shell
	t   *testing.T
	dir string
	now time.Time
	due chan func()
}

// silent are settings under which nothing sounds.
const silent = "sounds = false\nvoice = false\ntheme = \"espresso\"\n"

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{t: t, dir: t.TempDir(), now: time.Date(2026, 11, 22, 9, 10, 0, 0, time.Local), due: make(chan func(), 100)}
	b.write("settings.toml", silent)
	b.open()
	return b
}

// open opens the window, again where it was open.
func (b *bench) open() {
	b.t.Helper()
	b.Shell = open(test.NewTempApp(b.t), Options{
		Folders: system.Folders{Config: b.dir, Data: b.dir, State: b.dir, Runtime: b.dir}, Now: func() time.Time { return b.now },
	}, func(f func()) { b.due <- f })
	b.t.Cleanup(b.Shell.Close)
}

func (b *bench) write(name, text string) {
	b.t.Helper()
	path := filepath.Join(b.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		b.t.Fatal(err)
	}
}

func (b *bench) read(name string) string {
	b.t.Helper()
	data, err := os.ReadFile(filepath.Join(b.dir, name))
	if err != nil {
		return ""
	}
	return string(data)
}

// until lets what is due run until a wish is fulfilled by it.
func (b *bench) until(what string, ok func() bool) {
	b.t.Helper()
	for late := time.After(10 * time.Second); !ok(); {
		select {
		case f := <-b.due:
			f()
		case <-late:
			b.t.Fatalf("%s did not happen", what)
		}
	}
}

// pass lets the session play on for a while, frame by frame.
func (b *bench) pass(d time.Duration) {
	for end := b.now.Add(d); b.now.Before(end); {
		b.now = b.now.Add(100 * time.Millisecond)
		b.tick()
	}
}

func (b *bench) press(k fyne.KeyName) {
	if f := b.win.Canvas().Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: k})
	} else {
		b.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: k})
	}
}

// close closes the window as its button does.
func (b *bench) close() {
	b.leave()
	b.Shell.Close()
}

func TestEnterStartsAndTheSessionEndsOnToday(t *testing.T) {
	b := newBench(t)
	b.today.ShowRoutine("workout-minute")
	b.press(fyne.KeyReturn)
	if b.playing == nil || b.win.Canvas().Focused() != fyne.Focusable(b.playing.screen) {
		t.Fatal("Enter starts nothing, or the session has no keys")
	}
	b.pass(20 * time.Second)
	b.pass(41 * time.Second)
	if got := b.playing.session.View().State; got != session.Done {
		t.Fatalf("after a minute the session is %s", got)
	}
	b.press(fyne.KeyReturn)
	if b.playing != nil || b.at != screenToday || b.parked != nil {
		t.Error("Enter at the end does not go back to Today")
	}
	b.close()
	if got := b.read(session.File); got != "" {
		t.Errorf("a session played to its end is still kept:\n%s", got)
	}
}

func TestASessionSurvivesTheWindow(t *testing.T) {
	b := newBench(t)
	b.press(fyne.KeyReturn)
	b.pass(75 * time.Second)
	before := b.playing.session.View()
	b.close()
	if !strings.Contains(b.read(session.File), `state = "paused"`) {
		t.Fatalf("closing the window keeps\n%s", b.read(session.File))
	}

	b.now = b.now.Add(time.Hour)
	b.open()
	if b.parked == nil {
		t.Fatal("the session is not offered")
	}
	b.resume()
	after := b.playing.session.View()
	if after.State != session.Paused || after.Segment != before.Segment || (after.Position-before.Position).Abs() > time.Second {
		t.Errorf("left at %v of segment %d, back %s at %v of %d", before.Position, before.Segment, after.State, after.Position, after.Segment)
	}
	b.press(fyne.KeySpace)
	b.pass(2 * time.Second)
	if got := b.playing.session.View(); got.State != session.Playing {
		t.Errorf("Space leaves it %s", got.State)
	}
}

func TestTheCoolDownWaitsForTheDay(t *testing.T) {
	b := newBench(t)
	b.press(fyne.KeyReturn)
	for b.playing.session.View().State != session.Waiting {
		b.press(fyne.KeyRight)
		b.pass(200 * time.Millisecond)
	}
	b.press(fyne.KeyEscape)
	if b.playing != nil || b.parked == nil {
		t.Fatal("leaving during the activity does not park the session")
	}
	if w := waiting(*b.parked); w.Title != "Cool-down waiting" || !strings.Contains(w.Text, "09:10") || !strings.Contains(w.Text, "5 minutes") {
		t.Errorf("the card says %+v", w)
	}
	b.close()

	b.now = time.Date(2026, 11, 22, 18, 0, 0, 0, time.Local)
	b.open()
	if b.parked == nil {
		t.Error("in the evening the cool-down is forgotten")
	}
	b.close()
	b.now = time.Date(2026, 11, 23, 9, 0, 0, 0, time.Local)
	b.open()
	if b.parked != nil {
		t.Error("the next day the cool-down still waits")
	}
}

func TestLettingBeForgets(t *testing.T) {
	b := newBench(t)
	b.press(fyne.KeyReturn)
	b.pass(20 * time.Second)
	b.park()
	b.forget()
	b.close()
	if got := b.read(session.File); got != "" {
		t.Errorf("the session is still kept:\n%s", got)
	}
	b.open()
	if b.parked != nil {
		t.Error("the session is still offered")
	}
}

func TestABrokenKeptSessionIsSaidAndInNobodysWay(t *testing.T) {
	b := newBench(t)
	b.close()
	b.write(session.File, "state = ")
	b.open()
	if b.parked != nil || !b.notice.Visible() || !strings.Contains(b.notice.text.Text(), "session.toml") {
		t.Errorf("a torn session.toml is met with %q", b.notice.text.Text())
	}
}

func TestAnEditShows(t *testing.T) {
	b := newBench(t)
	b.write("routines/mine.toml", `
name = "Mine"
[[phase]]
name = "Move"
kind = "dynamic"
[[phase.step]]
exercise = "cat-cow"
reps = 10
tempo = "6s"
`)
	b.until("showing a new routine", func() bool { _, ok := b.lib.Get("mine"); return ok })
	b.write("routines/mine.toml", "name = 3\n")
	b.until("showing a broken routine", func() bool { return len(b.lib.Broken) == 1 })
	if len(b.lib.Routines) < 5 {
		t.Errorf("a broken file leaves %d routines", len(b.lib.Routines))
	}
}

func TestSettingsByHandAndByWindow(t *testing.T) {
	b := newBench(t)
	b.write("settings.toml", "# mine\n"+strings.Replace(silent, "espresso", "tea", 1))
	b.until("taking settings changed by hand", func() bool { return b.set.Theme == look.Tea })
	if !look.Dark() {
		t.Error("the dim theme is set but not worn")
	}
	b.change(func(c *settings.Settings) { c.TextSize = 150 })
	if got := b.read("settings.toml"); !strings.Contains(got, "# mine") || !strings.Contains(got, "text_size = 150") {
		t.Errorf("saved:\n%s", got)
	}
	if look.Size(100) != 150 {
		t.Error("the text size is saved but not worn")
	}
	b.write("settings.toml", silent+"volume = 400\n")
	b.show(screenSettings)
	b.until("saying what is wrong", func() bool { return len(b.problems) == 1 })
	if b.set.Volume != settings.Default().Volume || b.set.Sounds {
		t.Error("one wrong line takes the others with it")
	}
}

func TestALengthIsRemembered(t *testing.T) {
	b := newBench(t)
	b.today.ShowRoutine("desk-reset")
	b.press(fyne.KeyReturn)
	if got := b.read("settings.toml"); !strings.Contains(got, `desk-reset = "10m"`) {
		t.Errorf("saved:\n%s", got)
	}
}

func TestTheWindowKeepsItsSize(t *testing.T) {
	b := newBench(t)
	b.win.Resize(fyne.NewSize(930, 640))
	b.close()
	b.open()
	if got := b.win.Canvas().Size(); got != fyne.NewSize(930, 640) {
		t.Errorf("opens with %v", got)
	}
	b.close()
	for _, bad := range []string{"width = 5\nheight = 5\n", "width = ", "width = 1000000\nheight = 700\n", "width = \"wide\"\n"} {
		b.write("window.toml", bad)
		b.open()
		if got := b.win.Canvas().Size(); got != fyne.NewSize(width, height) {
			t.Errorf("%q opens with %v", bad, got)
		}
		b.Shell.Close()
	}
}

func TestAHiddenScreenHearsNoKeys(t *testing.T) {
	b := newBench(t)
	b.win.Canvas().FocusNext()
	if b.win.Canvas().Focused() == nil {
		t.Fatal("Tab reaches nothing")
	}
	b.show(screenRoutines)
	if f := b.win.Canvas().Focused(); f != nil {
		t.Errorf("%T of the hidden screen has the focus", f)
	}
	b.show(screenToday)
	b.press(fyne.KeyRight)
	b.press(fyne.KeyReturn)
	if b.playing == nil || b.playing.session.View().Plan.Length != 11*time.Minute {
		t.Error("→ and Enter do not start eleven minutes")
	}
}

func TestKeysEverywhere(t *testing.T) {
	b := newBench(t)
	for id, c := range b.screens {
		if c.Visible() != (id == screenToday) {
			t.Errorf("%s is shown: %v", id, c.Visible())
		}
	}
	b.show(screenRoutines)
	b.press(fyne.KeyReturn)
	if b.playing != nil {
		t.Error("Enter on Routines starts a session")
	}
	b.press(fyne.KeyF11)
	if !b.win.FullScreen() {
		t.Error("F11 does not fill the screen")
	}
	b.press(fyne.KeyEscape)
	if b.win.FullScreen() {
		t.Error("Esc does not leave the full screen")
	}
	b.show(screenToday)
	b.win.Canvas().FocusNext()
	b.press(fyne.KeyF11)
	if !b.win.FullScreen() {
		t.Error("F11 depends on what has the focus")
	}
	b.press(fyne.KeyF11)
	b.win.Canvas().Unfocus()
	b.press(fyne.KeyReturn)
	b.show(screenSettings)
	if b.at != screenToday {
		t.Error("a session can be walked out of")
	}
	b.win.Canvas().Unfocus() // as a click beside everything does
	b.press(fyne.KeySpace)
	if got := b.playing.session.View().State; got != session.Paused {
		t.Errorf("without the focus Space leaves the session %s", got)
	}
}
