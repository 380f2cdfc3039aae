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
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/plan"
	"catcow/routines/suggest"
)

// beginBench is the start page on a canvas, with what it told.
type beginBench struct {
	*begin
	w         fyne.Window
	now       time.Time
	said      []string
	suggested draft.Content
}

// owned is a library with every third routine a person's own, and a file of theirs that has mistakes.
func owned(t testing.TB) *routines.Library {
	lib := guitest.Library(t)
	for i, r := range lib.Routines {
		if i%3 == 0 {
			r.Source = exercise.Own
		}
	}
	lib.Broken = []routines.Broken{
		{ID: "half-done", Path: "/home/ada/.local/share/catcow/routines/half-done.toml", Problems: draft.Read("x", []byte(faulty), lib.Catalogue).Problems},
		{ID: "odd", Path: "/home/ada/.local/share/catcow/exercises/odd.toml", Problems: draft.Read("x", []byte(faulty), lib.Catalogue).Problems},
	}
	return lib
}

func (b *beginBench) input(lib *routines.Library) begun {
	return begun{Library: lib, Kept: []kept{
		{Draft: draft.Read("", []byte(reset), lib.Catalogue), Time: b.now.Add(-10 * time.Minute)},
		{ID: "cold", Draft: draft.Read("cold", []byte(cold), lib.Catalogue), Time: b.now.Add(-26 * time.Hour)},
	}}
}

func newBeginBench(t testing.TB, in func(*beginBench) begun) *beginBench {
	t.Helper()
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Espresso, 100, true))
	b := &beginBench{now: time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)}
	say := func(what ...any) { b.said = append(b.said, strings.TrimSpace(fmt.Sprintln(what...))) }
	b.begin = newBegin(beginDeps{
		Now:       func() time.Time { return b.now },
		Open:      func(id string) { say("open", id) },
		Empty:     func() { say("empty") },
		From:      func(id string) { say("from", id) },
		Suggested: func(c draft.Content, name string) { b.suggested = c; say("suggested", name) },
		Resume:    func(i int) { say("resume", i) },
		Drop:      func(i int) { say("drop", i) },
	})
	b.Set(in(b))
	b.w = test.NewTempWindow(t, nil)
	b.w.SetPadded(false)
	b.w.SetContent(container.NewStack(b.begin))
	b.w.Resize(fyne.NewSize(1096, 760))
	return b
}

func (b *beginBench) heard() string {
	out := strings.Join(b.said, "; ")
	b.said = nil
	return out
}

func (b *beginBench) key(k fyne.KeyName) {
	if f := b.w.Canvas().Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: k})
		return
	}
	b.Key(k)
}

func (b *beginBench) press(t *testing.T, label string) {
	t.Helper()
	_, buttons := seenIn(b.begin)
	if buttons[label] == nil {
		t.Fatalf("there is no button %q", label)
	}
	test.Tap(buttons[label])
}

// names are the entries of a list that are found.
func namesIn(l *list) (out []string) {
	for i := range l.n {
		out = append(out, l.entry(i).name)
	}
	return out
}

func TestOnesOwnRoutinesAreListed(t *testing.T) {
	lib := owned(t)
	b := newBeginBench(t, func(b *beginBench) begun { return b.input(lib) })
	names := strings.Join(namesIn(b.home.list), ", ")
	own := 0
	for _, r := range lib.Routines {
		if r.Source == exercise.Own {
			own++
			if !strings.Contains(names, r.Name) {
				t.Errorf("%s is not there", r.Name)
			}
		}
	}
	if b.home.list.n != own+1 || strings.Contains(names, "odd") {
		t.Errorf("%s: want %d routines and a file with mistakes", names, own)
	}
	for i := range b.home.list.n {
		e := b.home.entry(i)
		if broken := e.name == "half-done"; broken != (e.icon == look.IconWarning) || broken != strings.Contains(e.about, "mistakes") {
			t.Errorf("%s: %q", e.name, e.about)
		}
		if !strings.HasSuffix(e.about, ".toml") {
			t.Errorf("%s does not say its file: %q", e.name, e.about)
		}
	}
	b.home.search.SetText("half")
	b.w.Canvas().Focus(b.home.search)
	b.key(fyne.KeyReturn)
	b.key(fyne.KeyDown)
	b.key(fyne.KeyReturn)
	if got := b.heard(); got != "open half-done; open half-done" {
		t.Errorf("Enter in the search, and ↓ Enter: %s", got)
	}
	b.home.search.SetText("trampoline")
	if !b.home.nothing.Visible() || b.home.paper.Visible() {
		t.Error("nothing is found and nothing says so")
	}
	b.home.search.SetText("")
	b.home.list.Tapped(&fyne.PointEvent{Position: fyne.NewPos(100, 10)})
	if got := b.heard(); got != "open "+b.home.found[0].id {
		t.Errorf("a click: %s", got)
	}
}

