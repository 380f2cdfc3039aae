package build

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/routines/advice"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/suggest"
)

// picture compares a piece alone, at its place on the window's colour.
func picture(t *testing.T, name string, o fyne.CanvasObject, size fyne.Size, do func()) {
	t.Helper()
	const rim = 12
	w := guitest.Window(t, container.NewWithoutLayout(o), size.AddWidthHeight(2*rim, 2*rim))
	o.Move(fyne.NewSquareOffsetPos(rim))
	o.Resize(size)
	if do != nil {
		do()
	}
	guitest.Golden(t, name, w.Canvas().Capture())
}

// looks are how every piece is seen.
var looks = []struct {
	name    string
	theme   string
	percent int
}{{"espresso", look.Espresso, 100}, {"tea", look.Tea, 100}, {"150", look.Espresso, 150}}

func noon() time.Time { return time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC) }

func TestGoldenShelf(t *testing.T) {
	test.NewTempApp(t)
	lib := guitest.Library(t)
	lib.Catalogue.Get("bird-dog").Source = exercise.Own
	shown := func() *shelf {
		s := newShelf(shelfDeps{Now: noon, Choose: func(*exercise.Exercise) {}, Pose: func(string) {}})
		s.Set(lib, parts.Tones{})
		return s
	}
	for _, l := range looks {
		t.Run(l.name, func(t *testing.T) {
			guitest.Wear(l.theme, l.percent)
			s := shown()
			picture(t, "shelf-"+l.name, s, fyne.NewSize(look.Size(266), 620), func() {
				s.focus(s.list)
				s.list.goTo(2)
			})
		})
	}
	guitest.Wear(look.Espresso, 100)
	s := shown()
	picture(t, "shelf-more", s, fyne.NewSize(266, 900), func() {
		s.toggle(exercise.Choice{Facet: exercise.ByArea, Value: string(exercise.AreaHips)})
		s.setMore(true)
	})
	s = shown()
	picture(t, "shelf-nothing", s, fyne.NewSize(266, 320), func() { s.search.SetText("trampoline") })
	s = shown()
	picture(t, "shelf-end", s, fyne.NewSize(266, 420), func() {
		s.toggle(exercise.Choice{Facet: exercise.ByArea, Value: string(exercise.AreaNeck)})
		s.scroll.ScrollTo(10000)
	})
	guitest.Wear(look.Tea, 200)
	s = shown()
	picture(t, "shelf-200", s, fyne.NewSize(360, 560), nil)
}

func TestGoldenJudge(t *testing.T) {
	test.NewTempApp(t)
	lib := guitest.Library(t)
	shown := func(text, chosen string) *judge {
		j := newJudge(judgeDeps{Now: noon, TryStep: func() {}})
		d := draft.Read("my-lunch-reset", []byte(text), lib.Catalogue)
		in := judged{Draft: d, Catalogue: lib.Catalogue, Exercise: lib.Catalogue.Get(chosen)}
		if in.Exercise != nil {
			in.Step = &d.Content.Phases[1].Steps[0]
		}
		j.Set(in)
		// The check has tests of its own; here is how it looks.
		list := []advice.Advice{}
		for i, text := range []string{
			"Both holds bend the hips. Add a twist or a side bend so the sides of the back get some too.",
			"You get down to the floor twice. In another order once will do.", "A third thing.", "A fourth thing."} {
			a := advice.Advice{Rule: text, Source: "Behm 2016"}
			a.Message.Text, a.Reason.Text = text, "Getting up and down takes time, and some people dread it."
			a.Mend = &advice.Mend{}
			a.Mend.Label.Text = []string{"Add Seated Twist on a Chair", "Keep the floor together"}[i%2]
			a.Keys = []draft.Key{1}
			list = append(list, a)
		}
		if d.Routine != nil {
			j.advices.set(d, list)
			j.relayout()
		}
		return j
	}
	for _, l := range looks {
		t.Run(l.name, func(t *testing.T) {
			guitest.Wear(l.theme, l.percent)
			j := shown(reset, "hip-flexor-lunge")
			picture(t, "judge-"+l.name, j, fyne.NewSize(look.Size(262), 1000), func() {
				_, buttons := seenIn(j.advices.all)
				test.Tap(buttons["Why?"])
			})
		})
	}
	guitest.Wear(look.Espresso, 100)
	picture(t, "judge-mistakes", shown(faulty, ""), fyne.NewSize(262, 420), nil)
	picture(t, "judge-nothing", shown("", ""), fyne.NewSize(262, 120), nil)
}

func TestGoldenBegin(t *testing.T) {
	if testing.Short() {
		t.Skip("draws the whole screen many times")
	}
	test.NewTempApp(t)
	lib := owned(t)
	shown := func() *begin {
		b := newBegin(beginDeps{Now: noon, Drop: func(int) {}})
		bench := &beginBench{now: noon()}
		b.Set(bench.input(lib))
		return b
	}
	size := fyne.NewSize(1072, 736)
	for _, l := range looks {
		t.Run(l.name, func(t *testing.T) {
			guitest.Wear(l.theme, l.percent)
			picture(t, "begin-"+l.name, shown(), size, nil)
			b := shown()
			picture(t, "from-"+l.name, b, size, func() { b.turn(b.from) })
			b = shown()
			picture(t, "ask-"+l.name, b, size, func() {
				b.turn(b.ask)
				b.ask.change(func(a *suggest.Answers) { a.For, a.Place = suggest.Desk, suggest.NoFloor })
			})
		})
	}
	guitest.Wear(look.Espresso, 100)
	b := shown()
	picture(t, "begin-small", b, fyne.NewSize(816, 600), func() { b.home.ask(0) })
	guitest.Wear(look.Tea, 200)
	b = shown()
	picture(t, "ask-200", b, fyne.NewSize(816, 600), func() { b.turn(b.ask) })
}
