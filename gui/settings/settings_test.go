package settings

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"catcow/gui/guitest"
	"catcow/gui/look"
	"catcow/gui/parts"
	"catcow/gui/system/presence"
	"catcow/routines/figure"
	"catcow/routines/settings"
	"catcow/routines/tomlfile"
)

// bench is the screen in a window, wired as the window wires it: a change comes back as what is shown.
type bench struct {
	*Screen
	t      *testing.T
	win    fyne.Window
	now    settings.Settings
	clock  time.Time
	refuse error // what the system says to starting with the computer
	starts bool
	tried  int
}

func open(t *testing.T, set settings.Settings) *bench {
	test.NewTempApp(t)
	guitest.Wear(look.Espresso, 100)
	b := &bench{t: t, now: set, clock: noon}
	b.Screen = New(Deps{
		Change: func(f func(*settings.Settings)) {
			f(&b.now)
			b.fill()
		},
		Now: func() time.Time { return b.clock }, Try: func() { b.tried++ },
		SetAutostart: func(on bool) error {
			if b.refuse == nil {
				b.starts = on
			}
			return b.refuse
		},
	})
	b.fill()
	b.win = guitest.Window(t, b.Content(), fyne.NewSize(1096, 760))
	return b
}

func (b *bench) fill() {
	b.Set(Input{Settings: b.now, Candidates: candidates, Autostart: b.starts,
		Resident: ResidentStatus{Running: true, IdleSource: presence.X11, Tray: true}})
}

// saves fails the test when the settings as they are now cannot be saved and read again as they are.
func (b *bench) saves() {
	b.t.Helper()
	path := b.t.TempDir() + "/settings.toml"
	if err := settings.Save(path, b.now); err != nil {
		b.t.Errorf("%v", err)
	}
	again, problems := settings.Load(path)
	if len(problems) > 0 {
		b.t.Errorf("what was chosen cannot be read again: %v", problems)
	}
	if keys := differing(b.now, again); len(keys) > 0 {
		b.t.Errorf("saved and read again, %v differ", keys)
	}
}

// controls goes round with Tab, and gives each thing that takes the keyboard to visit.
func (b *bench) controls(visit func(fyne.Focusable)) {
	b.t.Helper()
	b.win.Canvas().Unfocus()
	var first fyne.Focusable
	for range 200 {
		b.win.Canvas().FocusNext()
		f := b.win.Canvas().Focused()
		if f == first {
			return
		}
		if first == nil {
			first = f
		}
		visit(f)
	}
	b.t.Fatal("Tab finds no end")
}

func press(k fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: k} }

// differing names the settings two have different, as settings.toml names them.
func differing(a, b settings.Settings) []string {
	return fieldsDiffering("", reflect.ValueOf(a), reflect.ValueOf(b))
}

func fieldsDiffering(path string, a, b reflect.Value) (keys []string) {
	for i := range a.NumField() {
		key := path + a.Type().Field(i).Tag.Get("toml")
		switch x, y := a.Field(i), b.Field(i); {
		case x.Kind() == reflect.Struct:
			keys = append(keys, fieldsDiffering(key+".", x, y)...)
		case x.Kind() == reflect.Slice && x.Len() == 0 && y.Len() == 0:
		case !reflect.DeepEqual(x.Interface(), y.Interface()):
			keys = append(keys, key)
		}
	}
	return keys
}

// keysOf lists every setting, as settings.toml names them.
func keysOf(path string, t reflect.Type) (keys []string) {
	for f := range t.Fields() {
		key := path + f.Tag.Get("toml")
		if f.Type.Kind() == reflect.Struct {
			keys = append(keys, keysOf(key+".", f.Type)...)
			continue
		}
		keys = append(keys, key)
	}
	return keys
}

