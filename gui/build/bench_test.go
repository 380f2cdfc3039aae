package build

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/routines"
	"catcow/routines/draft"
	"catcow/routines/exercise"
	"catcow/routines/message"
)

// longest makes a routine of as many steps as a file may hold.
func longest(c *draft.Content, cat *exercise.Catalogue) {
	n := 0
	for len(c.Phases) < routines.MostPhases {
		kind := []exercise.Kind{exercise.Dynamic, exercise.Static}[len(c.Phases)%2]
		c.AddPhase(kind, "", len(c.Phases))
		for _, e := range cat.All() {
			if e.Kind == kind && n < routines.MostSteps*len(c.Phases)/routines.MostPhases {
				c.AddStep(draft.Spot{Phase: len(c.Phases) - 1, Step: 99}, draft.Step{Exercise: e.ID})
				n++
			}
		}
	}
}

func longBench(t testing.TB) *bench {
	test.NewTempApp(t)
	guitest.Wear(look.Espresso, 100)
	b := newBench(t, routines.Load(""), usual)
	b.OpenEmpty()
	b.press(fyne.KeyEscape)
	b.do(message.New("test", "long"), func(c *draft.Content) { longest(c, b.in.Library.Catalogue) })
	if n := len(b.frame.column.steps()); n != routines.MostSteps {
		t.Fatalf("%d steps", n)
	}
	return b
}

// BenchmarkScroll is a turn of the wheel over 200 steps: rows wake and sleep, and everything is asked for its size, as the
// window does with every frame.
func BenchmarkScroll(b *testing.B) {
	s := longBench(b)
	for i := 0; b.Loop(); i++ {
		s.frame.scroll.ScrollTo(float32(i%900) * 20)
		s.frame.column.MinSize()
	}
}

// BenchmarkEdit is one repetition more in the middle of 200 steps, all of the screen brought up to date.
func BenchmarkEdit(b *testing.B) {
	s := longBench(b)
	col := s.frame.column
	k := col.steps()[50]
	col.pick.only(col, k)
	col.reveal(k)
	for i := 0; b.Loop(); i++ {
		by := 1
		if i%2 == 0 {
			by = -1
		}
		s.countDose(by)
	}
}

// BenchmarkShow is that without the change of the text: what the window itself needs.
func BenchmarkShow(b *testing.B) {
	s := longBench(b)
	for b.Loop() {
		s.show()
	}
}

// BenchmarkArrow goes down a row.
func BenchmarkArrow(b *testing.B) {
	s := longBench(b)
	for i := 0; b.Loop(); i++ {
		if i%180 == 0 {
			s.press(fyne.KeyHome)
		}
		s.press(fyne.KeyDown)
	}
}

// BenchmarkDrag follows the pointer with a card over 200.
func BenchmarkDrag(b *testing.B) {
	s := longBench(b)
	c := s.frame.column.cards[s.frame.column.steps()[0]]
	at := centre(c)
	for i := 0; b.Loop(); i++ {
		c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at.AddXY(0, float32(i%300))}})
	}
}
