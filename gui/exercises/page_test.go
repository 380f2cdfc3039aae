package exercises

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// pass lets the figure move on for a while, frame by frame.
func (d *desk) pass(t time.Duration) {
	for end := d.now.Add(t); d.now.Before(end); {
		d.now = d.now.Add(50 * time.Millisecond)
		if d.page.mover.Ticking() {
			d.page.mover.Tick(d.now)
		}
	}
}

// Whatever an exercise says in its file stands on its page, in words.
func TestAPageSaysEverything(t *testing.T) {
	d := newDesk(t, guitest.Library(t), usual, true)
	lib := d.in.Library
	for _, e := range lib.Catalogue.All() {
		d.Open(e.ID)
		said := texts(d.page)
		want := slices.Concat([]string{e.Name, look.Dose(e, e.Dose), e.Breath, e.Mistake, look.Kind(e.Kind).Name}, e.Cues)
		for _, a := range []exercise.Alternative{e.Easier, e.Harder} {
			want = append(want, a.Text)
			if o := lib.Catalogue.Get(a.Exercise); o != nil {
				want = append(want, o.Name)
			}
		}
		for _, id := range e.Swap {
			want = append(want, lib.Catalogue.Get(id).Name)
		}
		for _, r := range lib.Routines {
			if plays(r, e.ID) {
				want = append(want, r.Name)
			}
		}
		for _, w := range want {
			if !strings.Contains(said, w) {
				t.Errorf("%s: the page does not say %q", e.ID, w)
			}
		}
		if n := len(e.AvoidIf); len(look.Cautions(e)) != n {
			t.Errorf("%s: %d of %d cautions are in words", e.ID, len(look.Cautions(e)), n)
		}
	}
}

// No word a file may use is shown as it is written there.
func TestEveryWordOfAFileIsTranslated(t *testing.T) {
	test.NewTempApp(t)
	for _, w := range exercise.Cautions {
		if look.Caution(w) == "" {
			t.Errorf("the caution %q has no words", w)
		}
	}
	for _, w := range exercise.Purposes {
		if purpose(w) == "" {
			t.Errorf("the purpose %q has no words", w)
		}
	}
	for _, w := range exercise.Equipments {
		if need(w) == w {
			t.Errorf("the equipment %q has no words", w)
		}
	}
	for _, c := range exercise.AllChoices() {
		if name := look.Choice(c); name == "" || name == strings.ToLower(name) {
			t.Errorf("the chip of %v says %q", c, name)
		}
	}
}

