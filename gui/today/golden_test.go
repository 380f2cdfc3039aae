package today

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/gui/parts"
)

// clock is a fixed time of day.
func clock(hour, minute int) func() time.Time {
	return func() time.Time { return time.Date(2026, 11, 22, hour, minute, 0, 0, time.UTC) }
}

func TestGolden(t *testing.T) {
	test.NewTempApp(t)
	lib := guitest.Library(t)
	waiting := &Waiting{Title: "Cool-down waiting", Text: "You warmed up until 9:10. 5 minutes of holds close the loop.", Go: "Go on"}
	for _, c := range []struct {
		name    string
		theme   string
		percent int
		size    fyne.Size
		waiting *Waiting
		do      func(*Screen)
	}{
		{"espresso", look.Espresso, 100, fyne.NewSize(1096, 760), nil, nil},
		{"tea", look.Tea, 100, fyne.NewSize(1096, 760), waiting, nil},
		{"small", look.Espresso, 100, fyne.NewSize(816, 600), waiting, func(s *Screen) { s.ShowRoutine("evening-tea") }},
		{"large-text", look.Tea, 200, fyne.NewSize(1040, 1500), nil, func(s *Screen) { s.ask(7 * time.Minute) }},
		{"pinned", look.Espresso, 150, fyne.NewSize(1076, 620), nil, nil},
		{"refused", look.Espresso, 100, fyne.NewSize(1096, 760), nil, func(s *Screen) { s.ask(2 * time.Minute) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			guitest.Wear(c.theme, c.percent)
			s := New(Deps{Now: clock(15, 32)})
			s.Set(lib, Wishes{Length: 10 * time.Minute}, parts.Tones{})
			s.SetWaiting(c.waiting)
			if c.do != nil {
				c.do(s)
			}
			w := guitest.Window(t, s.Content(), c.size)
			guitest.Golden(t, c.name, w.Canvas().Capture())
		})
	}
}
