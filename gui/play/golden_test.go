package play

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
)

// TestGolden shows the screen's states in both themes, and the tightest windows with the largest text. The figure's own
// drawing is the business of package figure: an icon of the kind stands for it.
func TestGolden(t *testing.T) {
	if testing.Short() {
		t.Skip("draws the whole screen two dozen times")
	}
	states := []struct {
		name    string
		routine string
		do      func(s *started)
	}{
		{"get-ready", "combo-10", func(s *started) { s.pass(2 * time.Second) }},
		{"reps", "combo-10", func(s *started) { s.pass(26 * time.Second) }},
		{"hold", "evening-tea", func(s *started) { s.at(80 * time.Second); s.pass(9 * time.Second) }},
		{"change-over", "evening-tea", func(s *started) { s.at(80 * time.Second); s.key(fyne.KeyRight); s.pass(time.Second) }},
		{"paused", "evening-tea", func(s *started) { s.at(80 * time.Second); s.pass(9 * time.Second); s.key(fyne.KeyE, fyne.KeySpace) }},
		{"question", "combo-10", func(s *started) { s.pass(26 * time.Second); s.key(fyne.KeyEscape) }},
		{"mat-view", "evening-tea", func(s *started) { s.at(80 * time.Second); s.pass(9 * time.Second); s.key(fyne.KeyF) }},
		{"activity", "combo-10", func(s *started) { s.at(299 * time.Second); s.pass(2 * time.Second) }},
		{"end", "evening-tea", func(s *started) { s.pass(8 * time.Minute); s.key(fyne.KeyRight); s.pass(3 * time.Minute) }},
	}
	test.NewTempApp(t)
	lib := guitest.Library(t)
	show := func(name, routine, theme string, percent int, size fyne.Size, do func(*started)) {
		fyne.CurrentApp().Settings().SetTheme(look.New(theme, percent, false))
		t.Run(name, func(t *testing.T) {
			s := start(t, lib, routine, 10*time.Minute, size)
			do(s)
			guitest.Golden(t, name, s.window.Canvas().Capture())
		})
	}
	for _, c := range states {
		for _, theme := range []string{look.Espresso, look.Tea} {
			show(c.name+"-"+theme, c.routine, theme, 100, ordinary, c.do)
		}
	}
	hold := states[2]
	show("hold-900x600", hold.routine, look.Espresso, 100, fyne.NewSize(900, 600), hold.do)
	show("hold-900x600-200", hold.routine, look.Espresso, 200, fyne.NewSize(900, 600), hold.do)
	show("hold-1366x768-150", hold.routine, look.Espresso, 150, fyne.NewSize(1366, 768), hold.do)
	show("mat-view-900x600-200", hold.routine, look.Tea, 200, fyne.NewSize(900, 600), states[6].do)
	show("activity-900x600-200", "combo-10", look.Espresso, 200, fyne.NewSize(900, 600), states[7].do)
}

// A session goes on while the settings change: it must then look as if it had been started that way.
func TestANewThemeIsWornAtOnce(t *testing.T) {
	if testing.Short() {
		t.Skip("draws the whole screen")
	}
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.New(look.Espresso, 125, false))
	s := start(t, guitest.Library(t), "evening-tea", 10*time.Minute, ordinary)
	s.at(80 * time.Second)
	s.pass(9 * time.Second)
	a.Settings().SetTheme(look.New(look.Tea, 100, false))
	guitest.Golden(t, "hold-tea", s.window.Canvas().Capture())
}

// TestNothingIsCutOff: whatever the window and the text, controls and timeline lie inside the window, the controls do
// not lie over one another, and the panel shows all its pieces, scrolled if need be.
func TestNothingIsCutOff(t *testing.T) {
	if testing.Short() {
		t.Skip("lays the whole screen out sixteen times")
	}
	test.NewTempApp(t)
	lib := guitest.Library(t)
	for _, size := range []fyne.Size{{Width: 900, Height: 600}, {Width: 1024, Height: 768}, {Width: 1366, Height: 768}, {Width: 1920, Height: 1080}} {
		for _, percent := range []int{100, 125, 150, 200} {
			fyne.CurrentApp().Settings().SetTheme(look.New(look.Espresso, percent, false))
			s := start(t, lib, "evening-tea", 10*time.Minute, size)
			s.at(80 * time.Second)
			at := func(o fyne.CanvasObject) (x0, y0, x1, y1 float32) {
				p := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
				return p.X, p.Y, p.X + o.Size().Width, p.Y + o.Size().Height
			}
			type box struct{ x0, y0, x1, y1 float32 }
			var placed []box
			for _, b := range s.bar.all {
				x0, y0, x1, y1 := at(b)
				if x0 < 0 || y0 < 0 || x1 > size.Width+0.5 || y1 > size.Height+0.5 {
					t.Errorf("%v at %d %%: the button %q lies outside: %v %v %v %v", size, percent, b.Label(), x0, y0, x1, y1)
				}
				if got, want := b.Size().Width, b.MinSize().Width; got < want-0.5 {
					t.Errorf("%v at %d %%: the button %q is %v wide and needs %v", size, percent, b.Label(), got, want)
				}
				for _, o := range placed {
					if x0 < o.x1-0.5 && o.x0 < x1-0.5 && y0 < o.y1-0.5 && o.y0 < y1-0.5 {
						t.Errorf("%v at %d %%: the button %q lies over another", size, percent, b.Label())
					}
				}
				placed = append(placed, box{x0, y0, x1, y1})
			}
			_, _, _, lineEnd := at(s.bar.timeline)
			_, controls, _, _ := at(s.bar.controls)
			if lineEnd > controls+0.5 {
				t.Errorf("%v at %d %%: the timeline reaches into the controls", size, percent)
			}
			_, _, _, panelEnd := at(s.panel.scroll)
			_, lineTop, _, _ := at(s.bar.timeline)
			if panelEnd > lineTop+0.5 {
				t.Errorf("%v at %d %%: the panel reaches into the timeline", size, percent)
			}
			if s.stage.Size().Width < 200 || s.stage.Size().Height < 150 {
				t.Errorf("%v at %d %%: the stage is %v", size, percent, s.stage.Size())
			}
			for _, wish := range []float32{60, 400, 900} { // a notice: beside or below the phase and the sides, over the stage
				p, most := s.Aside(wish)
				tx0, _, tx1, ty1 := at(s.over.tag)
				ox0, _, _, _ := at(s.over.sides)
				sx0, sy0, sx1, _ := at(s.stage)
				w := min(wish, most)
				if p.X < sx0 || p.X+most > sx1+0.5 || p.Y < sy0 || w < 60 {
					t.Errorf("%v at %d %%: a notice has %v from %v, not over the stage", size, percent, most, p)
				}
				if x := p.X + (most-w)/2; p.Y < ty1 && (x < tx1 && x+w > tx0 || x+w > ox0) {
					t.Errorf("%v at %d %%: a notice lies over the phase or the sides", size, percent)
				}
			}
			body := s.panel.body
			pieces := []fyne.CanvasObject{body.title, body.sub, body.ring, body.cues, body.next}
			for i, o := range pieces {
				if end := o.Position().Y + o.Size().Height; end > body.Size().Height+1 {
					t.Errorf("%v at %d %%: piece %d of the panel ends at %v of %v", size, percent, i, end, body.Size().Height)
				}
				if i > 0 && o.Position().Y < pieces[i-1].Position().Y+pieces[i-1].Size().Height-0.5 {
					t.Errorf("%v at %d %%: piece %d of the panel lies over the one before", size, percent, i)
				}
			}
		}
	}
}