func TestDoseInWords(t *testing.T) {
	test.NewTempApp(t)
	lib := guitest.Library(t)
	for id, want := range map[string]string{
		"cat-cow": "10 slow repetitions", "bird-dog": "8 repetitions, sides in turn", "hip-circles": "5 repetitions each side",
		"hip-flexor-lunge": "Hold 30 s each side", "childs-pose": "Hold 45 s", "rest-90-90": "1 min, at ease",
		"ball-wall-release": "40 s each side", "walk": "10 min, or as long as you like", "activity-slot": "As long as the day needs",
	} {
		if got := look.Dose(lib.Catalogue.Get(id), lib.Catalogue.Get(id).Dose); got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
	e := *lib.Catalogue.Get("side-plank")
	e.Dose.Rounds, e.Dose.Hold = 2, 15*time.Second
	if got := look.Dose(&e, e.Dose); got != "2 holds of 15 s each side" {
		t.Errorf("two rounds are %q", got)
	}
}

func TestTheFigureMovesAndComesToRest(t *testing.T) {
	d := newDesk(t, routines.Load(""), usual, false)
	d.Open("cat-cow")
	if !d.page.mover.Playing() || !d.page.mover.Ticking() {
		t.Fatal("the figure does not move")
	}
	before := clothes(t, d)
	d.pass(firstStill + 3*time.Second)
	if after := clothes(t, d); after == before {
		t.Error("after three seconds the picture is the same")
	}
	d.press(fyne.KeySpace)
	d.pass(time.Second)
	if d.page.mover.Playing() || d.page.mover.Ticking() || d.page.play.Label() != "Play" {
		t.Errorf("Space does not stop it; the button says %q", d.page.play.Label())
	}
	at := d.page.mover.Moved(d.now)
	d.pass(time.Hour)
	d.press(fyne.KeySpace)
	if !d.page.mover.Playing() || d.page.mover.Moved(d.now) != at {
		t.Error("after an hour it does not go on where it stopped")
	}
	d.pass(parts.UntilRest + 3*time.Second)
	if d.page.mover.Playing() || d.page.mover.Ticking() || !d.page.mover.Rested() {
		t.Error("it moves on with nobody there")
	}
	d.press(fyne.KeySpace)
	if !d.page.mover.Playing() || d.page.mover.Moved(d.now) != 0 {
		t.Error("once at rest it does not begin again")
	}
	d.Hide()
	if d.page.mover.Playing() || d.page.mover.Ticking() {
		t.Error("it moves where nobody sees it")
	}
	d.Show()
	if !d.page.mover.Playing() {
		t.Error("it does not move once it is seen again")
	}
	d.press(fyne.KeyEscape)
	if d.page.mover.Ticking() {
		t.Error("it moves on behind the cards")
	}
}

// clothes counts the pixels of the window in the colour of the figure's shirt, weighed by where they are.
func clothes(t *testing.T, d *desk) (sum int) {
	t.Helper()
	img := d.w.Canvas().Capture()
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y++ {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x++ {
			if r, g, b, _ := img.At(x, y).RGBA(); r>>8 < 0x60 && g>>8 > 0x70 && b>>8 > 0x68 {
				sum += x + 3*y
			}
		}
	}
	if sum == 0 {
		t.Fatal("there is no figure")
	}
	return sum
}

// In a hold the picture hardly changes, and is not painted as if it did.
func TestAHoldIsPaintedSeldom(t *testing.T) {
	d := newDesk(t, routines.Load(""), usual, false)
	for id, want := range map[string]int{"childs-pose": 16, "cat-cow": 80} {
		d.Open(id)
		d.pass(firstStill + parts.IntoHold + time.Second)
		n := 0
		for range 4 * 60 { // frames of the display in four seconds
			d.now = d.now.Add(time.Second / 60)
			before := d.page.mover.Drawn()
			if d.page.mover.Tick(d.now); d.page.mover.Drawn() != before {
				n++
			}
		}
		if n < want-2 || n > want+2 {
			t.Errorf("%s is drawn %d times in four seconds, want %d", id, n, want)
		}
	}
}

func TestBothSidesCanBeSeen(t *testing.T) {
	lib := routines.Load("")
	d := newDesk(t, lib, usual, false)
	for _, e := range lib.Catalogue.All() {
		d.Open(e.ID)
		want := e.Sides == exercise.LeftRight && e.Dose.Mode != exercise.Alternate
		if d.page.left.Visible() != want || d.page.right.Visible() != want {
			t.Errorf("%s: sides to choose %v, want %v", e.ID, d.page.left.Visible(), want)
		}
	}
	d.Open("hip-flexor-lunge")
	if d.page.side != plan.SideLeft || !d.page.left.On() {
		t.Fatal("it does not begin with the left side")
	}
	d.press(fyne.KeySpace)
	d.press(fyne.KeyRight)
	d.pass(2 * time.Second)
	if d.page.side != plan.SideRight || !d.page.right.On() || d.page.left.On() || d.page.mover.Ticking() {
		t.Error("→ does not show the right side and come to rest there")
	}
	test.Tap(d.page.left)
	if d.page.side != plan.SideLeft || !d.page.left.On() {
		t.Error("a tap does not show the left side")
	}
	test.Tap(d.page.left)
	if !d.page.left.On() {
		t.Error("a second tap takes the side away")
	}
}

func TestReducedMotionStandsStill(t *testing.T) {
	d := newDesk(t, routines.Load(""), usual, true)
	d.Open("cat-cow")
	if d.page.mover.Playing() || d.page.mover.Ticking() || d.page.play.Visible() {
		t.Error("the figure moves, or offers to")
	}
	d.press(fyne.KeySpace)
	if d.page.mover.Playing() {
		t.Error("Space makes it move")
	}
	d.Open("hip-flexor-lunge")
	d.press(fyne.KeyRight)
	if d.page.side != plan.SideRight {
		t.Error("the other side cannot be seen")
	}
}

func TestAPageLeadsOn(t *testing.T) {
	d := newDesk(t, guitest.Library(t), fyne.NewSize(1096, 1600), true)
	d.Open("cat-cow")
	tap := func(what string) {
		t.Helper()
		found := false
		var walk func(o fyne.CanvasObject)
		walk = func(o fyne.CanvasObject) {
			if found {
				return
			}
			if p, ok := o.(fyne.Tappable); ok && strings.Contains(texts(o), what) {
				if _, chip := o.(*parts.Chip); !chip {
					found = true
					p.Tapped(&fyne.PointEvent{})
					return
				}
			}
			switch o := o.(type) {
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
		walk(d.page)
		if !found {
			t.Fatalf("nothing to tap says %q", what)
		}
	}
	tap("Morning Espresso")
	if !slices.Equal(d.shown, []string{"morning-espresso"}) {
		t.Errorf("the routine leads to %v", d.shown)
	}
	tap("Seated Cat-Cow")
	if d.page.id() != "seated-cat-cow" {
		t.Errorf("the easier way leads to %s", d.page.id())
	}
}

// What was made like an exercise and is not saved can be gone on with from its page, beside making another.
func TestADraftIsOfferedOnThePage(t *testing.T) {
	d := newDesk(t, guitest.Library(t), usual, true)
	d.Open("cat-cow")
	if d.page.goOn.Visible() {
		t.Fatal("nothing was begun, and it is offered")
	}
	d.Hide() // while it is drawn
	d.begun = map[string]string{"cat-cow": "My Cat-Cow Flow"}
	d.Show()
	if !d.page.goOn.Visible() || !d.page.mine.Visible() || d.page.goOn.Size().Width < 50 || d.page.goOn.AccessibilityLabel() != "Go on with My Cat-Cow Flow" {
		t.Fatalf("the draft is offered: %v, at %v, as %q", d.page.goOn.Visible(), d.page.goOn.Size(), d.page.goOn.AccessibilityLabel())
	}
	test.Tap(d.page.goOn)
	if !slices.Equal(d.resumed, []string{"cat-cow"}) {
		t.Errorf("gone on with %v", d.resumed)
	}
	d.Open("cobra")
	if d.page.goOn.Visible() {
		t.Error("another exercise offers it, too")
	}
}
