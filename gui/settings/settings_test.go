package settings

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/routines/figure"
	"catcow/routines/settings"
	"catcow/routines/tomlfile"
)

// screen is the screen in a window, wired as the window wires it: a change comes back as what is shown.
func screen(t *testing.T) (s *Screen, w fyne.Window, now *settings.Settings) {
	test.NewTempApp(t)
	guitest.Wear(look.Espresso, 100)
	set := settings.Default()
	now = &set
	s = New(Deps{Change: func(f func(*settings.Settings)) {
		f(now)
		s.Set(Input{Settings: *now})
	}})
	s.Set(Input{Settings: set})
	return s, guitest.Window(t, s.Content(), fyne.NewSize(1096, 760)), now
}

func press(k fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: k} }

// Every control is reached by Tab, comes into view, and Space or an arrow changes exactly one setting, to something
// that can be saved.
func TestEverySettingByKeyboard(t *testing.T) {
	_, w, now := screen(t)
	d := fyne.CurrentApp().Driver()
	changed := map[string]bool{}
	path := t.TempDir() + "/settings.toml"
	var first fyne.Focusable
	for range 80 {
		w.Canvas().FocusNext()
		f := w.Canvas().Focused()
		if f == first {
			break
		}
		if first == nil {
			first = f
		}
		o := f.(fyne.CanvasObject)
		top := d.AbsolutePositionForObject(o).Y
		if top < 3 || top+o.Size().Height > 760-3 {
			t.Errorf("%T lies at %.0f to %.0f", f, top, top+o.Size().Height)
		}
		keys := []fyne.KeyName{fyne.KeySpace, fyne.KeyRight}
		if _, twice := f.(*onOff); twice { // back again: without sounds there is no volume
			keys = []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn}
		}
		for _, k := range keys {
			before := *now
			f.TypedKey(press(k))
			if key := differs(before, *now); key != "" {
				changed[key] = true
				if err := settings.Save(path, *now); err != nil {
					t.Errorf("%v", err)
				}
			}
		}
	}
	for _, key := range []string{"length", "pace", "hold_floor", "warm", "breath_pacer", "sounds", "volume", "voice",
		"theme", "figure", "skin", "hair", "text_size", "reduced_motion", "start_screen"} {
		if !changed[key] {
			t.Errorf("%s cannot be changed by keyboard", key)
		}
	}
}

// differs names the one setting two have different.
func differs(a, b settings.Settings) string {
	for key, same := range map[string]bool{
		"length": a.Length == b.Length, "pace": a.Pace == b.Pace, "hold_floor": a.HoldFloor == b.HoldFloor, "warm": a.Warm == b.Warm,
		"breath_pacer": a.BreathPacer == b.BreathPacer, "sounds": a.Sounds == b.Sounds, "volume": a.Volume == b.Volume,
		"voice": a.Voice == b.Voice, "theme": a.Theme == b.Theme, "figure": a.Figure == b.Figure, "skin": a.Skin == b.Skin, "hair": a.Hair == b.Hair,
		"text_size": a.TextSize == b.TextSize, "reduced_motion": a.ReducedMotion == b.ReducedMotion, "start_screen": a.StartScreen == b.StartScreen,
	} {
		if !same {
			return key
		}
	}
	return ""
}

func TestTonesAreThoseOfTheFigure(t *testing.T) {
	for _, c := range []struct {
		what  string
		tones []figure.Tone
		kept  []string
	}{{"skin", figure.SkinTones(), settings.Skins}, {"hair", figure.HairTones(), settings.Hairs}} {
		var names []string
		for _, tone := range c.tones {
			names = append(names, tone.Name)
			if toneName(tone.Name) == "" {
				t.Errorf("%s %s has no name on the screen", c.what, tone.Name)
			}
		}
		if len(names) != len(c.kept) {
			t.Fatalf("%s: the figure has %v, the settings keep %v", c.what, names, c.kept)
		}
		for i := range names {
			if names[i] != c.kept[i] {
				t.Errorf("%s: the figure has %v, the settings keep %v", c.what, names, c.kept)
				break
			}
		}
	}
}

func TestEveryFigureHasAName(t *testing.T) {
	for _, id := range settings.Figures {
		if name := figureName(id); name == "" || name == id {
			t.Errorf("the figure %s has no name on the screen", id)
		}
	}
}

func TestAChangeByHandShows(t *testing.T) {
	s, _, now := screen(t)
	changed := settings.Default()
	changed.Length = tomlfile.Duration(17 * time.Minute)
	changed.Sounds, changed.Pace = false, "slow"
	s.Set(Input{Settings: changed})
	if differs(*now, settings.Default()) != "" {
		t.Errorf("showing the settings changed %s", differs(*now, settings.Default()))
	}
	s.Set(Input{Settings: changed, Problems: tomlfile.Problems{{File: "settings.toml", Line: 3, Column: 1}}})
	if !s.problems.Visible() {
		t.Error("what is wrong with the file is not shown")
	}
	s.Set(Input{Settings: changed})
	if s.problems.Visible() {
		t.Error("what was wrong stays on the screen")
	}
}
