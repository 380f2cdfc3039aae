package receive

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/share"
)

const routine = `name  = "Anna's Evening"
about = "Slow down, from the neck to the hips."
for   = "Whoever sat all day"
when  = "Before bed"

[[phase]]
name = "Move"
kind = "dynamic"
  [[phase.step]]
  exercise = "cat-cow"
  [[phase.step]]
  exercise = "torso-rotation"

[[phase]]
name = "Hold"
kind = "static"
  [[phase.step]]
  exercise = "childs-pose"
  [[phase.step]]
  exercise = "knee-photo"
  note     = "Only as far as it feels good"
`

const photo = `name     = "Knee over Knee"
kind     = "static"
position = "supine"
sides    = "left-right"
load     = ["hip-flexion"]
avoid_if = ["knee", "hip-replacement"]
cues     = ["Lie down, and lay one knee over the other"]
picture  = "knee.png"
[dose]
hold = "30s"
`

// bench is a screen over a data folder.
type bench struct {
	*Screen
	t        *testing.T
	dir      string
	now      time.Time
	done     share.Added
	added    int
	played   bool
	closed   int
	said     string
	shown    string
	packed   []byte
	received *share.Parcel
}

func write(t *testing.T, dir, name string, data []byte) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{t: t, dir: t.TempDir(), now: time.Date(2026, 11, 22, 20, 0, 0, 0, time.UTC)}
	img := image.NewRGBA(image.Rect(0, 0, 64, 48))
	for x := range 64 {
		for y := range 48 {
			img.Set(x, y, color.RGBA{uint8(4 * x), 120, uint8(5 * y), 255})
		}
	}
	var pic bytes.Buffer
	if err := png.Encode(&pic, img); err != nil {
		t.Fatal(err)
	}
	from := t.TempDir()
	write(t, from, "routines/annas-evening.toml", []byte(routine))
	write(t, from, "exercises/knee-photo.toml", []byte(photo))
	write(t, from, "exercises/knee.png", pic.Bytes())
	lib := routines.Load(from)
	r, ok := lib.Get("annas-evening")
	if !ok {
		t.Fatal(lib.Broken)
	}
	var err error
	if b.packed, err = share.Pack(r, lib); err != nil {
		t.Fatal(err)
	}
	b.Screen = New(Deps{
		Now:   func() time.Time { return b.now },
		Added: func(done share.Added, play bool) { b.done, b.played, b.added = done, play, b.added+1 },
		Show:  func(id string) { b.shown = id },
		Close: func() { b.closed++ },
		Say:   func(text string) { b.said = text },
	})
	t.Cleanup(b.Forget)
	return b
}

// offer shows what was packed.
func (b *bench) offer() {
	b.t.Helper()
	p, problems := share.Read("annas-evening.catcow", b.packed, routines.Load(b.dir), b.dir)
	if problems != nil {
		b.t.Fatal(problems)
	}
	b.received = p
	b.Offer(p, Input{})
}

func (b *bench) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		b.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestAddAndPlayByKeys(t *testing.T) {
	test.NewTempApp(t)
	guitest.Wear(look.Espresso, 100)
	b := newBench(t)
	b.offer()
	if b.temp == "" || b.received.Of(share.Exercise)[0].Exercise.Picture == "knee.png" {
		t.Error("the picture cannot be shown")
	}
	temp := b.temp
	w := guitest.Window(t, b.Screen, fyne.NewSize(1096, 700))
	b.FocusFirst()
	if w.Canvas().Focused() != fyne.Focusable(b.play) {
		t.Error("the keyboard is not on Add and play")
	}
	b.press(fyne.KeyDown, fyne.KeyUp)
	if b.added != 0 || b.closed != 0 {
		t.Error("reading adds something")
	}
	b.press(fyne.KeyReturn)
	if b.added != 1 || !b.played || len(b.done.Routines) != 1 {
		t.Fatalf("Enter did %+v (%s)", b.done, b.said)
	}
	lib := routines.Load(b.dir)
	if _, ok := lib.Get("annas-evening"); !ok || len(lib.Broken) > 0 {
		t.Errorf("it is not in the library: %v", lib.Broken)
	}
	b.Forget()
	if _, err := os.Stat(temp); err == nil {
		t.Error("the pictures stay in the temporary folder")
	}
	b.offer()
	if b.play.Label() != "Show it" || b.add.Visible() {
		t.Errorf("what is there already can be added: %q", b.play.Label())
	}
	b.press(fyne.KeyReturn)
	if b.shown != "annas-evening" || b.added != 1 {
		t.Error("what is there already is not shown")
	}
}

func TestNotNowChangesNothing(t *testing.T) {
	test.NewTempApp(t)
	b := newBench(t)
	b.offer()
	b.press(fyne.KeyEscape)
	if b.closed != 1 || b.added != 0 {
		t.Error("Esc is not Not now")
	}
	if entries, _ := os.ReadDir(b.dir); len(entries) > 0 {
		t.Errorf("looking wrote %v", entries)
	}
}

func TestTheFigureMovesAndStops(t *testing.T) {
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Espresso, 100, false))
	b := newBench(t)
	b.offer()
	if !b.mover.Playing() {
		t.Fatal("the figure does not move")
	}
	b.press(fyne.KeySpace)
	if b.mover.Playing() {
		t.Error("Space does not stop it")
	}
	b.press(fyne.KeySpace)
	b.Forget()
	if b.mover.Playing() || b.mover.Ticking() {
		t.Error("it moves on when nobody looks")
	}
}

