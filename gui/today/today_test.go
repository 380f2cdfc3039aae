package today

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/plan"
)

// shown makes the screen in a window and notes what it asks of the window.
func shown(t *testing.T) (s *Screen, w fyne.Window, started *[]*plan.Plan, asked *[]string) {
	test.NewTempApp(t)
	guitest.Wear(look.Espresso, 100)
	started, asked = &[]*plan.Plan{}, &[]string{}
	note := func(what string) func() { return func() { *asked = append(*asked, what) } }
	s = New(Deps{
		Now: clock(9, 0), Start: func(p *plan.Plan) { *started = append(*started, p) },
		Resume: note("resume"), Forget: note("forget"), SeeAll: note("all"),
	})
	s.Set(guitest.Library(t), Wishes{Length: 10 * time.Minute}, parts.Tones{})
	return s, guitest.Window(t, s.Content(), fyne.NewSize(1096, 760)), started, asked
}

func TestChipsCardsAndSliderChooseWhatStartPlays(t *testing.T) {
	s, _, started, _ := shown(t)
	tea := slices.IndexFunc(needs, func(n need) bool { return n.id == "wind-down" })
	test.Tap(s.chips[tea])
	if s.Shown() != "evening-tea" || !s.chips[tea].On() || s.chips[0].On() {
		t.Fatalf("a tap on winding down shows %s", s.Shown())
	}
	s.card.slider.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	test.Tap(s.card.start)
	test.Tap(s.side.taps[0])
	s.Begin()
	if len(*started) != 2 {
		t.Fatalf("%d sessions were started, want 2", len(*started))
	}
	first, second := (*started)[0], (*started)[1]
	if first.Routine.ID != "evening-tea" || first.Length != 11*time.Minute {
		t.Errorf("started %v of %s, want 11 minutes of evening-tea", first.Length, first.Routine.ID)
	}
	if second.Routine.ID != "combo-10" || second.Length != 10*time.Minute {
		t.Errorf("then %v of %s, want 10 minutes of combo-10", second.Length, second.Routine.ID)
	}
}

func TestShowAnotherWalksTheWholeLibrary(t *testing.T) {
	s, _, _, _ := shown(t)
	seen := map[string]bool{}
	for range s.lib.Routines {
		seen[s.Shown()] = true
		test.Tap(s.card.another)
	}
	if len(seen) != len(s.lib.Routines) || s.Shown() != "combo-10" {
		t.Errorf("saw %d of %d routines and came back to %s", len(seen), len(s.lib.Routines), s.Shown())
	}
}

func TestARefusalOffersWhatCanBe(t *testing.T) {
	s, _, started, _ := shown(t)
	s.ask(time.Minute)
	s.Begin()
	if len(*started) > 0 || !s.card.start.Disabled() || !s.card.refusal.Visible() {
		t.Fatal("one minute of the combo can be started")
	}
	test.Tap(s.card.nearest)
	s.Begin()
	if len(*started) != 1 || (*started)[0].Length != 3*time.Minute {
		t.Fatalf("the offer starts %v", *started)
	}
	if s.card.refusal.Visible() || s.card.nearest.Visible() {
		t.Error("the refusal stays on the card")
	}
}

func TestAChangedLibraryKeepsRoutineAndLength(t *testing.T) {
	s, _, _, _ := shown(t)
	s.ShowRoutine("desk-reset")
	s.ask(6 * time.Minute)
	s.Set(guitest.Library(t), s.wishes, parts.Tones{})
	if s.Shown() != "desk-reset" || s.shown.length != 6*time.Minute {
		t.Errorf("shows %v of %s", s.shown.length, s.Shown())
	}
	lib := guitest.Library(t)
	lib.Routines = lib.Routines[:0]
	s.Set(lib, s.wishes, parts.Tones{})
	s.Begin()
	if s.Shown() != "" || s.card.start.Visible() {
		t.Error("an empty library still offers a start")
	}
}

// Tab must reach every control in an order that makes sense, and every one must lie within the window with its ring.
func TestTabReachesEverything(t *testing.T) {
	s, w, started, asked := shown(t)
	s.SetWaiting(&Waiting{Title: "Cool-down waiting", Text: "You warmed up until 9:10.", Go: "Go on"})
	var order []fyne.Focusable
	for {
		w.Canvas().FocusNext()
		f := w.Canvas().Focused()
		if f == nil || len(order) > 0 && f == order[0] || len(order) > 40 {
			break
		}
		order = append(order, f)
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.(fyne.CanvasObject))
		size := f.(fyne.CanvasObject).Size()
		if at.X < 3 || at.Y < 3 || at.X+size.Width > 1096-3 || at.Y+size.Height > 760-3 {
			t.Errorf("control %d lies at %v, %v large", len(order), at, size)
		}
	}
	want := []fyne.Focusable{}
	for _, c := range s.chips {
		want = append(want, c)
	}
	want = append(want, s.card.slider, s.card.start, s.card.another)
	if len(order) != len(want)+2+len(s.side.taps)+1 {
		t.Errorf("Tab reaches %d controls, want %d", len(order), len(want)+2+len(s.side.taps)+1)
	}
	for i, f := range want {
		if order[i] != f {
			t.Errorf("control %d is %T", i, order[i])
		}
	}
	for _, f := range order {
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	}
	if len(*started) != 1 || len(*asked) != 3 {
		t.Errorf("Space on each started %d sessions and asked %v", len(*started), *asked)
	}
}
