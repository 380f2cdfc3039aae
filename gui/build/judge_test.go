package build

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines"
	"catcow/routines/advice"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/plan"
)

// reset is a routine of two phases.
const reset = `
name = "My lunch reset"

[[phase]]
name = "Wake the spine"
kind = "dynamic"
  [[phase.step]]
  exercise = "cat-cow"
  [[phase.step]]
  exercise = "roll-down"

[[phase]]
name = "Let go"
kind = "static"
  [[phase.step]]
  exercise = "hip-flexor-lunge"
  hold = "45s"
  [[phase.step]]
  exercise = "childs-pose"
  hold = "40s"
`

// cold has something to say about it: nothing moves before its holds, and nothing in it may be dropped.
const cold = `
name = "Cold"

[[phase]]
name = "Let go"
kind = "static"
  [[phase.step]]
  exercise = "hip-flexor-lunge"
  [[phase.step]]
  exercise = "childs-pose"
  [[phase.step]]
  exercise = "supine-twist"
`

// faulty cannot be played: an exercise that is none, a key that is none, and a hold that is far too long.
const faulty = `
name = "Half done"

[[phase]]
name = "Let go"
kind = "static"
  [[phase.step]]
  exercise = "hip-flexor-lung"
  [[phase.step]]
  exercise = "childs-pose"
  holds = "40s"
  hold = "900s"
`

// judgeBench is a judgement on a canvas, with what it told.
type judgeBench struct {
	*judge
	w    fyne.Window
	lib  *routines.Library
	now  time.Time
	said []string
	mend *advice.Mend
	post chan func()
}

func newJudgeBench(t testing.TB, lib *routines.Library, still bool) *judgeBench {
	t.Helper()
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Espresso, 100, still))
	b := &judgeBench{lib: lib, now: time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)}
	say := func(what string, with ...any) {
		b.said = append(b.said, strings.TrimSpace(fmt.Sprintln(append([]any{what}, with...)...)))
	}
	b.post = make(chan func())
	b.judge = newJudge(judgeDeps{
		Post:    func(f func()) { b.post <- f },
		Now:     func() time.Time { return b.now },
		Mend:    func(m advice.Mend) { b.mend = &m; say("mend") },
		Go:      func(k draft.Key) { say("go", k) },
		Length:  func(d time.Duration) { say("length", d) },
		TryStep: func() { say("try") },
	})
	b.w = test.NewTempWindow(t, nil)
	b.w.SetPadded(false)
	b.w.SetContent(container.NewWithoutLayout(b.judge))
	b.w.Resize(fyne.NewSize(300, 900))
	b.judge.Resize(fyne.NewSize(262, 900))
	return b
}

func (b *judgeBench) heard() string {
	out := strings.Join(b.said, "; ")
	b.said = nil
	return out
}

// read hands a text over, with a step chosen by its exercise, or "".
func (b *judgeBench) read(text, chosen string) draft.Draft {
	d := draft.Read("my-lunch-reset", []byte(text), b.lib.Catalogue)
	b.show(d, chosen)
	return d
}

func (b *judgeBench) show(d draft.Draft, chosen string) {
	in := judged{Draft: d, Catalogue: b.lib.Catalogue, Exercise: b.lib.Catalogue.Get(chosen), Pace: plan.Brisk}
	for _, ph := range d.Content.Phases {
		for i := range ph.Steps {
			if ph.Steps[i].Exercise == chosen {
				in.Step = &ph.Steps[i]
			}
		}
	}
	b.Set(in)
}

// texts are all words that are seen, and buttons the labels that can be pressed, one a line.
func seenIn(o fyne.CanvasObject) (texts string, buttons map[string]*parts.Button) {
	buttons = map[string]*parts.Button{}
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		switch v := o.(type) {
		case *parts.Label:
			texts += v.Text() + "\n"
		case *parts.Button:
			if buttons[v.AccessibilityLabel()] == nil {
				buttons[v.AccessibilityLabel()] = v
			}
		case *fyne.Container:
			for _, c := range v.Objects {
				walk(c)
			}
			return
		}
		if w, ok := o.(fyne.Widget); ok {
			for _, c := range test.WidgetRenderer(w).Objects() {
				walk(c)
			}
		}
	}
	walk(o)
	return texts, buttons
}