func TestKeptDraftsArePickedUpOrThrownAway(t *testing.T) {
	b := newBeginBench(t, func(b *beginBench) begun { return b.input(owned(t)) })
	text, _ := seenIn(b.begin)
	for _, want := range []string{"My lunch reset", "4 steps · 10 minutes ago", "Cold", "3 steps · yesterday · cold.toml"} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q", want)
		}
	}
	b.press(t, "Go on with Cold")
	if got := b.heard(); got != "resume 1" {
		t.Errorf("going on: %s", got)
	}
	b.press(t, "Throw My lunch reset away")
	if got := b.heard(); got != "" {
		t.Errorf("it is thrown away without a question: %s", got)
	}
	b.press(t, "Keep it")
	b.press(t, "Throw My lunch reset away")
	b.press(t, "Throw it away")
	if got := b.heard(); got != "drop 0" {
		t.Errorf("throwing away: %s", got)
	}
	in := b.in
	in.Kept = nil
	b.Set(in)
	if b.home.kept.Visible() {
		t.Error("nothing is kept and something is shown")
	}
}

func TestThreeWaysToBegin(t *testing.T) {
	lib := owned(t)
	b := newBeginBench(t, func(b *beginBench) begun { return b.input(lib) })
	ways := b.home.ways.Contents()
	test.Tap(ways[0].(*parts.TapCard))
	if got := b.heard(); got != "empty" {
		t.Errorf("empty: %s", got)
	}
	test.Tap(ways[1].(*parts.TapCard))
	if b.from.list.n != len(lib.Routines) || b.w.Canvas().Focused() != fyne.Focusable(b.from.search) {
		t.Fatalf("%d routines to begin from, want %d", b.from.list.n, len(lib.Routines))
	}
	b.from.search.SetText("espresso")
	b.key(fyne.KeyReturn)
	if got := b.heard(); got != "from morning-espresso" {
		t.Errorf("from a routine: %s", got)
	}
	b.w.Canvas().Unfocus()
	b.key(fyne.KeyEscape)
	if !b.home.Visible() || b.from.Visible() {
		t.Error("Esc does not lead back")
	}
	if b.Key(fyne.KeyEscape) {
		t.Error("the first page keeps Esc")
	}
}

func TestFourQuestionsGiveADraft(t *testing.T) {
	b := newBeginBench(t, func(b *beginBench) begun { return b.input(owned(t)) })
	test.Tap(b.home.ways.Contents()[2].(*parts.TapCard))
	if b.w.Canvas().Focused() != fyne.Focusable(b.ask.first) {
		t.Error("the keyboard is not on the first question")
	}
	test.Tap(b.ask.purpose[suggest.Desk])
	test.Tap(b.ask.places[suggest.NoFloor])
	test.Tap(b.ask.hurts[suggest.Neck])
	test.Tap(b.ask.hurts[suggest.Knees])
	b.ask.slider.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	want := suggest.Answers{For: suggest.Desk, Length: 9 * time.Minute, Place: suggest.NoFloor, Hurts: []suggest.Hurt{suggest.Neck, suggest.Knees}}
	if got := fmt.Sprint(b.ask.answers); got != fmt.Sprint(want) {
		t.Errorf("the answers are %s, want %v", got, want)
	}
	if b.ask.purpose[suggest.JustMove].On() || !b.ask.purpose[suggest.Desk].On() {
		t.Error("two answers to what it is for")
	}
	text, _ := seenIn(b.ask.reply)
	content, _ := suggest.Draft(want, b.in.Library.Catalogue)
	for _, ph := range content.Phases {
		for _, s := range ph.Steps {
			if name := b.in.Library.Catalogue.Get(s.Exercise).Name; !strings.Contains(text, name) {
				t.Errorf("%s is not shown", name)
			}
		}
	}
	if !strings.Contains(text, content.Name) || !strings.Contains(text, "natural") {
		t.Errorf("the draft is not said:\n%s", text)
	}
	b.w.Canvas().Unfocus()
	b.key(fyne.KeyReturn)
	if got := b.heard(); got != "suggested "+content.Name || len(b.suggested.Phases) != len(content.Phases) {
		t.Errorf("Enter: %s", got)
	}
	b.key(fyne.KeyEscape)
	if !b.home.Visible() {
		t.Error("Esc does not lead back")
	}
}

