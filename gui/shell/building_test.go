package shell

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/tomlfile"
)

const mine = `# For Anna.
name = "My evening"
[[phase]]
name = "Move"
kind = "dynamic"
[[phase.step]]
exercise = "cat-cow"
reps = 8
`

// building is a window with a routine of one's own, and the builder shown in it.
func building(t *testing.T) *bench {
	t.Helper()
	b := newBench(t)
	b.write("routines/my-evening.toml", mine)
	b.lib = routines.Load(b.dir)
	b.fill()
	b.win.Resize(fyne.NewSize(1366, 768))
	b.show(screenBuild)
	return b
}

// seen are the widgets of a kind that are seen on something, in order.
func seen[T fyne.CanvasObject](o fyne.CanvasObject) (out []T) {
	if !o.Visible() {
		return nil
	}
	if w, ok := o.(T); ok {
		out = append(out, w)
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			out = append(out, seen[T](c)...)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			out = append(out, seen[T](c)...)
		}
	}
	return out
}

// tap presses the button that says a text, on what lies on top.
func (b *bench) tap(label string) {
	b.t.Helper()
	var top fyne.CanvasObject = b.root
	if over := b.win.Canvas().Overlays().Top(); over != nil {
		top = over
	}
	for _, w := range seen[*parts.Button](top) {
		if w.Label() == label {
			w.Tapped(nil)
			return
		}
	}
	b.t.Fatalf("there is no button %q", label)
}

func (b *bench) ctrl(k fyne.KeyName) {
	b.shortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault})
}

// sent shares the routine on the screen, as it is written, and answers what is in the file.
func (b *bench) sent() string {
	b.t.Helper()
	b.tap("Share…")
	if !b.sharing.Shown() {
		b.t.Fatalf("Share… opens nothing and says %q", b.notice.text.Text())
	}
	path := filepath.Join(b.t.TempDir(), "sent.toml")
	over := b.win.Canvas().Overlays().Top()
	for _, c := range seen[*parts.Chip](over) {
		if strings.Contains(c.AccessibilityLabel(), "TOML") {
			c.Tapped(nil)
		}
	}
	seen[*parts.SavePlace](over)[0].SetText(path)
	b.tap("Save")
	data, err := os.ReadFile(path)
	if err != nil {
		b.t.Fatal(err)
	}
	return string(data)
}

func TestWhatIsBuiltIsShared(t *testing.T) {
	b := building(t)
	b.build.Open("my-evening")
	if got := b.sent(); got != mine {
		t.Errorf("saved, it is sent as\n%s", got)
	}
	b.press(fyne.KeyRight)
	b.press(fyne.KeyUp)
	changed := strings.Replace(mine, "reps = 8", "reps = 9", 1)
	if got := b.sent(); got != changed {
		t.Errorf("changed, it is sent as\n%s", got)
	}
	if got := b.read("routines/my-evening.toml"); got != mine {
		t.Errorf("sharing saves\n%s", got)
	}
	b.tap("Share…")
	b.tap("Copy as text")
	if got := b.app.Clipboard().Content(); !strings.HasPrefix(got, "My evening\n") || !strings.Contains(got, "9 times") {
		t.Errorf("as text it is %q", got)
	}
}

func TestARoutineWithoutAFileIsSavedFirst(t *testing.T) {
	b := building(t)
	shipped, _ := b.lib.Get("desk-reset")
	b.build.From("desk-reset")
	b.tap("Share…")
	if b.sharing.Shown() || !strings.Contains(b.notice.text.Text(), "Save it first") {
		t.Errorf("one made from a shipped one says %q", b.notice.text.Text())
	}
	b.tap("Print…")
	if !b.printing.Shown() {
		t.Errorf("printing it says %q", b.notice.text.Text())
	}
	b.printing.Hide()
	b.ctrl(fyne.KeyS)
	if got := b.sent(); got == "" || got != b.read("routines/"+tomlfile.NearestID("My "+shipped.Name)+".toml") {
		t.Errorf("saved, it is sent as\n%s", got)
	}
	b.build.OpenEmpty()
	for _, button := range []string{"Share…", "Print…"} {
		b.notice.say("")
		b.tap(button)
		if got := b.notice.text.Text(); b.sharing.Shown() || b.printing.Shown() || !strings.Contains(got, "first") {
			t.Errorf("%s of an empty one says %q", button, got)
		}
	}
}

func TestNothingWorksBelowASheet(t *testing.T) {
	b := building(t)
	b.build.Open("my-evening")
	b.press(fyne.KeyRight)
	b.press(fyne.KeyUp)
	b.tap("Share…")
	b.win.Canvas().Unfocus()
	b.ctrl(fyne.KeyS)
	if got := b.read("routines/my-evening.toml"); got != mine {
		t.Error("Ctrl+S saves what lies below the sheet")
	}
	b.press(fyne.KeyEscape)
	if b.sharing.Shown() {
		t.Error("Esc does not close the sheet after a click beside it")
	}
	b.ctrl(fyne.KeyS)
	if got := b.read("routines/my-evening.toml"); got == mine {
		t.Error("Ctrl+S saves nothing")
	}
}