func (b *judgeBench) mustSay(t *testing.T, want ...string) {
	t.Helper()
	got, _ := seenIn(b.all)
	for _, w := range want {
		if !strings.Contains(got, w) {
			t.Errorf("it does not say %q, but\n%s", w, got)
		}
	}
}

func (b *judgeBench) press(t *testing.T, label string) {
	t.Helper()
	_, buttons := seenIn(b.all)
	if buttons[label] == nil {
		t.Fatalf("there is no button %q", label)
	}
	test.Tap(buttons[label])
}

func TestTheJudgementSaysWhatIsChosen(t *testing.T) {
	b := newJudgeBench(t, guitest.Library(t), true)
	b.read(reset, "hip-flexor-lunge")
	b.mustSay(t, "Half-Kneeling Hip Flexor Stretch", "Static · Kneeling · Hold 45 s each side", "With care: knees, balance, a new hip",
		"4:35 natural", "fits any length from 3 to 13 min", "As written, nothing left out")
	b.press(t, "Try this step")
	if got := b.heard(); got != "try" {
		t.Errorf("trying the step: %s", got)
	}
	b.in.Step = nil
	b.show(b.in.Draft, "glute-bridge") // of the shelf
	b.mustSay(t, "Glute Bridge")
	if _, buttons := seenIn(b.all); buttons["Try this step"] != nil {
		t.Error("what is no step can be tried as one")
	}
	b.show(b.in.Draft, "")
	if b.subject.Visible() {
		t.Error("nothing is chosen and something is shown")
	}
}

func TestTheLengthFollowsTheSlider(t *testing.T) {
	b := newJudgeBench(t, guitest.Library(t), true)
	d := b.read(reset, "cat-cow")
	if v := b.length.slider.Value(); v != 4*time.Minute+35*time.Second {
		t.Errorf("as written the slider says %v", v)
	}
	b.length.slider.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if got := b.heard(); got != "length 13m0s" {
		t.Errorf("the slider tells: %s", got)
	}
	p, err := plan.Fit(plan.Input{Routine: d.Routine, Catalogue: b.lib.Catalogue, Length: 13 * time.Minute, Pace: plan.Brisk})
	if err != nil {
		t.Fatal(err)
	}
	b.mustSay(t, "4:35 natural", look.Say(p.Changes[0]))
	// A length of which nothing can be made is said, with the reason, and the bar of another length is not shown.
	in := b.in
	in.Length = 40 * time.Minute
	b.Set(in)
	if b.length.bar.Visible() || b.length.says.Text() == "" {
		t.Errorf("at 40 minutes it says %q", b.length.says.Text())
	}
}

func TestMistakesComeFirst(t *testing.T) {
	b := newJudgeBench(t, guitest.Library(t), true)
	d := b.read(faulty, "")
	if len(d.Problems) < 3 {
		t.Fatalf("%d problems", len(d.Problems))
	}
	b.mustSay(t, fmt.Sprintf("%d mistakes to mend", len(d.Problems)), "Unknown exercise")
	if b.length.all.Visible() {
		t.Error("what cannot be played has a length")
	}
	b.press(t, "Show")
	key := d.Content.Phases[0].Steps[0].Key
	if got := b.heard(); got != fmt.Sprint("go ", key) {
		t.Errorf("Show goes to %s, want %v", got, key)
	}
	b.press(t, "One more")
	b.mustSay(t, "holds")
	b.read("name = \"Only a name\"\n", "")
	b.mustSay(t, "Nothing in it yet")
	if text, _ := seenIn(b.all); strings.Contains(text, "mistake") {
		t.Error("who has only just begun is told of mistakes")
	}
	b.read("name = \"\nphase = [", "")
	b.mustSay(t, "Line ")
}