func TestClashesAreChosen(t *testing.T) {
	test.NewTempApp(t)
	for way, want := range map[string]map[string]string{
		"Keep both":        {"routines/annas-evening.toml": "Mine", "routines/annas-evening-2.toml": "Anna's Evening 2"},
		"Keep mine":        {"routines/annas-evening.toml": "Mine"},
		"Take the new one": {"routines/annas-evening.toml": "Anna's Evening", "routines/annas-evening.toml.mine": "Mine"},
	} {
		b := newBench(t)
		mine := strings.Replace(routine, "Anna's Evening", "Mine", 1)
		mine = strings.Replace(mine, "knee-photo", "cobra", 1)
		write(t, b.dir, "routines/annas-evening.toml", []byte(mine))
		b.offer()
		w := guitest.Window(t, b.Screen, fyne.NewSize(1096, 900))
		chip := find(t, w, way)
		chip.Tapped(nil)
		if !chip.On() {
			t.Errorf("%s is not on after it was chosen", way)
		}
		b.press(fyne.KeyReturn)
		for name, says := range want {
			data, err := os.ReadFile(filepath.Join(b.dir, name))
			if err != nil || !strings.Contains(string(data), `"`+says+`"`) {
				t.Errorf("%s: %s says\n%s(%v) %s", way, name, data, err, b.said)
			}
		}
		entries, _ := os.ReadDir(filepath.Join(b.dir, "routines"))
		if len(entries) != len(want) {
			t.Errorf("%s: there are %v", way, entries)
		}
	}
}

// find is the chip that says something.
func find(t *testing.T, w fyne.Window, label string) *parts.Chip {
	t.Helper()
	for range 200 {
		w.Canvas().FocusNext()
		if c, ok := w.Canvas().Focused().(*parts.Chip); ok && c.AccessibilityLabel() == label {
			return c
		}
	}
	t.Fatalf("no Tab leads to %q", label)
	return nil
}

func TestWhatFailsIsSaid(t *testing.T) {
	test.NewTempApp(t)
	b := newBench(t)
	b.offer()
	write(t, b.dir, "routines/annas-evening.toml", []byte(strings.Replace(routine, "Anna's", "Since", 1)))
	b.press(fyne.KeyReturn)
	if b.added != 0 || !strings.Contains(b.said, "has changed while this was looked at") {
		t.Errorf("it says %q", b.said)
	}
}

func TestGolden(t *testing.T) {
	test.NewTempApp(t)
	hostile := []byte("PK\x03\x04torn")
	for _, c := range []struct {
		name    string
		theme   string
		percent int
		size    fyne.Size
		what    string
	}{
		{"new", look.Espresso, 100, fyne.NewSize(1180, 760), "new"},
		{"new-dark", look.Tea, 100, fyne.NewSize(1366, 768), "new"},
		{"clash", look.Espresso, 100, fyne.NewSize(1180, 760), "clash"},
		{"clash-narrow", look.Tea, 100, fyne.NewSize(560, 900), "clash"},
		{"large-text", look.Espresso, 150, fyne.NewSize(1180, 760), "clash"},
		{"refused", look.Espresso, 100, fyne.NewSize(900, 600), "refused"},
		{"mistakes", look.Tea, 100, fyne.NewSize(900, 600), "mistakes"},
		{"there", look.Espresso, 100, fyne.NewSize(1180, 760), "there"},
		{"exercise", look.Espresso, 100, fyne.NewSize(900, 600), "exercise"},
	} {
		t.Run(c.name, func(t *testing.T) {
			guitest.Wear(c.theme, c.percent)
			b := newBench(t)
			switch c.what {
			case "clash":
				write(t, b.dir, "routines/annas-evening.toml", []byte(strings.NewReplacer("Anna's Evening", "My Evening", "knee-photo", "cobra").Replace(routine)))
				write(t, b.dir, "exercises/knee-photo.toml", []byte(strings.Replace(photo, "30s", "40s", 1)))
			case "there":
				p, _ := share.Read("x", b.packed, routines.Load(b.dir), b.dir)
				if _, err := p.Add(nil); err != nil {
					t.Fatal(err)
				}
			}
			switch c.what {
			case "refused":
				_, problems := share.Read("holiday.catcow", hostile, routines.Load(""), "")
				b.Refuse("holiday.catcow", problems, Input{})
			case "mistakes":
				_, problems := share.Read("annas-evening.toml", []byte(strings.NewReplacer("cat-cow", "cat-caw", "static", "statik").Replace(routine)), routines.Load(""), "")
				b.Refuse("annas-evening.toml", problems, Input{})
			case "exercise":
				p, problems := share.Read("knee.toml", []byte(strings.Replace(photo, "picture  = \"knee.png\"", "", 1)+"[figure]\n[[figure.pose]]\nname = \"still\"\n"), routines.Load(""), b.dir)
				if problems != nil {
					t.Fatal(problems)
				}
				b.Offer(p, Input{})
			default:
				b.offer()
			}
			w := guitest.Window(t, b.Screen, c.size)
			guitest.Golden(t, c.name, w.Canvas().Capture())
		})
	}
}
