package library

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
)

func TestMatching(t *testing.T) {
	all := guitest.Library(t).Routines
	for _, c := range []struct{ search, want string }{
		{"", everything(all)},
		{"  ", everything(all)},
		{"combo", "combo-10"},
		{"MORNING espresso", "morning-espresso"},
		{"espresso morning", "morning-espresso"},
		{"needle", "yoga-flow"},
		{"video calls", "desk-reset"},
		{"minute", "micro-1 workout-minute combo-10 micro-3 post-run"}, // in the name first
		{"trampoline", ""},
	} {
		var ids []string
		for _, r := range matching(all, c.search) {
			ids = append(ids, r.ID)
		}
		if got := strings.Join(ids, " "); got != c.want {
			t.Errorf("%q finds %q, want %q", c.search, got, c.want)
		}
	}
}

func everything(all []*routines.Routine) string {
	var ids []string
	for _, r := range all {
		ids = append(ids, r.ID)
	}
	return strings.Join(ids, " ")
}

func TestSearchByKeyboard(t *testing.T) {
	test.NewTempApp(t)
	guitest.Wear(look.Espresso, 100)
	var chosen []string
	s := New(Deps{Choose: func(id string) { chosen = append(chosen, id) }})
	lib := guitest.Library(t)
	s.Set(Input{Library: lib})
	w := guitest.Window(t, s.Content(), fyne.NewSize(900, 700))
	s.FocusSearch()
	test.Type(s.search, "herbal")
	s.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(chosen) != 1 || chosen[0] != "evening-tea" {
		t.Fatalf("Enter chose %v", chosen)
	}
	if got := len(s.grid.Contents()); got != 1 {
		t.Errorf("%d cards are shown", got)
	}
	s.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.search.Text != "" || len(s.grid.Contents()) != len(lib.Routines) {
		t.Errorf("Esc leaves %q and %d cards", s.search.Text, len(s.grid.Contents()))
	}
	w.Canvas().FocusNext()
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if len(chosen) != 2 || chosen[1] != lib.Routines[0].ID {
		t.Errorf("Space on the first card chose %v", chosen)
	}
}

// What else can be done with a routine is reached and worked by keyboard, on cards that were far out of sight, too.
func TestMoreByKeyboard(t *testing.T) {
	test.NewTempApp(t)
	guitest.Wear(look.Espresso, 100)
	var done []string
	s := New(Deps{Choose: func(string) {}, More: []Action{
		{Icon: look.IconEdit, Label: func(r *routines.Routine) string { return "Change " + r.Name }, Do: func(r *routines.Routine) { done = append(done, r.ID) }},
	}})
	lib := guitest.Library(t)
	s.Set(Input{Library: lib})
	w := guitest.Window(t, s.Content(), fyne.NewSize(900, 700))
	cards := s.grid.Cards()
	w.Canvas().Focus(cards[0])
	cards[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	last := cards[len(cards)-1]
	if w.Canvas().Focused() != fyne.Focusable(last) || !last.Awake() || cards[0].Awake() {
		t.Fatalf("End leads to %v; the last card is awake: %v, the first: %v", w.Canvas().Focused(), last.Awake(), cards[0].Awake())
	}
	w.Canvas().FocusNext()
	more, ok := w.Canvas().Focused().(*parts.Button)
	if !ok || !strings.Contains(more.AccessibilityLabel(), last.routine.Name) {
		t.Fatalf("behind the card comes %v", w.Canvas().Focused())
	}
	more.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if w.Canvas().Overlays().Top() == nil {
		t.Fatal("the button opens nothing")
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(done) != 1 || done[0] != last.routine.ID {
		t.Errorf("the menu did %v", done)
	}
}

// A field that swallowed Ctrl+1 would trap who works by keyboard.
func TestSearchHandsShortcutsOn(t *testing.T) {
	test.NewTempApp(t)
	guitest.Wear(look.Espresso, 100)
	s := New(Deps{})
	s.Set(Input{Library: guitest.Library(t)})
	guitest.Window(t, s.Content(), fyne.NewSize(900, 700))
	var heard fyne.Shortcut
	s.search.Window = func(sc fyne.Shortcut) { heard = sc }
	key := &desktop.CustomShortcut{KeyName: fyne.Key1, Modifier: fyne.KeyModifierControl}
	if s.search.TypedShortcut(key); heard != key {
		t.Error("the window did not hear Ctrl+1")
	}
	s.search.SetText("tea")
	s.search.TypedShortcut(&fyne.ShortcutSelectAll{})
	if s.search.SelectedText() != "tea" {
		t.Error("Ctrl+A no longer selects")
	}
}

func TestBrokenFilesHideNothing(t *testing.T) {
	test.NewTempApp(t)
	guitest.Wear(look.Espresso, 100)
	s := New(Deps{})
	lib := withOwn(t)
	s.Set(Input{Library: lib})
	if got := len(s.grid.Contents()); got != len(lib.Routines) {
		t.Errorf("%d of %d routines are shown", got, len(lib.Routines))
	}
	said := texts(s.broken)
	for _, want := range []string{lib.Broken[0].Path, "my-lunch-reset.toml:9:14: there is no exercise", "my-lunch-reset.toml:12:10: tempo"} {
		if !strings.Contains(said, want) {
			t.Errorf("the screen does not say %q:\n%s", want, said)
		}
	}
}

// texts is what the labels in an object say.
func texts(o fyne.CanvasObject) string {
	var out []string
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *parts.Label:
			out = append(out, o.Text())
		case *fyne.Container:
			for _, c := range o.Objects {
				walk(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(o).Objects() {
				walk(c)
			}
		}
	}
	walk(o)
	return strings.Join(out, "\n")
}