// Whatever is answered, what is shown can be played, or it is said that nothing suits.
func TestEveryAnswerIsShown(t *testing.T) {
	b := newBeginBench(t, func(b *beginBench) begun { return b.input(owned(t)) })
	b.turn(b.ask)
	for _, p := range suggest.Purposes {
		for _, place := range suggest.Places {
			for _, hurts := range [][]suggest.Hurt{nil, suggest.Hurts} {
				b.ask.change(func(a *suggest.Answers) { a.For, a.Place, a.Hurts = p, place, hurts })
				text, _ := seenIn(b.ask.reply)
				if strings.TrimSpace(text) == "" {
					t.Errorf("%s %s %v: nothing is said", p, place, hurts)
				}
				if b.ask.reply.use.Visible() != (len(b.ask.content.Phases) > 0) {
					t.Errorf("%s %s %v: a draft that is there cannot be used, or the other way round:\n%s", p, place, hurts, text)
				}
			}
		}
	}
}

// manyOwn is a library with a thousand routines of one's own.
func manyOwn(t testing.TB) *routines.Library {
	shipped := routines.Load("")
	lib := &routines.Library{Catalogue: shipped.Catalogue, Routines: shipped.Routines}
	for i := range 1000 {
		r := *shipped.Routines[i%len(shipped.Routines)]
		r.ID, r.Name, r.Source = fmt.Sprintf("mine-%d", i), fmt.Sprintf("Mine %03d", i), exercise.Own
		lib.Routines = append(lib.Routines, &r)
	}
	return lib
}

func TestAThousandRoutinesAreNotMade(t *testing.T) {
	b := newBeginBench(t, func(*beginBench) begun { return begun{Library: manyOwn(t)} })
	for _, l := range []struct {
		list   *list
		scroll *parts.Scroll
		page   fyne.CanvasObject
	}{{b.home.list, b.home.scroll, b.home}, {b.from.list, b.from.scroll, b.from}} {
		b.turn(l.page)
		if l.list.n < 1000 {
			t.Fatalf("%d are listed", l.list.n)
		}
		for y := float32(0); y < float32(l.list.n)*entryHeight()+500; y += 400 {
			l.scroll.ScrollTo(y)
		}
		if n := len(l.list.faces) + len(l.list.spare); n > 20 {
			t.Errorf("%d rows were made to show a few at a time", n)
		}
		if l.list.faces[l.list.n-1] == nil {
			t.Error("the last cannot be reached")
		}
	}
}

// BenchmarkBegin is what the start page costs with a thousand routines of one's own.
func BenchmarkBegin(b *testing.B) {
	lib := manyOwn(b)
	s := newBeginBench(b, func(*beginBench) begun { return begun{Library: lib} })
	b.Run("set", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			s.Set(begun{Library: lib, Pace: []plan.Pace{"", "slow"}[i%2]})
		}
	})
	b.Run("letter", func(b *testing.B) {
		for b.Loop() {
			s.home.search.SetText("m")
			s.home.search.SetText("")
		}
	})
	b.Run("scroll", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			s.home.scroll.ScrollTo(float32(i%700) * 100)
		}
	})
	b.Run("answer", func(b *testing.B) {
		s.turn(s.ask)
		for i := 0; b.Loop(); i++ {
			s.ask.change(func(a *suggest.Answers) { a.Length = time.Duration(5+i%30) * time.Minute })
		}
	})
}