// Every control is reached by Tab, comes into view, and Space or an arrow changes exactly one setting, to something
// that can be saved. What is typed has tests of its own.
func TestEverySettingByKeyboard(t *testing.T) {
	changed := map[string]bool{}
	for _, pane := range []string{PanePractice, PaneBreaks, PaneLook, PaneFiles} {
		b := open(t, chosen())
		b.Show(pane)
		d := fyne.CurrentApp().Driver()
		b.controls(func(f fyne.Focusable) {
			o := f.(fyne.CanvasObject)
			top := d.AbsolutePositionForObject(o).Y
			if top < 3 || top+o.Size().Height > 760-3 {
				t.Errorf("%s: %T lies at %.0f to %.0f", pane, f, top, top+o.Size().Height)
			}
			var keys []fyne.KeyName
			switch f := f.(type) {
			case *onOff: // and back again: what is off hides its details
				keys = []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn}
				if f.name == "Start with the computer" || f.name == "Only in working hours" || f.name == "Remind me of breaks" {
					keys = nil
				}
			case *tab, *field, *iconButton, *month:
			case *parts.Chip:
				if f.AccessibilityLabel() != "By the clock" { // it hides what follows
					keys = []fyne.KeyName{fyne.KeySpace}
				}
			case *pick:
				keys = []fyne.KeyName{fyne.KeyDown, fyne.KeyUp}
			default:
				keys = []fyne.KeyName{fyne.KeySpace, fyne.KeyRight}
			}
			for _, k := range keys {
				before := b.now
				f.TypedKey(press(k))
				differ := differing(before, b.now)
				if len(differ) > 1 && !slices.Contains(differ, "breaks.hours.friday") { // Monday's hours for the others
					t.Errorf("%s: %s on %T changed %v", pane, k, f, differ)
				}
				for _, key := range differ {
					changed[key] = true
				}
				if len(differ) > 0 {
					b.saves()
				}
			}
		})
	}
	elsewhere := []string{"lengths", "breaks.on", "breaks.by", "breaks.minutes", "breaks.days_off",
		"breaks.hours.monday", "breaks.hours.tuesday", "breaks.hours.wednesday", "breaks.hours.thursday", "breaks.hours.saturday", "breaks.hours.sunday"}
	for _, key := range keysOf("", reflect.TypeFor[settings.Settings]()) {
		if !changed[key] && !slices.Contains(elsewhere, key) {
			t.Errorf("%s cannot be changed by keyboard", key)
		}
	}
}

func TestArrowsGoAlongTheTabs(t *testing.T) {
	b := open(t, settings.Default())
	b.win.Canvas().Focus(b.tabs[0])
	for _, want := range []string{"Breaks", "Look", "Files", "Practice"} {
		b.win.Canvas().Focused().TypedKey(press(fyne.KeyRight))
		got, ok := b.win.Canvas().Focused().(*tab)
		if !ok || got.name != want || !got.on {
			t.Fatalf("→ leads to %v, want %s", b.win.Canvas().Focused(), want)
		}
	}
	b.win.Canvas().Focused().TypedKey(press(fyne.KeyLeft))
	if got := b.win.Canvas().Focused().(*tab); got.name != "Files" {
		t.Errorf("← leads to %s", got.name)
	}
	b.Show("elsewhere")
	if on := slices.IndexFunc(b.tabs, func(t *tab) bool { return t.on }); b.tabs[on].name != "Files" {
		t.Error("a pane that is not there takes away the one that is")
	}
}

func TestTheVolumeIsWhereThePointerIs(t *testing.T) {
	b := open(t, settings.Default())
	var loud *level
	b.controls(func(f fyne.Focusable) {
		if l, ok := f.(*level); ok {
			loud = l
		}
	})
	track := loud.Size().Width - loud.words()
	for _, c := range []struct {
		x    float32
		want int
	}{{0, 0}, {dot / 2, 0}, {track / 2, 50}, {track - dot/2, 100}, {track, 100}} {
		loud.Tapped(&fyne.PointEvent{Position: fyne.NewPos(c.x, 10)})
		if b.now.Volume != c.want {
			t.Errorf("a tap at %.0f of %.0f is %d, want %d", c.x, track, b.now.Volume, c.want)
		}
	}
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
		if !slices.Equal(names, c.kept) {
			t.Errorf("%s: the figure has %v, the settings keep %v", c.what, names, c.kept)
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
	b := open(t, settings.Default())
	changed := settings.Default()
	changed.Length = tomlfile.Duration(17 * time.Minute)
	changed.Sounds, changed.Pace = false, "slow"
	b.Set(Input{Settings: changed})
	if keys := differing(b.now, settings.Default()); len(keys) > 0 {
		t.Errorf("showing the settings changed %v", keys)
	}
	b.Set(Input{Settings: changed, Problems: tomlfile.Problems{{File: "settings.toml", Line: 3, Column: 1}}})
	if !b.problems.Visible() {
		t.Error("what is wrong with the file is not shown")
	}
	b.Set(Input{Settings: changed})
	if b.problems.Visible() {
		t.Error("what was wrong stays on the screen")
	}
}
