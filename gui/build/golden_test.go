package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/routines"
	"catcow/routines/draft"
	"catcow/routines/plan"
)

// lunch is the routine of the pictures.
const lunch = `# For the hour after lunch.
name = "My lunch reset"

[[phase]]
name = "Wake the spine"
kind = "dynamic"
  [[phase.step]]
  exercise = "cat-cow"
  reps = 8
  [[phase.step]]
  exercise = "roll-down"
  priority = 3

[[phase]]
name = "Walk around the block"
kind = "activity"
  [[phase.step]]
  exercise = "walk"

[[phase]]
name = "Let go"
kind = "static"
  [[phase.step]]
  exercise = "hip-flexor-lunge"
  note = "Tuck the pelvis, then lean."
  [[phase.step]]
  exercise = "childs-pose"
`

// bench is the screen in a window with a data folder of its own and a clock that is moved by hand.
type bench struct {
	*Screen
	t      testing.TB
	w      fyne.Window
	dir    string
	now    time.Time
	held   fyne.KeyModifier
	said   []string
	played []*plan.Plan
	posted chan func() // what waits for Fyne's goroutine, which is the test's
}

func newBench(t testing.TB, lib *routines.Library, size fyne.Size) *bench {
	t.Helper()
	b := &bench{t: t, dir: t.TempDir(), now: time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC), posted: make(chan func(), 1000)}
	b.Screen = New(Deps{
		Now: func() time.Time { return b.now }, Store: draft.Store{Dir: b.dir},
		Window: func() fyne.Window { return b.w }, Play: func(p *plan.Plan) { b.played = append(b.played, p) },
		Say: func(text string) { b.said = append(b.said, text) }, Share: func(*routines.Routine, []byte) {},
		Print: func(*routines.Routine) {}, OpenFile: func(string) {}, OpenFolder: func() {}, Post: func(f func()) { b.posted <- f },
		Modifiers: func() fyne.KeyModifier { return b.held },
	})
	b.w = window(t, b.Screen, size)
	b.w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { b.TypedKey(e) })
	b.w.Canvas().SetOnTypedRune(func(r rune) { b.TypedRune(r) })
	b.Set(Input{Library: lib})
	t.Cleanup(b.Close)
	return b
}

// settle runs what was posted.
func (b *bench) settle() {
	for len(b.posted) > 0 {
		(<-b.posted)()
	}
}

func window(t testing.TB, content fyne.CanvasObject, size fyne.Size) fyne.Window {
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	w.SetContent(content)
	w.Resize(size)
	return w
}

// file writes a routine file into the data folder.
func (b *bench) file(id, text string) {
	b.t.Helper()
	path := filepath.Join(b.dir, "routines", id+".toml")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		b.t.Fatal(err)
	}
}

// openCard opens the first step.
func openCard(b *bench) { b.press(fyne.KeyReturn) }

// dragging holds a card and another that is chosen with it over a place between two others.
func dragging(b *bench) {
	b.click("hip-flexor-lunge")
	b.held = fyne.KeyModifierShift
	b.click("childs-pose")
	b.held = 0
	b.addFromShelf(b.in.Library.Catalogue.Get("cobra"))
	b.click("cobra")
	c := b.card("cobra")
	c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: centre(b.card("hip-flexor-lunge")).AddXY(0, -30)}})
}

func TestColumnGolden(t *testing.T) {
	if testing.Short() {
		t.Skip("draws the whole screen many times")
	}
	test.NewTempApp(t)
	lib := guitest.Library(t)
	for _, c := range []struct {
		name    string
		theme   string
		percent int
		size    fyne.Size
		do      func(*bench)
	}{
		{"espresso", look.Espresso, 100, fyne.NewSize(1096, 760), func(b *bench) { b.click("hip-flexor-lunge") }},
		{"tea", look.Tea, 100, fyne.NewSize(1096, 760), openCard},
		{"espresso-wide", look.Espresso, 100, fyne.NewSize(1282, 768), dragging},
		{"tea-wide", look.Tea, 100, fyne.NewSize(1282, 768), func(b *bench) { b.press(fyne.KeyDown, fyne.KeyRight, fyne.KeyUp) }},
		{"small", look.Espresso, 100, fyne.NewSize(816, 600), func(b *bench) { b.click("roll-down") }},
		{"small-shelf", look.Tea, 100, fyne.NewSize(816, 600), func(b *bench) { b.FocusSearch() }},
		{"large-text", look.Espresso, 150, fyne.NewSize(1096, 760), openCard},
		{"large-text-small", look.Tea, 150, fyne.NewSize(816, 600), func(b *bench) { b.frame.pull[1].Tapped(nil) }},
		{"text-200", look.Espresso, 200, fyne.NewSize(1096, 760), func(b *bench) { b.press(fyne.KeyRight) }},
		{"mistakes", look.Espresso, 100, fyne.NewSize(1096, 760), func(b *bench) {
			b.file("hurt", strings.NewReplacer(`"roll-down"`, `"rol-down"`, "reps = 8", "reps = 80", `kind = "static"`, `kind = "statik"`, `name = "My lunch reset"`, `name = "My lunch reset"`+"\npace = \"quick\"").Replace(lunch))
			b.Open("hurt")
		}},
		{"refused", look.Espresso, 100, fyne.NewSize(1096, 760), func(b *bench) {
			c := b.card("cat-cow")
			c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: centre(b.card("childs-pose"))}})
		}},
		{"empty", look.Espresso, 100, fyne.NewSize(1096, 760), func(b *bench) { b.OpenEmpty() }},
		{"torn", look.Espresso, 100, fyne.NewSize(1096, 760), func(b *bench) {
			b.press(fyne.KeyRight, fyne.KeyUp)
			b.changeOutside("my-lunch-reset", theirs)
		}},
		{"torn-large", look.Tea, 150, fyne.NewSize(816, 600), func(b *bench) {
			b.press(fyne.KeyRight, fyne.KeyUp)
			b.changeOutside("my-lunch-reset", theirs)
		}},
		{"damaged", look.Tea, 100, fyne.NewSize(1096, 760), func(b *bench) {
			b.file("torn", "name = \"Torn\nkind = ")
			b.Open("torn")
		}},
		{"name", look.Espresso, 100, fyne.NewSize(1096, 760), func(b *bench) {
			b.From("first-steps")
			b.askName(true)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			guitest.Wear(c.theme, c.percent)
			b := newBench(t, lib, c.size)
			b.file("my-lunch-reset", lunch)
			b.Open("my-lunch-reset")
			if c.do != nil {
				c.do(b)
			}
			guitest.Golden(t, "column-"+c.name, b.w.Canvas().Capture())
		})
	}
}
