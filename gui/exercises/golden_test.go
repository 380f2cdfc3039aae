package exercises

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/routines/exercise"
)

func TestGolden(t *testing.T) {
	test.NewTempApp(t)
	lib := guitest.Library(t)
	for _, e := range lib.Catalogue.All() {
		if e.ID == "supine-twist" {
			e.Source, e.Path = exercise.Own, "/home/ada/.local/share/catcow/exercises/supine-twist.toml"
		}
	}
	backAndTwist := func(s *Screen) {
		s.browse.toggle(areaChoice(exercise.AreaLowerBack))
		s.browse.toggle(exercise.Choice{Facet: exercise.ByKind, Value: string(exercise.Static)})
	}
	nothing := func(s *Screen) {
		backAndTwist(s)
		s.browse.search.SetText("trampoline")
		s.browse.toggle(exercise.Choice{Facet: exercise.ByPosition, Value: string(exercise.Kneeling)})
	}
	page := func(id string) func(*Screen) { return func(s *Screen) { s.Open(id) } }
	for _, c := range []struct {
		name    string
		theme   string
		percent int
		size    fyne.Size
		do      func(*Screen)
	}{
		{"espresso", look.Espresso, 100, fyne.NewSize(1096, 760), nil},
		{"tea", look.Tea, 100, fyne.NewSize(1282, 768), backAndTwist},
		{"small", look.Espresso, 100, fyne.NewSize(816, 600), backAndTwist},
		{"nothing", look.Espresso, 100, fyne.NewSize(1096, 760), nothing},
		{"large-text", look.Tea, 150, fyne.NewSize(1060, 760), backAndTwist},
		{"filters-200", look.Espresso, 200, fyne.NewSize(1040, 900), func(s *Screen) { s.browse.setOpen(true) }},
		{"page-espresso", look.Espresso, 100, fyne.NewSize(1096, 1300), page("supine-twist")},
		{"page-tea", look.Tea, 100, fyne.NewSize(1282, 1100), page("cat-cow")},
		{"page-small", look.Espresso, 100, fyne.NewSize(816, 600), page("hip-flexor-lunge")},
		{"page-200", look.Tea, 200, fyne.NewSize(1040, 900), page("wall-angels")},
	} {
		t.Run(c.name, func(t *testing.T) {
			guitest.Wear(c.theme, c.percent)
			s := New(Deps{Now: time.Now, Folder: "/home/ada/.local/share/catcow/exercises"})
			s.Set(Input{Library: lib})
			w := guitest.Window(t, s, c.size)
			if c.do != nil {
				c.do(s)
			}
			guitest.Golden(t, c.name, w.Canvas().Capture())
		})
	}
}
