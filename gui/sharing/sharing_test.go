package sharing

import (
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/plan"
	"catcow/routines/share"
)

const mine = `name = "My Evening" # mine
[[phase]]
name = "Hold"
kind = "static"
[[phase.step]]
exercise = "my-fold"
`

const fold = `name     = "My Fold"
kind     = "static"
position = "kneeling"
sides    = "both"
load     = ["flexion-end"]
cues     = ["Sit back"]
[dose]
hold = "40s"
[figure]
[[figure.pose]]
name = "still"
`

// bench is a sheet over a window, and what it said and copied.
type bench struct {
	*Sharing
	t            *testing.T
	lib          *routines.Library
	win          fyne.Window
	said, copied string
}

func newBench(t *testing.T, size fyne.Size) *bench {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"routines/my-evening.toml": mine, "exercises/my-fold.toml": fold} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	b := &bench{t: t, lib: routines.Load(dir)}
	b.win = guitest.Window(t, canvas.NewRectangle(color.Transparent), size)
	b.Sharing = New(Deps{Window: func() fyne.Window { return b.win }, Say: func(s string) { b.said = s }, Copy: func(s string) { b.copied = s }, Folder: t.TempDir()})
	return b
}

func (b *bench) show(id string) {
	b.t.Helper()
	r, ok := b.lib.Get(id)
	if !ok {
		b.t.Fatal(b.lib.Broken)
	}
	b.Show(plan.Input{Routine: r, Catalogue: b.lib.Catalogue}, b.lib)
}

func (b *bench) press(k fyne.KeyName) {
	if f := b.win.Canvas().Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: k})
	} else {
		b.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: k})
	}
}

func TestCopyAsTextByKeys(t *testing.T) {
	test.NewTempApp(t)
	b := newBench(t, fyne.NewSize(900, 600))
	keys := 0
	b.win.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { keys++ })
	b.show("my-evening")
	if !b.Shown() || b.win.Canvas().Focused() != fyne.Focusable(b.sheet.first) {
		t.Fatal("the sheet has not got the keyboard")
	}
	b.win.Canvas().FocusNext()
	b.press(fyne.KeySpace)
	if !strings.HasPrefix(b.copied, "My Evening\n") || !strings.Contains(b.copied, ". My Fold: hold 40 s") || b.Shown() {
		t.Errorf("copied is %q", b.copied)
	}
	b.show("desk-reset")
	b.press(fyne.KeyEscape)
	if b.Shown() {
		t.Error("Esc does not close it")
	}
	b.show("desk-reset")
	b.sheet.Tapped(nil)
	b.win.Canvas().Unfocus() // as a click beside it does
	b.press(fyne.KeyEscape)
	if b.Shown() {
		t.Error("Esc does not close it after a click beside it")
	}
	b.press(fyne.KeyEscape)
	if keys != 1 {
		t.Errorf("the window heard %d keys, want the one after the sheet", keys)
	}
}

func TestSaving(t *testing.T) {
	test.NewTempApp(t)
	b := newBench(t, fyne.NewSize(900, 600))
	b.show("my-evening")
	path := filepath.Join(b.folder, "my-evening.catcow")
	if b.sheet.place.Text != path {
		t.Errorf("it is to be saved as %s", b.sheet.place.Text)
	}
	b.press(fyne.KeyReturn)
	p, problems := share.Open([]string{path}, routines.Load(""), "")
	if problems != nil || p.Main().Name != "My Evening" || b.Shown() || !strings.Contains(b.said, path) {
		t.Fatalf("saved is %v, %q", problems, b.said)
	}

	b.show("my-evening")
	b.sheet.plain.Tapped(nil)
	if filepath.Base(b.sheet.place.Text) != "my-evening.toml" || b.sheet.whole.On() {
		t.Errorf("plain TOML is called %s", b.sheet.place.Text)
	}
	plain := filepath.Join(b.folder, "my-evening.toml")
	if err := os.WriteFile(plain, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.win.Canvas().Focus(b.sheet.first)
	b.press(fyne.KeyReturn)
	if data, _ := os.ReadFile(plain); string(data) != "precious" || b.sheet.first.Label() != "Write over it" {
		t.Fatal("a file that is there is written over unasked")
	}
	b.press(fyne.KeyReturn)
	if data, _ := os.ReadFile(plain); string(data) != mine || b.Shown() {
		t.Errorf("saved is %q", data)
	}

	b.show("my-evening")
	b.sheet.place.SetText(filepath.Join(plain, "below-a-file.catcow"))
	b.press(fyne.KeyReturn)
	if !b.Shown() || b.sheet.place.Said() == "" {
		t.Error("a place that cannot be written to is not said")
	}
}

func TestWhatIsSentComesBack(t *testing.T) {
	test.NewTempApp(t)
	b := newBench(t, fyne.NewSize(900, 600))
	r, _ := b.lib.Get("my-evening")
	data, err := share.Pack(r, b.lib)
	if err != nil {
		t.Fatal(err)
	}
	if got := along(data, b.lib); !strings.Contains(got, "1 exercise") && !strings.Contains(got, "one exercise") {
		t.Errorf("it says %q", got)
	}
	if err := os.Remove(r.Path); err != nil {
		t.Fatal(err)
	}
	b.show("my-evening")
	if b.Shown() || b.said == "" {
		t.Error("a routine whose file is gone can be shared")
	}
}

func TestGolden(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct {
		name    string
		theme   string
		percent int
		size    fyne.Size
		routine string
	}{
		{"own", look.Espresso, 100, fyne.NewSize(1180, 760), "my-evening"},
		{"dark", look.Tea, 100, fyne.NewSize(900, 600), "desk-reset"},
		{"large-text", look.Espresso, 150, fyne.NewSize(560, 500), "my-evening"},
	} {
		t.Run(c.name, func(t *testing.T) {
			guitest.Wear(c.theme, c.percent)
			b := newBench(t, c.size)
			b.win.SetContent(parts.NewLabel("What lies below", look.Body, look.Ink, false))
			b.folder = "/home/ada/Documents"
			b.show(c.routine)
			guitest.Golden(t, c.name, b.win.Canvas().Capture())
		})
	}
}