func TestTheChosenFigureMoves(t *testing.T) {
	b := newJudgeBench(t, routines.Load(""), false)
	b.read(reset, "cat-cow")
	if !b.mover.Playing() || !b.mover.Ticking() {
		t.Fatal("the figure does not move")
	}
	frames := func(d time.Duration) (n int) {
		for end := b.now.Add(d); b.now.Before(end); {
			b.now = b.now.Add(time.Second / 60)
			before := b.mover.Drawn()
			if b.mover.Tick(b.now); b.mover.Drawn() != before {
				n++
			}
		}
		return n
	}
	frames(2 * time.Second)
	if n := frames(4 * time.Second); n < 48 || n > 52 {
		t.Errorf("it is drawn %d times in four seconds, want 50", n)
	}
	b.read(reset+"# a line\n", "cat-cow")
	if b.mover.Moved(b.now) < 5*time.Second {
		t.Error("a change of the routine makes the figure begin again")
	}
	b.judge.Hide()
	if b.mover.Playing() || b.mover.Ticking() {
		t.Error("it moves where nobody sees it")
	}
	b.judge.Show()
	if !b.mover.Playing() {
		t.Error("it does not move once it is seen again")
	}
	b.read(reset, "")
	if b.mover.Ticking() {
		t.Error("nothing is chosen and something moves")
	}
	still := newJudgeBench(t, routines.Load(""), true)
	still.read(reset, "cat-cow")
	if still.mover.Playing() || still.mover.Ticking() {
		t.Error("it moves for someone who wants no motion")
	}
}

func TestEveryCautionHasAFewWords(t *testing.T) {
	test.NewTempApp(t)
	for _, tag := range exercise.Cautions {
		if careWord(tag) == "" {
			t.Errorf("the caution %q has no words", tag)
		}
	}
}

// A long routine is looked at beside the window's own work; what was chosen last is what stands there in the end.
func TestALongRoutineKeepsNobodyWaiting(t *testing.T) {
	b := newJudgeBench(t, guitest.Library(t), true)
	b.read(long(b.lib.Catalogue, 60), "")
	b.read(long(b.lib.Catalogue, 70), "")
	d := b.read(long(b.lib.Catalogue, 80), "")
	if b.length.all.Visible() {
		t.Fatal("it was worked out at once")
	}
	(<-b.post)()
	(<-b.post)()
	if b.working || b.next != nil {
		t.Fatal("it works on")
	}
	b.mustSay(t, naturalWords(plan.Natural(d.Routine, plan.Brisk)))
	// A short one in the meantime is not overtaken by the long one before it.
	b.read(long(b.lib.Catalogue, 90), "")
	b.read(reset, "")
	(<-b.post)()
	b.mustSay(t, "4:35 natural")
}

// What nobody sees is not worked out, and is there once it is seen.
func TestAHiddenJudgementRests(t *testing.T) {
	b := newJudgeBench(t, guitest.Library(t), true)
	b.judge.Hide()
	b.read(reset, "cat-cow")
	if b.shown.in.Catalogue != nil {
		t.Error("it was worked out for nobody")
	}
	b.judge.Show()
	b.mustSay(t, "4:35 natural", "Cat-Cow Flow")
}

// long is a routine of so many steps, half of them held.
func long(cat *exercise.Catalogue, steps int) string {
	var text strings.Builder
	text.WriteString("name = \"Long\"\n")
	for _, kind := range []exercise.Kind{exercise.Dynamic, exercise.Static} {
		fmt.Fprintf(&text, "[[phase]]\nname = %q\nkind = %q\n", kind, kind)
		for n := 0; n < steps/2; {
			for _, e := range cat.All() {
				if e.Kind == kind && n < steps/2 {
					fmt.Fprintf(&text, "[[phase.step]]\nexercise = %q\n", e.ID)
					n++
				}
			}
		}
	}
	return text.String()
}

// BenchmarkJudge is what a change of a routine costs at the right, and choosing another step.
func BenchmarkJudge(b *testing.B) {
	j := newJudgeBench(b, routines.Load(""), true)
	go func() {
		for range j.post { // a long one is looked at elsewhere
		}
	}()
	for _, steps := range []int{10, 20, 40, 200} {
		one := draft.Read("a", []byte(long(j.lib.Catalogue, steps)), j.lib.Catalogue)
		two := draft.Read("b", one.Text, j.lib.Catalogue)
		b.Run(fmt.Sprint("change-", steps), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				j.show([]draft.Draft{one, two}[i%2], "cat-cow")
			}
		})
		b.Run(fmt.Sprint("choose-", steps), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				j.show(one, []string{"cat-cow", "childs-pose"}[i%2])
			}
		})
	}
}
